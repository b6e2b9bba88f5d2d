namespace ZoningRules.Verdicts;

/// <summary>Whether the requirements of a rule pack are about a project at all.</summary>
public enum Concern
{
    /// <summary>不涉及: no norm of the pack applies, whatever is still unknown. The pack says nothing about the project, neither for nor against it.</summary>
    NotConcerned,

    /// <summary>待定: whether any norm applies depends on what is not known.</summary>
    Undecided,

    /// <summary>涉及: a norm applies, or the pack has control units, so that its lists are about every project in its territory.</summary>
    Concerned,
}
