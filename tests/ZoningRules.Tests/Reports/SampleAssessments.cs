using System.Collections.Immutable;
using ZoningRules.Facts;
using ZoningRules.Findings;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Proposals;
using ZoningRules.RulePacks;
using ZoningRules.Verdicts;

namespace ZoningRules.Tests.Reports;

/// <summary>Assessments made by hand that hold at least one of everything a report can show.</summary>
internal static class SampleAssessments
{
    private static readonly SourcePlace Nowhere = new("sample.yaml", 1, 1);
    private static readonly DateOnly Day = new(2026, 11, 22);

    private static readonly Instrument City = new()
    {
        Id = "jdz-2020-8",
        Number = "景府发〔2020〕8号",
        Title = new("景德镇市“三线一单”生态环境分区管控方案", "zoning scheme of Jingdezhen"),
        Issuer = "景德镇市人民政府",
        Rank = InstrumentRank.Municipal,
        InForce = new(new(2020, 12, 31), null),
        TextSha256 = new('a', 64),
        Place = Nowhere,
    };

    private static readonly ControlUnit KeyUnit = new(
        "ZH36028120002", "乐平市重点管控单元2", ControlCategory.Key, "乐平市", "乐平工业园", false, Nowhere);

    private static readonly ControlUnit GeneralUnit = new(
        "ZH36028130004", "乐平市一般管控单元4", ControlCategory.General, "乐平市", "浯口镇", true, Nowhere);

    private static readonly AttributeDefinition Action = new()
    {
        Id = "project.action",
        Type = new AttributeType.Choice([new("new", new("新建", "new construction")), new("existing", new("现有", "existing"))]),
        Label = new("建设性质", "kind of construction"),
        Ask = new("本项目属于新建还是现有？", "Is this new or existing?"),
        AnsweredBy = Answerer.Applicant,
        Slot = 0,
        Place = Nowhere,
    };

    private static readonly AttributeDefinition Boilers = new()
    {
        Id = "boilers",
        Type = new AttributeType.Items([new()
        {
            Id = "capacity",
            Type = new AttributeType.Number(new("t-steam/h", "steam-rate", 1, 1, 0, new("蒸吨/小时", "t steam/h")), 0, null),
            Label = new("额定出力", "capacity"),
            Ask = new("额定出力是多少？", "What is its capacity?"),
            AnsweredBy = Answerer.Applicant,
            Slot = 0,
            Place = Nowhere,
        }]),
        Label = new("锅炉", "boilers"),
        Ask = new("有几台锅炉？", "Which boilers are there?"),
        AnsweredBy = Answerer.Applicant,
        Evidence = new("锅炉铭牌", "the boiler's plate"),
        Slot = 1,
        Place = Nowhere,
    };

    private static readonly CodeSystem Trades = new("gb-t-4754", new("国民经济行业分类", "trades"), [new("2614", "有机化学原料制造", 0, 1)], 1);

    private static readonly CodeList Heavy = new()
    {
        Name = "heavy-polluting",
        Label = new("化工等重污染项目", "heavily polluting projects"),
        System = Trades,
        Open = true,
        Interpretation = true,
        Note = new("“化工”对应26", "chemicals are 26"),
        Editions = [],
        Place = Nowhere,
    };

    private static readonly AttributeDefinition Industry = new()
    {
        Id = "project.industry",
        Type = new AttributeType.Code(Trades),
        Label = new("国民经济行业", "industry"),
        Ask = new("属于哪个行业？", "Which industry?"),
        AnsweredBy = Answerer.Applicant,
        Slot = 2,
        Place = Nowhere,
    };

    private static readonly LayerDefinition River = new()
    {
        Id = "river-main",
        Label = new("昌江、乐安河干流", "main stems of the Changjiang and the Le'an"),
        Shape = LayerShape.Lines,
        Ask = new("距干流多远？", "How far is the river?"),
        AnsweredBy = Answerer.Surveyor,
        Place = Nowhere,
    };

    private static readonly Requirement Rivers = Of(
        "JDZ-2020-09",
        "附件4 第9项",
        Dimension.SpatialLayout,
        "1公里范围内不得新上化工等重污染项目；不得新建限制类和淘汰类项目。",
        [
            Norm("JDZ-2020-09.b", "1公里范围内不得新上化工等重污染项目", Effect.Prohibit, new("两河1公里内不得新上重污染项目。", "No new heavily polluting project within 1 km of the two rivers."))
                with
                {
                    Applies = new Condition.Leaf("project.industry in list(heavy-polluting)", new LeafTest.OnList(new Operand.OfProposal(Industry), Heavy, null), Nowhere),
                    When = new Condition.Leaf(
                        "distance(site, river-main) <= 1 km", new LeafTest.Compare(new Operand.Distance("river-main", 0), Comparison.AtMost, 1000), Nowhere),
                },
            Norm("JDZ-2020-09.c", "不得新建限制类和淘汰类项目", Effect.Prohibit, new("不得新建限制类、淘汰类项目。", "No project of the restricted or eliminated class."))
                with
                {
                    Readings =
                    [
                        new("city-wide", ReadingStatus.Assumed, new("分号后另起一句", "a new clause begins"), Leaf("project.action is new")),
                        new("river-1km", ReadingStatus.Alternative, new("承前省略", "the words are carried over"), Leaf("project.action is new")),
                    ],
                },
        ],
        new TermToConfirm("范围内", new("起算线未写明", "the base line is not stated"), new("河道中心线", "the centre line"), false));

    private static readonly Requirement Totals = Of(
        "JDZ-2020-16", "附件4 第16项", Dimension.PollutantDischarge, "全市化学需氧量排放总量比2015年下降4.3%。",
        [Norm("JDZ-2020-16.a", "全市化学需氧量排放总量比2015年下降4.3%", Effect.Cap, new("化学需氧量总量控制。", "The total of COD is capped."))]);

    private static readonly Requirement Joint = Of(
        "JDZ-2020-20", "附件4 第20项", Dimension.EnvironmentalRisk, "建立协作机制。",
        [Norm("JDZ-2020-20.a", "建立协作机制", Effect.Manual, new("建立协作机制。", "Set up cooperation.")) with
        {
            Addressee = new("市、县人民政府", "city and county governments"),
            Reason = new("是政府的工作任务", "a task of governments"),
        }]);

    private static readonly Requirement Water = Of(
        "JDZ-2020-21", "附件4 第21项", Dimension.ResourceEfficiency, "到2020年控制在9.1亿立方米以内；2030年控制在9.44亿立方米以内。",
        [
            Norm("JDZ-2020-21.a", "到2020年控制在9.1亿立方米以内", Effect.Cap, new("2020年用水总量。", "Water in 2020.")),
            Norm("JDZ-2020-21.b", "2030年控制在9.44亿立方米以内", Effect.Cap, new("2030年用水总量。", "Water in 2030.")),
        ]);

    private static readonly Requirement Exits = Of(
        "JDZ-2020-14", "附件4 第14项", Dimension.SpatialLayout, "禁养区内现有畜禽养殖场进行关闭或搬迁。",
        [Norm("JDZ-2020-14.a", "禁养区内现有畜禽养殖场进行关闭或搬迁", Effect.Exit, new("禁养区内现有养殖场关闭或搬迁。", "Existing farms in the ban zone close or move."))]);

    public static RulePack Pack { get; } = new()
    {
        Id = "sample",
        Version = "1.0",
        Title = new("示例规则包", "sample pack"),
        Jurisdiction = "360200",
        Sha256 = new('b', 64),
        Folder = "rules/sample",
        Notices = [],
        Basis = [Cite("前言", "根据法律制定。")],
        Instruments = [City],
        Vocabulary = new(MeasureTable.Standard, [Action, Boilers, Industry], [River]),
        Lists = [Heavy],
        Parameters = [],
        Layers = [River],
        Units = [KeyUnit, GeneralUnit],
        UnitsCitation = Cite("附件3", "环境管控单元"),
        Towns = [],
        Requirements = [Rivers, Exits, Totals, Joint, Water],
    };

    /// <summary>Prohibited, with a location that straddles two units.</summary>
    public static Assessment Prohibited() => new()
    {
        Proposal = Proposal("年产 5 万吨精细化工中间体项目", new Site.Geometry(SiteFormat.Wkt, "POLYGON((0 0,1 0,1 1,0 0))", "EPSG:4490", new Metres(1), Nowhere)),
        Pack = Pack,
        GoverningDate = Day,
        Verdict = Verdict.Prohibited,
        Possible = [Verdict.Prohibited],
        SameForEveryCompletion = false,
        Exact = true,
        Location = Location(),
        Findings =
        [
            Finding(Rivers, 0, Outcome.Violated, UnknownReasons.None,
                Line(TraceRole.Applies, "project.industry in list(heavy-polluting)", new("国民经济行业 列入 化工等重污染项目", "industry is on the list heavily polluting projects"), Truth.True, "2614 有机化学原料制造", FactOrigin.Declared),
                Line(TraceRole.When, "distance(site, river-main) <= 1 km", new("场址距 river-main ≤ 1 km", "distance from the site to river-main ≤ 1 km"), Truth.True, "0.82 ± 0.02 km", FactOrigin.Measured)),
            Finding(Rivers, 1, Outcome.Undetermined, UnknownReasons.NotProvided,
                Line(TraceRole.When, "project.action is new", new("建设性质 为 新建", "kind of construction is new construction"), Truth.Unknown, "—", FactOrigin.None, UnknownReasons.NotProvided, reading: "city-wide"))
                with { DifferingReadings = [KeyValuePair.Create("river-1km", Outcome.Satisfied)] },
            Finding(Exits, 0, Outcome.NotApplicable, UnknownReasons.None),
            Finding(Totals, 0, Outcome.Undetermined, UnknownReasons.StaleLedger | UnknownReasons.NotProvided) with { SameForEveryValue = true },
        ],
        Manual = [Finding(Joint, 0, Outcome.Undetermined, UnknownReasons.None)],
        Doubts = [],
        Questions = [],
        Obligations = [],
        UnboundTargets =
        [
            new("JDZ-2020-21.a", 2020, true, Cite("附件4 第21项", "到2020年控制在9.1亿立方米以内")),
            new("JDZ-2020-21.b", 2030, false, Cite("附件4 第21项", "2030年控制在9.44亿立方米以内")),
        ],
        NotLoaded = [new(KeyUnit.Code, KeyUnit.Name, new("单元生态环境准入清单", "list of the unit"), new("乐平市人民政府", "Leping city"), Cite("附件5", "另行制定"))],
        Notices = [new("示意，非法定界线", "Illustrative; not a legal boundary")],
        Receipt = Receipt(),
    };

    /// <summary>Undetermined, known by its town only, with questions for three kinds of people and obligations.</summary>
    public static Assessment InTown() => Prohibited() with
    {
        Proposal = Proposal("只知乡镇的项目", new Site.Town("浯口镇", "乐平市", Nowhere)),
        Verdict = Verdict.Undetermined,
        Possible = [Verdict.Conditional, Verdict.Prohibited],
        Exact = false,
        Location = null,
        Candidates =
        [
            new(GeneralUnit, CandidateBasis.NamedTown, Verdict.Undetermined, [Verdict.Conditional, Verdict.Prohibited]),
            new(KeyUnit, CandidateBasis.ParkWithoutHostTown, Verdict.Prohibited, [Verdict.Prohibited]),
            new(null, CandidateBasis.Hole, Verdict.Undetermined, [Verdict.Undetermined]),
        ],
        Findings =
        [
            Finding(Rivers, 0, Outcome.Undetermined, UnknownReasons.NotProvided | UnknownReasons.NoLayer,
                Line(TraceRole.When, "distance(site, river-main) <= 1 km", new("场址距 river-main ≤ 1 km", "distance from the site to river-main ≤ 1 km"), Truth.Unknown, "—", FactOrigin.None, UnknownReasons.NoLayer, unit: KeyUnit.Code, item: "boilers[1]")),
            Finding(Rivers, 1, Outcome.Satisfied, UnknownReasons.None),
            Finding(Exits, 0, Outcome.Conditional, UnknownReasons.None),
            Finding(Totals, 0, Outcome.NotApplicable, UnknownReasons.None),
        ],
        Doubts = [new(DoubtKind.KnownHole, new("场址可能位于空白区", "the site may lie in a hole"), Cite("附件3", "环境管控单元"), new(0.25m))],
        Questions =
        [
            new()
            {
                Attribute = "boilers[1].capacity", Ask = Boilers.Ask, AnsweredBy = Answerer.Applicant, Evidence = Boilers.Evidence, Definition = Boilers,
                Reasons = UnknownReasons.NotProvided, Cost = 1, Decides = ["JDZ-2020-09.b", "JDZ-2020-09.c"],
            },
            new() { Attribute = "ledger.cod", Ask = new("请提供台账", "Give the ledger"), AnsweredBy = Answerer.Authority, Reasons = UnknownReasons.StaleLedger, Cost = 4, Decides = ["JDZ-2020-16.a"] },
        ],
        Obligations =
        [
            new("JDZ-2020-14.a", new(new("关闭或搬迁", "close or move"), new("养殖场经营者", "the operator"), new("未规定期限", "no date stated"), new("县级以上人民政府", "county government")), Cite("附件4 第14项", "关闭或搬迁")),
            new("JDZ-2020-14.a", new(new("落实替代", "replace it"), new("建设单位", "the applicant"), new("开工前", "before construction"), null), Cite("附件4 第14项", "关闭或搬迁")),
        ],
        Receipt = Receipt() with { Layers = [] },
    };

    /// <summary>Admissible, with input that tries to break out of the report.</summary>
    public static Assessment Hostile(string name) => Prohibited() with
    {
        Proposal = Proposal(name, new Site.NotStated()) with { Source = name },
        Verdict = Verdict.Admissible,
        Possible = [Verdict.Admissible],
        Findings = [Finding(Rivers, 1, Outcome.Satisfied, UnknownReasons.None, Line(TraceRole.When, "project.action is new", new("建设性质 为 新建", "kind is new"), Truth.False, name, FactOrigin.Declared))],
        Manual = [],
        UnboundTargets = [],
        NotLoaded = [],
        Notices = [],
        Location = null,
    };

    private static SiteLocation Location() => new()
    {
        Area = new(123_456.7m),
        Accuracy = new(1),
        Crs = "EPSG:4490",
        Method = "EPSG:4548",
        Representative = (117.1355m, 28.9122m),
        Units =
        [
            Hit(KeyUnit, Truth.True, 98_765.4m, 0.8m),
            Hit(GeneralUnit, Truth.Unknown, 24_691.3m, 0.19995m),
        ],
        Slivers = [Hit(GeneralUnit, Truth.True, 0.4m, 0.000003m)],
        Gaps = [new(new(6.2m), new(0.00005m), null, false), new(new(60m), new(0.0005m), "原七一三厂", false), new(new(5m), new(0.00004m), null, true)],
        Relations =
        [
            new()
            {
                Layer = "river-main", Status = LayerStatus.Measured, In = Truth.False, Within = Truth.False, Distance = new(new(800), new(840)),
                Accuracy = new(21), NearestFeature = "乐安河", BearingDegrees = 300, Illustrative = true,
            },
        ],
        Layers = [new("river-main", LayerStatus.Measured, new('c', 64), "示意河流", Day, true)],
        Steps = [new("换算到三度带", "converted to the 3-degree belt")],
    };

    private static UnitHit Hit(ControlUnit unit, Truth certainty, decimal area, decimal share) => new()
    {
        Code = unit.Code,
        Name = unit.Name,
        Category = unit.Category,
        Certainty = certainty,
        Area = new(area),
        ShareOfSite = new(share),
        ShareOfUnit = new(share / 1000),
        Relations = [],
    };

    private static Proposal Proposal(string name, Site site) => new(
        name,
        Day,
        site,
        [
            new("project.action", new RawValue.Text("new")),
            new("project.industry", new RawValue.Text("2614")),
            new("boilers", new RawValue.List([new RawValue.Map([KeyValuePair.Create("capacity", (RawValue)new RawValue.Text("20 t-steam/h"))])])),
        ],
        [new("term.vicinity", new RawValue.Text("yes"), "李四", Day, "现场踏勘")],
        "samples/one.yaml",
        new('d', 64));

    private static Receipt Receipt() => new(
        "ZoningRules 0.1.0",
        "sample",
        "1.0",
        new('b', 64),
        [new("river-main", LayerStatus.Measured, new('c', 64), "示意河流", Day, true), new("soil-exceedance", LayerStatus.NoLayer, "", "", null, false)],
        new('d', 64),
        [KeyValuePair.Create("cod", new string('e', 64))]);

    private static Requirement Of(string id, string place, Dimension dimension, string quote, ImmutableArray<Norm> norms, params ImmutableArray<TermToConfirm> terms) => new()
    {
        Id = id,
        Citation = Cite(place, quote),
        Title = new(id, id),
        Dimension = dimension,
        Heading = "要求",
        Scope = new Scope.City(),
        InForce = new(new(2020, 12, 31), null),
        Terms = terms,
        Norms = norms,
        Remainder = [],
        Place = Nowhere,
    };

    private static Norm Norm(string id, string span, Effect effect, LocalText gist) => new() { Id = id, Span = span, Gist = gist, Effect = effect, Place = Nowhere };

    private static Condition.Leaf Leaf(string text) => new(text, new LeafTest.OneOf(new Operand.OfProposal(Action), 1), Nowhere);

    private static Finding Finding(Requirement requirement, int norm, Outcome outcome, UnknownReasons reasons, params ImmutableArray<TraceLine> trace) =>
        new() { Requirement = requirement, Norm = requirement.Norms[norm], Outcome = outcome, Reasons = reasons, Trace = trace };

    private static TraceLine Line(
        TraceRole role, string leaf, LocalText words, Truth truth, string value, FactOrigin origin, UnknownReasons reasons = UnknownReasons.None,
        string? unit = null, string? item = null, string? reading = null) =>
        new(role, leaf, words, truth, LocalText.Same(value), origin, reasons, unit, item, reading);

    private static Citation Cite(string place, string quote) => new(City, place, quote);
}
