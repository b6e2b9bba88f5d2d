using System.Collections.Immutable;
using ZoningRules.Evaluation;
using ZoningRules.Facts;
using ZoningRules.Findings;
using ZoningRules.Locations;
using ZoningRules.RulePacks;
using ZoningRules.Verdicts;

namespace ZoningRules.Assessing;

/// <summary>The fold of docs/semantics.md section 5: outcomes, doubts and lists not loaded become a verdict. Outcomes are by index of the program's norms.</summary>
internal sealed record Conclusion(
    Verdict Verdict,
    ImmutableArray<Verdict> Possible,
    bool SameForEveryCompletion,
    bool Exact,
    ImmutableArray<Outcome> Outcomes,
    ImmutableArray<int> Resolved,
    ImmutableArray<StandingDoubt> Doubts,
    ImmutableArray<ListNotLoaded> NotLoaded,
    ImmutableArray<Question> Questions)
{
    public static Conclusion Draw(RuleProgram program, IRuleEngine engine, FactSheet sheet, SiteLocation? location, int nodeLimit)
    {
        var fast = engine.Evaluate(program, sheet);
        var doubts = DoubtsAbout(program, location);
        var notLoaded = ListsNotLoaded(program.Pack, location);
        var floor = doubts.IsEmpty ? notLoaded.IsEmpty ? Verdict.Admissible : Verdict.Conditional : Verdict.Undetermined;
        if (floor < Verdict.Conditional && fast.Outcomes.Contains(Outcome.Conditional))
        {
            floor = Verdict.Conditional;
        }

        var outcomes = fast.Outcomes.ToArray();
        var undetermined = Enumerable.Range(0, outcomes.Length).Where(i => outcomes[i] == Outcome.Undetermined).ToArray();
        if (undetermined.Length == 0 || outcomes.Contains(Outcome.Violated))
        {
            var verdict = outcomes.Contains(Outcome.Violated) ? Verdict.Prohibited : floor;
            return new(verdict, [verdict], false, true, [.. outcomes], [], doubts, notLoaded, Asked([], verdict, sheet));
        }

        var exact = ExactPass.Run(program, sheet, undetermined, floor, nodeLimit);
        foreach (var (norm, outcome) in exact.Resolved)
        {
            outcomes[norm] = outcome;
        }

        var settled = exact.Possible.Length == 1;
        var concluded = settled ? exact.Possible[0] : Verdict.Undetermined;
        return new(
            concluded,
            exact.Possible,
            settled && exact.Possible[0] != Verdict.Undetermined,
            exact.Exact,
            [.. outcomes],
            [.. exact.Resolved.Select(r => r.Norm)],
            doubts,
            notLoaded,
            Asked(settled ? [] : new QuestionWriter(program, sheet).Write(exact.Asked), concluded, sheet));
    }

    // Nothing but the site itself settles in which control unit it lies, and nothing but its coordinate system where it is.
    private static ImmutableArray<Question> Asked(ImmutableArray<Question> questions, Verdict verdict, FactSheet sheet)
    {
        if (verdict != Verdict.Undetermined || sheet.LocationKnown)
        {
            return questions;
        }

        var about = sheet.LocationDoubt is { } doubt ? QuestionWriter.Crs(doubt) : QuestionWriter.Site([], UnknownReasons.NotProvided);
        return questions.Any(q => q.Attribute == about.Attribute) ? questions : QuestionWriter.Ordered(questions.Add(about));
    }

    /// <summary>The findings written out, ordered by norm id.</summary>
    public ImmutableArray<Finding> Findings(RuleProgram program, FactSheet sheet)
    {
        var writer = new FindingWriter(program, sheet);
        return [.. program.CompiledNorms
            .Select(n => writer.Write(n, Outcomes[n.Index], Resolved.Contains(n.Index)))
            .OrderBy(f => f.Norm.Id, StringComparer.Ordinal)];
    }

    /// <summary>The norms that bear on the proposal, ordered by id.</summary>
    public ImmutableArray<ScreenedNorm> Norms(RuleProgram program)
    {
        var norms = ImmutableArray.CreateBuilder<ScreenedNorm>();
        foreach (var norm in program.ById)
        {
            if (Outcomes[norm.Index] is not Outcome.NotApplicable and var outcome)
            {
                norms.Add(new(norm.Norm, outcome));
            }
        }

        return norms.DrainToImmutable();
    }

    private static ImmutableArray<StandingDoubt> DoubtsAbout(RuleProgram program, SiteLocation? location)
    {
        var pack = program.Pack;
        var doubts = ImmutableArray.CreateBuilder<StandingDoubt>();
        if (!pack.Requirements.Any(r => r.InForce.Holds(program.Date)))
        {
            doubts.Add(new(
                DoubtKind.NothingInForce,
                new("法律时点没有任何有效的准入要求", "no requirement of the pack is in force on the governing date"),
                pack.UnitsCitation,
                new(1)));
        }

        if (location is null || (location.Units.IsEmpty && location.Gaps.IsEmpty))
        {
            doubts.Add(new(
                DoubtKind.UnitUnknown, new("场址所在的管控单元不明", "it is not known in which control unit the site lies"), pack.UnitsCitation, new(1)));
        }

        if (location is { IsDoubtful: true, CoordinateDoubt: { } doubt })
        {
            doubts.Add(new(DoubtKind.CoordinatesDoubtful, doubt.Text, pack.UnitsCitation, new(1)));
        }

        foreach (var gap in location?.Gaps ?? [])
        {
            doubts.Add(gap switch
            {
                { Reason: { } reason } => new(
                    DoubtKind.KnownHole,
                    new($"场址（或其一部分）未划入任何管控单元：{reason}", $"the site, or a part of it, belongs to no control unit: {reason}"),
                    pack.UnitsCitation,
                    gap.ShareOfSite),
                { OutsideCoverage: true } => new(
                    DoubtKind.OutsideCoverage,
                    new("场址（或其一部分）在管控单元图层覆盖范围之外", "the site, or a part of it, lies outside the area that the unit layer covers"),
                    pack.UnitsCitation,
                    gap.ShareOfSite),
                _ => new(
                    DoubtKind.NoUnit,
                    new("场址（或其一部分）不在任何管控单元内", "the site, or a part of it, lies in no control unit"),
                    pack.UnitsCitation,
                    gap.ShareOfSite),
            });
        }

        return doubts.ToImmutable();
    }

    private static ImmutableArray<ListNotLoaded> ListsNotLoaded(RulePack pack, SiteLocation? location) => pack.UnitLists is not { } lists
        ? []
        : [.. (location?.Units ?? [])
            .Where(u => !lists.Loaded.Contains(u.Code))
            .Select(u => new ListNotLoaded(u.Code, u.Name, lists.Title, lists.Issuer, lists.Citation))
            .DistinctBy(l => l.Unit)
            .OrderBy(l => l.Unit, StringComparer.Ordinal)];
}
