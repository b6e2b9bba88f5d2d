using ZoningRules.Evaluation;

namespace ZoningRules.Analysis;

/// <summary>Two numbers that norms compare with each other: the values each may take in its cells, and which of them fit the order in which the two stand.</summary>
internal sealed class NumberOrder
{
    /// <summary>The ways in which the first number can stand to the second: less, equal, more.</summary>
    public static readonly IReadOnlyList<int> Signs = [-1, 0, 1];

    private readonly NumberSource first;
    private readonly NumberSource second;
    private readonly IReadOnlyList<decimal> pool;

    /// <summary>Two numbers with the variables that norms otherwise ask of them, null where none does.</summary>
    public NumberOrder((NumberSource First, NumberSource Second) numbers, Unknown? ofFirst, Unknown? ofSecond)
    {
        (first, second) = numbers;
        First = ofFirst;
        Second = ofSecond;
        pool = Pool([.. Points(first, ofFirst), .. Points(second, ofSecond)]);
    }

    /// <summary>The variable of the first number, or null.</summary>
    public Unknown? First { get; }

    /// <summary>The variable of the second number, or null.</summary>
    public Unknown? Second { get; }

    /// <summary>The two numbers of a comparison, whichever stands first.</summary>
    public static (NumberSource First, NumberSource Second) Operands(CompiledLeaf.Pair pair) => Swapped(pair) ? (pair.Right, pair.Left) : (pair.Left, pair.Right);

    /// <summary>Whether a comparison holds when its operands stand to each other so.</summary>
    public static bool Holds(CompiledLeaf.Pair pair, int sign) => CompiledLeaf.Compare(Swapped(pair) ? -sign : sign, pair.Comparison, 0);

    /// <summary>
    /// Values of the two numbers that stand so, in a cell of each; null when there are none. A null cell stands for any value. Every limit is among the values tried, and between two limits more than
    /// one value, so that nothing is missed.
    /// </summary>
    public (Sample First, decimal FirstValue, Sample Second, decimal SecondValue)? Values(int? cellOfFirst, int? cellOfSecond, int sign)
    {
        foreach (var (x, sampleX) in In(first, First, cellOfFirst))
        {
            foreach (var (y, sampleY) in In(second, Second, cellOfSecond))
            {
                if (x.CompareTo(y) == sign)
                {
                    return (sampleX, x, sampleY, y);
                }
            }
        }

        return null;
    }

    private IEnumerable<(decimal Value, Sample Sample)> In(NumberSource source, Unknown? unknown, int? cell)
    {
        var (low, high) = source.Fact is { } fact ? fact.Bounds : Bounds.Of(source.Measure);
        var possible = pool.Where(v => (low is null || v >= low) && (high is null || v <= high));
        return unknown is null || cell is null
            ? possible.Select(v => (v, new Sample { Number = v }))
            : unknown.CellSamples[cell.Value].SelectMany(s => Variants(source, s, possible)).Where(v => Fits(unknown, cell.Value, v.Sample));
    }

    // A sample with another value for the number; a place inside a layer is at no distance, one outside shares nothing with it.
    private static IEnumerable<(decimal Value, Sample Sample)> Variants(NumberSource source, Sample sample, IEnumerable<decimal> values) => (source.IsPlace, source.Measure, sample.In) switch
    {
        (false, _, _) => values.Select(v => (v, sample with { Number = v })),
        (true, PlaceMeasure.Distance, true) => [(0, sample)],
        (true, PlaceMeasure.Distance, false) => values.Select(v => (v, sample with { Number = v })),
        (true, _, false) => [(0, sample)],
        (true, PlaceMeasure.Overlap, _) => values.Select(v => (v, sample with { Overlap = v })),
        _ => sample.Within ? [(1, sample)] : values.Select(v => (v, sample with { Share = v })),
    };

    private static bool Fits(Unknown unknown, int cell, Sample sample)
    {
        for (var i = 0; i < unknown.Leaves.Count; i++)
        {
            if (unknown.Leaves[i].Holds(sample) != unknown.Cells[cell][i])
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<decimal> Points(NumberSource source, Unknown? unknown)
    {
        var (low, high) = source.Fact is { } fact ? fact.Bounds : Bounds.Of(source.Measure);
        var limits = (unknown?.Leaves ?? []).Select(l => l switch
        {
            CompiledLeaf.Number number => number.Limit,
            CompiledLeaf.PlaceNumber place when place.Measure == source.Measure => place.Limit,
            _ => (decimal?)null,
        });
        return limits.Append(low).Append(high).OfType<decimal>();
    }

    // Every point, two values between each two neighbours, and two beyond each end.
    private static List<decimal> Pool(IEnumerable<decimal> points)
    {
        var sorted = new SortedSet<decimal>(points);
        sorted.Add(sorted.Count == 0 ? 1 : sorted.Min);
        var ends = sorted.ToList();
        foreach (var (a, b) in ends.Zip(ends.Skip(1)))
        {
            var third = (b / 3) - (a / 3);
            sorted.UnionWith([a + third, b - third]);
        }

        if (ends[0] > decimal.MinValue + 2)
        {
            sorted.UnionWith([ends[0] - 1, ends[0] - 2]);
        }

        if (ends[^1] < decimal.MaxValue - 2)
        {
            sorted.UnionWith([ends[^1] + 1, ends[^1] + 2]);
        }

        return [.. sorted];
    }

    private static bool Swapped(CompiledLeaf.Pair pair) => string.CompareOrdinal(pair.Left.ToString(), pair.Right.ToString()) > 0;
}
