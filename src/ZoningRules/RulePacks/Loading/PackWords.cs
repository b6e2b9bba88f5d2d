using System.Collections.Immutable;
using ZoningRules.Facts;
using ZoningRules.Locations;
using ZoningRules.Problems.Sources;

namespace ZoningRules.RulePacks.Loading;

/// <summary>The words that stand for closed choices in a rule pack.</summary>
internal static class PackWords
{
    public static readonly ImmutableArray<Word<InstrumentRank>> Ranks =
    [
        new("national", InstrumentRank.National),
        new("provincial", InstrumentRank.Provincial),
        new("municipal", InstrumentRank.Municipal),
        new("county", InstrumentRank.County),
    ];

    public static readonly ImmutableArray<Word<Answerer>> Answerers =
    [
        new("applicant", Answerer.Applicant),
        new("officer", Answerer.Officer),
        new("surveyor", Answerer.Surveyor),
        new("authority", Answerer.Authority),
    ];

    public static readonly ImmutableArray<Word<UnknownReasons>> Reasons =
    [
        new("not-provided", UnknownReasons.NotProvided),
        new("imprecise", UnknownReasons.Imprecise),
        new("open-list", UnknownReasons.OpenList),
        new("undefined-term", UnknownReasons.UndefinedTerm),
        new("no-layer", UnknownReasons.NoLayer),
        new("not-covered", UnknownReasons.NotCovered),
        new("layer-failed", UnknownReasons.LayerFailed),
        new("stale-ledger", UnknownReasons.StaleLedger),
        new("conflicting", UnknownReasons.Conflicting),
        new("no-value", UnknownReasons.NoValue),
    ];

    public static readonly ImmutableArray<Word<LayerShape>> Shapes =
    [
        new("areas", LayerShape.Areas),
        new("lines", LayerShape.Lines),
        new("points", LayerShape.Points),
        new("control-units", LayerShape.ControlUnits),
        new("towns", LayerShape.Towns),
    ];

    public static readonly ImmutableArray<Word<ControlCategory>> Categories =
    [
        new("priority", ControlCategory.Priority),
        new("key", ControlCategory.Key),
        new("general", ControlCategory.General),
    ];

    public static readonly ImmutableArray<Word<Dimension>> Dimensions =
    [
        new("spatial-layout", Dimension.SpatialLayout),
        new("pollutant-discharge", Dimension.PollutantDischarge),
        new("environmental-risk", Dimension.EnvironmentalRisk),
        new("resource-efficiency", Dimension.ResourceEfficiency),
    ];

    public static readonly ImmutableArray<Word<Effect>> Effects =
    [
        new("prohibit", Effect.Prohibit),
        new("require", Effect.Require),
        new("oblige", Effect.Oblige),
        new("cap", Effect.Cap),
        new("exit", Effect.Exit),
        new("manual", Effect.Manual),
    ];

    public static readonly ImmutableArray<Word<RuleTableColumnKind>> ColumnKinds =
    [
        new("key", RuleTableColumnKind.Key),
        new("limit", RuleTableColumnKind.Limit),
        new("words", RuleTableColumnKind.Words),
    ];

    /// <summary>What is computed from published figures.</summary>
    public static readonly ImmutableArray<Word<FigureOperation>> FigureOperations =
    [
        new("sum", FigureOperation.Sum),
        new("product", FigureOperation.Product),
        new("share", FigureOperation.Share),
    ];

    /// <summary>How the result should stand to a published figure.</summary>
    public static readonly ImmutableArray<Word<FigureRelation>> FigureRelations =
    [
        new("equal", FigureRelation.Equal),
        new("at-most", FigureRelation.AtMost),
        new("at-least", FigureRelation.AtLeast),
    ];

    /// <summary>How a value holds against a limit.</summary>
    public static readonly ImmutableArray<Word<Comparison>> Comparisons =
    [
        new("<=", Comparison.AtMost),
        new("<", Comparison.LessThan),
        new(">=", Comparison.AtLeast),
        new(">", Comparison.MoreThan),
    ];

    public static readonly ImmutableArray<Word<ReadingStatus>> ReadingStatuses =
    [
        new("assumed", ReadingStatus.Assumed),
        new("alternative", ReadingStatus.Alternative),
        new("confirmed", ReadingStatus.Confirmed),
    ];

    /// <summary>Whether a list's codes are our interpretation.</summary>
    public static readonly ImmutableArray<Word<bool>> Mappings = [new("stated", false), new("interpretation", true)];

    /// <summary>Whether a term is confirmed.</summary>
    public static readonly ImmutableArray<Word<bool>> TermStatuses = [new("to-confirm", false), new("confirmed", true)];

    /// <summary>Whether a target binds only in its year.</summary>
    public static readonly ImmutableArray<Word<bool>> Bindings = [new("until-year", false), new("in-year", true)];

    /// <summary>Whether the pack divides its territory into control units.</summary>
    public static readonly ImmutableArray<Word<bool>> ControlUnits = [new("listed", true), new("none", false)];

    /// <summary>Whether the host town of a unit is stated.</summary>
    public static readonly ImmutableArray<Word<bool>> HostTowns = [new("not-stated", false)];
}
