using ZoningRules.Tests.Reports;

namespace ZoningRules.Cli.Tests;

public sealed class SampleTests
{
    private const string Folder = "samples/proposals";

    private static readonly System.Text.Json.JsonSerializerOptions MarginOptions = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Every sample with the verdict it stands for.</summary>
    public static TheoryData<string, int> Samples() => new()
    {
        { "01-fine-chemical-in-park.yaml", 0 },
        { "02-fine-chemical-upstream.yaml", 3 },
        { "03-pig-farm-restricted-zone.yaml", 3 },
        { "04-coal-boiler-20t.yaml", 3 },
        { "05-coal-boiler-35t.yaml", 3 },
        { "06-coal-boiler-36t.yaml", 3 },
        { "07-kiln-in-ceramics-park.yaml", 0 },
        { "08-waste-tyres.geojson", 3 },
        { "09-across-two-units.yaml", 2 },
        { "10-hole-of-jiaotan.yaml", 2 },
        { "11-town-name-only.yaml", 2 },
        { "12-almost-nothing.yaml", 2 },
        { "13-existing-farm-in-ban-zone.yaml", 0 },
        { "14-belt-coordinates.yaml", 0 },
        { "15-beside-a-priority-unit.yaml", 0 },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public void Check_Sample_MatchesGoldenFiles(string name, int code)
    {
        var text = Zoning.Run("check", $"{Folder}/{name}");
        var json = Zoning.Run("check", $"{Folder}/{name}", "--format", "json");
        Assert.True(text.Code == code, text.Error + text.Out);
        Assert.Equal(code, json.Code);
        Assert.Empty(text.Error);
        var stem = Path.GetFileNameWithoutExtension(name);
        GoldenFile.Matches($"{Folder}/expected/{stem}.txt", WithoutPackHash(text.Out, json.Out));
        GoldenFile.Matches($"{Folder}/expected/{stem}.json", WithoutPackHash(json.Out, json.Out));
    }

    [Theory]
    [InlineData("02-fine-chemical-upstream.yaml", 3)]
    [InlineData("05-coal-boiler-35t.yaml", 3)]
    [InlineData("09-across-two-units.yaml", 2)]
    [InlineData("10-hole-of-jiaotan.yaml", 2)]
    [InlineData("11-town-name-only.yaml", 2)]
    [InlineData("15-beside-a-priority-unit.yaml", 0)]
    public void CheckMargin_Sample_MatchesGoldenFiles(string name, int code)
    {
        var text = Zoning.Run("check", $"{Folder}/{name}", "--margin");
        var json = Zoning.Run("check", $"{Folder}/{name}", "--margin", "--format", "json", "--lang", "en");
        Assert.Equal((code, code, ""), (text.Code, json.Code, text.Error));
        Assert.Empty(JsonSchema.Load("docs/schemas/assessment.schema.json").Faults(json.Out));
        using var document = System.Text.Json.JsonDocument.Parse(json.Out);
        var margin = System.Text.Json.JsonSerializer.Serialize(document.RootElement.GetProperty("margin"), MarginOptions);
        var stem = Path.GetFileNameWithoutExtension(name);
        GoldenFile.Matches($"{Folder}/expected/{stem}.margin.txt", WithoutPackHash(text.Out, json.Out));
        GoldenFile.Matches($"{Folder}/expected/{stem}.margin.json", margin + "\n");
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void CheckJson_Sample_FitsTheSchema(string name, int code)
    {
        var schema = JsonSchema.Load("docs/schemas/assessment.schema.json");
        var json = Zoning.Run("check", $"{Folder}/{name}", "--format", "json", "--lang", "en");
        Assert.Equal(code, json.Code);
        Assert.Empty(schema.Faults(json.Out));
    }

    // A comment in a rule file changes the pack's hash and nothing else; the golden files stay.
    internal static string WithoutPackHash(string text, string json)
    {
        using var document = System.Text.Json.JsonDocument.Parse(json);
        var hash = document.RootElement.GetProperty("receipt").GetProperty("pack").GetProperty("sha256").GetString()!;
        return text.Replace(hash, "{pack}", StringComparison.Ordinal).Replace(hash[..12], "{pack}", StringComparison.Ordinal);
    }

    [Fact]
    public void Samples_Folder_HoldsNoOthers() => Assert.Equal(
        Samples().Select(row => (string)row[0]).Order(StringComparer.Ordinal),
        Directory.EnumerateFiles(Folder).Select(f => Path.GetFileName(f)).Where(f => !f.EndsWith(".md", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Fact]
    public void Readme_EveryCommand_ReturnsTheCodeItStates()
    {
        var commands = File.ReadLines($"{Folder}/README.md").Select(l => l.Split("  # ")).Where(p => p.Length == 2 && p[0].StartsWith("    zoning ", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(commands);
        foreach (var command in commands)
        {
            var run = Zoning.Run(command[0].Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..]);
            Assert.True(run.Code == int.Parse(command[1], System.Globalization.CultureInfo.InvariantCulture), $"{command[0]}: {run.Code}\n{run.Error}");
        }
    }

    [Fact]
    public void Boilers_20_35_36_DifferOnlyInItem12()
    {
        string Outcome(string name)
        {
            var json = Zoning.Run("check", $"{Folder}/{name}", "--format", "json").Out;
            using var document = System.Text.Json.JsonDocument.Parse(json);
            return document.RootElement.GetProperty("findings").EnumerateArray()
                .Single(f => f.GetProperty("norm").GetString() == "JDZ-2020-12.a").GetProperty("outcome").GetString()!;
        }

        Assert.Equal("Violated", Outcome("04-coal-boiler-20t.yaml"));
        Assert.Equal("Violated", Outcome("05-coal-boiler-35t.yaml"));
        Assert.Equal("Satisfied", Outcome("06-coal-boiler-36t.yaml"));
    }

    [Fact]
    public void Check_EverySampleAtOnce_ReportsAllAndReturnsTheWorst()
    {
        var all = Samples().Select(row => $"{Folder}/{(string)row[0]}").ToArray();
        var json = Zoning.Run(["check", .. all, "--format", "json"]);
        Assert.Equal(3, json.Code);
        using var document = System.Text.Json.JsonDocument.Parse(json.Out);
        Assert.Equal(all, document.RootElement.EnumerateArray().Select(a => a.GetProperty("proposal").GetProperty("source").GetString()));
    }
}
