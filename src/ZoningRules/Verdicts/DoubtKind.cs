namespace ZoningRules.Verdicts;

/// <summary>What stands in the way of a verdict besides the findings.</summary>
public enum DoubtKind
{
    /// <summary>A part of the site lies in a known hole between the control units.</summary>
    KnownHole,

    /// <summary>A part of the site lies in no control unit.</summary>
    NoUnit,

    /// <summary>A part of the site lies outside the area that the unit layer covers.</summary>
    OutsideCoverage,

    /// <summary>It is not known in which control unit the site lies.</summary>
    UnitUnknown,

    /// <summary>No requirement of the pack is in force on the governing date.</summary>
    NothingInForce,

    /// <summary>The coordinates may be in another system than stated.</summary>
    CoordinatesDoubtful,

    /// <summary>The pack has no control units and none of its norms applies: it says nothing about the project, so nothing can be admitted by it alone.</summary>
    NotConcerned,
}
