using SQLitePCL;
using ZoningRules.Geo.Reading;
using ZoningRules.Geo.Reading.Formats;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Tests.Reading.Formats.GeoPackages;

public sealed class GeoPackageFormatTests
{
    private static readonly byte[] Layers = File.ReadAllBytes(Path.Combine(Fixture.Folder, "layers.gpkg"));

    // The fixture after some statements.
    private static FeatureFile Changed(params string[] statements)
    {
        Batteries_V2.Init();
        var folder = Directory.CreateTempSubdirectory("zoning-gpkg-").FullName;
        var path = Path.Combine(folder, "a.gpkg");
        File.WriteAllBytes(path, Layers);
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_open(path, out var database));
        using (database)
        {
            foreach (var statement in statements.Prepend("PRAGMA foreign_keys = OFF"))
            {
                Assert.True(raw.sqlite3_exec(database, statement, out var error) == raw.SQLITE_OK, error);
            }
        }

        var bytes = File.ReadAllBytes(path);
        Directory.Delete(folder, true);
        return Fixture.Named("a.gpkg", bytes);
    }

    private static string Why(FeatureFile file, string? layer = "lines") => Fixture.Refused(file, layer).Arguments[1];

    [Fact]
    public void Read_KeyColumn_IsNoProperty() =>
        Assert.DoesNotContain("fid", Fixture.Read(Fixture.Named("a", Layers), "areas").Features[0].Properties.Keys);

    [Fact]
    public void Read_WishedProperties_OnlyThose()
    {
        var wishes = new FeatureWishes(["HJGKDYBM"], "areas", new(PositionLimit.OfSite));

        Assert.Equal(["HJGKDYBM"], FeatureFormats.Read(Fixture.Named("a", Layers), wishes).Features[0].Properties.Keys.ToArray());
        Assert.Empty(FeatureFormats.Read(Fixture.Named("a", Layers), wishes with { Properties = Fixture.NoProperties }).Features[0].Properties);
    }

    [Fact]
    public void Read_Types_AsText()
    {
        var file = Changed(
            "ALTER TABLE lines ADD COLUMN yes BOOLEAN",
            "ALTER TABLE lines ADD COLUMN number REAL",
            "ALTER TABLE lines ADD COLUMN bytes BLOB",
            "UPDATE lines SET yes = 1, number = 0.1, bytes = x'00ff' WHERE fid = 1",
            "UPDATE lines SET yes = 0, number = 1e300, geom = NULL WHERE fid = 2");
        var document = Fixture.Read(file, "lines");

        Assert.Equal(["true", "false"], document.Features.Select(f => f.Property("yes")));
        Assert.Equal(["0.1", "1E+300"], document.Features.Select(f => f.Property("number")));
        Assert.All(document.Features, f => Assert.Null(f.Property("bytes")));
        Assert.Empty(document.Features[1].Parts);
    }

    [Fact]
    public void Read_ViewAsLayer_IsNotRun()
    {
        var file = Changed(
            "ALTER TABLE lines RENAME TO hidden",
            "CREATE VIEW lines AS SELECT * FROM hidden");

        Assert.DoesNotContain("lines", Fixture.Refused(file).Arguments[1].Split(", "));
        Assert.Contains(Fixture.Steps(Fixture.Read(file, "areas")), s => s.Contains("`lines`: only tables are read", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_CatalogueAsView_Refused() => Assert.NotEmpty(Why(Changed(
        "ALTER TABLE gpkg_geometry_columns RENAME TO hidden", "CREATE VIEW gpkg_geometry_columns AS SELECT * FROM hidden")));

    // A computed column runs an expression of the file's author; functions are not allowed to.
    [Fact]
    public void Read_ComputedColumnWithFunction_Refused()
    {
        var file = Changed("ALTER TABLE lines ADD COLUMN evil TEXT GENERATED ALWAYS AS (hex(zeroblob(100000000))) VIRTUAL");

        Assert.Equal(2, FeatureFormats.Read(file, new(Fixture.NoProperties, "lines", new(PositionLimit.OfSite))).Features.Count);
        var before = GC.GetTotalAllocatedBytes();
        var document = Record.Exception(() => Fixture.Read(file, "lines"));
        Assert.True(document is null or GeometryTextException);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 64 << 20);
    }

    [Fact]
    public void Read_VirtualTable_IsNoLayer() => Assert.DoesNotContain("evil", Fixture.Refused(Changed(
        "CREATE VIRTUAL TABLE evil USING rtree(id, minx, maxx)",
        "INSERT INTO gpkg_geometry_columns VALUES ('evil', 'minx', 'GEOMETRY', 4490, 0, 0)")).Arguments[1], StringComparison.Ordinal);

    [Fact]
    public void Read_NotAGeoPackage_SaysSo() => Assert.Contains("without a feature layer", Why(Changed("DROP TABLE gpkg_geometry_columns")), StringComparison.Ordinal);

    [Theory]
    [InlineData("UPDATE gpkg_geometry_columns SET column_name = 'nothing'", "no column of geometries")]
    [InlineData("UPDATE gpkg_geometry_columns SET srs_id = 'x'", "list of layers")]
    [InlineData("UPDATE gpkg_geometry_columns SET srs_id = 4548", "says SRS 4490, its layer 4548")]
    [InlineData("UPDATE lines SET geom = 'text'", "holds something else")]
    [InlineData("UPDATE lines SET geom = x''", "holds something else")]
    [InlineData("UPDATE lines SET geom = x'4750'", "cut off")]
    [InlineData("UPDATE lines SET geom = x'58500001000000000101000000'", "not in the standard form")]
    [InlineData("UPDATE lines SET geom = x'475000218a110000'", "extension")]
    [InlineData("UPDATE lines SET geom = x'4750000f8a110000'", "envelope that does not exist")]
    [InlineData("UPDATE lines SET geom = x'475000018a11000001070000000100000001'", "cut off")]
    public void Read_Damaged_Refused(string statement, string why) => Assert.Contains(why, Why(Changed(statement)), StringComparison.Ordinal);

    [Fact]
    public void Read_EmptyMark_NoParts() => Assert.Empty(Fixture.Read(Changed("UPDATE lines SET geom = x'475000118a110000'"), "lines").Features[0].Parts);

    [Theory]
    [InlineData("UPDATE gpkg_geometry_columns SET srs_id = 0", "")]
    [InlineData("UPDATE gpkg_spatial_ref_sys SET definition = 'undefined'", "EPSG:4490")]
    [InlineData("UPDATE gpkg_spatial_ref_sys SET organization = 'NONE'", "EPSG:4490")]
    [InlineData("UPDATE gpkg_spatial_ref_sys SET organization = 'NONE', definition = 'undefined', srs_name = 'ours'", "ours (gpkg_spatial_ref_sys)")]
    [InlineData("UPDATE gpkg_spatial_ref_sys SET organization_coordsys_id = 3857, definition = 'undefined'", "EPSG:3857")]
    [InlineData("DELETE FROM gpkg_spatial_ref_sys", "")]
    public void Read_Crs_ByNumberAndDefinition(string statement, string expected) =>
        Assert.Equal(expected, Fixture.Crs(Fixture.Read(Changed(statement, "UPDATE lines SET geom = NULL"), "lines")));

    [Fact]
    public void Read_NumberAndDefinitionDisagree_Refused() => Assert.Contains(
        "numbered EPSG:4548 and defined as EPSG:4490",
        Why(Changed("UPDATE gpkg_spatial_ref_sys SET organization_coordsys_id = 4548 WHERE srs_id = 4490")),
        StringComparison.Ordinal);

    [Fact]
    public void Read_WriteAheadLog_ReadWithAStep()
    {
        var file = Changed("PRAGMA journal_mode = WAL", "UPDATE lines SET name = 'x'", "PRAGMA wal_checkpoint(TRUNCATE)");

        Assert.Equal(2, file.Bytes.Span[18]);
        Assert.Contains(Fixture.Steps(Fixture.Read(file, "areas")), s => s.Contains("write-ahead log", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_AnyFile_LeavesNoFileBehind()
    {
        var before = Directory.GetFiles(Path.GetTempPath(), "etilqs*");
        Fixture.Read(Fixture.Named("a", Layers), "areas");

        Assert.Equal(before, Directory.GetFiles(Path.GetTempPath(), "etilqs*"));
    }

    [Fact]
    public void Read_OneDatabaseFromManyThreads_SameResult() => Parallel.For(0, 16, _ =>
        Fixture.SameGeometry(Fixture.GeoJson("areas.geojson"), Fixture.Read(Fixture.Named("a", Layers), "areas")));

    [Fact]
    public void SeveralLayers_HasItsCode() => Assert.Equal(ProblemCode.SeveralLayers, Fixture.Refused(Fixture.Named("a", Layers)).Code);
}
