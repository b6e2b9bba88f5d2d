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

namespace ZoningRules.Tests.Evaluation;

/// <summary>The table of docs/semantics.md section 4, readings, exceptions, items, caps, targets and scopes.</summary>
public sealed class NormTests
{
    private static readonly SmallWorld World = SmallWorld.Instance;
    private static readonly Lines Lines = new(World);

    // A and W are lines whose truth is chosen by giving the choice, its opposite, or nothing.
    private static readonly Condition A = Lines.Is(World.Strategic, 0b10);
    private static readonly Condition W = Lines.Is(World.Kind, 0b001);

    [Theory]
    [InlineData(Effect.Prohibit, Truth.False, Truth.False, Outcome.NotApplicable, Outcome.NotApplicable)]
    [InlineData(Effect.Prohibit, Truth.False, Truth.Unknown, Outcome.NotApplicable, Outcome.NotApplicable)]
    [InlineData(Effect.Prohibit, Truth.False, Truth.True, Outcome.NotApplicable, Outcome.NotApplicable)]
    [InlineData(Effect.Prohibit, Truth.Unknown, Truth.False, Outcome.Satisfied, Outcome.Undetermined)]
    [InlineData(Effect.Prohibit, Truth.Unknown, Truth.Unknown, Outcome.Undetermined, Outcome.Undetermined)]
    [InlineData(Effect.Prohibit, Truth.Unknown, Truth.True, Outcome.Undetermined, Outcome.Undetermined)]
    [InlineData(Effect.Prohibit, Truth.True, Truth.False, Outcome.Satisfied, Outcome.Conditional)]
    [InlineData(Effect.Prohibit, Truth.True, Truth.Unknown, Outcome.Undetermined, Outcome.Undetermined)]
    [InlineData(Effect.Prohibit, Truth.True, Truth.True, Outcome.Violated, Outcome.Violated)]
    [InlineData(Effect.Require, Truth.False, Truth.False, Outcome.NotApplicable, Outcome.NotApplicable)]
    [InlineData(Effect.Require, Truth.Unknown, Truth.True, Outcome.Satisfied, Outcome.Undetermined)]
    [InlineData(Effect.Require, Truth.Unknown, Truth.False, Outcome.Undetermined, Outcome.Undetermined)]
    [InlineData(Effect.Require, Truth.True, Truth.True, Outcome.Satisfied, Outcome.Conditional)]
    [InlineData(Effect.Require, Truth.True, Truth.Unknown, Outcome.Undetermined, Outcome.Undetermined)]
    [InlineData(Effect.Require, Truth.True, Truth.False, Outcome.Violated, Outcome.Violated)]
    [InlineData(Effect.Oblige, Truth.False, Truth.True, Outcome.NotApplicable, Outcome.NotApplicable)]
    [InlineData(Effect.Oblige, Truth.Unknown, Truth.True, Outcome.Undetermined, Outcome.Undetermined)]
    [InlineData(Effect.Oblige, Truth.True, Truth.Unknown, Outcome.Undetermined, Outcome.Undetermined)]
    [InlineData(Effect.Oblige, Truth.True, Truth.False, Outcome.NotApplicable, Outcome.NotApplicable)]
    [InlineData(Effect.Oblige, Truth.True, Truth.True, Outcome.Conditional, Outcome.Conditional)]
    [InlineData(Effect.Exit, Truth.Unknown, Truth.False, Outcome.NotApplicable, Outcome.NotApplicable)]
    [InlineData(Effect.Exit, Truth.True, Truth.True, Outcome.Conditional, Outcome.Conditional)]
    public void Outcome_AppliesAndCondition_FollowTheTable(Effect effect, Truth applies, Truth when, Outcome without, Outcome withObligation)
    {
        var norm = Rules.Norm("R1.a", effect) with { Applies = A, When = W };
        var scenario = Give(Some.Scenario(), applies, when);

        if (effect is not (Effect.Oblige or Effect.Exit))
        {
            Assert.Equal(without, OutcomeLeafByLeaf(norm, scenario));
        }

        Assert.Equal(withObligation, OutcomeLeafByLeaf(norm with { Obligations = [Rules.Duty] }, scenario));
    }

    [Theory]
    [InlineData(Truth.False, Truth.False, Outcome.Violated)]
    [InlineData(Truth.False, Truth.True, Outcome.NotApplicable)]
    [InlineData(Truth.True, Truth.False, Outcome.Violated)]
    [InlineData(Truth.Unknown, Truth.True, Outcome.NotApplicable)]
    public void Outcome_Unless_NarrowsTheNorm(Truth applies, Truth unless, Outcome expected)
    {
        var norm = Rules.Norm("R1.a", Effect.Prohibit) with { Applies = new Condition.Any([A, new Condition.Not(A)]), Unless = W, When = new Condition.All([]) };

        // A tautology is not seen leaf by leaf; the exact pass sees it.
        Assert.Equal(expected, Give(Some.Scenario(), applies, unless).AssessedBy(new(Pack(norm))).Findings[0].Outcome);
    }

    // Readings: strict holds for a project, mild for a facility.
    [Theory]
    [InlineData(0, null, Outcome.Violated, "mild")]
    [InlineData(2, null, Outcome.Violated, "strict")]
    [InlineData(1, null, Outcome.Satisfied, "")]
    [InlineData(0, 0, Outcome.Violated, "")]
    [InlineData(0, 1, Outcome.Satisfied, "")]
    [InlineData(2, 1, Outcome.Violated, "")]
    public void Outcome_Readings_TheStrictestCountsUnlessAnOfficerDecided(int kind, int? decided, Outcome expected, string differing)
    {
        var finding = Finding(Readings(ReadingStatus.Assumed, ReadingStatus.Alternative), ReadingScenario(kind, decided));

        Assert.Equal(expected, finding.Outcome);
        Assert.Equal(differing, string.Join(" ", finding.DifferingReadings.Select(r => r.Key)));
    }

    [Theory]
    [InlineData(0, null, Outcome.Satisfied)]
    [InlineData(2, null, Outcome.Violated)]
    [InlineData(2, 1, Outcome.Violated)]
    [InlineData(2, 0, Outcome.Violated)] // the officer chose a reading that is retired: the confirmed one still counts
    [InlineData(0, 0, Outcome.Satisfied)]
    public void Outcome_ReadingConfirmed_RetiresTheOthers(int kind, int? decided, Outcome expected) =>
        Assert.Equal(expected, Finding(Readings(ReadingStatus.Assumed, ReadingStatus.Confirmed), ReadingScenario(kind, decided)).Outcome);

    [Theory]
    [InlineData(Truth.False, Outcome.Violated)]
    [InlineData(Truth.True, Outcome.NotApplicable)]
    [InlineData(Truth.Unknown, Outcome.Undetermined)]
    public void Outcome_Exception_TakesOverWhereItApplies(Truth exception, Outcome expected) =>
        Assert.Equal(expected, OutcomeWithException(new Scope.City(), e => e, Give(Some.Scenario(), exception, Truth.True)));

    [Theory]
    [InlineData(Truth.False, Outcome.NotApplicable)]
    [InlineData(Truth.True, Outcome.Violated)]
    [InlineData(Truth.Unknown, Outcome.Undetermined)]
    public void Outcome_ExceptionWithUnless_LeavesTheBaseWhereItsUnlessHolds(Truth unless, Outcome expected) =>
        Assert.Equal(expected, OutcomeWithException(new Scope.City(), e => e with { Applies = null, Unless = A }, Give(Some.Scenario(), unless, Truth.True)));

    [Fact]
    public void Outcome_ExceptionToTheException_BringsTheBaseBack()
    {
        var pack = Pack(
            Base(),
            Rules.Norm("R1.b", Effect.Oblige) with { ExceptionTo = "R1.a", When = W, Obligations = [Rules.Duty] },
            Rules.Norm("R1.c", Effect.Prohibit) with { ExceptionTo = "R1.b", Applies = A, When = new Condition.Any([]) });

        Outcome OfBase(Truth exception) => Give(Some.Scenario(), exception, Truth.True).AssessedBy(new(pack)).Findings[0].Outcome;
        Assert.Equal(Outcome.Violated, OfBase(Truth.True));
        Assert.Equal(Outcome.NotApplicable, OfBase(Truth.False));
    }

    [Fact]
    public void Outcome_ExceptionNotInForceOrNotBinding_DoesNotCount()
    {
        var scenario = Give(Some.Scenario(), Truth.True, Truth.True);

        Assert.Equal(Outcome.NotApplicable, OutcomeWithException(new Scope.City(), e => e with { Target = new(2026, true) }, scenario));
        Assert.Equal(Outcome.Violated, OutcomeWithException(new Scope.City(), e => e with { Target = new(2025, false) }, scenario));
    }

    [Theory]
    [InlineData(true, true, false, Outcome.NotApplicable)]  // all of the site in key units
    [InlineData(true, false, false, Outcome.Violated)]      // a part in a general unit
    [InlineData(true, null, false, Outcome.Undetermined)]   // perhaps a part in a general unit
    [InlineData(null, true, false, Outcome.NotApplicable)]  // which of two key units does not matter
    [InlineData(false, true, false, Outcome.Violated)]      // no key unit hit
    [InlineData(true, true, true, Outcome.Violated)]        // a part in no unit
    public void Outcome_ExceptionOfACategory_NeedsTheWholeSiteInIt(bool? key, bool? onlyKey, bool gap, Outcome expected)
    {
        UnitHit[] hits =
        [
            .. key == false ? [] : new[] { Some.Hit(1, key is null ? Truth.Unknown : Truth.True) },
            .. key is null ? [Some.Hit(2, Truth.Unknown)] : Array.Empty<UnitHit>(),
            .. onlyKey == true && key != false ? [] : new[] { Some.Hit(3, onlyKey is null ? Truth.Unknown : Truth.True) },
        ];
        var location = Some.At([Some.Outside("park")], hits) with { Gaps = gap ? [new(new(1), new(0.1m), null, false)] : [] };

        var scenario = Give(Some.Scenario() with { Location = location }, Truth.True, Truth.True);
        Assert.Equal(expected, OutcomeWithException(new Scope.InCategory(ControlCategory.Key), e => e, scenario));
    }

    [Fact]
    public void Outcome_ExceptionOfACategoryAtAnUnknownPlace_LeavesTheBaseOpen() => Assert.Equal(
        Outcome.Undetermined,
        OutcomeWithException(new Scope.InCategory(ControlCategory.Key), e => e, Give(Some.Scenario() with { Location = null }, Truth.True, Truth.True)));

    // Capacities of coal boilers; prohibited up to 35.
    [Theory]
    [InlineData("", Outcome.NotApplicable)]
    [InlineData("coal 36", Outcome.Satisfied)]
    [InlineData("coal 36, coal 35", Outcome.Violated)]
    [InlineData("gas 20", Outcome.NotApplicable)]
    [InlineData("gas 20, coal 40", Outcome.Satisfied)]
    [InlineData("coal ?", Outcome.Undetermined)]
    [InlineData("? 20", Outcome.Undetermined)]
    [InlineData("? 40", Outcome.Satisfied)]
    [InlineData("coal ?, coal 20", Outcome.Violated)]
    [InlineData(null, Outcome.Undetermined)]
    public void Outcome_ForEach_IsAboutAnyItem(string? boilers, Outcome expected)
    {
        Assert.Equal(expected, Finding(CoalBoilers(), Boilers(Some.Scenario(), boilers)).Outcome);
    }

    [Fact]
    public void Questions_ForEach_NameTheFieldOfTheItemOrTheCollection()
    {
        Assert.Equal(["boilers"], Asked(Boilers(Some.Scenario(), null)));
        Assert.Equal(["boilers[2].capacity"], Asked(Boilers(Some.Scenario(), "coal 40, coal ?")));
        Assert.Equal(["boilers[1].fuel"], Asked(Boilers(Some.Scenario(), "? 20")));

        static IEnumerable<string> Asked(Scenario scenario) => scenario.AssessedBy(new(Pack(CoalBoilers()))).Questions.Select(q => q.Attribute);
    }

    // used 300 + reserved 100, limit 500
    [Theory]
    [InlineData(true, 99.999, Outcome.Satisfied)]
    [InlineData(true, 100, Outcome.Satisfied)]
    [InlineData(true, 100.001, Outcome.Violated)]
    [InlineData(false, 99.999, Outcome.Satisfied)]
    [InlineData(false, 100, Outcome.Violated)]
    [InlineData(true, 0, Outcome.Satisfied)]
    [InlineData(false, 0, Outcome.Satisfied)]
    public void Cap_IncrementAtTheLimit_IsWithinWhenInclusive(bool inclusive, double increment, Outcome expected) =>
        Assert.Equal(expected, CapOutcome(new CapLimit.Fixed(500), inclusive, new("water-use", SmallWorld.Day, 300, 100), Some.Number((decimal)increment)));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Cap_IncrementOfZero_NeverExceeds(bool inclusive)
    {
        Assert.Equal(Outcome.Satisfied, CapOutcome(new CapLimit.Fixed(500), inclusive, new("water-use", SmallWorld.Day, 900, 100), Some.Number(0)));
        Assert.Equal(Outcome.Satisfied, CapOutcome(new CapLimit.Fixed(500), inclusive, null, Some.Number(0)));
        Assert.Equal(Outcome.Undetermined, CapOutcome(new CapLimit.Fixed(500), inclusive, null, Some.Number(0, 1)));
    }

    [Theory]
    [InlineData(0, Outcome.Violated)]
    [InlineData(-90, Outcome.Violated)]
    [InlineData(-91, Outcome.Undetermined)]
    [InlineData(1, Outcome.Undetermined)]
    public void Cap_LedgerDate_CountsUntilItsMaximumAge(int days, Outcome expected)
    {
        var ledger = new Ledger("water-use", SmallWorld.Day.AddDays(days), 500, 0);
        Assert.Equal(expected, CapOutcome(new CapLimit.Fixed(500), true, ledger, Some.Number(1)));
        Assert.Equal(expected == Outcome.Undetermined ? UnknownReasons.StaleLedger : UnknownReasons.None, CapFinding(new CapLimit.Fixed(500), true, ledger, Some.Number(1)).Findings[0].Reasons);
    }

    [Fact]
    public void Cap_DatedLimitWithoutAValue_AsksForTheParameterAndNotForTheLedger()
    {
        var assessment = CapFinding(new CapLimit.Dated(World.WaterLimit), true, new("water-use", new(2025, 6, 1), 0, 0), Some.Number(1), new(2025, 6, 1));

        Assert.Equal(UnknownReasons.NoValue, assessment.Findings[0].Reasons);
        Assert.Equal(["parameter.water-limit"], assessment.Questions.Select(q => q.Attribute));
    }

    [Theory]
    [InlineData(2024, 12, 31, Outcome.Satisfied)] // 500
    [InlineData(2026, 1, 1, Outcome.Violated)]    // 400
    public void Cap_DatedLimit_IsTakenOnTheDay(int year, int month, int day, Outcome expected) => Assert.Equal(
        expected, CapFinding(new CapLimit.Dated(World.WaterLimit), true, new("water-use", new(year, month, day), 400, 0), Some.Number(50), new(year, month, day)).Findings[0].Outcome);

    [Theory]
    [InlineData(1000, Outcome.Satisfied)] // 957
    [InlineData(999, Outcome.Violated)]
    [InlineData(null, Outcome.Undetermined)]
    public void Cap_BaseMinusAShare_NeedsTheBase(int? from, Outcome expected) =>
        Assert.Equal(expected, CapOutcome(new CapLimit.BaseMinus(0.043m), true, new("water-use", SmallWorld.Day, 900, 0, from), Some.Number(57)));

    [Theory]
    [InlineData(false, 2025, 12, 31, true, null)]
    [InlineData(false, 2026, 12, 31, true, null)]
    [InlineData(false, 2027, 1, 1, false, true)]
    [InlineData(true, 2025, 12, 31, false, false)]
    [InlineData(true, 2026, 1, 1, true, null)]
    [InlineData(true, 2026, 12, 31, true, null)]
    [InlineData(true, 2027, 1, 1, false, true)]
    public void Target_DayBeforeOfAndAfter_BindsOrIsReported(bool onlyInYear, int year, int month, int day, bool binds, bool? lapsed)
    {
        var assessment = (Give(Some.Scenario(), Truth.True, Truth.True) with { GoverningDate = new(year, month, day) }).AssessedBy(new(Pack(Base() with { Target = new(2026, onlyInYear) })));

        Assert.Equal(binds ? 1 : 0, assessment.Findings.Length);
        Assert.Equal(binds ? Verdict.Prohibited : Verdict.Admissible, assessment.Verdict);
        Assert.Equal(lapsed, assessment.UnboundTargets.SingleOrDefault()?.Lapsed);
    }

    [Theory]
    [InlineData(2020, 12, 30, false)]
    [InlineData(2020, 12, 31, true)]
    [InlineData(2026, 11, 21, true)]
    [InlineData(2026, 11, 22, false)]
    public void Requirement_DayBeforeOfAndAfterItsPeriod_CountsFromTheFirstDayToTheDayBeforeTheLast(int year, int month, int day, bool counts)
    {
        var pack = World.Pack([Rules.Requirement("R1", new Scope.City(), Base()) with { InForce = new(new(2020, 12, 31), new(2026, 11, 22)) }]);
        var assessment = (Give(Some.Scenario(), Truth.True, Truth.True) with { GoverningDate = new(year, month, day) }).AssessedBy(new(pack));

        Assert.Equal(counts ? Verdict.Prohibited : Verdict.Undetermined, assessment.Verdict);
        Assert.Equal(counts ? 0 : 1, assessment.Doubts.Count(d => d.Kind == DoubtKind.NothingInForce));
    }

    // Prohibited in the park, in key units: the site is in the park only where it is in a general unit.
    [Fact]
    public void Scope_Category_IsAboutThePartsInsideItsUnits()
    {
        var location = Some.At([Some.Inside("park", 0.5m)], Some.Hit(1, Truth.True, Some.Outside("park")), Some.Hit(3, Truth.True, Some.Inside("park")));

        Assert.Equal(Outcome.Satisfied, InPark(new Scope.InCategory(ControlCategory.Key), location));
        Assert.Equal(Outcome.Violated, InPark(new Scope.InCategory(ControlCategory.General), location));
        Assert.Equal(Outcome.NotApplicable, InPark(new Scope.InCategory(ControlCategory.Priority), location));
        Assert.Equal(Outcome.Violated, InPark(new Scope.City(), location));
        Assert.Equal(Outcome.Satisfied, InPark(new Scope.InUnit(SmallWorld.Units[1].Code), location));
        Assert.Equal(Outcome.Violated, InPark(new Scope.InUnit(SmallWorld.Units[3].Code), location));
        Assert.Equal(Outcome.NotApplicable, InPark(new Scope.InUnit(SmallWorld.Units[2].Code), location));
    }

    [Fact]
    public void Scope_SeveralPartsOfOneCategory_TheStrictestCounts()
    {
        var location = Some.At([Some.Inside("park", 0.5m)], Some.Hit(1, Truth.True, Some.Outside("park")), Some.Hit(2, Truth.True, Some.Inside("park")));

        Assert.Equal(Outcome.Violated, InPark(new Scope.InCategory(ControlCategory.Key), location));
    }

    [Fact]
    public void Scope_UnitPerhapsHit_LeavesItsViolationOpen()
    {
        var perhaps = Some.At([Some.Inside("park", 0.5m)], Some.Hit(1, Truth.Unknown, Some.Inside("park")), Some.Hit(3, Truth.True, Some.Outside("park")));
        var harmless = Some.At([Some.Outside("park")], Some.Hit(1, Truth.Unknown, Some.Outside("park")), Some.Hit(3, Truth.True, Some.Outside("park")));

        Assert.Equal(Outcome.Undetermined, InPark(new Scope.InCategory(ControlCategory.Key), perhaps));
        Assert.Equal(Outcome.Satisfied, InPark(new Scope.InCategory(ControlCategory.Key), harmless));
    }

    [Fact]
    public void Scope_TwoPartsOfWhichOneMustBeBad_IsViolatedForEveryValue()
    {
        // The strategic project breaks the norm inside the park, any other outside it, and the site has a part inside and a part outside.
        var location = Some.At([Some.Inside("park", 0.5m)], Some.Hit(1, Truth.True, Some.Inside("park")), Some.Hit(2, Truth.True, Some.Outside("park")));
        var either = new Condition.Any([new Condition.All([Lines.SiteIn("park"), A]), new Condition.All([new Condition.Not(Lines.SiteIn("park")), new Condition.Not(A)])]);
        var pack = World.Pack([Rules.Requirement("R1", new Scope.InCategory(ControlCategory.Key), Rules.Norm("R1.a", Effect.Prohibit) with { When = either })]);
        var assessment = (Some.Scenario() with { Location = location }).AssessedBy(new(pack));

        Assert.Equal(Outcome.Violated, assessment.Findings[0].Outcome);
        Assert.True(assessment.Findings[0].SameForEveryValue);
        Assert.Equal(Verdict.Prohibited, assessment.Verdict);
    }

    [Fact]
    public void Scope_UnitNotKnown_AsksForTheSite()
    {
        var pack = World.Pack([Rules.Requirement("R1", new Scope.InCategory(ControlCategory.Key), Base())]);
        foreach (var location in new[] { null, new SiteLocation { Units = [], Relations = [] } })
        {
            var assessment = (Give(Some.Scenario(), Truth.True, Truth.True) with { Location = location }).AssessedBy(new(pack));

            Assert.Equal(Outcome.Undetermined, assessment.Findings[0].Outcome);
            Assert.Equal([Verdict.Undetermined, Verdict.Prohibited], assessment.Possible.AsEnumerable());
            Assert.Equal(["site"], assessment.Questions.Select(q => q.Attribute));
        }
    }

    [Fact]
    public void Scope_Zone_AppliesOnlyInsideTheLayer()
    {
        var zone = new Scope.InZone("zone", World.Slot("zone"));
        Outcome At(LayerRelation relation) => Give(Some.Scenario() with { Location = Some.At([relation], Some.Hit(1)) }, Truth.True, Truth.True)
            .AssessedBy(new(World.Pack([Rules.Requirement("R1", zone, Base())]))).Findings[0].Outcome;

        Assert.Equal(Outcome.Violated, At(Some.Inside("zone", 0.1m)));
        Assert.Equal(Outcome.NotApplicable, At(Some.Outside("zone", 0.001m)));
        Assert.Equal(Outcome.Undetermined, At(Some.AtEdge("zone")));
        Assert.Equal(Outcome.Undetermined, At(Some.Silent("zone", LayerStatus.NoLayer)));
    }

    [Fact]
    public void Parameter_MissingForTwoItems_IsNotTheSameAnswerForBoth()
    {
        // Coal is forbidden above the unpublished limit, and below it gas is. A limit between the two boilers spares both.
        var fuel = SmallWorld.Field(World.Boilers, "fuel");
        var coal = Rules.Norm("R1.a", Effect.Prohibit) with { ForEach = World.Boilers, ItemName = "item", When = Lines.Is(fuel, 0b001, World.Boilers) };
        var gas = coal with
        {
            Id = "R1.b",
            ExceptionTo = "R1.a",
            Applies = Lines.Compare(SmallWorld.Field(World.Boilers, "capacity"), Comparison.AtMost, World.SizeLimit, World.Boilers),
            When = Lines.Is(fuel, 0b010, World.Boilers),
        };
        var assessment = (Boilers(Some.Scenario(), "coal 1, gas 100") with { GoverningDate = new(2025, 6, 1) }).AssessedBy(new(Pack(coal, gas)));

        Assert.Equal(Verdict.Undetermined, assessment.Verdict);
        Assert.Equal([Verdict.Admissible, Verdict.Prohibited], assessment.Possible.AsEnumerable());
    }

    [Fact]
    public void TwoNumbers_OneOfThemKnown_CutTheOtherExactly()
    {
        // retired >= 10 and retired < 10 cannot both fail, though the lines look different.
        var pack = Pack(
            Rules.Norm("R1.a", Effect.Prohibit) with { When = Lines.Compare(World.Retired, Comparison.AtLeast, World.Added) },
            Rules.Norm("R1.b", Effect.Prohibit) with { When = Lines.Compare(World.Retired, Comparison.LessThan, 10) });
        var assessment = Some.Scenario().WithFact(World.Added, Some.Number(10)).AssessedBy(new(pack));

        Assert.Equal(Verdict.Prohibited, assessment.Verdict);
        Assert.True(assessment.SameForEveryCompletion);
    }

    private static Outcome InPark(Scope scope, SiteLocation location) => (Some.Scenario() with { Location = location })
        .AssessedBy(new(World.Pack([Rules.Requirement("R1", scope, Rules.Norm("R1.a", Effect.Prohibit) with { When = Lines.SiteIn("park") })]))).Findings[0].Outcome;

    private static Norm Base() => Rules.Norm("R1.a", Effect.Prohibit) with { When = W };

    private static RulePack Pack(params ImmutableArray<Norm> norms) => World.Pack([Rules.Requirement("R1", new Scope.City(), norms)]);

    private static Finding Finding(Norm norm, Scenario scenario) => scenario.AssessedBy(new(Pack(norm))).Findings[0];

    // Beside a violated norm no exact pass runs, so this is the outcome leaf by leaf.
    private static Outcome OutcomeLeafByLeaf(Norm norm, Scenario scenario) =>
        scenario.AssessedBy(new(Pack(norm, Rules.Norm("R1.z", Effect.Prohibit) with { When = new Condition.All([]) }))).Findings[0].Outcome;

    private static Outcome OutcomeWithException(Scope scope, Func<Norm, Norm> change, Scenario scenario) => scenario.AssessedBy(new(World.Pack(
    [
        Rules.Requirement("R1", new Scope.City(), Base()),
        Rules.Requirement("R2", scope, change(Rules.Norm("R2.a", Effect.Require) with { ExceptionTo = "R1.a", Applies = A, When = new Condition.All([]) })),
    ]))).Findings[0].Outcome;

    private static Scenario Give(Scenario scenario, Truth a, Truth w)
    {
        var one = a == Truth.Unknown ? scenario : scenario.WithFact(World.Strategic, Some.Chosen(a == Truth.True ? 1 : 0));
        return w == Truth.Unknown ? one : one.WithFact(World.Kind, Some.Chosen(w == Truth.True ? 0 : 1));
    }

    private static Norm Readings(ReadingStatus strict, ReadingStatus mild) => Rules.Norm("R1.a", Effect.Prohibit) with
    {
        Readings =
        [
            new("strict", strict, LocalText.Same("strict"), Lines.Is(World.Kind, 0b001)),
            new("mild", mild, LocalText.Same("mild"), Lines.Is(World.Kind, 0b100)),
        ],
        ReadingDecision = World.ReadingDecisions[0],
    };

    private static Scenario ReadingScenario(int kind, int? decided)
    {
        var scenario = Some.Scenario().WithFact(World.Kind, Some.Chosen(kind));
        return decided is { } index ? scenario.WithFact(World.ReadingDecisions[0], Some.Chosen(index, FactOrigin.Decided)) : scenario;
    }

    private static Norm CoalBoilers() => Rules.Norm("R1.a", Effect.Prohibit) with
    {
        ForEach = World.Boilers,
        ItemName = "item",
        Applies = Lines.Is(SmallWorld.Field(World.Boilers, "fuel"), 0b001, World.Boilers),
        When = Lines.Compare(SmallWorld.Field(World.Boilers, "capacity"), Comparison.AtMost, 35, World.Boilers),
    };

    // "coal 35, gas ?": fuel and capacity of each boiler; null when not given.
    private static Scenario Boilers(Scenario scenario, string? boilers) => boilers is null ? scenario : scenario.WithFact(
        World.Boilers,
        Some.Items([.. boilers.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(b => b.Split(' ')).Select(b => Some.Item(
            World.Boilers,
            ("fuel", b[0] switch { "coal" => Some.Chosen(0), "gas" => Some.Chosen(1), _ => Some.Unknown() }),
            ("capacity", b[1] == "?" ? Some.Unknown() : Some.Number(decimal.Parse(b[1], System.Globalization.CultureInfo.InvariantCulture)))))]));

    private static Outcome CapOutcome(CapLimit limit, bool inclusive, Ledger? ledger, Fact increment) => CapFinding(limit, inclusive, ledger, increment).Findings[0].Outcome;

    private static Assessment CapFinding(CapLimit limit, bool inclusive, Ledger? ledger, Fact increment, DateOnly? date = null)
    {
        var norm = Rules.Norm("R1.a", Effect.Cap) with { Cap = new("water-use", World.Withdrawal, limit, inclusive, 90) };
        var scenario = Some.Scenario().WithFact(World.Withdrawal, increment) with { Ledgers = ledger is null ? [] : [ledger], GoverningDate = date ?? SmallWorld.Day };
        return scenario.AssessedBy(new(Pack(norm)));
    }
}
