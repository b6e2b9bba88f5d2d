using System.Collections.Immutable;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Verdicts;

namespace ZoningRules.Reports;

/// <summary>The document an officer files about one proposal and several rule packs: the joint conclusion, the project, the questions, then each pack with its own sources.</summary>
internal static class JointDocument
{
    /// <summary>The document's parts in order.</summary>
    public static ImmutableArray<Block> Of(JointAssessment assessment, Language language)
    {
        var outline = new JointOutline(assessment, language);
        var style = ConformityDocument.StyleOf(assessment.Verdict);
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.Add(new Block.Heading(1, Title(assessment.Proposal.Name, language)));
        blocks.Add(new Block.Callout(
            style,
            Passage.Of(new Run(outline.Say("联合结论：", "Joint verdict: "), RunStyle.Strong), new Run(outline.Verdict, style))
                .Then(new Run(outline.Say("可能的结论：", "Possible: ") + outline.Possible))
                .Then(new Run(outline.Say("理由：", "Why: ") + outline.Why))));
        foreach (var notice in outline.Warnings)
        {
            blocks.Add(new Block.Paragraph(Passage.Of(outline.Say("注意：", "Notice: ") + notice, RunStyle.Strong)));
        }

        blocks.Add(new Block.Table(
            outline.Say("各规则包的结论", "What each rule pack says"),
            language == Language.Zh ? ["规则包", "是否涉及", "结论", "可能的结论"] : ["Rule pack", "Concerned", "Verdict", "Possible"],
            [.. assessment.Parts.Select(p => ImmutableArray.Create(
                Passage.Of(new Run($"{p.Receipt.PackId} {p.Receipt.PackVersion}", RunStyle.Strong)).Then(new Run(p.Pack.Title.In(language))),
                Passage.Of(Labels.Of(p.Concern, language)),
                Passage.Of(p.Concern == Concern.NotConcerned ? "—" : Labels.Of(p.Verdict, language), p.Concern == Concern.NotConcerned ? RunStyle.Muted : ConformityDocument.StyleOf(p.Verdict)),
                Passage.Of(outline.PossibleOf(p))))]));
        blocks.Add(new Block.Heading(2, outline.Say("项目", "The project")));
        ImmutableArray<Passage> Row(string zh, string en, string value) => [Passage.Of(outline.Say(zh, en)), Passage.Of(value)];
        blocks.Add(new Block.Table(
            outline.Say("项目基本情况", "The project"),
            [outline.Say("项目", "Item"), outline.Say("内容", "Content")],
            [
                Row("项目名称", "Project", assessment.Proposal.Name),
                Row("法律时点", "Law as of", Figures.Of(assessment.GoverningDate)),
                .. ConformityDocument.Declared(assessment.Proposal, outline.Definition, language),
            ]));
        if (!assessment.Questions.IsEmpty)
        {
            blocks.Add(new Block.Heading(2, outline.Say("仍会改变联合结论的问题", "Questions that still matter for the joint verdict")));
            blocks.Add(new Block.Listing(true, [.. assessment.Questions.Select(q => ConformityDocument.Entry(q.Question, outline.Decides(q), language))]));
        }

        foreach (var part in assessment.Parts)
        {
            blocks.AddRange(ConformityDocument.PartOf(part, language));
        }

        blocks.Add(new Block.Paragraph(Passage.Of(new Outline(assessment.Parts[0], language).Advice, RunStyle.Strong)));
        return blocks.ToImmutable();
    }

    /// <summary>The title of the document about a project.</summary>
    public static string Title(string project, Language language) => Labels.Say(
        language, $"{project}：与各规则包的符合性分析", $"{project}: conformity with each rule pack");
}
