using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using ZoningRules.Analysis;
using ZoningRules.Assessing;
using ZoningRules.Problems;
using ZoningRules.RulePacks;

namespace ZoningRules.Testing;

/// <summary>
/// Everything a rule pack can be tried for, in one line of a test: it loads, its cases hold, lint finds no error and nothing but what is known of the stricter zones, it
/// equals itself, and it keeps the laws. Failures are shrunk to the smallest form and place and written as a case file.
/// </summary>
public static class ZoningProperties
{
    private const int MostShrinks = 500;

    /// <summary>Tries a pack.</summary>
    /// <param name="folder">The folder of the pack.</param>
    /// <param name="proof">How thoroughly; the usual when null.</param>
    /// <exception cref="PackProofException">Something is not as it should be; the message says all of it.</exception>
    public static void CheckAll(string folder, PackProof? proof = null)
    {
        var breaches = Breaches(folder, proof ?? new());
        if (!breaches.IsEmpty)
        {
            throw new PackProofException(breaches);
        }
    }

    /// <summary>Everything that is not as it should be: loading first, then cases, lint and laws. What does not load is not tried further.</summary>
    /// <param name="folder">The folder of the pack.</param>
    /// <param name="proof">How thoroughly.</param>
    public static ImmutableArray<PackBreach> Breaches(string folder, PackProof proof)
    {
        ArgumentNullException.ThrowIfNull(proof);
        var pack = RulePackReader.Read(folder);
        var cases = pack.Succeeded ? CaseReader.Read(folder, pack.Value) : null;
        if (cases is not { Succeeded: true })
        {
            return [.. pack.Problems.Concat(cases?.Problems ?? []).Select(p => new PackBreach("load", Wording.Full(p, Language.En), null))];
        }

        return [.. OfCases(pack.Value!, cases.Value), .. OfLint(pack.Value!, proof), .. OfLaws(pack.Value!, proof)];
    }

    /// <summary>The smallest scenario found that breaks a law, with how; null when none of those drawn does.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="law">The law.</param>
    /// <param name="mix">How much is known.</param>
    /// <param name="scenarios">How many scenarios are drawn.</param>
    /// <param name="seed">The seed of the draw.</param>
    public static PackBreach? SmallestBreach(RulePack pack, PackLaw law, ScenarioMix mix, int scenarios, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(law);
        var assessor = new Assessor(pack);
        var arbitrary = new ScenarioGenerator(pack, mix).Arbitrary;
        foreach (var drawn in arbitrary.Generator.Sample(scenarios, new Rnd(seed, 1), scenarios))
        {
            if (law.BreachIn(assessor, drawn) is { } how)
            {
                var (smallest, what) = Shrunk(drawn, how);
                return new(law.Name, what, ScenarioCase.Of(law.ExampleOf(assessor, smallest), assessor) ?? smallest.ToString());
            }
        }

        return null;

        (Scenario Scenario, string How) Shrunk(Scenario scenario, string how)
        {
            for (var i = 0; i < MostShrinks; i++)
            {
                var smaller = arbitrary.Shrinker(scenario).Select(s => (Scenario: s, How: law.BreachIn(assessor, s))).FirstOrDefault(s => s.How is not null);
                if (smaller.How is null)
                {
                    break;
                }

                (scenario, how) = smaller;
            }

            return (scenario, how);
        }
    }

    private static IEnumerable<PackBreach> OfCases(RulePack pack, IReadOnlyList<RuleCase> cases)
    {
        if (cases.Count == 0)
        {
            yield return new("cases", "the pack has no case, so nothing is proved", null);
        }

        var assessor = new Assessor(pack);
        foreach (var @case in cases)
        {
            var differences = CaseCheck.Differences(assessor, @case);
            if (!differences.IsEmpty)
            {
                yield return new("cases", $"{@case.Path}: {string.Join("; ", differences.Select(d => d.En))}", null);
            }
        }
    }

    private static IEnumerable<PackBreach> OfLint(RulePack pack, PackProof proof)
    {
        foreach (var remark in PackAnalysis.Run(pack, proof.Date).Remarks)
        {
            var unknownGap = remark.Kind == RemarkKind.LadderInversion && !proof.Known.Contains($"{remark.Kind.Id()} {remark.Subject}");
            if (remark.Severity == RemarkSeverity.Error || unknownGap)
            {
                yield return new("lint", $"{remark.Place}: {remark.Kind.Id()} {remark.Subject}: {remark.Message.En}", remark.Witness?.Text);
            }
        }

        var difference = PackComparison.Run(pack, pack, proof.Date);
        if (difference.IsComplete && (difference.Norms.Length > 0 || difference.Rows.Any(r => r.Relation != DifferenceRelation.Equivalent)))
        {
            yield return new("lint", "the pack compared with itself is not equivalent to itself", null);
        }
    }

    private static IEnumerable<PackBreach> OfLaws(RulePack pack, PackProof proof)
    {
        // A zone whose gap is known would only say so again.
        var gaps = proof.Known.Any(k => k.StartsWith(RemarkKind.LadderInversion.Id(), StringComparison.Ordinal));
        foreach (var law in PackLaws.All.Where(l => !gaps || l != PackLaws.StricterZonesAreNotLooser))
        {
            foreach (var mix in proof.Mixes)
            {
                if (SmallestBreach(pack, law, mix, proof.Scenarios, proof.Seed) is { } breach)
                {
                    yield return breach;
                    break;
                }
            }
        }
    }
}
