using System.Text;
using System.Text.Json;
using ZoningRules.Tests.Reports;

namespace ZoningRules.Cli.Tests.Batch;

/// <summary>Every kind of input, with good and bad rows.</summary>
public sealed class BatchInputTests
{
    private const string Heading = "name,longitude,latitude,crs,accuracy,project.kind,project.industry,boilers[1].fuel,boilers[1].capacity,boilers[2].fuel,recycling.wastes\n";
    private const string Good = "化工项目,117.0943,29.2219,EPSG:4490,1 m,project,2614,coal,20 t-steam/h,gas,tyres;plastics\n";

    [Theory]
    [InlineData("csv")]
    [InlineData("ndjson")]
    [InlineData("geojson")]
    [InlineData("gpkg")]
    [InlineData("xlsx")]
    public void Sample_ResultsAndSummary_AreAsCommitted(string kind)
    {
        var folder = Zoning.Folder();
        string[] fields = kind is "csv" or "gpkg" or "xlsx" ? ["--fields", "取水量=water.annual-withdrawal [m3/a],备注=-"] : [];
        var run = Zoning.Run(
        [
            "batch", $"samples/batch/projects.{kind}", "--date", "2026-11-22", .. fields,
            "--output", Path.Combine(folder, "out.ndjson"), "--summary", Path.Combine(folder, "out.md"),
        ]);

        Assert.Equal(65, run.Code);
        Assert.Empty(run.Error);
        GoldenFile.Matches($"samples/batch/expected/projects.{kind}.results.ndjson", File.ReadAllText(Path.Combine(folder, "out.ndjson")));
        GoldenFile.Matches($"samples/batch/expected/projects.{kind}.summary.md", File.ReadAllText(Path.Combine(folder, "out.md")));
        GoldenFile.Matches($"samples/batch/expected/projects.{kind}.summary.txt", run.Out);
        Assert.Equal(2, Directory.GetFiles(folder).Length);
    }

    [Fact]
    public void Results_OfEveryDetail_FitTheSchema()
    {
        var schema = JsonSchema.Load("docs/schemas/batch-result.schema.json");
        var input = Zoning.FileOf("rows.ndjson", BatchFiles.Text(60) + File.ReadAllText("samples/batch/projects.ndjson"));
        foreach (var detail in (string[])["verdict", "findings", "full"])
        {
            var run = Zoning.Run("batch", input, "--date", "2026-11-22", "--detail", detail);
            Assert.Equal(65, run.Code);
            Assert.All(run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Empty(schema.Faults(line)));
        }
    }

    [Fact]
    public void CoordinatesInDoubt_AreToldAndHoldTheVerdictBack()
    {
        // Just beyond the border of the city: another reading of the same numbers lies in it.
        var input = Zoning.FileOf("rows.ndjson", """{"name": "界外", "site": {"point": [117.055359, 29.101262], "crs": "EPSG:4490", "accuracy": "1 m"}}""");
        var run = Zoning.Run("batch", input, "--date", "2026-11-22");
        var line = Assert.Single(BatchFiles.Results(run));

        Assert.Equal(0, run.Code);
        Assert.Empty(JsonSchema.Load("docs/schemas/batch-result.schema.json").Faults(run.Out));
        Assert.Equal("Undetermined", line.Text("verdict"));
        Assert.Contains("coordinates-doubtful", line.GetProperty("doubts").EnumerateArray().Select(d => d.GetString()));
        Assert.Contains("site.crs", line.GetProperty("questions").EnumerateArray().Select(q => q.GetString()));
    }

    [Fact]
    public void Summary_Json_FitsTheSchemaAndAddsUp()
    {
        var summary = Path.Combine(Zoning.Folder(), "summary.json");
        var run = Zoning.Run("batch", BatchFiles.File(100), "--summary", summary);
        var text = File.ReadAllText(summary);
        var json = JsonDocument.Parse(text).RootElement;
        var results = BatchFiles.Results(run);

        Assert.Empty(JsonSchema.Load("docs/schemas/batch-summary.schema.json").Faults(text));
        Assert.Equal(100, results.Length);
        Assert.Equal(100, json.GetProperty("rows").GetInt32());
        Assert.Equal(results.Count(r => r.Text("status") == "assessed"), json.GetProperty("assessed").GetInt32());
        Assert.Equal(results.Count(r => r.Text("status") == "bad-input"), json.GetProperty("bad").GetInt32());
        foreach (var verdict in (string[])["Prohibited", "Undetermined", "Conditional", "Admissible"])
        {
            Assert.Equal(results.Count(r => r.Codes().Length == 0 && r.Text("verdict") == verdict), json.GetProperty("verdicts").GetProperty(verdict).GetInt32());
        }

        foreach (var norm in json.GetProperty("norms").EnumerateArray())
        {
            Assert.Equal(
                results.Count(r => r.Codes().Length == 0 && r.GetProperty("deciding").EnumerateArray().Any(d => d.GetString() == norm.Text("norm"))),
                norm.GetProperty("decides").GetInt32());
        }

        foreach (var unit in json.GetProperty("units").EnumerateArray())
        {
            Assert.Equal(
                results.Count(r => r.Codes().Length == 0 && r.GetProperty("units").EnumerateArray().Any(u => u.Text("code") == unit.Text("code"))),
                unit.GetProperty("rows").GetInt32());
        }
    }

    [Fact]
    public void Rows_SayWhatCheckSays()
    {
        var folder = Zoning.Folder();
        var lines = BatchFiles.Lines(40).ToArray();
        var results = BatchFiles.Results(Zoning.Run("batch", Zoning.FileOf("rows.ndjson", string.Join('\n', lines)), "--date", "2026-11-22", "--detail", "full"));
        Assert.Equal(lines.Length, results.Length);
        for (var i = 0; i < lines.Length; i++)
        {
            var file = Path.Combine(folder, lines[i].Contains("\"Feature\"", StringComparison.Ordinal) ? $"{i}.geojson" : $"{i}.json");
            File.WriteAllText(file, lines[i]);
            var check = Zoning.Run("check", file, "--date", "2026-11-22", "--format", "json");
            if (results[i].Codes().Length > 0)
            {
                check.Fails(65, [.. results[i].Codes().Split(' ')]);
                continue;
            }

            var assessment = JsonDocument.Parse(check.Out).RootElement;
            Assert.Equal(WithoutSource(assessment), WithoutSource(results[i].GetProperty("assessment")));
            Assert.Equal(assessment.Text("verdict"), results[i].Text("verdict"));
            Assert.Equal(
                assessment.GetProperty("questions").EnumerateArray().Select(q => q.Text("attribute")),
                results[i].GetProperty("questions").EnumerateArray().Select(q => q.GetString()));
        }
    }

    private static string WithoutSource(JsonElement assessment)
    {
        var node = System.Text.Json.Nodes.JsonNode.Parse(assessment.GetRawText())!;
        node["proposal"]!.AsObject().Remove("source");
        return node.ToJsonString();
    }

    [Fact]
    public void GeoPackageAndWorkbook_OfTheTable_SayWhatTheTableSays()
    {
        string[] Verdicts(string kind) =>
        [
            .. BatchFiles.Results(Zoning.Run("batch", $"samples/batch/projects.{kind}", "--date", "2026-11-22", "--fields", "取水量=water.annual-withdrawal [m3/a],备注=-"))
                .Select(r => $"{r.Text("name")} {(r.Codes().Length > 0 ? r.Codes() : r.Text("verdict"))} {(r.TryGetProperty("questions", out var q) ? q.GetRawText() : "")}"),
        ];

        Assert.Equal(Verdicts("csv"), Verdicts("xlsx"));
        Assert.Equal(Verdicts("csv"), Verdicts("gpkg"));
    }

    [Fact]
    public void GeoPackageAndWorkbook_DamagedOrPiped_AreRefused()
    {
        foreach (var kind in (string[])["gpkg", "xlsx"])
        {
            var bytes = File.ReadAllBytes($"samples/batch/projects.{kind}");
            var damaged = Zoning.Run("batch", BatchFiles.Bytes($"a.{kind}", bytes[..(bytes.Length / 3)]));
            Assert.Equal(65, damaged.Code);
            Assert.DoesNotContain("   at ", damaged.Error, StringComparison.Ordinal);
            Assert.Contains("ZR", damaged.Error, StringComparison.Ordinal);
            Zoning.RunIn(a => a with { OpenInput = () => new MemoryStream(bytes) }, "batch", "-").Fails(65, "ZR4309");
            Zoning.Run("batch", $"samples/batch/projects.{kind}", "--layer", "nope").Fails(65, "ZR3102");
        }
    }

    [Fact]
    public void StandardInput_OfEveryKind_IsReadLikeAFile()
    {
        foreach (var kind in (string[])["ndjson", "geojson"])
        {
            var path = $"samples/batch/projects.{kind}";
            var file = Zoning.Run("batch", path, "--date", "2026-11-22");
            var piped = Zoning.RunWith(File.ReadAllText(path), "batch", "-", "--date", "2026-11-22");
            Assert.Equal(file.Out, piped.Out);
            Assert.Equal(file.Code, piped.Code);
        }
    }

    [Fact]
    public void JsonArray_IsReadLikeLines()
    {
        var lines = BatchFiles.Lines(20).Where((_, i) => (i + 1) % 7 != 0).ToArray();
        var array = Zoning.Run("batch", Zoning.FileOf("rows.json", $"[\n{string.Join(",\n", lines)}\n]\n"));
        var each = Zoning.Run("batch", Zoning.FileOf("rows.ndjson", string.Join('\n', lines)));
        Assert.Equal(0, array.Code);
        Assert.Equal(BatchFiles.Results(each).Select(r => r.Text("receipt")), BatchFiles.Results(array).Select(r => r.Text("receipt")));
    }

    [Theory]
    [InlineData("utf-8", ",")]
    [InlineData("utf-16", ";")]
    [InlineData("utf-16BE", "\t")]
    [InlineData("gb18030", ",")]
    [InlineData("utf-8 with mark", "|")]
    public void Csv_InAnyEncodingAndDelimiter_IsRead(string encoding, string delimiter)
    {
        var text = (Heading + Good + Good).Replace("tyres;plastics", "\"tyres;plastics\"", StringComparison.Ordinal).Replace(",", delimiter, StringComparison.Ordinal);
        var chosen = encoding switch
        {
            "gb18030" => CodePagesEncodingProvider.Instance.GetEncoding(54936)!,
            "utf-16" => new UnicodeEncoding(false, true),
            "utf-16BE" => new UnicodeEncoding(true, true),
            "utf-8" => new UTF8Encoding(false),
            _ => new UTF8Encoding(true),
        };
        var run = Zoning.Run("batch", BatchFiles.Encoded("rows.csv", text, chosen), "--detail", "full");
        var results = BatchFiles.Results(run);
        Assert.Equal(2, results.Length);
        Assert.Equal(0, run.Code);
        Assert.Equal("化工项目", results[0].Text("name"));
        var attributes = results[1].GetProperty("assessment").GetProperty("proposal").GetProperty("attributes").GetRawText();
        Assert.Contains("20 t-steam/h", attributes, StringComparison.Ordinal);
        Assert.Contains("plastics", attributes, StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_BadRows_AreResultLinesWithTheirLine()
    {
        var rows = string.Concat(
            Good, // line 2
            Good.Replace("coal,20", "coal,viel", StringComparison.Ordinal), // 3
            Good.Replace("117.0943", "", StringComparison.Ordinal), // 4
            Good.TrimEnd('\n') + ",zu,viel\n", // 5
            "\n", // no row
            ",,,,,,,,,,\n", // no row
            Good.Replace("coal,20 t-steam/h", ",", StringComparison.Ordinal), // 8: an item is left out
            "\"vergessen" + Good, // 9: a quotation mark that is never closed
            Good.Replace("化工项目", "\"第一行\n第二行\"", StringComparison.Ordinal), // 10 and 11
            Good.Replace("化工项目", "", StringComparison.Ordinal), // 12
            Good.Replace(",EPSG:4490", ",", StringComparison.Ordinal)); // 13
        var results = BatchFiles.Results(Zoning.Run("batch", Zoning.FileOf("rows.csv", Heading + rows)));

        Assert.Equal(
            ["2 ", "3 ZR1112", "4 ZR9615", "5 ZR4304", "8 ZR4306", "9 ZR4305", "10 ", "12 ZR1105", "13 ZR9610"],
            results.Select(r => $"{r.GetProperty("line").GetInt32()} {r.Codes()}"));
        Assert.Equal(Enumerable.Range(1, 9), results.Select(r => r.GetProperty("row").GetInt32()));
        Assert.Equal("第一行\n第二行", results[6].Text("name"));
    }

    [Fact]
    public void Csv_BadHeading_IsToldWhole()
    {
        var path = Zoning.FileOf("rows.csv", "longitude,project.industri,project.kind,经度,Farbe\n117,2614,project,117,rot\n");
        Zoning.Run("batch", path, "--lang", "en", "--fields", "gibtesnicht=name,kaputt").Fails(65, "ZR4311", "`kaputt`");
        Zoning.Run("batch", path, "--lang", "en", "--fields", "gibtesnicht=name").Fails(
            65, "ZR4302 unknown column `project.industri`", "`project.industry`", "ZR4302 unknown column `Farbe`", "ZR4313", "`name`", "`latitude`", "`gibtesnicht`", "6 problems");
    }

    [Fact]
    public void Csv_MeasureOfAColumn_IsAddedToBareNumbers()
    {
        var path = Zoning.FileOf("rows.csv", "name,取水,boilers[1].fuel,boilers[1].capacity [MW],project.discharges-pollutants\na,120000,coal,14,是\nb,12 km3/a,coal,20 t-steam/h,FALSE\n");
        var results = BatchFiles.Results(Zoning.Run("batch", path, "--fields", "取水=water.annual-withdrawal [m3/a]", "--detail", "full"));
        Assert.Contains("120000 m3/a", results[0].GetRawText(), StringComparison.Ordinal);
        Assert.Contains("14 MW", results[0].GetRawText(), StringComparison.Ordinal);
        Assert.Equal("ZR1112", results[1].Codes());
    }

    [Fact]
    public void BrokenBytes_SpoilTheirRowOnly()
    {
        var utf8 = Encoding.UTF8.GetBytes(BatchFiles.Lines(6).Aggregate((a, b) => a + "\n" + b));
        utf8[Array.IndexOf(utf8, (byte)'\n') + 12] = 0xFF;
        var results = BatchFiles.Results(Zoning.Run("batch", BatchFiles.Bytes("rows.ndjson", utf8)));
        Assert.Equal(6, results.Length);
        Assert.Equal([2], results.Where(r => r.Codes() == "ZR1004").Select(r => r.GetProperty("row").GetInt32()));
    }

    [Fact]
    public void GiantRow_IsBadAndTheNextIsNot()
    {
        var giant = $$"""{"name": "{{new string('长', 1_000_000)}}"}""";
        var lines = $"{BatchFiles.Lines(1).First()}\n{giant}\n{BatchFiles.Lines(1).First()}\n";
        var results = BatchFiles.Results(Zoning.Run("batch", Zoning.FileOf("rows.ndjson", lines)));
        Assert.Equal(["", "ZR4301", ""], results.Select(r => r.Codes()));
        Assert.Equal([1, 2, 3], results.Select(r => r.GetProperty("line").GetInt32()));

        var collection = $$$"""{"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": null, "properties": {"name": "a"}}, {{{giant}}}, {"type": "Feature", "geometry": null, "properties": {"name": "b"}}]}""";
        results = BatchFiles.Results(Zoning.Run("batch", Zoning.FileOf("rows.geojson", collection)));
        Assert.Equal(["", "ZR4301", ""], results.Select(r => r.Codes()));

        var table = $"name\na\n{new string('长', 1_000_000)}\nb\n";
        results = BatchFiles.Results(Zoning.Run("batch", Zoning.FileOf("rows.csv", table)));
        Assert.Equal(["", "ZR4301", ""], results.Select(r => r.Codes()));
        Assert.Equal([2, 3, 4], results.Select(r => r.GetProperty("line").GetInt32()));
    }

    [Fact]
    public void Collection_BrokenOff_SaysWhereReadingEnded()
    {
        const string feature = """{"type": "Feature", "geometry": null, "properties": {"name": "a"}}""";
        var results = BatchFiles.Results(Zoning.Run("batch", Zoning.FileOf("a.geojson", $"{{\"type\": \"FeatureCollection\", \"features\": [\n{feature},\n{feature},\n{feature[..30]}")));
        Assert.Equal(["2 ", "3 ", "4 ZR4312"], results.Select(r => $"{r.GetProperty("line").GetInt32()} {r.Codes()}"));
        results = BatchFiles.Results(Zoning.Run("batch", Zoning.FileOf("a.geojson", $"{{\"type\": \"FeatureCollection\", \"features\": [\n{feature}\n{feature}]}}")));
        Assert.Equal(["2 ", "3 ZR4312"], results.Select(r => $"{r.GetProperty("line").GetInt32()} {r.Codes()}"));
        results = BatchFiles.Results(Zoning.Run(
            "batch", Zoning.FileOf("a.geojson", $"{{\"type\": \"FeatureCollection\", \"features\": [\n{feature}],\n\"crs\": {{\"properties\": {{\"name\": \"EPSG:4548\"}}}}}}")));
        Assert.Equal(["2 ", "3 ZR4308"], results.Select(r => $"{r.GetProperty("line").GetInt32()} {r.Codes()}"));
    }

    [Theory]
    [InlineData("", "ZR4307")]
    [InlineData("   \n\n", "ZR4307")]
    [InlineData("name,longitude,latitude\n", "ZR4307")]
    [InlineData("{\"type\": \"FeatureCollection\", \"features\": []}", "ZR4307")]
    [InlineData("{\"type\": \"FeatureCollection\"}", "ZR4309")]
    [InlineData("\"name\n", "ZR4309")]
    [InlineData("a\0b\n", "ZR1004")]
    public void Input_ThatIsNoBatch_IsRefused(string content, string code) =>
        Zoning.Run("batch", Zoning.FileOf("rows.txt", content)).Fails(65, code);

    [Fact]
    public void Input_ThatIsMissing_IsRefused()
    {
        Zoning.Run("batch", "gibt-es-nicht.csv").Fails(65, "ZR1001");
        Zoning.Run("batch", Zoning.Folder()).Fails(65, "ZR9613");
    }

    [Fact]
    public void Crs_OfTheOption_CountsWhereARowStatesNone()
    {
        var path = Zoning.FileOf("rows.ndjson", """{"name": "a", "site": {"point": [117.0943, 29.2219]}}""");
        Assert.Equal("ZR9610", BatchFiles.Results(Zoning.Run("batch", path))[0].Codes());
        Assert.Equal("Undetermined", BatchFiles.Results(Zoning.Run("batch", path, "--crs", "EPSG:4490"))[0].Text("verdict"));
    }
}
