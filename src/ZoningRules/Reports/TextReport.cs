using System.Collections.Immutable;
using System.Diagnostics;
using ZoningRules.Facts;
using ZoningRules.Findings;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Verdicts;

namespace ZoningRules.Reports;

/// <summary>Assessments as plain text of at most 100 columns, the verdict first. Lines end in a line feed.</summary>
public static class TextReport
{
    // With more undecided norms than this the evidence hides the questions; the other formats have all of it.
    private const int MostInFull = 12;

    /// <summary>The text of one or several assessments, in the order given.</summary>
    public static string Render(ImmutableArray<Assessment> assessments, Language language) =>
        string.Concat(Lines(assessments, language).Select(l => l.Text + "\n"));

    /// <summary>The same as <see cref="Render"/>, line by line with what each line is.</summary>
    public static ImmutableArray<TextLine> Lines(ImmutableArray<Assessment> assessments, Language language)
    {
        var lines = ImmutableArray.CreateBuilder<TextLine>();
        foreach (var assessment in assessments)
        {
            if (lines.Count > 0)
            {
                lines.Add(new("", TextTone.Plain));
            }

            new Writer(new(assessment, language), lines).Write();
        }

        return lines.ToImmutable();
    }

    /// <summary>What one pack of several says: without the project, the questions and the advice, which are said once for all packs.</summary>
    internal static void WritePart(Assessment assessment, Language language, ImmutableArray<TextLine>.Builder lines) => new Writer(new(assessment, language), lines).WritePart();

    internal static TextTone ToneOf(Verdict verdict) => verdict switch
    {
        Verdict.Admissible => TextTone.Good,
        Verdict.Conditional => TextTone.Condition,
        Verdict.Undetermined => TextTone.Open,
        Verdict.Prohibited => TextTone.Bad,
        _ => throw new UnreachableException(),
    };

    internal static TextTone ToneOf(Outcome outcome) => outcome switch
    {
        Outcome.NotApplicable => TextTone.Muted,
        Outcome.Satisfied => TextTone.Good,
        Outcome.Conditional => TextTone.Condition,
        Outcome.Undetermined => TextTone.Open,
        Outcome.Violated => TextTone.Bad,
        _ => throw new UnreachableException(),
    };

    private sealed class Writer(Outline outline, ImmutableArray<TextLine>.Builder lines)
    {
        private readonly Assessment assessment = outline.Assessment;
        private readonly Language language = outline.Language;
        private readonly TextPage page = new(lines, outline.Language);

        public void Write()
        {
            Summary();
            SiteAndUnits();
            Deciding();
            Questions();
            Obligations();
            ListsToCheck();
            Margin();
            Others();
            Targets();
            Interpretations();
            Sources();
            Notices();
            Blank();
            Add(outline.Advice, "", "", TextTone.Muted);
        }

        public void WritePart()
        {
            if (assessment.Concern == Concern.NotConcerned)
            {
                Add(outline.NothingSaid, "", "", TextTone.Muted);
            }
            else
            {
                Result();
                Warnings();
                SiteAndUnits();
                Deciding();
                Obligations();
                ListsToCheck();
                Margin();
            }

            Others();
            Targets();
            Interpretations();
            Sources();
            Notices();
        }

        private void Summary()
        {
            Result();
            Member("项目", "Project", assessment.Proposal.Name + (assessment.Proposal.Source.Length == 0 ? "" : outline.Say($"（{assessment.Proposal.Source}）", $" ({assessment.Proposal.Source})")));
            Member("法律时点", "Law as of", Figures.Of(assessment.GoverningDate)
                + outline.Say($"    规则包 {assessment.Receipt.PackId} {assessment.Receipt.PackVersion}", $"    rule pack {assessment.Receipt.PackId} {assessment.Receipt.PackVersion}"));
            Warnings();
        }

        private void Result()
        {
            Member("结论", "Verdict", outline.Verdict, TextReport.ToneOf(assessment.Verdict));
            Member("可能的结论", "Possible", outline.Possible);
            Member("理由", "Why", outline.Why);
            if (assessment.SameForEveryCompletion)
            {
                Member("说明", "Note", outline.Say("逐条看尚有未知，但任何可能的补充都得出同一结论", "norm by norm something is unknown, but every completion comes to this verdict"));
            }
        }

        private void Warnings()
        {
            foreach (var notice in outline.Warnings)
            {
                Member("注意", "Notice", notice, TextTone.Open);
            }
        }

        private void SiteAndUnits()
        {
            Heading(assessment.Pack.HasControlUnits ? "场址与管控单元" : "场址", assessment.Pack.HasControlUnits ? "Site and control units" : "Site");
            foreach (var doubt in assessment.Doubts)
            {
                Bullet($"{doubt.Text.In(language)} ({Figures.Of(doubt.Share)})", TextTone.Open);
                Add(outline.Law(doubt.Citation), "    ", "    ", TextTone.Muted);
            }

            if (assessment.Location is { } location)
            {
                Located(location);
            }
            else
            {
                Bullet(SiteWords.Of(assessment.Proposal.Site, language));
            }

            if (!assessment.Candidates.IsEmpty)
            {
                Add(outline.Say("可能所在的单元，及在该处的结论：", "Units it may lie in, and the verdict there:"), "  ", "  ");
                foreach (var candidate in assessment.Candidates)
                {
                    var unit = candidate.Unit is { } u ? $"{u.Code} {u.Name}" : outline.Say("（无单元）", "(no unit)");
                    var possible = candidate.Possible.Length > 1
                        ? outline.Say("，可能：", "; possible: ") + string.Join(outline.Say("、", ", "), candidate.Possible.Select(v => Labels.Of(v, language)))
                        : "";
                    Add($"{unit}{outline.Say("：", ": ")}{Labels.Of(candidate.Verdict, language)}{possible}"
                        + outline.Say($"（{Labels.Of(candidate.Basis, language)}）", $" ({Labels.Of(candidate.Basis, language)})"), "    ", "      ", TextReport.ToneOf(candidate.Verdict));
                }
            }
        }

        private void Located(SiteLocation location)
        {
            Bullet(SiteWords.Of(location, language));
            foreach (var row in assessment.Pack.HasControlUnits ? Columns.Table(SiteWords.Units(location, language), TextPage.MaxWidth) : [])
            {
                Line(row, TextTone.Plain);
            }

            // Where a gap stands in the way of a verdict, the doubt above has said so.
            foreach (var gap in location.Gaps.Where(_ => assessment.Doubts.IsEmpty && assessment.Pack.HasControlUnits))
            {
                Bullet(SiteWords.Of(gap, language), TextTone.Open);
            }

            if (!location.Slivers.IsEmpty)
            {
                Bullet(outline.Say("重叠小于容差而不计：", "Dropped as slivers: ")
                    + string.Join(outline.Say("、", ", "), location.Slivers.Select(s => $"{s.Code} {s.Name} ({Figures.Of(s.Area, language)})")), TextTone.Muted);
            }

            foreach (var relation in SiteWords.Relations(location, outline))
            {
                Add(relation, "  · ", "    ");
            }

            foreach (var step in location.Steps)
            {
                Add(step.In(language), "  · ", "    ", TextTone.Muted);
            }
        }

        private void Deciding()
        {
            var deciding = outline.Deciding;
            if (deciding.IsEmpty)
            {
                return;
            }

            Heading("决定结论的要求", "What decides it", outline.Say("   [+] 成立  [-] 不成立  [?] 未知", "   [+] holds  [-] does not hold  [?] unknown"));
            foreach (var finding in deciding)
            {
                if (deciding.Length <= MostInFull)
                {
                    Full(finding);
                }
                else
                {
                    Short(finding);
                }
            }
        }

        private void Short(Finding finding)
        {
            var why = finding.Reasons == UnknownReasons.None ? "" : outline.Say($"（{Labels.Of(finding.Reasons, Language.Zh)}）", $" ({Labels.Of(finding.Reasons, Language.En)})");
            var label = Columns.Pad(Labels.Of(finding.Outcome, language), language == Language.Zh ? 6 : 12);
            Add($"{finding.Norm.Id}  {finding.Norm.Gist.In(language)}{why}", $"  {label} ", "         ", TextReport.ToneOf(finding.Outcome));
        }

        private void Full(Finding finding)
        {
            var where = Evidence.UnitOf(finding) is { } unit ? outline.Say($"（{unit}）", $" ({unit})") : "";
            Add($"{finding.Norm.Id}  {Labels.Of(finding.Outcome, language)}{where}", "  ", "  ", TextReport.ToneOf(finding.Outcome));
            Add(finding.Norm.Gist.In(language), "    ", "    ");
            foreach (var evidence in Evidence.Of(finding, outline.Wording, language))
            {
                Add(evidence.OnOneLine(language), $"    {Mark(evidence)} ", "      ");
            }

            if (finding.SameForEveryValue)
            {
                Add(outline.Say("未知项取任何可能的值，此条结果都相同", "the same for every possible value of what is unknown"), "    ", "    ", TextTone.Muted);
            }

            Add(outline.Law(finding.Citation), outline.Say("    依据：", "    Law: "), "      ", TextTone.Muted);
        }

        private void Questions()
        {
            if (assessment.Questions.IsEmpty)
            {
                return;
            }

            Heading("仍会改变结论的问题", "Questions that still matter");
            var number = 1;
            foreach (var question in assessment.Questions)
            {
                Add($"{question.Ask.In(language)} {outline.Say("〔", "[")}{Labels.Of(question.AnsweredBy, language)}{outline.Say("〕", "]")}", $"  {number}. ", "     ");
                if (question.Evidence is { } evidence)
                {
                    Add(evidence.In(language), outline.Say("     凭据：", "     Evidence: "), "     ", TextTone.Muted);
                }

                Add($"{question.Attribute}{outline.Say("；关系到 ", "; decides ")}{string.Join(outline.Say("、", ", "), question.Decides)}"
                    + outline.Say($"；原因：{Labels.Of(question.Reasons, language)}", $"; reason: {Labels.Of(question.Reasons, language)}"), "     ", "     ", TextTone.Muted);
                number++;
            }
        }

        private void Obligations()
        {
            if (assessment.Obligations.IsEmpty)
            {
                return;
            }

            Heading("应写入审批意见的义务", "Obligations for the approval");
            foreach (var bearer in outline.Bearers)
            {
                Add(bearer.Key + outline.Say("：", ":"), "  ", "  ");
                foreach (var duty in bearer)
                {
                    Add($"{outline.Duty(duty)} {outline.Say("〔", "[")}{duty.Norm}{outline.Say("〕", "]")}", "    · ", "      ");
                }
            }
        }

        private void ListsToCheck()
        {
            if (assessment.NotLoaded.IsEmpty)
            {
                return;
            }

            Heading("须向制发机关核对的清单", "Lists to check with their issuer");
            foreach (var list in assessment.NotLoaded)
            {
                Bullet(outline.Say(
                    $"{list.Unit} {list.UnitName}：{list.Title.Zh}（{list.Issuer.Zh}）",
                    $"{list.Unit} {list.UnitName}: {list.Title.En} ({list.Issuer.En})"));
            }

            Add(outline.Law(assessment.NotLoaded[0].Citation), outline.Say("    依据：", "    Law: "), "      ", TextTone.Muted);
        }

        private void Margin()
        {
            if (assessment.Margin is not { } margin)
            {
                return;
            }

            Heading("结论裕度与最小变更", "Decision margin and smallest change");
            foreach (var (text, details) in new MarginWords(outline, margin).Entries())
            {
                Bullet(text);
                foreach (var detail in details)
                {
                    Add(detail, "    - ", "      ", TextTone.Muted);
                }
            }
        }

        private void Others()
        {
            Heading("其余要求", "The other requirements");
            var deciding = outline.Deciding.Select(f => f.Norm.Id).ToHashSet(StringComparer.Ordinal);
            foreach (var outcome in new[] { Outcome.Undetermined, Outcome.Conditional, Outcome.Satisfied })
            {
                foreach (var finding in outline.With(outcome).Where(f => !deciding.Contains(f.Norm.Id)))
                {
                    Short(finding);
                }
            }

            if (outline.With(Outcome.NotApplicable) is { Length: > 0 } none)
            {
                Add(Outline.Compact(none), $"  {Labels.Of(Outcome.NotApplicable, language)} ({none.Length}){outline.Say("：", ": ")}", "    ", TextTone.Muted);
            }

            foreach (var manual in assessment.Manual)
            {
                var norm = manual.Norm;
                Add(outline.Say($"不作计算 {norm.Id}  {norm.Gist.Zh}（{norm.Addressee?.Zh}）", $"not computed {norm.Id}  {norm.Gist.En} ({norm.Addressee?.En})"), "  ", "         ", TextTone.Muted);
            }
        }

        private void Targets()
        {
            if (assessment.UnboundTargets.IsEmpty)
            {
                return;
            }

            Heading("目标年已过或未到的要求", "Targets that do not bind");
            foreach (var target in outline.Targets)
            {
                Bullet(target, TextTone.Muted);
            }
        }

        private void Interpretations()
        {
            if (outline.Interpretations is not { Length: > 0 } interpretations)
            {
                return;
            }

            Heading("待主管部门确认的解释", "Interpretations awaiting confirmation");
            foreach (var interpretation in interpretations)
            {
                Bullet($"{interpretation.Of}{outline.Say("：", ": ")}{interpretation.Text}");
            }
        }

        private void Sources()
        {
            Heading("依据与资料", "Sources");
            foreach (var instrument in outline.Instruments)
            {
                Bullet(SiteWords.Of(instrument, language));
            }

            var mattering = outline.MatteringLayers;
            var files = SiteWords.Files(assessment.Receipt, outline).ToArray();
            foreach (var (layers, words) in files.Where(f => f.Layers.Overlaps(mattering)))
            {
                Add(words, "  · ", "    ", TextTone.Muted);
            }

            if (files.Count(f => !f.Layers.Overlaps(mattering)) is > 0 and var others)
            {
                Add(outline.Say($"其余 {others} 个图层文件没有影响结论，见 JSON 报告", $"{others} further layer file(s) had no bearing; see the JSON report"), "  · ", "    ", TextTone.Muted);
            }

            foreach (var (status, words) in SiteWords.Unanswering(assessment, outline))
            {
                Add(words, "  · ", "    ", status == LayerStatus.Failed ? TextTone.Bad : status == LayerStatus.NotCovered ? TextTone.Open : TextTone.Muted);
            }

            Add(SiteWords.Identity(assessment.Receipt, language), "  · ", "    ", TextTone.Muted);
        }

        private void Notices()
        {
            if (assessment.Pack.Notices.IsEmpty)
            {
                return;
            }

            Heading("说明", "Notices");
            foreach (var notice in assessment.Pack.Notices)
            {
                Bullet(notice.In(language));
            }
        }

        private static string Mark(Evidence evidence) => evidence.Truth switch
        {
            null => " · ",
            Truth.True => "[+]",
            Truth.False => "[-]",
            Truth.Unknown => "[?]",
            _ => throw new UnreachableException(),
        };

        private void Member(string zh, string en, string value, TextTone tone = TextTone.Plain) => page.Member(zh, en, value, tone);

        private void Heading(string zh, string en, string legend = "") => page.Heading(zh, en, legend);

        private void Bullet(string text, TextTone tone = TextTone.Plain) => page.Bullet(text, tone);

        private void Add(string text, string first, string rest, TextTone tone = TextTone.Plain) => page.Add(text, first, rest, tone);

        private void Blank() => page.Blank();

        private void Line(string text, TextTone tone) => page.Line(text, tone);
    }
}
