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
    public static ExactResult Run(RuleProgram program, FactSheet sheet, IReadOnlyList<int> undetermined, Verdict floor, int nodeLimit) =>
        new ExactPass(program, sheet, nodeLimit).Run(undetermined, floor);

    private ExactResult Run(IReadOnlyList<int> undetermined, Verdict floor)
    {
        foreach (var index in undetermined)
        {
            completions.Collect(program.CompiledNorms[index]);
        }

        if (!completions.Cut())
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
        var matter = new bool[completions.Unknowns.Count];
        diagram.Reach(root, reached, matter);
        var asked = new List<OpenQuestion>();
        for (var i = 0; i < levels.Length; i++)
        {
            var variables = new bool[completions.Unknowns.Count];
            diagram.Reach(levels[i], new bool[DecisionDiagram.Levels], variables);
            for (var v = 0; v < variables.Length; v++)
            {
                if (variables[v] && matter[v])
                {
                    asked.Add(new(completions.Unknowns[v], undetermined[i]));
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
