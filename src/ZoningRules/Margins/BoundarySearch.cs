using System.Collections.Immutable;
using ZoningRules.Evaluation;
using ZoningRules.Facts;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Verdicts;

namespace ZoningRules.Margins;

/// <summary>
/// Finds the accuracy at which the possible verdicts change, for the site or for one layer. With less accuracy more completions are possible, so "as it was" holds up to a first
/// change and not beyond; what could break that (a doubt, a dispute between sources, a list to be checked) is part of what must be as it was.
/// </summary>
internal sealed class BoundarySearch(Trial trial, ISiteProbe probe, MarginBounds bounds)
{
    private const decimal Centimetre = 0.01m;
    private const int MostPhases = 32;

    private static readonly LocalText Intricate = new("边界过于复杂，无法以该精度与图层叠加", "the boundary is too intricate to be laid over the layers with that accuracy");
    private static readonly LocalText TooMany = new("精确推演超出规模限制", "the exact pass outgrew its bounds");

    private readonly Metres farthest = bounds.Farthest < probe.GreatestAccuracy ? bounds.Farthest : probe.GreatestAccuracy;
    private readonly CauseFinder causes = new(trial, probe);

    /// <summary>The margin of the site's boundary.</summary>
    public BoundaryMargin OfSite()
    {
        var margin = Of(null, probe.Accuracy, a => probe.Locate(new() { Accuracy = a }));
        return margin.End is BoundaryEnd.Flips flips ? margin with { End = flips with { Shift = ShiftTo(flips) } } : margin;
    }

    /// <summary>The margins of the layers that rules look at.</summary>
    public ImmutableArray<BoundaryMargin> OfLayers()
    {
        var used = LayersUsed();
        return
        [
            .. probe.LayerAccuracies
                .Where(l => used.Contains(l.Key))
                .Select(l => Of(l.Key, l.Value, a => probe.Locate(new() { LayerAccuracies = ImmutableDictionary<string, Metres>.Empty.Add(l.Key, a) })))
                .OrderBy(m => m.End switch { BoundaryEnd.Flips flips => flips.At.Value, BoundaryEnd.NotFollowed => decimal.MaxValue / 2, _ => decimal.MaxValue })
                .ThenBy(m => m.Layer, StringComparer.Ordinal),
        ];
    }

    private BoundaryMargin Of(string? layer, Metres stated, Func<Metres, Loaded<SiteLocation>> locate)
    {
        State At(decimal accuracy) => new(trial, locate(new(accuracy)));
        var start = At(stated.Value);
        var (holdsTo, end) = stated >= farthest ? (stated.Value, new BoundaryEnd.Searched()) : FirstChange(start, stated.Value, farthest.Value, At);
        return new()
        {
            Layer = layer,
            Stated = stated,
            HoldsTo = new(holdsTo),
            End = end,
            Sharper = trial.Start.Verdict == Verdict.Undetermined && stated.Value > 0 ? Sharper(start, stated.Value, At) : null,
        };
    }

    private SharperBoundary? Sharper(State start, decimal stated, Func<decimal, State> at)
    {
        var exact = at(0);
        return start.IsFollowable && exact.IsFollowable && !exact.SameVerdicts(start)
            ? new(new(FirstChange(exact, 0, stated, at).HoldsTo), exact.Assessment!.Possible)
            : null;
    }

    private (decimal HoldsTo, BoundaryEnd End) FirstChange(State start, decimal from, decimal limit, Func<decimal, State> at)
    {
        if (!start.IsFollowable)
        {
            return (from, new BoundaryEnd.NotFollowed(start.Assessment is null ? Intricate : TooMany));
        }

        // Everything as it was even with the worst accuracy: nothing changes before it.
        var worst = at(limit);
        if (worst.Same(start))
        {
            return (limit, new BoundaryEnd.Searched());
        }

        var (low, before) = (from, start);
        for (var phase = 0; phase < MostPhases && low < limit; phase++)
        {
            if (Next(before, low, limit, worst, at) is not var (holds, last, changes, after))
            {
                return (limit, new BoundaryEnd.Searched());
            }

            if (!after.IsFollowable)
            {
                return (holds, new BoundaryEnd.NotFollowed(after.Assessment is null ? Intricate : TooMany));
            }

            if (!after.SameVerdicts(start))
            {
                var there = after.Assessment!;
                return (holds, new BoundaryEnd.Flips(new(changes), there.Verdict, there.Possible, causes.Between(last.Assessment!, there), null));
            }

            (low, before) = (changes, after);
        }

        return (low, low < limit ? new BoundaryEnd.NotFollowed(TooMany) : new BoundaryEnd.Searched());
    }

    // Both ends of the step, at most a centimetre apart, in which the state is no longer as it was. Strides double until they pass it; halving finds it.
    private static (decimal Holds, State Last, decimal Changes, State After)? Next(State before, decimal from, decimal limit, State worst, Func<decimal, State> at)
    {
        if (worst.Same(before))
        {
            return null;
        }

        var (low, last) = (from, before);
        var (high, after) = (limit, worst);
        for (var stride = 1m; low + stride < high; stride *= 2)
        {
            var reached = decimal.Ceiling((low + stride) / Centimetre) * Centimetre;
            if (reached >= high)
            {
                break;
            }

            var there = at(reached);
            if (!there.Same(before))
            {
                (high, after) = (reached, there);
                break;
            }

            (low, last) = (reached, there);
        }

        while (high - low > Centimetre)
        {
            var middle = decimal.Ceiling((low + high) / 2 / Centimetre) * Centimetre;
            if (middle >= high)
            {
                break;
            }

            var there = at(middle);
            if (there.Same(before))
            {
                (low, last) = (middle, there);
            }
            else
            {
                (high, after) = (middle, there);
            }
        }

        return (low, last, high, after);
    }

    // A move of the whole site is one way in which its boundary may be off; it shows that the margin is not only a matter of how boundaries might be bent.
    private SiteShift? ShiftTo(BoundaryEnd.Flips flips)
    {
        var start = trial.Start.Possible;
        var gained = flips.Possible.Except(start).ToArray();
        var bearings = flips.Causes
            .SelectMany(c => probe.BearingsTo(c.Target))
            .SelectMany(b => new[] { b, b < 180 ? b + 180 : b - 180 })
            .Distinct();
        foreach (var bearing in bearings)
        {
            if (probe.Locate(new() { Accuracy = new(0), Shift = Displacement.Towards(bearing, flips.At) }) is { Succeeded: true, Value: var there })
            {
                var possible = trial.At(there).Possible;
                if (gained.Length > 0 ? possible.Intersect(gained).Any() : start.Except(possible).Any())
                {
                    return new(bearing, flips.At, possible);
                }
            }
        }

        return null;
    }

    private HashSet<string> LayersUsed()
    {
        var pack = trial.Program.Pack;
        var byId = pack.Layers.ToDictionary(l => l.Id, StringComparer.Ordinal);
        var slots = trial.Program.Leaves.SelectMany(l => l switch
        {
            CompiledLeaf.Place place => [place.Slot],
            CompiledLeaf.PlaceNumber number => [number.Slot],
            CompiledLeaf.Pair pair => new[] { pair.Left, pair.Right }.Where(s => s.IsPlace).Select(s => s.Layer),
            _ => Array.Empty<int>().AsEnumerable(),
        });
        var used = slots.Select(s => RootOf(pack.Vocabulary.Layers[s])).ToHashSet(StringComparer.Ordinal);
        used.UnionWith(pack.Layers.Where(l => l.Shape == LayerShape.ControlUnits).Select(l => l.Id));
        return used;

        string RootOf(LayerDefinition layer)
        {
            // The loader refuses circles; a layer that names no other ends the walk.
            var at = layer;
            while (at.PartOf is { } whole && byId.TryGetValue(whole, out var next))
            {
                at = next;
            }

            return at.Id;
        }
    }

    /// <summary>A variation with its assessment, or without one when it cannot be located.</summary>
    private sealed class State
    {
        private readonly string? key;

        public State(Trial trial, Loaded<SiteLocation> located)
        {
            if (!located.Succeeded)
            {
                return;
            }

            var location = located.Value;
            Assessment = trial.At(location);
            var disputes = FactSheet.Of(trial.Facts, location, trial.Context.Ledgers).Places.Select(p => p.Reasons == UnknownReasons.Conflicting ? '!' : '.');
            var doubts = Assessment.Doubts.Select(d => $"{d.Kind} {d.Text.Zh}").Distinct().Order(StringComparer.Ordinal);
            key = string.Join('|', [.. Assessment.Possible.Select(p => p.ToString()), Assessment.NotLoaded.IsEmpty ? "-" : "list", string.Concat(disputes), .. doubts]);
        }

        public Assessment? Assessment { get; }

        public bool IsFollowable => Assessment is { Exact: true };

        /// <summary>Whether nothing that bears on the margin has changed.</summary>
        public bool Same(State other) => key is not null && key == other.key && IsFollowable == other.IsFollowable;

        public bool SameVerdicts(State other) => Assessment!.Possible.SequenceEqual(other.Assessment!.Possible);
    }
}
