using System.Text.RegularExpressions;

namespace ZoningRules.Architecture.Tests;

/// <summary>What no file of this repository may be or say.</summary>
public sealed class FileTests
{
    private static readonly string[] Texts =
        [".cs", ".csproj", ".props", ".targets", ".md", ".yaml", ".yml", ".json", ".geojson", ".txt", ".csv", ".sh", ".config", ".sln", ".html"];

    /// <summary>Places of one machine, and hosts that only some machines can reach. Each is written in two parts so that this file does not hold it.</summary>
    private static readonly string[] Forbidden =
    [
        "/wo" + "rk/", "/ho" + "me/", "/ro" + "ot/", "/tm" + "p/", "C:" + @"\Users", "/Use" + "rs/",
        "api.nuget" + ".org", "www.nuget" + ".org/api", "registry.npm" + "js.org", "pypi" + ".org", "artifact" + "ory", "pkgs.dev.azure" + ".com", "local" + "host",
    ];

    [Fact]
    public void Sources_AreAtMost500Lines()
    {
        var tooLong = Sources()
            .Select(f => (File: f, Lines: File.ReadLines(Repository.Full(f)).Count()))
            .Where(f => f.Lines > 500)
            .Select(f => $"{f.File}: {f.Lines} lines");

        Expect.None(tooLong);
    }

    [Fact]
    public void Files_NameNoMachineAndNoRegistry()
    {
        var found = new List<string>();
        foreach (var file in Everything())
        {
            var text = Repository.Read(file);
            found.AddRange(Forbidden.Where(f => text.Contains(f, StringComparison.OrdinalIgnoreCase)).Select(f => $"{file} says `{f}`"));
        }

        Expect.None(found);
    }

    [Fact]
    public void Folders_AreSubjectsAndNotKinds()
    {
        string[] kinds = ["Models", "Interfaces", "Exceptions", "Helpers", "Utils", "Common", "Misc", "Services", "Extensions", "Types"];

        Assert.DoesNotContain(Repository.Files("src", ".cs"), f => f.Split('/').Any(kinds.Contains));
    }

    [Fact]
    public void Todos_CarryANumber() =>
        Assert.DoesNotContain(Sources(), f => Regex.IsMatch(Repository.Read(f), @"//.*\b(TO" + @"DO|FIX" + @"ME|HA" + @"CK)\b(?! #\d)"));

    [Fact]
    public void Versions_StandInOnePlace()
    {
        var elsewhere = Repository.Files("", ".csproj").Where(f => !f.StartsWith("samples/", StringComparison.Ordinal))
            .Where(f => Regex.IsMatch(Repository.Read(f), @"<PackageReference[^>]*\bVersion="));

        Expect.None(elsewhere);
    }

    [Fact]
    public void Packages_AreAllNamedInThirdParty_WithTheirVersion()
    {
        var named = Repository.Read("THIRD-PARTY.md");
        var missing = Regex.Matches(Repository.Read("Directory.Packages.props"), "<PackageVersion Include=\"([^\"]+)\" Version=\"([^\"]+)\"")
            .Select(m => $"| {m.Groups[1].Value} | {m.Groups[2].Value} |")
            .Where(row => !named.Contains(row, StringComparison.Ordinal));

        Expect.None(missing);
    }

    private static IEnumerable<string> Sources() => new[] { "src", "tests", "benchmarks", "samples" }.SelectMany(f => Repository.Files(f, ".cs"));

    private static IEnumerable<string> Everything() => new[] { "src", "tests", "benchmarks", "samples", "docs", "rules", "eng", ".ci" }
        .SelectMany(f => Repository.Files(f, Texts))
        .Concat(Directory.GetFiles(Repository.Root).Select(f => Path.GetFileName(f)).Where(f => Texts.Any(e => f.EndsWith(e, StringComparison.Ordinal))))
        .Append(".ci/run");
}
