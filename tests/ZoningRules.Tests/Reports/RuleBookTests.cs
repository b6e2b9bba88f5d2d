using System.Collections.Immutable;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ZoningRules.Problems;
using ZoningRules.Reports;
using ZoningRules.RulePacks;

namespace ZoningRules.Tests.Reports;

public sealed class RuleBookTests
{
    private static readonly Lazy<RulePack> Jingdezhen = new(() => Read("rules/jingdezhen"));

    public static TheoryData<string, Language[]> Languages() => new()
    {
        { "zh", [Language.Zh] },
        { "en", [Language.En] },
        { "both", [Language.Zh, Language.En] },
    };

    [Theory]
    [MemberData(nameof(Languages))]
    public void Render_FirstPack_MatchesGoldenFiles(string name, Language[] languages)
    {
        var pack = Read("samples/first-pack");
        GoldenFile.Matches($"tests/ZoningRules.Tests/Reports/golden/book-first-pack.{name}.md", RuleBook.RenderMarkdown(pack, [.. languages]));
        GoldenFile.Matches($"tests/ZoningRules.Tests/Reports/golden/book-first-pack.{name}.html", RuleBook.RenderHtml(pack, [.. languages]));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Render_TheRiversOfJingdezhen_MatchGoldenFile(string name, Language[] languages)
    {
        var text = RuleBook.RenderMarkdown(Jingdezhen.Value, [.. languages]);
        var from = text.IndexOf("### JDZ-2020-09 ", StringComparison.Ordinal);
        GoldenFile.Matches($"tests/ZoningRules.Tests/Reports/golden/book-jingdezhen-09.{name}.md", text[from..text.IndexOf("### JDZ-2020-10 ", StringComparison.Ordinal)]);
    }

    [Fact]
    public void RenderMarkdown_Requirements_StandInTheOrderOfTheDocument()
    {
        var text = RuleBook.RenderMarkdown(Jingdezhen.Value, [Language.Zh]);
        var written = Regex.Matches(text, "^### (JDZ-[A-Z0-9-]+) ", RegexOptions.Multiline).Select(m => m.Groups[1].Value).ToArray();

        Assert.Equal(["JDZ-2020-PRIORITY", "JDZ-2020-KEY", "JDZ-2020-GENERAL", "JDZ-2020-01"], written[..4]);
        Assert.Equal("JDZ-2020-24", written[^1]);
        Assert.Equal(Jingdezhen.Value.Requirements.Length, written.Length);
    }

    [Theory]
    [InlineData(Language.Zh)]
    [InlineData(Language.En)]
    public void RenderHtml_Jingdezhen_HoldsEverythingOnASafePage(Language language)
    {
        var html = RuleBook.RenderHtml(Jingdezhen.Value, [language]);

        Assert.Equal(html, RuleBook.RenderHtml(Read("rules/jingdezhen"), [language]));
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("(src|href)=", html);
        Assert.All(Jingdezhen.Value.Norms, n => Assert.Contains($"<h4>{n.Norm.Id}  ", html, StringComparison.Ordinal));
        Assert.All(Jingdezhen.Value.Norms, n => Assert.Contains(HtmlReport.Escape(n.Norm.Gist.In(language)), html, StringComparison.Ordinal));
        Assert.All(Jingdezhen.Value.Lists, l => Assert.Contains($"<h3>{l.Name}  ", html, StringComparison.Ordinal));
        Assert.All(
            Jingdezhen.Value.Requirements.SelectMany(r => r.Terms).Where(t => !t.Confirmed), t => Assert.Contains(HtmlReport.Escape(t.Issue.In(language)), html, StringComparison.Ordinal));
        var levels = Regex.Matches(html, "<h([1-6])>").Select(m => m.Groups[1].Value[0] - '0').ToArray();
        Assert.Equal(1, levels[0]);
        Assert.Single(levels, 1);
        Assert.All(levels.Zip(levels[1..]), p => Assert.True(p.Second <= p.First + 1, $"a heading of level {p.Second} follows one of level {p.First}"));
        // Well formed apart from the elements that HTML leaves open.
        _ = XDocument.Parse(Regex.Replace(html[html.IndexOf("<main>", StringComparison.Ordinal)..(html.IndexOf("</main>", StringComparison.Ordinal) + 7)], "<br>", "<br/>"));
    }

    [Fact]
    public void MarkedQuote_EveryQuote_IsWholeAndMarksEverySpan()
    {
        foreach (var requirement in Jingdezhen.Value.Requirements)
        {
            var runs = MarkedQuote.Of(requirement);

            Assert.Equal(requirement.Citation.Quote, string.Concat(runs.Where(r => r.Style != RunStyle.Muted).Select(r => r.Text)));
            Assert.Equal(requirement.Norms.Length, runs.Where(r => r.Style == RunStyle.Muted).Sum(r => r.Text.Split(' ').Length));
            Assert.Contains(runs, r => r.Style == RunStyle.Marked);
        }
    }

    [Fact]
    public void OpenPoints_Jingdezhen_AreEveryTermReadingListAndRemainder()
    {
        var pack = Jingdezhen.Value;
        var points = OpenPoints.Of(pack, pack.Requirements).GroupBy(p => p.Kind.En).ToDictionary(g => g.Key, g => g.Count());

        Assert.Equal(pack.Requirements.Sum(r => r.Terms.Count(t => !t.Confirmed)), points["term"]);
        Assert.Equal(pack.Norms.Count(n => !n.Norm.Readings.IsEmpty), points["reading"]);
        Assert.Equal(pack.Lists.Count(l => l.Open), points["open list"]);
        Assert.Equal(pack.Lists.Count(l => l.Interpretation), points["codes mapped to words"]);
        Assert.Equal(pack.Requirements.Sum(r => r.Remainder.Length), points.GetValueOrDefault("words not encoded"));
    }

    [Fact]
    public void Render_NoLanguageOrOneTwice_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => RuleBook.RenderHtml(Jingdezhen.Value, []));
        Assert.Throws<ArgumentException>(() => RuleBook.RenderMarkdown(Jingdezhen.Value, [Language.En, Language.En]));
    }

    private static RulePack Read(string folder) => RulePackReader.Read(Path.Combine(GoldenFile.Repository, folder)) is { Succeeded: true, Value: var pack }
        ? pack
        : throw new InvalidOperationException($"{folder} has problems");
}
