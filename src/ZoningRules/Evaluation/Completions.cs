using ZoningRules.Facts;
using ZoningRules.Measures;
using ZoningRules.RulePacks;

namespace ZoningRules.Evaluation;

/// <summary>
/// All completions of what a sheet leaves unknown, cut into cells on which every leaf is simply true or false; and, as functions of the cells, where a norm
/// applies and where its condition is met. First the unknowns of every norm of interest are collected, then they are cut, then functions are asked for.
/// </summary>
internal sealed class Completions(RuleProgram program, FactSheet sheet, int nodeLimit)
{
    private const int Top = DecisionDiagram.Levels - 1;

    private readonly byte[] known = new byte[program.LeafCount];
    private readonly Dictionary<VariableKey, Unknown> unknowns = [];
    private readonly Dictionary<int, Expression> caps = [];
    private List<Unknown> ordered = [];

    /// <summary>A leaf that counts as simply true or false in the functions asked for, whatever it looks at; null for none.</summary>
    public (int Leaf, bool Holds)? Fixed { get; set; }

    /// <summary>The diagram of all functions.</summary>
    public DecisionDiagram Diagram { get; } = new(nodeLimit);

    /// <summary>The unknowns in the order of the diagram; empty before <see cref="Cut"/>.</summary>
    public IReadOnlyList<Unknown> Unknowns => ordered;

    /// <summary>Collects what is unknown in a norm.</summary>
    public void Collect(CompiledNorm norm)
    {
        var touched = new HashSet<Unknown>();
        foreach (var scene in NormScenes.Of(norm, sheet))
        {
            if (scene.Guard == Truth.Unknown)
            {
                touched.Add(Variable(Guard(scene, norm), scene));
            }

            if (norm.ItemsSlot >= 0 && sheet.Attributes[norm.ItemsSlot].Value is not FactValue.Items)
            {
                touched.Add(Variable(new(VariableKind.Exists, norm.ItemsSlot, 0, 0), scene));
            }

            foreach (var item in NormScenes.Items(norm, scene))
            {
                Collect(norm.Applies, item, touched);
                Collect(Condition(norm), item, touched);
            }
        }

        foreach (var unknown in touched)
        {
            unknown.Uses++;
        }
    }

    /// <summary>Orders and cuts the unknowns, the one that most norms speak of first. False when one has too many cells.</summary>
    public bool Cut()
    {
        ordered = [.. unknowns.Values.OrderByDescending(u => u.Uses)];
        for (var i = 0; i < ordered.Count; i++)
        {
            ordered[i].Order = i;
            ordered[i].Cut();
        }

        return !ordered.Exists(u => u.IsTooLarge);
    }

    /// <summary>The unknowns of one norm. Ends the use of the functions: it counts uses anew.</summary>
    public IReadOnlyList<Unknown> Touched(CompiledNorm norm)
    {
        var before = unknowns.Values.ToDictionary(u => u.Key, u => u.Uses);
        Collect(norm);
        return [.. ordered.Where(u => u.Uses > before[u.Key])];
    }

    /// <summary>Where a norm applies, and where it applies and its condition is met: levels 0 and 3.</summary>
    public (int Applies, int Meets) Of(CompiledNorm norm)
    {
        var anyApplies = 0;
        var anyMeets = 0;
        foreach (var scene in NormScenes.Of(norm, sheet))
        {
            var guard = scene.Guard == Truth.True ? Top : scene.Guard == Truth.False ? 0 : unknowns[Guard(scene, norm)].Node(Diagram);
            var applies = 0;
            var meets = 0;
            foreach (var item in NormScenes.Items(norm, scene))
            {
                var here = Diagram.Min(guard, Node(norm.Applies, item));
                applies = Diagram.Max(applies, here);
                meets = Diagram.Max(meets, Diagram.Min(here, Node(Condition(norm), item)));
            }

            if (norm.ItemsSlot >= 0 && unknowns.TryGetValue(new(VariableKind.Exists, norm.ItemsSlot, 0, 0), out var exists))
            {
                var some = exists.Node(Diagram);
                applies = Diagram.Min(some, applies);
                meets = Diagram.Min(some, meets);
            }

            anyApplies = Diagram.Max(anyApplies, applies);
            anyMeets = Diagram.Max(anyMeets, meets);
        }

        return (anyApplies, anyMeets);
    }

    private Expression Condition(CompiledNorm norm)
    {
        if (norm.Norm.Cap is not { } cap)
        {
            return Expression.Any(norm.Conditions.Where(c => norm.Counts(c, sheet)).Select(c => c.Condition));
        }

        if (!caps.TryGetValue(norm.Index, out var exceeded))
        {
            // The same cap in two editions of a norm is exceeded in both or in neither.
            var same = program.CompiledNorms.First(n => n == norm || (n.Norm.SharedId is { } id && id == norm.Norm.SharedId && n.Norm.Cap is { } other && SameCap(cap, other)));
            exceeded = CapArithmetic.Of(cap, sheet, program.Date).Exceeded(same, program.LeafCount);
            caps.Add(norm.Index, exceeded);
        }

        return exceeded;
    }

    private bool SameCap(Cap a, Cap b) =>
        a.Ledger == b.Ledger
        && a.Increment == b.Increment
        && a.Inclusive == b.Inclusive
        && (a.Limit == b.Limit || (a.Limit is CapLimit.Dated x && b.Limit is CapLimit.Dated y && x.Parameter.Name == y.Parameter.Name
            && x.Parameter.On(program.Date)?.Value == y.Parameter.On(program.Date)?.Value));

    private void Collect(Expression expression, Scene scene, HashSet<Unknown> touched)
    {
        if (expression.Leaf is { } leaf)
        {
            if (expression.Evaluate(scene, known) != Truth.Unknown)
            {
                return;
            }

            if (leaf is CompiledLeaf.AllUnits only && sheet.LocationKnown)
            {
                touched.UnionWith(only.Doubtful(sheet).Select(p => Scene.OfPart(sheet, p)).Select(s => Variable(Guard(s.Part), s)));
                return;
            }

            leaf = Seen(leaf, scene);
            var unknown = Variable(leaf.Variable(scene), scene);
            unknown.Add(leaf);
            touched.Add(unknown);
            return;
        }

        foreach (var part in expression.Parts)
        {
            Collect(part, scene, touched);
        }
    }

    private Unknown Variable(VariableKey key, Scene scene)
    {
        if (!unknowns.TryGetValue(key, out var unknown))
        {
            unknown = new(key, scene, program);
            unknowns.Add(key, unknown);
        }

        return unknown;
    }

    // With one side known, a comparison of two numbers cuts the other like any limit.
    private CompiledLeaf Seen(CompiledLeaf leaf, Scene scene) =>
        leaf is CompiledLeaf.Pair pair ? pair.WithKnownSide(scene, program.LeafCount) : leaf;

    /// <summary>Where a leaf of a norm holds, about an item of which nothing is known.</summary>
    public int Of(CompiledNorm norm, CompiledLeaf leaf) =>
        Node(Expression.Of(leaf), NormScenes.Items(norm, NormScenes.Of(norm, sheet).First()).First());

    private static VariableKey Guard(int part) => new(VariableKind.Guard, part, 0, 0);

    // A site of which nothing is known may lie in one kind of control unit and not in another.
    private VariableKey Guard(Scene scene, CompiledNorm norm) => scene.Part >= 0 ? Guard(scene.Part) : new(VariableKind.Guard, -1, norm.Requirement.Scope switch
    {
        Scope.InCategory category => (int)category.Category,
        Scope.InUnit unit => -1 - program.Pack.Units.ToList().FindIndex(u => u.Code == unit.Code),
        _ => 0,
    }, 0);

    private int Node(CompiledLeaf leaf, Scene scene) => leaf is CompiledLeaf.AllUnits only && sheet.LocationKnown
        ? only.Doubtful(sheet).Aggregate(Top, (node, part) => Diagram.Min(node, Diagram.Not(unknowns[Guard(part)].Node(Diagram))))
        : unknowns[leaf.Variable(scene)].Node(leaf, Diagram);

    private int Node(Expression expression, Scene scene)
    {
        switch (expression.Kind)
        {
            case ExpressionKind.Leaf when Fixed is { } taken && taken.Leaf == expression.Leaf!.Index:
                return taken.Holds ? Top : 0;
            case ExpressionKind.Leaf:
                return expression.Evaluate(scene, known) switch
                {
                    Truth.True => Top,
                    Truth.False => 0,
                    _ => Node(Seen(expression.Leaf!, scene), scene),
                };
            case ExpressionKind.Not:
                return Diagram.Not(Node(expression.Parts[0], scene));
            case ExpressionKind.All:
                return expression.Parts.Aggregate(Top, (node, part) => Diagram.Min(node, Node(part, scene)));
            default:
                return expression.Parts.Aggregate(0, (node, part) => Diagram.Max(node, Node(part, scene)));
        }
    }
}
