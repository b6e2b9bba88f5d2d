using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;
using ZoningRules.Benchmarks.National;
using ZoningRules.Geo.Indexing;

namespace ZoningRules.Geo.Tests.Indexing;

/// <summary>The made-up coverage of the benchmarks is what it says it is, and the index agrees with the library on every vertex of it.</summary>
public sealed class NationalCoverageTests
{
    private static readonly NationalCoverage Coverage = new(150);

    private static readonly Geometry[] Geometries = [.. Enumerable.Range(0, Coverage.Set.Count).Select(i => Areas.GeometryOf(Coverage.Set, i))];

    [Fact]
    public void Coverage_IsValidAndTilesItsOutlineWithoutGapOrOverlap()
    {
        Assert.All(Geometries, g => Assert.Null(new IsValidOp(g).ValidationError));

        var outline = Coverage.Outline();
        var builder = new PolygonSetBuilder();
        builder.AddRing(outline, RingRole.Shell);
        builder.EndArea();
        var set = builder.Build();
        var shares = new AreaShare[Coverage.Set.Count];
        var found = shares.AsSpan(0, PolygonIndex.Build(Coverage.Set).Shares(set, 0, shares)).ToArray();

        Assert.Equal(set.MeasureOf(0), Enumerable.Range(0, Coverage.Units).Sum(Coverage.Set.MeasureOf), 0.1);
        Assert.Equal(set.MeasureOf(0), found.Where(s => s.Area < Coverage.Units).Sum(s => s.Common), 0.1);
        Assert.Equal(Coverage.Units + Coverage.Patches, Coverage.Set.Count);
        Assert.InRange(Coverage.Set.PositionCount / (double)Coverage.Set.Count, 650, 700);
    }

    [Fact]
    public void Coverage_OfOneSizeAndSeed_IsAlwaysTheSame()
    {
        var again = new NationalCoverage(150).Set;

        Assert.Equal(Coverage.Set.PositionCount, again.PositionCount);
        Assert.All(Enumerable.Range(0, again.Count), i => Assert.True(again.RingOf(i, 0).SequenceEqual(Coverage.Set.RingOf(i, 0))));
        Assert.NotEqual(Coverage.Set.MeasureOf(0), new NationalCoverage(150, seed: 1).Set.MeasureOf(0));
    }

    [Fact]
    public void Locate_EveryVertexAndEdge_AgreesWithTheLibrary()
    {
        var index = PolygonIndex.Build(Coverage.Set);
        var locators = Geometries.Select(g => new IndexedPointInAreaLocator(g)).ToArray();
        var hits = new AreaHit[64];
        var cases = 0;
        for (var area = 0; area < Coverage.Set.Count; area++)
        {
            var ring = Coverage.Set.RingOf(area, 0);
            for (var i = 0; i + 3 < ring.Length; i += 2)
            {
                Check(new(ring[i], ring[i + 1]));
                Check(new((ring[i] + ring[i + 2]) / 2, (ring[i + 1] + ring[i + 3]) / 2));
            }
        }

        Assert.True(cases >= 200_000, $"{cases} cases");

        void Check(Coordinate position)
        {
            var found = hits.AsSpan(0, index.Locate(position.X, position.Y, hits));
            var next = 0;
            for (var area = 0; area < Geometries.Length; area++)
            {
                var expected = Geometries[area].EnvelopeInternal.Intersects(position) ? locators[area].Locate(position) : Location.Exterior;
                var actual = next < found.Length && found[next].Area == area
                    ? found[next++].Contact == AreaContact.Border ? Location.Boundary : Location.Interior
                    : Location.Exterior;
                Assert.True(expected == actual, $"{position} in area {area}");
            }

            cases++;
        }
    }

    [Fact]
    public void LocateAll_AnswersAsOneByOne()
    {
        var index = PolygonIndex.Build(Coverage.Set);
        var random = new Random(4);
        var places = Enumerable.Range(0, 10_000).Select(_ => Coverage.Position(random)).SelectMany(p => new[] { p.East, p.North }).ToArray();
        (places[10], places[21]) = (double.NaN, 1e9);
        var ends = new int[places.Length / 2];
        var all = new AreaHit[4 * ends.Length];
        var hits = new AreaHit[64];

        Assert.Equal(ends.Length, index.LocateAll(places, ends, all));
        for (var i = 0; i < ends.Length; i++)
        {
            var expected = hits[..index.Locate(places[2 * i], places[(2 * i) + 1], hits)];
            Assert.Equal(expected, all[(i == 0 ? 0 : ends[i - 1])..ends[i]]);
        }

        Assert.InRange(index.LocateAll(places, ends, all.AsSpan(0, 100)), 1, 100);
        Assert.Throws<ArgumentException>(() => index.LocateAll([1], ends, all));
        Assert.Throws<ArgumentException>(() => index.LocateAll([1, 2], [], all));
    }
}
