namespace ZoningRules.Verdicts;

/// <summary>The result, from the mildest to the strictest.</summary>
public enum Verdict
{
    /// <summary>符合准入.</summary>
    Admissible,

    /// <summary>有条件准入.</summary>
    Conditional,

    /// <summary>暂不能判定.</summary>
    Undetermined,

    /// <summary>不予准入.</summary>
    Prohibited,
}
