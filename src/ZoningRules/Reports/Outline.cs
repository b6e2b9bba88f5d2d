using System.Collections.Immutable;
using System.Diagnostics;
using ZoningRules.Findings;
using ZoningRules.Locations;
using ZoningRules.Problems;
using ZoningRules.RulePacks;
using ZoningRules.Verdicts;

namespace ZoningRules.Reports;

/// <summary>What every report for people says about an assessment, chosen and put into words once.</summary>
internal sealed class Outline
{
    public Outline(Assessment assessment, Language language)
    {
        Assessment = assessment;
        Language = language;
        Wording = new(assessment.Pack, language);
    }

    public Assessment Assessment { get; }

    public Language Language { get; }

    public RuleWords Wording { get; }

    /// <summary>The sentence that every report ends with.</summary>
    public string Advice => Say(
        "本报告由程序依据列明的文件和资料得出，仅供参考；是否准予由审批人员决定，决定与本报告不一致的应当写明理由。",
        "The machine advises from the documents and data it names; the officer decides, and gives reasons when the decision differs.");

    public string Verdict => Labels.Of(Assessment.Verdict, Language);

    /// <summary>The verdicts still possible, in words.</summary>
    public string Possible => Assessment.Possible is [var only]
        ? Say($"只有{Labels.Of(only, Language)}，未知事项无论如何补充都不改变", $"{Labels.Of(only, Language)} only; nothing still unknown can change it")
        : string.Join(Say("、", ", "), Assessment.Possible.Select(v => Labels.Of(v, Language)))
            + (Assessment.Exact ? "" : Say("（情形过多，未逐一核算，可能偏多）", " (too many cases to count one by one; there may be fewer)"));

    /// <summary>One sentence that says why.</summary>
    public string Why => Assessment.Verdict switch
    {
        Verdicts.Verdict.Prohibited => With(Outcome.Violated) is { Length: > 0 } violated
            ? Say($"违反 {violated.Length} 条准入要求：{First(violated)}", $"breaks {violated.Length} admission requirement(s): {First(violated)}")
            : Say("未决事项无论如何补充，结论均为不予准入", "whatever the open answers are, the project is prohibited"),
        Verdicts.Verdict.Undetermined => WhyOpen(),
        Verdicts.Verdict.Conditional => WhyConditional(),
        Verdicts.Verdict.Admissible => Say("适用的要求全部符合，没有附加条件", "every requirement that applies is satisfied and none attaches a condition"),
        _ => throw new UnreachableException(),
    };

    /// <summary>Findings that decide the verdict; those of the next lower rank are told in short.</summary>
    public ImmutableArray<Finding> Deciding => Assessment.Verdict switch
    {
        Verdicts.Verdict.Prohibited => With(Outcome.Violated) is { Length: > 0 } violated ? violated : With(Outcome.Undetermined),
        Verdicts.Verdict.Undetermined => With(Outcome.Undetermined),
        Verdicts.Verdict.Conditional => With(Outcome.Conditional),
        Verdicts.Verdict.Admissible => [],
        _ => throw new UnreachableException(),
    };

    /// <summary>Obligations by the one who bears them, in the order of their first mention.</summary>
    public IEnumerable<IGrouping<string, AttachedObligation>> Bearers => Assessment.Obligations.GroupBy(o => o.Obligation.Of.In(Language));

    /// <summary>Unconfirmed words of law, readings and mapped lists of the norms that mattered.</summary>
    public ImmutableArray<Interpretation> Interpretations
    {
        get
        {
            var mattering = Assessment.Findings.Where(f => f.Outcome != Outcome.NotApplicable).ToArray();
            var terms = mattering.GroupBy(f => f.Requirement.Id)
                .SelectMany(g => g.First().Requirement.Terms.Where(t => !t.Confirmed && Touches(t, g)).Select(t => new Interpretation(g.Key, OfTerm(t))));
            var readings = mattering.Where(f => !f.DifferingReadings.IsEmpty).Select(f => new Interpretation(f.Norm.Id, OfReadings(f)));
            var lists = mattering.SelectMany(f => RuleWords.Lists(f.Norm).Where(l => l.Interpretation).Select(l => (List: l, Finding: f)))
                .GroupBy(p => p.List.Name)
                .Select(g => new Interpretation(string.Join(Say("、", ", "), g.Select(p => p.Finding.Norm.Id).Distinct()), OfList(g.First().List)));
            return [.. terms, .. readings, .. lists];
        }
    }

    /// <summary>Legal documents that the report cites, in the order of the pack.</summary>
    public IEnumerable<Instrument> Instruments
    {
        get
        {
            var cited = Assessment.Findings.Where(f => f.Outcome != Outcome.NotApplicable).Select(f => f.Citation)
                .Concat(Assessment.Pack.Basis)
                .Concat(Assessment.NotLoaded.Select(l => l.Citation))
                .Concat(Assessment.Doubts.Select(d => d.Citation))
                .Append(Assessment.Pack.UnitsCitation)
                .Select(c => c.Instrument.Id)
                .ToHashSet(StringComparer.Ordinal);
            return Assessment.Pack.Instruments.Where(i => cited.Contains(i.Id));
        }
    }

    /// <summary>Notices about this assessment, besides those of the pack.</summary>
    public IEnumerable<string> Warnings => Assessment.Notices.Except(Assessment.Pack.Notices).Select(n => n.In(Language));

    /// <summary>The layers that norms speak of which are about this project, and the unit layer.</summary>
    public HashSet<string> MatteringLayers => Assessment.Findings
        .Where(f => f.Outcome != Outcome.NotApplicable)
        .SelectMany(f => RuleWords.Layers(f.Norm))
        .Concat(Assessment.Pack.Layers.Where(l => l.Shape == LayerShape.ControlUnits).Select(l => l.Id))
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>Targets that do not bind, a sentence a year.</summary>
    public IEnumerable<string> Targets => Assessment.UnboundTargets.GroupBy(t => (t.Year, t.Lapsed)).OrderBy(g => g.Key.Year).Select(g =>
    {
        var norms = string.Join(Say("、", ", "), g.Select(t => t.Norm));
        return g.Key.Lapsed
            ? Say($"目标年 {g.Key.Year} 已过，不再约束本项目：{norms}", $"the target year {g.Key.Year} has passed, they no longer bind: {norms}")
            : Say($"目标年 {g.Key.Year} 未到，尚不约束本项目：{norms}", $"the target year {g.Key.Year} is still to come, they do not bind yet: {norms}");
    });

    /// <summary>Norm ids on one line, those of one requirement together: <c>JDZ-2020-02.a b c</c>.</summary>
    public static string Compact(IEnumerable<Finding> findings) => string.Join(" · ", findings
        .GroupBy(f => f.Requirement.Id)
        .Select(g => string.Join(' ', g.Select((f, i) => i > 0 && f.Norm.Id.StartsWith(g.Key + ".", StringComparison.Ordinal) ? f.Norm.Id[(g.Key.Length + 1)..] : f.Norm.Id))));

    public ImmutableArray<Finding> With(Outcome outcome) => [.. Assessment.Findings.Where(f => f.Outcome == outcome)];

    /// <summary>Document, place and words of a citation.</summary>
    public string Law(Citation citation) => citation.Quote.Length == 0
        ? $"{citation.Instrument.Number} {citation.Place}"
        : Say($"{citation.Instrument.Number} {citation.Place}“{citation.Quote}”", $"{citation.Instrument.Number}, {citation.Place}: “{citation.Quote}”");

    /// <summary>What, by when and under whom; the bearer stands in the heading.</summary>
    public string Duty(AttachedObligation attached)
    {
        var duty = attached.Obligation;
        var authority = duty.Authority is { } a ? Say($"，由{a.Zh}监督", $", overseen by {a.En}") : "";
        return Say($"{duty.Text.Zh}（{duty.Due.Zh}{authority}）", $"{duty.Text.En} ({duty.Due.En}{authority})");
    }

    /// <summary>The heading of what one pack of several says.</summary>
    public string PackTitle => Say(
        $"规则包 {Assessment.Receipt.PackId} {Assessment.Receipt.PackVersion}：{Assessment.Pack.Title.Zh}",
        $"Rule pack {Assessment.Receipt.PackId} {Assessment.Receipt.PackVersion}: {Assessment.Pack.Title.En}");

    /// <summary>What is said of a pack that does not concern the project.</summary>
    public string NothingSaid => Say(
        $"不涉及本项目：现行的 {Assessment.Findings.Length} 条规范均不适用，既不构成准予也不构成不予准入的理由",
        $"Does not concern the project: none of the {Assessment.Findings.Length} norms in force applies, which speaks neither for nor against it");

    public string Say(string zh, string en) => Labels.Say(Language, zh, en);

    private string First(ImmutableArray<Finding> findings)
    {
        var first = $"{findings[0].Norm.Id} {findings[0].Norm.Gist.In(Language).TrimEnd('。', '.')}";
        var others = findings.Length - 1;
        return others == 0 ? first : first + Say($"；另有 {others} 条", $"; and {others} more");
    }

    private string WhyOpen()
    {
        if (Assessment.Doubts is [var doubt, ..])
        {
            return doubt.Text.In(Language).TrimEnd('。', '.');
        }

        var open = With(Outcome.Undetermined);
        var questions = Assessment.Questions.Length;
        return (open.IsEmpty, questions) switch
        {
            (true, 0) => Say("现有资料不足以得出结论", "what is known does not suffice for a verdict"),
            (true, _) => Say($"尚有 {questions} 个问题会改变结论", $"{questions} open question(s) can still change the verdict"),
            (false, 0) => Say($"{open.Length} 条要求尚不能判定：{First(open)}", $"{open.Length} requirement(s) cannot be decided: {First(open)}"),
            _ => Say(
                $"{open.Length} 条要求尚不能判定（{First(open)}），有 {questions} 个问题会影响结论",
                $"{open.Length} requirement(s) cannot be decided ({First(open)}); {questions} question(s) bear on the verdict"),
        };
    }

    private string WhyConditional()
    {
        var duties = Assessment.Obligations.Length;
        var lists = Assessment.NotLoaded.Length;
        var start = Say("没有违反任何适用的要求", "no requirement that applies is broken");
        var conditions = new[]
        {
            duties > 0 ? Say($"须落实 {duties} 项义务", $"{duties} obligation(s) attach") : null,
            lists > 0 ? Say($"须向制发机关核对 {lists} 份单元清单", $"{lists} list(s) are to be checked with their issuer") : null,
        }.OfType<string>().ToArray();
        return conditions.Length == 0 ? start : Say($"{start}，但{string.Join("，并", conditions)}", $"{start}, but {string.Join(", and ", conditions)}");
    }

    private string OfTerm(TermToConfirm term) => Say(
        $"“{term.Term}”：{term.Issue.Zh}。暂按：{term.Assumed.Zh}",
        $"“{term.Term}”: {term.Issue.En} Assumed: {term.Assumed.En}");

    // A term matters when it stands in the words of a norm that is about this project, or in those of no norm at all.
    private static bool Touches(TermToConfirm term, IEnumerable<Finding> findings)
    {
        var parts = term.Term.Split("……", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        bool In(string words) => parts.All(p => words.Contains(p, StringComparison.Ordinal));
        var about = findings.ToArray();
        return about.Any(f => In(f.Norm.Span)) || !about[0].Requirement.Norms.Any(n => In(n.Span));
    }

    private string OfReadings(Finding finding)
    {
        var others = finding.DifferingReadings.Select(r =>
            $"{r.Key}{Basis(finding.Norm, r.Key)} → {Labels.Of(r.Value, Language)}");
        return Say(
            $"法条有多种读法，本结论取最严（{Labels.Of(finding.Outcome, Language)}）；其他读法：{string.Join("；", others)}",
            $"the sentence can be read in several ways; the strictest counts ({Labels.Of(finding.Outcome, Language)}); otherwise: {string.Join("; ", others)}");
    }

    private string Basis(Norm norm, string reading) =>
        norm.Readings.FirstOrDefault(r => r.Id == reading)?.Basis.In(Language) is { } basis ? Say($"（{basis}）", $" ({basis})") : "";

    private string OfList(CodeList list) => Say(
        $"清单“{list.Label.Zh}”的行业代码由本规则包对应，非法条原文" + (list.Note is { } zh ? $"：{zh.Zh}" : ""),
        $"the codes of the list “{list.Label.En}” are our mapping of the law's words" + (list.Note is { } en ? $": {en.En}" : ""));
}
