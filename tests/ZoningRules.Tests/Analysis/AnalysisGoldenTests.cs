using ZoningRules.Analysis;
using ZoningRules.Problems;
using ZoningRules.Tests.Reports;
using ZoningRules.Tests.RulePacks;

namespace ZoningRules.Tests.Analysis;

/// <summary>What <c>rules lint</c> and <c>rules diff</c> print about a small pack, whole.</summary>
public sealed class AnalysisGoldenTests
{
    private const string City = "requirements/city/all.yaml";
    private const string Golden = "tests/ZoningRules.Tests/Analysis/golden";

    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData(Language.Zh)]
    [InlineData(Language.En)]
    public void Lint_Text_IsTheGoldenFile(Language language) => Lint($"lint.{Code(language)}.txt", r => RemarkReport.Render(r, language));

    [Theory]
    [InlineData(Language.Zh)]
    [InlineData(Language.En)]
    public void Lint_Json_IsTheGoldenFile(Language language) => Lint($"lint.{Code(language)}.json", r => RemarkJson.Render(r, language));

    [Theory]
    [InlineData(Language.Zh)]
    [InlineData(Language.En)]
    public void Lint_Sarif_IsTheGoldenFile(Language language) => Lint(
        $"lint.{Code(language)}.sarif", r => RemarkJson.RenderSarif(r, language).Replace($"\"{typeof(RemarkJson).Assembly.GetName().Version!.ToString(3)}\"", "\"VERSION\"", StringComparison.Ordinal));

    [Theory]
    [InlineData(Language.Zh)]
    [InlineData(Language.En)]
    public void Diff_Text_IsTheGoldenFile(Language language) => Diff($"diff.{Code(language)}.txt", d => DifferenceReport.Render(d, language));

    [Theory]
    [InlineData(Language.Zh)]
    [InlineData(Language.En)]
    public void Diff_Markdown_IsTheGoldenFile(Language language) => Diff($"diff.{Code(language)}.md", d => DifferenceReport.RenderMarkdown(d, language));

    [Fact]
    public void Diff_Json_IsTheGoldenFileAndKeepsItsSchema() => Diff("diff.json", d =>
    {
        var json = DifferenceReport.RenderJson(d);
        Assert.Empty(JsonSchema.Load(Path.Combine(GoldenFile.Repository, "docs", "schemas", "diff.schema.json")).Faults(json));
        return json;
    });

    [Fact]
    public void Diff_SamePack_IsTheGoldenFile()
    {
        var pack = SmallPack.Load();
        var difference = PackComparison.Run(pack, pack, Today);
        GoldenFile.Matches($"{Golden}/diff-same.zh.txt", DifferenceReport.Render(difference, Language.Zh));
        GoldenFile.Matches($"{Golden}/diff-same.en.md", DifferenceReport.RenderMarkdown(difference, Language.En));
    }

    // An error, warnings with and without a witness, and everything that awaits confirmation.
    private static void Lint(string file, Func<AnalysisReport, string> render)
    {
        using var folder = new SmallPack();
        var pack = folder.Edit(
            City,
            "  - id: R-02\n",
            """
                  - id: R-01.b
                    span: whole
                    gist: {zh: 须为小锅炉, en: small boilers only}
                    effect: require
                    for-each: boilers as boiler
                    applies: boiler.fuel is coal
                    when: {all: [site in built-up, boiler.capacity <= 20 t-steam/h]}
                  - id: R-01.c
                    span: whole
                    gist: {zh: 从不适用, en: never met}
                    effect: prohibit
                    for-each: boilers as boiler
                    when: boiler.capacity < 0 t-steam/h
                  - id: R-01.e
                    span: whole
                    gist: {zh: 与前一条相同, en: the same again}
                    effect: prohibit
                    for-each: boilers as boiler
                    applies: boiler.fuel is coal
                    when: {all: [boiler.capacity <= 35 t-steam/h, site in built-up]}
                  - id: R-01.d
                    span: whole
                    gist: {zh: 已被包含, en: implied}
                    effect: prohibit
                    for-each: boilers as boiler
                    applies: boiler.fuel is coal
                    when: {all: [site in old-town, boiler.capacity <= 30 t-steam/h]}
              - id: R-02

            """).Read().Require();
        var report = PackAnalysis.Run(pack, Today);
        Assert.Superset(new HashSet<RemarkSeverity>(Enum.GetValues<RemarkSeverity>()), report.Remarks.Select(r => r.Severity).ToHashSet());
        Assert.Contains(report.Remarks, r => r.Witness is not null);
        GoldenFile.Matches($"{Golden}/{file}", render(report).Replace(folder.Folder, "small", StringComparison.Ordinal));
    }

    // A norm that became stricter in one case and looser in another, one added, one removed, and an attribute that means something else.
    private static void Diff(string file, Func<PackDifference, string> render)
    {
        using var folder = new SmallPack();
        var changed = folder
            .Edit(City, "boiler.capacity <= 35 t-steam/h", "boiler.capacity <= 65 t-steam/h")
            .Edit(City, "- site in built-up", "- site in old-town")
            .Edit(City, "scope: category priority", "scope: city")
            .Edit(
                City,
                "  - id: R-03\n",
                """
                      - id: R-02.b
                        span: 河流1公里范围内不得新建化工等项目
                        gist: {zh: 不得扩建, en: no expansion}
                        effect: prohibit
                        applies: project.action in [expand]
                        when: "distance(site, river) <= 0.5 km"
                  - id: R-03

                """)
            .Edit("vocabulary/all.yaml", "    type: number\n    minimum: 0\n    label: {zh: 存栏, en: head}", "    type: yes-no\n    label: {zh: 存栏, en: head}")
            .Read().Require();
        var difference = PackComparison.Run(SmallPack.Load(), changed, Today);
        Assert.Equal(["R-01.a", "R-02.a", "R-02.b"], difference.Norms.Select(n => n.Norm));
        GoldenFile.Matches($"{Golden}/{file}", render(difference));
    }

    private static string Code(Language language) => language == Language.Zh ? "zh" : "en";
}
