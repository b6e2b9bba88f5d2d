using System.Text;
using System.Text.RegularExpressions;
using ZoningRules.Cases;
using ZoningRules.Problems;
using ZoningRules.RulePacks;
using ZoningRules.Tests.RulePacks;

namespace ZoningRules.Tests.Cases;

/// <summary>What the cases of a small pack cover, what is suggested for the rest, and which slips they notice.</summary>
public sealed partial class CaseSuiteTests
{
    private const string City = "requirements/city/all.yaml";
    private const string Heavy = "`project.industry in list(heavy)`";
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
        Assert.Equal(
            new("R-01.a：应为“符合”（Satisfied），实为“不符合”（Violated）", "R-01.a: expected Satisfied, found Violated"), Assert.Single(Assert.Single(report.Results).Differences));
        var text = CaseSuiteText.Render(report, Language.En);
        Assert.Matches("boiler.capacity <= 35 t-steam/h +.*20", text);
        Assert.Contains("不符", CaseSuiteText.Render(report, Language.Zh), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_CaseThatExpectsOtherwiseThroughout_TellsAllOfItInBothLanguages()
    {
        var pack = SmallPack.Load();
        var @case = Parse(
            """
            schema: zoning-case/1
            name: {zh: 锅炉, en: a boiler}
            date: 2026-11-22
            given:
              boilers: [{fuel: coal, capacity: 20 t-steam/h}]
            at:
              units: unknown
              in: {built-up: yes}
            expect:
              verdict: Admissible
              possible: [Admissible, Conditional]
              findings: {R-03.a: Satisfied, R-01.a: Undetermined}
              questions: [fuels]
              asked: [water.use]
              not-asked: []
              lapsed: [R-02.a]
              obligations: [R-01.a]

            """,
            pack);
        Assert.Equal(
            [
                "结论：应为“符合准入”（Admissible），实为“不予准入”（Prohibited）",
                "R-03.a：应为“符合”（Satisfied），实为没有认定",
                "R-01.a：应为“待定”（Undetermined），实为“不符合”（Violated）",
                "可能的结论：应为[“符合准入”（Admissible）、“有条件准入”（Conditional）]，实为[“不予准入”（Prohibited）]",
                "提问：应为[fuels]，实为[]",
                "应问 water.use，而未问",
                "R-02.a 应列为目标年已过，而未列",
                "R-01.a 应附加义务，而未附加",
            ],
            CaseSuite.Run(pack, [@case]).Results[0].Differences.Select(d => d.Zh));
        Assert.Equal(
            [
                "verdict: expected Admissible, found Prohibited",
                "R-03.a: expected Satisfied, found no finding",
                "R-01.a: expected Undetermined, found Violated",
                "possible: expected [Admissible, Conditional], found [Prohibited]",
                "questions: expected [fuels], found []",
                "asked water.use: not so",
                "lapsed R-02.a: not so",
                "obligation of R-01.a: not so",
            ],
            CaseSuite.Run(pack, [@case]).Results[0].Differences.Select(d => d.En));
    }

    [Fact]
    public void Render_OneCaseAndOneSlip_AreCountedAsOne()
    {
        var pack = SmallPack.Load();
        var report = CaseSuite.Run(pack, [Boiler("20 t-steam/h", "yes", "Violated")]);
        Assert.Contains("\n1 case, 0 failed; ", CaseSuiteText.Render(report, Language.En), StringComparison.Ordinal);
        Assert.StartsWith("1 slip: 1 noticed, ", CaseSuiteText.Render(new MutationReport(pack, 1, 1, [], []), Language.En), StringComparison.Ordinal);
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
        Assert.Contains(suggestions, s => s.Norm == "R-01.a" && s.Why.En == $"`{Limit}` false");
        var cases = suggestions.Select((s, i) => Parse(s.Text, pack)).ToList();
        var after = CaseSuite.Run(pack, [Boiler("20 t-steam/h", "yes", "Violated"), .. cases]);
        Assert.True(after.Holds, CaseSuiteText.Render(after, Language.En));
        foreach (var suggestion in suggestions)
        {
            var alone = CaseSuite.Run(pack, [Parse(suggestion.Text, pack)]).Coverage.Lines.Where(l => l.Norm == suggestion.Norm && suggestion.Why.En.StartsWith($"`{l.Line}`", StringComparison.Ordinal));
            Assert.Contains(alone, l => suggestion.Why.En.EndsWith("true", StringComparison.Ordinal) ? l.WhenTrue > 0 : l.WhenFalse > 0);
        }
    }

    [Fact]
    public void Proof_LineThatRepeatsAnother_CannotDecideByBeingTrue()
    {
        // Within the area is in the area: the second line never adds anything.
        using var folder = new SmallPack();
        var pack = folder.Edit(City, "- site in built-up\n", "- any: [site in built-up, site within built-up]\n").Read().Require();
        var report = CaseSuite.Run(pack, [Boiler("20 t-steam/h", "yes", "Violated"), Boiler("36 t-steam/h", "yes", "Satisfied")]);
        Assert.False(report.Coverage.Lines.Single(l => l.Line == "site within built-up").IsFull);

        var proved = CoverageProof.Of(pack, report.Coverage);

        var line = proved.Lines.Single(l => l.Line == "site within built-up");
        Assert.Equal((true, false), (line.CannotBeTrue, line.CannotBeFalse));
        Assert.Contains("`site within built-up` is proved unable to decide by being true", CaseSuiteText.Render(report with { Coverage = proved }, Language.En), StringComparison.Ordinal);
        Assert.Contains("已证明不可能以“成立”起决定作用", CaseSuiteText.Render(report with { Coverage = proved }, Language.Zh), StringComparison.Ordinal);

        // What a case could show, and none does, is no proof of anything.
        Assert.All(proved.Lines.Where(l => l.Norm == "R-01.a" && l.Line == "site in built-up"), l => Assert.Equal((false, false), (l.CannotBeTrue, l.CannotBeFalse)));
    }

    [Fact]
    public void Run_ShippedPack_EveryLineIsSeenDecidingBothWaysOrProvedUnable()
    {
        var folder = Path.Combine(Repository.Root, "rules", "jingdezhen");
        var pack = RulePackReader.Read(folder).Require();
        var report = CaseSuite.Run(pack, CaseReader.Read(folder, pack).Require());
        var coverage = CoverageProof.Of(pack, report.Coverage);

        Assert.Empty(coverage.Lines.Where(l => !l.IsFull));
        Assert.True(coverage.IsFull);

        // Every trade that is on that list for certain belongs to another norm of the item.
        var proved = Assert.Single(coverage.Lines, l => l.CannotBeTrue || l.CannotBeFalse);
        Assert.Equal(("JDZ-2020-11.e", "project.industry in list(park-bound)", 0, true), (proved.Norm, proved.Line, proved.Part, proved.CannotBeTrue));
    }

    [Fact]
    public void Suggest_LineAboutAnOpenList_NamesTheTestMeant()
    {
        var pack = SmallPack.Load();
        var suggestions = MissingCases.Suggest(pack, CaseSuite.Run(pack, []).Coverage, new(2026, 11, 22));
        Assert.Equal(
            [
                $"{Heavy} (on the list) true", $"{Heavy} (on the list) false",
                $"{Heavy} (of a trade to be reviewed) true", $"{Heavy} (of a trade to be reviewed) false",
                $"{Heavy} (decided to be meant) true", $"{Heavy} (decided to be meant) false",
            ],
            suggestions.Select(s => s.Why.En).Where(w => w.StartsWith(Heavy, StringComparison.Ordinal)));
        Assert.Contains(suggestions, s => s.Why == new LocalText($"{Heavy}（属待裁量的行业）成立", $"{Heavy} (of a trade to be reviewed) true"));
        Assert.Contains($"# R-02.a {Heavy}（裁量认定为是）不成立——请对照原文确认后保存\n", CaseSuiteText.Render(suggestions, Language.Zh), StringComparison.Ordinal);
        Assert.All(suggestions, s => Assert.Contains(s.Why.En[..s.Why.En.LastIndexOf(' ')], Parse(s.Text, pack).Name.En, StringComparison.Ordinal));
    }

    [Fact]
    public void Mutate_Slips_AreToldInBothLanguages()
    {
        var changes = Mutations.Of(SmallPack.Load()).Select(m => m.Change).ToList();
        Assert.All(changes, c => Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", c.Zh));
        Assert.All(changes, c => Assert.DoesNotMatch(@"\b(lost|sign|limit|turned|with|without|list|review|reading|later|earlier|longer|shorter|more|less)\b", WithoutCode().Replace(c.Zh, "")));
        Assert.All(changes, c => Assert.DoesNotMatch(@"\p{IsCJKUnifiedIdeographs}", c.En));
        Assert.Contains(new($"when：`{Limit}`：比较符改为 <", $"when: `{Limit}`: sign <"), changes);
        Assert.Contains(new("when：all 改为 any", "when: all: any"), changes);
        Assert.Contains(new("scope：改为 category key", "scope: category key"), changes);
    }

    [Fact]
    public void Mutate_WeakCases_LeaveTheSlipsOfTheLimit()
    {
        var pack = SmallPack.Load();
        var cases = new[] { Boiler("20 t-steam/h", "yes", "Violated"), Boiler("100 t-steam/h", "yes", "Satisfied") };
        var report = PackMutation.Run(pack, cases);
        var missed = report.Survivors.Where(s => s.Mutant.Norm == "R-01.a").ToList();
        string[] expected = ["when: sign <", "when: limit 38.5", "when: limit 31.5", "when: limit 36", "when: limit 34"];
        Assert.Superset(expected.ToHashSet(), missed.Select(s => s.Mutant.Change.En.Replace($"`{Limit}`: ", "", StringComparison.Ordinal)).ToHashSet());
        Assert.DoesNotContain(missed, s => s.Mutant.Change.En.Contains("sign >=", StringComparison.Ordinal));
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
        Assert.Contains(report.Equivalent, m => m.Change.En.Contains("line 2 of any lost", StringComparison.Ordinal));
        Assert.DoesNotContain(report.Survivors, s => s.Mutant.Change.En.Contains("line 2 of any lost", StringComparison.Ordinal));
    }

    [Fact]
    public void Mutate_SlipOnAnotherDay_IsNotEquivalent()
    {
        // The target of 2020 binds on no day on which a case stands.
        var report = PackMutation.Run(SmallPack.Load(), [Boiler("20 t-steam/h", "yes", "Violated")]);
        Assert.Contains(report.Survivors, s => s.Mutant.Change.En == "target: a year later");
        Assert.Contains(report.Survivors, s => s.Mutant.Change.En == "target: a year earlier");
    }

    [Fact]
    public void Mutate_SlipThatOnlyAReadingShows_IsNotEquivalent()
    {
        using var folder = new SmallPack();
        var pack = folder.Edit(City, "when: \"distance(site, river) <= 1 km\"", "when: {all: [\"distance(site, river) <= 1 km\", \"project.action in [new]\", project.industry in list(heavy)]}").Read().Require();
        var report = PackMutation.Run(pack, [Boiler("20 t-steam/h", "yes", "Violated")]);

        // All readings together still give the second; an officer who decides for the first gets another answer.
        Assert.Contains(report.Survivors, s => s.Mutant.Change.En.StartsWith("reading near", StringComparison.Ordinal) && s.Mutant.Change.En.Contains("lost", StringComparison.Ordinal));
        Assert.DoesNotContain(report.Equivalent, m => m.Change.En.StartsWith("reading near: line 1", StringComparison.Ordinal));
    }

    [Fact]
    public void Mutate_Cancelled_Stops()
    {
        using var stop = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => PackMutation.Run(SmallPack.Load(), [Boiler("20 t-steam/h", "yes", "Violated")], new StopAfterOne(stop), stop.Token));
    }

    // What stands in backticks, and members of the file.
    [GeneratedRegex("`[^`]*`|review|max-age|inclusive|limit(?= 多一| 少一)")]
    private static partial Regex WithoutCode();

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
