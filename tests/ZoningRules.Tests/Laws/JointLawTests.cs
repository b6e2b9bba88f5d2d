using ZoningRules.RulePacks;
using ZoningRules.Testing;
using ZoningRules.Tests.Oracle;
using ZoningRules.Verdicts;

namespace ZoningRules.Tests.Laws;

/// <summary>The laws of docs/semantics.md section 8.</summary>
public sealed class JointLawTests
{
    [Fact]
    public void Joint_OtherOrderOfPacks_ChangesNothing() => Holds(1000, c =>
    {
        var second = c.Plan.Named("second");
        Assert.Equal(Text(c.Together(c.Zoning, c.Plan, second)), Text(c.Together(second, c.Plan, c.Zoning)));
    });

    [Fact]
    public void Joint_OnePackAlone_IsThatPacksAssessment() => Holds(1000, c =>
    {
        foreach (var pack in (RulePack[])[c.Zoning, c.Plan])
        {
            var (alone, joint) = (c.Alone(pack), c.Together(pack));
            Assert.Equal(alone.Verdict, joint.Verdict);
            Assert.Equal(alone.Possible.ToArray(), joint.Possible.ToArray());
            Assert.Equal(alone.Exact, joint.Exact);
            Assert.Equal(alone.Questions.Select(q => q.Attribute), joint.Questions.Select(q => q.Question.Attribute));
        }
    });

    [Fact]
    public void Joint_SamePackTwice_SaysWhatItSaysOnce() => Holds(1000, c =>
    {
        foreach (var pack in (RulePack[])[c.Zoning, c.Plan])
        {
            var (once, twice) = (c.Together(pack), c.Together(pack, pack.Named("again")));
            Assert.Equal(once.Verdict, twice.Verdict);
            Assert.Subset(twice.Possible.ToHashSet(), once.Possible.ToHashSet());
            Assert.Equal(once.Questions.Select(q => q.Question.Attribute).Order(), twice.Questions.Select(q => q.Question.Attribute).Order());
        }
    });

    [Fact]
    public void Joint_PackAdded_MakesNoPossibleVerdictMilder() => Holds(2000, c =>
    {
        foreach (var (before, after) in (ReadOnlySpan<(JointAssessment, JointAssessment)>)
            [(c.Together(c.Zoning), c.Together(c.Zoning, c.Plan)), (c.Together(c.Plan), c.Together(c.Zoning, c.Plan))])
        {
            // Where nothing was said, the first pack that is concerned ends that doubt.
            var said = before.Possible.Where(v => before.Concern == Concern.Concerned || v != Verdict.Undetermined).ToArray();
            if (said.Length == 0)
            {
                continue;
            }

            Assert.True(after.Possible[^1] >= said[^1], "the strictest possible verdict");
            if (before.Concern != Concern.Concerned)
            {
                continue;
            }

            Assert.True(after.Possible[0] >= before.Possible[0], "the mildest possible verdict");

            // The verdict itself is never milder, but that conditions of another pack may settle what could only come to conditions or to none.
            var settled = after.Verdict == Verdict.Conditional && before.Verdict == Verdict.Undetermined && before.Possible[^1] <= Verdict.Conditional;
            Assert.True(after.Verdict >= before.Verdict || settled, $"{before.Verdict} became {after.Verdict}");
        }
    });

    [Fact]
    public void Joint_PackThatIsNotConcerned_SaysNothing()
    {
        var met = 0;
        Holds(2000, c =>
        {
            if (c.Alone(c.Plan).Concern == Concern.NotConcerned)
            {
                met++;
                var (without, with) = (c.Together(c.Zoning), c.Together(c.Zoning, c.Plan));
                Assert.Equal((without.Verdict, without.Exact), (with.Verdict, with.Exact));
                Assert.Equal(without.Possible.ToArray(), with.Possible.ToArray());
                Assert.Equal(without.Questions.Select(q => q.Question.Attribute), with.Questions.Select(q => q.Question.Attribute));
                Assert.Equal(Verdict.Undetermined, c.Together(c.Plan).Verdict);
            }
        });
        Assert.True(met > 50, $"only {met} cases");
    }

    [Fact]
    public void Joint_Determined_AsksNothingAndOpenAsksOnlyWhatAPackAsks() => Holds(1500, c =>
    {
        var joint = c.Together(c.Zoning, c.Plan);
        if (joint.Verdict != Verdict.Undetermined)
        {
            Assert.Empty(joint.Questions);
        }

        Assert.All(joint.Questions, q => Assert.All(q.AskedBy, asking => Assert.Contains(
            joint.Parts.Single(p => p.Pack.Id == asking.Pack).Questions, own => own.Attribute == q.Question.Attribute && own.Decides.SequenceEqual(asking.Decides))));
        Assert.Equal(joint.Questions.Length, joint.Questions.Select(q => (q.Question.Attribute, q.Question.Ask)).Distinct().Count());
    });

    [Fact]
    public void JointScreening_SaysWhatTheAssessmentSays() => Holds(1000, c =>
    {
        var joint = c.Together(c.Zoning, c.Plan);
        var screening = JointScreening.Of(joint);
        Assert.Equal((joint.Verdict, joint.Exact, joint.GoverningDate), (screening.Verdict, screening.Exact, screening.GoverningDate));
        Assert.Equal(joint.Possible.ToArray(), screening.Possible.ToArray());
        Assert.Equal(joint.Deciding.Select(p => p.Pack.Id), screening.Deciding.Select(p => p.Pack.Id));
        Assert.Equal(joint.Questions.Select(q => q.Question.Attribute).Distinct().Order(), screening.Questions.Order());
    });

    private static void Holds(int cases, Action<JointCase> holds) => Checked.ForAll(cases, JointCase.Arbitrary(ScenarioMix.Typical), holds);

    private static string Text(JointAssessment joint) => string.Join('\n', [
        $"{joint.Verdict} {joint.Exact} {joint.Concern} {string.Join(",", joint.Possible)}",
        string.Join(",", joint.Parts.Select(p => $"{p.Pack.Id} {p.Verdict}")),
        string.Join(",", joint.Deciding.Select(p => p.Pack.Id)),
        .. joint.Questions.Select(q => $"{q.Question.Attribute} {string.Join(",", q.AskedBy.Select(a => $"{a.Pack}:{string.Join(" ", a.Decides)}"))}"),
    ]);
}
