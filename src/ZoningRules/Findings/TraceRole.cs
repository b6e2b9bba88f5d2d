namespace ZoningRules.Findings;

/// <summary>Which part of a norm a trace line belongs to.</summary>
public enum TraceRole
{
    /// <summary>Where the requirement counts.</summary>
    Scope,

    /// <summary>What the norm is about.</summary>
    Applies,

    /// <summary>Where the norm, or its exception, does not apply.</summary>
    Unless,

    /// <summary>The norm's condition.</summary>
    When,

    /// <summary>The arithmetic of a cap.</summary>
    Cap,

    /// <summary>Shown only; decides nothing.</summary>
    Shown,
}
