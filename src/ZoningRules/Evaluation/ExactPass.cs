using ZoningRules.Facts;
using ZoningRules.Findings;
using ZoningRules.Measures;
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
    private readonly Completions completions;
    private readonly DecisionDiagram diagram;

    private ExactPass(RuleProgram program, FactSheet sheet, int nodeLimit)
    {
        this.program = program;
        completions = new(program, sheet, nodeLimit);
        diagram = completions.Diagram;
    }

    /// <summary>Runs the pass.</summary>
    /// <param name="program">The rules.</param>
    /// <param name="sheet">The facts.</param>
    /// <param name="undetermined">Indices of the undetermined norms.</param>
    /// <param name="floor">The verdict that everything else already makes sure of.</param>
    /// <param name="nodeLimit">How large the diagram may grow.</param>
    /// <param name="perhapsConcerning">
    /// When completions in which no norm applies at all are Undetermined: the other norms that may apply, or may not. Null when such completions count like any.
    /// </param>
    public static ExactResult Run(
        RuleProgram program, FactSheet sheet, IReadOnlyList<int> undetermined, Verdict floor, int nodeLimit, IReadOnlyList<int>? perhapsConcerning = null) =>
        new ExactPass(program, sheet, nodeLimit).Run(undetermined, floor, perhapsConcerning);

    private ExactResult Run(IReadOnlyList<int> undetermined, Verdict floor, IReadOnlyList<int>? perhapsConcerning)
    {
        int[] taken = [.. undetermined, .. perhapsConcerning ?? []];
        foreach (var index in taken)
        {
            completions.Collect(program.CompiledNorms[index]);
        }

        if (!completions.Cut())
        {
            return GiveWay(undetermined, floor, perhapsConcerning);
        }

        var levels = new int[undetermined.Count];
        var resolved = new Outcome[undetermined.Count];
        for (var i = 0; i < levels.Length; i++)
        {
            (levels[i], resolved[i]) = Level(program.CompiledNorms[undetermined[i]]);
        }

        var root = diagram.Max((int)floor, Strictest(levels));
        int[] concerns = perhapsConcerning is null ? [] : [.. taken.Select(i => Concerns(program.CompiledNorms[i]))];
        if (perhapsConcerning is not null)
        {
            root = diagram.Max(root, diagram.Min((int)Verdict.Undetermined, diagram.Not(Strictest(concerns))));
        }

        return diagram.Overflowed
            ? GiveWay(undetermined, floor, perhapsConcerning)
            : Read(undetermined, root, [.. undetermined.Zip(levels), .. taken.Zip(concerns)], resolved);
    }

    // Pairs first: joining the norms one after another would walk the growing whole once a norm.
    private int Strictest(ReadOnlySpan<int> levels) => levels.Length switch
    {
        0 => 0,
        1 => levels[0],
        _ => diagram.Max(Strictest(levels[..(levels.Length / 2)]), Strictest(levels[(levels.Length / 2)..])),
    };

    // A norm concerns a project when it does not come out as not applicable.
    private int Concerns(CompiledNorm norm)
    {
        var (anyApplies, anyMeets) = completions.Of(norm);
        return norm.Forbids ? anyApplies : anyMeets;
    }

    private ExactResult Read(IReadOnlyList<int> undetermined, int root, (int Norm, int Node)[] parts, Outcome[] resolved)
    {
        var reached = new bool[DecisionDiagram.Levels];
        var matter = new bool[completions.Unknowns.Count];
        diagram.Reach(root, reached, matter);
        var asked = new List<OpenQuestion>();
        foreach (var (norm, node) in parts)
        {
            var variables = new bool[completions.Unknowns.Count];
            diagram.Reach(node, new bool[DecisionDiagram.Levels], variables);
            for (var v = 0; v < variables.Length; v++)
            {
                if (variables[v] && matter[v])
                {
                    asked.Add(new(completions.Unknowns[v], norm));
                }
            }
        }

        return new(
            [.. Enumerable.Range(0, DecisionDiagram.Levels).Where(l => reached[l]).Select(l => (Verdict)l)],
            true,
            [.. undetermined.Select((n, i) => (n, resolved[i])).Where(r => r.Item2 != Outcome.Undetermined)],
            [.. asked.Distinct()]);
    }

    // Too large: every verdict a norm could lead to stays possible and everything unknown is asked. Never too few.
    private ExactResult GiveWay(IReadOnlyList<int> undetermined, Verdict floor, IReadOnlyList<int>? perhapsConcerning)
    {
        var possible = new SortedSet<Verdict> { floor };
        var asked = new List<OpenQuestion>();
        if (perhapsConcerning is not null)
        {
            possible.Add(Verdict.Undetermined);
            asked.AddRange(perhapsConcerning.SelectMany(i => completions.Touched(program.CompiledNorms[i]).Select(u => new OpenQuestion(u, i))));
        }

        foreach (var index in undetermined)
        {
            var norm = program.CompiledNorms[index];
            possible.Add(norm.Forbids ? Verdict.Prohibited : Verdict.Conditional);
            if (!norm.Norm.Obligations.IsEmpty)
            {
                possible.Add(Verdict.Conditional);
            }

            asked.AddRange(completions.Touched(norm).Select(u => new OpenQuestion(u, index)));
        }

        possible.RemoveWhere(v => v < floor);
        return new([.. possible], false, [], asked);
    }

    /// <summary>A norm's level for each completion, and its outcome when that is the same for every one.</summary>
    private (int Level, Outcome Outcome) Level(CompiledNorm norm)
    {
        var (anyApplies, anyMeets) = completions.Of(norm);
        var duty = norm.Norm.Obligations.IsEmpty ? 0 : diagram.Min((int)Verdict.Conditional, anyApplies);
        return (
            norm.Forbids ? diagram.Max(anyMeets, duty) : diagram.Min((int)Verdict.Conditional, anyMeets),
            DirectEngine.Conclude(norm, Constant(anyApplies), Constant(anyMeets)));
    }

    private static Truth Constant(int node) => node == 0 ? Truth.False : node == Top ? Truth.True : Truth.Unknown;
}
