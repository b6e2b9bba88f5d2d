using ZoningRules.Geo.Inspecting;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Tests.Inspecting;

public sealed class SourceLayerTests
{
    [Theory]
    [InlineData("EPSG:4548", "EPSG:4490")]
    [InlineData("EPSG:4548", "EPSG:4527")]
    [InlineData("EPSG:4548", "EPSG:4547")]
    public void Read_FileAndUserDisagree_CrsConflict(string inFile, string stated) =>
        Assert.Equal([ProblemCode.CrsConflict], Read(inFile, stated).Problems.Select(p => p.Code));

    [Theory]
    [InlineData("EPSG:4326", "EPSG:4490")]
    [InlineData("EPSG:4509", "EPSG:4548")]
    [InlineData("EPSG:4548", "EPSG:4509")]
    public void Read_TwoNamesOfOneMeaning_TheUserCounts(string inFile, string stated) => Assert.Equal(stated, Read(inFile, stated).Require().Crs.Id);

    private static Loaded<SourceLayer> Read(string inFile, string stated)
    {
        var folder = Directory.CreateTempSubdirectory("zoning-source-");
        try
        {
            var path = Path.Combine(folder.FullName, "layer.geojson");
            File.WriteAllText(path, $$$"""
                {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"{{{inFile}}}"}},
                 "features":[{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[117.2,29.27]}}]}
                """);
            return SourceLayer.Read(path, null, stated);
        }
        finally
        {
            folder.Delete(true);
        }
    }
}
