using System.Collections.Immutable;
using ZoningRules.Geo.Reading;
using ZoningRules.Problems;
using ZoningRules.Proposals;

namespace ZoningRules.Geo.Tests.Reading;

public sealed class SiteReaderTests
{
    private const string SquareWkt = "POLYGON ((117.20 29.27, 117.21 29.27, 117.21 29.28, 117.20 29.28, 117.20 29.27))";

    private static ImmutableArray<Problem> Problems(SiteFormat format, string content, string? crs = "EPSG:4490") =>
        SiteReader.Read(TestLayers.Site(format, content, crs)).Problems;

    private static ReadSite Read(SiteFormat format, string content, string? crs = "EPSG:4490") =>
        SiteReader.Read(TestLayers.Site(format, content, crs)).Require();

    [Theory]
    [InlineData(SiteFormat.GeoJson, "")]
    [InlineData(SiteFormat.GeoJson, "[]")]
    [InlineData(SiteFormat.GeoJson, "{")]
    [InlineData(SiteFormat.GeoJson, "{}")]
    [InlineData(SiteFormat.GeoJson, """{"type":"Circle","coordinates":[1,2]}""")]
    [InlineData(SiteFormat.GeoJson, """{"type":"Point"}""")]
    [InlineData(SiteFormat.GeoJson, """{"type":"Point","coordinates":[117.2]}""")]
    [InlineData(SiteFormat.GeoJson, """{"type":"Point","coordinates":["117.2",29.2]}""")]
    [InlineData(SiteFormat.GeoJson, """{"type":"Point","coordinates":[1e999,29.2]}""")]
    [InlineData(SiteFormat.GeoJson, """{"type":"Point","coordinates":[NaN,29.2]}""")]
    [InlineData(SiteFormat.GeoJson, """{"type":"Point","coordinates":[117.2,29.2,1,2]}""")]
    [InlineData(SiteFormat.GeoJson, """{"type":"Point","coordinates":[117.2,29.2],"coordinates":[117.3,29.2]}""")]
    [InlineData(SiteFormat.GeoJson, """{"type":"Polygon","coordinates":[[117.2,29.2],[117.3,29.2],[117.3,29.3],[117.2,29.2]]}""")]
    [InlineData(SiteFormat.GeoJson, """{"type":"Polygon","coordinates":[[[117.2,29.2],[117.3,29.2],[117.3,29.3],[117.2,29.2]],[]]}""")]
    [InlineData(SiteFormat.GeoJson, """{"type":"LineString","coordinates":[[117.2,29.2],[[117.3,29.2]]]}""")]
    [InlineData(SiteFormat.GeoJson, """{"type":"FeatureCollection","features":[{"type":"Point","coordinates":[117.2,29.2]}]}""")]
    [InlineData(SiteFormat.GeoJson, """{"type":"Feature","properties":{}}""")]
    [InlineData(SiteFormat.GeoJson, """{"type":"\ud800"}""")]
    [InlineData(SiteFormat.Wkt, "")]
    [InlineData(SiteFormat.Wkt, "POINT")]
    [InlineData(SiteFormat.Wkt, "POINT (117.2)")]
    [InlineData(SiteFormat.Wkt, "POINT (117.2, 29.2)")]
    [InlineData(SiteFormat.Wkt, "POINT (NaN 29.2)")]
    [InlineData(SiteFormat.Wkt, "POINT (1e999 29.2)")]
    [InlineData(SiteFormat.Wkt, "POINT (117.2 29.2) x")]
    [InlineData(SiteFormat.Wkt, "CIRCULARSTRING (0 0, 1 1, 2 0)")]
    [InlineData(SiteFormat.Wkt, "POLYGON (117 29, 118 29, 118 30, 117 29)")]
    [InlineData(SiteFormat.Point, "117.2")]
    [InlineData(SiteFormat.Point, "117.2, 29.2, 30")]
    [InlineData(SiteFormat.Point, "117,2, 29,2")]
    [InlineData(SiteFormat.Point, "Infinity, 29.2")]
    [InlineData(SiteFormat.Coordinates, "117.2, 29.2")]
    [InlineData(SiteFormat.Coordinates, "117.2, 29.2\n117.3, 29.2\n117.2, 29.2")]
    [InlineData(SiteFormat.Coordinates, "117.2, 29.2\n117.3, x\n117.3, 29.3")]
    public void Read_UnreadableText_BadGeometry(SiteFormat format, string content)
    {
        var problem = Assert.Single(Problems(format, content));

        Assert.Equal(ProblemCode.BadGeometry, problem.Code);
        Assert.Equal(2, problem.Arguments.Length);
        Assert.Equal("site.txt", problem.Place?.File);
    }

    [Theory]
    [InlineData(SiteFormat.GeoJson, """{"type":"Point","coordinates":[]}""")]
    [InlineData(SiteFormat.GeoJson, """{"type":"MultiPolygon","coordinates":[]}""")]
    [InlineData(SiteFormat.GeoJson, """{"type":"GeometryCollection","geometries":[]}""")]
    [InlineData(SiteFormat.GeoJson, """{"type":"FeatureCollection","features":[]}""")]
    [InlineData(SiteFormat.GeoJson, """{"type":"Feature","properties":null,"geometry":null}""")]
    [InlineData(SiteFormat.Wkt, "POLYGON EMPTY")]
    [InlineData(SiteFormat.Wkt, "GEOMETRYCOLLECTION (POINT EMPTY, POLYGON Z EMPTY)")]
    [InlineData(SiteFormat.Point, "  ")]
    [InlineData(SiteFormat.Coordinates, "\n\n \n")]
    public void Read_NothingInIt_EmptyGeometry(SiteFormat format, string content) =>
        Assert.Equal([ProblemCode.EmptyGeometry], Problems(format, content).Select(p => p.Code));

    [Theory]
    [InlineData(SiteFormat.Wkt, "POLYGON ((117.20 29.27, 117.21 29.28, 117.21 29.27, 117.20 29.28, 117.20 29.27))", "边界自相交", "117.205, 29.275")]
    [InlineData(SiteFormat.Wkt, "POLYGON ((117.20 29.27, 117.21 29.27, 117.21 29.28, 117.20 29.28))", "环未闭合", "117.2, 29.28")]
    [InlineData(SiteFormat.Wkt, "POLYGON ((117.20 29.27, 117.21 29.27, 117.20 29.27))", "点数太少", "117.2, 29.27")]
    [InlineData(SiteFormat.Wkt, "LINESTRING (117.20 29.27)", "点数太少", "117.2, 29.27")]
    [InlineData(SiteFormat.Wkt, "LINESTRING (117.20 29.27, 117.20 29.27)", "不同的点太少", "117.2, 29.27")]
    [InlineData(SiteFormat.Coordinates, "117.20, 29.27\n117.21, 29.28\n117.21, 29.27\n117.20, 29.28", "边界自相交", "117.205, 29.275")]
    [InlineData(SiteFormat.Coordinates, "117.20, 29.27\n117.21, 29.27\n117.21, 29.28\n\n118.20, 29.27\n118.21, 29.27\n118.21, 29.28", "内环在外环之外", null)]
    [InlineData(
        SiteFormat.GeoJson, """{"type":"Polygon","coordinates":[[[117.20,29.27],[117.21,29.28],[117.21,29.27],[117.20,29.28],[117.20,29.27]]]}""", "边界自相交", "117.205, 29.275")]
    public void Read_InvalidPolygon_InvalidGeometryAtPosition(SiteFormat format, string content, string kind, string? position)
    {
        var problem = Assert.Single(Problems(format, content));

        Assert.Equal(ProblemCode.InvalidGeometry, problem.Code);
        Assert.Equal(kind, problem.Arguments[0]);
        Assert.Equal(position ?? problem.Arguments[2], problem.Arguments[2]);
    }

    [Theory]
    [InlineData("GCJ-02")]
    [InlineData("BD-09")]
    public void Read_FileThatCallsAWebMapWgs84_TheProposalCountsAndAStepSaysSo(string crs)
    {
        const string text = """{"type":"Point","coordinates":[117.2,29.27],"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}}}""";

        var read = Read(SiteFormat.GeoJson, text, crs);

        Assert.Equal(crs, read.Crs.Id);
        Assert.Contains(read.Steps, s => s.Zh.Contains($"作为 {crs} 使用", StringComparison.Ordinal));
        Assert.Equal([ProblemCode.CrsConflict], Problems(SiteFormat.GeoJson, text, "EPSG:4610").Select(p => p.Code).Take(1));
    }

    [Theory]
    [InlineData("13046600.5, 3410900.2", "EPSG:4490", "3857")]
    [InlineData("3410900.2, 13046600.5", "EPSG:4548", "3857")]
    [InlineData("3239212.169, 519436.943", "EPSG:4490", "EPSG:4534-4554")]
    [InlineData("3239212.169, 39519436.943", "EPSG:4490", "EPSG:4527")]
    [InlineData("3239212.169, 20519436.943", "GCJ-02", "EPSG:4498")]
    [InlineData("3239212.169, 39519436.943", "EPSG:4610", "EPSG:2363")]
    [InlineData("3239212.169, 519436.943", "EPSG:4214", "EPSG:2422-2442")]
    [InlineData("117.2, 29.27", "EPSG:4548", "EPSG:4490")]
    [InlineData("117.2, 29.27", "EPSG:2363", "EPSG:4610")]
    public void Read_PositionsOfAnotherKindOfSystem_NamesIt(string content, string crs, string likely)
    {
        var problem = Assert.Single(Problems(SiteFormat.Point, content, crs), p => p.Code != ProblemCode.DatumShiftMissing);

        Assert.Equal(ProblemCode.OutsideCrs, problem.Code);
        Assert.Contains(likely, Wording.Help(problem, Language.Zh), StringComparison.Ordinal);
        Assert.Contains(likely, Wording.Help(problem, Language.En), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3239212.169, 20519436.943", "EPSG:2363", "EPSG:2334")]
    [InlineData("3239212.169, 39519436.943", "EPSG:2384", "EPSG:2363")]
    [InlineData("3239212.169, 519436.943", "EPSG:21420", "EPSG:21460")]
    public void Read_ZoneOfAnotherBelt_NamesTheOneOfTheSameDatum(string content, string crs, string likely) =>
        Assert.Equal(likely, Problems(SiteFormat.Point, content, crs).Single(p => p.Code == ProblemCode.ZonePrefix).Arguments[2]);

    [Fact]
    public void Read_InvalidPolygonInBelt_PositionInTheOrderOfTheText()
    {
        var problem = Assert.Single(Problems(
            SiteFormat.Wkt, "POLYGON ((3239000 519000, 3239100 519100, 3239100 519000, 3239000 519100, 3239000 519000))", "EPSG:4548"));

        Assert.Equal("3239050, 519050", problem.Arguments[2]);
    }

    [Theory]
    [InlineData(SiteFormat.Point, "29.27, 117.20", "EPSG:4490")]
    [InlineData(SiteFormat.Point, "29.27, 117.20", "EPSG:4326")]
    [InlineData(SiteFormat.Point, "519436.943, 3239212.169", "EPSG:4548")]
    [InlineData(SiteFormat.Point, "39519436.943, 3239212.169", "EPSG:4527")]
    [InlineData(SiteFormat.Wkt, "POINT (519436.943 3239212.169)", "EPSG:4548")]
    [InlineData(SiteFormat.GeoJson, """{"type":"Point","coordinates":[29.27,117.20]}""", "EPSG:4490")]
    [InlineData(SiteFormat.GeoJson, """{"type":"Point","coordinates":[3239212.169,519436.943]}""", "EPSG:4548")]
    public void Read_ExchangedAxes_SwappedAxes(SiteFormat format, string content, string crs) =>
        Assert.Equal([ProblemCode.SwappedAxes], Problems(format, content, crs).Select(p => p.Code));

    [Theory]
    [InlineData("3239212.169, 39519436.943", "EPSG:4548", "EPSG:4527")]
    [InlineData("3239212.169, 20519436.943", "EPSG:4548", "EPSG:4498")]
    [InlineData("3239212.169, 519436.943", "EPSG:4527", "EPSG:4548")]
    [InlineData("3239212.169, 519436.943", "EPSG:4498", "EPSG:4509")]
    [InlineData("3239212.169, 20519436.943", "EPSG:4527", "EPSG:4498")]
    [InlineData("3239212.169, 38519436.943", "EPSG:4527", "EPSG:4526")]
    public void Read_PrefixThatDoesNotFit_ZonePrefixNamesTheLikelyOne(string content, string crs, string likely)
    {
        var problem = Assert.Single(Problems(SiteFormat.Point, content, crs));

        Assert.Equal(ProblemCode.ZonePrefix, problem.Code);
        Assert.Equal(likely, problem.Arguments[2]);
    }

    [Fact]
    public void Read_ExchangedAndPrefixed_SaysBoth() =>
        Assert.Equal(
            [ProblemCode.SwappedAxes, ProblemCode.ZonePrefix],
            Problems(SiteFormat.Point, "39519436.943, 3239212.169", "EPSG:4548").Select(p => p.Code));

    [Theory]
    [InlineData("3239212.169, 519436.943", "EPSG:4490", "EPSG:4534-4554")]
    [InlineData("3239212.169, 39519436.943", "EPSG:4490", "EPSG:4527")]
    [InlineData("117.2, 29.27", "EPSG:4548", "EPSG:4490")]
    [InlineData("200, 29.27", "EPSG:4326", "70")]
    [InlineData("-117.2, 29.27", "EPSG:4490", "70")]
    [InlineData("0, 0", "EPSG:4527", "EPSG:4490")]
    [InlineData("3239212.169, 990000", "EPSG:4548", "100000")]
    public void Read_OutOfRange_OutsideCrsWithHint(string content, string crs, string hint)
    {
        var problem = Assert.Single(Problems(SiteFormat.Point, content, crs));

        Assert.Equal(ProblemCode.OutsideCrs, problem.Code);
        Assert.Contains(hint, problem.Arguments[2], StringComparison.Ordinal);
        Assert.Contains(hint, problem.Arguments[3], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SiteFormat.Point, "117.2, 29.27")]
    [InlineData(SiteFormat.Wkt, "POINT (117.2 29.27)")]
    [InlineData(SiteFormat.Coordinates, "117.2, 29.27\n117.3, 29.27\n117.3, 29.3")]
    [InlineData(SiteFormat.GeoJson, """{"type":"Point","coordinates":[117.2,29.27],"crs":null}""")]
    public void Read_NoCrs_MissingCrs(SiteFormat format, string content) =>
        Assert.Equal([ProblemCode.MissingCrs], Problems(format, content, null).Select(p => p.Code));

    [Theory]
    [InlineData(SiteFormat.Point, "117.2, 29.27", "EPSG:3857")]
    [InlineData(SiteFormat.Point, "117.2, 29.27", "")]
    [InlineData(SiteFormat.Wkt, "SRID=3857;POINT (117.2 29.27)", null)]
    [InlineData(SiteFormat.GeoJson, """{"type":"Point","coordinates":[1,2],"crs":{"type":"name","properties":{"name":"EPSG:3857"}}}""", null)]
    public void Read_UnsupportedCrs_UnknownCrsWithList(SiteFormat format, string content, string? crs)
    {
        var problem = Assert.Single(Problems(format, content, crs));

        Assert.Equal(ProblemCode.UnknownCrs, problem.Code);
        Assert.Contains("EPSG:4490", problem.Arguments[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SiteFormat.Wkt, "SRID=4548;POINT (3239212 519436)")]
    [InlineData(SiteFormat.GeoJson, """{"type":"Point","coordinates":[519436,3239212],"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4548"}}}""")]
    public void Read_GeometryAndProposalDisagree_CrsConflict(SiteFormat format, string content)
    {
        Assert.Equal([ProblemCode.CrsConflict], Problems(format, content, "EPSG:4490").Select(p => p.Code));
        Assert.Equal("EPSG:4548", Read(format, content, "EPSG:4548").Crs.Id);
        Assert.Equal("EPSG:4548", Read(format, content, null).Crs.Id);
    }

    [Theory]
    [InlineData(4509, 4548)]
    [InlineData(4548, 4509)]
    public void Read_OneMeridianAsThreeAndAsSixDegreeBelt_NoConflict(int inGeometry, int declared)
    {
        var content = $"SRID={inGeometry};POINT (3239212.169 519436.943)";

        var read = Read(SiteFormat.Wkt, content, $"EPSG:{declared}");

        Assert.Equal($"EPSG:{declared}", read.Crs.Id);
        var (longitude, latitude) = Assert.Single(Degrees(read));
        var (expectedLongitude, expectedLatitude) = Assert.Single(Degrees(Read(SiteFormat.Wkt, content, null)));
        Assert.Equal(expectedLongitude, longitude, 12);
        Assert.Equal(expectedLatitude, latitude, 12);

        static IEnumerable<(double, double)> Degrees(ReadSite site) => site.Positions.Select(p => site.Reference.DegreesOf(p.East, p.North));
    }

    [Theory]
    [InlineData("EPSG:4527")] // the same belt, eastings with a prefix
    [InlineData("EPSG:4547")] // the belt beside it
    [InlineData("EPSG:2382")] // the same meridian on another datum: Beijing or Xi'an
    public void Read_AnotherBeltOrDatum_CrsConflict(string declared) =>
        Assert.Contains(ProblemCode.CrsConflict, Problems(SiteFormat.Wkt, "SRID=4548;POINT (3239212.169 519436.943)", declared).Select(p => p.Code));

    [Fact]
    public void Read_TwoGeographicNames_NoConflict()
    {
        const string text = """{"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}},"type":"Point","coordinates":[117.2,29.27]}""";

        Assert.Equal("EPSG:4490", Read(SiteFormat.GeoJson, text, "EPSG:4490").Crs.Id);
        Assert.Equal("EPSG:4326", Read(SiteFormat.GeoJson, text, null).Crs.Id);
    }

    [Fact]
    public void Read_Mixture_MixedGeometry() =>
        Assert.Equal([ProblemCode.MixedGeometry], Problems(SiteFormat.Wkt, "GEOMETRYCOLLECTION (POINT (117.2 29.27), LINESTRING (117.2 29.27, 117.3 29.27))").Select(p => p.Code));

    [Fact]
    public void Read_TooManyPositions_TooManyPoints()
    {
        var text = string.Concat(Enumerable.Repeat("117.2, 29.27\n", PositionLimit.OfSite + 1));

        Assert.Equal([ProblemCode.TooManyPoints], Problems(SiteFormat.Coordinates, text).Select(p => p.Code));
        Assert.Equal([ProblemCode.TooManyPoints], Problems(SiteFormat.Wkt, $"MULTIPOINT ({text.Replace(",", "", StringComparison.Ordinal).Replace('\n', ',')}0 0)").Select(p => p.Code));
        Assert.Equal([ProblemCode.BadGeometry], Problems(SiteFormat.Wkt, new string(' ', PositionLimit.CharactersOfSite + 1)).Select(p => p.Code));
    }

    [Theory]
    [InlineData(-0.001)]
    [InlineData(10_000.001)]
    public void Read_ImpossibleAccuracy_OutOfRange(double accuracy) =>
        Assert.Equal([ProblemCode.OutOfRange], SiteReader.Read(TestLayers.Point(117.2, 29.27, accuracy: (decimal)accuracy)).Problems.Select(p => p.Code));

    [Fact]
    public void Read_DeepNesting_BadGeometry()
    {
        Assert.Equal([ProblemCode.BadGeometry], Problems(SiteFormat.GeoJson, new string('[', 100_000)).Select(p => p.Code));
        Assert.Equal(
            [ProblemCode.BadGeometry],
            Problems(SiteFormat.GeoJson, """{"type":"Polygon","coordinates":""" + new string('[', 100_000)).Select(p => p.Code));
        Assert.Equal(
            [ProblemCode.BadGeometry],
            Problems(SiteFormat.Wkt, string.Concat(Enumerable.Repeat("GEOMETRYCOLLECTION (", 10_000))).Select(p => p.Code));
    }

    [Fact]
    public void Read_OpenRings_ClosedWithAStepEach()
    {
        var site = Read(SiteFormat.Coordinates, "117.20, 29.27\n117.25, 29.27\n117.25, 29.32\n\n117.23,29.28\n117.24，29.28\n[117.24, 29.29]\n117.23 29.28\n");

        Assert.Equal(2, site.Parts[0].Rings.Count);
        Assert.Contains("ring 1", Assert.Single(site.Steps).En, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Heights_DroppedWithAStep()
    {
        Assert.Contains(Read(SiteFormat.Wkt, "POINT Z (117.2 29.27 31.5)").Steps, s => s.En.Contains("heights", StringComparison.Ordinal));
        Assert.Contains(Read(SiteFormat.Wkt, "LINESTRING (117.2 29.27 31.5, 117.3 29.27 30)").Steps, s => s.En.Contains("heights", StringComparison.Ordinal));
        Assert.Contains(
            Read(SiteFormat.GeoJson, """{"type":"Point","coordinates":[117.2,29.27,31.5]}""").Steps, s => s.En.Contains("heights", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_GeoJsonWithoutCrs_IsWgs84AndSaysSo()
    {
        var site = Read(SiteFormat.GeoJson, """{"type":"Point","coordinates":[117.2,29.27]}""", null);

        Assert.Equal("EPSG:4326", site.Crs.Id);
        Assert.Equal(2, site.Steps.Length);
        Assert.Contains(site.Steps, s => s.Zh.Contains("分米", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(SiteFormat.Wkt, SquareWkt, 1)]
    [InlineData(SiteFormat.Wkt, "multipolygon (((117.20 29.27, 117.21 29.27, 117.21 29.28, 117.20 29.27)),((117.30 29.27, 117.31 29.27, 117.31 29.28, 117.30 29.27)))", 2)]
    [InlineData(SiteFormat.Wkt, "MULTIPOINT (117.2 29.27, (117.3 29.27), EMPTY)", 2)]
    [InlineData(SiteFormat.Wkt, "MULTILINESTRING ((117.2 29.27, 117.3 29.27), (117.2 29.28, 117.3 29.28))", 2)]
    [InlineData(SiteFormat.GeoJson, """{"geometry":{"coordinates":[117.2,29.27],"type":"Point"},"properties":{"coordinates":[1,2]},"type":"Feature","id":7,"bbox":[1,2,3,4]}""", 1)]
    [InlineData(SiteFormat.GeoJson, """{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"MultiPoint","coordinates":[[117.2,29.27],[117.3,29.27]]}}]}""", 2)]
    [InlineData(SiteFormat.GeoJson, "\uFEFF{\"type\":\"Point\",\"coordinates\":[117.2,29.27]}", 1)]
    [InlineData(SiteFormat.Point, " [117.20，29.27] ", 1)]
    public void Read_GoodText_HasItsParts(SiteFormat format, string content, int parts) => Assert.Equal(parts, Read(format, content).Parts.Count);

    [Fact]
    public void Read_AnyText_NeverThrows()
    {
        string[] samples =
        [
            SquareWkt,
            "SRID=4490;GEOMETRYCOLLECTION (POINT Z (117.2 29.27 1), MULTIPOLYGON (((117.20 29.27, 117.21 29.27, 117.21 29.28, 117.20 29.27))))",
            "117.20, 29.27\n117.21, 29.27\n117.21, 29.28\n\n117.205, 29.271\n117.206, 29.271\n117.206, 29.272",
            """{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:4490"}},"features":[{"type":"Feature","properties":{"a":[1]},"geometry":{"type":"Polygon","coordinates":[[[117.20,29.27],[117.21,29.27],[117.21,29.28],[117.20,29.27]]]}}]}""",
        ];
        const string spice = "{}[](),:;\"\\ \n-+.eE0123456789NaIfyuPOLYGONd℃，\u0000\ud800";
        var formats = Enum.GetValues<SiteFormat>();
        Properties.Hold(3000, random =>
        {
            var text = samples[random.Next(samples.Length)].ToList();
            if (random.Next(4) == 0)
            {
                text = [.. Enumerable.Range(0, random.Next(60)).Select(_ => (char)random.Next(0x10000))];
            }

            if (random.Next(3) == 0)
            {
                var end = random.Next(text.Count + 1);
                text.RemoveRange(end, text.Count - end);
            }

            for (var i = random.Next(6); i > 0; i--)
            {
                var at = random.Next(text.Count + 1);
                switch (random.Next(3))
                {
                    case 0:
                        text.Insert(at, spice[random.Next(spice.Length)]);
                        break;
                    case 1 when at < text.Count:
                        text.RemoveAt(at);
                        break;
                    default:
                        text.RemoveRange(at, Math.Min(random.Next(20), text.Count - at));
                        break;
                }
            }

            var site = TestLayers.Site(formats[random.Next(formats.Length)], new([.. text]), random.Next(3) == 0 ? null : "EPSG:4490");
            var located = TestLayers.Locator.Locate(site);
            return located.Succeeded || located.Problems.All(p => Wording.Full(p, Language.Zh).Length > 0 && Wording.Full(p, Language.En).Length > 0);
        });
    }
}
