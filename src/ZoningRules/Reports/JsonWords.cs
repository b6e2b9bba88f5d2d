using System.Diagnostics;
using ZoningRules.Facts;
using ZoningRules.Findings;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Proposals;
using ZoningRules.RulePacks;
using ZoningRules.Verdicts;

namespace ZoningRules.Reports;

/// <summary>
/// The words that JSON and CSV use, the same in every language; a contract, so they are written out instead of being taken from the names of the code. Their case is that of
/// the contract: verdicts, outcomes, truths and categories begin with a capital, all others are small with hyphens.
/// </summary>
public static class JsonWords
{
    /// <summary>A verdict, such as <c>Prohibited</c>.</summary>
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Admissible => "Admissible",
        Verdict.Conditional => "Conditional",
        Verdict.Undetermined => "Undetermined",
        Verdict.Prohibited => "Prohibited",
        _ => throw new UnreachableException(),
    };

    /// <summary>A norm's outcome, such as <c>Violated</c>.</summary>
    public static string Of(Outcome outcome) => outcome switch
    {
        Outcome.NotApplicable => "NotApplicable",
        Outcome.Satisfied => "Satisfied",
        Outcome.Conditional => "Conditional",
        Outcome.Undetermined => "Undetermined",
        Outcome.Violated => "Violated",
        _ => throw new UnreachableException(),
    };

    /// <summary>What came of a condition line, such as <c>True</c>.</summary>
    public static string Of(Truth truth) => truth switch
    {
        Truth.True => "True",
        Truth.False => "False",
        Truth.Unknown => "Unknown",
        _ => throw new UnreachableException(),
    };

    /// <summary>A unit category, such as <c>Key</c>.</summary>
    public static string Of(ControlCategory category) => category switch
    {
        ControlCategory.Priority => "Priority",
        ControlCategory.Key => "Key",
        ControlCategory.General => "General",
        _ => throw new UnreachableException(),
    };

    /// <summary>A dimension, such as <c>spatial-layout</c>.</summary>
    public static string Of(Dimension dimension) => dimension switch
    {
        Dimension.SpatialLayout => "spatial-layout",
        Dimension.PollutantDischarge => "pollutant-discharge",
        Dimension.EnvironmentalRisk => "environmental-risk",
        Dimension.ResourceEfficiency => "resource-efficiency",
        _ => throw new UnreachableException(),
    };

    /// <summary>What a norm does, such as <c>prohibit</c>.</summary>
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

    /// <summary>Where a fact comes from, such as <c>declared</c>.</summary>
    public static string Of(FactOrigin origin) => origin switch
    {
        FactOrigin.None => "none",
        FactOrigin.Declared => "declared",
        FactOrigin.Measured => "measured",
        FactOrigin.Derived => "derived",
        FactOrigin.Decided => "decided",
        _ => throw new UnreachableException(),
    };

    /// <summary>Who can answer a question, such as <c>applicant</c>.</summary>
    public static string Of(Answerer answerer) => answerer switch
    {
        Answerer.Applicant => "applicant",
        Answerer.Officer => "officer",
        Answerer.Surveyor => "surveyor",
        Answerer.Authority => "authority",
        _ => throw new UnreachableException(),
    };

    /// <summary>Which part of a norm a line of evidence belongs to, such as <c>applies</c>.</summary>
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

    /// <summary>What the features of a layer are, such as <c>areas</c>.</summary>
    public static string Of(LayerShape shape) => shape switch
    {
        LayerShape.Areas => "areas",
        LayerShape.Lines => "lines",
        LayerShape.Points => "points",
        LayerShape.ControlUnits => "control-units",
        LayerShape.Towns => "towns",
        _ => throw new UnreachableException(),
    };

    /// <summary>How grave a flaw of a layer is, such as <c>warning</c>.</summary>
    public static string Of(FlawSeverity severity) => severity switch
    {
        FlawSeverity.Note => "note",
        FlawSeverity.Warning => "warning",
        FlawSeverity.Error => "error",
        _ => throw new UnreachableException(),
    };

    /// <summary>Whether a layer could answer, such as <c>not-covered</c>.</summary>
    public static string Of(LayerStatus status) => status switch
    {
        LayerStatus.Measured => "measured",
        LayerStatus.NoLayer => "no-layer",
        LayerStatus.NotCovered => "not-covered",
        LayerStatus.Failed => "failed",
        LayerStatus.NoGeometry => "no-geometry",
        _ => throw new UnreachableException(),
    };

    /// <summary>Why a unit is a candidate, such as <c>named-town</c>.</summary>
    public static string Of(CandidateBasis basis) => basis switch
    {
        CandidateBasis.NamedTown => "named-town",
        CandidateBasis.ParkWithoutHostTown => "park-without-host-town",
        CandidateBasis.Hole => "hole",
        _ => throw new UnreachableException(),
    };

    /// <summary>The order of the axes, such as <c>east-north</c>.</summary>
    public static string Of(SiteAxes axes) => axes switch
    {
        SiteAxes.EastNorth => "east-north",
        SiteAxes.NorthEast => "north-east",
        _ => throw new UnreachableException(),
    };

    /// <summary>The sense of the rotations of a datum shift, such as <c>position-vector</c>.</summary>
    public static string Of(RotationConvention convention) => convention switch
    {
        RotationConvention.PositionVector => "position-vector",
        RotationConvention.CoordinateFrame => "coordinate-frame",
        _ => throw new UnreachableException(),
    };

    /// <summary>Whether a pack is about a project, such as <c>not-concerned</c>.</summary>
    public static string Of(Concern concern) => concern switch
    {
        Concern.NotConcerned => "not-concerned",
        Concern.Undecided => "undecided",
        Concern.Concerned => "concerned",
        _ => throw new UnreachableException(),
    };

    /// <summary>Why a place is in doubt, such as <c>known-hole</c>.</summary>
    public static string Of(DoubtKind kind) => kind switch
    {
        DoubtKind.KnownHole => "known-hole",
        DoubtKind.NoUnit => "no-unit",
        DoubtKind.OutsideCoverage => "outside-coverage",
        DoubtKind.UnitUnknown => "unit-unknown",
        DoubtKind.CoordinatesDoubtful => "coordinates-doubtful",
        DoubtKind.NotConcerned => "not-concerned",
        DoubtKind.NothingInForce => "nothing-in-force",
        _ => throw new UnreachableException(),
    };

    /// <summary>One reason why a fact is unknown, such as <c>not-provided</c>. Several at once have no word.</summary>
    /// <exception cref="UnreachableException">It is none, or several at once.</exception>
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
