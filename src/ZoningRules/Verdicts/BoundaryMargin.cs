using ZoningRules.Measures;

namespace ZoningRules.Verdicts;

/// <summary>How far a boundary may be off before the possible verdicts change, everything else as it is.</summary>
public sealed record BoundaryMargin
{
    /// <summary>The layer, or null for the site.</summary>
    public string? Layer { get; init; }

    /// <summary>The accuracy that was stated and used.</summary>
    public required Metres Stated { get; init; }

    /// <summary>For every accuracy from <see cref="Stated"/> to this one, included, the possible verdicts are those of the assessment.</summary>
    public required Metres HoldsTo { get; init; }

    /// <summary>What comes after <see cref="HoldsTo"/>.</summary>
    public required BoundaryEnd End { get; init; }

    /// <summary>For an undetermined verdict: what a more accurate boundary would bring; null when even a boundary without any error brings nothing.</summary>
    public SharperBoundary? Sharper { get; init; }
}
