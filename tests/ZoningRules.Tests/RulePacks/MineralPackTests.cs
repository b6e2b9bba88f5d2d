using ZoningRules.Analysis;
using ZoningRules.Assessing;
using ZoningRules.Cases;
using ZoningRules.Proposals;
using ZoningRules.RulePacks;

namespace ZoningRules.Tests.RulePacks;

/// <summary>The pack of the mineral plan.</summary>
public sealed class MineralPackTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "rules", "jingdezhen-minerals");

    private static readonly RulePack Pack = RulePackReader.Read(Folder).Require();

    private static readonly IReadOnlyList<RuleCase> Cases = CaseReader.Read(Folder, Pack).Require();

    [Fact]
    public void Read_PackWithoutUnits_HoldsEveryItemOfThePlan()
    {
        Assert.False(Pack.HasControlUnits);
        Assert.Empty(Pack.Units);
        var items = Enumerable.Range(1, 38).Select(n => $"JDZM-2021-{n:00}");
        Assert.Equal([.. items, "JDZM-2021-KEY-EXPLORATION", "JDZM-2021-PERIOD"], Pack.Requirements.Select(r => r.Id));
        Assert.All(Pack.Layers, l => Assert.Null(l.Data));
    }

    [Fact]
    public void Cases_AsWritten_Hold()
    {
        var assessor = new Assessor(Pack);

        Assert.True(Cases.Count > 1500, $"only {Cases.Count}");
        Assert.Equal([], Cases.SelectMany(c => CaseCheck.Differences(assessor, c).Select(d => $"{c.Path}: {d}")));
    }

    [Fact]
    public void Cases_Together_SeeEveryLineDecideBothWaysAndEveryNorm()
    {
        var coverage = CaseSuite.Run(Pack, Cases).Coverage;

        Assert.All(coverage.Norms, n => Assert.True(n.IsFull, n.Norm));
        Assert.Equal([], coverage.Lines.Where(l => !l.IsFull).Select(l => $"{l.Norm} {l.Line}"));
    }

    // The whole of 5-2: what a mine of exactly the least scale is, and of one unit less.
    [Theory]
    [InlineData("coal-underground", "mine.annual-raw-coal >= 30 10k-t-raw-coal/a")]
    [InlineData("coal-open-pit", "mine.annual-raw-coal >= 30 10k-t-raw-coal/a")]
    [InlineData("geothermal", "mine.daily-water >= 40 m3/d")]
    [InlineData("manganese", "mine.annual-ore >= 3 10k-t-ore/a")]
    [InlineData("copper", "mine.annual-ore >= 3 10k-t-ore/a")]
    [InlineData("lead", "mine.annual-ore >= 10 10k-t-ore/a")]
    [InlineData("zinc", "mine.annual-ore >= 10 10k-t-ore/a")]
    [InlineData("tin", "mine.annual-ore >= 6 10k-t-ore/a")]
    [InlineData("gold", "mine.annual-ore >= 3 10k-t-ore/a")]
    [InlineData("fluorite", "mine.annual-ore >= 3 10k-t-ore/a")]
    [InlineData("limestone", "mine.annual-ore >= 50 10k-t-ore/a")]
    [InlineData("quartz", "mine.annual-ore >= 10 10k-t-ore/a")]
    [InlineData("kaolin", "mine.annual-ore >= 5 10k-t-ore/a")]
    [InlineData("ceramic-clay", "mine.annual-ore >= 5 10k-t-ore/a")]
    [InlineData("bentonite", "mine.annual-ore >= 3 10k-t-ore/a")]
    [InlineData("magnesian-clay", "mine.annual-ore >= 1 10k-t-ore/a")]
    [InlineData("sepiolite-clay", "mine.annual-ore >= 5 10k-t-ore/a")]
    [InlineData("brick-shale", "mine.annual-ore >= 6 10k-t-ore/a")]
    [InlineData("building-stone", "mine.annual-ore >= 50 10k-t-ore/a")]
    [InlineData("facing-stone", "mine.annual-blocks >= 0.3 10k-m3-blocks/a")]
    public void LeastScale_OfARow_IsTheLawsOnItsOwnBasis(string row, string line)
    {
        var norm = Pack.Norms.Single(n => n.Norm.Id == $"JDZM-2021-18.a-{row}").Norm;

        Assert.Equal(line, Assert.IsType<Condition.Leaf>(norm.When).Text);
        Assert.Equal(20, Pack.Requirements.Single(r => r.Id == "JDZM-2021-18").Table!.Rows.Length);
    }

    [Fact]
    public void Run_PlansOwnFigures_FindsExactlyTheKnownDisagreements()
    {
        var report = PackAnalysis.Run(Pack, new DateOnly(2025, 6, 30));

        Assert.DoesNotContain(report.Remarks, r => r.Severity == RemarkSeverity.Error);
        Assert.Equal(
            [
                "boxes-ceramic-clay", "boxes-shale", "direction-gold", "direction-shale", "direction-stone", "exploration-by-stage", "kaolin-share", "least-times-mines-bentonite",
                "least-times-mines-cement", "least-times-mines-ceramic-clay", "least-times-mines-kaolin", "least-times-mines-lime", "one-new-ceramic-clay", "output-2020-target",
                "percent-new-ceramic-clay", "percent-new-tungsten", "percent-restored", "structure-larger-2025", "text-new-deposits", "text-new-tungsten",
            ],
            report.Remarks.Where(r => r.Kind == RemarkKind.FiguresDisagree).Select(r => r.Subject).Order(StringComparer.Ordinal));

        // The plan bans small new shale mines twice, in box 5-2 and in chapter 5.
        Assert.Equal(
            ["JDZM-2021-18.a-brick-shale"],
            report.Remarks.Where(r => r.Severity == RemarkSeverity.Warning && r.Kind != RemarkKind.FiguresDisagree).Select(r => r.Subject));
    }

    [Fact]
    public void Assess_ProjectThatIsNoMine_IsNotConcerned()
    {
        var proposal = ProposalReader.Parse("p.yaml", "name: n\ndate: 2025-06-30\nattributes: {mine.activity: none}\n"u8).Require();

        var assessment = new Assessor(Pack).Assess(proposal, AssessmentContext.On(new(2025, 6, 30))).Require();

        Assert.Equal(Verdicts.Concern.NotConcerned, assessment.Concern);
        Assert.NotEqual(Verdicts.Verdict.Admissible, assessment.Verdict);
    }
}
