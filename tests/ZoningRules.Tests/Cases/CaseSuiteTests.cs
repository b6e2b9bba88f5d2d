using System.Text;
using ZoningRules.Cases;
using ZoningRules.Problems;
using ZoningRules.RulePacks;
using ZoningRules.Tests.RulePacks;

namespace ZoningRules.Tests.Cases;

/// <summary>What the cases of a small pack cover, what is suggested for the rest, and which slips they notice.</summary>
public sealed class CaseSuiteTests
{
    private const string City = "requirements/city/all.yaml";
    private const string Limit = "boiler.capacity <= 35 t-steam/h";

    [Fact]
    public void Run_NoCase_DoesNotHold()
    {
        var report = CaseSuite.Run(SmallPack.Load(), []);
        Assert.False(report.Holds);
        Assert.Equal(0, report.Coverage.FullLines);
        Assert.False(report.Coverage.IsFull);
    }

    [Fact]
    public void Run_FailingCase_SaysWhatAndShowsTheLinesWithTheirValues()
    {
        var report = CaseSuite.Run(SmallPack.Load(), [Boiler("20 t-steam/h", "yes", "Satisfied")]);
        Assert.False(report.Holds);
        Assert.Equal("R-01.a: expected Satisfied, found Violated", Assert.Single(Assert.Single(report.Results).Differences));
        var text = CaseSuiteText.Render(report, Language.En);
        Assert.Matches("boiler.capacity <= 35 t-steam/h +.*20", text);
        Assert.Contains("不符", CaseSuiteText.Render(report, Language.Zh), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_LineThatOnlyDecidedOneWay_IsNamed()
    {
        var report = CaseSuite.Run(SmallPack.Load(), [Boiler("20 t-steam/h", "yes", "Violated"), Boiler(null, "yes", "Undetermined")]);
        Assert.True(report.Holds, CaseSuiteText.Render(report, Language.En));
        var line = report.Coverage.Lines.Single(l => l.Line == Limit);
        Assert.Equal((1, 0, 1), (line.WhenTrue, line.WhenFalse, line.WhenUnknown));
        Assert.False(line.IsFull);
        Assert.Contains($"R-01.a `{Limit}` never decided by being false", CaseSuiteText.Render(report, Language.En), StringComparison.Ordinal);
        var both = CaseSuite.Run(SmallPack.Load(), [Boiler("20 t-steam/h", "yes", "Violated"), Boiler("36 t-steam/h", "yes", "Satisfied")]);
        Assert.True(both.Coverage.Lines.Single(l => l.Line == Limit).IsFull);
    }

    [Fact]
    public void Run_LineThatHoldsWithoutDeciding_IsNotCovered()
    {
        // Outside the built-up area the capacity changes nothing.
        var report = CaseSuite.Run(SmallPack.Load(), [Boiler("20 t-steam/h", "no", "Satisfied")]);
        var line = report.Coverage.Lines.Single(l => l.Line == Limit);
        Assert.Equal((0, 0, 0), (line.WhenTrue, line.WhenFalse, line.WhenUnknown));
    }

    [Fact]
    public void Suggest_ForUncoveredLines_GivesCasesThatHoldAndCoverThem()
    {
        var pack = SmallPack.Load();
        var before = CaseSuite.Run(pack, [Boiler("20 t-steam/h", "yes", "Violated")]);
        var suggestions = MissingCases.Suggest(pack, before.Coverage, new(2026, 11, 22));
        Assert.Contains(suggestions, s => s.Norm == "R-01.a" && s.Why == $"`{Limit}` false");
        var cases = suggestions.Select((s, i) => Parse(s.Text, pack)).ToList();
        var after = CaseSuite.Run(pack, [Boiler("20 t-steam/h", "yes", "Violated"), .. cases]);
        Assert.True(after.Holds, CaseSuiteText.Render(after, Language.En));
        foreach (var suggestion in suggestions)
        {
            var alone = CaseSuite.Run(pack, [Parse(suggestion.Text, pack)]).Coverage.Lines.Where(l => l.Norm == suggestion.Norm && suggestion.Why.StartsWith($"`{l.Line}`", StringComparison.Ordinal));
            Assert.Contains(alone, l => suggestion.Why.EndsWith("true", StringComparison.Ordinal) ? l.WhenTrue > 0 : l.WhenFalse > 0);
        }
    }

    [Fact]
    public void Mutate_WeakCases_LeaveTheSlipsOfTheLimit()
    {
        var pack = SmallPack.Load();
        var cases = new[] { Boiler("20 t-steam/h", "yes", "Violated"), Boiler("100 t-steam/h", "yes", "Satisfied") };
        var report = PackMutation.Run(pack, cases);
        var missed = report.Survivors.Where(s => s.Mutant.Norm == "R-01.a").ToList();
        string[] expected = ["when: sign <", "when: limit 38.5", "when: limit 31.5", "when: limit 36", "when: limit 34"];
        Assert.Superset(expected.ToHashSet(), missed.Select(s => s.Mutant.Change.Replace($"`{Limit}`: ", "", StringComparison.Ordinal)).ToHashSet());
        Assert.DoesNotContain(missed, s => s.Mutant.Change.Contains("sign >=", StringComparison.Ordinal));
        Assert.Equal(report.Total, report.Killed + report.Equivalent.Length + report.Survivors.Length);

        // Each missing case holds for the pack and notices its slip.
        var added = missed.Select(s => s.MissingCase).OfType<string>().Select(t => Parse(t, pack)).ToList();
        Assert.True(added.Count >= expected.Length);
        var again = PackMutation.Run(pack, [.. cases, .. added]);
        Assert.DoesNotContain(again.Survivors, s => s.MissingCase is not null && s.Mutant.Norm == "R-01.a");
        Assert.True(CaseSuite.Run(pack, added).Holds);
    }

    [Fact]
    public void Mutate_SlipThatChangesNothing_IsProvedEquivalent()
    {
        using var folder = new SmallPack();
        var pack = folder.Edit(City, "- site in built-up\n", "- site in built-up\n            - any:\n                - site in built-up\n                - site in old-town\n").Read().Require();
        var report = PackMutation.Run(pack, [Boiler("20 t-steam/h", "yes", "Violated")]);
        Assert.Contains(report.Equivalent, m => m.Change.Contains("line 2 of any lost", StringComparison.Ordinal));
        Assert.DoesNotContain(report.Survivors, s => s.Mutant.Change.Contains("line 2 of any lost", StringComparison.Ordinal));
    }

    [Fact]
    public void Mutate_SlipOnAnotherDay_IsNotEquivalent()
    {
        // The target of 2020 binds on no day on which a case stands.
        var report = PackMutation.Run(SmallPack.Load(), [Boiler("20 t-steam/h", "yes", "Violated")]);
        Assert.Contains(report.Survivors, s => s.Mutant.Change == "target: a year later");
        Assert.Contains(report.Survivors, s => s.Mutant.Change == "target: a year earlier");
    }

    [Fact]
    public void Mutate_SlipThatOnlyAReadingShows_IsNotEquivalent()
    {
        using var folder = new SmallPack();
        var pack = folder.Edit(City, "when: \"distance(site, river) <= 1 km\"", "when: {all: [\"distance(site, river) <= 1 km\", \"project.action in [new]\", project.industry in list(heavy)]}").Read().Require();
        var report = PackMutation.Run(pack, [Boiler("20 t-steam/h", "yes", "Violated")]);

        // All readings together still give the second; an officer who decides for the first gets another answer.
        Assert.Contains(report.Survivors, s => s.Mutant.Change.StartsWith("reading near", StringComparison.Ordinal) && s.Mutant.Change.Contains("lost", StringComparison.Ordinal));
        Assert.DoesNotContain(report.Equivalent, m => m.Change.StartsWith("reading near: line 1", StringComparison.Ordinal));
    }

    [Fact]
    public void Mutate_Cancelled_Stops()
    {
        using var stop = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => PackMutation.Run(SmallPack.Load(), [Boiler("20 t-steam/h", "yes", "Violated")], new StopAfterOne(stop), stop.Token));
    }

    private static RuleCase Boiler(string? capacity, string builtUp, string outcome)
    {
        using var pack = new SmallPack();
        var text = $"""
            schema: zoning-case/1
            name: {"{"}zh: 锅炉, en: a boiler{"}"}
            date: 2026-11-22
            given:
              boilers: [{(capacity is null ? "{fuel: coal}" : $"{{fuel: coal, capacity: {capacity}}}")}]
            at:
              units: unknown
              in: {"{"}built-up: {builtUp}{"}"}
            expect:
              verdict: {(outcome == "Violated" ? "Prohibited" : "Undetermined")}
              findings: {"{"}R-01.a: {outcome}{"}"}

            """;
        text = outcome == "Satisfied" && capacity == "20 t-steam/h" && builtUp == "yes" ? text.Replace("verdict: Undetermined", "verdict: Prohibited", StringComparison.Ordinal) : text;
        return Parse(text, pack.Read().Require());
    }

    private static RuleCase Parse(string text, RulePack pack) => CaseReader.Parse("case.yaml", Encoding.UTF8.GetBytes(text), pack).Require();

    private sealed class StopAfterOne(CancellationTokenSource stop) : IProgress<(int Done, int Of)>
    {
        public void Report((int Done, int Of) value) => stop.Cancel();
    }
}
