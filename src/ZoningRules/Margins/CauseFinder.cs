using System.Collections.Immutable;
using ZoningRules.Evaluation;
using ZoningRules.Findings;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Verdicts;

namespace ZoningRules.Margins;

/// <summary>Says what about the place changed between two assessments that lie next to each other.</summary>
internal sealed class CauseFinder(Trial trial, ISiteProbe probe)
{
    private const string ZoneLeaf = "site in ";

    private readonly ILookup<string, string> layersByLeaf = trial.Program.Lines.Keys
        .SelectMany(l => l.Test.Layers.Select(layer => (l.Text, Layer: layer)))
        .Distinct()
        .ToLookup(p => p.Text, p => p.Layer, StringComparer.Ordinal);

    /// <summary>The causes, in the order of the findings.</summary>
    public ImmutableArray<MarginCause> Between(Assessment before, Assessment after)
    {
        var lines = ChangedLines(before, after).ToArray();
        var moved = lines.Where(l => l.Change.Before != l.Change.After).ToArray();
        var causes = (moved.Length > 0 ? moved : lines)
            .GroupBy(l => (l.Target, l.Leaf))
            .Select(g => g.First() is var first && g.Key.Target is var target
                ? Cause(target, first.Leaf, first.Words, first.Before, first.After, [.. g.Select(l => l.Change).Distinct()], after)
                : throw new System.Diagnostics.UnreachableException())
            .ToList();
        causes.AddRange(ChangedDoubts(before, after));
        if (causes.Count == 0)
        {
            causes.AddRange(ChangedUnits(before, after).Select(u => Cause(
                u.Code, $"unit {u.Code}", new("场址位于该管控单元", "the site lies in the control unit"), null, u.Certainty, [], after)));
        }

        return [.. causes];
    }

    private IEnumerable<(string Target, string Leaf, LocalText Words, Truth? Before, Truth After, NormChange Change)> ChangedLines(Assessment before, Assessment after)
    {
        var units = ChangedUnits(before, after).Select(u => u.Code).ToArray();
        var newcomers = units.Except(before.Location?.Units.Select(u => u.Code) ?? []).ToHashSet(StringComparer.Ordinal);
        var old = before.Findings.ToDictionary(f => f.Norm.Id, StringComparer.Ordinal);
        foreach (var finding in after.Findings)
        {
            var earlier = old.GetValueOrDefault(finding.Norm.Id);
            var truths = new Dictionary<(TraceRole, string, string?, string?, string?), Truth>();
            foreach (var line in earlier?.Trace ?? [])
            {
                truths.TryAdd(KeyOf(line), line.Truth);
            }

            var change = Trial.Change(earlier, finding);
            foreach (var line in finding.Trace)
            {
                Truth? truth = truths.TryGetValue(KeyOf(line), out var known) ? known : null;
                var isNew = line.Unit is { } unit && newcomers.Contains(unit);
                if (truth == line.Truth || line.Role == TraceRole.Shown || (isNew && line.Role != TraceRole.Scope))
                {
                    continue;
                }

                foreach (var target in TargetsOf(line, units))
                {
                    yield return (target, line.Leaf, line.Words, truth, line.Truth, change);
                }
            }
        }
    }

    private static (TraceRole Role, string Leaf, string? Unit, string? Item, string? Reading) KeyOf(TraceLine line) =>
        (line.Role, line.Leaf, line.Unit, line.Item, line.Reading);

    private IEnumerable<string> TargetsOf(TraceLine line, string[] changedUnits) => line.Role switch
    {
        TraceRole.Scope or TraceRole.Unless when line.Leaf.StartsWith(ZoneLeaf, StringComparison.Ordinal) && !layersByLeaf.Contains(line.Leaf) =>
            line.Leaf[ZoneLeaf.Length..] is var zone && trial.Program.Pack.Layers.Any(l => l.Id == zone) ? [zone] : changedUnits,
        TraceRole.Scope => line.Unit is { } unit ? [unit] : changedUnits,
        _ => layersByLeaf[line.Leaf],
    };

    private static IEnumerable<UnitHit> ChangedUnits(Assessment before, Assessment after)
    {
        var old = (before.Location?.Units ?? []).ToDictionary(u => u.Code, u => u.Certainty, StringComparer.Ordinal);
        return (after.Location?.Units ?? []).Where(u => !old.TryGetValue(u.Code, out var certainty) || certainty != u.Certainty);
    }

    private IEnumerable<MarginCause> ChangedDoubts(Assessment before, Assessment after)
    {
        var units = trial.Program.Pack.Layers.FirstOrDefault(l => l.Shape == LayerShape.ControlUnits);
        var (old, recent) = (before.Doubts.Select(d => d.Text).ToArray(), after.Doubts.Select(d => d.Text).ToArray());
        return recent.Except(old).Select(t => Doubt(t, Truth.True)).Concat(old.Except(recent).Select(t => Doubt(t, Truth.False)));

        MarginCause Doubt(LocalText words, Truth now) => Cause(units?.Id ?? "units", "doubt", words, Kleene.Not(now), now, [], after);
    }

    private MarginCause Cause(
        string target, string leaf, LocalText words, Truth? before, Truth after, ImmutableArray<NormChange> norms, Assessment assessment)
    {
        var pack = trial.Program.Pack;
        var layer = pack.Layers.FirstOrDefault(l => l.Id == target);
        var relation = assessment.Location?.Relations.FirstOrDefault(r => r.Layer == target);
        var atEdge = relation is not null && EndsFirst(relation);
        var bearings = atEdge ? [] : probe.BearingsTo(target);
        return new()
        {
            Target = target,
            Name = layer?.Label ?? LocalText.Same(assessment.Location?.Units.FirstOrDefault(u => u.Code == target)?.Name ?? target),
            Leaf = leaf,
            Words = words,
            Before = before,
            After = after,
            AtCoverageEdge = atEdge,
            Feature = atEdge ? null : relation?.NearestFeature,
            BearingDegrees = bearings.IsEmpty ? null : bearings[0],
            Norms = norms,
        };
    }

    // The distance runs from the nearest thing that could matter, less all inaccuracy, to the nearest feature with all of it: when the feature alone would begin farther away, the edge is nearer.
    private static bool EndsFirst(LayerRelation relation) =>
        relation.In != Truth.True
        && relation.Distance is { } distance
        && Math.Max(0, distance.High.Value - (2 * relation.Accuracy.Value)) > distance.Low.Value + 0.001m;
}
