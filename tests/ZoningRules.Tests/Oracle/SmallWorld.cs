using System.Collections.Immutable;
using ZoningRules.Facts;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.RulePacks;

namespace ZoningRules.Tests.Oracle;

/// <summary>A vocabulary with every type of attribute, a few layers and control units: small enough to try every value.</summary>
internal sealed class SmallWorld
{
    public const int MostReadings = 8;

    public static readonly SourcePlace Nowhere = new("small-world");
    public static readonly DateOnly Day = new(2026, 11, 22);

    public static readonly MeasureUnit Tonnes = new("t/a", "mass-per-year", 1, 1, 0, LocalText.Same("t/a"));
    public static readonly MeasureUnit Steam = new("t-steam/h", "steam-rate", 1, 1, 0, LocalText.Same("t-steam/h"));
    public static readonly MeasureUnit Water = new("m3/a", "water-per-year", 1, 1, 0, LocalText.Same("m3/a"));

    public static readonly CodeSystem Industries = new(
        "industries",
        LocalText.Same("industries"),
        [new("1", "1", 0, 3), new("11", "11", 0, 1), new("12", "12", 1, 1), new("13", "13", 2, 1), new("2", "2", 3, 3), new("21", "21", 3, 2), new("211", "211", 3, 1), new("212", "212", 4, 1), new("22", "22", 5, 1)],
        6);

    public static readonly Instrument Law = new()
    {
        Id = "law",
        Number = "法〔2020〕1号",
        Title = LocalText.Same("law"),
        Issuer = "issuer",
        Rank = InstrumentRank.Municipal,
        InForce = new(new(2020, 12, 31), null),
        TextSha256 = "",
        Place = Nowhere,
    };

    public static readonly Citation Cite = new(Law, "第一条", "原文");

    public static readonly ImmutableArray<ControlUnit> Units =
    [
        new("ZH36022210001", "p", ControlCategory.Priority, "c", "s", true, Nowhere),
        new("ZH36022220001", "k", ControlCategory.Key, "c", "s", true, Nowhere),
        new("ZH36022220002", "l", ControlCategory.Key, "c", "s", false, Nowhere),
        new("ZH36022230001", "g", ControlCategory.General, "c", "s", true, Nowhere),
    ];

    private static readonly string[] Fuels = ["coal", "gas", "oil"];

    public SmallWorld()
    {
        Layers = [Layer("park", LayerShape.Areas, Answerer.Authority), Layer("river", LayerShape.Lines, Answerer.Applicant), Layer("zone", LayerShape.Areas, Answerer.Officer)];
        List<AttributeDefinition> all = [];
        AttributeDefinition Add(string id, AttributeType type, Answerer by = Answerer.Applicant, UnknownReasons reason = UnknownReasons.NotProvided)
        {
            all.Add(Define(id, type, all.Count, by, reason));
            return all[^1];
        }

        Kind = Add("kind", Choice("project", "park", "facility"));
        Strategic = Add("strategic", new AttributeType.YesNo());
        Burnt = Add("fuels", new AttributeType.Choices([.. Fuels.Select(Option)]));
        Industry = Add("industry", new AttributeType.Code(Industries));
        Added = Add("added", new AttributeType.Number(Tonnes, 0, null));
        Retired = Add("retired", new AttributeType.Number(Tonnes, 0, null));
        Withdrawal = Add("water", new AttributeType.Number(Water, 0, 1000));
        Heads = Add("heads", new AttributeType.Number(MeasureTable.Count, null, null));
        Vicinity = Add("vicinity", new AttributeType.YesNo(), Answerer.Officer, UnknownReasons.UndefinedTerm);
        Boilers = Add("boilers", new AttributeType.Items(
        [
            Define("fuel", Choice(Fuels), 0),
            Define("capacity", new AttributeType.Number(Steam, 0, null), 1),
            Define("permitted", new AttributeType.Number(Steam, 0, null), 2),
            Define("trade", new AttributeType.Code(Industries), 3),
            Define("clean", new AttributeType.YesNo(), 4),
        ]));
        Wastes = Add("wastes", new AttributeType.Items(
        [
            Define("sort", Choice("tyres", "batteries"), 0),
            Define("amount", new AttributeType.Number(Tonnes, 0, null), 1),
        ]));
        OpenDecision = Add("list.open", new AttributeType.YesNo(), Answerer.Officer, UnknownReasons.OpenList);
        foreach (var layer in Layers)
        {
            all.Add(Define(Vocabulary.InLayer(layer.Id), new AttributeType.YesNo(), all.Count, layer.AnsweredBy) with { Layer = layer.Id });
            all.Add(Define(Vocabulary.DistanceToLayer(layer.Id), new AttributeType.Number(MeasureTable.Metre, 0, null), all.Count, layer.AnsweredBy) with { Layer = layer.Id });
        }

        ReadingDecisions = [.. Enumerable.Range(0, MostReadings).Select(i => Add($"reading.{i}", Choice("strict", "mild"), Answerer.Officer))];
        Vocabulary = new(new MeasureTable([Tonnes, Steam, Water]), [.. all], Layers);
        ClosedList = List("closed", false, ["1"], [], ["12"], new(2020, 12, 31), new(2024, 1, 1));
        OpenList = List("open", true, ["11", "21"], ["1", "22"], ["211"], new(2020, 12, 31), null);
        SizeLimit = Dated("size-limit", Steam, (20, new(2020, 12, 31), new(2025, 1, 1)), (35, new(2026, 1, 1), null));
        AddedLimit = Dated("added-limit", Tonnes, (50, new(2020, 12, 31), null));
        WaterLimit = Dated("water-limit", Water, (500, new(2020, 12, 31), new(2025, 1, 1)), (400, new(2026, 1, 1), null));
    }

    public static SmallWorld Instance { get; } = new();

    public Vocabulary Vocabulary { get; }

    public ImmutableArray<LayerDefinition> Layers { get; }

    public AttributeDefinition Kind { get; }

    public AttributeDefinition Strategic { get; }

    public AttributeDefinition Burnt { get; }

    public AttributeDefinition Industry { get; }

    public AttributeDefinition Added { get; }

    public AttributeDefinition Retired { get; }

    public AttributeDefinition Withdrawal { get; }

    public AttributeDefinition Heads { get; }

    public AttributeDefinition Vicinity { get; }

    public AttributeDefinition Boilers { get; }

    public AttributeDefinition Wastes { get; }

    public AttributeDefinition OpenDecision { get; }

    public ImmutableArray<AttributeDefinition> ReadingDecisions { get; }

    public CodeList ClosedList { get; }

    public CodeList OpenList { get; }

    public Parameter SizeLimit { get; }

    public Parameter AddedLimit { get; }

    public Parameter WaterLimit { get; }

    public static AttributeDefinition Field(AttributeDefinition collection, string field) => ((AttributeType.Items)collection.Type).Fields.Single(f => f.Id == field);

    public int Slot(string layer) => Vocabulary.TryFindLayer(layer, out var slot) ? slot : throw new InvalidOperationException(layer);

    public RulePack Pack(IEnumerable<Requirement> requirements, UnitLists? lists = null, params ImmutableArray<Town> towns) => new()
    {
        Id = "small",
        Version = "1",
        Title = LocalText.Same("small"),
        Jurisdiction = "360222",
        Sha256 = "",
        Folder = "",
        Notices = [],
        Basis = [],
        Instruments = [Law],
        Vocabulary = Vocabulary,
        Lists = [ClosedList, OpenList],
        Parameters = [AddedLimit, SizeLimit, WaterLimit],
        Layers = [.. Layers.Append(Layer("units", LayerShape.ControlUnits, Answerer.Authority)).OrderBy(l => l.Id, StringComparer.Ordinal)],
        Units = Units,
        UnitsCitation = Cite,
        Towns = towns,
        UnitLists = lists,
        Requirements = [.. requirements],
    };

    /// <summary>A pack without control units.</summary>
    public RulePack Plan(IEnumerable<Requirement> requirements) => new()
    {
        Id = "plan",
        Version = "1",
        Title = LocalText.Same("plan"),
        Jurisdiction = "360222",
        Sha256 = "",
        Folder = "",
        Notices = [],
        Basis = [Cite],
        Instruments = [Law],
        Vocabulary = Vocabulary,
        Lists = [ClosedList, OpenList],
        Parameters = [AddedLimit, SizeLimit, WaterLimit],
        Layers = [.. Layers],
        Units = [],
        UnitsCitation = Cite,
        Towns = [],
        Requirements = [.. requirements],
    };

    /// <summary>The lists of all control units exist in law; those of the given ones are loaded.</summary>
    public static UnitLists Lists(params string[] loaded) => new([.. loaded], LocalText.Same("list"), LocalText.Same("issuer"), Cite);

    public static CodeEntry Code(string code) => Industries.TryFind(code, out var entry) ? entry : throw new InvalidOperationException(code);

    private static CodeList List(string name, bool open, string[] members, string[] review, string[] except, DateOnly from, DateOnly? until) => new()
    {
        Name = name,
        Label = LocalText.Same(name),
        System = Industries,
        Open = open,
        Interpretation = false,
        Editions = [new(new(from, until), Cite, [.. members.Select(Code)], [.. review.Select(Code)], [.. except.Select(Code)])],
        Place = Nowhere,
    };

    private static Parameter Dated(string name, MeasureUnit measure, params (decimal Value, DateOnly From, DateOnly? Until)[] values) => new()
    {
        Name = name,
        Label = LocalText.Same(name),
        Measure = measure,
        Values = [.. values.Select(v => new ParameterValue(new(v.From, v.Until), new(v.Value, measure), Cite))],
        Place = Nowhere,
    };

    private static AttributeType.Choice Choice(params string[] options) => new([.. options.Select(Option)]);

    private static ChoiceOption Option(string id) => new(id, LocalText.Same(id));

    private static AttributeDefinition Define(
        string id, AttributeType type, int slot, Answerer by = Answerer.Applicant, UnknownReasons reason = UnknownReasons.NotProvided) => new()
        {
            Id = id,
            Type = type,
            Label = LocalText.Same(id),
            Ask = LocalText.Same($"{id}?"),
            AnsweredBy = by,
            UnknownAs = reason,
            Slot = slot,
            Place = Nowhere,
        };

    private static LayerDefinition Layer(string id, LayerShape shape, Answerer by) => new()
    {
        Id = id,
        Label = LocalText.Same(id),
        Shape = shape,
        Ask = LocalText.Same($"{id}?"),
        AnsweredBy = by,
        Place = Nowhere,
    };
}
