using System.Text.Json;
using System.Text.RegularExpressions;
using ZoningRules.Findings;
using ZoningRules.Problems;
using ZoningRules.Reports;
using ZoningRules.Verdicts;

namespace ZoningRules.Tests.Reports;

public sealed class ReportTests
{
    private const string Hostile = "<script>alert('x')</script> | \"a\" & **b** `c` [d](http://e) \u001b[31m\u202eevil\r\n# heading \ud83c\udfed";

    public static TheoryData<string, ReportFormat, Language> Goldens()
    {
        var data = new TheoryData<string, ReportFormat, Language>();
        foreach (var name in new[] { "prohibited", "in-town", "margin-prohibited", "margin-undetermined" })
        {
            foreach (var format in Enum.GetValues<ReportFormat>())
            {
                data.Add(name, format, Language.Zh);
                data.Add(name, format, Language.En);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Goldens))]
    public void Render_Sample_MatchesGoldenFile(string name, ReportFormat format, Language language)
    {
        var assessment = name switch
        {
            "prohibited" => SampleAssessments.Prohibited(),
            "in-town" => SampleAssessments.InTown(),
            "margin-prohibited" => SampleMargins.Prohibited(),
            _ => SampleMargins.Undetermined(),
        };
        var ending = format switch
        {
            ReportFormat.Text => "txt",
            ReportFormat.Json => "json",
            ReportFormat.Markdown => "md",
            _ => "html",
        };
        GoldenFile.Matches(
            $"tests/ZoningRules.Tests/Reports/golden/{name}.{(language == Language.Zh ? "zh" : "en")}.{ending}", Report.Render([assessment], format, language));
    }

    [Fact]
    public void Render_MarginWithLittleToTell_SaysSo()
    {
        var nowhere = Report.Render([SampleMargins.WithoutSite()], ReportFormat.Text, Language.Zh);
        Assert.Contains("没有场址图形，无法给出边界裕度", nowhere, StringComparison.Ordinal);
        Assert.Contains("无论怎样变更都不能准入（已证明）", nowhere, StringComparison.Ordinal);
        Assert.Contains("没有哪一条始终违反，但各条轮流成立", nowhere, StringComparison.Ordinal);
        Assert.Contains(
            "changing up to 1 declared values is not enough", Report.Render([SampleMargins.NothingFound()], ReportFormat.Text, Language.En), StringComparison.Ordinal);
        Assert.DoesNotContain("裕度", Report.Render([SampleAssessments.Prohibited()], ReportFormat.Text, Language.Zh), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.Zh)]
    [InlineData(Language.En)]
    public void Json_AnyAssessment_FitsTheSchema(Language language)
    {
        var schema = JsonSchema.Load(Path.Combine(GoldenFile.Repository, "docs/schemas/assessment.schema.json"));
        foreach (var assessment in new[]
        {
            SampleAssessments.Prohibited(), SampleAssessments.InTown(), SampleAssessments.Hostile(Hostile),
            SampleMargins.Prohibited(), SampleMargins.Undetermined(), SampleMargins.WithoutSite(), SampleMargins.NothingFound(),
        })
        {
            Assert.Empty(schema.Faults(JsonReport.Render([assessment], language)));
        }
    }

    [Fact]
    public void Json_ContractMembers_StandInTheOrderOfTheDesign()
    {
        using var document = JsonDocument.Parse(JsonReport.Render([SampleAssessments.Prohibited()], Language.Zh));
        var names = document.RootElement.EnumerateObject().Select(m => m.Name).ToList();
        string[] contract = ["schema", "proposal", "governingDate", "verdict", "possible", "units", "findings", "questions", "obligations", "lapsed", "notLoaded", "receipt"];
        Assert.Equal(contract, names.Where(contract.Contains));
    }

    [Fact]
    public void Json_Several_IsAnArray()
    {
        var assessment = SampleAssessments.Prohibited();
        using var two = JsonDocument.Parse(JsonReport.Render([assessment, assessment], Language.Zh));
        using var one = JsonDocument.Parse(JsonReport.RenderArray([assessment], Language.Zh));
        Assert.Equal(2, two.RootElement.GetArrayLength());
        Assert.Equal(1, one.RootElement.GetArrayLength());
    }

    [Fact]
    public void Json_Chinese_IsReadable() =>
        Assert.Contains("年产 5 万吨", JsonReport.Render([SampleAssessments.Prohibited()], Language.En), StringComparison.Ordinal);

    [Fact]
    public void Json_LoneSurrogate_IsStillJson()
    {
        using var document = JsonDocument.Parse(JsonReport.Render([SampleAssessments.Hostile("a\ud800b")], Language.Zh));
        Assert.Equal("a\ufffdb", document.RootElement.GetProperty("proposal").GetProperty("name").GetString());
    }

    [Fact]
    public void Html_HostileInput_IsInert()
    {
        var html = HtmlReport.Render([SampleAssessments.Hostile(Hostile)], Language.Zh);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\u001b', html);
        Assert.DoesNotContain('\u202e', html);
        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.Zh, "zh-CN")]
    [InlineData(Language.En, "en")]
    public void Html_AnyAssessment_IsWellFormedSelfContainedAndAccessible(Language language, string lang)
    {
        var html = HtmlReport.Render([SampleAssessments.Prohibited(), SampleAssessments.InTown(), SampleAssessments.Hostile(Hostile)], language);
        Assert.StartsWith($"<!DOCTYPE html>\n<html lang=\"{lang}\">", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("(src|href)=|url\\(|@import|<script|javascript:", Regex.Replace(html, "&[a-z#0-9]+;", ""));
        Assert.Equal(Regex.Count(html, "<table>"), Regex.Count(html, "<caption>"));
        Assert.DoesNotMatch("<th>", html);
        Assert.Empty(Unclosed(html));
        Assert.Equal(3, Regex.Count(html, "<h1>"));
    }

    [Fact]
    public void Markdown_HostileInput_OpensNoCellLinkOrElement()
    {
        var markdown = MarkdownReport.Render([SampleAssessments.Hostile(Hostile)], Language.Zh);
        Assert.DoesNotContain("<script", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("[d](", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', markdown);
        Assert.DoesNotContain("\n# heading", markdown, StringComparison.Ordinal);
        foreach (var table in markdown.Split("\n\n").Where(p => p.StartsWith('|')))
        {
            var cells = table.TrimEnd().Split('\n').Select(r => Regex.Count(r, @"(?<!\\)\|")).Distinct();
            Assert.Single(cells);
        }
    }

    [Fact]
    public void Text_HostileInput_CannotSteerTheTerminal()
    {
        var text = TextReport.Render([SampleAssessments.Hostile(Hostile)], Language.Zh);
        Assert.DoesNotContain(text, c => char.IsControl(c) && c != '\n');
        Assert.DoesNotContain('\u202e', text);
    }

    [Theory]
    [InlineData(Language.Zh)]
    [InlineData(Language.En)]
    public void Text_AnyLine_FitsIn100Columns(Language language)
    {
        var long1 = new string('长', 300);
        var long2 = new string('x', 300);
        foreach (var assessment in new[] { SampleAssessments.Prohibited(), SampleAssessments.InTown(), SampleAssessments.Hostile(long1), SampleAssessments.Hostile(long2) })
        {
            Assert.All(TextReport.Render([assessment], language).Split('\n'), line => Assert.InRange(Columns(line), 0, 100));
        }
    }

    [Fact]
    public void Text_AnyLine_DoesNotStartWithClosingPunctuation() =>
        Assert.All(
            TextReport.Render([SampleAssessments.Prohibited(), SampleAssessments.InTown()], Language.Zh).Split('\n'),
            line => Assert.DoesNotMatch("^ *[，。、；：）》”]", line));

    [Fact]
    public void Text_FirstLine_IsTheVerdict()
    {
        Assert.StartsWith("结论：", TextReport.Render([SampleAssessments.Prohibited()], Language.Zh), StringComparison.Ordinal);
        Assert.Contains("不予准入", TextReport.Render([SampleAssessments.Prohibited()], Language.Zh).Split('\n')[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ReportFormat.Text)]
    [InlineData(ReportFormat.Markdown)]
    [InlineData(ReportFormat.Html)]
    public void Render_Illustrative_SaysSo(ReportFormat format) =>
        Assert.Contains("示意，非法定界线", Report.Render([SampleAssessments.Prohibited()], format, Language.Zh), StringComparison.Ordinal);

    [Theory]
    [InlineData(ReportFormat.Text)]
    [InlineData(ReportFormat.Markdown)]
    [InlineData(ReportFormat.Html)]
    public void Render_ViolatedNorm_QuotesItsSentence(ReportFormat format) =>
        Assert.Contains("1公里范围内不得新上化工等重污染项目", Report.Render([SampleAssessments.Prohibited()], format, Language.En).Replace("\n      ", "", StringComparison.Ordinal), StringComparison.Ordinal);

    [Fact]
    public void Render_Twice_IsTheSame()
    {
        foreach (var format in Enum.GetValues<ReportFormat>())
        {
            Assert.Equal(
                Report.Render([SampleAssessments.InTown()], format, Language.Zh), Report.Render([SampleAssessments.InTown()], format, Language.Zh));
        }
    }

    [Fact]
    public void Render_Nothing_IsRefused() => Assert.Throws<ArgumentException>(() => Report.Render([], ReportFormat.Text, Language.Zh));

    [Fact]
    public void Labels_EveryCase_HasItsWord()
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            Assert.Distinct(Enum.GetValues<Verdict>().Select(v => Labels.Of(v, language)));
            Assert.Distinct(Enum.GetValues<Outcome>().Select(v => Labels.Of(v, language)));
            Assert.Distinct(Enum.GetValues<ZoningRules.Locations.ControlCategory>().Select(v => Labels.Of(v, language)));
            Assert.Distinct(Enum.GetValues<ZoningRules.RulePacks.Dimension>().Select(v => Labels.Of(v, language)));
            Assert.Distinct(Enum.GetValues<ZoningRules.Facts.FactOrigin>().Select(v => Labels.Of(v, language)));
            Assert.Distinct(Enum.GetValues<ZoningRules.Facts.UnknownReasons>().Select(v => Labels.Of(v, language)));
            Assert.Distinct(Enum.GetValues<ZoningRules.RulePacks.Effect>().Select(v => Labels.Of(v, language)));
            Assert.Distinct(Enum.GetValues<ZoningRules.Locations.Answerer>().Select(v => Labels.Of(v, language)));
            Assert.Distinct(Enum.GetValues<TraceRole>().Select(v => Labels.Of(v, language)));
            Assert.Distinct(Enum.GetValues<ZoningRules.Measures.Truth>().Select(v => Labels.Of(v, language)));
            Assert.Distinct(Enum.GetValues<ZoningRules.Locations.LayerStatus>().Select(v => Labels.Of(v, language)));
            Assert.Distinct(Enum.GetValues<ZoningRules.Locations.LayerShape>().Select(v => Labels.Of(v, language)));
            Assert.Distinct(Enum.GetValues<DoubtKind>().Select(v => Labels.Of(v, language)));
            Assert.Distinct(Enum.GetValues<CandidateBasis>().Select(v => Labels.Of(v, language)));
            Assert.Distinct(Enum.GetValues<ZoningRules.RulePacks.ReadingStatus>().Select(v => Labels.Of(v, language)));
        }
    }

    [Fact]
    public void Labels_VerdictsAndOutcomes_AreTheWordsOfTheDesign()
    {
        Assert.Equal(["符合准入", "有条件准入", "暂不能判定", "不予准入"], Enum.GetValues<Verdict>().Select(v => Labels.Of(v, Language.Zh)));
        Assert.Equal(["不适用", "符合", "有条件", "待定", "不符合"], Enum.GetValues<Outcome>().Select(v => Labels.Of(v, Language.Zh)));
    }

    // Counts columns its own way: what the reports and this agree on is not a shared mistake.
    private static int Columns(string line) => line.EnumerateRunes().Sum(r => r.Value is (>= 0x2e80 and <= 0xffdc) or >= 0x1f000 && r.Value is not (>= 0xfe00 and <= 0xfe0f) ? 2 : 1);

    private static List<string> Unclosed(string html)
    {
        var open = new Stack<string>();
        var faults = new List<string>();
        foreach (Match tag in Regex.Matches(html, "<(/?)([a-z0-9]+)[^>]*>"))
        {
            var name = tag.Groups[2].Value;
            if (name is "meta" or "br")
            {
                continue;
            }

            if (tag.Groups[1].Length == 0)
            {
                open.Push(name);
            }
            else if (open.Count == 0 || open.Pop() != name)
            {
                faults.Add(tag.Value);
            }
        }

        return [.. faults, .. open];
    }
}
