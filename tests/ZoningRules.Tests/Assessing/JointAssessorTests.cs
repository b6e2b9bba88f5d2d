using System.Text;
using ZoningRules.Assessing;
using ZoningRules.Facts;
using ZoningRules.Problems;
using ZoningRules.Proposals;
using ZoningRules.Reports;
using ZoningRules.RulePacks;
using ZoningRules.Tests.Reports;
using ZoningRules.Tests.RulePacks;
using ZoningRules.Verdicts;

namespace ZoningRules.Tests.Assessing;

/// <summary>One proposal against a zoning pack and a plan, as they are read from files.</summary>
public sealed class JointAssessorTests : IDisposable
{
    private static readonly AssessmentContext Today = AssessmentContext.On(new(2026, 11, 22));

    private readonly SmallPack zoning = new();
    private readonly SmallPack plan = PackSetTests.Plan();
    private readonly JointAssessor joint;

    public JointAssessorTests()
    {
        plan.Edit("vocabulary/all.yaml", "  remark:", "  mine.scale:\n    type: number\n    label: {zh: 规模, en: scale}\n    ask: {zh: 多大？, en: How large?}\n    answered-by: applicant\n  remark:")
            .Edit(
                "requirements/city/all.yaml",
                "cap: {ledger: water, increment: water.use, limit: param(water-limit), inclusive: yes, max-age: 90}",
                "cap: {ledger: wells, increment: water.use, limit: param(water-limit), inclusive: yes, max-age: 90}");
        joint = new(PackSet.Read([zoning.Folder, plan.Folder]).Require());
    }

    public void Dispose()
    {
        zoning.Dispose();
        plan.Dispose();
    }

    [Fact]
    public void Assess_EachPack_SaysWhatItSaysAlone()
    {
        var proposal = Proposal("project.action: new, boilers: [], site.distance.river: 500 m");
        var assessment = joint.Assess(proposal, Today).Require();
        Assert.Equal(["plan", "small"], assessment.Parts.Select(p => p.Pack.Id));
        foreach (var assessor in joint.Assessors)
        {
            var alone = assessor.Assess(proposal, Today).Require();
            var part = assessment.Parts.Single(p => p.Pack == assessor.Pack);
            Assert.Equal(Report.Render([alone], ReportFormat.Json, Language.Zh), Report.Render([part], ReportFormat.Json, Language.Zh));
            Assert.Equal(assessor.Pack.Sha256, part.Receipt.PackSha256);
        }

        Assert.Equal(Verdict.Prohibited, assessment.Verdict);
        Assert.Equal(["plan"], assessment.Deciding.Where(p => p.Pack.Id == "plan").Select(p => p.Pack.Id));
        Assert.Empty(assessment.Questions);
    }

    [Fact]
    public void Assess_NameThatOnePackKnows_IsSeenByItAlone()
    {
        var proposal = Proposal("project.action: expand, boilers: [], mine.scale: 5");
        var assessment = joint.Assess(proposal, Today).Require();
        Assert.Equal(Concern.NotConcerned, assessment.Parts[0].Concern);
        Assert.Equal(Concern.Concerned, assessment.Parts[1].Concern);
        Assert.All(assessment.Parts, p => Assert.Same(proposal, p.Proposal));
        Assert.False(joint.Assessors[1].Assess(proposal, Today).Succeeded);
        Assert.Equal(assessment.Parts[1].Verdict, assessment.Verdict);
        Assert.Equal(["small"], assessment.Deciding.Select(p => p.Pack.Id));
    }

    [Fact]
    public void Assess_PlanAloneThatIsNotConcerned_AdmitsNothing()
    {
        var only = new JointAssessor(PackSet.Read([plan.Folder]).Require());
        var assessment = only.Assess(Proposal("project.action: expand, boilers: []"), Today).Require();
        Assert.Equal((Verdict.Undetermined, Concern.NotConcerned), (assessment.Verdict, assessment.Concern));
        Assert.Equal(DoubtKind.NotConcerned, Assert.Single(assessment.Parts[0].Doubts).Kind);
        Assert.Empty(assessment.Questions);
    }

    [Fact]
    public void Assess_UnknownWhetherPlanApplies_AsksBothPacksQuestionsOnce()
    {
        var assessment = joint.Assess(Proposal("site.distance.river: 500 m"), Today).Require();
        Assert.Equal(Concern.Undecided, assessment.Parts[0].Concern);
        Assert.Equal(Verdict.Undetermined, assessment.Verdict);
        var asked = assessment.Questions.Select(q => q.Question.Attribute).ToArray();
        Assert.Equal(asked.Distinct(), asked);
        Assert.Equal(["plan", "small"], assessment.Questions.Single(q => q.Question.Attribute == "boilers").AskedBy.Select(p => p.Pack));
        Assert.Equal(["plan"], assessment.Questions.Single(q => q.Question.Attribute == "project.action").AskedBy.Select(p => p.Pack));
    }

    [Fact]
    public void Assess_WrongValues_AreReportedOnceAllInOneRun()
    {
        var proposal = Proposal("project.action: demolish, water.use: much, mine.scale: big, no.such: 1, term.vicinity: yes");
        var assessed = joint.Assess(proposal, Today);
        Assert.Equal(
            ["mine.scale", "no.such", "project.action", "term.vicinity", "water.use"],
            assessed.Problems.Select(p => p.Arguments[0]).Order(StringComparer.Ordinal));
        Assert.Equal([.. assessed.Problems], joint.Screen(proposal, Today).Problems.ToArray());
    }

    [Fact]
    public void Assess_Ledgers_GoToThePackWhoseCapUsesThem()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "ledgers.yaml");
        File.WriteAllText(path, "schema: zoning-ledgers/1\nledgers:\n  water: {as-of: 2026-11-01, used: 1 m3/a, reserved: 0 m3/a}\n  wells: {as-of: 2026-11-01, used: 2 m3/a, reserved: 0 m3/a}\n");
        var ledgers = LedgerReader.Read(path, joint.Packs).Require();
        Assert.False(LedgerReader.Read(path, joint.Packs.Packs[0]).Succeeded);
        var assessment = joint.Assess(Proposal("boilers: []"), Today with { Ledgers = [.. ledgers] }).Require();
        Assert.Equal(["wells"], assessment.Parts[0].Receipt.Ledgers.Select(l => l.Key));
        Assert.Equal(["water"], assessment.Parts[1].Receipt.Ledgers.Select(l => l.Key));
        File.AppendAllText(path, "  other: {as-of: 2026-11-01, used: 2 m3/a, reserved: 0 m3/a}\n");
        Assert.Equal(ProblemCode.LedgerUnknown, Assert.Single(LedgerReader.Read(path, joint.Packs).Problems).Code);
    }

    [Fact]
    public void Assess_SameAgain_GivesTheSameBytes()
    {
        var proposal = Proposal("project.action: new");
        foreach (var format in Enum.GetValues<ReportFormat>())
        {
            var other = new JointAssessor(joint.Packs, joint.Packs.Packs.Reverse().Select(p => new Assessor(p)));
            Assert.Equal(
                JointReport.Render([joint.Assess(proposal, Today).Require()], format, Language.En),
                JointReport.Render([other.Assess(proposal, Today).Require()], format, Language.En));
        }
    }

    [Fact]
    public void Make_AssessorsOfOtherPacks_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new JointAssessor(joint.Packs, [joint.Assessors[0]]));

    [Theory]
    [InlineData("project.action: new, boilers: [], site.distance.river: 500 m", Language.Zh, "joint-prohibited")]
    [InlineData("project.action: expand, boilers: [], mine.scale: 5", Language.En, "joint-not-concerned")]
    [InlineData("site.distance.river: 500 m", Language.Zh, "joint-open")]
    public void Report_EveryFormat_IsTheGoldenOne(string attributes, Language language, string name)
    {
        var assessment = joint.Assess(Proposal(attributes), Today).Require();
        foreach (var (format, ending) in new[] { (ReportFormat.Text, "txt"), (ReportFormat.Json, "json"), (ReportFormat.Markdown, "md"), (ReportFormat.Html, "html") })
        {
            GoldenFile.Matches($"tests/ZoningRules.Tests/Reports/golden/{name}.{ending}", Stable(JointReport.Render([assessment], format, language)));
        }
    }

    [Fact]
    public void Json_FollowsTheSchema()
    {
        foreach (var attributes in new[] { "project.action: new", "project.action: expand, boilers: [], mine.scale: 5", "" })
        {
            Assert.Empty(JsonSchema.Load(Path.Combine(Repository.Root, "docs/schemas/joint-assessment.schema.json"))
                .Faults(JointReport.Render([joint.Assess(Proposal(attributes), Today).Require()], ReportFormat.Json, Language.En)));
        }
    }

    // The hash of a pack is its own business; it changes with the line ends of this source.
    private string Stable(string report) => joint.Packs.Packs.Aggregate(report, (text, pack) => text.Replace(pack.Sha256, $"hash of {pack.Id}", StringComparison.Ordinal)
        .Replace(pack.Sha256[..12], $"hash of {pack.Id}", StringComparison.Ordinal));

    private static Proposal Proposal(string attributes)
    {
        var form = Encoding.UTF8.GetBytes($"name: 项目\nsite: {{town: 甲镇}}\nattributes: {{{attributes}}}\n");
        return ProposalReader.Parse("form.yaml", form).Require() with { Sha256 = "" };
    }
}
