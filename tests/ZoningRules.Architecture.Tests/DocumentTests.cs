using System.Text;
using System.Text.RegularExpressions;

namespace ZoningRules.Architecture.Tests;

/// <summary>What the documents say exists: names, links, records.</summary>
public sealed partial class DocumentTests
{
    public static TheoryData<string> Documents() => [.. Repository.Files("", ".md").Where(f => !f.Contains("/layers/data/", StringComparison.Ordinal))];

    [Fact]
    public void Concepts_NamesEveryPublicType()
    {
        var concepts = Repository.Read("docs/concepts.md");
        var missing = Subject.PublicTypes()
            .Select(t => t.Name.Split('`')[0])
            .Distinct()
            .Where(n => !Regex.IsMatch(concepts, $@"(?<!\w){n}(?!\w)"))
            .Order(StringComparer.Ordinal);

        Expect.None(missing);
    }

    [Fact]
    public void Concepts_NamesNoTypeThatIsGone()
    {
        var known = Subject.WrittenTypes().Select(t => t.Name.Split('`')[0]).ToHashSet();
        var types = Repository.Read("docs/concepts.md").Split("## Public types", 2)[1].Split("\n## ", 2)[0];
        var gone = FirstCell().Matches(types)
            .SelectMany(m => Code().Matches(m.Groups[1].Value))
            .Select(m => m.Groups[1].Value.Split('<')[0])
            .Where(n => !known.Contains(n));

        Expect.None(gone);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Links_Resolve(string document)
    {
        var text = Fence().Replace(Repository.Read(document), "");
        var folder = Path.GetDirectoryName(Repository.Full(document))!;
        var broken = new List<string>();
        foreach (var target in Link().Matches(text).Select(m => m.Groups[1].Value).Where(t => !t.Contains("://", StringComparison.Ordinal)))
        {
            var parts = target.Split('#', 2);
            var path = parts[0].Length == 0 ? Repository.Full(document) : Path.GetFullPath(Path.Combine(folder, Uri.UnescapeDataString(parts[0])));
            if (!File.Exists(path) && !Directory.Exists(path))
            {
                broken.Add(target);
            }
            else if (parts is [_, var anchor] && path.EndsWith(".md", StringComparison.Ordinal) && !Anchors(path).Contains(Uri.UnescapeDataString(anchor)))
            {
                broken.Add($"{target} (no such heading)");
            }
        }

        Expect.None(broken);
    }

    [Fact]
    public void Decisions_AreNumberedWithoutGaps()
    {
        var numbers = Repository.Files("docs/decisions", ".md").Select(f => Path.GetFileName(f)).Where(f => f != "README.md").Select(f => f[..4]).ToArray();

        Assert.Equal(Enumerable.Range(1, numbers.Length).Select(n => n.ToString("0000", System.Globalization.CultureInfo.InvariantCulture)), numbers);
    }

    [Fact]
    public void Decisions_HaveStatusImplementationAndThreeParts()
    {
        foreach (var file in Repository.Files("docs/decisions", ".md").Where(f => !f.EndsWith("README.md", StringComparison.Ordinal)))
        {
            var text = Repository.Read(file);
            Assert.StartsWith($"# {Path.GetFileName(file)[..4]}. ", text, StringComparison.Ordinal);
            Assert.Matches(@"\n- Status: (proposed|accepted|rejected|superseded by \d{4})\n", text);
            Assert.Matches(@"\n- Implementation: (none|partial|done)\b[^\n]*\n", text);
            Assert.Contains("\n## Context\n", text, StringComparison.Ordinal);
            Assert.Contains("\n## Decision\n", text, StringComparison.Ordinal);
            Assert.Contains("\n## Consequences\n", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.zh.md")]
    public void Readme_NamesTheTwoCommands(string readme)
    {
        var text = Repository.Read(readme);

        Assert.Contains("dotnet run --project src/ZoningRules.Cli -c Release -- check samples/proposals/", text, StringComparison.Ordinal);
        Assert.Contains("dotnet test ZoningRules.sln -c Release", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Performance_HasNoPlaceholder() =>
        Assert.DoesNotMatch(@"\b(TBD|TO" + @"DO|XX+)\b|\?\?\?", Repository.Read("docs/performance.md"));

    // The anchors that GitHub makes of headings.
    private static HashSet<string> Anchors(string path) =>
        [.. Heading().Matches(Fence().Replace(File.ReadAllText(path), "")).Select(m => Slug(m.Groups[1].Value))];

    private static string Slug(string heading)
    {
        var slug = new StringBuilder();
        foreach (var letter in heading.Trim().ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(letter) || letter is '-' or '_')
            {
                slug.Append(letter);
            }
            else if (letter == ' ')
            {
                slug.Append('-');
            }
        }

        return slug.ToString();
    }

    [GeneratedRegex(@"^\|([^|]*)\|", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex FirstCell();

    [GeneratedRegex("`([A-Z][^`]*)`", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex(@"^```[\s\S]*?^```|`[^`\n]*`", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\[[^\]]*\]\(([^)\s]+)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"^#{1,6} (.+)$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Heading();
}
