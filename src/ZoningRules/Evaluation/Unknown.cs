using ZoningRules.Facts;
using ZoningRules.Measures;

namespace ZoningRules.Evaluation;

/// <summary>A variable of the exact pass: something not known, with the leaves it decides and the cells they cut it into.</summary>
internal sealed class Unknown(VariableKey key, Scene scene, RuleProgram program)
{
    private const int MostSetGroups = 12;

    private readonly List<CompiledLeaf> leaves = [];

    public VariableKey Key => key;

    public Scene Scene => scene;

    public IReadOnlyList<CompiledLeaf> Leaves => leaves;

    /// <summary>Position in the order of the diagram.</summary>
    public int Order { get; set; }

    /// <summary>How many undetermined norms speak of it.</summary>
    public int Uses { get; set; }

    /// <summary>Whether there are too many cells to look at; there are then none.</summary>
    public bool IsTooLarge { get; private set; }

    /// <summary>Cells by truth of the leaves: <c>Cells[cell][leaf]</c>.</summary>
    public bool[][] Cells { get; private set; } = [];

    /// <summary>The samples of each cell, at least one, in the order they were taken.</summary>
    public IReadOnlyList<IReadOnlyList<Sample>> CellSamples { get; private set; } = [];

    public int Add(CompiledLeaf leaf)
    {
        var at = leaves.FindIndex(l => ReferenceEquals(l, leaf) || l.SameAs(leaf));
        if (at < 0)
        {
            at = leaves.Count;
            leaves.Add(leaf);
        }

        return at;
    }

    /// <summary>Cuts the values the variable may have into cells on which every leaf is constant.</summary>
    public void Cut()
    {
        var at = new Dictionary<Signature, int>();
        var cells = new List<bool[]>();
        var samples = new List<List<Sample>>();
        foreach (var sample in Samples())
        {
            var truths = new bool[leaves.Count];
            for (var i = 0; i < truths.Length; i++)
            {
                truths[i] = leaves[i].Holds(sample);
            }

            if (!at.TryGetValue(new(truths), out var cell))
            {
                cell = cells.Count;
                at.Add(new(truths), cell);
                cells.Add(truths);
                samples.Add([]);
            }

            samples[cell].Add(sample);
        }

        Cells = [.. cells];

        // Without leaves the variable itself is the question: each sample is a cell.
        CellSamples = leaves.Count > 0 ? samples : [.. samples.SelectMany(s => s).Select(s => (IReadOnlyList<Sample>)[s])];
    }

    /// <summary>The node of a leaf: one child for each cell.</summary>
    public int Node(CompiledLeaf leaf, DecisionDiagram diagram)
    {
        var at = leaves.FindIndex(l => ReferenceEquals(l, leaf) || l.SameAs(leaf));
        return diagram.Make(Order, Array.ConvertAll(Cells, c => c[at] ? DecisionDiagram.Levels - 1 : 0));
    }

    /// <summary>The node of the variable itself, for variables without leaves: false in the first cell, true in the second.</summary>
    public int Node(DecisionDiagram diagram) => diagram.Make(Order, [0, DecisionDiagram.Levels - 1]);

    private IEnumerable<Sample> Samples() => key.Kind switch
    {
        VariableKind.Attribute => Values(scene.Sheet.Vocabulary.Attributes[key.First], scene.Sheet.Attributes[key.First].Value),
        VariableKind.Field => Values(
            ((AttributeType.Items)scene.Sheet.Vocabulary.Attributes[key.First].Type).Fields[key.Third], scene.Item?.Fields[key.Third].Value),
        VariableKind.Place => Places(scene.Places[key.First]),
        _ => [new() { Choice = 0 }, new() { Choice = 1 }],
    };

    private IEnumerable<Sample> Values(AttributeDefinition definition, FactValue? value) => definition.Type switch
    {
        AttributeType.YesNo => [new() { Choice = 0 }, new() { Choice = 1 }],
        AttributeType.Choice choice => Enumerable.Range(0, choice.Options.Length).Select(i => new Sample { Choice = i }),
        AttributeType.Choices => Sets(),
        AttributeType.Code code => (value is FactValue.Code known
                ? Enumerable.Range(known.Entry.First, known.Entry.Count)
                : program.CodeClasses(leaves.OfType<CompiledLeaf.InCodes>().First().Source, code.System))
            .Select(i => new Sample { Ordinal = i }),
        AttributeType.Number number => Numbers(
            [.. leaves.OfType<CompiledLeaf.Number>().Select(l => l.Limit)],
            value is FactValue.Number range ? range.Range.Low : number.Minimum,
            value is FactValue.Number most ? most.Range.High : number.Maximum).Select(n => new Sample { Number = n }),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    // Sets that differ only in values no leaf names, or that the same leaves name, are one cell: a bit for each distinct group of leaves is enough.
    private IEnumerable<Sample> Sets()
    {
        var groups = new Dictionary<Signature, ulong>();
        for (var bit = 0; bit < 64; bit++)
        {
            var one = 1UL << bit;
            var named = leaves.Select(l => (((CompiledLeaf.Includes)l).Mask & one) != 0).ToArray();
            if (named.Contains(true))
            {
                groups.TryAdd(new(named), one);
            }
        }

        var bits = groups.Values.ToArray();
        if (bits.Length > MostSetGroups)
        {
            IsTooLarge = true;
            yield break;
        }

        for (var set = 0UL; set < 1UL << bits.Length; set++)
        {
            var mask = 0UL;
            for (var i = 0; i < bits.Length; i++)
            {
                mask |= (set >> i & 1) != 0 ? bits[i] : 0;
            }

            yield return new() { Set = mask };
        }
    }

    // Every limit, a value between each two neighbours, and one beyond each end; all inside the range.
    private static IEnumerable<decimal> Numbers(IReadOnlyCollection<decimal> limits, decimal? low, decimal? high)
    {
        var points = new SortedSet<decimal>(limits.Where(l => (low is null || l >= low) && (high is null || l <= high)));
        points.UnionWith(low is { } least ? [least] : []);
        points.UnionWith(high is { } most ? [most] : []);
        if (points.Count == 0)
        {
            yield return 0;
            yield break;
        }

        if (low is null && points.Min >= decimal.MinValue + 1)
        {
            yield return points.Min - 1;
        }

        decimal? before = null;
        foreach (var point in points)
        {
            if (before is { } last)
            {
                yield return (last / 2) + (point / 2);
            }

            yield return point;
            before = point;
        }

        if (high is null && points.Max <= decimal.MaxValue - 1)
        {
            yield return points.Max + 1;
        }
    }

    // The consistent states of a place: outside at some distance, partly inside, or within.
    private IEnumerable<Sample> Places(PlaceFact place)
    {
        if (place.In != Truth.True)
        {
            foreach (var distance in Numbers(Limits(PlaceMeasure.Distance), place.Distance?.Low ?? 0, place.Distance?.High))
            {
                yield return new() { Number = distance };
            }
        }

        if (place.In == Truth.False)
        {
            yield break;
        }

        var overlaps = Numbers(Limits(PlaceMeasure.Overlap), place.Overlap?.Low ?? 0, place.Overlap?.High).ToArray();
        foreach (var within in new[] { false, true })
        {
            if (place.Within == Kleene.Of(!within))
            {
                continue;
            }

            decimal[] shares = within ? [1] : [.. Numbers(Limits(PlaceMeasure.Share), place.Share?.Low ?? 0, place.Share?.High ?? 1)];
            foreach (var overlap in overlaps)
            {
                foreach (var share in shares)
                {
                    yield return new() { In = true, Within = within, Overlap = overlap, Share = share };
                }
            }
        }
    }

    private decimal[] Limits(PlaceMeasure measure) =>
        [.. leaves.OfType<CompiledLeaf.PlaceNumber>().Where(l => l.Measure == measure).Select(l => l.Limit)];

    private readonly struct Signature(bool[] truths) : IEquatable<Signature>
    {
        private readonly bool[] truths = truths;

        public bool Equals(Signature other) => truths.AsSpan().SequenceEqual(other.truths);

        public override bool Equals(object? obj) => obj is Signature other && Equals(other);

        public override int GetHashCode()
        {
            var hash = truths.Length;
            foreach (var truth in truths)
            {
                hash = unchecked((hash * 31) + (truth ? 1 : 0));
            }

            return hash;
        }
    }
}
