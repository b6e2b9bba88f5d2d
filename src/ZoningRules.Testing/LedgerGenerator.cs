using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using ZoningRules.Facts;
using ZoningRules.RulePacks;

namespace ZoningRules.Testing;

/// <summary>Generates ledger snapshots for the caps of a pack: on the last day that is not too old, a day older, on the day itself, a day after, or missing.</summary>
/// <param name="pack">The pack whose caps name the ledgers.</param>
/// <param name="mix">How often a ledger is missing or stale.</param>
public sealed class LedgerGenerator(RulePack pack, ScenarioMix mix)
{
    /// <summary>At most one snapshot a ledger for a governing date, ordered by name.</summary>
    public Gen<ImmutableArray<Ledger>> LedgersOn(DateOnly date)
    {
        var caps = pack.Norms.Select(n => n.Norm.Cap).OfType<Cap>().GroupBy(c => c.Ledger, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal);
        return Gen.CollectToArray(caps, g => LedgerOn(date, g.First())).Select(l => l.OfType<Ledger>().ToImmutableArray());
    }

    private Gen<Ledger?> LedgerOn(DateOnly date, Cap cap)
    {
        var good = mix.UnknownPercent == 0 ? 12 : 6;
        var bad = mix.UnknownPercent == 0 ? 0 : 1;
        var limit = cap.Limit is CapLimit.Fixed amount ? amount.Amount : 100;
        var asOf = Gen.Frequency(
            (good, Gen.Constant(0)), (good, Gen.Constant(-cap.MaxAgeDays)), (bad, Gen.Constant(-cap.MaxAgeDays - 1)), (bad, Gen.Constant(1)));
        var snapshot =
            from days in asOf
            from used in Gen.Elements(0, limit / 2, limit, limit + ProposalGenerator.Nearby)
            from reserved in Gen.Elements(0, 1, limit / 2)
            from has in Gen.Choose(0, 3)
            select new Ledger(
                cap.Ledger, DateOnly.FromDayNumber(Math.Clamp(date.DayNumber + days, 0, DateOnly.MaxValue.DayNumber)), used, reserved, has == 0 && bad > 0 ? null : limit * 2);
        return Gen.Frequency((bad, Gen.Constant<Ledger?>(null)), (6, snapshot.Select(Ledger? (l) => l)));
    }
}
