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
    ImmutableArray<Question> Questions,
    Concern Concern)
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

        var silent = MayBeSilent(program, fast.Outcomes);
        if (silent && fast.Outcomes.All(o => o == Outcome.NotApplicable))
        {
            return NothingSaid(program, fast.Outcomes, [], doubts);
        }

        // A norm that is kept whether or not it applies is no reason to say that one applies.
        var perhapsConcerning = silent && doubts.IsEmpty ? Enumerable.Range(0, fast.Outcomes.Length).Where(i => fast.Outcomes[i] == Outcome.Satisfied).ToArray() : null;
        var prohibited = fast.Outcomes.Contains(Outcome.Violated);
        if (prohibited || (perhapsConcerning is null && !fast.Outcomes.Contains(Outcome.Undetermined)))
        {
            var verdict = prohibited ? Verdict.Prohibited : floor;
            return new(verdict, [verdict], false, true, fast.Outcomes, [], doubts, notLoaded, Asked(program.Pack, [], verdict, sheet), Concern.Concerned);
        }

        var outcomes = fast.Outcomes.ToArray();
        var undetermined = Enumerable.Range(0, outcomes.Length).Where(i => outcomes[i] == Outcome.Undetermined).ToArray();
        var exact = ExactPass.Run(program, sheet, undetermined, floor, nodeLimit, perhapsConcerning);
        foreach (var (norm, outcome) in exact.Resolved)
        {
            outcomes[norm] = outcome;
        }

        if (perhapsConcerning is not null && exact.Possible is [Verdict.Undetermined])
        {
            return NothingSaid(program, [.. outcomes], [.. exact.Resolved.Select(r => r.Norm)], doubts);
        }

        var settled = exact.Possible.Length == 1;
        var concluded = settled ? exact.Possible[0] : Verdict.Undetermined;
        return new(
            concluded,
            exact.Possible,
            settled && exact.Possible[0] != Verdict.Undetermined && undetermined.Length > 0,
            exact.Exact,
            [.. outcomes],
            [.. exact.Resolved.Select(r => r.Norm)],
            doubts,
            notLoaded,
            Asked(program.Pack, settled ? [] : new QuestionWriter(program, sheet).Write(exact.Asked), concluded, sheet),
            perhapsConcerning is not null && exact.Possible.Contains(Verdict.Undetermined) ? Concern.Undecided : Concern.Concerned);
    }

    // A pack with control units is about every project in its territory; another one is about those to which a norm applies.
    private static bool MayBeSilent(RuleProgram program, ImmutableArray<Outcome> outcomes) =>
        !program.Pack.HasControlUnits
        && program.HasRequirementInForce
        && !outcomes.Contains(Outcome.Violated)
        && !outcomes.Contains(Outcome.Conditional);

    private static Conclusion NothingSaid(RuleProgram program, ImmutableArray<Outcome> outcomes, ImmutableArray<int> resolved, ImmutableArray<StandingDoubt> doubts) => new(
        Verdict.Undetermined,
        [Verdict.Undetermined],
        false,
        true,
        outcomes,
        resolved,
        [
            new(
                DoubtKind.NotConcerned,
                new("本规则包没有适用于本项目的要求，不能单凭它得出结论", "no requirement of this pack applies to the project, so nothing can be concluded from it alone"),
                program.Pack.UnitsCitation,
                new(1)),
            .. doubts,
        ],
        [],
        [],
        Concern.NotConcerned);

    // Nothing but the site itself settles in which control unit it lies, and nothing but its coordinate system where it is.
    private static ImmutableArray<Question> Asked(RulePack pack, ImmutableArray<Question> questions, Verdict verdict, FactSheet sheet)
    {
        if (verdict != Verdict.Undetermined || sheet.LocationKnown || (!pack.HasControlUnits && sheet.LocationDoubt is null))
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
        if (!program.HasRequirementInForce)
        {
            doubts.Add(new(
                DoubtKind.NothingInForce,
                new("法律时点没有任何有效的准入要求", "no requirement of the pack is in force on the governing date"),
                pack.UnitsCitation,
                new(1)));
        }

        if (pack.HasControlUnits && (location is null || (location.Units.IsEmpty && location.Gaps.IsEmpty)))
        {
            doubts.Add(new(
                DoubtKind.UnitUnknown, new("场址所在的管控单元不明", "it is not known in which control unit the site lies"), pack.UnitsCitation, new(1)));
        }

        if (location is { IsDoubtful: true, CoordinateDoubt: { } doubt })
        {
            doubts.Add(new(DoubtKind.CoordinatesDoubtful, doubt.Text, pack.UnitsCitation, new(1)));
        }

        foreach (var gap in pack.HasControlUnits ? location?.Gaps ?? [] : [])
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

    // Ordered by unit.
    private static ImmutableArray<ListNotLoaded> ListsNotLoaded(RulePack pack, SiteLocation? location)
    {
        if (pack.UnitLists is not { } lists || location is null)
        {
            return [];
        }

        return location.Units is [var only]
            ? lists.Loaded.Contains(only.Code) ? [] : [Missing(only)]
            : [.. location.Units
                .Where(u => !lists.Loaded.Contains(u.Code))
                .Select(Missing)
                .DistinctBy(l => l.Unit)
                .OrderBy(l => l.Unit, StringComparer.Ordinal)];

        ListNotLoaded Missing(UnitHit unit) => new(unit.Code, unit.Name, lists.Title, lists.Issuer, lists.Citation);
    }
}
