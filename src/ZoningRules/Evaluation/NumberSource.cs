using ZoningRules.Facts;
using ZoningRules.Measures;

namespace ZoningRules.Evaluation;

/// <summary>Where a comparison finds a number: a fact, or a measurement against a layer.</summary>
/// <param name="Fact">The fact, or null for a measurement.</param>
/// <param name="Layer">The layer slot of a measurement.</param>
/// <param name="Measure">What is measured.</param>
internal readonly record struct NumberSource(FactSource? Fact, int Layer, PlaceMeasure Measure)
{
    public bool IsPlace => Fact is null;

    public bool IsItem => Fact is { IsField: true };

    public Interval<decimal>? RangeIn(in Scene scene) => Fact is { } fact
        ? (fact.ValueIn(scene) as FactValue.Number)?.Range
        : CompiledLeaf.PlaceNumber.Range(scene.Places[Layer], Measure);

    /// <summary>The ends of what it may be.</summary>
    public Bounds BoundsIn(in Scene scene) =>
        RangeIn(scene) is { } range ? new(range.Low, range.High) : Fact is { } fact ? fact.Bounds : Bounds.Of(Measure);

    /// <summary>The leaf that compares it with a limit.</summary>
    public CompiledLeaf Compared(RulePacks.Comparison comparison, decimal limit, int index) => Fact is { } fact
        ? new CompiledLeaf.Number(fact, comparison, limit) { Index = index }
        : new CompiledLeaf.PlaceNumber(Layer, Measure, comparison, limit) { Index = index };

    public UnknownReasons ReasonsIn(in Scene scene) =>
        RangeIn(scene) is { IsPoint: true } ? UnknownReasons.None : Fact is { } fact ? fact.ReasonsIn(scene) : scene.Places[Layer].Reasons;

    public VariableKey Variable(in Scene scene) =>
        Fact is { } fact ? fact.Variable(scene) : new(VariableKind.Place, Layer, scene.PlacePart, 0);
}
