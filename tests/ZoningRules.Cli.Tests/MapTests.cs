using System.Xml.Linq;
using ZoningRules.TestPrograms;

namespace ZoningRules.Cli.Tests;

/// <summary>Maps as files.</summary>
public sealed class MapTests : IDisposable
{
    private const string Upstream = "samples/proposals/02-fine-chemical-upstream.yaml";

    private readonly string folder = Zoning.Folder();

    [Fact]
    public void Check_Map_IsWrittenBesideTheReport()
    {
        var map = Path.Combine(folder, "map.svg");
        var run = Zoning.Run("check", Upstream, "--map", map);

        Assert.Equal(3, run.Code);
        Assert.Equal(Zoning.Run("check", Upstream).Out, run.Out);
        Assert.Equal("svg", XDocument.Load(map).Root!.Name.LocalName);
        Assert.Contains("示意，非法定界线", File.ReadAllText(map), StringComparison.Ordinal);
    }

    [Fact]
    public void Locate_Map_IsWritten()
    {
        var map = Path.Combine(folder, "map.svg");
        var run = Zoning.Run("locate", "--point", "117.2050,29.2950", "--crs", "EPSG:4490", "--lang", "en", "--map", map);

        Assert.Equal(0, run.Code);
        Assert.Contains("Illustrative; not a legal boundary", File.ReadAllText(map), StringComparison.Ordinal);
    }

    [ProgramFact("rsvg-convert")]
    public void Check_MapAsPng_IsAPngOfA4()
    {
        var map = Path.Combine(folder, "map.PNG");

        Assert.Equal(3, Zoning.Run("check", Upstream, "--map", map).Code);
        var png = File.ReadAllBytes(map);
        Assert.Equal([0x89, 0x50, 0x4e, 0x47], png[..4]);
        Assert.Equal((2339, 1654), (png[18] << 8 | png[19], png[22] << 8 | png[23]));
    }

    [Fact]
    public void Check_MapWithoutRasteriser_SaysWhatToInstallAndWritesNothing()
    {
        var (map, report) = (Path.Combine(folder, "map.png"), Path.Combine(folder, "report.txt"));

        Zoning.RunAmong(folder, "check", Upstream, "--map", map, "--output", report).Fails(65, "ZR4201", "rsvg-convert", "librsvg2-bin");
        Zoning.RunAmong(folder, "check", Upstream, "--map", map, "--lang", "en").Complains(65, "ZR4201", "install one of them");
        Assert.Empty(Directory.GetFiles(folder));
    }

    [Fact]
    public void Check_RasteriserThatFails_IsReportedWithItsWords()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var program = Path.Combine(folder, "rsvg-convert");
        File.WriteAllText(program, "#!/bin/sh\ncat > /dev/null\necho out of ink >&2\nexit 3\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        Zoning.RunAmong(folder, "check", Upstream, "--map", Path.Combine(folder, "map.png")).Complains(65, "ZR4202", "out of ink");
        Assert.Equal([program], Directory.GetFiles(folder));
    }

    [Fact]
    public void Check_MapOfNothing_SaysSo() =>
        Zoning.Run("check", "samples/proposals/11-town-name-only.yaml", "--map", Path.Combine(folder, "map.svg")).Complains(65, "ZR4203");

    [Fact]
    public void Check_MapMisused_IsAMatterOfUsage()
    {
        Zoning.Run("check", Upstream, "--map", "map.pdf").Fails(64, ".svg");
        Zoning.Run("check", Upstream, "samples/proposals/12-almost-nothing.yaml", "--map", "map.svg").Fails(64, "--map");
        Zoning.Run("check", Upstream, "--map", Path.Combine(folder, "none", "map.svg")).Complains(65, "map.svg");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
