using ZoningRules.Assessing;
using ZoningRules.Findings;
using ZoningRules.Proposals;
using ZoningRules.RulePacks;
using ZoningRules.Testing;
using ZoningRules.Tests.Oracle;
using ZoningRules.Verdicts;

namespace ZoningRules.Tests.Assessing;

/// <summary>A screening says what the assessment says.</summary>
public sealed class ScreeningTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "rules", "jingdezhen");

    private static readonly Assessor Assessor = new(RulePackReader.Read(Folder).Require());

    [Theory]
    [InlineData(1500, 5)]
    [InlineData(1500, 30)]
    [InlineData(500, 80)]
    public void ScreenFacts_GeneratedPackAndForm_SaysWhatAssessFactsSays(int cases, int unknownPercent) =>
        Checked.ForAll(cases, GeneratedCase.Arbitrary(new(unknownPercent, unknownPercent)), generated =>
        {
            var (_, scenario) = generated;
            var assessment = generated.Assess();
            var context = new AssessmentContext(scenario.GoverningDate, scenario.Ledgers);
            Assert.Equal(Text(assessment), Text(generated.Assessor.ScreenFacts(scenario.Facts, scenario.Location, context)));
        });

    [Fact]
    public void Screen_EveryCaseOfThePack_SaysWhatAssessSays()
    {
        var compared = 0;
        foreach (var @case in CaseReader.Read(Folder, Assessor.Pack).Require())
        {
            // Without a locator a geometry is not located, so the town, when there is one, is the only place.
            var context = new AssessmentContext(@case.Date, @case.Ledgers);
            var assessed = Assessor.Assess(@case.Proposal, context);
            var screened = Assessor.Screen(@case.Proposal, context);
            Assert.Equal(assessed.Succeeded, screened.Succeeded);
            if (assessed.Succeeded)
            {
                Assert.Equal(Text(assessed.Value), Text(screened.Value!));
                compared++;
            }

            var there = CaseCheck.Assess(Assessor, @case);
            if (there.Succeeded && @case.Location is not null)
            {
                var facts = ZoningRules.Facts.DeclaredFacts.Bind(Assessor.Pack.Vocabulary, @case.Proposal).Require();
                Assert.Equal(Text(there.Value), Text(Assessor.ScreenFacts(facts, @case.Location, context)));
            }
        }

        Assert.True(compared > 800, $"only {compared} cases");
    }

    [Fact]
    public void Screen_WrongProposal_ReportsWhatAssessReports()
    {
        var proposal = ProposalReader.Parse(
            "wrong.json",
            """{"name": "a", "site": {"town": "无此镇"}, "attributes": {"project.kind": "house", "no.such": "x"}}"""u8).Require();
        var context = AssessmentContext.On(new(2026, 11, 22));
        Assert.Equal([.. Assessor.Assess(proposal, context).Problems], Assessor.Screen(proposal, context).Problems.ToArray());
        var nowhere = proposal with { Site = new Site.NotStated() };
        Assert.Equal([.. Assessor.Assess(nowhere, context).Problems], Assessor.Screen(nowhere, context).Problems.ToArray());
    }

    private static string Text(Assessment assessment)
    {
        var screening = Screening.Of(assessment);
        Assert.Equal(
            Deciding(assessment).Select(f => f.Norm.Id),
            screening.Deciding.Select(n => n.Norm.Id));
        Assert.Equal(assessment.Obligations.Select(o => o.Norm).Distinct(), screening.Obliging.Select(n => n.Norm.Id));
        return Text(screening);
    }

    // As reports tell it: the strictest findings; of a prohibition that rests on every completion those undetermined.
    private static IEnumerable<Finding> Deciding(Assessment assessment)
    {
        var wanted = assessment.Verdict switch
        {
            Verdict.Prohibited => assessment.Findings.Any(f => f.Outcome == Outcome.Violated) ? Outcome.Violated : Outcome.Undetermined,
            Verdict.Undetermined => Outcome.Undetermined,
            Verdict.Conditional => Outcome.Conditional,
            _ => Outcome.NotApplicable,
        };
        return assessment.Findings.Where(f => f.Outcome == wanted && wanted != Outcome.NotApplicable);
    }

    private static string Text(Screening screening) => string.Join(
        '\n',
        screening.GoverningDate,
        screening.Verdict,
        string.Join(", ", screening.Possible),
        screening.SameForEveryCompletion,
        screening.Exact,
        screening.Location?.Units.Length,
        string.Join(", ", screening.Candidates.Select(c => $"{c.Unit?.Code} {c.Verdict}")),
        string.Join(", ", screening.Norms.Select(n => $"{n.Norm.Id} {n.Outcome}")),
        string.Join(", ", screening.Doubts.Select(d => $"{d.Kind} {d.Share}")),
        string.Join(", ", screening.Questions),
        string.Join(", ", screening.NotLoaded.Select(l => l.Unit)));
}
