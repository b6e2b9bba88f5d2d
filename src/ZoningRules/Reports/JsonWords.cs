using System.Diagnostics;
using ZoningRules.Facts;
using ZoningRules.Findings;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Proposals;
using ZoningRules.RulePacks;
using ZoningRules.Verdicts;

namespace ZoningRules.Reports;

/// <summary>The words that JSON uses; a contract, so they are written out instead of being taken from the names of the code.</summary>
internal static class JsonWords
{
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Admissible => "Admissible",
        Verdict.Conditional => "Conditional",
        Verdict.Undetermined => "Undetermined",
        Verdict.Prohibited => "Prohibited",
        _ => throw new UnreachableException(),
    };

    public static string Of(Outcome outcome) => outcome switch
    {
        Outcome.NotApplicable => "NotApplicable",
        Outcome.Satisfied => "Satisfied",
        Outcome.Conditional => "Conditional",
        Outcome.Undetermined => "Undetermined",
        Outcome.Violated => "Violated",
        _ => throw new UnreachableException(),
    };

    public static string Of(Truth truth) => truth switch
    {
        Truth.True => "True",
        Truth.False => "False",
        Truth.Unknown => "Unknown",
        _ => throw new UnreachableException(),
    };

    public static string Of(ControlCategory category) => category switch
    {
        ControlCategory.Priority => "Priority",
        ControlCategory.Key => "Key",
        ControlCategory.General => "General",
        _ => throw new UnreachableException(),
    };

    public static string Of(Dimension dimension) => dimension switch
    {
        Dimension.SpatialLayout => "spatial-layout",
        Dimension.PollutantDischarge => "pollutant-discharge",
        Dimension.EnvironmentalRisk => "environmental-risk",
        Dimension.ResourceEfficiency => "resource-efficiency",
        _ => throw new UnreachableException(),
    };

    public static string Of(Effect effect) => effect switch
    {
        Effect.Prohibit => "prohibit",
        Effect.Require => "require",
        Effect.Oblige => "oblige",
        Effect.Cap => "cap",
        Effect.Exit => "exit",
        Effect.Manual => "manual",
        _ => throw new UnreachableException(),
    };

    public static string Of(FactOrigin origin) => origin switch
    {
        FactOrigin.None => "none",
        FactOrigin.Declared => "declared",
        FactOrigin.Measured => "measured",
        FactOrigin.Derived => "derived",
        FactOrigin.Decided => "decided",
        _ => throw new UnreachableException(),
    };

    public static string Of(Answerer answerer) => answerer switch
    {
        Answerer.Applicant => "applicant",
        Answerer.Officer => "officer",
        Answerer.Surveyor => "surveyor",
        Answerer.Authority => "authority",
        _ => throw new UnreachableException(),
    };

    public static string Of(TraceRole role) => role switch
    {
        TraceRole.Scope => "scope",
        TraceRole.Applies => "applies",
        TraceRole.Unless => "unless",
        TraceRole.When => "when",
        TraceRole.Cap => "cap",
        TraceRole.Shown => "shown",
        _ => throw new UnreachableException(),
    };

    public static string Of(LayerShape shape) => shape switch
    {
        LayerShape.Areas => "areas",
        LayerShape.Lines => "lines",
        LayerShape.Points => "points",
        LayerShape.ControlUnits => "control-units",
        LayerShape.Towns => "towns",
        _ => throw new UnreachableException(),
    };

    public static string Of(FlawSeverity severity) => severity switch
    {
        FlawSeverity.Note => "note",
        FlawSeverity.Warning => "warning",
        FlawSeverity.Error => "error",
        _ => throw new UnreachableException(),
    };

    public static string Of(LayerStatus status) => status switch
    {
        LayerStatus.Measured => "measured",
        LayerStatus.NoLayer => "no-layer",
        LayerStatus.NotCovered => "not-covered",
        LayerStatus.Failed => "failed",
        LayerStatus.NoGeometry => "no-geometry",
        _ => throw new UnreachableException(),
    };

    public static string Of(CandidateBasis basis) => basis switch
    {
        CandidateBasis.NamedTown => "named-town",
        CandidateBasis.ParkWithoutHostTown => "park-without-host-town",
        CandidateBasis.Hole => "hole",
        _ => throw new UnreachableException(),
    };

    public static string Of(SiteAxes axes) => axes switch
    {
        SiteAxes.EastNorth => "east-north",
        SiteAxes.NorthEast => "north-east",
        _ => throw new UnreachableException(),
    };

    public static string Of(RotationConvention convention) => convention switch
    {
        RotationConvention.PositionVector => "position-vector",
        RotationConvention.CoordinateFrame => "coordinate-frame",
        _ => throw new UnreachableException(),
    };

    public static string Of(DoubtKind kind) => kind switch
    {
        DoubtKind.KnownHole => "known-hole",
        DoubtKind.NoUnit => "no-unit",
        DoubtKind.OutsideCoverage => "outside-coverage",
        DoubtKind.UnitUnknown => "unit-unknown",
        DoubtKind.CoordinatesDoubtful => "coordinates-doubtful",
        DoubtKind.NothingInForce => "nothing-in-force",
        _ => throw new UnreachableException(),
    };

    public static string Of(UnknownReasons reason) => reason switch
    {
        UnknownReasons.NotProvided => "not-provided",
        UnknownReasons.Imprecise => "imprecise",
        UnknownReasons.OpenList => "open-list",
        UnknownReasons.UndefinedTerm => "undefined-term",
        UnknownReasons.NoLayer => "no-layer",
        UnknownReasons.NotCovered => "not-covered",
        UnknownReasons.LayerFailed => "layer-failed",
        UnknownReasons.StaleLedger => "stale-ledger",
        UnknownReasons.Conflicting => "conflicting",
        UnknownReasons.NoValue => "no-value",
        _ => throw new UnreachableException(),
    };
}
