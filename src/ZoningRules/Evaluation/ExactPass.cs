using ZoningRules.Facts;
using ZoningRules.Findings;
using ZoningRules.Measures;
using ZoningRules.RulePacks;
using ZoningRules.Verdicts;

namespace ZoningRules.Evaluation;

/// <summary>
/// Decides over all completions of what is not known, as docs/semantics.md section 5 says: the verdicts still possible, the unknowns that can change the verdict, and the
/// findings that are the same for every value.
/// </summary>
internal sealed class ExactPass
{
    /// <summary>How large the diagram may grow before the pass gives way.</summary>
    public const int UsualNodeLimit = 200_000;

    private const int Top = DecisionDiagram.Levels - 1;

    private readonly RuleProgram program;
    private readonly FactSheet sheet;
    private readonly byte[] known;
    private readonly DecisionDiagram diagram;
    private readonly Dictionary<VariableKey, Unknown> unknowns = [];
    private readonly Dictionary<int, Expression> caps = [];
    private List<Unknown> ordered = [];

    private ExactPass(RuleProgram program, FactSheet sheet, int nodeLimit)
    {
        diagram = new(nodeLimit);
        this.program = program;
        this.sheet = sheet;
        known = new byte[program.LeafCount];
    }

    /// <summary>Runs the pass.</summary>
    /// <param name="program">The rules.</param>
    /// <param name="sheet">The facts.</param>
    /// <param name="undetermined">Indices of the undetermined norms.</param>
    /// <param name="floor">The verdict that everything else already makes sure of.</param>
    /// <param name="nodeLimit">How large the diagram may grow.</param>
    public static ExactResult Run(RuleProgram program, FactSheet sheet, IReadOnlyList<int> undetermined, Verdict floor, int nodeLimit) =>
        new ExactPass(program, sheet, nodeLimit).Run(undetermined, floor);

    private ExactResult Run(IReadOnlyList<int> undetermined, Verdict floor)
    {
        foreach (var index in undetermined)
        {
            Collect(program.CompiledNorms[index]);
        }

        ordered = [.. unknowns.Values.OrderByDescending(u => u.Uses)];
        for (var i = 0; i < ordered.Count; i++)
        {
            ordered[i].Order = i;
            ordered[i].Cut();
        }

        if (ordered.Exists(u => u.IsTooLarge))
        {
            return GiveWay(undetermined, floor);
        }

        var levels = new int[undetermined.Count];
        var resolved = new Outcome[undetermined.Count];
        for (var i = 0; i < levels.Length; i++)
        {
            (levels[i], resolved[i]) = Level(program.CompiledNorms[undetermined[i]]);
        }

        var root = diagram.Max((int)floor, Strictest(levels));
        return diagram.Overflowed ? GiveWay(undetermined, floor) : Read(undetermined, root, levels, resolved);
    }

    // Pairs first: joining the norms one after another would walk the growing whole once a norm.
    private int Strictest(ReadOnlySpan<int> levels) => levels.Length switch
    {
        0 => 0,
        1 => levels[0],
        _ => diagram.Max(Strictest(levels[..(levels.Length / 2)]), Strictest(levels[(levels.Length / 2)..])),
    };

    private ExactResult Read(IReadOnlyList<int> undetermined, int root, int[] levels, Outcome[] resolved)
    {
        var reached = new bool[DecisionDiagram.Levels];
        var matter = new bool[ordered.Count];
        diagram.Reach(root, reached, matter);
        var asked = new List<OpenQuestion>();
        for (var i = 0; i < levels.Length; i++)
        {
            var variables = new bool[ordered.Count];
            diagram.Reach(levels[i], new bool[DecisionDiagram.Levels], variables);
            for (var v = 0; v < variables.Length; v++)
            {
                if (variables[v] && matter[v])
                {
                    asked.Add(new(ordered[v], undetermined[i]));
                }
            }
        }

        return new(
            [.. Enumerable.Range(0, DecisionDiagram.Levels).Where(l => reached[l]).Select(l => (Verdict)l)],
            true,
            [.. undetermined.Select((n, i) => (n, resolved[i])).Where(r => r.Item2 != Outcome.Undetermined)],
            asked);
    }

    // Too large: every verdict a norm could lead to stays possible and everything unknown is asked. Never too few.
    private ExactResult GiveWay(IReadOnlyList<int> undetermined, Verdict floor)
    {
        var possible = new SortedSet<Verdict> { floor };
        var asked = new List<OpenQuestion>();
        foreach (var index in undetermined)
        {
            var norm = program.CompiledNorms[index];
            possible.Add(norm.Forbids ? Verdict.Prohibited : Verdict.Conditional);
            if (!norm.Norm.Obligations.IsEmpty)
            {
                possible.Add(Verdict.Conditional);
            }

            asked.AddRange(Touched(norm).Select(u => new OpenQuestion(u, index)));
        }

        possible.RemoveWhere(v => v < floor);
        return new([.. possible], false, [], asked);
    }

    private Unknown[] Touched(CompiledNorm norm)
    {
        var before = unknowns.Values.ToDictionary(u => u.Key, u => u.Uses);
        Collect(norm);
        return [.. ordered.Where(u => u.Uses > before[u.Key])];
    }

    private IEnumerable<Scene> Scenes(CompiledNorm norm)
    {
        if (!norm.ByPart)
        {
            return [Scene.Whole(sheet)];
        }

        return sheet.LocationKnown
            ? Enumerable.Range(0, sheet.Parts.Length)
                .Where(i => CompiledLeaf.AllUnits.Matches(norm.Requirement.Scope, sheet.Parts[i]))
                .Select(i => Scene.OfPart(sheet, i))
            : [Scene.Whole(sheet, Truth.Unknown)];
    }

    private IEnumerable<Scene> Items(CompiledNorm norm, Scene scene)
    {
        if (norm.ItemsSlot < 0)
        {
            return [scene];
        }

        return sheet.Attributes[norm.ItemsSlot].Value is FactValue.Items items
            ? items.All.Select((item, i) => scene.With(item, i))
            : [scene.With(null, Scene.AnyItem)];
    }

    private Expression Condition(CompiledNorm norm)
    {
        if (norm.Norm.Cap is not { } cap)
        {
            return Expression.Any(norm.Conditions.Where(c => norm.Counts(c, sheet)).Select(c => c.Condition));
        }

        if (!caps.TryGetValue(norm.Index, out var exceeded))
        {
            exceeded = CapArithmetic.Of(cap, sheet, program.Date).Exceeded(norm, program.LeafCount);
            caps.Add(norm.Index, exceeded);
        }

        return exceeded;
    }

    private void Collect(CompiledNorm norm)
    {
        var touched = new HashSet<Unknown>();
        foreach (var scene in Scenes(norm))
        {
            if (scene.Guard == Truth.Unknown)
            {
                touched.Add(Variable(Guard(scene, norm), scene));
            }

            if (norm.ItemsSlot >= 0 && sheet.Attributes[norm.ItemsSlot].Value is not FactValue.Items)
            {
                touched.Add(Variable(new(VariableKind.Exists, norm.ItemsSlot, 0, 0), scene));
            }

            foreach (var item in Items(norm, scene))
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

    private static VariableKey Guard(int part) => new(VariableKind.Guard, part, 0, 0);

    // A site of which nothing is known may lie in one kind of control unit and not in another.
    private VariableKey Guard(Scene scene, CompiledNorm norm) => scene.Part >= 0 ? Guard(scene.Part) : new(VariableKind.Guard, -1, norm.Requirement.Scope switch
    {
        Scope.InCategory category => (int)category.Category,
        Scope.InUnit unit => -1 - program.Pack.Units.ToList().FindIndex(u => u.Code == unit.Code),
        _ => 0,
    }, 0);

    /// <summary>A norm's level for each completion, and its outcome when that is the same for every one.</summary>
    private (int Level, Outcome Outcome) Level(CompiledNorm norm)
    {
        var anyApplies = 0;
        var anyMeets = 0;
        foreach (var scene in Scenes(norm))
        {
            var guard = scene.Guard == Truth.True ? Top : scene.Guard == Truth.False ? 0 : unknowns[Guard(scene, norm)].Node(diagram);
            var applies = 0;
            var meets = 0;
            foreach (var item in Items(norm, scene))
            {
                var here = diagram.Min(guard, Node(norm.Applies, item));
                applies = diagram.Max(applies, here);
                meets = diagram.Max(meets, diagram.Min(here, Node(Condition(norm), item)));
            }

            if (norm.ItemsSlot >= 0 && unknowns.TryGetValue(new(VariableKind.Exists, norm.ItemsSlot, 0, 0), out var exists))
            {
                var some = exists.Node(diagram);
                applies = diagram.Min(some, applies);
                meets = diagram.Min(some, meets);
            }

            anyApplies = diagram.Max(anyApplies, applies);
            anyMeets = diagram.Max(anyMeets, meets);
        }

        var duty = norm.Norm.Obligations.IsEmpty ? 0 : diagram.Min((int)Verdict.Conditional, anyApplies);
        return (
            norm.Forbids ? diagram.Max(anyMeets, duty) : diagram.Min((int)Verdict.Conditional, anyMeets),
            DirectEngine.Conclude(norm, Constant(anyApplies), Constant(anyMeets)));
    }

    private int Node(CompiledLeaf leaf, Scene scene) => leaf is CompiledLeaf.AllUnits only && sheet.LocationKnown
        ? only.Doubtful(sheet).Aggregate(Top, (node, part) => diagram.Min(node, diagram.Not(unknowns[Guard(part)].Node(diagram))))
        : unknowns[leaf.Variable(scene)].Node(leaf, diagram);

    private static Truth Constant(int node) => node == 0 ? Truth.False : node == Top ? Truth.True : Truth.Unknown;

    private int Node(Expression expression, Scene scene)
    {
        switch (expression.Kind)
        {
            case ExpressionKind.Leaf:
                return expression.Evaluate(scene, known) switch
                {
                    Truth.True => Top,
                    Truth.False => 0,
                    _ => Node(Seen(expression.Leaf!, scene), scene),
                };
            case ExpressionKind.Not:
                return diagram.Not(Node(expression.Parts[0], scene));
            case ExpressionKind.All:
                return expression.Parts.Aggregate(Top, (node, part) => diagram.Min(node, Node(part, scene)));
            default:
                return expression.Parts.Aggregate(0, (node, part) => diagram.Max(node, Node(part, scene)));
        }
    }
}
