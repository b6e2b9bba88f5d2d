using ZoningRules.Geo.Coordinates;
using ZoningRules.Geo.Inspecting;
using ZoningRules.Locations;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Tests.Inspecting;

/// <summary>A clean partition has no flaw of geometry; one defect put into it is found exactly there, with its area, its place and the control units beside it.</summary>
public sealed class LayerInspectorPropertyTests
{
    private static readonly ProblemCode[] OfGeometry =
        [ProblemCode.FeatureUnusable, ProblemCode.UnitOverlap, ProblemCode.UnitGap, ProblemCode.ThinPart, ProblemCode.CoverageMismatch];

    private static readonly WorkingPlane Plane = new(CoordinateSystems.All.Single(c => c.Id == "EPSG:4548"));

    [Fact]
    public void CleanPartition_HasNoFlawAndNoSliver() => Properties.Hold(40, random =>
    {
        var (inspection, _) = Some(random).Inspect();
        return Geometric(inspection).Count == 0 && inspection.Slivers.IsEmpty;
    });

    [Fact]
    public void CleanPartition_InItsOwnCoverage_HasNoFlaw() => Properties.Hold(20, random =>
    {
        var partition = Some(random);
        var (_, inspector) = partition.Inspect();
        var union = UnionOfUnits.Of(inspector);
        var coverage = Partition.Layer([]) with { Features = [new(union, System.Collections.Frozen.FrozenDictionary<string, IReadOnlyList<string>>.Empty)] };
        var (inspection, _) = partition.Inspect(coverage);
        return union.Count == 1 && Geometric(inspection).Count == 0 && inspection.Slivers.IsEmpty;
    });

    [Fact]
    public void BulgeIntoANeighbour_IsOneOverlapOfBoth() => Properties.Hold(40, random =>
    {
        var partition = Some(random);
        var (from, to, index, neighbour) = SharedEdge(partition, random);
        var tip = Beside(from, to, -(20 + (random.NextDouble() * 60)));
        partition.Units[index].Insert(partition.Units[index].IndexOf(from) + 1, tip);
        var (inspection, _) = partition.Inspect();
        return IsOnly(inspection, ProblemCode.UnitOverlap, FlawSeverity.Error, [from, tip, to], [index, neighbour]);
    });

    [Fact]
    public void DentAwayFromANeighbour_IsOneGapBesideBoth() => Properties.Hold(40, random =>
    {
        var partition = Some(random);
        var (from, to, index, neighbour) = SharedEdge(partition, random);
        var tip = Beside(from, to, 20 + (random.NextDouble() * 60));
        partition.Units[index].Insert(partition.Units[index].IndexOf(from) + 1, tip);
        var (inspection, _) = partition.Inspect();
        return IsOnly(inspection, ProblemCode.UnitGap, FlawSeverity.Warning, [from, tip, to], [index, neighbour]);
    });

    [Fact]
    public void KnownHole_IsANote() => Properties.Hold(20, random =>
    {
        var partition = Some(random);
        var (from, to, index, neighbour) = SharedEdge(partition, random);
        var tip = Beside(from, to, 40);
        partition.Units[index].Insert(partition.Units[index].IndexOf(from) + 1, tip);
        var (inspection, _) = partition.Inspect(null, Partition.Layer([("ZH36022210001", [from, tip, to])]));
        return IsOnly(inspection, ProblemCode.UnitGap, FlawSeverity.Note, [from, tip, to], [index, neighbour]);
    });

    [Fact]
    public void BulgeBelowTheTolerance_IsASliverAndNoFlaw() => Properties.Hold(40, random =>
    {
        var partition = Some(random);
        var (from, to, index, neighbour) = SharedEdge(partition, random);
        var inward = random.Next(2) == 0;
        var tip = Beside(from, to, (inward ? 1 : -1) * (0.1 + (random.NextDouble() * 4)));
        partition.Units[index].Insert(partition.Units[index].IndexOf(from) + 1, tip);
        var (inspection, _) = partition.Inspect();
        return Geometric(inspection).Count == 0
            && inspection.Slivers is [var sliver]
            && sliver.Problem.Code == (inward ? ProblemCode.UnitGap : ProblemCode.UnitOverlap)
            && sliver.Units.SequenceEqual(Codes([index, neighbour]))
            && Agrees((double)sliver.Area!.Value.Value, AreaOf([from, tip, to]));
    });

    [Fact]
    public void RemovedUnit_InTheMiddle_IsOneGapOfItsArea() => Properties.Hold(20, random =>
    {
        var partition = new Partition(random, 4, 4);
        var removed = partition.Units[(1 * partition.Rows) + 2];
        var expected = AreaOf(removed);
        partition.Units.Remove(removed);
        var (inspection, _) = partition.Inspect();
        return Geometric(inspection) is [var gap] && gap.Problem.Code == ProblemCode.UnitGap && Agrees((double)gap.Area!.Value.Value, expected) && Holds(removed, gap);
    });

    [Fact]
    public void RemovedUnit_OnTheOutline_IsAGapOnlyInACoverage() => Properties.Hold(20, random =>
    {
        var partition = new Partition(random, 3, 3);
        var (_, whole) = partition.Inspect();
        var coverage = Partition.Layer([]) with { Features = [new(UnionOfUnits.Of(whole), System.Collections.Frozen.FrozenDictionary<string, IReadOnlyList<string>>.Empty)] };
        var removed = partition.Units[0];
        partition.Units.RemoveAt(0);
        var (with, _) = partition.Inspect(coverage);
        var (without, _) = partition.Inspect();
        return Geometric(without).Count == 0 && Geometric(with) is [var gap] && Agrees((double)gap.Area!.Value.Value, AreaOf(removed)) && Holds(removed, gap);
    });

    [Fact]
    public void UnitDrawnTwiceUnderTwoCodes_IsOneOverlapOfItsArea() => Properties.Hold(20, random =>
    {
        var partition = Some(random);
        var index = random.Next(partition.Units.Count);
        partition.Units.Add([.. partition.Units[index]]);
        var (inspection, _) = partition.Inspect();
        return Geometric(inspection) is [var overlap] && overlap.Problem.Code == ProblemCode.UnitOverlap
            && overlap.Units.SequenceEqual(Codes([index, partition.Units.Count - 1])) && Agrees((double)overlap.Area!.Value.Value, AreaOf(partition.Units[index]));
    });

    [Fact]
    public void WholePartitionDrawnTwice_IsFound()
    {
        var partition = new Partition(new Random(7), 4, 4);
        foreach (var unit in partition.Units.ToArray())
        {
            partition.Units.Add([.. unit]);
        }

        var (inspection, _) = partition.Inspect();

        var overlap = Assert.Single(Geometric(inspection));
        Assert.Equal(32, overlap.Units.Length);
    }

    [Fact]
    public void PositionOfANeighbourLeftOut_OnAStraightBorder_IsNoFlaw() => Properties.Hold(20, random =>
    {
        var partition = Some(random);
        var (from, to, index, _) = SharedEdge(partition, random);
        partition.Units[index].Insert(partition.Units[index].IndexOf(from) + 1, ((from.East + to.East) / 2, (from.North + to.North) / 2));
        var (inspection, _) = partition.Inspect();
        return Geometric(inspection).Count == 0 && inspection.Slivers.IsEmpty;
    });

    [Fact]
    public void LooseEdges_InManyPasses_AreTheSame() => Properties.Hold(20, random =>
    {
        var partition = Some(random);
        partition.Units.RemoveAt(random.Next(partition.Units.Count));
        var (_, inspector) = partition.Inspect();
        var (once, often) = (LooseEdges.Of(inspector.Drawn), LooseEdges.Of(inspector.Drawn, 3));
        return once.Count > 0 && once.Count == often.Count && once.ToHashSet().SetEquals(often);
    });

    [Fact]
    public void Order_OfFeatures_ChangesNothing() => Properties.Hold(20, random =>
    {
        var partition = Some(random);
        var (from, to, index, _) = SharedEdge(partition, random);
        partition.Units[index].Insert(partition.Units[index].IndexOf(from) + 1, Beside(from, to, -50));
        var source = partition.Source();
        LayerInspection Of(SourceLayer layer) => LayerInspector.Inspect(new()
        {
            Pack = SmallPack.Pack,
            Layer = SmallPack.Units,
            Source = layer,
            Fields = SmallPack.Units.UnitFields,
            Tolerance = new(5),
            Sliver = new(1),
            Illustrative = true,
        }).Inspection;
        var (straight, reversed) = (Of(source), Of(source with { Features = [.. source.Features.Reverse()] }));
        return Geometric(straight).Select(f => f.Problem).SequenceEqual(Geometric(reversed).Select(f => f.Problem));
    });

    private static Partition Some(Random random) => new(random, 2 + random.Next(4), 2 + random.Next(4));

    private static List<LayerFlaw> Geometric(LayerInspection inspection) => [.. inspection.Flaws.Where(f => OfGeometry.Contains(f.Problem.Code))];

    // An edge from south to north that two control units share, the first of them in the west.
    private static ((double East, double North) From, (double East, double North) To, int Index, int Neighbour) SharedEdge(Partition partition, Random random)
    {
        var index = random.Next(partition.Units.Count - partition.Rows);
        return (partition.Units[index][1], partition.Units[index][2], index, index + partition.Rows);
    }

    // A position by the middle of an edge, left of it for a positive distance.
    private static (double East, double North) Beside((double East, double North) from, (double East, double North) to, double distance)
    {
        var (east, north) = (to.East - from.East, to.North - from.North);
        var length = Math.Sqrt((east * east) + (north * north));
        return (((from.East + to.East) / 2) - (north / length * distance), ((from.North + to.North) / 2) + (east / length * distance));
    }

    private static bool IsOnly(LayerInspection inspection, ProblemCode code, FlawSeverity severity, List<(double East, double North)> place, int[] units) =>
        Geometric(inspection) is [var flaw]
        && inspection.Slivers.IsEmpty
        && flaw.Problem.Code == code
        && flaw.Severity == severity
        && flaw.Units.SequenceEqual(Codes(units))
        && Agrees((double)flaw.Area!.Value.Value, AreaOf(place))
        && Holds(place, flaw);

    private static bool Agrees(double area, double expected) => Math.Abs(area - expected) <= 0.01 + (expected * 1e-7);

    private static IEnumerable<string> Codes(int[] units) => units.Select(Partition.Code).Order(StringComparer.Ordinal);

    private static double AreaOf(List<(double East, double North)> ring)
    {
        double[] positions = [.. ring.Append(ring[0]).SelectMany(p => (double[])[p.East, p.North])];
        double[] degrees = [.. positions.Chunk(2).Select(p => Plane.ToDegrees(p[0], p[1])).SelectMany(p => (double[])[p.Longitude, p.Latitude])];
        return Math.Abs(EllipsoidArea.Of(positions, degrees, Plane));
    }

    private static bool Holds(List<(double East, double North)> ring, LayerFlaw flaw)
    {
        var (longitude, latitude) = flaw.Position!.Value;
        var (east, north) = Plane.From(CoordinateSystems.Cgcs2000, (double)longitude, (double)latitude);
        var inside = false;
        for (var i = 0; i < ring.Count; i++)
        {
            var (a, b) = (ring[i], ring[(i + 1) % ring.Count]);
            if (a.North > north != b.North > north && east < ((b.East - a.East) * (north - a.North) / (b.North - a.North)) + a.East)
            {
                inside = !inside;
            }
        }

        return inside;
    }
}
