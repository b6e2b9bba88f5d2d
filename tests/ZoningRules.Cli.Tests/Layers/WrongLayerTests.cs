using System.Text.Json;
using System.Text.Json.Nodes;
using ZoningRules.Tests.Reports;

namespace ZoningRules.Cli.Tests.Layers;

/// <summary>A wrong file of every kind, each with the finding that names it, in both languages.</summary>
public sealed class WrongLayerTests
{
    private const string First = "ZH36022230002";
    private const string Second = "ZH36022220001";

    // What the illustrative layer has of itself: shares of the whole city, and three known holes.
    private static readonly string[] Usual = ["ZR3187", "ZR3181"];

    private static readonly List<(string Name, string Code, string Severity, string Words, Action<UnitFile> Spoil)> Wrong =
    [
        ("code that is none", "ZR3176", "error", "ZX3602", f => f.Set(First, "HJGKDYBM", "ZX36022230002")),
        ("code of a digit too few", "ZR3176", "error", "ZH360222300", f => f.Set(First, "HJGKDYBM", "ZH360222300")),
        ("category digit 4", "ZR3176", "error", "ZH36022240002", f => f.Set(First, "HJGKDYBM", "ZH36022240002")),
        ("no code", "ZR3176", "error", "HJGKDYBM", f => f.Set(First, "HJGKDYBM", null)),
        ("no name", "ZR3176", "error", First, f => f.Set(First, "HJGKDYMC", "")),
        ("category of another kind", "ZR3176", "error", "`7`", f => f.Set(First, "ZHGKDYFL", 7)),
        ("category against the code", "ZR3177", "error", First, f => f.Set(First, "ZHGKDYFL", "重点管控单元")),
        ("code twice with two names", "ZR3178", "error", First, f => f.Set(Second, "ZHGKDYFL", 3).Set(Second, "HJGKDYBM", First)),
        ("bow tie", "ZR3175", "error", First, f => Exchange(f.Ring(First))),
        ("open ring", "ZR3175", "error", First, f => f.Ring(First).RemoveAt(f.Ring(First).Count - 1)),
        ("no geometry", "ZR3175", "error", First, f => f.Feature(First)["geometry"] = null),
        ("a point", "ZR3175", "error", First, f => f.Feature(First)["geometry"] = JsonNode.Parse("""{"type":"Point","coordinates":[117.2,29.3]}""")),
        ("latitude first", "ZR3175", "error", First, f => Swap(f.Ring(First))),
        ("overlap", "ZR3180", "error", Second, f => Widen(f.Ring(Second), 0.002)),
        ("repeated feature", "ZR3180", "warning", $"{First} × 2", f => f.Features.Add(f.Feature(First).DeepClone())),
        ("several features", "ZR3179", "note", First, f => f.Features.Add(f.Feature(First).DeepClone())),
        ("gap", "ZR3181", "warning", "ZH36022220001, ZH36022220006", f => Widen(f.Ring(Second), -0.002)),
        ("thin part", "ZR3182", "warning", First, f => AddStrip(f, First)),
        ("other county", "ZR3183", "warning", "乐平市", f => f.Set(First, "HJGKDYBM", "ZH36028130009")),
        ("not on the list", "ZR3184", "warning", "ZH36022230009", f => f.Set(First, "HJGKDYBM", "ZH36022230009")),
        ("missing", "ZR3185", "warning", First, f => f.Features.Remove(f.Feature(First))),
        ("names exchanged", "ZR3186", "warning", "可能写反", f => f.Set(First, "HJGKDYMC", "浮梁县一般管控单元3").Set("ZH36022230003", "HJGKDYMC", "浮梁县一般管控单元2")),
        ("other spelling", "ZR3186", "warning", "只是写法不同", f => f.Set(First, "HJGKDYMC", "浮梁县一般管控单元２")),
        ("share off", "ZR3187", "warning", "浮梁县一般管控单元面积比", f => f.Features.Remove(f.Feature(First))),
        ("count off", "ZR3187", "warning", "浮梁县一般管控单元个数", f => f.Features.Remove(f.Feature(First))),
    ];

    public static TheoryData<string> Names() => [.. Wrong.Select(w => w.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Import_Wrong_IsNamed(string name)
    {
        var (_, code, severity, words, spoil) = Wrong.Single(w => w.Name == name);
        var file = new UnitFile().Do(spoil).Save();

        var (exit, flaws) = Inspect(file);

        Assert.True(
            flaws.Any(f => f.Code == code && f.Severity == severity && f.Message.Contains(words, StringComparison.Ordinal)),
            string.Join('\n', flaws.Select(f => $"{f.Severity} {f.Code} {f.Message}")));
        Assert.Equal(flaws.Any(f => f.Severity == "error") ? 65 : 0, exit);
    }

    [Fact]
    public void Import_AsItIs_FindsOnlyWhatTheIllustrationHas()
    {
        var (exit, flaws) = Inspect(UnitFile.Original);

        Assert.Equal(0, exit);
        Assert.All(flaws, f => Assert.Contains(f.Code, Usual));
        Assert.Equal(3, flaws.Count(f => f.Code == "ZR3181"));
        Assert.All(flaws.Where(f => f.Code == "ZR3181"), f => Assert.Contains("已知空隙", f.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Import_NothingInIt_SaysSo()
    {
        using var pack = new PackCopy();
        Import(new UnitFile().Do(f => f.Features.Clear()).Save(), pack.Folder).Fails(65, "ZR9614");
        Import(new UnitFile().Rename("HJGKDYBM", "").Save(), pack.Folder).Fails(65, "ZR3171", "--map 字段=code");
        Import(Zoning.Folder(), pack.Folder).Fails(65, "ZR1002", "文件夹是空的");
    }

    [Fact]
    public void Import_SeveralFaults_AreAllToldInOneRun()
    {
        var file = new UnitFile()
            .Set(First, "ZHGKDYFL", 2)
            .Set("ZH36028130001", "HJGKDYBM", "ZH3602")
            .Do(f => Exchange(f.Ring("ZH36022210001")))
            .Save();

        var codes = Inspect(file).Flaws.Where(f => f.Severity == "error").Select(f => f.Code).ToArray();

        Assert.Equal(["ZR3175", "ZR3176", "ZR3177"], codes.Order());
    }

    [Fact]
    public void Import_AcceptedOverlap_IsAWarningAndRecorded()
    {
        using var pack = new PackCopy();
        var file = new UnitFile().Do(f => Widen(f.Ring(Second), 0.002)).Save();

        var run = Import(file, pack.Folder, "--accept-overlaps");

        Assert.True(run.Code == 0, run.Error);
        Assert.Matches("accepted: \"[0-9]+ overlaps, [0-9.]+ m2\"", pack.Read("layers/units.yaml"));
        Assert.Equal(0, Zoning.Run("layers", "check", "units", "--rules", pack.Folder).Code);
        Assert.Contains("导入时登记接受", Zoning.Run("layers", "list", "--rules", pack.Folder).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh", "text")]
    [InlineData("en", "text")]
    [InlineData("en", "json")]
    public void Report_OfAWrongFile_MatchesGoldenFile(string lang, string format)
    {
        var file = Spoiled();
        var run = Zoning.Run(
            "layers", "import", file, "--as", "units", "--dry-run", "--lang", lang, "--format", format, "--accuracy", "5 m", "--title", "单元", "--publisher", "局", "--date", "2026-01-01");

        Assert.Equal(65, run.Code);
        GoldenFile.Matches($"tests/ZoningRules.Cli.Tests/golden/layer-inspection.{lang}.{(format == "json" ? "json" : "txt")}", run.Out);
    }

    [Fact]
    public void HtmlReport_OfAWrongFile_MatchesGoldenFile()
    {
        var page = Path.Combine(Zoning.Folder(), "report.html");
        Zoning.Run(
            "layers", "import", Spoiled(), "--as", "units", "--dry-run", "--report", page, "--accuracy", "5 m", "--title", "单元", "--publisher", "局", "--date", "2026-01-01");

        GoldenFile.Matches("tests/ZoningRules.Cli.Tests/golden/layer-inspection.zh.html", File.ReadAllText(page));
    }

    private static string Spoiled() => new UnitFile()
        .Set(First, "ZHGKDYFL", 2)
        .Set("ZH36022230003", "HJGKDYMC", "浮梁县一般管控单元２")
        .Do(f => Widen(f.Ring(Second), 0.002))
        .Do(f => f.Features.Remove(f.Feature("ZH36028120005")))
        .Do(f => AddStrip(f, "ZH36022210005"))
        .Save();

    private static Transcript Import(string file, string pack, params string[] more) => Zoning.Run(
        ["layers", "import", file, "--as", "units", "--rules", pack, "--accuracy", "5 m", "--title", "单元", "--publisher", "局", "--date", "2026-01-01", .. more]);

    private static (int Exit, List<(string Severity, string Code, string Message)> Flaws) Inspect(string file)
    {
        var run = Import(file, "rules/jingdezhen", "--dry-run", "--format", "json");
        using var document = JsonDocument.Parse(run.Out);
        return (run.Code, [.. document.RootElement[0].GetProperty("flaws").EnumerateArray()
            .Select(f => (f.GetProperty("severity").GetString()!, f.GetProperty("code").GetString()!, f.GetProperty("message").GetString()!))]);
    }

    private static void Exchange(JsonArray ring)
    {
        var (a, b) = (ring[5]!.DeepClone(), ring[40 % (ring.Count - 1)]!.DeepClone());
        (ring[5], ring[40 % (ring.Count - 1)]) = (b, a);
    }

    private static void Swap(JsonArray ring)
    {
        foreach (var position in ring)
        {
            var pair = position!.AsArray();
            var (x, y) = (pair[0]!.DeepClone(), pair[1]!.DeepClone());
            (pair[0], pair[1]) = (y, x);
        }
    }

    // Moves every position away from the middle of the ring, or towards it.
    private static void Widen(JsonArray ring, double degrees)
    {
        var middle = (East: ring.Average(p => (double)p![0]!), North: ring.Average(p => (double)p![1]!));
        foreach (var position in ring.Select(p => p!.AsArray()))
        {
            var (east, north) = ((double)position[0]! - middle.East, (double)position[1]! - middle.North);
            var length = Math.Sqrt((east * east) + (north * north));
            position[0] = Math.Round((double)position[0]! + (degrees * east / length), 6);
            position[1] = Math.Round((double)position[1]! + (degrees * north / length), 6);
        }
    }

    // A strip of two metres by eleven hundred, outside the city.
    private static void AddStrip(UnitFile file, string code)
    {
        var geometry = file.Feature(code)["geometry"]!;
        if ((string?)geometry["type"] == "Polygon")
        {
            geometry["type"] = "MultiPolygon";
            geometry["coordinates"] = new JsonArray(geometry["coordinates"]!.DeepClone());
        }

        geometry["coordinates"]!.AsArray().Add(JsonNode.Parse("[[[118.4,29.5],[118.41,29.5],[118.41,29.50002],[118.4,29.50002],[118.4,29.5]]]"));
    }
}
