using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using ZoningRules.Facts;
using ZoningRules.Findings;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Proposals;
using ZoningRules.RulePacks;
using ZoningRules.Verdicts;

namespace ZoningRules.Reports;

/// <summary>
/// The document an officer files, 生态环境分区管控符合性分析: project and site, units, requirement by requirement in the four dimensions, conclusion,
/// questions, obligations, sources. Markdown and HTML write the same document.
/// </summary>
internal sealed class ConformityDocument
{
    private readonly Outline outline;
    private readonly Assessment assessment;
    private readonly Language language;
    private readonly ImmutableArray<Block>.Builder blocks = ImmutableArray.CreateBuilder<Block>();
    private readonly int level;
    private int sections;

    private ConformityDocument(Assessment assessment, Language language, int level)
    {
        this.assessment = assessment;
        this.language = language;
        this.level = level;
        outline = new(assessment, language);
    }

    /// <summary>The document's parts in order.</summary>
    public static ImmutableArray<Block> Of(Assessment assessment, Language language)
    {
        var document = new ConformityDocument(assessment, language, 2);
        document.Compose();
        return document.blocks.ToImmutable();
    }

    /// <summary>What one pack of several says: without the project, the questions and the advice, which are said once for all packs. Its sections have headings of level 3.</summary>
    public static ImmutableArray<Block> PartOf(Assessment assessment, Language language)
    {
        var document = new ConformityDocument(assessment, language, 3);
        document.ComposePart();
        return document.blocks.ToImmutable();
    }

    /// <summary>Declared values and decisions, a row each. The definitions are those of any pack that has them.</summary>
    public static IEnumerable<ImmutableArray<Passage>> Declared(Proposal proposal, Func<string, AttributeDefinition?> definitionOf, Language language)
    {
        foreach (var declared in proposal.Attributes)
        {
            var definition = definitionOf(declared.Attribute);
            yield return [Passage.Of(definition?.Label.In(language) ?? declared.Attribute), Passage.Of(DeclaredWords.Of(declared.Value, definition, language))];
        }

        foreach (var decision in proposal.Decisions)
        {
            var definition = definitionOf(decision.Attribute);
            yield return
            [
                Passage.Of(Labels.Say(language, "审批人员认定：", "Decided: ") + (definition?.Label.In(language) ?? decision.Attribute)),
                Passage.Of(DeclaredWords.Of(decision.Value, definition, language)
                    + Labels.Say(language, $"（{decision.By}，{Figures.Of(decision.Date)}：{decision.Reason}）", $" ({decision.By}, {Figures.Of(decision.Date)}: {decision.Reason})")),
            ];
        }
    }

    /// <summary>A question as an entry of a list, with what it decides.</summary>
    public static Passage Entry(Question question, string decides, Language language)
    {
        var passage = Passage.Of(
            new Run(question.Ask.In(language), RunStyle.Strong),
            new Run(Labels.Say(language, $"（{Labels.Of(question.AnsweredBy, language)}）", $" ({Labels.Of(question.AnsweredBy, language)})")));
        if (question.Evidence is { } evidence)
        {
            passage = passage.Then(new Run(Labels.Say(language, "凭据：", "Evidence: ") + evidence.In(language)));
        }

        return passage.Then(new Run($"{question.Attribute}{Labels.Say(language, "；关系到 ", "; decides ")}{decides}", RunStyle.Muted));
    }

    public static RunStyle StyleOf(Verdict verdict) => verdict switch
    {
        Verdict.Admissible => RunStyle.Good,
        Verdict.Conditional => RunStyle.Condition,
        Verdict.Undetermined => RunStyle.Open,
        Verdict.Prohibited => RunStyle.Bad,
        _ => throw new UnreachableException(),
    };

    private static RunStyle StyleOf(Outcome outcome) => outcome switch
    {
        Outcome.NotApplicable => RunStyle.Muted,
        Outcome.Satisfied => RunStyle.Good,
        Outcome.Conditional => RunStyle.Condition,
        Outcome.Undetermined => RunStyle.Open,
        Outcome.Violated => RunStyle.Bad,
        _ => throw new UnreachableException(),
    };

    private void Compose()
    {
        blocks.Add(new Block.Heading(1, outline.Say(
            $"{assessment.Proposal.Name}：生态环境分区管控符合性分析", $"{assessment.Proposal.Name}: conformity with environmental zoning requirements")));
        Result();
        Project();
        Units();
        Dimensions();
        Conclusion();
        Questions();
        Obligations();
        ListsToCheck();
        Margin();
        Uncertain();
        Sources();
        blocks.Add(new Block.Paragraph(Passage.Of(outline.Advice, RunStyle.Strong)));
    }

    private void ComposePart()
    {
        blocks.Add(new Block.Heading(2, outline.PackTitle));
        if (assessment.Concern == Concern.NotConcerned)
        {
            blocks.Add(new Block.Paragraph(Passage.Of(outline.NothingSaid, RunStyle.Muted)));
        }
        else
        {
            Result();
            if (assessment.Location is { } location)
            {
                blocks.Add(new Block.Paragraph(Passage.Of(outline.Say("场址：", "Site: ") + SiteWords.Of(location, language))));
            }

            Units();
            Dimensions();
            Obligations();
            ListsToCheck();
            Margin();
        }

        Uncertain();
        Sources();
    }

    private void Dimensions()
    {
        foreach (var dimension in (ReadOnlySpan<Dimension>)[Dimension.SpatialLayout, Dimension.PollutantDischarge, Dimension.EnvironmentalRisk, Dimension.ResourceEfficiency])
        {
            OfDimension(dimension);
        }
    }

    private void Result()
    {
        var text = Passage.Of(new Run(outline.Say("结论：", "Verdict: "), RunStyle.Strong), new Run(outline.Verdict, StyleOf(assessment.Verdict)))
            .Then(new Run(outline.Say("可能的结论：", "Possible: ") + outline.Possible))
            .Then(new Run(outline.Say("理由：", "Why: ") + outline.Why));
        blocks.Add(new Block.Callout(StyleOf(assessment.Verdict), text));
        foreach (var notice in outline.Warnings)
        {
            blocks.Add(new Block.Paragraph(Passage.Of(outline.Say("注意：", "Notice: ") + notice, RunStyle.Strong)));
        }
    }

    private void Project()
    {
        Section("项目与场址", "Project and site");
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<Passage>>();
        void Row(string zh, string en, string value) => rows.Add([Passage.Of(outline.Say(zh, en)), Passage.Of(value)]);
        Row("项目名称", "Project", assessment.Proposal.Name);
        Row("法律时点", "Law as of", Figures.Of(assessment.GoverningDate));
        Row("场址", "Site", assessment.Location is { } location ? SiteWords.Of(location, language) : SiteWords.Of(assessment.Proposal.Site, language));
        rows.AddRange(Declared(assessment.Proposal, a => assessment.Pack.Vocabulary.TryFind(a, out var found) ? found : null, language));
        blocks.Add(new Block.Table(outline.Say("项目基本情况", "The project"), [outline.Say("项目", "Item"), outline.Say("内容", "Content")], rows.ToImmutable()));
    }

    private void Units()
    {
        Section(assessment.Pack.HasControlUnits ? "涉及的环境管控单元" : "场址与图层", assessment.Pack.HasControlUnits ? "Environmental control units" : "Site and layers");
        foreach (var doubt in assessment.Doubts)
        {
            blocks.Add(new Block.Paragraph(Passage.Of($"{doubt.Text.In(language)} ({Figures.Of(doubt.Share)})", RunStyle.Open)
                .Then(new Run(outline.Law(doubt.Citation), RunStyle.Law))));
        }

        if (assessment.Location is { } location)
        {
            if (assessment.Pack.HasControlUnits)
            {
                var table = SiteWords.Units(location, language);
                blocks.Add(new Block.Table(outline.Say("涉及的单元", "Units hit"), table[0], [.. table.Skip(1).Select(r => r.Select(c => Passage.Of(c)).ToImmutableArray())]));
            }

            Bullets([
                .. location.Gaps.Where(_ => assessment.Pack.HasControlUnits).Select(g => SiteWords.Of(g, language)),
                .. location.Slivers.Select(s => outline.Say($"重叠小于容差而不计：{s.Code} {s.Name}（{Figures.Of(s.Area, language)}）", $"dropped as a sliver: {s.Code} {s.Name} ({Figures.Of(s.Area, language)})")),
                .. SiteWords.Relations(location, outline),
                .. location.Steps.Select(s => s.In(language)),
            ]);
        }

        if (!assessment.Candidates.IsEmpty)
        {
            blocks.Add(new Block.Table(
                outline.Say("可能所在的单元", "Units it may lie in"),
                language == Language.Zh ? ["管控单元", "依据", "在该处的结论", "可能的结论"] : ["Control unit", "Because", "Verdict there", "Possible there"],
                [.. assessment.Candidates.Select(c => ImmutableArray.Create(
                    Passage.Of(c.Unit is { } u ? $"{u.Code} {u.Name}" : outline.Say("（无单元）", "(no unit)")),
                    Passage.Of(Labels.Of(c.Basis, language)),
                    Passage.Of(Labels.Of(c.Verdict, language), StyleOf(c.Verdict)),
                    Passage.Of(string.Join(outline.Say("、", ", "), c.Possible.Select(v => Labels.Of(v, language))))))]));
        }
    }

    private void OfDimension(Dimension dimension)
    {
        Section(Labels.Of(dimension, Language.Zh), Labels.Of(dimension, Language.En));
        var findings = assessment.Findings.Where(f => f.Requirement.Dimension == dimension).ToArray();
        var shown = findings.Where(f => f.Outcome != Outcome.NotApplicable).OrderByDescending(f => f.Outcome).ThenBy(f => f.Norm.Id, StringComparer.Ordinal).ToArray();
        var manual = assessment.Manual.Where(f => f.Requirement.Dimension == dimension).ToArray();
        if (shown.Length + manual.Length > 0)
        {
            blocks.Add(new Block.Table(
                Labels.Of(dimension, language),
                language == Language.Zh ? ["准入要求", "项目情况", "结论"] : ["Requirement", "Project", "Conclusion"],
                [.. shown.Select(Row), .. manual.Select(ManualRow)]));
        }
        else
        {
            blocks.Add(new Block.Paragraph(Passage.Of(outline.Say("没有适用于本项目的要求。", "No requirement of this dimension applies."))));
        }

        if (findings.Length > shown.Length)
        {
            blocks.Add(new Block.Paragraph(Passage.Of(
                outline.Say("不适用：", "Not applicable: ") + Outline.Compact(findings.Where(f => f.Outcome == Outcome.NotApplicable)), RunStyle.Muted)));
        }
    }

    private ImmutableArray<Passage> Row(Finding finding)
    {
        var requirement = Passage.Of(new Run(finding.Norm.Id, RunStyle.Strong)).Then(new Run(outline.Law(finding.Citation), RunStyle.Law));
        if (language == Language.En)
        {
            requirement = requirement.Then(new Run(finding.Norm.Gist.En));
        }

        ImmutableArray<ImmutableArray<Run>> lines =
        [
            .. Evidence.Of(finding, outline.Wording, language).Select(e =>
                ImmutableArray.Create(
                    new Run(e.Truth is { } truth ? Labels.Of(truth, language) : outline.Say("参考", "shown"), e.Truth switch { null => RunStyle.Muted, Truth.Unknown => RunStyle.Open, _ => RunStyle.Strong }),
                    new Run($" {e.OnOneLine(language)}"))),
        ];
        var conclusion = Passage.Of(Labels.Of(finding.Outcome, language), StyleOf(finding.Outcome));
        if (Evidence.UnitOf(finding) is { } unit)
        {
            conclusion = conclusion.Then(new Run(unit, RunStyle.Muted));
        }

        if (finding.SameForEveryValue)
        {
            conclusion = conclusion.Then(new Run(outline.Say("未知项取任何可能的值，结果都相同", "the same for every possible value"), RunStyle.Muted));
        }

        return [requirement, new(lines), conclusion];
    }

    private ImmutableArray<Passage> ManualRow(Finding finding) =>
    [
        Passage.Of(new Run(finding.Norm.Id, RunStyle.Strong)).Then(new Run(outline.Law(finding.Citation), RunStyle.Law)),
        Passage.Of(outline.Say($"{finding.Norm.Addressee?.Zh}：{finding.Norm.Reason?.Zh}", $"{finding.Norm.Addressee?.En}: {finding.Norm.Reason?.En}")),
        Passage.Of(outline.Say("不作计算", "not computed"), RunStyle.Muted),
    ];

    private void Conclusion()
    {
        Section("结论", "Conclusion");
        blocks.Add(new Block.Paragraph(Passage.Of(new Run(outline.Verdict, StyleOf(assessment.Verdict)), new Run(outline.Say("。", ". ") + outline.Why + outline.Say("。", ".")))));
        if (assessment.SameForEveryCompletion)
        {
            blocks.Add(new Block.Paragraph(Passage.Of(outline.Say("逐条看尚有未知，但任何可能的补充都得出同一结论。", "Norm by norm something is unknown, but every completion comes to this verdict."))));
        }
    }

    private void Questions()
    {
        if (assessment.Questions.IsEmpty)
        {
            return;
        }

        Section("仍会改变结论的问题", "Questions that still matter");
        blocks.Add(new Block.Listing(true, [.. assessment.Questions.Select(q => Entry(q, string.Join(outline.Say("、", ", "), q.Decides), language))]));
    }

    private void Obligations()
    {
        if (assessment.Obligations.IsEmpty)
        {
            return;
        }

        Section("应写入审批意见的义务", "Obligations for the approval");
        blocks.Add(new Block.Table(
            outline.Say("义务", "Obligations"),
            language == Language.Zh ? ["责任人", "义务", "期限", "监督机关", "依据"] : ["Who", "Obligation", "Due", "Overseen by", "Law"],
            [.. outline.Bearers.SelectMany(b => b).Select(o => ImmutableArray.Create(
                Passage.Of(o.Obligation.Of.In(language)),
                Passage.Of(o.Obligation.Text.In(language)),
                Passage.Of(o.Obligation.Due.In(language)),
                Passage.Of(o.Obligation.Authority?.In(language) ?? "—"),
                Passage.Of(new Run(o.Norm, RunStyle.Strong)).Then(new Run(outline.Law(o.Citation), RunStyle.Law))))]));
    }

    private void ListsToCheck()
    {
        if (assessment.NotLoaded.IsEmpty)
        {
            return;
        }

        Section("须向制发机关核对的清单", "Lists to check with their issuer");
        blocks.Add(new Block.Listing(false, [.. assessment.NotLoaded.Select(l =>
            Passage.Of(new Run(outline.Say($"{l.Unit} {l.UnitName}：{l.Title.Zh}（{l.Issuer.Zh}）", $"{l.Unit} {l.UnitName}: {l.Title.En} ({l.Issuer.En})")))
                .Then(new Run(outline.Law(l.Citation), RunStyle.Law)))]));
    }

    private void Margin()
    {
        if (assessment.Margin is not { } margin)
        {
            return;
        }

        Section("结论裕度与最小变更", "Decision margin and smallest change");
        blocks.Add(new Block.Listing(false, [.. new MarginWords(outline, margin).Entries().Select(e =>
            e.Details.Aggregate(Passage.Of(e.Text), (passage, detail) => passage.Then(new Run("– " + detail, RunStyle.Muted))))]));
    }

    private void Uncertain()
    {
        if (!assessment.UnboundTargets.IsEmpty)
        {
            Section("目标年已过或未到的要求", "Targets that do not bind");
            Bullets([.. outline.Targets]);
        }

        if (outline.Interpretations is { Length: > 0 } interpretations)
        {
            Section("待主管部门确认的解释", "Interpretations awaiting confirmation");
            Bullets([.. interpretations.Select(i => $"{i.Of}{outline.Say("：", ": ")}{i.Text}")]);
        }
    }

    private void Sources()
    {
        Section("依据与资料", "Sources");
        Bullets([
            .. outline.Instruments.Select(i => SiteWords.Of(i, language)),
            .. SiteWords.Files(assessment.Receipt, outline).Select(f => f.Words),
            .. SiteWords.Unanswering(assessment, outline).Select(l => l.Words),
            SiteWords.Identity(assessment.Receipt, language),
        ]);
        blocks.Add(new Block.Listing(false, [.. assessment.Pack.Basis.Select(c => Passage.Of(outline.Law(c), RunStyle.Law))]));
        if (!assessment.Pack.Notices.IsEmpty)
        {
            Section("说明", "Notices");
            Bullets([.. assessment.Pack.Notices.Select(n => n.In(language))]);
        }
    }

    private void Section(string zh, string en)
    {
        sections++;
        blocks.Add(new Block.Heading(level, outline.Say($"{Chinese(sections)}、{zh}", $"{sections.ToString(CultureInfo.InvariantCulture)}. {en}")));
    }

    private void Bullets(ImmutableArray<string> entries)
    {
        if (!entries.IsEmpty)
        {
            blocks.Add(new Block.Listing(false, [.. entries.Select(e => Passage.Of(e))]));
        }
    }

    private static string Chinese(int number) => number switch
    {
        < 10 => "一二三四五六七八九"[number - 1].ToString(),
        10 => "十",
        _ => "十" + "一二三四五六七八九"[number - 11],
    };
}
