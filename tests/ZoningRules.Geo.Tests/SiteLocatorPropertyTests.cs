using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using ZoningRules.Geo.Coordinates;
using ZoningRules.Geo.Shapes;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Proposals;

namespace ZoningRules.Geo.Tests;

/// <summary>What must not change a location, and what may only change it one way. Sites are drawn near borders of units, where it matters.</summary>
public sealed class SiteLocatorPropertyTests
{
    private const decimal Millimetre = 0.001m;

    private static readonly GeometryFactory Factory = new();

    private static readonly Lazy<Coordinate[]> Corners = new(() =>
    {
        var plane = new WorkingPlane(CoordinateSystems.BeltAt(117));
        var reader = ZoningRules.Geo.Reading.GeoJsonReader.Read(
            File.ReadAllBytes(TestLayers.DataFile("units.geojson")), System.Collections.Frozen.FrozenSet<string>.Empty, new(1_000_000));
        return
        [
            .. reader.Features.SelectMany(f => f.Parts).SelectMany(p => p.Rings)
                .SelectMany(r => r.First.Zip(r.Second, (longitude, latitude) => plane.From(CoordinateSystems.Cgcs2000, longitude, latitude)))
                .Select(p => new Coordinate(p.East, p.North)),
        ];
    });

    [Fact]
    public void Locate_OtherFirstVertexOrDirectionOrRepeatedVertices_SameLocation() => Properties.Hold(60, random =>
    {
        var ring = RandomRing(random);
        var turn = random.Next(ring.Count);
        List<Coordinate> turned = [.. ring.Skip(turn), .. ring.Take(turn)];
        var reversed = Enumerable.Reverse(turned).ToList();
        var repeated = reversed.SelectMany(c => random.Next(3) == 0 ? (Coordinate[])[c, c.Copy()] : [c]).ToList();
        var expected = Locate(Rings(ring));
        return Same(expected, Locate(Rings(turned))) && Same(expected, Locate(Rings(reversed))) && Same(expected, Locate(Rings(repeated)));
    });

    [Fact]
    public void Locate_SplitInTwo_SameLocation() => Properties.Hold(60, random =>
    {
        var ring = RandomRing(random);
        var site = Factory.CreatePolygon([.. ring, ring[0].Copy()]);
        var cut = site.EnvelopeInternal.Copy();
        cut = new(cut.MinX - 1, cut.MinX + (cut.Width * random.NextDouble()), cut.MinY - 1, cut.MaxY + 1);
        var parts = new[] { Overlays.Common(site, Factory.ToGeometry(cut)), Overlays.Without(site, Factory.ToGeometry(cut)) }
            .OfType<Geometry>()
            .SelectMany(g => Enumerable.Range(0, g.NumGeometries).Select(g.GetGeometryN))
            .Where(g => g.Area > 1e-3)
            .Cast<Polygon>()
            .ToArray();
        return Same(Locate(Wkt(site)), Locate(Wkt(Factory.CreateMultiPolygon(parts))), 0.01m);
    });

    [Fact]
    public void Locate_AnySupportedSystem_SameLocation() => Properties.Hold(30, random =>
    {
        var ring = RandomRing(random);
        var plane = new WorkingPlane(CoordinateSystems.BeltAt(117));
        var expected = Locate(Rings(ring));
        foreach (var name in (string[])["EPSG:4490", "EPSG:4326", "EPSG:4527", "EPSG:4509", "EPSG:4498", "EPSG:4547", "EPSG:4549", "EPSG:4528"])
        {
            Assert.True(CoordinateSystems.TryFind(name, out var crs));
            var text = string.Join('\n', ring.Select(c => TextIn(crs, plane.ToDegrees(c.X, c.Y))));
            if (!Same(expected, Locate(TestLayers.Site(SiteFormat.Coordinates, text, name))))
            {
                return false;
            }
        }

        return true;
    });

    // Positions of web maps and old datums cost accuracy; with that taken into account from the start, the location is the same.
    [Fact]
    public void Locate_ShiftedAndOldSystems_SamePlaceToAMillimetre() => Properties.Hold(20, random =>
    {
        var ring = RandomRing(random);
        var plane = new WorkingPlane(CoordinateSystems.BeltAt(117));
        var shift = new DatumShift(
            random.Next(-200, 200), random.Next(-200, 200), random.Next(-200, 200), random.Next(-5, 5), random.Next(-5, 5), random.Next(-5, 5), random.Next(-9, 9), RotationConvention.PositionVector)
        {
            Accuracy = new(0),
        };
        foreach (var name in (string[])["GCJ-02", "BD-09", "EPSG:4610", "EPSG:2363", "EPSG:2345", "EPSG:4214", "EPSG:2436", "EPSG:21420"])
        {
            Assert.True(CoordinateSystems.TryFind(name, out var crs));
            var reference = new Georeference(crs, crs.NeedsDatumShift ? shift : null);
            var text = string.Join('\n', ring.Select(c => Written(reference, plane.ToDegrees(c.X, c.Y))));
            var actual = Locate(TestLayers.Site(SiteFormat.Coordinates, text, name) with { DatumShift = reference.Shift });
            var expected = Locate(Rings(ring, actual.Accuracy.Value));
            if (!Same(expected, actual))
            {
                return false;
            }
        }

        return true;
    });

    // What is written in one system and stated to be in another is refused, unless the two write it alike.
    [Fact]
    public void Locate_StatedInAnotherSystem_NeverAccepted() => Properties.Hold(8, random =>
    {
        string[] systems = ["EPSG:4490", "EPSG:4527", "EPSG:4548", "EPSG:4498", "EPSG:4547", "EPSG:4549", "EPSG:4526", "EPSG:4528"];
        var ring = RandomRing(random);
        var plane = new WorkingPlane(CoordinateSystems.BeltAt(117));
        foreach (var written in systems)
        {
            Assert.True(CoordinateSystems.TryFind(written, out var crs));
            var lines = ring.Select(c => TextIn(crs, plane.ToDegrees(c.X, c.Y))).ToList();
            var swapped = lines.Select(l => string.Join(", ", l.Split(',').Reverse().Select(n => n.Trim()))).ToList();
            foreach (var stated in systems)
            {
                if (stated != written && TestLayers.Locator.Locate(TestLayers.Site(SiteFormat.Coordinates, string.Join('\n', lines), stated)).Succeeded)
                {
                    return false;
                }

                if (TestLayers.Locator.Locate(TestLayers.Site(SiteFormat.Coordinates, string.Join('\n', swapped), stated)).Succeeded)
                {
                    return false;
                }
            }
        }

        return true;
    });

    [Fact]
    public void Locate_LessAccurate_OnlyEverAddsDoubt() => Properties.Hold(60, random =>
    {
        var ring = RandomRing(random);
        var fine = (decimal)Math.Round(random.NextDouble() * 5, 3);
        var coarse = fine + (decimal)Math.Round(random.NextDouble() * 20, 3);
        var (before, after) = (Locate(Rings(ring, fine)), Locate(Rings(ring, coarse)));
        return after.Units.All(u => u.Certainty == Truth.Unknown || before.Units.Any(b => b.Code == u.Code && b.Certainty == Truth.True))
            && before.Units.All(u => after.Units.Any(a => a.Code == u.Code))
            && after.Gaps.Sum(g => g.ShareOfSite.Value) <= before.Gaps.Sum(g => g.ShareOfSite.Value) + 0.000002m
            && Doubtful(before.Relations, after.Relations, true)
            && after.Units.All(u =>
                before.Units.SingleOrDefault(b => b.Code == u.Code) is not { } b || Doubtful(b.Relations, u.Relations, u.Certainty == Truth.True));
    });

    // What is claimed with inaccuracy must hold for a site that was in truth drawn a little beside, among borders that are exact.
    [Fact]
    public void Locate_SiteDrawnALittleBeside_ClaimsHold() => Properties.Hold(80, random =>
    {
        var ring = RandomRing(random);
        var accuracy = 1 + (random.NextDouble() * 15);
        var angle = random.NextDouble() * 2 * Math.PI;
        var shift = accuracy * 0.999 * random.NextDouble();
        var moved = ring.Select(c => new Coordinate(c.X + (shift * Math.Cos(angle)), c.Y + (shift * Math.Sin(angle)))).ToList();
        var claimed = TestLayers.ExactLocator.Locate(Rings(ring, (decimal)Math.Round(accuracy, 3, MidpointRounding.ToPositiveInfinity))).Require();
        var truth = TestLayers.ExactLocator.Locate(Rings(moved, 0)).Require();
        return claimed.Units.All(u => u.Certainty == Truth.Unknown || truth.Units.Any(t => t.Code == u.Code))
            && truth.Units.All(t => claimed.Units.Any(u => u.Code == t.Code))
            && Holds(claimed.Relations, truth.Relations)
            && claimed.Units.All(u => truth.Units.SingleOrDefault(t => t.Code == u.Code) is not { } t || Holds(u.Relations, t.Relations));
    });

    private static bool Holds(IReadOnlyList<LayerRelation> claimed, IReadOnlyList<LayerRelation> truth) => claimed.Zip(truth).All(pair =>
    {
        var (c, t) = pair;
        return Agrees(c.In, t.In) && Agrees(c.Within, t.Within)
            && (c.Distance is not { } d || t.Distance is not { } e || (d.Low.Value <= e.High.Value + Millimetre && d.High.Value >= e.Low.Value - Millimetre));
    });

    private static bool Agrees(Truth claimed, Truth truth) => claimed == Truth.Unknown || truth == Truth.Unknown || claimed == truth;

    private static bool Doubtful(IReadOnlyList<LayerRelation> before, IReadOnlyList<LayerRelation> after, bool withNumbers) => before.Zip(after).All(pair =>
    {
        var (b, a) = pair;
        return (a.In == Truth.Unknown || a.In == b.In)
            && (a.Within == Truth.Unknown || a.Within == b.Within)
            && (!withNumbers
                || (Contains(b.Distance, a.Distance, m => m.Value)
                    && Contains(b.Overlap, a.Overlap, m => m.Value)
                    && Contains(b.Share, a.Share, m => m.Value)));
    });

    private static bool Contains<T>(Interval<T>? inner, Interval<T>? outer, Func<T, decimal> value)
        where T : struct, IComparable<T> =>
        inner is not { } i || outer is not { } o
        || (value(o.Low) <= value(i.Low) + Slack(value(i.Low)) && value(o.High) >= value(i.High) - Slack(value(i.High)));

    private static decimal Slack(decimal value) => 0.00001m + (value * 0.000001m);

    private static bool Same(SiteLocation first, SiteLocation second, decimal squareMetres = 0.01m) =>
        Math.Abs(first.Area!.Value.Value - second.Area!.Value.Value) <= squareMetres
        && first.Units.Select(u => (u.Code, u.Certainty)).SequenceEqual(second.Units.Select(u => (u.Code, u.Certainty)))
        && first.Units.Zip(second.Units).All(p =>
            Near(p.First.ShareOfSite.Value, p.Second.ShareOfSite.Value, 0.000002m) && Same(p.First.Relations, p.Second.Relations))
        && first.Slivers.Select(u => u.Code).SequenceEqual(second.Slivers.Select(u => u.Code))
        && first.Gaps.Select(g => (g.Reason, g.OutsideCoverage)).SequenceEqual(second.Gaps.Select(g => (g.Reason, g.OutsideCoverage)))
        && Same(first.Relations, second.Relations);

    private static bool Same(IReadOnlyList<LayerRelation> first, IReadOnlyList<LayerRelation> second) => first.Zip(second).All(pair =>
    {
        var (a, b) = pair;
        return (a.Layer, a.Status, a.In, a.Within, a.NearestFeature) == (b.Layer, b.Status, b.In, b.Within, b.NearestFeature)
            && Near(a.Distance?.Low.Value, b.Distance?.Low.Value, Millimetre)
            && Near(a.Distance?.High.Value, b.Distance?.High.Value, Millimetre)
            && Near(a.Share?.Low.Value, b.Share?.Low.Value, 0.000002m)
            && Near(a.Share?.High.Value, b.Share?.High.Value, 0.000002m);
    });

    private static bool Near(decimal? first, decimal? second, decimal tolerance) =>
        (first is null) == (second is null) && Math.Abs((first ?? 0) - (second ?? 0)) <= tolerance;

    private static SiteLocation Locate(Site.Geometry site) => TestLayers.Locator.Locate(site).Require();

    private static Site.Geometry Rings(IEnumerable<Coordinate> ring, decimal accuracy = 1) => TestLayers.Site(
        SiteFormat.Coordinates, string.Join('\n', ring.Select(c => FormattableString.Invariant($"{c.Y:R}, {c.X:R}"))), "EPSG:4548", accuracy);

    // The inverse of a reference, found by going back by the miss; then projected where it is a belt.
    private static string Written(Georeference reference, (double Longitude, double Latitude) position)
    {
        var degrees = reference with { Crs = reference.Crs.IsGeographic ? reference.Crs : CoordinateSystems.DegreesOn(reference.Crs.Datum) };
        var (x, y) = position;
        for (var round = 0; round < 30; round++)
        {
            var (longitude, latitude) = degrees.DegreesOf(x, y);
            (x, y) = (x - (longitude - position.Longitude), y - (latitude - position.Latitude));
        }

        if (reference.Crs.CentralMeridian is not { } meridian)
        {
            return FormattableString.Invariant($"{x:R}, {y:R}");
        }

        var (east, north) = BeltProjection.At(reference.Crs.Ellipsoid, meridian).Project(x, y);
        return FormattableString.Invariant($"{north:R}, {east - 500_000 + reference.Crs.FalseEasting:R}");
    }

    private static string TextIn(Crs crs, (double Longitude, double Latitude) position)
    {
        if (crs.CentralMeridian is not { } meridian)
        {
            return FormattableString.Invariant($"{position.Longitude:R}, {position.Latitude:R}");
        }

        var (east, north) = BeltProjection.At(meridian).Project(position.Longitude, position.Latitude);
        return FormattableString.Invariant($"{north:R}, {east - 500_000 + crs.FalseEasting:R}");
    }

    private static Site.Geometry Wkt(Geometry geometry)
    {
        // North first, as the official axis order of the belt wants it.
        var exchanged = geometry.Copy();
        exchanged.Apply(new Exchange());
        return TestLayers.Site(SiteFormat.Wkt, new WKTWriter(2).Write(exchanged), "EPSG:4548");
    }

    private static List<Coordinate> RandomRing(Random random)
    {
        var centre = Corners.Value[random.Next(Corners.Value.Length)];
        var (east, north) = (centre.X + random.Next(-60, 60), centre.Y + random.Next(-60, 60));
        var (size, corners) = (5 + random.Next(random.Next(3) == 0 ? 2000 : 80), 3 + random.Next(20));
        var start = random.NextDouble();
        return
        [
            .. Enumerable.Range(0, corners)
                .Select(i => (Angle: 2 * Math.PI * (i + start) / corners, Radius: size * (0.4 + (0.6 * random.NextDouble()))))
                .Select(p => new Coordinate(Math.Round(east + (p.Radius * Math.Cos(p.Angle)), 4), Math.Round(north + (p.Radius * Math.Sin(p.Angle)), 4))),
        ];
    }

    private sealed class Exchange : ICoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence seq, int i)
        {
            var (x, y) = (seq.GetX(i), seq.GetY(i));
            seq.SetX(i, y);
            seq.SetY(i, x);
        }
    }
}
