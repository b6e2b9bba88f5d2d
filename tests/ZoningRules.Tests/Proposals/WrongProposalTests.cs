using System.Collections.Immutable;
using ZoningRules.Assessing;
using ZoningRules.Facts;
using ZoningRules.Problems;
using ZoningRules.Proposals;
using ZoningRules.RulePacks;
using ZoningRules.Tests.RulePacks;

namespace ZoningRules.Tests.Proposals;

/// <summary>A deliberately wrong proposal or ledger for every problem that one may have.</summary>
public sealed class WrongProposalTests
{
    private static readonly RulePack Pack = SmallPack.Load();

    private static readonly List<(string Name, ProblemCode Code, string Text)> Wrong =
    [
        ("a list", ProblemCode.WrongShape, "[a]"),
        ("no name", ProblemCode.MissingMember, "date: 2026-11-22"),
        ("no such day", ProblemCode.BadDate, "name: n\ndate: 2026-02-29"),
        ("tabs", ProblemCode.Syntax, "name: n\n\tdate: 2026-02-28"),
        ("unknown member", ProblemCode.UnknownMember, "name: n\nstie: {}"),
        ("empty site", ProblemCode.NoSite, "name: n\nsite: {}"),
        ("crs only", ProblemCode.NoSite, "name: n\nsite: {crs: EPSG:4490}"),
        ("two geometries", ProblemCode.SeveralSites, "name: n\nsite: {point: [117, 29], wkt: POINT (1 2)}"),
        ("no geometry file", ProblemCode.FileNotFound, "name: n\nsite: {geometry: missing.geojson}"),
        ("absolute path", ProblemCode.WrongShape, "name: n\nsite: {geometry: /etc/passwd.txt}"),
        ("three numbers", ProblemCode.WrongShape, "name: n\nsite: {point: [1, 2, 3]}"),
        ("no coordinate", ProblemCode.BadNumber, "name: n\nsite: {point: [a, b]}"),
        ("accuracy without measure", ProblemCode.BadMeasure, "name: n\nsite: {point: [1, 2], accuracy: 1}"),
        ("accuracy in hectares", ProblemCode.WrongDimension, "name: n\nsite: {point: [1, 2], accuracy: 1 ha}"),
        ("negative accuracy", ProblemCode.OutOfRange, "name: n\nsite: {point: [1, 2], accuracy: -1 m}"),
        ("other axes", ProblemCode.NotAChoice, "name: n\nsite: {point: [1, 2], axes: north-first}"),
        ("repair with true", ProblemCode.NotAChoice, "name: n\nsite: {point: [1, 2], repair: true}"),
        ("width of nothing", ProblemCode.OutOfRange, "name: n\nsite: {wkt: 'LINESTRING (1 2, 3 4)', width: 0 m}"),
        ("width of a region", ProblemCode.OutOfRange, "name: n\nsite: {wkt: 'LINESTRING (1 2, 3 4)', width: 10.1 km}"),
        ("width without measure", ProblemCode.BadMeasure, "name: n\nsite: {wkt: 'LINESTRING (1 2, 3 4)', width: 30}"),
        ("two parameters", ProblemCode.MissingMember, "name: n\nsite: {point: [1, 2], datum-shift: {dx: 1, dy: 2}}"),
        ("six parameters", ProblemCode.DatumShiftIncomplete, "name: n\nsite: {point: [1, 2], datum-shift: {dx: 1, dy: 2, dz: 3, rx: 1, ry: 1, rz: 1}}"),
        ("seven parameters without convention", ProblemCode.DatumShiftIncomplete, "name: n\nsite: {point: [1, 2], datum-shift: {dx: 1, dy: 2, dz: 3, rx: 1, ry: 1, rz: 1, scale: 0}}"),
        ("translation in millimetres", ProblemCode.OutOfRange, "name: n\nsite: {point: [1, 2], datum-shift: {dx: 12345, dy: 2, dz: 3}}"),
        ("parameter with a measure", ProblemCode.BadNumber, "name: n\nsite: {point: [1, 2], datum-shift: {dx: 1 m, dy: 2, dz: 3}}"),
        ("parameter twice", ProblemCode.UnknownMember, "name: n\nsite: {point: [1, 2], datum-shift: {dx: 1, dy: 2, dz: 3, dX: 1}}"),
        ("empty parcel", ProblemCode.NoSite, "name: n\nsite: {point: [1, 2], parcel: {crs: EPSG:4490}}"),
        ("no parcel file", ProblemCode.FileNotFound, "name: n\nsite: {point: [1, 2], parcel: missing.geojson}"),
        ("parcel with a width", ProblemCode.UnknownMember, "name: n\nsite: {point: [1, 2], parcel: {wkt: POINT (1 2), width: 3 m}}"),
        ("attribute twice", ProblemCode.DuplicateMember, "name: n\nattributes: {project.action: new, project: {action: new}}"),
        ("decision twice", ProblemCode.DuplicateMember, "name: n\ndecisions:\n- &a {attribute: term.vicinity, value: yes, by: 张, date: 2026-01-01, reason: r}\n- {attribute: term.vicinity, value: yes, by: 张, date: 2026-01-01, reason: r}"),
        ("unknown attribute", ProblemCode.UnknownAttribute, "name: n\nattributes: {project.acton: new}"),
        ("unknown field", ProblemCode.UnknownAttribute, "name: n\nattributes: {boilers: [{fule: coal}]}"),
        ("unknown value", ProblemCode.NotAChoice, "name: n\nattributes: {project.action: old}"),
        ("yes as true", ProblemCode.NotAChoice, "name: n\nattributes: {project.polluting: true}"),
        ("unknown code", ProblemCode.UnknownCode, "name: n\nattributes: {project.industry: '9999'}"),
        ("one for many", ProblemCode.WrongShape, "name: n\nattributes: {fuels: coal}"),
        ("many for one", ProblemCode.WrongShape, "name: n\nattributes: {project.action: [new]}"),
        ("text among items", ProblemCode.WrongShape, "name: n\nattributes: {boilers: [coal]}"),
        ("value twice", ProblemCode.DuplicateMember, "name: n\nattributes: {fuels: [coal, coal]}"),
        ("empty value", ProblemCode.EmptyValue, "name: n\nattributes: {project.action: }"),
        ("wrong dimension", ProblemCode.WrongDimension, "name: n\nattributes: {water.use: 3 km}"),
        ("no measure", ProblemCode.BadMeasure, "name: n\nattributes: {water.use: 3}"),
        ("no number", ProblemCode.BadNumber, "name: n\nattributes: {livestock.head: many}"),
        ("below zero", ProblemCode.OutOfRange, "name: n\nattributes: {water.use: -1 m3/a}"),
        ("above the maximum", ProblemCode.OutOfRange, "name: n\nattributes: {water.use: 1000000001 m3/a}"),
        ("exchanged range", ProblemCode.AttributeOrder, "name: n\nattributes: {water.use: 5..3 m3/a}"),
        ("decision declared", ProblemCode.OfficerAttribute, "name: n\nattributes: {term.vicinity: yes}"),
        ("made decision declared", ProblemCode.OfficerAttribute, "name: n\nattributes: {list.heavy: yes}"),
        ("fact decided", ProblemCode.NotADecision, "name: n\ndecisions: [{attribute: project.action, value: new, by: 张, date: 2026-01-01, reason: r}]"),
        ("unknown town", ProblemCode.UnknownTown, "name: n\nsite: {town: 丙镇}"),
        ("town of another county", ProblemCode.TownCounty, "name: n\nsite: {town: 甲镇, county: 乙县}"),
    ];

    private static readonly List<(string Name, ProblemCode Code, string Text)> WrongLedgers =
    [
        ("unknown ledger", ProblemCode.LedgerUnknown, "schema: zoning-ledgers/1\nledgers: {watre: {as-of: 2020-10-31, used: 1 m3/a, reserved: 0 m3/a}}"),
        ("other schema", ProblemCode.WrongSchema, "schema: zoning-case/1\nledgers: {}"),
        ("other dimension", ProblemCode.WrongDimension, "schema: zoning-ledgers/1\nledgers: {water: {as-of: 2020-10-31, used: 1 km, reserved: 0 m3/a}}"),
        ("negative", ProblemCode.OutOfRange, "schema: zoning-ledgers/1\nledgers: {water: {as-of: 2020-10-31, used: -1 m3/a, reserved: 0 m3/a}}"),
        ("missing", ProblemCode.MissingMember, "schema: zoning-ledgers/1\nledgers: {water: {as-of: 2020-10-31, used: 1 m3/a}}"),
    ];

    public static TheoryData<string> Names() => [.. Wrong.Select(w => w.Name)];

    public static TheoryData<string> LedgerNames() => [.. WrongLedgers.Select(w => w.Name)];

    /// <summary>The codes tried here, for the test that none is left out.</summary>
    internal static IEnumerable<ProblemCode> Codes => Wrong.Concat(WrongLedgers).Select(w => w.Code).Append(ProblemCode.LedgerDate).Append(ProblemCode.UnknownFileType);

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_Wrong_IsReported(string name)
    {
        var (_, code, text) = Wrong.Single(w => w.Name == name);
        using var folder = new TemporaryFolder();
        var read = ProposalReader.Read(folder.Write("p.yaml", text));
        var problems = read.Succeeded
            ? new Assessor(Pack).Assess(read.Value, AssessmentContext.On(new DateOnly(2026, 11, 22))).Problems
            : read.Problems;

        Assert.Contains(problems, p => p.Code == code);
        foreach (var problem in problems)
        {
            Assert.NotNull(problem.Place);
            WrongPackTests.AssertWorded(problem);
        }
    }

    [Theory]
    [MemberData(nameof(LedgerNames))]
    public void Read_WrongLedger_IsReported(string name)
    {
        var (_, code, text) = WrongLedgers.Single(w => w.Name == name);
        using var folder = new TemporaryFolder();
        Assert.Contains(LedgerReader.Read(folder.Write("l.yaml", text), Pack).Problems, p => p.Code == code);
    }

    [Fact]
    public void DateProblems_LedgerOfTheNextDay_IsReported()
    {
        var ledger = new Ledger("water", new DateOnly(2026, 11, 23), 1, 0);
        Assert.Equal(ProblemCode.LedgerDate, Assert.Single(LedgerReader.DateProblems([ledger], new DateOnly(2026, 11, 22))).Code);
        Assert.Empty(LedgerReader.DateProblems([ledger], new DateOnly(2026, 11, 23)));
    }

    [Fact]
    public void Read_UnknownEnding_NamesTheAcceptedOnes()
    {
        var problem = Assert.Single(ProposalReader.Read("site.docx").Problems);
        Assert.Equal(ProblemCode.UnknownFileType, problem.Code);
        Assert.Contains(".geojson", problem.Arguments[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Read_HugeFile_IsNotReadAtAll()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("p.yaml", string.Empty);
        using (var stream = File.OpenWrite(path))
        {
            stream.SetLength(200L * 1024 * 1024);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(ProblemCode.FileTooLarge, Assert.Single(ProposalReader.Read(path).Problems).Code);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1024 * 1024);
    }

    [Fact]
    public void Read_EndlessDevice_StopsAtTheLimit()
    {
        if (!File.Exists("/dev/zero"))
        {
            return;
        }

        using var folder = new TemporaryFolder();
        File.CreateSymbolicLink(Path.Combine(folder.Path, "p.yaml"), "/dev/zero");
        Assert.Equal(ProblemCode.FileTooLarge, Assert.Single(ProposalReader.Read(Path.Combine(folder.Path, "p.yaml")).Problems).Code);
    }

    [Fact]
    public void Bind_OneNameTwice_IsReported()
    {
        DeclaredValue water = new("water.use", new RawValue.Text("1 m3/a"));
        var proposal = new Proposal("n", null, new Site.NotStated(), ImmutableArray.Create(water, water), []);
        Assert.Equal(ProblemCode.DuplicateMember, Assert.Single(DeclaredFacts.Bind(Pack.Vocabulary, proposal).Problems).Code);
    }
}
