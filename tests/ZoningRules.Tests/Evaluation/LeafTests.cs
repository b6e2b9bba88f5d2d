using ZoningRules.Facts;
using ZoningRules.Findings;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.RulePacks;
using ZoningRules.Testing;
using ZoningRules.Tests.Oracle;

namespace ZoningRules.Tests.Evaluation;

/// <summary>A leaf is True (False) only when it is true (false) for every value its facts may still have.</summary>
public sealed class LeafTests
{
    private readonly SmallWorld world = SmallWorld.Instance;
    private readonly Lines lines = new(SmallWorld.Instance);

    [Theory]
    [InlineData(Comparison.AtMost, 34, 34.999, Truth.True)]
    [InlineData(Comparison.AtMost, 34, 35, Truth.True)]
    [InlineData(Comparison.AtMost, 35, 35, Truth.True)]
    [InlineData(Comparison.AtMost, 34, 35.001, Truth.Unknown)]
    [InlineData(Comparison.AtMost, 35, 36, Truth.Unknown)]
    [InlineData(Comparison.AtMost, 35.001, 36, Truth.False)]
    [InlineData(Comparison.LessThan, 34, 34.999, Truth.True)]
    [InlineData(Comparison.LessThan, 34, 35, Truth.Unknown)]
    [InlineData(Comparison.LessThan, 35, 35, Truth.False)]
    [InlineData(Comparison.LessThan, 35, 36, Truth.False)]
    [InlineData(Comparison.AtLeast, 35, 36, Truth.True)]
    [InlineData(Comparison.AtLeast, 35, 35, Truth.True)]
    [InlineData(Comparison.AtLeast, 34.999, 36, Truth.Unknown)]
    [InlineData(Comparison.AtLeast, 34, 35, Truth.Unknown)]
    [InlineData(Comparison.AtLeast, 34, 34.999, Truth.False)]
    [InlineData(Comparison.MoreThan, 35.001, 36, Truth.True)]
    [InlineData(Comparison.MoreThan, 35, 36, Truth.Unknown)]
    [InlineData(Comparison.MoreThan, 35, 35, Truth.False)]
    [InlineData(Comparison.MoreThan, 34, 35, Truth.False)]
    public void Number_IntervalAtTheLimit_IsDecidedOnlyWhenAllOfItAgrees(Comparison comparison, double low, double high, Truth expected)
    {
        var line = lines.Compare(world.Heads, comparison, 35);

        Assert.Equal(expected, Weigh(line, s => s.WithFact(world.Heads, Some.Number((decimal)low, (decimal)high))));

        // The mirror: the same comparison of the other side.
        var mirrored = Mirror(comparison);
        Assert.Equal(expected, Weigh(lines.Compare(world.Heads, mirrored, -35), s => s.WithFact(world.Heads, Some.Number(-(decimal)high, -(decimal)low))));
    }

    [Theory]
    [InlineData(Comparison.AtLeast, 0, Truth.True)]
    [InlineData(Comparison.MoreThan, -1, Truth.True)]
    [InlineData(Comparison.MoreThan, 0, Truth.Unknown)]
    [InlineData(Comparison.LessThan, 0, Truth.False)]
    [InlineData(Comparison.AtMost, 1000, Truth.True)]
    [InlineData(Comparison.LessThan, 1000, Truth.Unknown)]
    [InlineData(Comparison.MoreThan, 1000, Truth.False)]
    public void Number_NotGivenButBounded_IsDecidedByItsBounds(Comparison comparison, decimal limit, Truth expected) =>
        Assert.Equal(expected, Weigh(lines.Compare(world.Withdrawal, comparison, limit), s => s));

    [Theory]
    [InlineData(0b111, Truth.True)]
    [InlineData(0b011, Truth.Unknown)]
    [InlineData(0b000, Truth.False)]
    public void Choice_NotGiven_IsDecidedOnlyByAllOrNoneOfItsValues(int mask, Truth expected) =>
        Assert.Equal(expected, Weigh(lines.Is(world.Kind, (ulong)mask), s => s));

    [Theory]
    [InlineData(0, 0b001, Truth.True)]
    [InlineData(0, 0b110, Truth.False)]
    [InlineData(2, 0b110, Truth.True)]
    public void Choice_Given_IsOneOfTheValues(int index, int mask, Truth expected) =>
        Assert.Equal(expected, Weigh(lines.Is(world.Kind, (ulong)mask), s => s.WithFact(world.Kind, Some.Chosen(index))));

    [Theory]
    [InlineData(0b000, 0b001, Truth.False)]
    [InlineData(0b011, 0b001, Truth.True)]
    [InlineData(0b010, 0b101, Truth.False)]
    [InlineData(0b110, 0b101, Truth.True)]
    public void Choices_Given_HoldOneOfTheValues(int set, int mask, Truth expected) => Assert.Equal(
        expected,
        Weigh(lines.Includes(world.Burnt, (ulong)mask), s => s.WithFact(world.Burnt, new(new FactValue.ChoiceSet((ulong)set), FactOrigin.Declared, null))));

    [Fact]
    public void Choices_NotGiven_AreUnknown() => Assert.Equal(Truth.Unknown, Weigh(lines.Includes(world.Burnt, 0b111), s => s));

    // closed: 1 except 12. A code stands for every finest code below it.
    [Theory]
    [InlineData("11", Truth.True)]
    [InlineData("13", Truth.True)]
    [InlineData("12", Truth.False)]
    [InlineData("1", Truth.Unknown)]
    [InlineData("2", Truth.False)]
    [InlineData("211", Truth.False)]
    [InlineData(null, Truth.Unknown)]
    public void ClosedList_CodeOfAnyDepth_CoversItsChildren(string? code, Truth expected) =>
        Assert.Equal(expected, OnList(world.ClosedList, code, null, new(2021, 1, 1)));

    // open: members 11, 21; review 1, 22; except 211.
    [Theory]
    [InlineData("11", null, Truth.True)]
    [InlineData("11", false, Truth.True)]
    [InlineData("12", null, Truth.Unknown)]
    [InlineData("12", true, Truth.True)]
    [InlineData("12", false, Truth.False)]
    [InlineData("1", null, Truth.Unknown)]
    [InlineData("1", true, Truth.True)]
    [InlineData("1", false, Truth.Unknown)]
    [InlineData("21", null, Truth.Unknown)]
    [InlineData("211", true, Truth.False)]
    [InlineData("212", false, Truth.True)]
    [InlineData("22", true, Truth.True)]
    [InlineData("2", true, Truth.Unknown)]
    [InlineData(null, true, Truth.Unknown)]
    public void OpenList_MembersReviewAndExcept_AreToldApart(string? code, bool? decision, Truth expected) =>
        Assert.Equal(expected, OnList(world.OpenList, code, decision, SmallWorld.Day));

    [Theory]
    [InlineData(2020, 12, 30, Truth.Unknown)]
    [InlineData(2020, 12, 31, Truth.True)]
    [InlineData(2023, 12, 31, Truth.True)]
    [InlineData(2024, 1, 1, Truth.Unknown)]
    public void ClosedList_EditionOfTheDay_IsUsed(int year, int month, int day, Truth expected) =>
        Assert.Equal(expected, OnList(world.ClosedList, "11", null, new(year, month, day)));

    // size-limit: 20 until 2025, none in 2025, 35 from 2026.
    [Theory]
    [InlineData(2024, 12, 31, 20, Truth.True)]
    [InlineData(2024, 12, 31, 20.001, Truth.False)]
    [InlineData(2025, 1, 1, 20, Truth.Unknown)]
    [InlineData(2025, 12, 31, 20, Truth.Unknown)]
    [InlineData(2026, 1, 1, 35, Truth.True)]
    [InlineData(2026, 1, 1, 35.001, Truth.False)]
    public void Parameter_ValueOfTheDay_IsUsed(int year, int month, int day, double capacity, Truth expected)
    {
        var field = SmallWorld.Field(world.Boilers, "capacity");
        var boilers = Some.Items(Some.Item(world.Boilers, ("capacity", Some.Number((decimal)capacity))));
        var norm = Rules.Norm("R1.a", Effect.Prohibit) with
        {
            ForEach = world.Boilers,
            ItemName = "item",
            When = lines.Compare(field, Comparison.AtMost, world.SizeLimit, world.Boilers),
        };

        Assert.Equal(expected, Weigh(norm, Some.Scenario().WithFact(world.Boilers, boilers) with { GoverningDate = new(year, month, day) }));
    }

    [Theory]
    [InlineData(5, 5, 5, 5, Truth.True)]
    [InlineData(5, 6, 4, 5, Truth.True)]
    [InlineData(5, 6, 5, 5.5, Truth.Unknown)]
    [InlineData(4, 5, 5, 6, Truth.Unknown)]
    [InlineData(4, 4.9, 5, 6, Truth.False)]
    public void TwoNumbers_Intervals_AreDecidedOnlyWhenTheyDoNotOverlap(double low, double high, double otherLow, double otherHigh, Truth expected)
    {
        Scenario Given(Scenario s) => s
            .WithFact(world.Retired, Some.Number((decimal)low, (decimal)high))
            .WithFact(world.Added, Some.Number((decimal)otherLow, (decimal)otherHigh));

        Assert.Equal(expected, Weigh(lines.Compare(world.Retired, Comparison.AtLeast, world.Added), Given));
        Assert.Equal(expected, Weigh(lines.Compare(world.Added, Comparison.AtMost, world.Retired), Given));
        Assert.Equal(Not(expected), Weigh(lines.Compare(world.Retired, Comparison.LessThan, world.Added), Given));
        Assert.Equal(Not(expected), Weigh(lines.Compare(world.Added, Comparison.MoreThan, world.Retired), Given));
    }

    [Theory]
    [InlineData(980, 1020, 1000, Truth.Unknown)]
    [InlineData(980, 1000, 1000, Truth.True)]
    [InlineData(1000, 1020, 1000, Truth.Unknown)]
    [InlineData(1000.001, 1020, 1000, Truth.False)]
    public void Distance_MeasuredToAnAccuracy_IsDecidedOnlyWhenAllOfItAgrees(double low, double high, double limit, Truth expected) => Assert.Equal(
        expected,
        Weigh(lines.Distance("river", Comparison.AtMost, (decimal)limit), s => s with { Location = Some.At([Some.Outside("river", (decimal)low, (decimal)high)], Some.Hit(1)) }));

    [Theory]
    [InlineData(Comparison.AtLeast, 0, Truth.True)]
    [InlineData(Comparison.AtMost, 0, Truth.Unknown)]
    [InlineData(Comparison.LessThan, 0, Truth.False)]
    public void Distance_NotMeasured_IsNeverBelowZero(Comparison comparison, decimal limit, Truth expected) => Assert.Equal(
        expected, Weigh(lines.Distance("river", comparison, limit), s => s with { Location = Some.At([Some.Silent("river", LayerStatus.NoLayer)], Some.Hit(1)) }));

    [Theory]
    [InlineData(Comparison.AtMost, 1, Truth.True)]
    [InlineData(Comparison.MoreThan, 1, Truth.False)]
    [InlineData(Comparison.AtLeast, 0.5, Truth.Unknown)]
    public void Share_NotMeasured_IsFromZeroToOne(Comparison comparison, double limit, Truth expected) => Assert.Equal(
        expected, Weigh(lines.Share("park", comparison, (decimal)limit), s => s with { Location = Some.At([Some.Silent("park", LayerStatus.NoLayer)], Some.Hit(1)) }));

    [Fact]
    public void Place_Relations_AnswerInWithinOverlapAndShare()
    {
        var within = Some.At([Some.Inside("park")], Some.Hit(1));
        var partly = Some.At([Some.Inside("park", 0.5m)], Some.Hit(1));
        var outside = Some.At([Some.Outside("park")], Some.Hit(1));
        var atEdge = Some.At([Some.AtEdge("park")], Some.Hit(1));

        AssertPlaces(lines.SiteIn("park"), (within, Truth.True), (partly, Truth.True), (outside, Truth.False), (atEdge, Truth.Unknown));
        AssertPlaces(lines.SiteWithin("park"), (within, Truth.True), (partly, Truth.False), (outside, Truth.False), (atEdge, Truth.False));
        AssertPlaces(lines.Overlap("park", Comparison.AtLeast, 50), (within, Truth.True), (partly, Truth.True), (outside, Truth.False), (atEdge, Truth.False));
        AssertPlaces(lines.Share("park", Comparison.MoreThan, 0.5m), (within, Truth.True), (partly, Truth.False), (outside, Truth.False), (atEdge, Truth.False));
        AssertPlaces(lines.Distance("park", Comparison.AtMost, 0), (within, Truth.True), (partly, Truth.True), (outside, Truth.False), (atEdge, Truth.Unknown));
    }

    [Fact]
    public void Condition_NoParts_IsTrueForAllAndFalseForAny()
    {
        Assert.Equal(Truth.True, Weigh(new Condition.All([]), s => s));
        Assert.Equal(Truth.False, Weigh(new Condition.Any([]), s => s));
    }

    [Fact]
    public void Condition_ThreeTruths_JoinAsStrongKleene()
    {
        var yes = new Condition.All([]);
        var no = new Condition.Any([]);
        var unknown = lines.Is(world.Strategic, 0b10);
        (Condition Condition, Truth Truth)[] all = [(no, Truth.False), (unknown, Truth.Unknown), (yes, Truth.True)];
        foreach (var (left, a) in all)
        {
            Assert.Equal(Not(a), Weigh(new Condition.Not(left), s => s));
            foreach (var (right, b) in all)
            {
                Assert.Equal(a < b ? a : b, Weigh(new Condition.All([left, right]), s => s));
                Assert.Equal(a > b ? a : b, Weigh(new Condition.Any([left, right]), s => s));
            }
        }
    }

    private void AssertPlaces(Condition line, params (SiteLocation Location, Truth Expected)[] cases)
    {
        foreach (var (location, expected) in cases)
        {
            Assert.Equal(expected, Weigh(line, s => s with { Location = location }));
            Assert.Equal(Not(expected), Weigh(new Condition.Not(line), s => s with { Location = location }));
        }
    }

    private Truth OnList(CodeList list, string? code, bool? decision, DateOnly date) => Weigh(lines.OnList(world.Industry, list), s =>
    {
        var coded = code is null ? s : s.WithFact(world.Industry, Some.Coded(code));
        var decided = decision is { } d ? coded.WithFact(world.OpenDecision, Some.Chosen(d ? 1 : 0, FactOrigin.Decided)) : coded;
        return decided with { GoverningDate = date };
    });

    private static Truth Not(Truth truth) => (Truth)(2 - (int)truth);

    private static Comparison Mirror(Comparison comparison) => comparison switch
    {
        Comparison.AtMost => Comparison.AtLeast,
        Comparison.LessThan => Comparison.MoreThan,
        Comparison.AtLeast => Comparison.AtMost,
        _ => Comparison.LessThan,
    };

    private Truth Weigh(Condition condition, Func<Scenario, Scenario> given) =>
        Weigh(Rules.Norm("R1.a", Effect.Prohibit) with { When = condition }, given(Some.Scenario()));

    // A truth read off a prohibition beside one that is violated anyway, so that no exact pass makes up for a leaf.
    private Truth Weigh(Norm norm, Scenario scenario)
    {
        var violated = Rules.Norm("R1.b", Effect.Prohibit) with { When = new Condition.All([]) };
        var requirement = Rules.Requirement("R1", new Scope.City(), norm, violated) with { InForce = new(DateOnly.MinValue, null) };
        return scenario.AssessedBy(new(world.Pack([requirement]))).Findings[0].Outcome switch
        {
            Outcome.Violated => Truth.True,
            Outcome.Undetermined => Truth.Unknown,
            _ => Truth.False,
        };
    }
}
