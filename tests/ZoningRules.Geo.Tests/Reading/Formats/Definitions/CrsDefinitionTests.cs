using ZoningRules.Geo.Coordinates;
using ZoningRules.Geo.Reading;
using ZoningRules.Geo.Reading.Formats.Definitions;

namespace ZoningRules.Geo.Tests.Reading.Formats.Definitions;

public sealed class CrsDefinitionTests
{
    private const string Belt =
        """PROJCS["CGCS2000_3_Degree_GK_CM_117E",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",117.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]""";

    public static TheoryData<string, string, string> Definitions()
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var line in File.ReadLines(Path.Combine(Fixture.Folder, "definitions.tsv")))
        {
            var fields = line.Split('\t');
            rows.Add(fields[0], fields[1], fields[2]);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Definitions))]
    public void Read_DefinitionOfProj_IsItsNumber(string number, string form, string text)
    {
        var found = CrsDefinition.Read(text, form).Name;
        if (number is "3857" or "32650")
        {
            Assert.False(CoordinateSystems.TryFind(found, out _));
            Assert.Contains(form, found, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal($"EPSG:{number}", found);
        }
    }

    [Fact]
    public void Definitions_CoverTheFourForms() => Assert.Equal(4, Definitions().Select(r => (string)r[1]).Distinct().Count());

    // Each changes one thing that matters; the name still promises EPSG:4548.
    [Theory]
    [InlineData("298.257222101", "298.257")]
    [InlineData("6378137.0", "6378140.0")]
    [InlineData("\"D_China_2000\"", "\"D_WGS_1984\"")]
    [InlineData("\"Greenwich\",0.0", "\"Ferro\",-17.6666666666667")]
    [InlineData("500000.0", "250000.0")]
    [InlineData("500000.0", "38500000.0")]
    [InlineData("\"False_Northing\",0.0", "\"False_Northing\",-3000000.0")]
    [InlineData("\"Central_Meridian\",117.0", "\"Central_Meridian\",117.1")]
    [InlineData("\"Scale_Factor\",1.0", "\"Scale_Factor\",0.9996")]
    [InlineData("\"Latitude_Of_Origin\",0.0", "\"Latitude_Of_Origin\",10.0")]
    [InlineData("\"Meter\",1.0", "\"Foot\",0.3048")]
    [InlineData("\"Degree\",0.0174532925199433", "\"Grad\",0.01570796326794897")]
    [InlineData("Gauss_Kruger", "Mercator")]
    public void Read_OneParameterElse_IsNoSupportedSystem(string from, string to)
    {
        var text = Belt.Replace(from, to, StringComparison.Ordinal);
        Assert.NotEqual(Belt, text);
        Assert.Equal("EPSG:4548", CrsDefinition.Read(Belt, "x.prj").Name);

        var found = CrsDefinition.Read(text, "x.prj").Name;
        Assert.False(CoordinateSystems.TryFind(found, out _), found);
    }

    [Theory]
    [InlineData("500000.0", "39500000.0", "EPSG:4527")]
    [InlineData("500000.0", "20500000.0", "EPSG:4498")]
    [InlineData("CGCS2000_3_Degree_GK_CM_117E", "my belt", "EPSG:4548")]
    [InlineData("CGCS2000_3_Degree_GK_CM_117E", "CGCS2000_GK_CM_117E", "EPSG:4509")]
    [InlineData("Gauss_Kruger", "Transverse_Mercator", "EPSG:4548")]
    [InlineData("D_China_2000", "D_CGCS2000", "EPSG:4548")]
    public void Read_OtherWords_SameSystem(string from, string to, string expected) =>
        Assert.Equal(expected, CrsDefinition.Read(Belt.Replace(from, to, StringComparison.Ordinal), "x.prj").Name);

    [Fact]
    public void Read_WithHeightSystemBehind_FirstCounts() =>
        Assert.Equal("EPSG:4548", CrsDefinition.Read($"{Belt},VERTCS[\"Yellow_Sea_1985\",VDATUM[\"Yellow_Sea_1985\"],PARAMETER[\"Direction\",1.0],UNIT[\"Meter\",1.0]]", "x.prj").Name);

    [Theory]
    [InlineData("")]
    [InlineData("EPSG:4548")]
    [InlineData("PROJCS[")]
    [InlineData("PROJCS[\"a\"")]
    [InlineData("PROJCS[\"a")]
    [InlineData("PROJCS[\"a\"] x")]
    [InlineData("VECTOR[\"a\"]")]
    [InlineData("PROJCS[\"a\",,]")]
    [InlineData("PROJCS[\"a\"],")]
    [InlineData("PROJCS[\"a\"],b")]
    public void Read_NoDefinition_Refused(string text) => Assert.Throws<GeometryTextException>(() => CrsDefinition.Read(text, "x.prj"));

    [Fact]
    public void Read_DeepNesting_Refused() =>
        Assert.Throws<GeometryTextException>(() => CrsDefinition.Read(string.Concat(Enumerable.Repeat("PROJCS[", 10_000)), "x.prj"));

    [Fact]
    public void Read_AnyPrefixOrChange_NeverThrowsElse() => Properties.Hold(3_000, random =>
    {
        var text = Definitions().Select(r => (string)r[2]).ElementAt(random.Next(140)).ToCharArray();
        for (var i = random.Next(4); i > 0; i--)
        {
            text[random.Next(text.Length)] = "[](),\"0E-x"[random.Next(10)];
        }

        try
        {
            CrsDefinition.Read(new string(text)[..random.Next(text.Length + 1)], "x.prj");
        }
        catch (GeometryTextException)
        {
        }

        return true;
    });
}
