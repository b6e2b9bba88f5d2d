using System.Collections.Immutable;
using ZoningRules.Findings;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Proposals;
using ZoningRules.RulePacks;
using ZoningRules.RulePacks.Loading;
using ZoningRules.Verdicts;

namespace ZoningRules.Tests.RulePacks;

public sealed class CaseReaderTests
{
    private const string Head = "schema: zoning-case/1\nname: {zh: 例, en: case}\ndate: 2026-11-22\nexpect: {verdict: Admissible}\n";

    [Fact]
    public void Words_AreTheNamesOfVerdictsAndOutcomes()
    {
        Assert.Equal(Enum.GetNames<Verdict>().Order(), CaseWords.Verdicts.Order());
        Assert.Equal(Enum.GetNames<Outcome>().Order(), CaseWords.Outcomes.Order());
    }

    [Fact]
    public void Read_Base_SuppliesWhatIsNotGiven()
    {
        var read = Case(
            Head + "base: quiet\ngiven: {project.action: new, water.use: unknown}\n",
            "schema: zoning-case/1\ngiven: {project.action: expand, water.use: 1 m3/a, remark: r}\ndecisions: {term.vicinity: yes}\nat: {units: none}\n");
        Assert.Equal(["project.action", "remark"], read.Proposal.Attributes.Select(a => a.Attribute));
        Assert.Equal("new", Assert.IsType<RawValue.Text>(read.Proposal.Attributes[0].Value).Value);
        Assert.Equal("term.vicinity", Assert.Single(read.Proposal.Decisions).Attribute);
        Assert.Equal(new Ratio(1), Assert.Single(read.Location!.Gaps).ShareOfSite);
    }

    [Fact]
    public void Read_LocationGiven_ReplacesThatOfTheBase()
    {
        var read = Case(Head + "base: quiet\nat: {units: unknown}\n", "schema: zoning-case/1\nat: {units: none, others: outside}\n");
        Assert.Empty(read.Location!.Gaps);
        Assert.All(read.Location.Relations, r => Assert.Equal(LayerStatus.NoLayer, r.Status));
    }

    [Fact]
    public void Read_NoLocation_IsNull() => Assert.Null(Case(Head).Location);

    [Theory]
    [InlineData("in: {river: yes}", LayerStatus.Measured, Truth.True, Truth.Unknown, 0, 0)]
    [InlineData("in: {river: within}", LayerStatus.Measured, Truth.True, Truth.True, 0, 0)]
    [InlineData("in: {river: no}", LayerStatus.Measured, Truth.False, Truth.False, -1, -1)]
    [InlineData("in: {river: unknown}", LayerStatus.Measured, Truth.Unknown, Truth.Unknown, -1, -1)]
    [InlineData("distance: {river: 0.9 km}", LayerStatus.Measured, Truth.False, Truth.False, 900, 900)]
    [InlineData("distance: {river: 0.98..1.02 km}", LayerStatus.Measured, Truth.False, Truth.False, 980, 1020)]
    [InlineData("distance: {river: 0 m}", LayerStatus.Measured, Truth.True, Truth.Unknown, 0, 0)]
    [InlineData("distance: {river: 0..5 m}", LayerStatus.Measured, Truth.Unknown, Truth.Unknown, 0, 5)]
    [InlineData("others: outside", LayerStatus.Measured, Truth.False, Truth.False, 20000, 20000)]
    [InlineData("units: none", LayerStatus.NoLayer, Truth.Unknown, Truth.Unknown, -1, -1)]
    public void Read_At_SaysHowTheSiteLies(string at, LayerStatus status, Truth isIn, Truth within, int low, int high)
    {
        var relation = Case(Head + $"at: {{{at}}}\n").Location!.Relations.Single(r => r.Layer == "river");
        Assert.Equal((status, isIn, within), (relation.Status, relation.In, relation.Within));
        Interval<Metres>? expected = low < 0 ? null : new Interval<Metres>(new(low), new(high));
        Assert.Equal(expected, relation.Distance);
    }

    [Theory]
    [InlineData("in: {river: partly}", LayerStatus.Measured, Truth.True, Truth.False, -1)]
    [InlineData("in: {river: edge}", LayerStatus.Measured, Truth.Unknown, Truth.False, -1)]
    [InlineData("in: {river: no-data}", LayerStatus.NoLayer, Truth.Unknown, Truth.Unknown, -1)]
    [InlineData("in: {river: failed}", LayerStatus.Failed, Truth.Unknown, Truth.Unknown, -1)]
    [InlineData("in: {river: not-covered}", LayerStatus.NotCovered, Truth.Unknown, Truth.Unknown, -1)]
    [InlineData("in: {river: partly-covered}", LayerStatus.NotCovered, Truth.True, Truth.Unknown, -1)]
    [InlineData("in: {river: no-geometry}", LayerStatus.NoGeometry, Truth.Unknown, Truth.Unknown, -1)]
    [InlineData("share: {river: 100 %}", LayerStatus.Measured, Truth.True, Truth.True, 100)]
    [InlineData("share: {river: 30 %}", LayerStatus.Measured, Truth.True, Truth.False, 30)]
    [InlineData("share: {river: 0 %}", LayerStatus.Measured, Truth.False, Truth.False, 0)]
    [InlineData("overlap: {river: 3 ha}", LayerStatus.Measured, Truth.True, Truth.Unknown, -1)]
    [InlineData("overlap: {river: 0..3 ha}", LayerStatus.Measured, Truth.Unknown, Truth.Unknown, -1)]
    public void Read_AtMore_SaysHowMuchOfTheSiteLies(string at, LayerStatus status, Truth isIn, Truth within, int percent)
    {
        var relation = Case(Head + $"at: {{{at}}}\n").Location!.Relations.Single(r => r.Layer == "river");
        Assert.Equal((status, isIn, within), (relation.Status, relation.In, relation.Within));
        Assert.Equal(percent < 0 ? null : Interval<Ratio>.Of(new(percent / 100m)), relation.Share);
        Assert.Equal(at switch
        {
            "overlap: {river: 3 ha}" => Interval<SquareMetres>.Of(new(30_000)),
            "overlap: {river: 0..3 ha}" => new Interval<SquareMetres>(new(0), new(30_000)),
            "share: {river: 0 %}" => Interval<SquareMetres>.Of(new(0)),
            _ => null,
        }, relation.Overlap);
    }

    [Fact]
    public void Read_PerhapsUnitsGapsAndParts_SayWhereEachPartLies()
    {
        var location = Case(Head + """
            at:
              units: [ZH36022220001]
              perhaps-units: [ZH36022210001]
              gaps: [named-hole, outside-coverage]
              in: {river: partly}
              parts: {ZH36022220001: {in: {river: no}, distance: {river: 5 m}}}

            """).Location!;
        Assert.Equal([("ZH36022210001", Truth.Unknown), ("ZH36022220001", Truth.True)], location.Units.Select(u => (u.Code, u.Certainty)));
        Assert.Equal([Truth.True, Truth.False], location.Units.Select(u => u.Relations.Single(r => r.Layer == "river").In));
        Assert.Equal(Truth.True, location.Relations.Single(r => r.Layer == "river").In);
        Assert.Equal([(true, false), (false, true)], location.Gaps.Select(g => (g.Reason is not null, g.OutsideCoverage)));
    }

    [Fact]
    public void Read_Units_ShareTheSite()
    {
        var units = Case(Head + "at: {units: [ZH36022220001, ZH36022210001]}\n").Location!.Units;
        Assert.Equal(["ZH36022210001", "ZH36022220001"], units.Select(u => u.Code));
        Assert.All(units, u => Assert.Equal((Truth.True, new Ratio(0.5m)), (u.Certainty, u.ShareOfSite)));
    }

    [Theory]
    [InlineData("at: {in: {river: yes}, distance: {river: 5 m}}", ProblemCode.WrongShape)]
    [InlineData("at: {in: {river: maybe}}", ProblemCode.NotAChoice)]
    [InlineData("at: {in: {rivr: yes}}", ProblemCode.UnknownName)]
    [InlineData("at: {distance: {river: 5 ha}}", ProblemCode.WrongDimension)]
    [InlineData("at: {distance: {river: -5 m}}", ProblemCode.OutOfRange)]
    [InlineData("at: {units: [ZH36022210009]}", ProblemCode.UnknownName)]
    [InlineData("at: {units: []}", ProblemCode.EmptyValue)]
    [InlineData("at: {others: inside}", ProblemCode.NotAChoice)]
    [InlineData("at: {gaps: [hole]}", ProblemCode.NotAChoice)]
    [InlineData("at: {perhaps-units: [ZH36022210009]}", ProblemCode.UnknownName)]
    [InlineData("at: {perhaps-units: []}", ProblemCode.EmptyValue)]
    [InlineData("at: {units: [ZH36022220001], perhaps-units: [ZH36022220001]}", ProblemCode.DuplicateMember)]
    [InlineData("at: {units: [ZH36022220001], parts: {ZH36022210001: {in: {river: yes}}}}", ProblemCode.UnknownName)]
    [InlineData("at: {units: [ZH36022220001], parts: {ZH36022220001: {near: {river: yes}}}}", ProblemCode.UnknownMember)]
    [InlineData("at: {share: {river: 130 %}}", ProblemCode.OutOfRange)]
    [InlineData("at: {share: {river: 3 m}}", ProblemCode.WrongDimension)]
    [InlineData("at: {overlap: {river: -3 m2}}", ProblemCode.OutOfRange)]
    [InlineData("at: {in: {river: within}, share: {river: 30 %}}", ProblemCode.WrongShape)]
    [InlineData("at: {in: {river: no}, share: {river: 30 %}}", ProblemCode.WrongShape)]
    [InlineData("at: {in: {river: no}, overlap: {river: 3 m2}}", ProblemCode.WrongShape)]
    [InlineData("at: {in: {river: no-data}, share: {river: 30 %}}", ProblemCode.WrongShape)]
    [InlineData("at: {in: {river: partly}, distance: {river: 5 m}}", ProblemCode.WrongShape)]
    [InlineData("given: {project.acton: new}", ProblemCode.UnknownAttribute)]
    [InlineData("decisions: {project.action: new}", ProblemCode.NotADecision)]
    [InlineData("ledgers: {x: {as-of: 2020-01-01, used: 1 m3/a, reserved: 0 m3/a}}", ProblemCode.LedgerUnknown)]
    [InlineData("base: missing", ProblemCode.UnknownName)]
    [InlineData("given: {project.action: }", ProblemCode.EmptyValue)]
    public void Read_Wrong_IsReported(string line, ProblemCode code) => Assert.Contains(Problems(Head + line + "\n"), p => p.Code == code && p.Place is { Line: > 0 });

    [Theory]
    [InlineData("verdict: Forbidden", ProblemCode.NotAChoice)]
    [InlineData("verdict: Prohibited, findings: {R-01.b: Violated}", ProblemCode.UnknownName)]
    [InlineData("verdict: Prohibited, findings: {R-01.a: Broken}", ProblemCode.NotAChoice)]
    [InlineData("verdict: Prohibited, asked: [boilers.fuel]", ProblemCode.UnknownAttribute)]
    [InlineData("verdict: Prohibited, asked: [\"boilers[1].fule\"]", ProblemCode.UnknownAttribute)]
    [InlineData("possible: [Prohibited]", ProblemCode.MissingMember)]
    public void Read_WrongExpectation_IsReported(string expect, ProblemCode code) =>
        Assert.Contains(Problems(Head.Replace("verdict: Admissible", expect, StringComparison.Ordinal)), p => p.Code == code);

    [Fact]
    public void Read_Expectations_AreKept()
    {
        var expected = Case(Head.Replace(
            "verdict: Admissible",
            "verdict: Prohibited, possible: [Prohibited], findings: {R-01.a: Violated}, lapsed: [R-03.a], questions: [site, ledger.water, \"boilers[1].fuel\", site.in.river], asked: [], not-asked: [fuels], obligations: [R-01.a]",
            StringComparison.Ordinal)).Expectations;
        Assert.Equal("Prohibited", expected.Verdict);
        Assert.Equal("Prohibited", Assert.Single(expected.Possible!.Value));
        Assert.Equal(KeyValuePair.Create("R-01.a", "Violated"), Assert.Single(expected.Findings));
        Assert.Equal(4, expected.Questions!.Value.Length);
        Assert.Equal("R-03.a", Assert.Single(expected.Lapsed));
        Assert.Null(Case(Head).Expectations.Questions);
    }

    private static RuleCase Case(string text, string? quiet = null)
    {
        var loaded = Load(text, quiet);
        Assert.True(loaded.Succeeded, WrongPackTests.Said(loaded.Problems));
        return Assert.Single(loaded.Value);
    }

    private static ImmutableArray<Problem> Problems(string text) => Load(text, null).Problems;

    private static Loaded<IReadOnlyList<RuleCase>> Load(string text, string? quiet)
    {
        using var pack = new SmallPack();
        pack.Write("cases/a/case.yaml", text);
        if (quiet is not null)
        {
            pack.Write("cases/bases/quiet.yaml", quiet);
        }

        return CaseReader.Read(pack.Folder, pack.Read().Require());
    }
}
