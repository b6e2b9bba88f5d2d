using ZoningRules.Facts;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.RulePacks;
using ZoningRules.Testing;
using ZoningRules.Tests.Oracle;

namespace ZoningRules.Tests.Evaluation;

/// <summary>docs/semantics.md section 1, Places: what is measured, declared and decided, joined.</summary>
public sealed class PlaceFactTests
{
    private static readonly SmallWorld World = SmallWorld.Instance;

    // measured | declared in | declared distance | who said so | expected: in, distance, reasons
    public static TheoryData<string, string, string, FactOrigin, string> Cases { get; } = new()
    {
        // Measured and determined: the measurement counts, and a declaration that says otherwise disputes everything.
        { "inside", "-", "-", FactOrigin.Declared, "in, 0..0" },
        { "inside", "in", "-", FactOrigin.Declared, "in, 0..0" },
        { "inside", "out", "-", FactOrigin.Declared, "?, ?, Conflicting" },
        { "inside", "out", "-", FactOrigin.Decided, "?, ?, Conflicting" },
        { "inside", "-", "5", FactOrigin.Declared, "?, ?, Conflicting" },
        { "inside", "-", "0..5", FactOrigin.Declared, "in, 0..0" },
        { "outside 100", "-", "-", FactOrigin.Declared, "out, 100..100" },
        { "outside 100", "out", "-", FactOrigin.Declared, "out, 100..100" },
        { "outside 100", "in", "-", FactOrigin.Declared, "?, ?, Conflicting" },
        { "outside 100", "-", "100", FactOrigin.Declared, "out, 100..100" },
        { "outside 100", "-", "90..100", FactOrigin.Declared, "out, 100..100" },
        { "outside 100", "-", "99", FactOrigin.Declared, "?, ?, Conflicting" },

        // Measured and too close to call: a declaration does not settle it, an officer's decision does.
        { "edge 20", "-", "-", FactOrigin.Declared, "?, 0..20, Imprecise" },
        { "edge 20", "in", "-", FactOrigin.Declared, "?, 0..20, Imprecise" },
        { "edge 20", "out", "-", FactOrigin.Declared, "?, 0..20, Imprecise" },
        { "edge 20", "in", "-", FactOrigin.Decided, "in, 0..0" },
        { "edge 20", "out", "-", FactOrigin.Decided, "out, 0..20" },
        { "edge 20", "-", "5", FactOrigin.Declared, "?, 0..20, Imprecise" },
        { "edge 20", "-", "5", FactOrigin.Decided, "out, 0..20" },
        { "edge 20", "-", "21", FactOrigin.Declared, "?, ?, Conflicting" },
        { "edge 20", "-", "21", FactOrigin.Decided, "?, ?, Conflicting" },

        // Not measured: the declarations count; without them unknown, with the reason.
        { "NoLayer", "-", "-", FactOrigin.Declared, "?, ?, NoLayer" },
        { "NotCovered", "-", "-", FactOrigin.Declared, "?, ?, NotCovered" },
        { "Failed", "-", "-", FactOrigin.Declared, "?, ?, LayerFailed" },
        { "NoGeometry", "-", "-", FactOrigin.Declared, "?, ?, NotProvided" },
        { "NoLayer", "in", "-", FactOrigin.Declared, "in, 0..0" },
        { "NoLayer", "out", "-", FactOrigin.Declared, "out, ?" },
        { "NoLayer", "-", "5", FactOrigin.Declared, "out, 5..5" },
        { "NoLayer", "-", "0", FactOrigin.Declared, "?, 0..0, NoLayer" },
        { "NoLayer", "-", "0..5", FactOrigin.Declared, "?, 0..5, NoLayer" },
        { "NoLayer", "in", "5", FactOrigin.Declared, "?, ?, Conflicting" },
        { "NoLayer", "in", "0..5", FactOrigin.Declared, "in, 0..0" },
        { "NoLayer", "out", "5..6", FactOrigin.Declared, "out, 5..6" },

        // Covered in part: the distance is bounded, and a declaration does not lift the bound.
        { "bounded 300", "-", "-", FactOrigin.Declared, "?, 0..300, NotCovered" },
        { "bounded 300", "out", "-", FactOrigin.Declared, "out, 0..300" },
        { "bounded 300", "-", "200..400", FactOrigin.Declared, "out, 200..300" },
        { "bounded 300", "-", "301", FactOrigin.Declared, "?, ?, Conflicting" },
        { "seen inside", "-", "-", FactOrigin.Declared, "in, 0..0" },
        { "seen inside", "out", "-", FactOrigin.Declared, "?, ?, Conflicting" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Of_MeasuredDeclaredAndDecided_JoinAsSemanticsSay(string measured, string declaredIn, string declaredDistance, FactOrigin origin, string expected) =>
        Assert.Equal(expected, Text(PlaceFact.Of(Relation(measured), SaidIn(declaredIn, origin), SaidDistance(declaredDistance, origin), SiteExtent.Whole)));

    [Fact]
    public void Of_AnyState_IsConsistent()
    {
        foreach (var row in Cases)
        {
            var (measured, declaredIn, declaredDistance, origin) = ((string)row[0], (string)row[1], (string)row[2], (FactOrigin)row[3]);
            var fact = PlaceFact.Of(Relation(measured), SaidIn(declaredIn, origin), SaidDistance(declaredDistance, origin), SiteExtent.Whole);

            Assert.True(fact.In != Truth.True || fact.Distance == Interval<decimal>.Of(0));
            Assert.True(fact.In != Truth.False || (fact.Within == Truth.False && fact.Share == Interval<decimal>.Of(0) && fact.Overlap == Interval<decimal>.Of(0)));
            Assert.True(fact.Within != Truth.True || (fact.In == Truth.True && fact.Share == Interval<decimal>.Of(1)));
            Assert.True(fact.Distance is not { Low: > 0 } || fact.In == Truth.False);
        }
    }

    [Fact]
    public void Of_DecisionAtTheEdge_KeepsWhatIsMeasured()
    {
        var fact = PlaceFact.Of(Some.AtEdge("park"), SaidIn("in", FactOrigin.Decided), Some.Unknown(), SiteExtent.Whole);

        Assert.Equal(FactOrigin.Decided, fact.Origin);
        Assert.Equal(Truth.False, fact.Within);
        Assert.Equal(new(0, 0.02m), fact.Share);
    }

    [Theory]
    [InlineData("out", FactOrigin.Declared, "NoLayer", "out, ?")]
    [InlineData("in", FactOrigin.Declared, "NoLayer", "?, ?, NotProvided")]
    [InlineData("-", FactOrigin.Declared, "NoLayer", "?, ?, NoLayer")]
    [InlineData("out", FactOrigin.Decided, "edge 20", "out, 0..20")]
    [InlineData("in", FactOrigin.Decided, "edge 20", "?, 0..20, Imprecise")]
    [InlineData("out", FactOrigin.Declared, "edge 20", "?, 0..20, Imprecise")]
    public void Of_PartOfTheSite_OnlyNotInHoldsForEveryPart(string declaredIn, FactOrigin origin, string measured, string expected) =>
        Assert.Equal(expected, Text(PlaceFact.Of(Relation(measured), SaidIn(declaredIn, origin), Some.Unknown(), SiteExtent.Part)));

    [Fact]
    public void FactSheet_SiteInOneControlUnit_IsThePart()
    {
        var declared = Some.Scenario().WithFact(InPark(), SaidIn("in", FactOrigin.Declared)).Facts;
        var once = Some.At([Some.Silent("park", LayerStatus.NoLayer)], Some.Hit(1));
        var twice = once with { Units = [.. once.Units, .. once.Units] };
        var several = once with { Units = [.. once.Units, Some.Hit(3, Truth.True, once.Relations)] };

        Assert.Equal(Truth.True, FactSheet.Of(declared, once, []).Parts[0].Places[World.Slot("park")].In);
        Assert.Equal(Truth.True, FactSheet.Of(declared, twice, []).Parts[0].Places[World.Slot("park")].In);
        Assert.Equal(Truth.Unknown, FactSheet.Of(declared, several, []).Parts[0].Places[World.Slot("park")].In);
        Assert.Equal(Truth.True, FactSheet.Of(declared, several, []).Places[World.Slot("park")].In);
    }

    [Fact]
    public void FactSheet_DisputeAboutTheSite_IsADisputeAboutEachPart()
    {
        var declared = Some.Scenario().WithFact(InPark(), SaidIn("in", FactOrigin.Declared)).Facts;
        var location = Some.At([Some.Outside("park")], Some.Hit(1, Truth.True, Some.Outside("park")), Some.Hit(3, Truth.True, Some.Outside("park")));
        var sheet = FactSheet.Of(declared, location, []);

        Assert.Equal(UnknownReasons.Conflicting, sheet.Places[World.Slot("park")].Reasons);
        Assert.All(sheet.Parts, p => Assert.Equal(UnknownReasons.Conflicting, p.Places[World.Slot("park")].Reasons));
    }

    private static AttributeDefinition InPark() => World.Vocabulary.TryFind(Vocabulary.InLayer("park"), out var found) ? found : throw new InvalidOperationException();

    private static LayerRelation Relation(string text) => text.Split(' ') switch
    {
        ["inside"] => Some.Inside("park"),
        ["outside", var d] => Some.Outside("park", decimal.Parse(d, System.Globalization.CultureInfo.InvariantCulture)),
        ["edge", var d] => Some.AtEdge("park", decimal.Parse(d, System.Globalization.CultureInfo.InvariantCulture)),
        ["bounded", var d] => Some.Silent("park", LayerStatus.NotCovered) with { Distance = new(new(0), new(decimal.Parse(d, System.Globalization.CultureInfo.InvariantCulture))) },
        ["seen", "inside"] => Some.Silent("park", LayerStatus.NotCovered) with { In = Truth.True },
        [var status] => Some.Silent("park", Enum.Parse<LayerStatus>(status)),
        _ => throw new InvalidOperationException(text),
    };

    private static Fact SaidIn(string text, FactOrigin origin) => text == "-" ? Some.Unknown() : Some.Chosen(text == "in" ? 1 : 0, origin);

    private static Fact SaidDistance(string text, FactOrigin origin)
    {
        if (text == "-")
        {
            return Some.Unknown();
        }

        var ends = text.Split("..").Select(t => decimal.Parse(t, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        return Some.Number(ends[0], ends[^1], origin);
    }

    private static string Text(PlaceFact fact)
    {
        var distance = fact.Distance is { } d ? $"{d.Low:0.###}..{d.High:0.###}" : "?";
        return fact.In switch
        {
            Truth.True => $"in, {distance}",
            Truth.False => $"out, {distance}",
            _ => $"?, {distance}, {fact.Reasons}",
        };
    }
}
