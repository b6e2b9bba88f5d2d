using System.Collections.Immutable;
using ZoningRules.Facts;
using ZoningRules.Locations;
using ZoningRules.Margins;
using ZoningRules.RulePacks;
using ZoningRules.Testing;
using ZoningRules.Tests.Oracle;
using ZoningRules.Verdicts;

namespace ZoningRules.Tests.Margins;

public sealed class ChangeFinderTests
{
    private static readonly SmallWorld World = SmallWorld.Instance;
    private static readonly Lines Lines = new(World);

    /// <summary>Whatever anybody changes at random, what admits the project was told or holds something that was told.</summary>
    [Fact]
    public void Run_AnyProhibitedCase_FindsEverySetThatIsEnough()
    {
        var prohibited = 0;
        Checked.ForAll(800, GeneratedCase.Arbitrary(ScenarioMix.Typical), generated =>
        {
            var trial = Trials.Of(generated);
            if (trial.Start.Verdict != Verdict.Prohibited)
            {
                return;
            }

            prohibited++;
            var search = new ChangeFinder(trial, MarginBounds.Usual).Run();
            var values = FreeValue.Of(trial.Facts).Where(v => v.Attribute.AnsweredBy == Answerer.Applicant).ToArray();
            var dice = new Random(prohibited);
            for (var turn = 0; turn < 60 && values.Length > 0; turn++)
            {
                var size = dice.Next(1, 4);
                var set = values.OrderBy(_ => dice.Next()).Take(size).ToArray();
                if (set.Any(v => v.Item >= 0 && set.Any(w => w.Item < 0 && w.Attribute == v.Attribute)))
                {
                    continue;
                }

                var facts = set.Aggregate(trial.Facts, (f, v) => v.Replaced(f, Trials.SomeValue(v, dice), ""));
                if (Trials.MayAdmit(trial.With(facts)) && set.Length <= search.TriedUpTo)
                {
                    var ids = set.Select(v => v.Id).ToArray();
                    Assert.False(search.Hopeless);
                    Assert.Contains(search.Changes, c => c.Attributes.All(ids.Contains));
                }
            }
        });
        Assert.True(prohibited > 60, $"only {prohibited}");
    }

    [Fact]
    public void Run_AnyProhibitedCase_EachSetIsMinimalAndEachOptionAdmits() => Checked.ForAll(500, GeneratedCase.Arbitrary(ScenarioMix.Typical), generated =>
    {
        var trial = Trials.Of(generated);
        if (trial.Start.Verdict != Verdict.Prohibited)
        {
            return;
        }

        var search = new ChangeFinder(trial, MarginBounds.Usual).Run();
        Assert.Equal(search.Hopeless, search.Hopeless && search.Changes.IsEmpty);
        foreach (var change in search.Changes)
        {
            Assert.DoesNotContain(search.Changes, other => other != change && other.Attributes.All(change.Attributes.Contains));
            Assert.All(change.Options, o => Assert.Equal((change.Attributes.Length, true), (o.Values.Length, o.Possible[0] <= Verdict.Conditional)));
            var dice = new Random(7);
            foreach (var left in change.Attributes)
            {
                var fewer = FreeValue.Of(trial.Facts).Where(v => change.Attributes.Contains(v.Id) && v.Id != left).ToArray();
                for (var turn = 0; turn < 20; turn++)
                {
                    Assert.False(Trials.MayAdmit(trial.With(fewer.Aggregate(trial.Facts, (f, v) => v.Replaced(f, Trials.SomeValue(v, dice), "")))));
                }
            }
        }
    });

    [Fact]
    public void Run_TooSmallAndDirty_TellsTheNearestSizeAndTheOtherFuels()
    {
        var boiler = SmallWorld.Field(World.Boilers, "capacity");
        var fuel = SmallWorld.Field(World.Boilers, "fuel");
        var norm = Rules.Norm("R.a", Effect.Prohibit) with
        {
            ForEach = World.Boilers,
            ItemName = "item",
            When = new Condition.All([Lines.Compare(boiler, Comparison.AtMost, 35, World.Boilers), Lines.Is(fuel, 1, World.Boilers)]),
        };
        var search = Run([norm], (World.Boilers, Some.Items(Some.Item(World.Boilers, ("capacity", Some.Number(20)), ("fuel", Some.Chosen(0))))));

        Assert.Equal(["boilers[1].capacity", "boilers", "boilers[1].fuel"], search.Changes.Select(c => Assert.Single(c.Attributes)));
        Assert.Equal("> 35 t-steam/h", search.Changes[0].Options[0].Values[0].Zh);
        Assert.Equal("none at all", search.Changes[1].Options[0].Values[0].En);
        Assert.Equal(["gas", "oil"], search.Changes[2].Options.Select(o => o.Values[0].En));
        Assert.Equal((3, 0), (search.TriedUpTo, search.NotEnough));
        Assert.All(search.Changes.SelectMany(c => c.Options), o => Assert.Equal(Verdict.Admissible, o.Verdict));
    }

    [Fact]
    public void Run_TwoNormsOnTwoValues_NeedsBoth()
    {
        var search = Run(
            [
                Rules.Norm("R.a", Effect.Prohibit) with { When = Lines.Compare(World.Added, Comparison.MoreThan, 50) },
                Rules.Norm("R.b", Effect.Require) with { When = Lines.Is(World.Strategic, 0b10) },
            ],
            (World.Added, Some.Number(60)),
            (World.Strategic, Some.Chosen(0)));

        var change = Assert.Single(search.Changes);
        Assert.Equal("added strategic", string.Join(' ', change.Attributes));
        Assert.Equal(["≤ 50 t/a", "yes"], Readable(change.Options[0].Values));
        Assert.Equal(2, search.NotEnough);
    }

    [Fact]
    public void Run_BrokenByThePlace_IsHopelessAndNamesTheNorm()
    {
        var search = Run(
            [
                Rules.Norm("R.a", Effect.Prohibit) with { When = new Condition.Not(Lines.SiteIn("park")) },
                Rules.Norm("R.b", Effect.Prohibit) with { When = Lines.Compare(World.Added, Comparison.MoreThan, 50) },
            ],
            (World.Added, Some.Number(60)));

        Assert.True(search.Hopeless);
        Assert.Empty(search.Changes);
        Assert.Equal(["R.a"], search.Unavoidable.Select(n => n.Norm));
    }

    [Fact]
    public void Run_WhatAnOfficerDecides_IsNotForTheApplicantToChange()
    {
        var search = Run(
            [Rules.Norm("R.a", Effect.Prohibit) with { When = Lines.Is(World.Vicinity, 0b10) }],
            (World.Vicinity, Some.Chosen(1, FactOrigin.Decided)),
            (World.Added, Some.Number(60)));

        Assert.True(search.Hopeless);
        Assert.Empty(search.Changeable);
    }

    [Fact]
    public void Run_MoreItemsThanTheBound_ChangesTheCollectionAsAWholeOnlyAndSaysSo()
    {
        var capacity = SmallWorld.Field(World.Boilers, "capacity");
        var pack = World.Pack([Rules.Requirement("R", new Scope.City(), Rules.Norm("R.a", Effect.Prohibit) with
        {
            ForEach = World.Boilers, ItemName = "item", When = Lines.Compare(capacity, Comparison.AtMost, 35, World.Boilers),
        })]);
        var boilers = Enumerable.Range(0, 500).Select(_ => Some.Item(World.Boilers, ("capacity", Some.Number(20)))).ToArray();
        var scenario = Some.Scenario().WithFact(World.Boilers, Some.Items(boilers));
        var trial = Trials.Of(new(pack), scenario);

        Assert.Equal("boilers", Assert.Single(trial.Unexamined));
        Assert.Empty(AttributeSearch.Run(trial));
        var change = Assert.Single(new ChangeFinder(trial, MarginBounds.Usual).Run().Changes);
        Assert.Equal("boilers", Assert.Single(change.Attributes));
        Assert.Equal("none at all", Assert.Single(change.Options).Values[0].En);
    }

    [Fact]
    public void Run_OpenQuestionAfterTheChange_IsTold()
    {
        var search = Run(
            [
                Rules.Norm("R.a", Effect.Prohibit) with { When = Lines.Compare(World.Added, Comparison.MoreThan, 50) },
                Rules.Norm("R.b", Effect.Prohibit) with { When = Lines.Is(World.Kind, 1) },
            ],
            (World.Added, Some.Number(60)));

        var option = Assert.Single(Assert.Single(search.Changes).Options);
        Assert.Equal((Verdict.Undetermined, "kind"), (option.Verdict, Assert.Single(option.Questions)));
        Assert.Equal("Admissible Prohibited", string.Join(' ', option.Possible));
    }

    private static IEnumerable<string> Readable(ImmutableArray<Problems.LocalText> values) => values.Select(v => v.En.Replace("≥ 0 t/a, ", "", StringComparison.Ordinal));

    private static ChangeSearch Run(ImmutableArray<Norm> norms, params (AttributeDefinition Attribute, Fact Fact)[] given)
    {
        var pack = World.Pack([Rules.Requirement("R", new Scope.City(), norms)]);
        var trial = Trials.Of(new(pack), given.Aggregate(Some.Scenario(), (s, g) => s.WithFact(g.Attribute, g.Fact)));
        Assert.Equal(Verdict.Prohibited, trial.Start.Verdict);
        return new ChangeFinder(trial, MarginBounds.Usual).Run();
    }
}
