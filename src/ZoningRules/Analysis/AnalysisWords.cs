using System.Diagnostics;

namespace ZoningRules.Analysis;

/// <summary>The words that the JSON of <c>rules lint</c> and <c>rules diff</c> uses for the closed types of an analysis, the same in every language; a contract, as <see cref="Reports.JsonWords"/> is.</summary>
public static class AnalysisWords
{
    /// <summary>The kind of a remark, such as <c>NeverFires</c>.</summary>
    public static string Of(RemarkKind kind) => kind switch
    {
        RemarkKind.NeverFires => "NeverFires",
        RemarkKind.NoWayToComply => "NoWayToComply",
        RemarkKind.ImpliedBy => "ImpliedBy",
        RemarkKind.SameAs => "SameAs",
        RemarkKind.Contradiction => "Contradiction",
        RemarkKind.ObligationImpossible => "ObligationImpossible",
        RemarkKind.ExceptionsOverlap => "ExceptionsOverlap",
        RemarkKind.ExceptionIdle => "ExceptionIdle",
        RemarkKind.LadderInversion => "LadderInversion",
        RemarkKind.TimeGap => "TimeGap",
        RemarkKind.TargetPast => "TargetPast",
        RemarkKind.InstrumentRepealed => "InstrumentRepealed",
        RemarkKind.InclusivenessContradicted => "InclusivenessContradicted",
        RemarkKind.InclusivenessUnstated => "InclusivenessUnstated",
        RemarkKind.NumberNotUsed => "NumberNotUsed",
        RemarkKind.TermOpen => "TermOpen",
        RemarkKind.ListOpen => "ListOpen",
        RemarkKind.ReadingsOpen => "ReadingsOpen",
        RemarkKind.WordsNotCovered => "WordsNotCovered",
        RemarkKind.FiguresDisagree => "FiguresDisagree",
        RemarkKind.AttributeUnused => "AttributeUnused",
        RemarkKind.LayerWithoutData => "LayerWithoutData",
        RemarkKind.LayerUnused => "LayerUnused",
        RemarkKind.DefinitionUnused => "DefinitionUnused",
        RemarkKind.UnitListsMissing => "UnitListsMissing",
        RemarkKind.Skipped => "Skipped",
        _ => throw new UnreachableException(),
    };

    /// <summary>How much a remark matters, such as <c>Warning</c>.</summary>
    public static string Of(RemarkSeverity severity) => severity switch
    {
        RemarkSeverity.Note => "Note",
        RemarkSeverity.Warning => "Warning",
        RemarkSeverity.Error => "Error",
        _ => throw new UnreachableException(),
    };

    /// <summary>How a new edition stands to an old one, such as <c>Stricter</c>.</summary>
    public static string Of(DifferenceRelation relation) => relation switch
    {
        DifferenceRelation.Equivalent => "Equivalent",
        DifferenceRelation.Stricter => "Stricter",
        DifferenceRelation.Looser => "Looser",
        DifferenceRelation.Incomparable => "Incomparable",
        DifferenceRelation.Added => "Added",
        DifferenceRelation.Removed => "Removed",
        _ => throw new UnreachableException(),
    };
}
