using System.Globalization;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;
using ZoningRules.Geo.Indexing;

namespace ZoningRules.Geo.Tests.Indexing;

public sealed class PolygonIndexTests
{
    /// <summary>How many times as many cases as usual are tried; a run with 20 tries millions.</summary>
    private static readonly int Factor = int.TryParse(
        Environment.GetEnvironmentVariable("ZONING_DIFFERENTIAL"), NumberStyles.None, CultureInfo.InvariantCulture, out var factor) ? factor : 1;

    [Fact]
    public void Locate_EveryAwkwardPosition_AgreesWithTheLibrary()
    {
        var cases = 0L;
        Properties.Hold(25 * Factor, random =>
        {
            var areas = LayoutGenerator.Areas(random);
            var index = PolygonIndex.Build(Areas.SetOf(areas));
            Span<AreaHit> hits = stackalloc AreaHit[64];
            foreach (var position in LayoutGenerator.Positions(random, areas))
            {
                var found = hits[..index.Locate(position.X, position.Y, hits)];
                var next = 0;
                for (var area = 0; area < areas.Count; area++)
                {
                    cases++;
                    var expected = SimplePointInAreaLocator.Locate(position, areas[area]);
                    var actual = next < found.Length && found[next].Area == area
                        ? found[next++].Contact == AreaContact.Border ? Location.Boundary : Location.Interior
                        : Location.Exterior;
                    if (actual != expected)
                    {
                        throw new InvalidOperationException($"{position} in {areas[area]}: {actual}, expected {expected}");
                    }
                }
            }

            return true;
        });

        Assert.True(cases >= 200_000L * Factor, $"{cases} cases");
    }

    [Fact]
    public void Locate_BesideAnEdgeByTheLeastNumber_IsOutside()
    {
        var sliver = new NetTopologySuite.IO.WKTReader().Read("POLYGON ((-25 27, 0 31, 0 31.0000001, -25 27))");
        var index = PolygonIndex.Build(Areas.SetOf(sliver));

        Assert.Equal(1, index.Locate(0, 31.00000005, new AreaHit[1]));
        Assert.Equal(0, index.Locate(double.Epsilon, 31.00000005, new AreaHit[1]));
    }

    [Fact]
    public void Shares_OfSites_AgreeWithTheOverlay() => Properties.Hold(60 * Factor, random =>
    {
        var areas = LayoutGenerator.Areas(random);
        var index = PolygonIndex.Build(Areas.SetOf(areas));
        var sites = LayoutGenerator.Areas(random);
        var set = Areas.SetOf(sites);
        Span<AreaShare> shares = stackalloc AreaShare[64];
        for (var site = 0; site < sites.Count; site++)
        {
            var found = shares[..index.Shares(set, site, shares)];
            var next = 0;
            for (var area = 0; area < areas.Count; area++)
            {
                var expected = OverlayNGRobust.Overlay(sites[site], areas[area], SpatialFunction.Intersection).Area;
                var actual = next < found.Length && found[next].Area == area ? found[next++].Common : 0;

                // A sliver is thinner than the overlay tells apart; there the measure of the plane's numbers is what counts.
                if (Math.Abs(actual - expected) > (1e-9 * sites[site].Area) + 1e-9)
                {
                    throw new InvalidOperationException($"{sites[site]} in {areas[area]}: {actual:R}, expected {expected:R}");
                }
            }
        }

        return true;
    });

    [Fact]
    public void Near_Distances_AgreeWithTheLibrary() => Properties.Hold(30, random =>
    {
        var areas = LayoutGenerator.Areas(random);
        var index = PolygonIndex.Build(Areas.SetOf(areas));
        Span<AreaHit> hits = stackalloc AreaHit[64];
        foreach (var position in LayoutGenerator.Positions(random, areas).Where((_, i) => i % 7 == 0))
        {
            var point = areas[0].Factory.CreatePoint(position);
            var distance = areas[0].EnvelopeInternal.Width * random.NextDouble();
            var found = hits[..index.Near(position.X, position.Y, distance, hits)];
            for (var area = 0; area < areas.Count; area++)
            {
                var toBorder = areas[area].Boundary.Distance(point);
                if (Math.Abs(toBorder - distance) < 1e-6)
                {
                    continue;
                }

                var expected = toBorder < distance ? AreaContact.Border : areas[area].Covers(point) ? AreaContact.Holds : (AreaContact?)null;
                if (expected != ContactOf(area, found))
                {
                    return false;
                }
            }
        }

        return true;
    });

    [Fact]
    public void Around_Boxes_MissesNothingAndHoldsRightly() => Properties.Hold(60, random =>
    {
        var areas = LayoutGenerator.Areas(random);
        var index = PolygonIndex.Build(Areas.SetOf(areas));
        Span<AreaHit> hits = stackalloc AreaHit[64];
        for (var i = 0; i < 40; i++)
        {
            var around = areas[random.Next(areas.Count)].EnvelopeInternal;
            var (west, south) = (around.MinX + (around.Width * (random.NextDouble() - 0.2)), around.MinY + (around.Height * (random.NextDouble() - 0.2)));
            var box = new Envelope(west, west + (around.Width * random.NextDouble()), south, south + (around.Height * random.NextDouble()));
            var shape = areas[0].Factory.ToGeometry(box);
            var found = hits[..index.Around(box.MinX, box.MinY, box.MaxX, box.MaxY, hits)];
            for (var area = 0; area < areas.Count; area++)
            {
                var contact = ContactOf(area, found);
                if (contact == AreaContact.Holds ? !areas[area].Covers(shape) : contact is null && areas[area].Intersects(shape))
                {
                    return false;
                }
            }
        }

        return true;
    });

    [Fact]
    public void Queries_AllocateNothing()
    {
        var areas = LayoutGenerator.Areas(new(7));
        var index = PolygonIndex.Build(Areas.SetOf(areas));
        var set = Areas.SetOf(LayoutGenerator.Areas(new(8)));
        var hits = new AreaHit[64];
        var shares = new AreaShare[64];
        Ask();

        var before = GC.GetAllocatedBytesForCurrentThread();
        Ask();

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void Ask()
        {
            var box = index.Frame;
            for (var i = 0; i < 1000; i++)
            {
                var (east, north) = (box.West + (i * (box.East - box.West) / 1000), box.South + (i * (box.North - box.South) / 1000));
                index.Locate(east, north, hits);
                index.Near(east, north, 1, hits);
                index.Around(east, north, east + 1, north + 1, hits);
                index.Shares(set, i % set.Count, shares);
            }
        }
    }

    [Theory]
    [InlineData(double.NaN, 0)]
    [InlineData(0, double.NaN)]
    [InlineData(double.PositiveInfinity, 0)]
    [InlineData(0, double.NegativeInfinity)]
    [InlineData(1e300, 1e300)]
    public void Queries_OfNoPlace_FindNothing(double east, double north)
    {
        var index = PolygonIndex.Build(Areas.SetOf(LayoutGenerator.Areas(new(7))));
        var hits = new AreaHit[64];

        Assert.Equal(0, index.Locate(east, north, hits));
        Assert.Equal(0, index.Near(east, north, 1, hits));
    }

    [Fact]
    public void Queries_WithoutRoom_SayHowManyThereAre()
    {
        var square = new WktSquare(0, 0, 10).Polygon;
        var index = PolygonIndex.Build(Areas.SetOf(square, square, square));

        Assert.Equal(3, index.Locate(5, 5, []));
        Assert.Equal(3, index.Locate(0, 5, new AreaHit[1]));
        Assert.True(index.Near(0, 5, 1, new AreaHit[1]) > 1);
        Assert.True(index.Shares(index.Set, 0, new AreaShare[1]) > 1);
    }

    [Fact]
    public void EmptySet_HasNothing()
    {
        var index = PolygonIndex.Build(new PolygonSetBuilder().Build());
        var site = Areas.SetOf(new WktSquare(0, 0, 10).Polygon);

        Assert.Equal(0, index.Locate(0, 0, new AreaHit[1]));
        Assert.Equal(0, index.Around(-1, -1, 1, 1, new AreaHit[1]));
        Assert.Equal(0, index.Shares(site, 0, new AreaShare[1]));
    }

    [Fact]
    public void Grid_BuiltInParts_IsTheGridBuiltAtOnce() => Properties.Hold(20, random =>
    {
        var set = Areas.SetOf([.. LayoutGenerator.Areas(random)]);
        var whole = PolygonGridBuilder.Build(set);
        foreach (var part in (int[])[1, 40, 300])
        {
            var parts = PolygonGridBuilder.Build(set, part);
            Assert.Equal(whole.Cells, parts.Cells);
            Assert.Equal(whole.Entries, parts.Entries);
        }

        return true;
    });

    [Fact]
    public void Near_NegativeDistance_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PolygonIndex.Build(Areas.SetOf(new WktSquare(0, 0, 1).Polygon)).Near(0, 0, -1, new AreaHit[1]));

    private static AreaContact? ContactOf(int area, ReadOnlySpan<AreaHit> hits)
    {
        foreach (var hit in hits)
        {
            if (hit.Area == area)
            {
                return hit.Contact;
            }
        }

        return null;
    }

    private sealed record WktSquare(double West, double South, double Side)
    {
        public Polygon Polygon => (Polygon)new GeometryFactory().ToGeometry(new Envelope(West, West + Side, South, South + Side));
    }
}
