using System.Collections.Immutable;
using ZoningRules.Facts;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.RulePacks;
using ZoningRules.Testing;

namespace ZoningRules.Tests.Oracle;

/// <summary>Plain scenarios and facts to start a test from.</summary>
internal static class Some
{
    /// <summary>Nothing is given; the site surely lies in one key control unit, and every layer is 20 km away.</summary>
    public static Scenario Scenario() => new(Facts(), Location(), [], SmallWorld.Day);

    public static DeclaredFacts Facts() => new(SmallWorld.Instance.Vocabulary, [.. SmallWorld.Instance.Vocabulary.Attributes.Select(a => Unknown(a.UnknownAs))]);

    public static SiteLocation Location() => At([Outside("park"), Outside("river"), Outside("zone")], Hit(1));

    /// <summary>A site that lies to the layers so, with the given parts; a part without relations lies as the site does.</summary>
    public static SiteLocation At(ImmutableArray<LayerRelation> relations, params UnitHit[] hits) => new()
    {
        Units = [.. hits.Select(h => h.Relations.IsEmpty ? h with { Relations = relations } : h)],
        Relations = relations,
    };

    public static UnitHit Hit(int unit, Truth certainty = Truth.True, params ImmutableArray<LayerRelation> relations) => new()
    {
        Code = SmallWorld.Units[unit].Code,
        Name = SmallWorld.Units[unit].Name,
        Category = SmallWorld.Units[unit].Category,
        Certainty = certainty,
        Area = new(1),
        ShareOfSite = new(1),
        ShareOfUnit = new(0),
        Relations = relations,
    };

    public static LayerRelation Outside(string layer, decimal low = 20_000, decimal? high = null) => LayerRelation.Unanswered(layer, LayerStatus.Measured) with
    {
        In = Truth.False,
        Within = Truth.False,
        Distance = new(new(low), new(high ?? low)),
        Overlap = new(new(0), new(0)),
        Share = new(new(0), new(0)),
    };

    public static LayerRelation Inside(string layer, decimal share = 1) => LayerRelation.Unanswered(layer, LayerStatus.Measured) with
    {
        In = Truth.True,
        Within = share == 1 ? Truth.True : Truth.False,
        Distance = new(new(0), new(0)),
        Overlap = new(new(100 * share), new(100 * share)),
        Share = new(new(share), new(share)),
    };

    public static LayerRelation AtEdge(string layer, decimal distance = 20, decimal share = 0.02m) => LayerRelation.Unanswered(layer, LayerStatus.Measured) with
    {
        In = Truth.Unknown,
        Within = Truth.False,
        Distance = new(new(0), new(distance)),
        Overlap = new(new(0), new(100 * share)),
        Share = new(new(0), new(share)),
    };

    public static LayerRelation Silent(string layer, LayerStatus status) => LayerRelation.Unanswered(layer, status);

    public static Fact Unknown(UnknownReasons reasons = UnknownReasons.NotProvided) => new(new FactValue.Unknown(reasons), FactOrigin.None, null);

    public static Fact Chosen(int index, FactOrigin origin = FactOrigin.Declared) => new(new FactValue.Choice(index), origin, null);

    public static Fact Number(decimal low, decimal? high = null, FactOrigin origin = FactOrigin.Declared) => new(new FactValue.Number(new(low, high ?? low)), origin, null);

    public static Fact Coded(string code) => new(new FactValue.Code(SmallWorld.Code(code)), FactOrigin.Declared, null);

    public static Fact Items(params Item[] items) => new(new FactValue.Items([.. items]), FactOrigin.Declared, null);

    /// <summary>An item of a collection with some fields given.</summary>
    public static Item Item(AttributeDefinition collection, params (string Field, Fact Fact)[] given) => new(
        [.. ((AttributeType.Items)collection.Type).Fields.Select(f => given.FirstOrDefault(g => g.Field == f.Id).Fact ?? Unknown(f.UnknownAs))]);

    public static RulePack PackWith(Vocabulary vocabulary, ImmutableArray<Requirement> requirements) => new()
    {
        Id = "some",
        Version = "1",
        Title = LocalText.Same("some"),
        Jurisdiction = "360222",
        Sha256 = "",
        Folder = "",
        Notices = [],
        Basis = [],
        Instruments = [SmallWorld.Law],
        Vocabulary = vocabulary,
        Lists = [],
        Parameters = [],
        Layers = vocabulary.Layers,
        Units = SmallWorld.Units,
        UnitsCitation = SmallWorld.Cite,
        Towns = [],
        Requirements = requirements,
    };
}
