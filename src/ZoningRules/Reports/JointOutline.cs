using System.Collections.Immutable;
using System.Diagnostics;
using ZoningRules.Facts;
using ZoningRules.Problems;
using ZoningRules.Verdicts;

namespace ZoningRules.Reports;

/// <summary>What every report for people says about a joint assessment, before each pack has its say.</summary>
internal sealed class JointOutline(JointAssessment assessment, Language language)
{
    public JointAssessment Assessment => assessment;

    public string Verdict => Labels.Of(assessment.Verdict, language);

    /// <summary>The verdicts still possible, in words.</summary>
    public string Possible => assessment.Possible is [var only]
        ? Say($"只有{Labels.Of(only, language)}，未知事项无论如何补充都不改变", $"{Labels.Of(only, language)} only; nothing still unknown can change it")
        : string.Join(Say("、", ", "), assessment.Possible.Select(v => Labels.Of(v, language)))
            + (assessment.Exact ? "" : Say("（各规则包的未知事项分别计算，可能偏多）", " (the packs' open points are counted separately; there may be fewer)"));

    /// <summary>Why, in a sentence.</summary>
    public string Why => assessment switch
    {
        { Concern: Concern.NotConcerned } => Say("所列规则包都不涉及本项目，不能据此得出结论", "none of these packs concerns the project, so nothing can be concluded from them"),
        { Verdict: Verdicts.Verdict.Admissible } => Say("涉及本项目的规则包均符合，没有附加条件", "every pack that concerns the project is satisfied and none attaches a condition"),
        _ => Say("从严：", "the strictest counts: ") + string.Join(Say("；", "; "), assessment.Deciding.Select(p => $"{p.Pack.Id}{Say("——", " – ")}{new Outline(p, language).Why}")),
    };

    /// <summary>What becomes of a pack's own verdict.</summary>
    public string VerdictOf(Assessment part) => part.Concern switch
    {
        Concern.NotConcerned => Labels.Of(part.Concern, language),
        Concern.Undecided => $"{Labels.Of(part.Verdict, language)}{Say("（", " (")}{Labels.Of(part.Concern, language)}{Say("）", ")")}",
        Concern.Concerned => Labels.Of(part.Verdict, language),
        _ => throw new UnreachableException(),
    };

    /// <summary>The verdicts a pack alone may still come to; nothing for one that does not concern the project.</summary>
    public string PossibleOf(Assessment part) => part.Concern == Concern.NotConcerned ? "—" : new Outline(part, language).Possible;

    /// <summary>Which packs ask, and which of their norms the answer helps to decide.</summary>
    public string Decides(JointQuestion question) =>
        string.Join(Say("；", "; "), question.AskedBy.Select(p => p.Decides.IsEmpty ? p.Pack : $"{p.Pack}{Say("：", ": ")}{string.Join(Say("、", ", "), p.Decides)}"));

    /// <summary>The definition of an attribute in the first pack that has it, or null.</summary>
    public AttributeDefinition? Definition(string attribute) =>
        assessment.Parts.Select(p => p.Pack.Vocabulary.TryFind(attribute, out var found) ? found : null).FirstOrDefault(d => d is not null);

    /// <summary>The notices about the site and its layers, each once.</summary>
    public ImmutableArray<string> Warnings => [.. assessment.Parts.SelectMany(p => new Outline(p, language).Warnings).Distinct(StringComparer.Ordinal)];

    public string Say(string zh, string en) => Labels.Say(language, zh, en);
}
