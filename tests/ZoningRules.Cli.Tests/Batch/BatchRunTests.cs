using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ZoningRules.Cli.Batch;

namespace ZoningRules.Cli.Tests.Batch;

/// <summary>Order, workers, interruption, taking up again, shards, memory.</summary>
public sealed class BatchRunTests
{
    private const int Rows = 700;

    [Fact]
    public void Workers_HoweverMany_GiveTheSameBytes()
    {
        var input = BatchFiles.File(Rows);
        var one = Run(input, "--workers", "1");
        var two = Run(input, "--workers", "2");
        var eight = Run(input, "--workers", "8");

        Assert.Equal(one, two);
        Assert.Equal(one, eight);
        Assert.Equal(Enumerable.Range(1, Rows), BatchFiles.Results(one.Results).Select(r => r.GetProperty("row").GetInt32()));
        Assert.Equal(Enumerable.Range(1, Rows), BatchFiles.Results(one.Results).Select(r => r.GetProperty("line").GetInt32()));
    }

    [Fact]
    public void Csv_Results_SayWhatJsonSays()
    {
        var input = BatchFiles.File(60);
        var folder = Zoning.Folder();
        Zoning.Run("batch", input, "--output", Path.Combine(folder, "out.csv"));
        var json = BatchFiles.Results(Zoning.Run("batch", input));
        var table = File.ReadAllLines(Path.Combine(folder, "out.csv"));
        Assert.Equal(61, table.Length);
        var heading = table[0].Split(',');
        for (var i = 0; i < json.Length; i++)
        {
            var cells = new List<string>();
            Csv.Cells(Encoding.UTF8.GetBytes(table[i + 1]), (byte)',', cells);
            Assert.Equal(heading.Length, cells.Count);
            var cell = heading.Zip(cells).ToDictionary(p => p.First, p => p.Second);
            Assert.Equal(json[i].Text("status"), cell["status"]);
            Assert.Equal(json[i].Codes().Replace(' ', ';'), cell["problems"]);
            if (cell["status"] == "assessed")
            {
                Assert.Equal(json[i].Text("verdict"), cell["verdict"]);
                Assert.Equal(string.Join(';', json[i].GetProperty("units").EnumerateArray().Select(u => u.Text("code"))), cell["units"]);
                Assert.Equal(string.Join(';', json[i].GetProperty("deciding").EnumerateArray().Select(u => u.GetString())), cell["deciding"]);
                Assert.Equal(string.Join(';', json[i].GetProperty("questions").EnumerateArray().Select(u => u.GetString())), cell["questions"]);
            }
        }
    }

    [Fact]
    public void Interrupted_AtAnyPlace_IsTakenUpToTheSameBytes()
    {
        var whole = Run(BatchFiles.File(Rows));
        var text = BatchFiles.Text(Rows);
        var random = new Random(7);
        for (var round = 0; round < 6; round++)
        {
            var folder = Zoning.Folder();
            var output = Path.Combine(folder, "out.ndjson");
            string[] arguments = ["batch", "-", "--output", output, "--summary", Path.Combine(folder, "summary.json"), "--date", "2026-11-22", "--workers", "2"];
            var interruptions = 0;
            while (true)
            {
                // A later interruption comes later, so that the run ends at some time.
                var after = (int)(text.Length * Math.Min(1.2, (random.NextDouble() * 0.6) + (0.3 * interruptions)));
                var run = Zoning.RunIn(
                    a =>
                    {
                        var stop = new Interruption();
                        return a with { Interruption = stop, OpenInput = () => new AskingStream(Encoding.UTF8.GetBytes(text), after, stop) };
                    },
                    interruptions == 0 ? arguments : [.. arguments, "--resume"]);
                if (run.Code != 130)
                {
                    Assert.Equal(65, run.Code);
                    break;
                }

                interruptions++;
                Assert.Contains("--resume", run.Error, StringComparison.Ordinal);
                Assert.False(File.Exists(output));
                var part = File.ReadAllText(output + ".part");
                Assert.True(part.Length == 0 || part[^1] == '\n');
                Assert.StartsWith(part, whole.Results, StringComparison.Ordinal);

                // What a killed process may have written after its last journal does not count.
                File.AppendAllText(output + ".part", "{\"schema\":\"zoning-ba");
            }

            Assert.Equal(whole.Results, File.ReadAllText(output));
            Assert.Equal(whole.Summary, File.ReadAllText(Path.Combine(folder, "summary.json")));
            Assert.Equal(2, Directory.GetFiles(folder).Length);
        }
    }

    [Fact]
    public void Resume_WithAnythingElse_IsRefusedAndSaysWhat()
    {
        var folder = Zoning.Folder();
        var output = Path.Combine(folder, "out.ndjson");
        var text = BatchFiles.Text(Rows);
        string[] arguments = ["batch", "-", "--output", output, "--lang", "en", "--workers", "1"];
        Assert.Equal(130, Interrupt(text, text.Length / 2, arguments).Code);
        var journal = File.ReadAllText(output + ".part.json");
        Assert.True(JsonDocument.Parse(journal).RootElement.GetProperty("rows").GetInt32() > 0);

        Zoning.RunWith(text, arguments).Fails(65, "ZR4315", "out.ndjson.part");
        Zoning.RunWith(text, [.. arguments, "--resume", "--date", "2020-11-30"]).Fails(65, "ZR4310", "the governing date");
        Zoning.RunWith(text, [.. arguments, "--resume", "--detail", "findings"]).Fails(65, "ZR4310", "the detail");
        Zoning.RunWith(text, [.. arguments, "--resume", "--crs", "EPSG:4490"]).Fails(65, "ZR4310", "the coordinate system");
        Zoning.RunWith("\n" + text, [.. arguments, "--resume"]).Fails(65, "ZR4310", "the input is not the same");
        Zoning.RunWith(text.Replace("第 2 个", "第 二 个", StringComparison.Ordinal), [.. arguments, "--resume"]).Fails(65, "ZR4310", "the input is not the same");
        Zoning.RunWith(text[..2000], [.. arguments, "--resume"]).Fails(65, "ZR4310", "shorter");
        var moved = Path.Combine(Zoning.Folder(), "pack");
        CopyFolder("rules/jingdezhen", moved);
        File.AppendAllText(Path.Combine(moved, "manifest.yaml"), "# changed\n");
        Zoning.RunWith(text, [.. arguments, "--resume", "--rules", moved]).Fails(65, "ZR4310", "the rule pack");
        File.WriteAllText(output + ".part.json", journal[..100]);
        Zoning.RunWith(text, [.. arguments, "--resume"]).Fails(65, "ZR4310", "damaged");
        File.WriteAllText(output + ".part.json", journal);
        File.WriteAllText(output + ".part", "");
        Zoning.RunWith(text, [.. arguments, "--resume"]).Fails(65, "ZR4310", "shorter");
    }

    [Theory]
    [InlineData(3, "ndjson")]
    [InlineData(4, "csv")]
    public void Shards_OneAfterAnother_AreTheWhole(int shards, string form)
    {
        var input = BatchFiles.File(Rows);
        var folder = Zoning.Folder();
        Zoning.Run("batch", input, "--output", Path.Combine(folder, $"whole.{form}"), "--summary", Path.Combine(folder, "whole.json"));
        var joined = new StringBuilder();
        var summaries = new List<string>();
        for (var k = 1; k <= shards; k++)
        {
            var part = Path.Combine(folder, $"{k}.{form}");
            summaries.Add(Path.Combine(folder, $"summary{k}.json"));
            var run = Zoning.Run("batch", input, "--shard", $"{k}/{shards}", "--output", part, "--summary", summaries[^1]);
            Assert.Equal(65, run.Code);
            joined.Append(File.ReadAllText(part));
        }

        Assert.Equal(File.ReadAllText(Path.Combine(folder, $"whole.{form}")), joined.ToString());
        var merged = Zoning.Run(["batch", "merge-summaries", .. summaries]);
        Assert.Equal(0, merged.Code);
        Assert.Equal(File.ReadAllText(Path.Combine(folder, "whole.json")), merged.Out);

        var some = Zoning.Run(["batch", "merge-summaries", .. summaries.Skip(1), "--lang", "en"]);
        Assert.Contains($"missing: 1/{shards}", some.Error, StringComparison.Ordinal);
        Zoning.Run("batch", "merge-summaries", summaries[0], summaries[0]).Fails(65, "ZR4314");
        Zoning.Run("batch", "merge-summaries", Path.Combine(folder, "whole.json"), summaries[0]).Fails(65, "ZR4314");
        Zoning.Run("batch", "merge-summaries", input, "gibt-es-nicht.json").Fails(65, "ZR4314", "ZR1001");
        File.WriteAllText(summaries[1], File.ReadAllText(summaries[1]).Replace("\"bad\": ", "\"bad\": 1", StringComparison.Ordinal));
        Zoning.Run("batch", "merge-summaries", summaries[1]).Fails(65, "ZR4314");
    }

    [Fact]
    public void Shards_MoreThanRows_AreEmptyOrOneRow()
    {
        var input = BatchFiles.File(2);
        var outputs = Enumerable.Range(1, 5).Select(k => Zoning.Run("batch", input, "--shard", $"{k}/5")).ToArray();
        Assert.All(outputs, o => Assert.Equal(0, o.Code));
        Assert.Equal(Zoning.Run("batch", input).Out, string.Concat(outputs.Select(o => o.Out)));
    }

    [Theory]
    [InlineData("batch")]
    [InlineData("batch", "a.csv", "--workers", "0")]
    [InlineData("batch", "a.csv", "--shard", "4/3")]
    [InlineData("batch", "a.csv", "--resume")]
    [InlineData("batch", "-", "--shard", "1/3")]
    [InlineData("batch", "a.csv", "--output", "a.txt")]
    [InlineData("batch", "a.csv", "--summary", "a.csv")]
    [InlineData("batch", "a.csv", "--detail", "everything")]
    [InlineData("batch", "merge-summaries")]
    public void Usage_IsWrong_Returns64(params string[] arguments) => Zoning.Run(arguments).Fails(64, "--help");

    [Fact]
    public void Output_ThatCannotBeWritten_IsTold()
    {
        var run = Zoning.Run("batch", BatchFiles.File(3), "--output", Path.Combine(Zoning.Folder(), "no", "out.ndjson"), "--lang", "en");
        run.Fails(65, "cannot write", "its folder does not exist");
    }

    [Fact]
    public void Progress_IsShownOnATerminalOnly()
    {
        var input = BatchFiles.File(300);
        Assert.DoesNotContain("\r", Zoning.Run("batch", input).Error, StringComparison.Ordinal);
        var terminal = Zoning.RunIn(a => a with { ErrorIsTerminal = true, Time = new RunningClock() }, "batch", input, "--lang", "en");
        Assert.Contains("screening", terminal.Error, StringComparison.Ordinal);
        Assert.Contains("/s", terminal.Error, StringComparison.Ordinal);
        Assert.Contains("left", terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Process_Killed_IsTakenUpToTheSameBytes()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var input = BatchFiles.File(6000);
        var whole = Run(input);
        var folder = Zoning.Folder();
        var output = Path.Combine(folder, "out.ndjson");
        string[] arguments = ["batch", input, "--output", output, "--summary", Path.Combine(folder, "summary.json"), "--date", "2026-11-22"];
        foreach (var signal in (string[])["-KILL", "-INT", "-TERM"])
        {
            using var process = Start([.. arguments, "--resume"]);
            var before = Length(output + ".part");
            while (!process.HasExited && Length(output + ".part") <= before)
            {
                await Task.Yield();
            }

            using var kill = Process.Start("kill", [signal, process.Id.ToString(CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync();
            await process.WaitForExitAsync();
            Assert.True(process.ExitCode is 130 or 137 or 65, $"{signal}: {process.ExitCode}");
            Assert.True(signal == "-KILL" || process.ExitCode is 130 or 65);
        }

        if (!File.Exists(output))
        {
            using var last = Start([.. arguments, "--resume"]);
            await last.WaitForExitAsync();
            Assert.Equal(65, last.ExitCode);
        }

        Assert.Equal(whole.Results, await File.ReadAllTextAsync(output));
        Assert.Equal(whole.Summary, await File.ReadAllTextAsync(Path.Combine(folder, "summary.json")));
    }

    [Fact]
    public async Task Memory_OfTwoHundredThousandRows_StaysBounded()
    {
        // A hard limit on the heap: were a few bytes kept for every row, or every row's result, the process would die of it.
        const int rows = 200_000;
        using var process = Start(["batch", "-", "--workers", "2", "--summary", Path.Combine(Zoning.Folder(), "s.json")], heapLimit: 96 * 1024 * 1024);
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < rows; i++)
            {
                await process.StandardInput.WriteAsync($$$"""{"name": "{{{i}}}", "attributes": {"project.catalogue-class": "eliminiert", "project.{{{i}}}": "x"}}""" + "\n");
            }

            process.StandardInput.Close();
        });
        var lines = 0;
        while (await process.StandardOutput.ReadLineAsync() is not null)
        {
            lines++;
        }

        await writing;
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 65, error);
        Assert.Equal(rows, lines);
    }

    private static (string Results, string Summary) Run(string input, params string[] more)
    {
        var folder = Zoning.Folder();
        var output = Path.Combine(folder, "out.ndjson");
        var summary = Path.Combine(folder, "summary.json");
        var run = Zoning.Run(["batch", input, "--output", output, "--summary", summary, "--date", "2026-11-22", .. more]);
        Assert.Equal(65, run.Code);
        return (File.ReadAllText(output), File.ReadAllText(summary));
    }

    private static Transcript Interrupt(string text, int after, string[] arguments) => Zoning.RunIn(
        a =>
        {
            var stop = new Interruption();
            return a with { Interruption = stop, OpenInput = () => new AskingStream(Encoding.UTF8.GetBytes(text), after, stop) };
        },
        arguments);

    private static long Length(string path) => File.Exists(path) ? new FileInfo(path).Length : 0;

    private static Process Start(string[] arguments, long? heapLimit = null)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "zoning.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        if (heapLimit is { } limit)
        {
            start.Environment["DOTNET_GCHeapHardLimit"] = limit.ToString("X", CultureInfo.InvariantCulture);
        }

        return Process.Start(start)!;
    }

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    // Gives its bytes a few at a time and asks to stop when so many have been given.
    private sealed class AskingStream(byte[] bytes, int after, Interruption stop) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer)
        {
            if (Position >= after)
            {
                stop.Ask();
            }

            return base.Read(buffer[..Math.Min(buffer.Length, 4096)]);
        }
    }

    // Every look at it finds a second more.
    private sealed class RunningClock : TimeProvider
    {
        private long seconds;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Interlocked.Increment(ref seconds);

        public override DateTimeOffset GetUtcNow() => new(2026, 11, 21, 17, 30, 0, TimeSpan.Zero);
    }
}
