using System.Text;
using ZoningRules.Cases;
using ZoningRules.Problems;
using ZoningRules.RulePacks;
using ZoningRules.Tests.Reports;
using ZoningRules.Tests.RulePacks;

namespace ZoningRules.Tests.Cases;

/// <summary>What <c>rules test</c> prints about a small pack, whole.</summary>
public sealed class CaseSuiteGoldenTests
{
    private const string Golden = "tests/ZoningRules.Tests/Cases/golden";

    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData(Language.Zh)]
    [InlineData(Language.En)]
    public void Test_FailingCaseWithSuggestions_IsTheGoldenFile(Language language)
    {
        var pack = SmallPack.Load();
        var report = CaseSuite.Run(pack, [Case(pack, "20 t-steam/h", "Prohibited", "Violated"), Case(pack, "100 t-steam/h", "Prohibited", "Violated")]);
        Assert.False(report.Holds);

        var text = CaseSuiteText.Render(report, language) + CaseSuiteText.Render(MissingCases.Suggest(pack, report.Coverage, Today), language);
        GoldenFile.Matches($"{Golden}/test-failing-suggest.{Code(language)}.txt", text.Replace(pack.Folder, "small", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Language.Zh)]
    [InlineData(Language.En)]
    public void Test_HoldingCasesWithSlips_IsTheGoldenFile(Language language)
    {
        var pack = SmallPack.Load();
        RuleCase[] cases = [Case(pack, "20 t-steam/h", "Prohibited", "Violated"), Case(pack, "100 t-steam/h", "Undetermined", "Satisfied")];
        var report = CaseSuite.Run(pack, cases);
        Assert.True(report.Holds);

        var text = CaseSuiteText.Render(report, language) + CaseSuiteText.Render(PackMutation.Run(pack, cases), language);
        GoldenFile.Matches($"{Golden}/test-holding-mutate.{Code(language)}.txt", text.Replace(pack.Folder, "small", StringComparison.Ordinal));
    }

    private static RuleCase Case(RulePack pack, string capacity, string verdict, string outcome) => CaseReader.Parse(
        "cases/boiler.yaml",
        Encoding.UTF8.GetBytes(
            $$"""
            schema: zoning-case/1
            name: {zh: 锅炉 {{capacity}}, en: a boiler of {{capacity}}}
            date: 2026-11-22
            given:
              boilers: [{fuel: coal, capacity: {{capacity}}}]
            at:
              units: unknown
              in: {built-up: yes}
            expect:
              verdict: {{verdict}}
              findings: {R-01.a: {{outcome}}}

            """),
        pack).Require();

    private static string Code(Language language) => language == Language.Zh ? "zh" : "en";
}
