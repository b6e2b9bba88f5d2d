using System.Diagnostics;
using ZoningRules.Facts;
using ZoningRules.Findings;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.RulePacks;
using ZoningRules.Verdicts;

namespace ZoningRules.Reports;

/// <summary>The words that reports print for the closed types of the engine, in both languages.</summary>
public static class Labels
{
    /// <summary>A verdict, such as 不予准入.</summary>
    public static string Of(Verdict verdict, Language language) => verdict switch
    {
        Verdict.Admissible => Say(language, "符合准入", "Admissible"),
        Verdict.Conditional => Say(language, "有条件准入", "Conditionally admissible"),
        Verdict.Undetermined => Say(language, "暂不能判定", "Undetermined"),
        Verdict.Prohibited => Say(language, "不予准入", "Prohibited"),
        _ => throw new UnreachableException(),
    };

    /// <summary>Whether a pack is about a project, such as 不涉及.</summary>
    public static string Of(Concern concern, Language language) => concern switch
    {
        Concern.NotConcerned => Say(language, "不涉及", "not concerned"),
        Concern.Undecided => Say(language, "是否涉及待定", "perhaps concerned"),
        Concern.Concerned => Say(language, "涉及", "concerned"),
        _ => throw new UnreachableException(),
    };

    /// <summary>A norm's outcome, such as 不符合.</summary>
    public static string Of(Outcome outcome, Language language) => outcome switch
    {
        Outcome.NotApplicable => Say(language, "不适用", "not applicable"),
        Outcome.Satisfied => Say(language, "符合", "satisfied"),
        Outcome.Conditional => Say(language, "有条件", "conditional"),
        Outcome.Undetermined => Say(language, "待定", "undetermined"),
        Outcome.Violated => Say(language, "不符合", "violated"),
        _ => throw new UnreachableException(),
    };

    /// <summary>A unit category, such as 重点管控单元.</summary>
    public static string Of(ControlCategory category, Language language) => category switch
    {
        ControlCategory.Priority => Say(language, "优先保护单元", "priority protection"),
        ControlCategory.Key => Say(language, "重点管控单元", "key control"),
        ControlCategory.General => Say(language, "一般管控单元", "general control"),
        _ => throw new UnreachableException(),
    };

    /// <summary>A dimension, such as 空间布局约束.</summary>
    public static string Of(Dimension dimension, Language language) => dimension switch
    {
        Dimension.SpatialLayout => Say(language, "空间布局约束", "Spatial layout"),
        Dimension.PollutantDischarge => Say(language, "污染物排放管控", "Pollutant discharge"),
        Dimension.EnvironmentalRisk => Say(language, "环境风险防控", "Environmental risk"),
        Dimension.ResourceEfficiency => Say(language, "资源利用效率", "Resource efficiency"),
        _ => throw new UnreachableException(),
    };

    /// <summary>Where a fact comes from, such as 申报.</summary>
    public static string Of(FactOrigin origin, Language language) => origin switch
    {
        FactOrigin.None => Say(language, "无资料", "not known"),
        FactOrigin.Declared => Say(language, "申报", "declared"),
        FactOrigin.Measured => Say(language, "量测", "measured"),
        FactOrigin.Derived => Say(language, "推算", "derived"),
        FactOrigin.Decided => Say(language, "审批人员认定", "decided by an officer"),
        _ => throw new UnreachableException(),
    };

    /// <summary>What came of a condition line, such as 成立.</summary>
    public static string Of(Truth truth, Language language) => truth switch
    {
        Truth.True => Say(language, "成立", "holds"),
        Truth.False => Say(language, "不成立", "does not hold"),
        Truth.Unknown => Say(language, "未知", "unknown"),
        _ => throw new UnreachableException(),
    };

    /// <summary>What a norm does, such as 禁止.</summary>
    public static string Of(Effect effect, Language language) => effect switch
    {
        Effect.Prohibit => Say(language, "禁止", "prohibits"),
        Effect.Require => Say(language, "要求", "requires"),
        Effect.Oblige => Say(language, "附加义务", "attaches an obligation"),
        Effect.Cap => Say(language, "总量控制", "caps a total"),
        Effect.Exit => Say(language, "现有设施退出或改造", "duty on existing facilities"),
        Effect.Manual => Say(language, "由机关执行或裁量，不作计算", "for an authority to carry out or weigh; not computed"),
        _ => throw new UnreachableException(),
    };

    /// <summary>Who can answer a question, such as 申请人.</summary>
    public static string Of(Answerer answerer, Language language) => answerer switch
    {
        Answerer.Applicant => Say(language, "申请人", "applicant"),
        Answerer.Officer => Say(language, "审批人员", "officer"),
        Answerer.Surveyor => Say(language, "测绘单位", "surveyor"),
        Answerer.Authority => Say(language, "主管部门", "competent authority"),
        _ => throw new UnreachableException(),
    };

    /// <summary>Which part of a norm a line of evidence belongs to, such as 适用对象.</summary>
    public static string Of(TraceRole role, Language language) => role switch
    {
        TraceRole.Scope => Say(language, "适用范围", "where it counts"),
        TraceRole.Applies => Say(language, "适用对象", "what it is about"),
        TraceRole.Unless => Say(language, "除外情形", "exception"),
        TraceRole.When => Say(language, "条件", "condition"),
        TraceRole.Cap => Say(language, "总量核算", "account"),
        TraceRole.Shown => Say(language, "供参考", "for information"),
        _ => throw new UnreachableException(),
    };

    /// <summary>Whether a layer could answer, such as 未覆盖.</summary>
    public static string Of(LayerStatus status, Language language) => status switch
    {
        LayerStatus.Measured => Say(language, "已量测", "measured"),
        LayerStatus.NoLayer => Say(language, "无图层", "no layer"),
        LayerStatus.NotCovered => Say(language, "未覆盖", "not covered"),
        LayerStatus.Failed => Say(language, "图层读取失败", "layer failed"),
        LayerStatus.NoGeometry => Say(language, "场址无几何", "site has no geometry"),
        _ => throw new UnreachableException(),
    };

    /// <summary>What the features of a layer are, such as 面.</summary>
    public static string Of(LayerShape shape, Language language) => shape switch
    {
        LayerShape.Areas => Say(language, "面", "areas"),
        LayerShape.Lines => Say(language, "线", "lines"),
        LayerShape.Points => Say(language, "点", "points"),
        LayerShape.ControlUnits => Say(language, "管控单元", "control units"),
        LayerShape.Towns => Say(language, "乡镇", "towns"),
        _ => throw new UnreachableException(),
    };

    /// <summary>How grave a flaw of a layer is, such as 警告.</summary>
    public static string Of(FlawSeverity severity, Language language) => severity switch
    {
        FlawSeverity.Note => Say(language, "提示", "Notes"),
        FlawSeverity.Warning => Say(language, "警告", "Warnings"),
        FlawSeverity.Error => Say(language, "错误", "Errors"),
        _ => throw new UnreachableException(),
    };

    /// <summary>How firm a reading is, such as 本系统采用.</summary>
    public static string Of(ReadingStatus status, Language language) => status switch
    {
        ReadingStatus.Assumed => Say(language, "较可能", "likelier"),
        ReadingStatus.Alternative => Say(language, "另一读法", "alternative"),
        ReadingStatus.Confirmed => Say(language, "已确认", "confirmed"),
        _ => throw new UnreachableException(),
    };

    /// <summary>Why a control unit is a candidate for a town.</summary>
    public static string Of(CandidateBasis basis, Language language) => basis switch
    {
        CandidateBasis.NamedTown => Say(language, "文件列明该乡镇", "the law names the town"),
        CandidateBasis.ParkWithoutHostTown => Say(language, "园区未注明所在乡镇", "a park whose town is not stated"),
        CandidateBasis.Hole => Say(language, "文件排除的部分，不属于任何单元", "a part left out of every control unit"),
        _ => throw new UnreachableException(),
    };

    /// <summary>What stands in the way of a verdict besides the findings.</summary>
    public static string Of(DoubtKind kind, Language language) => kind switch
    {
        DoubtKind.KnownHole => Say(language, "位于已知空白区", "in a known hole"),
        DoubtKind.NoUnit => Say(language, "不在任何管控单元内", "in no control unit"),
        DoubtKind.OutsideCoverage => Say(language, "超出图层覆盖范围", "outside the coverage"),
        DoubtKind.UnitUnknown => Say(language, "所在单元不明", "control unit not known"),
        DoubtKind.CoordinatesDoubtful => Say(language, "坐标系存疑", "coordinate system in doubt"),
        DoubtKind.NotConcerned => Say(language, "规则包不涉及本项目", "the pack does not concern the project"),
        DoubtKind.NothingInForce => Say(language, "该日期无有效要求", "nothing in force on the date"),
        _ => throw new UnreachableException(),
    };

    /// <summary>Why something is not known; several reasons are joined. Empty for none.</summary>
    public static string Of(UnknownReasons reasons, Language language) =>
        string.Join(Say(language, "、", ", "), Single(reasons).Select(r => OfOne(r, language)));

    /// <summary>The reasons one by one, in a fixed order.</summary>
    internal static IEnumerable<UnknownReasons> Single(UnknownReasons reasons)
    {
        for (var bit = 1; bit <= (int)UnknownReasons.NoValue; bit <<= 1)
        {
            if (((int)reasons & bit) != 0)
            {
                yield return (UnknownReasons)bit;
            }
        }
    }

    /// <summary>One of two texts.</summary>
    internal static string Say(Language language, string zh, string en) => language == Language.Zh ? zh : en;

    private static string OfOne(UnknownReasons reason, Language language) => reason switch
    {
        UnknownReasons.NotProvided => Say(language, "未提供", "not provided"),
        UnknownReasons.Imprecise => Say(language, "精度不足以判断", "too imprecise to decide"),
        UnknownReasons.OpenList => Say(language, "是否属于“等”须由审批人员认定", "an officer must decide whether 等 covers it"),
        UnknownReasons.UndefinedTerm => Say(language, "法条用语未界定", "the law does not define the term"),
        UnknownReasons.NoLayer => Say(language, "无该图层数据", "no data for the layer"),
        UnknownReasons.NotCovered => Say(language, "图层未覆盖场址", "the layer does not cover the site"),
        UnknownReasons.LayerFailed => Say(language, "图层读取失败", "the layer could not be read"),
        UnknownReasons.StaleLedger => Say(language, "台账缺失或已过期", "no ledger, or too old"),
        UnknownReasons.Conflicting => Say(language, "来源相互矛盾", "sources disagree"),
        UnknownReasons.NoValue => Say(language, "该日期未公布数值", "no value published for the date"),
        _ => throw new UnreachableException(),
    };
}
