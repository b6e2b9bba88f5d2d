using System.Collections.Immutable;
using ZoningRules.Facts;
using ZoningRules.Findings;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.RulePacks;
using ZoningRules.Testing;
using ZoningRules.Tests.Oracle;
using ZoningRules.Verdicts;

namespace ZoningRules.Tests.Assessing;

/// <summary>docs/semantics.md section 5: how findings, doubts and lists not loaded become a verdict, what is possible and what is asked.</summary>
public sealed class VerdictTests
{
    private static readonly SmallWorld World = SmallWorld.Instance;
    private static readonly Lines Lines = new(World);
    private static readonly Condition Yes = new Condition.All([]);
    private static readonly CoordinateDoubt Doubt = new()
    {
        Text = new("坐标系存疑", "in doubt"),
        Reference = new("甲镇", "town"),
        ShareAsStated = new(0),
        Fitting = [new(new("GCJ-02", "GCJ-02"), "GCJ-02")],
    };

    private static readonly Condition Open = Lines.Is(World.Strategic, 0b10);

    [Theory]
    [InlineData("", Verdict.Admissible)]
    [InlineData("duty", Verdict.Conditional)]
    [InlineData("open", Verdict.Undetermined)]
    [InlineData("bad", Verdict.Prohibited)]
    [InlineData("duty open", Verdict.Undetermined)]
    [InlineData("open bad", Verdict.Prohibited)]
    [InlineData("duty open bad", Verdict.Prohibited)]
    public void Verdict_Findings_IsTheStrictest(string norms, Verdict expected) => Assert.Equal(expected, Assess(Pack(norms)).Verdict);

    [Theory]
    [InlineData("", new[] { Verdict.Admissible })]
    [InlineData("duty", new[] { Verdict.Conditional })]
    [InlineData("open", new[] { Verdict.Admissible, Verdict.Prohibited })]
    [InlineData("duty open", new[] { Verdict.Conditional, Verdict.Prohibited })]
    [InlineData("open bad", new[] { Verdict.Prohibited })]
    public void Possible_Findings_AreTheVerdictsOverAllCompletions(string norms, Verdict[] expected) => Assert.Equal(expected, Assess(Pack(norms)).Possible.AsEnumerable());

    [Fact]
    public void Questions_DefiniteProhibition_AreNone()
    {
        Assert.Equal(["strategic"], Assess(Pack("open")).Questions.Select(q => q.Attribute));
        Assert.Empty(Assess(Pack("open bad")).Questions);
    }

    [Fact]
    public void Verdict_EveryCompletionAgrees_IsDeterminedThoughNoFindingIs()
    {
        var norms = new[]
        {
            Rules.Norm("R1.a", Effect.Prohibit) with { When = Open },
            Rules.Norm("R1.b", Effect.Require) with { When = Open },
        };
        var assessment = Assess(World.Pack([Rules.Requirement("R1", new Scope.City(), [.. norms])]));

        Assert.Equal(Verdict.Prohibited, assessment.Verdict);
        Assert.True(assessment.SameForEveryCompletion);
        Assert.All(assessment.Findings, f => Assert.Equal(Outcome.Undetermined, f.Outcome));
        Assert.Empty(assessment.Questions);
    }

    [Theory]
    [InlineData("洞", false, DoubtKind.KnownHole)]
    [InlineData(null, true, DoubtKind.OutsideCoverage)]
    [InlineData(null, false, DoubtKind.NoUnit)]
    public void Verdict_PartInNoControlUnit_IsUndetermined(string? reason, bool outside, DoubtKind expected)
    {
        var location = Some.Location() with { Gaps = [new(new(1), new(0.1m), reason, outside)] };

        foreach (var norms in new[] { "", "duty" })
        {
            var assessment = Assess(Pack(norms), s => s with { Location = location });
            Assert.Equal(Verdict.Undetermined, assessment.Verdict);
            Assert.Equal([Verdict.Undetermined], assessment.Possible.AsEnumerable());
            Assert.Equal(expected, Assert.Single(assessment.Doubts).Kind);
        }

        Assert.Equal(Verdict.Prohibited, Assess(Pack("bad"), s => s with { Location = location }).Verdict);
        Assert.Equal([Verdict.Undetermined, Verdict.Prohibited], Assess(Pack("open"), s => s with { Location = location }).Possible.AsEnumerable());
    }

    [Theory]
    [InlineData("")]
    [InlineData("duty")]
    [InlineData("open")]
    public void Verdict_CoordinatesInDoubt_IsAtBestUndeterminedAndAsksForTheSystem(string norms)
    {
        var assessment = Assess(Pack(norms), s => s with { Location = Some.Location() with { CoordinateDoubt = Doubt } });

        Assert.Equal(Verdict.Undetermined, assessment.Verdict);
        Assert.Equal(DoubtKind.CoordinatesDoubtful, Assert.Single(assessment.Doubts).Kind);
        var question = Assert.Single(assessment.Questions, q => q.Attribute == "site.crs");
        Assert.Equal((UnknownReasons.Conflicting, Answerer.Surveyor), (question.Reasons, question.AnsweredBy));
        Assert.DoesNotContain(assessment.Questions, q => q.Attribute.StartsWith("site.in.", StringComparison.Ordinal) || q.Attribute == "site");
        Assert.Contains(assessment.Notices, n => n == Doubt.Text);
        Assert.Equal(Verdict.Prohibited, Assess(Pack("bad"), s => s with { Location = Some.Location() with { CoordinateDoubt = Doubt } }).Verdict);
    }

    [Fact]
    public void Verdict_CoordinatesInDoubt_NoPlaceIsKnownNeitherForNorAgainst()
    {
        var inside = Some.Location() with { Relations = [Some.Outside("park") with { In = Truth.True, Within = Truth.True, Distance = new(new(0), new(0)) }, Some.Outside("river"), Some.Outside("zone")] };
        var norm = Rules.Norm("R1.a", Effect.Prohibit) with { When = Lines.SiteIn("park") };
        var pack = World.Pack([Rules.Requirement("R1", new Scope.City(), norm)]);

        Assert.Equal(Verdict.Prohibited, Assess(pack, s => s with { Location = inside with { Units = Some.At(inside.Relations, Some.Hit(1)).Units } }).Verdict);
        var doubtful = Assess(pack, s => s with { Location = inside with { CoordinateDoubt = Doubt } });
        Assert.Equal(Verdict.Undetermined, doubtful.Verdict);
        Assert.Equal([Verdict.Undetermined, Verdict.Prohibited], doubtful.Possible.AsEnumerable());
        Assert.Equal(["site.crs"], doubtful.Questions.Select(q => q.Attribute));
    }

    [Fact]
    public void Verdict_OfficerConfirmedTheSystem_IsThatOfThePlace()
    {
        var confirmed = Some.Location() with { CoordinateDoubt = Doubt with { ConfirmedBy = "张三" } };

        Assert.Equal(Verdict.Admissible, Assess(Pack(""), s => s with { Location = confirmed }).Verdict);
        Assert.Contains(Assess(Pack(""), s => s with { Location = confirmed }).Notices, n => n.Zh.Contains("张三", StringComparison.Ordinal));
    }

    // A repair that can be done in two ways: only what both say is concluded.
    [Theory]
    [InlineData(Truth.False, Truth.False, Verdict.Admissible)]
    [InlineData(Truth.False, Truth.True, Verdict.Undetermined)]
    [InlineData(Truth.True, Truth.False, Verdict.Undetermined)]
    [InlineData(Truth.True, Truth.True, Verdict.Prohibited)]
    public void Verdict_TwoReadingsOfABoundary_IsWhatBothSay(Truth first, Truth second, Verdict expected)
    {
        SiteLocation At(Truth inPark)
        {
            var park = inPark == Truth.True ? Some.Outside("park") with { In = Truth.True, Within = Truth.True, Distance = new(new(0), new(0)) } : Some.Outside("park");
            return Some.At([park, Some.Outside("river"), Some.Outside("zone")], Some.Hit(1));
        }

        var norm = Rules.Norm("R1.a", Effect.Prohibit) with { When = Lines.SiteIn("park") };
        var pack = World.Pack([Rules.Requirement("R1", new Scope.City(), norm)]);

        var assessment = Assess(pack, s => s with { Location = At(first) with { OtherReading = At(second) } });

        Assert.Equal(expected, assessment.Verdict);
        Assert.Equal(new[] { first, second }.Select(t => t == Truth.True ? Verdict.Prohibited : Verdict.Admissible).Distinct().Order(), assessment.Possible);
    }

    [Theory]
    [InlineData("")]
    [InlineData("duty")]
    [InlineData("duty open")]
    public void Questions_UnitNotKnown_AskForTheSiteWhileTheVerdictIsOpen(string norms)
    {
        var assessment = Assess(Pack(norms), s => s with { Location = null });

        Assert.Equal(Verdict.Undetermined, assessment.Verdict);
        Assert.Equal(DoubtKind.UnitUnknown, Assert.Single(assessment.Doubts).Kind);
        Assert.Contains(assessment.Questions, q => q.Attribute == "site");
        Assert.Equal(assessment.Questions.OrderBy(q => q.Cost).Select(q => q.Attribute), assessment.Questions.Select(q => q.Attribute));
        Assert.Empty(Assess(Pack("bad"), s => s with { Location = null }).Questions);
    }

    [Fact]
    public void Questions_DutyThatCannotMatter_AskOnlyForTheSite()
    {
        // Undetermined either way, for the unit is not known; the duty decides nothing.
        var norm = Rules.Norm("R1.a", Effect.Oblige) with { When = Open, Obligations = [Rules.Duty] };
        var assessment = Assess(World.Pack([Rules.Requirement("R1", new Scope.City(), norm)]), s => s with { Location = null });

        Assert.Equal([Verdict.Undetermined], assessment.Possible.AsEnumerable());
        Assert.Equal(["site"], assessment.Questions.Select(q => q.Attribute));
    }

    [Fact]
    public void Verdict_OnlyLapsedOrManualNormsInForce_IsNoDoubt()
    {
        var lapsed = World.Pack([Rules.Requirement("R1", new Scope.City(), Rules.Norm("R1.a", Effect.Prohibit) with { When = Yes, Target = new(2020, false) })]);
        var manual = World.Pack([Rules.Requirement("R1", new Scope.City(), Rules.Norm("R1.a", Effect.Manual))]);
        var none = World.Pack([Rules.Requirement("R1", new Scope.City(), Rules.Norm("R1.a", Effect.Prohibit) with { When = Yes }) with { InForce = new(new(2030, 1, 1), null) }]);

        Assert.Equal(Verdict.Admissible, Assess(lapsed).Verdict);
        Assert.Equal(Verdict.Admissible, Assess(manual).Verdict);
        Assert.Equal(DoubtKind.NothingInForce, Assert.Single(Assess(none).Doubts).Kind);
        Assert.Equal(Verdict.Undetermined, Assess(none).Verdict);
    }

    [Fact]
    public void Verdict_UnitListNotLoaded_IsAtLeastConditional()
    {
        var (key, general) = (SmallWorld.Units[1].Code, SmallWorld.Units[3].Code);
        var perhaps = Some.At([Some.Outside("park")], Some.Hit(1), Some.Hit(3, Truth.Unknown));
        Verdict With(SiteLocation location, params string[] loaded) => Assess(World.Pack([Rules.Requirement("R1", new Scope.City(), [])], SmallWorld.Lists(loaded)), s => s with { Location = location }).Verdict;

        Assert.Equal(Verdict.Conditional, With(Some.Location()));
        Assert.Equal(Verdict.Admissible, With(Some.Location(), key));
        Assert.Equal(Verdict.Conditional, With(perhaps, key));
        Assert.Equal(Verdict.Admissible, With(perhaps, key, general));
    }

    [Fact]
    public void Obligations_ConditionalFindings_AreAttached()
    {
        Assert.Equal(["R1.duty"], Assess(Pack("duty")).Obligations.Select(o => o.Norm));
        Assert.Empty(Assess(Pack("open")).Obligations);
    }

    // Some of: a duty, an open prohibition, a violated one.
    private static RulePack Pack(string norms) => World.Pack([Rules.Requirement("R1", new Scope.City(), [.. norms.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(n => n switch
    {
        "duty" => Rules.Norm("R1.duty", Effect.Oblige) with { When = Yes, Obligations = [Rules.Duty] },
        "open" => Rules.Norm("R1.open", Effect.Prohibit) with { When = Open },
        _ => Rules.Norm("R1.bad", Effect.Prohibit) with { When = Yes },
    })])]);

    private static Assessment Assess(RulePack pack, Func<Scenario, Scenario>? given = null) => (given ?? (s => s))(Some.Scenario()).AssessedBy(new(pack));
}
