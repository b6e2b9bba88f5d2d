using ZoningRules.RulePacks;

namespace ZoningRules.Analysis;

/// <summary>The days on which what a pack says can change: between two of them its rules are the same.</summary>
internal static class TurningDays
{
    /// <summary>The first day of each stretch of time in which the rules stay the same and some requirement counts, in order.</summary>
    public static IReadOnlyList<DateOnly> Of(RulePack pack)
    {
        var periods = pack.Requirements.Select(r => r.InForce)
            .Concat(pack.Norms.SelectMany(n => n.Norm.Lines).SelectMany(l => Periods(l.Test)))
            .Concat(pack.Norms.Select(n => n.Norm.Cap?.Limit).OfType<CapLimit.Dated>().SelectMany(c => c.Parameter.Values.Select(v => v.InForce)));
        var years = pack.Norms.Select(n => n.Norm.Target).OfType<Target>().SelectMany(t => (int[])[t.Year, t.Year + 1]).Where(y => y is >= 1 and <= 9999).Select(y => new DateOnly(y, 1, 1));
        return [.. periods.SelectMany(p => p.Until is { } until ? (DateOnly[])[p.From, until] : [p.From]).Concat(years).Distinct().Where(d => pack.Requirements.Any(r => r.InForce.Holds(d))).Order()];
    }

    private static IEnumerable<Period> Periods(LeafTest test) => test switch
    {
        LeafTest.OnList list => list.List.Editions.Select(e => e.InForce),
        LeafTest.CompareParameter compare => compare.Limit.Values.Select(v => v.InForce),
        _ => [],
    };
}
