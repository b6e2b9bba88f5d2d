using System.Text;
using ZoningRules.Analysis;
using ZoningRules.Assessing;
using ZoningRules.Findings;
using ZoningRules.Problems;
using ZoningRules.Proposals;
using ZoningRules.RulePacks;

namespace ZoningRules.Tests.RulePacks;

/// <summary>A table of the law becomes a norm a row, and one for what is in no row.</summary>
public sealed class TableTests
{
    private static readonly RulePack Pack = Load();

    private static readonly Requirement Requirement = Pack.Requirements.Single(r => r.Id == "T-01");

    private static readonly List<(string Name, ProblemCode Code, Action<SmallPack> Break)> Wrong =
    [
        ("no key column", ProblemCode.TableColumn, p => p.Edit(TablePack.Tables, "kind: key, of: mine.mineral", "kind: words, of: mine.mineral")),
        ("a word column with an attribute", ProblemCode.TableColumn, p => p.Edit(TablePack.Tables, "name: {kind: words,", "name: {kind: words, of: mine.mineral,")),
        ("a limit without its inclusiveness", ProblemCode.TableColumn, p => p.Edit(TablePack.Tables, "holds: \">=\", ", string.Empty)),
        ("a key that is no choice", ProblemCode.TableColumn, p => p.Edit(TablePack.Tables, "of: mine.deep", "of: mine.ore")),
        ("a limit that is no number", ProblemCode.TableColumn, p => p.Edit(TablePack.Tables, "[mine.ore, mine.water]", "[mine.ore, mine.deep]")),
        ("two quantities of one basis", ProblemCode.TableColumn, p => p.Edit(TablePack.Tables, "[mine.ore, mine.water]", "[mine.ore, mine.tailings, mine.water]")),
        ("an unknown attribute", ProblemCode.UnknownAttribute, p => p.Edit(TablePack.Tables, "of: mine.deep", "of: mine.deeep")),
        ("a column named like a member", ProblemCode.BadId, p => p.Edit(TablePack.Tables, "name: {kind: words,", "quote: {kind: words,")),
        ("a measure of another basis", ProblemCode.TableCell, p => p.Edit(TablePack.Tables, "least: 40 m3/d", "least: 40 m3/a")),
        ("no measure", ProblemCode.TableCell, p => p.Edit(TablePack.Tables, "least: 40 m3/d", "least: 40")),
        ("a number that the row does not state", ProblemCode.TableCell, p => p.Edit(TablePack.Tables, "least: 5.5 10k-t/a", "least: 5 10k-t/a")),
        ("words that the row does not state", ProblemCode.TableCell, p => p.Edit(TablePack.Tables, "name: 地热", "name: 地")),
        ("a key twice", ProblemCode.TableCell, p => p.Edit(TablePack.Tables, "[kaolin, china]", "[kaolin, kaolin]")),
        ("a key that does not exist", ProblemCode.NotAChoice, p => p.Edit(TablePack.Tables, "mineral: water", "mineral: steam")),
        ("no value in a key", ProblemCode.EmptyValue, p => p.Edit(TablePack.Tables, "[kaolin, china]", "[]")),
        ("any among others", ProblemCode.NotAChoice, p => p.Edit(TablePack.Tables, "[kaolin, china]", "[kaolin, any]")),
        ("a cell left out", ProblemCode.MissingMember, p => p.Edit(TablePack.Tables, "mineral: water, deep: any", "mineral: water")),
        ("a cell of no column", ProblemCode.UnknownMember, p => p.Edit(TablePack.Tables, "mineral: water, deep: any", "mineral: water, depth: any, deep: any")),
        ("rows about the same", ProblemCode.TableRowsOverlap, p => p.Edit(TablePack.Tables, "[kaolin, china]", "[kaolin, water]")),
        ("rows about the same by any", ProblemCode.TableRowsOverlap, p => p.Edit(TablePack.Tables, "mineral: water, deep: any", "mineral: any, deep: any")),
        ("a row twice", ProblemCode.DuplicateId, p => p.Edit(TablePack.Tables, "id: water", "id: clay")),
        ("a row named otherwise", ProblemCode.BadId, p => p.Edit(TablePack.Tables, "id: water", "id: otherwise")),
        ("a quote that is not the law's", ProblemCode.SpanNotInQuote, p => p.Edit(TablePack.Tables, "quote: 地热 立方米/日 40", "quote: 地热 立方米/时 40")),
        ("no column of that name", ProblemCode.TablePlaceholder, p => p.Edit(TablePack.Tables, "不小于{least}", "不小于{leest}")),
        ("a table that caps", ProblemCode.NotAChoice, p => p.Edit(TablePack.Tables, "effect: require", "effect: cap")),
        ("nothing of a table that demands", ProblemCode.TableOtherwise, p => p.Edit(TablePack.Tables, Otherwise, "nothing: {zh: 无, en: none}\n")),
        ("nothing and something", ProblemCode.TableOtherwise, p => p.Edit(TablePack.Tables, "        span: 最低规模", "        nothing: {zh: 无, en: none}\n        span: 最低规模")),
        ("otherwise without a condition", ProblemCode.MissingMember, p => p.Edit(TablePack.Tables, "\n        when: mine.admitted is no", string.Empty)),
        ("otherwise that is not computed", ProblemCode.NotAChoice, p => p.Edit(TablePack.Tables, "effect: prohibit", "effect: manual")),
        ("no otherwise", ProblemCode.MissingMember, p => p.Edit(TablePack.Tables, "      otherwise:\n        " + Otherwise, string.Empty)),
        ("no rows", ProblemCode.EmptyValue, p => p.Edit(TablePack.Tables, Rows, "rows: []\n")),
        ("neither norms nor a table", ProblemCode.MissingMember, p => p.Edit(TablePack.Tables, "table:", "tables:")),
        ("the table of another requirement", ProblemCode.WrongShape, p => p.Edit(TablePack.Tables, "id: T-01.a", "id: T-02.a")),
    ];

    private const string Otherwise =
        "span: 最低规模\n        gist: {zh: 表外的由主管部门决定。, en: The authority decides on what is not listed.}\n        effect: prohibit\n        when: mine.admitted is no\n";

    private const string Rows =
        "rows:\n        - {id: coal-deep, quote: 煤（地下/露天） 万吨 30/30, name: 煤（地下/露天）, mineral: coal, deep: yes, least: 30 10k-t/a}\n"
        + "        - {id: water, quote: 地热 立方米/日 40, name: 地热, mineral: water, deep: any, least: 40 m3/d}\n"
        + "        - {id: clay, quote: 高岭土、瓷土 万吨 5.5, name: 高岭土、瓷土, mineral: [kaolin, china], deep: any, least: 5.5 10k-t/a}\n";

    public static TheoryData<string> Names => [.. Wrong.Select(w => w.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_WrongTable_IsReportedWithItsPlace(string name)
    {
        var (_, code, @break) = Wrong.Single(w => w.Name == name);
        using var pack = TablePack.Make();
        @break(pack);

        var problems = pack.Read().Problems;

        Assert.True(problems.Any(p => p.Code == code), $"expected {code}, found:\n{WrongPackTests.Said(problems)}");
        Assert.All(problems, p => Assert.True(p.Place is { Line: > 0 }));
        Assert.All(problems, WrongPackTests.AssertWorded);
        Assert.All(problems, p => Assert.Contains("T-0", p.Law, StringComparison.Ordinal));
    }

    [Fact]
    public void EveryCodeOfTables_HasAWrongTable()
    {
        var untried = Enum.GetValues<ProblemCode>().Where(c => (int)c is >= 9630 and <= 9634).Except(Wrong.Select(w => w.Code));
        Assert.Empty(untried);
    }

    [Fact]
    public void Read_AllMistakesOfATable_AreReportedInOneRun()
    {
        using var pack = TablePack.Make();
        pack.Edit(TablePack.Tables, "least: 40 m3/d", "least: 41 m3/d").Edit(TablePack.Tables, "[kaolin, china]", "[kaolin, chyna]").Edit(TablePack.Tables, "不小于{least}", "不小于{x}");

        Assert.Equal(
            [ProblemCode.TablePlaceholder, ProblemCode.TableCell, ProblemCode.NotAChoice],
            pack.Read().Problems.OrderBy(p => p.Place!.Line).Select(p => p.Code));
    }

    [Fact]
    public void Read_MistakeThatAllRowsShare_IsReportedOnce()
    {
        using var pack = TablePack.Make();
        pack.Edit(TablePack.Tables, "all: [project.action is new]", "all: [project.acton is new]");

        Assert.Equal(ProblemCode.UnknownAttribute, Assert.Single(pack.Read().Problems).Code);
    }

    [Fact]
    public void Read_MoreRowsThanAnyLawHas_IsRefusedAtOnce()
    {
        using var pack = TablePack.Make();
        var rows = string.Concat(Enumerable.Range(0, 1001).Select(i => $"        - {{id: r{i}, quote: 地热 立方米/日 40, name: 地热, mineral: water, deep: any, least: 40 m3/d}}\n"));
        pack.Edit(TablePack.Tables, Rows, "rows:\n" + rows);

        Assert.Equal(ProblemCode.WrongShape, Assert.Single(pack.Read().Problems).Code);
    }

    [Fact]
    public void Read_Table_IsANormARowInTheOrderOfTheLaw()
    {
        Assert.Equal(["T-01.a-coal-deep", "T-01.a-water", "T-01.a-clay", "T-01.a-otherwise"], Requirement.Norms.Select(n => n.Id));
        Assert.Equal(["T-01.a-coal-deep", "T-01.a-water", "T-01.a-clay"], Requirement.Table!.Rows.Select(r => r.Norm));
        Assert.Equal("T-01.a-otherwise", Requirement.Table.OtherwiseNorm);
        Assert.Null(Requirement.Table.OtherwiseNothing);
        Assert.Equal(Comparison.AtLeast, Requirement.Table.Columns.Single(c => c.Kind == RuleTableColumnKind.Limit).Comparison);
    }

    [Fact]
    public void Read_Row_HasItsWordsItsLinesAndTheirPlaces()
    {
        var clay = Requirement.Norms.Single(n => n.Id == "T-01.a-clay");

        Assert.Equal("高岭土、瓷土 万吨 5.5", clay.Span);
        Assert.Equal(new LocalText("高岭土、瓷土不小于5.5 万吨。", "kaolin, china clay: at least 5.5 × 10 000 t."), clay.Gist);
        Assert.Equal(["project.action is new", "mine.mineral in [kaolin, china]"], Lines(clay.Applies).Select(l => l.Text));
        var limit = Assert.Single(Lines(clay.When));
        Assert.Equal("mine.ore >= 5.5 10k-t/a", limit.Text);
        Assert.Contains("least: 5.5 10k-t/a", limit.Place.LineText, StringComparison.Ordinal);
        Assert.Equal("5.5 10k-t/a", limit.Place.LineText!.Substring(limit.Place.Column - 1, limit.Place.Length));
        Assert.Equal(limit.Place.Line, clay.Place.Line);
    }

    [Fact]
    public void Read_Otherwise_AppliesToNothingThatARowIsAbout() => Assert.Equal(
        ["project.action is new", "mine.mineral is coal", "mine.deep is yes", "mine.mineral in [water, kaolin, china]"],
        Lines(Requirement.Norms[^1].Applies).Select(l => l.Text));

    [Theory]
    [InlineData("coal", "yes", "299999 t/a", null, "T-01.a-coal-deep", Outcome.Violated)]
    [InlineData("coal", "yes", "30 10k-t/a", null, "T-01.a-coal-deep", Outcome.Satisfied)]
    [InlineData("coal", "yes", null, "1000 m3/d", "T-01.a-coal-deep", Outcome.Undetermined)]
    [InlineData("coal", "no", "1 t/a", null, "T-01.a-coal-deep", Outcome.NotApplicable)]
    [InlineData("coal", "no", "1 t/a", null, "T-01.a-otherwise", Outcome.Undetermined)]
    [InlineData("coal", null, "1 t/a", null, "T-01.a-otherwise", Outcome.Undetermined)]
    [InlineData("water", null, null, "39 m3/d", "T-01.a-water", Outcome.Violated)]
    [InlineData("water", null, "1 t/a", "40 m3/d", "T-01.a-water", Outcome.Satisfied)]
    [InlineData("china", "no", "54999 t/a", null, "T-01.a-clay", Outcome.Violated)]
    [InlineData("china", "no", "1000000 t/a", null, "T-01.a-otherwise", Outcome.NotApplicable)]
    [InlineData("other", "no", "1000000 t/a", null, "T-01.a-otherwise", Outcome.Undetermined)]
    [InlineData(null, "no", "1000000 t/a", null, "T-01.a-otherwise", Outcome.Undetermined)]
    public void Assess_Row_ComparesWithItsOwnBasisOnly(string? mineral, string? deep, string? ore, string? water, string norm, Outcome outcome)
    {
        var given = new (string, string?)[] { ("project.action", "new"), ("mine.mineral", mineral), ("mine.deep", deep), ("mine.ore", ore), ("mine.water", water) };
        var text = $"name: n\ndate: 2023-01-01\nattributes:\n{string.Concat(given.Where(g => g.Item2 is not null).Select(g => $"  {g.Item1}: {g.Item2}\n"))}";
        var proposal = ProposalReader.Parse("p.yaml", Encoding.UTF8.GetBytes(text)).Require();

        var assessment = new Assessor(Pack).Assess(proposal, AssessmentContext.On(new(2023, 1, 1))).Require();

        Assert.Equal(outcome, assessment.Findings.Single(f => f.Norm.Id == norm).Outcome);
    }

    [Fact]
    public void Run_LimitWhoseColumnIsATermToConfirm_SaysNothingOfIt()
    {
        const string terms = "    terms:\n      - {term: 最低规模, issue: {zh: 含否, en: included?}, assumed: {zh: 含, en: included}, status: to-confirm}\n    table:";
        using var pack = TablePack.Make();
        var without = PackAnalysis.Run(Pack, new DateOnly(2023, 1, 1)).Remarks.Where(r => r.Kind == RemarkKind.InclusivenessUnstated && r.Subject.StartsWith("T-01", StringComparison.Ordinal));
        pack.Edit(TablePack.Tables, "    table:", terms);
        var with = PackAnalysis.Run(pack.Read().Require(), new DateOnly(2023, 1, 1)).Remarks.Where(r => r.Kind == RemarkKind.InclusivenessUnstated && r.Subject.StartsWith("T-01", StringComparison.Ordinal));

        Assert.Equal(3, without.Count());
        Assert.Empty(with);
    }

    private static RulePack Load()
    {
        using var pack = TablePack.Make();
        return pack.Read().Require();
    }

    private static IEnumerable<Condition.Leaf> Lines(Condition? condition) => condition switch
    {
        Condition.Leaf leaf => [leaf],
        Condition.All all => all.Parts.SelectMany(Lines),
        Condition.Any any => any.Parts.SelectMany(Lines),
        Condition.Not not => Lines(not.Part),
        _ => [],
    };
}
