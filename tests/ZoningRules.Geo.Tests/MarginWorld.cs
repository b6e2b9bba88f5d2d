using System.Collections.Immutable;
using ZoningRules.Assessing;
using ZoningRules.Facts;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Proposals;
using ZoningRules.RulePacks;
using ZoningRules.Verdicts;

namespace ZoningRules.Geo.Tests;

/// <summary>The layers of <see cref="SmallWorld"/>, or of a generated map, under a few rules about places.</summary>
internal static class MarginWorld
{
    public static readonly AssessmentContext Today = AssessmentContext.On(new(2026, 11, 22));

    private static readonly Instrument Law = new()
    {
        Id = "law",
        Number = "法〔2020〕1号",
        Title = LocalText.Same("law"),
        Issuer = "issuer",
        Rank = InstrumentRank.Municipal,
        InForce = new(new(2020, 12, 31), null),
        TextSha256 = "",
        Place = TestLayers.Place,
    };

    private static readonly Citation Cite = new(Law, "第一条", "原文");

    /// <summary>A pack that prohibits where the conditions hold; each condition is a requirement of its own.</summary>
    public static RulePack Pack(IEnumerable<LayerDefinition> layers, Func<Vocabulary, IEnumerable<(Scope Scope, Condition? When)>> rules)
    {
        ImmutableArray<LayerDefinition> all = [.. layers.OrderBy(l => l.Id, StringComparer.Ordinal)];
        var vocabulary = new Vocabulary(new MeasureTable([]), [], [.. all.Where(l => l.Shape != LayerShape.ControlUnits)]);
        return new()
        {
            Id = "margins",
            Version = "1",
            Title = LocalText.Same("margins"),
            Jurisdiction = "360202",
            Sha256 = "",
            Folder = "",
            Notices = [],
            Basis = [],
            Instruments = [Law],
            Vocabulary = vocabulary,
            Lists = [],
            Parameters = [],
            Layers = all,
            Units = [Unit(SmallWorld.A, ControlCategory.Priority), Unit(SmallWorld.B, ControlCategory.Key)],
            UnitsCitation = Cite,
            Towns = [],
            Requirements = [.. rules(vocabulary).Select((r, i) => Requirement($"R{i + 1}", r.Scope, r.When))],
        };
    }

    private static ControlUnit Unit(string code, ControlCategory category) => new(code, code, category, "", "", true, TestLayers.Place);

    public static Condition In(Vocabulary vocabulary, string layer) =>
        Leaf($"site in {layer}", new LeafTest.SiteIn(layer, Slot(vocabulary, layer)));

    public static Condition Within(Vocabulary vocabulary, string layer) =>
        Leaf($"site within {layer}", new LeafTest.SiteWithin(layer, Slot(vocabulary, layer)));

    public static Condition Distance(Vocabulary vocabulary, string layer, Comparison comparison, decimal metres) =>
        Leaf($"distance(site, {layer}) {comparison} {metres}", new LeafTest.Compare(new Operand.Distance(layer, Slot(vocabulary, layer)), comparison, metres));

    public static Proposal Proposal(Site.Geometry site) => new("p", null, site, [], []);

    public static string Text(IEnumerable<Verdict> possible) => string.Join(' ', possible);

    private static int Slot(Vocabulary vocabulary, string layer) => vocabulary.TryFindLayer(layer, out var slot) ? slot : throw new InvalidOperationException(layer);

    private static Condition.Leaf Leaf(string text, LeafTest test) => new(text, test, TestLayers.Place);

    private static Requirement Requirement(string id, Scope scope, Condition? when) => new()
    {
        Id = id,
        Citation = Cite,
        Title = LocalText.Same(id),
        Dimension = Dimension.SpatialLayout,
        Heading = "heading",
        Scope = scope,
        InForce = new(new(2020, 12, 31), null),
        Terms = [],
        Norms = [new() { Id = $"{id}.a", Span = "原文", Gist = LocalText.Same(id), Effect = Effect.Prohibit, When = when ?? new Condition.All([]), Place = TestLayers.Place }],
        Remainder = [],
        Place = TestLayers.Place,
    };
}
