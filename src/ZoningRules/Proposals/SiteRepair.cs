namespace ZoningRules.Proposals;

/// <summary>What to do with a boundary that is not valid.</summary>
public enum SiteRepair
{
    /// <summary>Refuse it and say what is wrong where.</summary>
    Refuse,

    /// <summary>Repair it, and record what the repair changed.</summary>
    Repair,
}
