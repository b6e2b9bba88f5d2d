using System.Text.RegularExpressions;
using ZoningRules.RulePacks;

namespace ZoningRules.Architecture.Tests;

/// <summary>
/// Builds samples/rule-tests against the packages and runs the commands of its README: the pack passes, its copy with a slip fails with a case that the repaired pack can keep.
/// </summary>
public sealed partial class RuleTestSampleTests
{
    private const string Sample = "samples/rule-tests";
    private const string InTheRepository = "dotnet test samples/rule-tests ";

    [Fact]
    public async Task Commands_OfTheReadme_PassAndFailAsItSays()
    {
        var commands = Commands().ToArray();
        Assert.Equal(2, commands.Length);
        using var sample = await PackedSample.Of(Sample, "tests/ZoningRules.Testing.Tests", "ZoningRules", "ZoningRules.Testing");

        var good = await sample.Run(["test", .. commands[0].Split(' ')]);
        var wrong = await sample.Run(["test", .. commands[1].Split(' '), "--no-build"]);

        Assert.True(good.Code == 0 && good.Output.Contains("Passed:     1", StringComparison.Ordinal), $"{good.Output}\n{good.Error}");
        Assert.True(wrong.Code == 1 && wrong.Output.Contains("Failed:     1", StringComparison.Ordinal), $"{wrong.Output}\n{wrong.Error}");
        var message = Message().Match(wrong.Output.ReplaceLineEndings("\n")).Groups[1].Value.Trim() + "\n";
        var golden = Repository.Full($"{Sample}/output.txt");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            await File.WriteAllTextAsync(golden, message);
        }

        Assert.Equal((await File.ReadAllTextAsync(golden)).ReplaceLineEndings("\n"), message);
    }

    [Fact]
    public async Task PrintedCase_SavedAsItIs_IsReadByBothPacksAndTheirVerdictsDiffer()
    {
        var output = (await File.ReadAllTextAsync(Repository.Full($"{Sample}/output.txt"))).ReplaceLineEndings("\n");
        var text = output[output.LastIndexOf("schema: zoning-case/1\n", StringComparison.Ordinal)..];
        var folder = Directory.CreateTempSubdirectory("zoning-slip-");
        try
        {
            foreach (var file in Repository.Files($"{Sample}/pack"))
            {
                var copy = Path.Combine(folder.FullName, Path.GetRelativePath($"{Sample}/pack", file));
                var slip = Repository.Full(Path.Combine(Sample, "slip", Path.GetRelativePath($"{Sample}/pack", file)));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(File.Exists(slip) ? slip : Repository.Full(file), copy);
            }

            Assert.Equal("Admissible", VerdictOf(folder.FullName, text));
            Assert.Equal("Prohibited", VerdictOf(Repository.Full($"{Sample}/pack"), text));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Sample_IsNotInTheSolution() =>
        Assert.DoesNotContain("RuleTests.csproj", await File.ReadAllTextAsync(Repository.Full("ZoningRules.sln")), StringComparison.Ordinal);

    private static string VerdictOf(string folder, string text)
    {
        var pack = RulePackReader.Read(folder).Require();
        var @case = CaseReader.Parse("saved.yaml", System.Text.Encoding.UTF8.GetBytes(text), pack).Require();
        return Assessing.CaseCheck.Assess(new(pack), @case).Require().Verdict.ToString();
    }

    // What follows `dotnet test samples/rule-tests` on the lines of the README's blocks.
    private static IEnumerable<string> Commands() => Repository.Read($"{Sample}/README.md").ReplaceLineEndings("\n").Split('\n')
        .Where(l => l.StartsWith(InTheRepository, StringComparison.Ordinal))
        .Select(l => l[InTheRepository.Length..].Split(" # ")[0].Trim());

    [GeneratedRegex(@"Error Message:\n(.*?)\n\s*Stack Trace:", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Message();
}
