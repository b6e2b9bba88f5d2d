using ZoningRules.Verdicts;

namespace ZoningRules.Margins;

/// <summary>Finds the next day on which the verdict changes by itself: all days on which the rules or the ledgers change are assessed in turn.</summary>
internal static class DateSearch
{
    private const int MostDays = 200;

    /// <summary>The next change, or null.</summary>
    public static DateChange? Run(Trial trial)
    {
        foreach (var day in Days(trial).Where(d => d > trial.Context.GoverningDate).Distinct().Order().Take(MostDays))
        {
            var then = trial.On(day);
            if (then.Verdict != trial.Start.Verdict || !then.Possible.SequenceEqual(trial.Start.Possible))
            {
                return new(day, then.Verdict, then.Possible, Trial.Changes(trial.Start, then));
            }
        }

        return null;
    }

    private static IEnumerable<DateOnly> Days(Trial trial)
    {
        var pack = trial.Program.Pack;
        var periods = pack.Requirements.Select(r => r.InForce)
            .Concat(pack.Parameters.SelectMany(p => p.Values).Select(v => v.InForce))
            .Concat(pack.Lists.SelectMany(l => l.Editions).Select(e => e.InForce));
        foreach (var period in periods)
        {
            yield return period.From;
            if (period.Until is { } until)
            {
                yield return until;
            }
        }

        foreach (var norm in pack.Norms.Select(n => n.Norm))
        {
            if (norm.Target is { Year: > 0 and < 9999 } target)
            {
                yield return new(target.Year, 1, 1);
                yield return new(target.Year + 1, 1, 1);
            }

            // The first day on which a ledger is too old.
            if (norm.Cap is { } cap && trial.Sheet.LedgerNamed(cap.Ledger) is { } ledger && ledger.AsOf.DayNumber + (long)cap.MaxAgeDays < DateOnly.MaxValue.DayNumber)
            {
                yield return ledger.AsOf.AddDays(cap.MaxAgeDays + 1);
            }
        }
    }
}
