using ZoningRules.Analysis;
using ZoningRules.Evaluation;
using ZoningRules.RulePacks;

namespace ZoningRules.Cases;

/// <summary>
/// Proves of lines that no case shows deciding one way that no proposal on any day can: then nothing is missing. Such a line may still be worth having, as one that repeats what another norm takes away.
/// </summary>
public static class CoverageProof
{
    /// <summary>The same coverage with what is proved impossible.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="coverage">What its cases cover.</param>
    /// <param name="cancellation">Ends the search between two days on which the rules change.</param>
    /// <exception cref="OperationCanceledException">The search was cancelled.</exception>
    public static PackCoverage Of(RulePack pack, PackCoverage coverage, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(coverage);
        var open = coverage.Lines.Where(l => !l.IsFull).ToHashSet();
        var possible = new HashSet<(LineCoverage Line, bool Holds)>();
        foreach (var day in open.Count == 0 ? [] : TurningDays.Of(pack))
        {
            cancellation.ThrowIfCancellationRequested();
            var world = new NormWorld(RuleProgram.Compile(pack, day));
            if (!world.IsComplete)
            {
                return coverage;
            }

            foreach (var norm in world.Program.CompiledNorms)
            {
                foreach (var line in norm.Norm.Lines)
                {
                    var tests = CoverageMeter.Tests(world.Program, line);
                    foreach (var lack in open.Where(l => l.Norm == norm.Norm.Id && l.Place == line.Place && l.Line == line.Text && l.Part < tests.Count))
                    {
                        foreach (var holds in (bool[])[true, false])
                        {
                            if (!world.IsEmpty(world.Decides(norm, tests[lack.Part], holds)))
                            {
                                possible.Add((lack, holds));
                            }
                        }
                    }
                }
            }

            if (!world.IsComplete)
            {
                return coverage;
            }
        }

        return coverage with
        {
            Lines = [.. coverage.Lines.Select(l => open.Contains(l) ? l with { CannotBeTrue = !possible.Contains((l, true)), CannotBeFalse = !possible.Contains((l, false)) } : l)],
        };
    }
}
