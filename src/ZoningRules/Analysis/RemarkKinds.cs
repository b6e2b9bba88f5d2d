using System.Globalization;
using ZoningRules.Problems;

namespace ZoningRules.Analysis;

/// <summary>The ids, severities and titles of remarks.</summary>
public static class RemarkKinds
{
    /// <summary>The id shown, such as <c>ZA101</c>.</summary>
    public static string Id(this RemarkKind kind) => string.Create(CultureInfo.InvariantCulture, $"ZA{(int)kind}");

    /// <summary>How much it matters.</summary>
    public static RemarkSeverity Severity(this RemarkKind kind) => kind switch
    {
        RemarkKind.NeverFires or RemarkKind.NoWayToComply or RemarkKind.Contradiction or RemarkKind.InclusivenessContradicted => RemarkSeverity.Error,
        RemarkKind.SameAs or RemarkKind.ObligationImpossible or RemarkKind.ExceptionIdle or RemarkKind.LadderInversion or RemarkKind.TimeGap
            or RemarkKind.InstrumentRepealed or RemarkKind.InclusivenessUnstated or RemarkKind.NumberNotUsed
            or RemarkKind.FiguresDisagree or RemarkKind.DefinitionUnused or RemarkKind.Skipped => RemarkSeverity.Warning,
        _ => RemarkSeverity.Note,
    };

    /// <summary>What the kind is called.</summary>
    public static LocalText Title(this RemarkKind kind) => kind switch
    {
        RemarkKind.NeverFires => new("永不触发", "never fires"),
        RemarkKind.NoWayToComply => new("无法符合", "no way to comply"),
        RemarkKind.ImpliedBy => new("已被另一规范包含", "implied by another norm"),
        RemarkKind.SameAs => new("与另一规范相同", "the same as another norm"),
        RemarkKind.Contradiction => new("相互矛盾", "contradiction"),
        RemarkKind.ObligationImpossible => new("义务落空", "obligation without a case"),
        RemarkKind.ExceptionsOverlap => new("例外相互重叠", "exceptions overlap"),
        RemarkKind.ExceptionIdle => new("例外不起作用", "idle exception"),
        RemarkKind.LadderInversion => new("严宽倒置", "stricter zone looser"),
        RemarkKind.TimeGap => new("时间空档", "gap in time"),
        RemarkKind.TargetPast => new("目标年份已过", "target past due"),
        RemarkKind.InstrumentRepealed => new("引用文件已失效", "document no longer in force"),
        RemarkKind.InclusivenessContradicted => new("界限含否与原文不符", "limit contradicts the text"),
        RemarkKind.InclusivenessUnstated => new("界限含否未写明", "limit without stated inclusiveness"),
        RemarkKind.NumberNotUsed => new("原文数字未编码", "number not encoded"),
        RemarkKind.TermOpen => new("用语待确认", "term to confirm"),
        RemarkKind.ListOpen => new("开放清单待确认", "open list to confirm"),
        RemarkKind.ReadingsOpen => new("读法待确认", "readings to confirm"),
        RemarkKind.WordsNotCovered => new("原文未编码部分", "words not covered"),
        RemarkKind.FiguresDisagree => new("公布的数字不一致", "published figures disagree"),
        RemarkKind.AttributeUnused => new("属性无人使用", "unused attribute"),
        RemarkKind.LayerWithoutData => new("图层没有数据", "layer without data"),
        RemarkKind.LayerUnused => new("图层无人使用", "unused layer"),
        RemarkKind.DefinitionUnused => new("定义无人使用", "unused definition"),
        RemarkKind.UnitListsMissing => new("单元清单未载入", "unit lists missing"),
        RemarkKind.Skipped => new("未能分析", "not analysed"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
