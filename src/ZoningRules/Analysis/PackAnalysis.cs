using ZoningRules.Evaluation;
using ZoningRules.RulePacks;

namespace ZoningRules.Analysis;

/// <summary>
/// Analyses a rule pack without running cases: over the finitely many cells that its leaves tell apart, so every claim about its norms is proved, and most carry a case that
/// shows it. Also reads the words of the law for limits, open terms and gaps.
/// </summary>
public static class PackAnalysis
{
    /// <summary>Analyses a pack.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="date">The date whose rules are compared with each other.</param>
    public static AnalysisReport Run(RulePack pack, DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(pack);
        var remarks = new List<Remark>();
        var world = new NormWorld(RuleProgram.Compile(pack, date));
        var norms = world.Program.CompiledNorms.Length;
        if (world.IsComplete)
        {
            new NormChecks(world, remarks).Run();
            new LadderCheck(world, remarks).Run();
        }

        if (!world.IsComplete)
        {
            remarks.RemoveAll(r => r.Kind is >= RemarkKind.NeverFires and <= RemarkKind.LadderInversion);
            remarks.Add(new(RemarkKind.Skipped, pack.Id, new(
                "规则之间的比较未能完成：未知情形的组合过多", "the norms could not be compared with each other: too many combinations of what is unknown"), new(pack.Folder)));
        }

        norms += OtherDates(pack, date, remarks);
        new TimeChecks(pack, date, remarks).Run();
        new WordChecks(pack, remarks).Run();
        FigureRemarks.Add(pack, remarks);
        new UseChecks(pack, remarks).Run();
        return new(
            pack,
            date,
            [.. remarks.OrderByDescending(r => r.Severity).ThenBy(r => r.Kind).ThenBy(r => r.Place.File, StringComparer.Ordinal).ThenBy(r => r.Place.Line).ThenBy(r => r.Subject, StringComparer.Ordinal)],
            norms,
            world.Unknowns.Sum(u => u.Cells.Length));
    }

    // Norms that do not count on the date are looked at on the first day on which they do.
    private static int OtherDates(RulePack pack, DateOnly date, List<Remark> remarks)
    {
        var analysed = 0;
        var others = pack.Norms.Where(n => n.Norm.Effect != Effect.Manual && !Counts(n, date)).GroupBy(FirstDay);
        foreach (var group in others)
        {
            if (group.Key is not { } first)
            {
                remarks.AddRange(group.Select(n => new Remark(
                    RemarkKind.NeverFires, n.Norm.Id, new("在其有效期内目标年份已过，从未生效", "its target year is past whenever it is in force: it never binds"), n.Norm.Place)
                { Citation = n.Requirement.Citation }));
                continue;
            }

            var world = new NormWorld(RuleProgram.Compile(pack, first));
            if (world.IsComplete)
            {
                new NormChecks(world, remarks).NeverFires(group.Select(n => n.Norm.Id).ToHashSet(StringComparer.Ordinal));
                analysed += group.Count();
            }
        }

        return analysed;
    }

    private static bool Counts((Requirement Requirement, Norm Norm) norm, DateOnly date) =>
        norm.Requirement.InForce.Holds(date) && norm.Norm.Target?.Binds(date) != false;

    private static DateOnly? FirstDay((Requirement Requirement, Norm Norm) norm)
    {
        var from = norm.Requirement.InForce.From;
        var first = norm.Norm.Target is { OnlyInYear: true, Year: var year } && from.Year < year ? new DateOnly(year, 1, 1) : from;
        return Counts(norm, first) ? first : null;
    }
}
