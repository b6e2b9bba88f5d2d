using ZoningRules.Evaluation;
using ZoningRules.Facts;
using ZoningRules.Locations;

namespace ZoningRules.Analysis;

/// <summary>
/// Everything a rule program can be asked, as one world: a proposal of which nothing is known, cut into the finite cells that the leaves tell apart, and for each norm the
/// cells in which it applies and in which its condition is met. A collection has one item that stands for any.
/// </summary>
internal sealed class NormWorld
{
    private const int NodeLimit = 4_000_000;
    private const int Everywhere = DecisionDiagram.Levels - 1;

    private readonly Completions completions;
    private readonly (int Applies, int Meets)[] functions;
    private readonly int consistent;

    /// <summary>Builds the world of a program.</summary>
    public NormWorld(RuleProgram program)
    {
        Program = program;
        Sheet = FactSheet.Of(new(program.Pack.Vocabulary, program.Pack.Vocabulary.Unsaid), null, []);
        completions = new(program, Sheet, NodeLimit);
        foreach (var norm in program.CompiledNorms)
        {
            completions.Collect(norm);
        }

        IsComplete = completions.Cut();
        functions = IsComplete ? [.. program.CompiledNorms.Select(completions.Of)] : [];
        consistent = IsComplete ? Consistency() : 0;
    }

    /// <summary>The program.</summary>
    public RuleProgram Program { get; }

    /// <summary>The sheet of which nothing is known.</summary>
    public FactSheet Sheet { get; }

    /// <summary>Whether every cell could be looked at.</summary>
    public bool IsComplete { get => field && !Diagram.Overflowed; }

    /// <summary>What is unknown, in the order of the diagram.</summary>
    public IReadOnlyList<Unknown> Unknowns => completions.Unknowns;

    /// <summary>The diagram.</summary>
    public DecisionDiagram Diagram => completions.Diagram;

    /// <summary>Where a norm applies; impossible cells may be among them.</summary>
    public int Applies(CompiledNorm norm) => functions[norm.Index].Applies;

    /// <summary>Where a norm's condition is met; impossible cells may be among them.</summary>
    public int Meets(CompiledNorm norm) => functions[norm.Index].Meets;

    /// <summary>Where a norm's condition is met whichever of its readings an officer decides for; impossible cells may be among them.</summary>
    public int MeetsInEveryReading(CompiledNorm norm) =>
        norm.Conditions.Length < 2 ? Meets(norm) : norm.Conditions.Aggregate(Everywhere, (all, reading) => And(all, Meets(norm, reading)));

    /// <summary>Where a norm's condition is met in one reading.</summary>
    private int Meets(CompiledNorm norm, CompiledReading reading) => completions.Of(norm with { Conditions = [reading] }).Meets;

    /// <summary>Whether two editions of a norm differ once an officer has decided for a reading.</summary>
    public bool UnequalReadings(CompiledNorm? first, CompiledNorm? second)
    {
        var ids = Ids(first).Union(Ids(second), StringComparer.Ordinal);
        return first is not null && second is not null && ids.Any(id => !IsEmpty(Unequal(Decided(first, id), Decided(second, id))));

        static IEnumerable<string> Ids(CompiledNorm? norm) => (norm?.Conditions ?? []).Select(c => c.Reading?.Id).OfType<string>();

        // A decision for a reading that is not there leaves all that are.
        int Decided(CompiledNorm norm, string id) =>
            norm.Conditions.FirstOrDefault(c => c.Reading?.Id == id) is { } reading ? Meets(norm, reading) : Meets(norm);
    }

    /// <summary>Whether a function holds in no possible cell.</summary>
    public bool IsEmpty(int node) => node == 0 || And(node, consistent) == 0;

    /// <summary>Both.</summary>
    public int And(int left, int right) => Diagram.Min(left, right);

    /// <summary>Either.</summary>
    public int Or(int left, int right) => Diagram.Max(left, right);

    /// <summary>The first and not the second.</summary>
    public int Without(int left, int right) => Diagram.Min(left, Diagram.Not(right));

    /// <summary>The unknown of how the whole site lies to a layer; null when no norm asks.</summary>
    public Unknown? Place(int layer) => Unknowns.FirstOrDefault(u => u.Key == new VariableKey(VariableKind.Place, layer, -1, 0));

    /// <summary>Where a leaf holds (or does not) and turning it over would change where the norm applies or whether it is met.</summary>
    public int Decides(CompiledNorm norm, CompiledLeaf leaf, bool holds)
    {
        var truth = completions.Of(norm, leaf);
        completions.Fixed = (leaf.Index, true);
        var with = completions.Of(norm);
        completions.Fixed = (leaf.Index, false);
        var without = completions.Of(norm);
        completions.Fixed = null;
        var changes = Or(Unequal(with.Applies, without.Applies), Unequal(with.Meets, without.Meets));
        return And(And(changes, holds ? truth : Diagram.Not(truth)), consistent);
    }

    /// <summary>Where two norms differ in where they apply or are met; null stands for a norm that is not there.</summary>
    public int Unequal(CompiledNorm? first, CompiledNorm? second) => Or(
        Unequal(first is null ? 0 : Applies(first), second is null ? 0 : Applies(second)),
        Unequal(first is null ? 0 : Meets(first), second is null ? 0 : Meets(second)));

    private int Unequal(int left, int right) => Or(Without(left, right), Without(right, left));

    /// <summary>Whether an exception never applies where its base does, this and all other exceptions aside.</summary>
    public bool IdleException(CompiledNorm @base, CompiledNorm exception)
    {
        var own = completions.Of(@base with { Applies = @base.OwnApplies });
        return IsEmpty(And(own.Meets, Applies(exception)));
    }

    /// <summary>The fewest cells in which a function holds; null when it holds in no possible one.</summary>
    public IReadOnlyList<(Unknown Unknown, Sample Sample)>? Shortest(int node) =>
        Path(node)?.Select(p => (Unknowns[p.Variable], Unknowns[p.Variable].CellSamples[p.Cell][0])).ToList();

    /// <summary>
    /// A part of a function in which none of the others holds, found by keeping a few cells at a time: what all of them together leave can be too large to write down. 0 when
    /// none was found, though there may be one.
    /// </summary>
    public int PartOutside(int node, IEnumerable<int> others)
    {
        foreach (var other in others.Where(o => And(node, o) != 0))
        {
            node = Path(Without(node, other)) is { } path ? Chosen(path) : 0;
        }

        return IsEmpty(node) ? 0 : node;
    }

    private IReadOnlyList<(int Variable, int Cell)>? Path(int node)
    {
        // The shortest way is nearly always possible as it is; what makes it so need then not be said.
        var path = Diagram.Shortest(node, 1);
        return path is not null && IsEmpty(Chosen(path)) ? Diagram.Shortest(And(node, consistent), 1) : path;
    }

    private int Chosen(IReadOnlyList<(int Variable, int Cell)> path) => path.Aggregate(Everywhere, (all, step) => And(all, At(step.Variable, step.Cell)));

    /// <summary>The same cells with one for every other unknown, in which a function still holds; null when there are none.</summary>
    public IReadOnlyList<(Unknown Unknown, Sample Sample)>? Completed(int node, IReadOnlyList<(Unknown Unknown, Sample Sample)> cells)
    {
        node = And(node, consistent);
        var all = new List<(Unknown Unknown, Sample Sample)>(Unknowns.Count);
        foreach (var unknown in Unknowns)
        {
            var given = cells.Where(c => c.Unknown == unknown).Select(c => c.Sample).ToList();
            var cell = Enumerable.Range(0, unknown.CellSamples.Count)
                .Where(c => given.TrueForAll(unknown.CellSamples[c].Contains))
                .Cast<int?>()
                .FirstOrDefault(c => Diagram.Restrict(node, unknown.Order, c!.Value) != 0);
            if (cell is not { } chosen)
            {
                return null;
            }

            node = Diagram.Restrict(node, unknown.Order, chosen);
            all.Add((unknown, given.Count > 0 ? given[0] : unknown.CellSamples[chosen][0]));
        }

        return all;
    }

    private int At(int variable, int cell) =>
        Diagram.Make(variable, [.. Enumerable.Range(0, Unknowns[variable].CellSamples.Count).Select(c => c == cell ? Everywhere : 0)]);

    // A part of a layer lies in the layer; a control unit lies in its category.
    private int Consistency()
    {
        var possible = Everywhere;
        var vocabulary = Program.Pack.Vocabulary;
        foreach (var part in Unknowns.Where(u => u.Key.Kind == VariableKind.Place))
        {
            if (vocabulary.Layers[part.Key.First].PartOf is { } parent
                && vocabulary.TryFindLayer(parent, out var slot)
                && Unknowns.FirstOrDefault(u => u.Key == part.Key with { First = slot }) is { } whole)
            {
                possible = And(possible, Together(part, whole, (p, w) => (!p.In || w.In) && (!p.Within || w.Within)));
            }
        }

        var guards = Unknowns.Where(u => u.Key is { Kind: VariableKind.Guard, First: -1 }).ToArray();
        foreach (var unit in guards.Where(g => g.Key.Second < 0))
        {
            var category = (int)Program.Pack.Units[-1 - unit.Key.Second].Category;
            if (guards.FirstOrDefault(g => g.Key.Second == category) is { } whole)
            {
                possible = And(possible, Diagram.Max(Diagram.Not(unit.Node(Diagram)), whole.Node(Diagram)));
            }
        }

        foreach (var whole in guards.Where(g => g.Key.Second > 0))
        {
            possible = And(possible, Diagram.Max(Diagram.Not(whole.Node(Diagram)), OneOf((ControlCategory)whole.Key.Second)));
        }

        foreach (var same in Unknowns.Where(u => u.Key.Kind == VariableKind.Pair).GroupBy(u => (NumberOrder.Operands((CompiledLeaf.Pair)u.Leaves[0]), u.Key.Second, u.Key.Third)))
        {
            possible = And(possible, Ordered([.. same]));
        }

        return possible;
    }

    // Comparisons of the same two numbers: the first is less, equal or more, each comparison follows, and so do the comparisons of either with limits.
    private int Ordered(IReadOnlyList<Unknown> comparisons)
    {
        var order = OrderOf(comparisons[0]);
        return NumberOrder.Signs.Aggregate(0, (any, sign) => Or(any, And(Valued(order, sign), comparisons.Aggregate(Everywhere, (all, unknown) =>
        {
            var node = unknown.Node(Diagram);
            return And(all, NumberOrder.Holds((CompiledLeaf.Pair)unknown.Leaves[0], sign) ? node : Diagram.Not(node));
        }))));
    }

    /// <summary>The two numbers of a comparison with the variables of this world that speak of them.</summary>
    public NumberOrder OrderOf(Unknown comparison)
    {
        var numbers = NumberOrder.Operands((CompiledLeaf.Pair)comparison.Leaves[0]);
        var (first, second) = (Of(numbers.First), Of(numbers.Second));
        return first == second ? new(numbers, null, null) : new(numbers, first, second);

        Unknown? Of(NumberSource source) => Unknowns.FirstOrDefault(u => u.Key == source.Variable(comparison.Scene));
    }

    /// <summary>Where one of the control units of a category is hit, as far as norms speak of the units: everywhere as soon as they leave out one, or when the pack has none.</summary>
    public int OneOf(ControlCategory category)
    {
        var any = 0;
        foreach (var (unit, slot) in Program.Pack.Units.Select((u, i) => (u, i)).Where(u => u.u.Category == category))
        {
            if (Unknowns.FirstOrDefault(u => u.Key is { Kind: VariableKind.Guard, First: -1 } && u.Key.Second == -1 - slot) is not { } guard)
            {
                return Everywhere;
            }

            any = Or(any, guard.Node(Diagram));
        }

        return any == 0 ? Everywhere : any;
    }

    // Where the two numbers can stand so.
    private int Valued(NumberOrder order, int sign)
    {
        return Cells(order.First).Aggregate(0, (any, first) => Or(any, And(In(order.First, first), Cells(order.Second)
            .Where(second => order.Values(first, second, sign) is not null)
            .Aggregate(0, (some, second) => Or(some, In(order.Second, second))))));

        static IEnumerable<int?> Cells(Unknown? unknown) => unknown is null ? [null] : Enumerable.Range(0, unknown.CellSamples.Count).Cast<int?>();

        int In(Unknown? unknown, int? cell) => unknown is null ? Everywhere : At(unknown.Order, cell!.Value);
    }

    private int Together(Unknown first, Unknown second, Func<Sample, Sample, bool> fits)
    {
        var (upper, lower) = first.Order < second.Order ? (first, second) : (second, first);
        var rows = upper.CellSamples.Select(above => Diagram.Make(lower.Order, [.. lower.CellSamples.Select(below =>
            above.Any(a => below.Any(b => ReferenceEquals(upper, first) ? fits(a, b) : fits(b, a))) ? Everywhere : 0)]));
        return Diagram.Make(upper.Order, [.. rows]);
    }
}
