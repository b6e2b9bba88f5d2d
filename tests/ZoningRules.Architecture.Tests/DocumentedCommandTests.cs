using System.Text.RegularExpressions;

namespace ZoningRules.Architecture.Tests;

/// <summary>
/// Every command in a fenced <c>sh</c> block of a document is run, with the built command in place of <c>dotnet run</c>. A comment <c># exit N</c> states its
/// exit code.
/// A fenced <c>text</c> block after a command is an excerpt of its output: its lines must come in that order; a line of one ellipsis stands for lines left out.
/// </summary>
[TestCaseOrderer("ZoningRules.Architecture.Tests.DocumentOrder", "ZoningRules.Architecture.Tests")]
public sealed partial class DocumentedCommandTests(DocumentedCommandTests.Workplace workplace) : IClassFixture<DocumentedCommandTests.Workplace>
{
    private const string Run = "dotnet run --project src/ZoningRules.Cli -c Release -- ";

    /// <summary>Commands that are not run here, by how they start, with the reason.</summary>
    private static readonly Dictionary<string, string> Exempt = new()
    {
        ["dotnet test"] = "would run these tests inside themselves; .ci/run runs it",
        ["dotnet test samples/rule-tests"] = "RuleTestSampleTests runs it against the packed libraries",
        ["dotnet pack"] = "EmbeddingSampleTests packs",
        ["dotnet run --project samples/embedding"] = "EmbeddingSampleTests builds and runs the sample against the packed libraries",
        ["dotnet run --project benchmarks/ZoningRules.Benchmarks"] = "takes minutes; docs/performance.md holds what it printed",
        ["dotnet tool install"] = "changes the user's machine; the package itself is packed by .ci/run",
        ["eng/measure-start.sh"] = "publishes twice and measures wall times; docs/performance.md holds what it printed",
        [".ci/run"] = "runs these tests",
        ["eng/write-batch-samples.sh"] = "rewrites samples with GDAL; the files are committed",
        ["dotnet build"] = "has been done when a test runs",
        [Run + "rules watch"] = "runs until it is stopped; WatchTests runs it and stops it",
        ["UPDATE_GOLDEN=1 dotnet test"] = "rewrites golden files",
    };

    public static TheoryData<string, int, string> Commands()
    {
        var commands = new TheoryData<string, int, string>();
        foreach (var document in Repository.Files("", ".md"))
        {
            foreach (var command in Read(document))
            {
                commands.Add(document, command.Line, command.Text);
            }
        }

        return commands;
    }

    [Fact]
    public void Readmes_HaveCommandsForEveryVerb()
    {
        foreach (var readme in (string[])["README.md", "README.zh.md"])
        {
            var commands = Read(readme).Select(c => c.Text).ToArray();
            Assert.All(
                (string[])["check ", "batch ", "locate ", "ask ", "rules validate", "rules show"],
                verb => Assert.Contains(commands, c => c.StartsWith(Run + verb, StringComparison.Ordinal)));
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Command_DoesWhatTheDocumentSays(string document, int line, string command)
    {
        if (Exempt.Keys.Any(e => command.StartsWith(e, StringComparison.Ordinal)))
        {
            return;
        }

        Assert.StartsWith(Run, command, StringComparison.Ordinal);
        var said = Read(document).Single(c => c.Line == line);
        var words = Words().Matches(command[Run.Length..]).Select(m => m.Value.Trim('"', '\'')).ToArray();
        var (code, output, error) = await Shell.Run("dotnet", [Path.Combine(AppContext.BaseDirectory, "zoning.dll"), .. words], workplace.Folder);
        if (said.Exit is { } exit)
        {
            Assert.True(code == exit, $"exit code {code}, not {exit}\n{error}");
        }
        else
        {
            Assert.True(code is 0 or 2 or 3, $"exit code {code}\n{error}");
        }

        var from = 0;
        foreach (var excerpt in said.Excerpt.Select(e => e.TrimEnd()).Where(e => e is not ("…" or "...")))
        {
            var at = output.IndexOf(excerpt, from, StringComparison.Ordinal);
            Assert.True(at >= 0, $"`{excerpt}` is not in the output, or not in this order:\n{output}");
            from = at + excerpt.Length;
        }
    }

    private static IEnumerable<Documented> Read(string document)
    {
        var lines = Repository.Read(document).ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i] != "```sh")
            {
                continue;
            }

            var end = Array.IndexOf(lines, "```", i + 1);
            var commands = Enumerable.Range(i + 1, end - i - 1).Where(n => lines[n].Trim().Length > 0 && !lines[n].StartsWith('#')).ToArray();
            var excerpt = Excerpt(lines, end + 1);
            foreach (var number in commands)
            {
                var exit = Exit().Match(lines[number]);
                yield return new(
                    number + 1,
                    Comment().Replace(lines[number], "").Trim(),
                    exit.Success ? int.Parse(exit.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) : null,
                    number == commands[^1] ? excerpt : []);
            }

            i = end;
        }
    }

    private static string[] Excerpt(string[] lines, int from)
    {
        while (from < lines.Length && lines[from].Length == 0)
        {
            from++;
        }

        return from < lines.Length && lines[from] == "```text" ? lines[(from + 1)..Array.IndexOf(lines, "```", from + 1)] : [];
    }

    [GeneratedRegex("""(?:[^\s"']|"[^"]*"|'[^']*')+""", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex(@"\s#\s*exit (\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex Exit();

    [GeneratedRegex(@"\s#\s.*$", RegexOptions.CultureInvariant)]
    private static partial Regex Comment();

    /// <summary>A copy of what commands read, so that one that writes a file leaves the repository alone.</summary>
    public sealed class Workplace : IDisposable
    {
        public Workplace()
        {
            foreach (var file in new[] { "rules", "samples" }.SelectMany(f => Repository.Files(f)))
            {
                var copy = Path.Combine(Folder, file);
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(Repository.Full(file), copy);
            }
        }

        public string Folder { get; } = Directory.CreateTempSubdirectory("zoning-documents-").FullName;

        public void Dispose() => Directory.Delete(Folder, true);
    }

    private sealed record Documented(int Line, string Text, int? Exit, string[] Excerpt);
}
