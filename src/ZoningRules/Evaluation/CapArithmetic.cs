using ZoningRules.Facts;
using ZoningRules.Measures;
using ZoningRules.RulePacks;

namespace ZoningRules.Evaluation;

/// <summary>The arithmetic of a cap on a date: how much room is left, or why that is not known.</summary>
/// <param name="Ledger">The ledger used, or null.</param>
/// <param name="Limit">The limit, or null when it is not known.</param>
/// <param name="Room">What is left below the limit, never below zero; null when it is not known.</param>
/// <param name="Reason">Why it is not known; None otherwise.</param>
internal readonly record struct CapArithmetic(Ledger? Ledger, decimal? Limit, decimal? Room, UnknownReasons Reason)
{
    public static CapArithmetic Of(Cap cap, FactSheet sheet, DateOnly date)
    {
        var ledger = sheet.LedgerNamed(cap.Ledger);
        decimal? limit = cap.Limit switch
        {
            CapLimit.Fixed amount => amount.Amount,
            CapLimit.Dated dated => dated.Parameter.On(date)?.Value.ToBase().Low,
            CapLimit.BaseMinus share => ledger?.Base * (1 - share.Share),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        if (limit is null && cap.Limit is CapLimit.Dated)
        {
            return new(ledger, null, null, UnknownReasons.NoValue);
        }

        if (ledger is null || limit is null || ledger.AsOf > date || date.DayNumber - ledger.AsOf.DayNumber > cap.MaxAgeDays)
        {
            return new(ledger, limit, null, UnknownReasons.StaleLedger);
        }

        return new(ledger, limit, Math.Max(0, Less(Less(limit.Value, ledger.Used), ledger.Reserved)), UnknownReasons.None);
    }

    /// <summary>What it takes to exceed: an expression over the increment, and over the ledger when that cannot be used.</summary>
    public Expression Exceeded(CompiledNorm norm, int leafCount)
    {
        var cap = norm.Norm.Cap!;
        var increment = new FactSource(cap.Increment, -1);

        // Indices past the program's leaves: these leaves depend on the ledger, so nothing about them may be kept between evaluations.
        var adds = new CompiledLeaf.Number(increment, Comparison.MoreThan, 0) { Index = leafCount };
        if (Room is { } room)
        {
            var beyond = new CompiledLeaf.Number(increment, cap.Inclusive ? Comparison.MoreThan : Comparison.AtLeast, room) { Index = leafCount };
            return Expression.All(Expression.Of(adds), Expression.Of(beyond));
        }

        var missing = Reason == UnknownReasons.NoValue && cap.Limit is CapLimit.Dated dated ? $"parameter.{dated.Parameter.Name}" : cap.Ledger;
        return Expression.All(Expression.Of(adds), Expression.Of(new CompiledLeaf.LedgerExceeded(missing, norm.Index, Reason) { Index = leafCount }));
    }

    /// <summary>Whether the increment exceeds.</summary>
    public Truth Exceeds(Cap cap, FactSheet sheet)
    {
        var increment = sheet.Attributes[cap.Increment.Slot].Value is FactValue.Number { Range: var range }
            ? new(range.Low, range.High)
            : new FactSource(cap.Increment, -1).Bounds;
        var adds = CompiledLeaf.Compare(increment, Comparison.MoreThan, new(0, 0));
        var beyond = Room is { } room
            ? CompiledLeaf.Compare(increment, cap.Inclusive ? Comparison.MoreThan : Comparison.AtLeast, new(room, room))
            : Truth.Unknown;
        return Kleene.And(adds, beyond);
    }

    // Numbers of any size come in; what leaves the range of decimal is as good as its end.
    private static decimal Less(decimal from, decimal amount) =>
        amount >= 0
            ? from >= decimal.MinValue + amount ? from - amount : decimal.MinValue
            : from <= decimal.MaxValue + amount ? from - amount : decimal.MaxValue;
}
