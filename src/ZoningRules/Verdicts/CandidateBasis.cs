namespace ZoningRules.Verdicts;

/// <summary>Why a control unit is a candidate for a town.</summary>
public enum CandidateBasis
{
    /// <summary>The law names the town in the unit's scope.</summary>
    NamedTown,

    /// <summary>The unit is a park of the same county whose town the law does not name.</summary>
    ParkWithoutHostTown,

    /// <summary>The law leaves a part of the town out of every unit.</summary>
    Hole,
}
