using System.Text;
using System.Text.Json;
using ZoningRules.Analysis;
using ZoningRules.Assessing;
using ZoningRules.Problems;
using ZoningRules.RulePacks;
using ZoningRules.Tests.RulePacks;

namespace ZoningRules.Tests.Analysis;

/// <summary>Each kind of remark: one change to a small pack that brings it up, and the place, subject and case that come with it.</summary>
public sealed class PackAnalysisTests
{
    private const string City = "requirements/city/all.yaml";
    private const string Boilers = "boiler.capacity <= 35 t-steam/h";

    private const int Many = 24;

    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void Run_NormThatCannotBeMet_NeverFires()
    {
        var remark = Single(RemarkKind.NeverFires, "R-01.a", p => p.Edit(City, "boiler.capacity <= 35 t-steam/h", "boiler.capacity < 0 t-steam/h"));
        Assert.Equal((RemarkSeverity.Error, "ZA101"), (remark.Severity, remark.Kind.Id()));
        Assert.Equal("某府发〔2020〕1号", remark.Citation!.Instrument.Number);
        Assert.True(remark.Place.Line > 1);
    }

    [Fact]
    public void Run_PartOutsideItsLayer_NeverFires() =>
        Single(RemarkKind.NeverFires, "R-01.a", p => p.Edit(City, Boilers, "site in old-town").Edit(City, "- site in built-up", "- not: site in built-up"));

    [Fact]
    public void Run_TargetPastBeforeItsRequirement_NeverBinds() =>
        Single(RemarkKind.NeverFires, "R-03.a", p => p.Edit(City, "target: {year: 2020, binds: until-year}", "target: {year: 2019, binds: until-year}"));

    [Fact]
    public void Run_EverythingItAppliesTo_LeavesNoWayToComply()
    {
        var remark = Single(RemarkKind.NoWayToComply, "R-01.a", p => p.Edit(City, "- site in built-up", "- boiler.fuel is coal").Edit(City, Boilers, "boiler.fuel is coal"));
        Holds(remark, p => p.Edit(City, "- site in built-up", "- boiler.fuel is coal").Edit(City, Boilers, "boiler.fuel is coal"));
    }

    [Theory]
    [InlineData("boiler.capacity <= 30 t-steam/h", RemarkKind.ImpliedBy, "R-01.b")]
    [InlineData("boiler.capacity <= 35 t-steam/h", RemarkKind.SameAs, "R-01.a")]
    [InlineData("boiler.capacity <= 36 t-steam/h", RemarkKind.ImpliedBy, "R-01.a")]
    public void Run_TwoLimits_TellWhichImpliesTheOther(string line, RemarkKind kind, string subject)
    {
        SmallPack Change(SmallPack pack) => Second(pack, "prohibit", $"{{all: [site in built-up, {line}]}}");
        Holds(Single(kind, subject, Change), Change);
    }

    [Fact]
    public void Run_NeitherImpliesTheOther_SaysNothing() =>
        Assert.DoesNotContain(
            Remarks(p => Second(p, "prohibit", "{all: [site in old-town, boiler.capacity <= 40 t-steam/h]}")), r => r.Kind is RemarkKind.ImpliedBy or RemarkKind.SameAs);

    [Fact]
    public void Run_DemandThatABanForbids_IsAContradiction()
    {
        SmallPack Change(SmallPack pack) => Second(pack, "require", "{all: [site in built-up, boiler.capacity <= 20 t-steam/h]}");
        Holds(Single(RemarkKind.Contradiction, "R-01.b", Change), Change);
    }

    [Fact]
    public void Run_ObligationOnlyWhereForbidden_IsImpossible()
    {
        SmallPack Change(SmallPack pack) => Second(
            pack,
            "oblige",
            "{all: [site in built-up, boiler.capacity <= 10 t-steam/h]}",
            "\n        obligations: [{text: {zh: 办证, en: a permit}, of: {zh: 业主, en: owner}, due: {zh: 事前, en: before}}]");
        Holds(Single(RemarkKind.ObligationImpossible, "R-01.b", Change), Change);
    }

    [Fact]
    public void Run_ExceptionsThatMeet_Overlap() => Single(
        RemarkKind.ExceptionsOverlap,
        "R-01.b",
        p => Third(Second(p, "prohibit", "boiler.capacity <= 1 t-steam/h", "\n        exception-to: R-01.a", "site in old-town"), "project.action is new"));

    [Fact]
    public void Run_ExceptionOutsideItsBase_IsIdle() => Single(
        RemarkKind.ExceptionIdle,
        "R-01.b",
        p => Second(p, "prohibit", "boiler.capacity <= 1 t-steam/h", "\n        exception-to: R-01.a", "boiler.capacity > 50 t-steam/h"));

    [Fact]
    public void Run_StricterZoneWithoutTheBan_IsInverted()
    {
        SmallPack Change(SmallPack pack) => pack.Edit(
            "layers/all.yaml",
            "river: {label",
            "core-zone: {label: {zh: 核心, en: core zone}, shape: areas, stricter-than: built-up, ask: {zh: 核心？, en: Core?}, answered-by: authority}\n  river: {label");
        Holds(Single(RemarkKind.LadderInversion, "R-01.a", Change), Change);
        Assert.DoesNotContain(
            Remarks(p => Second(Change(p), "prohibit", "{all: [site in core-zone, boiler.capacity <= 35 t-steam/h]}")), r => r.Kind == RemarkKind.LadderInversion);
    }

    [Fact]
    public void Run_ObligationBesideManyVariantsOfOneBan_IsCompared()
    {
        // Written down together, what the variants leave of the obligation takes millions of nodes.
        var remarks = Remarks(p => Variants(p, Variant("oblige", $"{{any: [{string.Join(", ", Enumerable.Range(1, Many).Select(i => $"a{i}.used is yes"))}]}}", 0)));
        Assert.DoesNotContain(remarks, r => r.Kind is RemarkKind.Skipped or RemarkKind.ObligationImpossible or RemarkKind.ImpliedBy);
        Assert.Contains(Remarks(p => Variants(p, Variant("oblige", "{all: [a1.used is yes, b1.used is yes]}", 0))), r => (r.Kind, r.Subject) == (RemarkKind.ObligationImpossible, "R-01.b"));
    }

    [Fact]
    public void Run_LadderAboveManyVariantsOfOneBan_IsCompared()
    {
        SmallPack Change(SmallPack pack) => Variants(pack, Variant("prohibit", $"{{all: [site in built-up, {{any: [{string.Join(", ", Enumerable.Range(1, Many).Select(i => $"a{i}.used is yes"))}]}}]}}", 0)).Edit(
            "layers/all.yaml",
            "river: {label",
            "core-zone: {label: {zh: 核心, en: core zone}, shape: areas, stricter-than: built-up, ask: {zh: 核心？, en: Core?}, answered-by: authority}\n  river: {label");
        var remarks = Remarks(Change);
        Assert.DoesNotContain(remarks, r => r.Kind == RemarkKind.Skipped);
        Assert.Equal(["R-01.a", "R-01.b"], remarks.Where(r => r.Kind == RemarkKind.LadderInversion).Select(r => r.Subject));
        Assert.All(remarks.Where(r => r.Kind == RemarkKind.LadderInversion), r => Holds(r, Change));
    }

    [Fact]
    public void Run_ParameterThatEndsBeforeItsNorm_HasAGap()
    {
        Assert.DoesNotContain(Remarks(p => p), r => r.Kind == RemarkKind.TimeGap);
        var remark = Single(RemarkKind.TimeGap, "water-limit", p => p.Edit(City, "target: {year: 2020, binds: until-year}", "target: {year: 2030, binds: until-year}"));
        Assert.Contains("2021-01-01", remark.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_TargetOfThePast_IsTold() => Single(RemarkKind.TargetPast, "R-03.a", p => p);

    [Fact]
    public void Run_RepealedInstrument_IsTold() =>
        Assert.Contains(Remarks(p => p.Edit("instruments/law.yaml", "effective: 2020-12-31", "effective: 2020-12-31\n    repealed: 2025-01-01").Edit(City, "place: 第一条", "place: 第一条\n    until: 2030-01-01")), r => r.Kind == RemarkKind.InstrumentRepealed && r.Subject == "R-01");

    [Theory]
    [InlineData("boiler.capacity < 35 t-steam/h", true)]
    [InlineData("boiler.capacity <= 35 t-steam/h", false)]
    [InlineData("boiler.capacity > 35 t-steam/h", false)]
    [InlineData("boiler.capacity >= 35 t-steam/h", true)]
    public void Run_LimitWords_AreComparedWithTheSign(string line, bool contradicts) =>
        Assert.Equal(contradicts, Remarks(p => p.Edit(City, "boiler.capacity <= 35 t-steam/h", line)).Any(r => r.Kind == RemarkKind.InclusivenessContradicted && r.Subject == "R-01.a"));

    [Fact]
    public void Run_CapThatExcludesIts以内_Contradicts() =>
        Single(RemarkKind.InclusivenessContradicted, "R-03.a", p => p.Edit(City, "inclusive: yes", "inclusive: no"));

    [Fact]
    public void Run_NumberOfTheTextThatNoLineHas_IsTold() =>
        Assert.Contains("35", Single(RemarkKind.NumberNotUsed, "R-01.a", p => p.Edit(City, "boiler.capacity <= 35 t-steam/h", "boiler.capacity <= 36 t-steam/h")).Message.En, StringComparison.Ordinal);

    [Fact]
    public void Run_GoodPack_ListsWhatAwaitsConfirmation()
    {
        var kinds = Remarks(p => p).Select(r => (r.Kind, r.Subject)).ToHashSet();
        Assert.Superset(
            new HashSet<(RemarkKind, string)>
            {
                (RemarkKind.TermOpen, "R-02"), (RemarkKind.ListOpen, "heavy"), (RemarkKind.ReadingsOpen, "R-02.a"), (RemarkKind.WordsNotCovered, "R-04"),
                (RemarkKind.AttributeUnused, "project.polluting"), (RemarkKind.LayerWithoutData, "built-up"), (RemarkKind.UnitListsMissing, "small"),
            },
            kinds);
        Assert.DoesNotContain(Remarks(p => p), r => r.Severity == RemarkSeverity.Error);
    }

    [Fact]
    public void Run_ReadingConfirmed_NoLongerAwaits() =>
        Assert.DoesNotContain(Remarks(p => p.Edit(City, "{id: near, status: assumed", "{id: near, status: confirmed")), r => r.Kind == RemarkKind.ReadingsOpen);

    [Fact]
    public void Render_Json_IsWhatItSays()
    {
        var report = PackAnalysis.Run(SmallPack.Load(), Today);
        var plain = JsonDocument.Parse(RemarkJson.Render(report, Language.En)).RootElement;
        var sarif = JsonDocument.Parse(RemarkJson.RenderSarif(report, Language.Zh)).RootElement.GetProperty("runs")[0];
        Assert.Equal(report.Remarks.Length, plain.GetProperty("remarks").GetArrayLength());
        Assert.Equal(report.Remarks.Length, sarif.GetProperty("results").GetArrayLength());
        var rules = sarif.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().Select(r => r.GetProperty("id").GetString()).ToHashSet();
        Assert.All(sarif.GetProperty("results").EnumerateArray(), r => Assert.Contains(r.GetProperty("ruleId").GetString(), rules));
        Assert.All(report.Remarks, r => Assert.Contains(r.Message.Zh, RemarkReport.Render(report, Language.Zh), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1, "1 norm, 1 cell, at 2026-11-22: 0 errors, 1 warning, 0 notes\n")]
    [InlineData(2, "2 norms, 2 cells, at 2026-11-22: 0 errors, 2 warnings, 0 notes\n")]
    public void Render_Summary_CountsOneAsOne(int count, string expected)
    {
        var remark = new Remark(RemarkKind.TimeGap, "R-01", new("空档", "a gap"), new("law.yaml"));
        var report = new AnalysisReport(SmallPack.Load(), Today, [.. Enumerable.Repeat(remark, count)], count, count);
        Assert.EndsWith("\n" + expected, RemarkReport.Render(report, Language.En), StringComparison.Ordinal);
    }

    [Fact]
    public void Kinds_HaveIdsTitlesAndSeverities()
    {
        var kinds = Enum.GetValues<RemarkKind>();
        Assert.Equal(kinds.Length, kinds.Select(k => k.Title().En).Distinct().Count());
        Assert.Equal(kinds.Length, kinds.Select(k => k.Title().Zh).Distinct().Count());
        Assert.All(kinds, k => Assert.Matches("^ZA[0-9]{3}$", k.Id()));
        Assert.All(kinds, k => Assert.True(Enum.IsDefined(k.Severity())));
    }

    private static Remark Single(RemarkKind kind, string subject, Func<SmallPack, SmallPack> change) =>
        Assert.Single(Remarks(change), r => r.Kind == kind && r.Subject == subject);

    private static System.Collections.Immutable.ImmutableArray<Remark> Remarks(Func<SmallPack, SmallPack> change)
    {
        using var pack = new SmallPack();
        return PackAnalysis.Run(change(pack).Read().Require(), Today).Remarks;
    }

    // The witness is a case of the pack that comes out as it says.
    private static void Holds(Remark remark, Func<SmallPack, SmallPack> change)
    {
        Assert.NotNull(remark.Witness);
        using var folder = new SmallPack();
        var pack = change(folder).Read().Require();
        var @case = CaseReader.Parse("w.yaml", Encoding.UTF8.GetBytes(remark.Witness.Text), pack).Require();
        Assert.NotEmpty(@case.Expectations.Findings);
        Assert.Empty(CaseCheck.Differences(new(pack), @case));
    }

    // Bans of one kind, each about two attributes of its own, after a norm that speaks of the first of each.
    private static SmallPack Variants(SmallPack pack, string first)
    {
        var attributes = string.Concat(new[] { "a", "b" }.SelectMany(letter => Enumerable.Range(1, Many).Select(i =>
            $"\n  {letter}{i}.used: {{type: yes-no, label: {{zh: 用途{letter}{i}, en: use {letter}{i}}}, ask: {{zh: 是否？, en: Is it?}}, answered-by: applicant}}")));
        var bans = string.Concat(Enumerable.Range(1, Many).Select(i => Variant("prohibit", $"{{all: [a{i}.used is yes, b{i}.used is yes]}}", i)));
        return pack.Append("vocabulary/all.yaml", attributes).Edit(City, "  - id: R-02\n", $"{first}{bans}  - id: R-02\n");
    }

    private static string Variant(string effect, string when, int number) =>
        $$"""
              - id: R-01.{{(char)('b' + number)}}
                span: whole
                gist: {zh: 第{{number}}种, en: variant {{number}}}
                effect: {{effect}}{{(effect == "oblige" ? "\n        obligations: [{text: {zh: 办证, en: a permit}, of: {zh: 业主, en: owner}, due: {zh: 事前, en: before}}]" : "")}}
                when: {{when}}

        """;

    private static SmallPack Second(SmallPack pack, string effect, string when, string more = "", string applies = "boiler.fuel is coal") =>
        Norm(pack, "R-01.b", effect, when, more, applies);

    private static SmallPack Third(SmallPack pack, string applies) =>
        Norm(pack, "R-01.c", "prohibit", "boiler.capacity <= 2 t-steam/h", "\n        exception-to: R-01.a", applies);

    private static SmallPack Norm(SmallPack pack, string id, string effect, string when, string more, string applies) => pack.Edit(
        City,
        "  - id: R-02\n",
        $$"""
              - id: {{id}}
                span: whole
                gist: {zh: 另一条, en: another}
                effect: {{effect}}
                for-each: boilers as boiler{{more}}
                applies: {{applies}}
                when: {{when}}
          - id: R-02

        """);
}
