using System.Security.Cryptography;
using System.Text;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Proposals;
using ZoningRules.Tests.RulePacks;

namespace ZoningRules.Tests.Proposals;

public sealed class ProposalReaderTests
{
    [Fact]
    public void Read_Yaml_HasEverything()
    {
        var read = Yaml(
            """
            name: 年产 5 万吨精细化工中间体项目
            date: 2026-11-22
            site:
              point: [117.20, 29.27]
              crs: EPSG:4490
              accuracy: 1 m
            attributes:
              project.kind: project
              project:
                action: new
                industry: "2614"
              boilers: [{fuel: coal, capacity: 20 t-steam/h}]
              fuels: []
            decisions:
              - {attribute: term.vicinity, value: yes, by: 张三, date: 2026-11-20, reason: 距学校 80 米}
            """);
        Assert.Equal("年产 5 万吨精细化工中间体项目", read.Name);
        Assert.Equal(new DateOnly(2026, 11, 22), read.GoverningDate);
        var site = Assert.IsType<Site.Geometry>(read.Site);
        Assert.Equal((SiteFormat.Point, "117.20,29.27", "EPSG:4490", new Metres(1)), (site.Format, site.Content, site.Crs, site.Accuracy!.Value));
        Assert.Equal(["project.kind", "project.action", "project.industry", "boilers", "fuels"], read.Attributes.Select(a => a.Attribute));
        Assert.Equal("2614", Assert.IsType<RawValue.Text>(read.Attributes[2].Value).Value);
        Assert.Empty(Assert.IsType<RawValue.List>(read.Attributes[4].Value).Values);
        Assert.Equal((11, 5), (read.Attributes[2].Place!.Line, read.Attributes[2].Place!.Column));
        var decision = Assert.Single(read.Decisions);
        Assert.Equal(("term.vicinity", "张三", new DateOnly(2026, 11, 20), "距学校 80 米"), (decision.Attribute, decision.By, decision.Date, decision.Reason));
    }

    [Fact]
    public void Read_EverythingAboutAGeometry_IsRead()
    {
        var read = Yaml(
            """
            name: n
            site:
              wkt: LINESTRING (1 2, 3 4)
              crs: EPSG:2363
              axes: east-north
              datum-shift: {dx: -1.5, dy: 2, dz: 3, rx: 0.25, ry: -5, rz: 6, scale: 7.125, rotation: coordinate-frame, accuracy: 0.3 m}
              accuracy: 1 m
              width: 0.03 km
              repair: yes
              town: 甲镇
              parcel: {wkt: "POLYGON ((1 2, 3 4, 5 6, 1 2))", crs: EPSG:4490, axes: north-east, accuracy: 2 m}
            """);

        var site = Assert.IsType<Site.Geometry>(read.Site);
        Assert.Equal((SiteAxes.EastNorth, new Metres(30), SiteRepair.Repair, "甲镇"), (site.Axes!.Value, site.Width!.Value, site.Repair, site.InTown!.Name));
        Assert.Equal(new DatumShift(-1.5m, 2, 3, 0.25m, -5, 6, 7.125m, RotationConvention.CoordinateFrame) { Accuracy = new(0.3m) }, site.DatumShift);
        Assert.Equal((SiteFormat.Wkt, "EPSG:4490", SiteAxes.NorthEast, new Metres(2)), (site.Parcel!.Format, site.Parcel.Crs, site.Parcel.Axes!.Value, site.Parcel.Accuracy!.Value));
    }

    [Fact]
    public void Read_ParcelInAFile_IsReadAndHashed()
    {
        using var folder = new TemporaryFolder();
        folder.Write("parcel.geojson", """{"type":"Point","coordinates":[117,29]}""");
        var path = folder.Write("p.yaml", "name: n\nsite: {point: [117, 29], parcel: parcel.geojson}\nattributes: {site.town: 甲镇}");

        var before = ProposalReader.Read(path).Require();
        folder.Write("parcel.geojson", """{"type":"Point","coordinates":[117,30]}""");
        var after = ProposalReader.Read(path).Require();

        var site = Assert.IsType<Site.Geometry>(before.Site);
        Assert.Equal("parcel.geojson", Assert.Single(site.Parcel!.Files).Name);
        Assert.Equal("甲镇", site.InTown!.Name);
        Assert.NotEqual(before.Sha256, after.Sha256);
    }

    [Fact]
    public void Read_FeatureWithWidthAndRepair_IsRead()
    {
        const string text = """{"type": "Feature", "geometry": {"type": "LineString", "coordinates": [[117.2, 29.27], [117.3, 29.3]]}, "properties": {"name": "n", "width": "30 m", "repair": "yes", "site.town": "甲镇"}}""";

        var site = Assert.IsType<Site.Geometry>(ProposalReader.Parse("p.geojson", Encoding.UTF8.GetBytes(text)).Require().Site);

        Assert.Equal((new Metres(30), SiteRepair.Repair, "甲镇"), (site.Width!.Value, site.Repair, site.InTown!.Name));
    }

    [Fact]
    public void Read_Words_StayText()
    {
        var read = Yaml("name: n\nattributes: {a: no, b: 1e3, c: 2020-12-31, d: 0x10, e: ~x, f: 01, g: null}");
        Assert.Equal(["no", "1e3", "2020-12-31", "0x10", "~x", "01", "null"], read.Attributes.Select(a => ((RawValue.Text)a.Value).Value));
    }

    [Fact]
    public void Read_Json_IsTheSameAsYaml()
    {
        using var folder = new TemporaryFolder();
        var json = ProposalReader.Read(folder.Write(
            "p.json", """{"name": "n", "site": {"point": [117.2, 29.27], "crs": "EPSG:4490"}, "attributes": {"livestock.head": 500, "project": {"action": "new"}}}""")).Require();
        var yaml = Yaml("name: n\nsite: {point: [117.2, 29.27], crs: EPSG:4490}\nattributes: {livestock.head: 500, project.action: new}");
        Assert.Equal(ProposalWriter.Write(yaml), ProposalWriter.Write(json));
    }

    [Theory]
    [InlineData("""{"name": "n", "name": "m"}""", ProblemCode.DuplicateMember, 1, 15)]
    [InlineData("{\"name\": \"中\",\n \"date\": null}", ProblemCode.EmptyValue, 2, 2)]
    [InlineData("{\"name\": \"n\",\n \"attributes\": {\"a\": null}}", ProblemCode.EmptyValue, 2, 22)]
    [InlineData("{\"name\": \"n\",}", ProblemCode.Syntax, 1, 14)]
    [InlineData("{\"name\": \"n\"} x", ProblemCode.Syntax, 1, 15)]
    [InlineData("{\"name\": 'n'}", ProblemCode.Syntax, 1, 10)]
    [InlineData("", ProblemCode.Syntax, 1, 1)]
    [InlineData("{\"name\": \"\\ud800\"}", ProblemCode.Syntax, 1, 10)]
    public void Read_WrongJson_IsReportedAtItsPlace(string json, ProblemCode code, int line, int column)
    {
        var problem = Assert.Single(ProposalReader.Parse("p.json", Encoding.UTF8.GetBytes(json)).Problems);
        Assert.Equal((code, line, column), (problem.Code, problem.Place!.Line, problem.Place.Column));
    }

    [Fact]
    public void Read_Feature_TakesPropertiesAsAttributes()
    {
        const string text = """{"type": "Feature", "crs": {"type": "name"}, "geometry": {"type": "Point", "coordinates": [117.2, 29.27]}, "properties": {"name": "n", "date": "2026-11-22", "crs": "EPSG:4490", "accuracy": "5 m", "project.action": "new", "boilers": [{"fuel": "gas"}]}}""";
        var read = ProposalReader.Parse("p.geojson", Encoding.UTF8.GetBytes(text)).Require();
        var site = Assert.IsType<Site.Geometry>(read.Site);
        Assert.Equal((SiteFormat.GeoJson, text, "EPSG:4490", new Metres(5)), (site.Format, site.Content, site.Crs, site.Accuracy!.Value));
        Assert.Equal(["project.action", "boilers"], read.Attributes.Select(a => a.Attribute));
        Assert.Equal(("n", new DateOnly(2026, 11, 22)), (read.Name, read.GoverningDate!.Value));
    }

    [Theory]
    [InlineData("""{"type": "FeatureCollection", "features": []}""", ProblemCode.NotAChoice)]
    [InlineData("""{"type": "Feature", "geometry": null}""", ProblemCode.MissingMember)]
    [InlineData("""{"type": "Feature", "geometry": null, "properties": {}}""", ProblemCode.MissingMember)]
    [InlineData("""{"type": "Feature", "geometry": null, "properties": {"name": "n", "a": null}}""", ProblemCode.EmptyValue)]
    [InlineData("""{"type": "Feature", "geometry": {"type": [}, "properties": {"name": "n"}}""", ProblemCode.Syntax)]
    [InlineData("[1]", ProblemCode.WrongShape)]
    public void Read_WrongFeature_IsReported(string text, ProblemCode code) =>
        Assert.Equal(code, Assert.Single(ProposalReader.Parse("p.geojson", Encoding.UTF8.GetBytes(text)).Problems).Code);

    [Fact]
    public void Read_FeatureWithoutGeometry_MayNameATown()
    {
        var read = ProposalReader.Parse("p.geojson", """{"type": "Feature", "geometry": null, "properties": {"name": "n", "site.town": "甲镇"}}"""u8).Require();
        Assert.Equal("甲镇", Assert.IsType<Site.Town>(read.Site).Name);
    }

    [Theory]
    [InlineData("wkt: POINT (117 29)", SiteFormat.Wkt, "POINT (117 29)")]
    [InlineData("point: 117.2, 29.27", SiteFormat.Point, "117.2, 29.27")]
    [InlineData("coordinates: [[1, 2], [3, 4], [5, 6]]", SiteFormat.Coordinates, "1,2\n3,4\n5,6\n")]
    [InlineData("coordinates: [[[1, 2], [3, 4]], [[5, 6]]]", SiteFormat.Coordinates, "1,2\n3,4\n\n5,6\n")]
    [InlineData("geometry: {type: Point, coordinates: [1.50, -2], note: \"12\", z: 01, ok: true}", SiteFormat.GeoJson, """{"type":"Point","coordinates":[1.50,-2],"note":"12","z":"01","ok":true}""")]
    [InlineData("geometry: '{\"type\": \"Point\"}'", SiteFormat.GeoJson, """{"type": "Point"}""")]
    [InlineData("geometry: {\"type\":\"Point\",\"coordinates\":[1,2]}", SiteFormat.GeoJson, """{"type":"Point","coordinates":[1,2]}""")]
    public void Read_Site_KeepsTheText(string line, SiteFormat format, string content)
    {
        var site = Assert.IsType<Site.Geometry>(Yaml($"name: n\nsite:\n  {line}\n").Site);
        Assert.Equal((format, content, null, null), (site.Format, site.Content, site.Crs, site.Accuracy));
    }

    [Theory]
    [InlineData("site.geojson")]
    [InlineData("maps/site.anything")]
    public void Read_GeometryFile_IsRelativeAndPartOfTheHash(string name)
    {
        using var folder = new TemporaryFolder();
        folder.Write(name, [0x50, 0x00, 0xff]);
        var path = folder.Write("p.yaml", $"name: n\nsite: {{geometry: {name}, layer: 地块, crs: EPSG:4490}}");

        var read = ProposalReader.Read(path).Require();

        var site = Assert.IsType<Site.Geometry>(read.Site);
        Assert.Equal((SiteFormat.File, name, "地块"), (site.Format, site.Content, site.Layer));
        Assert.Equal(Path.GetFileName(name), Assert.Single(site.Files).Name);
        Assert.True(site.Files[0].Bytes.AsSpan().SequenceEqual<byte>([0x50, 0x00, 0xff]));
        Assert.EndsWith(name, site.Place.File, StringComparison.Ordinal);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData([.. File.ReadAllBytes(path), 0x50, 0x00, 0xff])), read.Sha256);
    }

    [Fact]
    public void Read_Shapefile_BringsItsPartsOfAnyCase()
    {
        using var folder = new TemporaryFolder();
        folder.Write("s/site.shp", [1]);
        folder.Write("s/SITE.DBF", [2]);
        folder.Write("s/site.prj", [3]);
        folder.Write("s/other.dbf", [4]);
        folder.Write("s/site.txt", [5]);

        var alone = Assert.IsType<Site.Geometry>(ProposalReader.Read(folder.Write("p.yaml", "name: n\nsite: {geometry: s/site.shp}")).Require().Site);
        var whole = Assert.IsType<Site.Geometry>(ProposalReader.Read(folder.Write("q.yaml", "name: n\nsite: {geometry: s}")).Require().Site);

        Assert.Equal(["site.shp", "SITE.DBF", "site.prj"], alone.Files.Select(f => f.Name));
        Assert.Equal(["site.shp", "SITE.DBF", "other.dbf", "site.prj", "site.txt"], whole.Files.Select(f => f.Name));
    }

    [Fact]
    public void Read_GeometryFilesTooLargeTogether_AreRefused()
    {
        using var folder = new TemporaryFolder();
        folder.Write("s.shp", new byte[SiteFiles.ByteLimit / 2]);
        folder.Write("s.dbf", new byte[(SiteFiles.ByteLimit / 2) + 1]);
        var problem = Assert.Single(ProposalReader.Read(folder.Write("p.yaml", "name: n\nsite: {geometry: s.shp}")).Problems);
        Assert.Equal(ProblemCode.FileTooLarge, problem.Code);
    }

    [Fact]
    public void Parse_GeometryFile_IsRefused() =>
        Assert.Equal(ProblemCode.WrongShape, Assert.Single(ProposalReader.Parse("p.yaml", "name: n\nsite: {geometry: site.wkt}"u8).Problems).Code);

    [Fact]
    public void Read_ByteOrderMark_IsNoPartOfTheText() =>
        Assert.Equal("n", ProposalReader.Parse("p.yaml", [0xef, 0xbb, 0xbf, .. "name: n"u8]).Require().Name);

    [Theory]
    [InlineData("name: n", null, null)]
    [InlineData("name: n\nsite: {town: 甲镇}", "甲镇", null)]
    [InlineData("name: n\nsite: {town: 甲镇, county: 甲县}", "甲镇", "甲县")]
    [InlineData("name: n\nattributes: {site.town: 甲镇, site.county: 甲县}", "甲镇", "甲县")]
    [InlineData("name: n\nattributes: {site: {town: 甲镇}}", "甲镇", null)]
    [InlineData("name: n\nattributes: {site.town: unknown}", null, null)]
    public void Read_Town_IsTheSite(string text, string? town, string? county)
    {
        var site = Yaml(text).Site as Site.Town;
        Assert.Equal((town, county), (site?.Name, site?.County));
    }

    [Fact]
    public void Bind_TownThatThePackDoesNotDeclare_IsAccepted() =>
        Assert.True(ZoningRules.Facts.DeclaredFacts.Bind(SmallPack.Load().Vocabulary, Yaml("name: n\nattributes: {site.town: 甲镇, site.county: 甲县}")).Succeeded);

    private static Proposal Yaml(string text)
    {
        var loaded = ProposalReader.Parse("p.yaml", Encoding.UTF8.GetBytes(text));
        Assert.True(loaded.Succeeded, WrongPackTests.Said(loaded.Problems));
        return loaded.Value;
    }
}
