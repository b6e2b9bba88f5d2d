namespace ZoningRules.Locations;

/// <summary>Who can answer a question.</summary>
public enum Answerer
{
    /// <summary>The applicant.</summary>
    Applicant,

    /// <summary>The approval officer: a decision.</summary>
    Officer,

    /// <summary>A surveyor: a measurement.</summary>
    Surveyor,

    /// <summary>Another authority, such as the one that keeps a layer.</summary>
    Authority,
}
