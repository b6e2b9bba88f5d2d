using System.Collections.Immutable;
using System.Globalization;
using ZoningRules.Facts;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Proposals;
using ZoningRules.Reports;
using ZoningRules.Verdicts;

namespace ZoningRules.Cli;

/// <summary>Asks the questions of an assessment one by one, assessing again after each answer, until nothing that matters is left to ask.</summary>
internal sealed class Interview(Surroundings around, Workbench bench, Language language, JointAssessment start)
{
    private const int MostItems = 50;

    private readonly HashSet<string> done = new(StringComparer.Ordinal);
    private JointAssessment assessment = start;
    private string officer = "";
    private bool ended;

    /// <summary>Whether anything was answered.</summary>
    public bool Answered { get; private set; }

    /// <summary>Holds the interview; returns the last assessment.</summary>
    public JointAssessment Hold()
    {
        Say($"{assessment.Proposal.Name}", $"{assessment.Proposal.Name}");
        Standing();
        while (!ended && assessment.Questions.FirstOrDefault(q => !done.Contains(q.Question.Attribute)) is { } question)
        {
            Ask(question);
        }

        Say("", "");
        Standing();
        return assessment;
    }

    private void Ask(JointQuestion joint)
    {
        var question = joint.Question;
        done.Add(question.Attribute);
        Say("", "");
        var packs = bench.IsSingle ? "" : $" [{string.Join(T("、", ", "), joint.AskedBy.Select(p => p.Pack))}]";
        Write($"{question.Ask.In(language)} [{Labels.Of(question.AnsweredBy, language)}]{packs}");
        if (question.Definition is not { } definition)
        {
            Say("    （这里无法回答，请在申报材料或台账中补充）", "    (cannot be answered here; add it to the proposal or the ledgers)");
            Explain(question);
            return;
        }

        Write("    " + AnswerText.Hint(definition.Type, language) + T("；回车=不知道，?=为什么问", "; Enter = don't know, ? = why"));
        while (Prompt("> ") is { Length: > 0 } typed)
        {
            if (typed is "?" or "？")
            {
                Explain(question);
            }
            else if (TryAnswer(question, definition, typed))
            {
                return;
            }
        }
    }

    private bool TryAnswer(Question question, AttributeDefinition definition, string typed)
    {
        if (definition.Type is AttributeType.Items(var fields))
        {
            return Items(typed, fields) is { } items && Accept(question, items);
        }

        if (AnswerText.Read(definition.Type, typed) is not { } value)
        {
            Say($"`{typed}` 不在可选范围内：{AnswerText.Hint(definition.Type, language)}", $"`{typed}` is none of: {AnswerText.Hint(definition.Type, language)}");
            return false;
        }

        return Accept(question, value);
    }

    private bool Accept(Question question, RawValue value)
    {
        var proposal = assessment.Proposal;
        if (question.Definition!.AnsweredBy == Answerer.Officer)
        {
            if (Decision(question.Attribute, value) is not { } decision)
            {
                Say("没有决定人或理由，不作记录。", "Without a name and a reason nothing is recorded.");
                return true;
            }

            proposal = AnswerSheet.WithDecision(proposal, decision);
        }
        else
        {
            proposal = AnswerSheet.WithDeclared(proposal, question.Attribute, value);
        }

        var next = bench.AssessJointly(proposal);
        if (!next.Succeeded)
        {
            foreach (var problem in next.Problems)
            {
                Write($"{Wording.Message(problem, language)} — {Wording.Help(problem, language)}");
            }

            return false;
        }

        assessment = next.Value;
        Answered = true;
        Standing();
        return true;
    }

    private OfficerDecision? Decision(string attribute, RawValue value)
    {
        var known = officer.Length == 0 ? "" : T($"（回车={officer}）", $" (Enter = {officer})");
        var by = Prompt(T("    决定人", "    Decided by") + known + "> ");
        by = string.IsNullOrEmpty(by) ? officer : by;
        var reason = by.Length == 0 ? null : Prompt(T("    理由> ", "    Reason> "));
        if (string.IsNullOrEmpty(reason))
        {
            return null;
        }

        officer = by;
        return new(attribute, value, by, around.TodayInChina(), reason);
    }

    private RawValue.List? Items(string typed, ImmutableArray<AttributeDefinition> fields)
    {
        if (!int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count > MostItems)
        {
            Say($"请填 0 到 {MostItems} 的个数", $"give a count from 0 to {MostItems}");
            return null;
        }

        var items = ImmutableArray.CreateBuilder<RawValue>();
        for (var i = 1; i <= count && !ended; i++)
        {
            var entries = ImmutableArray.CreateBuilder<KeyValuePair<string, RawValue>>();
            foreach (var field in fields)
            {
                Write($"  ({i.ToString(CultureInfo.InvariantCulture)}) {field.Ask.In(language)}  {AnswerText.Hint(field.Type, language)}");
                while (Prompt("  > ") is { Length: > 0 } answer)
                {
                    if (AnswerText.Read(field.Type, answer) is { } value)
                    {
                        entries.Add(KeyValuePair.Create(field.Id, value));
                        break;
                    }

                    Say($"`{answer}` 不在可选范围内", $"`{answer}` is none of these");
                }
            }

            items.Add(new RawValue.Map(entries.ToImmutable()));
        }

        return ended ? null : new(items.ToImmutable());
    }

    private void Explain(Question question)
    {
        Say($"    未知原因：{Labels.Of(question.Reasons, language)}", $"    not known because: {Labels.Of(question.Reasons, language)}");
        if (question.Evidence is { } evidence)
        {
            Say($"    凭据：{evidence.Zh}", $"    evidence: {evidence.En}");
        }

        foreach (var finding in assessment.Parts.SelectMany(p => p.Findings).Where(f => question.Decides.Contains(f.Norm.Id)))
        {
            Write($"    {finding.Norm.Id}  {finding.Norm.Gist.In(language)}");
            Write($"      {finding.Citation.Instrument.Number} {finding.Citation.Place}“{finding.Citation.Quote}”");
        }
    }

    private void Standing()
    {
        var possible = string.Join(T("、", ", "), assessment.Possible.Select(v => Labels.Of(v, language)));
        var open = assessment.Questions.Length.ToString(CultureInfo.InvariantCulture);
        foreach (var part in bench.IsSingle ? [] : assessment.Parts)
        {
            Write($"  {part.Pack.Id}{T("：", ": ")}{(part.Concern == Concern.NotConcerned ? Labels.Of(part.Concern, language) : Labels.Of(part.Verdict, language))}");
        }

        Say($"结论：{Labels.Of(assessment.Verdict, language)}（可能：{possible}；会影响结论的问题 {open} 个；法律时点 {Figures.Of(assessment.GoverningDate)}）",
            $"Verdict: {Labels.Of(assessment.Verdict, language)} (possible: {possible}; questions that matter: {open}; law as of {Figures.Of(assessment.GoverningDate)})");
    }

    // Null at the end of the input, which ends the interview; an empty line means that the answer is not known.
    private string? Prompt(string prompt)
    {
        if (ended)
        {
            return null;
        }

        around.Out.Write(prompt);
        around.Out.Flush();
        var line = around.In.ReadLine();
        ended = line is null;
        if (ended)
        {
            around.Out.WriteLine();
        }

        return line?.Trim();
    }

    private void Say(string zh, string en) => Write(T(zh, en));

    private void Write(string line) => around.Out.WriteLine(new string([.. line.Select(c => char.IsControl(c) ? ' ' : c)]));

    private string T(string zh, string en) => language == Language.Zh ? zh : en;
}
