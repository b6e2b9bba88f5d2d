using System.Collections.Immutable;
using ZoningRules.Analysis;
using ZoningRules.Evaluation;
using ZoningRules.Problems;
using ZoningRules.RulePacks;

namespace ZoningRules.Cases;

/// <summary>
/// Writes the cases that a coverage lacks: for each line that was never seen deciding one way, the smallest case in which it decides that way (modified condition/decision
/// coverage), found exactly over the cells of the pack.
/// </summary>
public static class MissingCases
{
    /// <summary>The cases a pack lacks on a date, in the order of its lines; lines that cannot decide at all are left out.</summary>
    public static ImmutableArray<SuggestedCase> Suggest(RulePack pack, PackCoverage coverage, DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(coverage);
        var world = new NormWorld(RuleProgram.Compile(pack, date));
        if (!world.IsComplete)
        {
            return [];
        }

        var writer = new WitnessWriter(world.Program);
        var suggestions = ImmutableArray.CreateBuilder<SuggestedCase>();
        var missing = coverage.Lines.Where(l => !l.IsFull).ToLookup(l => l.Norm, StringComparer.Ordinal);
        foreach (var norm in world.Program.CompiledNorms)
        {
            foreach (var line in norm.Norm.Lines)
            {
                var tests = CoverageMeter.Tests(world.Program, line);
                foreach (var lack in missing[norm.Norm.Id].Where(m => m.Place == line.Place && m.Line == line.Text && m.Part < tests.Count))
                {
                    foreach (var holds in (bool[])[true, false])
                    {
                        if ((holds ? lack.WhenTrue : lack.WhenFalse) == 0 && Case(world, writer, norm, tests[lack.Part], Named(line, lack.Part, tests.Count), holds) is { } found)
                        {
                            suggestions.Add(found);
                        }
                    }
                }
            }
        }

        return suggestions.ToImmutable();
    }

    private static SuggestedCase? Case(NormWorld world, WitnessWriter writer, CompiledNorm norm, CompiledLeaf test, LocalText line, bool holds)
    {
        var decides = world.Decides(norm, test, holds);
        if (world.Shortest(decides) is not { } cells)
        {
            return null;
        }

        var (zh, en) = holds ? ("成立", "true") : ("不成立", "false");
        return writer.Assessed(cells, new($"{norm.Norm.Id}：{line.Zh}{zh}并起决定作用", $"{norm.Norm.Id}: {line.En} is {en} and decides"), norm) is { } text
            ? new(norm.Norm.Id, new($"{line.Zh}{zh}", $"{line.En} {en}"), text)
            : null;
    }

    // A line about an open list is several tests; the others are one. In Chinese with what stands before the next word.
    private static LocalText Named(Condition.Leaf line, int part, int parts) => parts == 1
        ? new($"`{line.Text}` ", $"`{line.Text}`")
        : new($"`{line.Text}`{CaseSuiteText.PartOfOpenList(part, Language.Zh)}", $"`{line.Text}`{CaseSuiteText.PartOfOpenList(part, Language.En)}");
}
