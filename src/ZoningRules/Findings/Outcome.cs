namespace ZoningRules.Findings;

/// <summary>What came of one norm.</summary>
public enum Outcome
{
    /// <summary>不适用: the norm is not about this project.</summary>
    NotApplicable,

    /// <summary>符合: the norm is kept.</summary>
    Satisfied,

    /// <summary>有条件: the norm attaches an obligation.</summary>
    Conditional,

    /// <summary>待定: it cannot be decided.</summary>
    Undetermined,

    /// <summary>不符合: the norm is broken.</summary>
    Violated,
}
