using System.Text;
using ZoningRules.Problems;
using ZoningRules.Tests.Proposals;

namespace ZoningRules.Tests.RulePacks;

/// <summary>A deliberately wrong file for every problem that a rule pack may have.</summary>
public sealed class WrongPackTests
{
    private const string Vocabulary = "vocabulary/all.yaml";
    private const string Lists = "lists/all.yaml";
    private const string Layers = "layers/all.yaml";
    private const string Units = "units/all.yaml";
    private const string Law = "requirements/city/all.yaml";
    private const string Codes = "code-systems/trades.csv";

    private static readonly List<(string Name, ProblemCode Code, Action<SmallPack> Break)> Wrong =
    [
        ("no manifest", ProblemCode.FileNotFound, p => p.Delete("manifest.yaml")),
        ("no text", ProblemCode.FileNotFound, p => p.Delete("instruments/texts/law.txt")),
        ("a folder for a file", ProblemCode.FileUnreadable, p => p.Edit("instruments/law.yaml", "text: texts/law.txt", "text: texts")),
        ("too large", ProblemCode.FileTooLarge, p => p.Write("parameters/big.yaml", new byte[(8 * 1024 * 1024) + 1])),
        ("no text but bytes", ProblemCode.NotText, p => p.Write("parameters/bytes.yaml", [0xff, 0xfe, 0x61])),
        ("a NUL", ProblemCode.NotText, p => p.Write("parameters/nul.yaml", "a: \0")),
        ("misplaced", ProblemCode.FileUnexpected, p => p.Write("other/a.yaml", "schema: zoning-rules/1")),
        ("misplaced below lists", ProblemCode.FileUnexpected, p => p.Write("lists/more/a.yaml", "schema: zoning-rules/1")),
        ("another ending", ProblemCode.FileUnexpected, p => p.Write("lists/a.yml", "schema: zoning-rules/1")),
        ("open bracket", ProblemCode.Syntax, p => p.Write("lists/b.yaml", "schema: zoning-rules/1\nlists: {a: [")),
        ("empty file", ProblemCode.Syntax, p => p.Write("lists/b.yaml", "# nothing\n")),
        ("deep nesting", ProblemCode.Syntax, p => p.Write("lists/b.yaml", new string('[', 5000))),
        ("anchor", ProblemCode.YamlFeature, p => p.Edit("manifest.yaml", "pack: small", "pack: &a small")),
        ("alias", ProblemCode.YamlFeature, p => p.Edit("manifest.yaml", "version: \"1\"", "version: &a \"1\"\nnote: *a")),
        ("tag", ProblemCode.YamlFeature, p => p.Edit("manifest.yaml", "pack: small", "pack: !!str small")),
        ("merge key", ProblemCode.YamlFeature, p => p.Edit("manifest.yaml", "pack: small", "pack: small\n<<: {a: b}")),
        ("two documents", ProblemCode.YamlFeature, p => p.Append("manifest.yaml", "\n---\na: b\n")),
        ("a list as a name", ProblemCode.YamlFeature, p => p.Append("manifest.yaml", "\n? [a]\n: b\n")),
        ("member twice", ProblemCode.DuplicateMember, p => p.Append("manifest.yaml", "\npack: small\n")),
        ("code twice", ProblemCode.DuplicateMember, p => p.Edit(Lists, "members: [\"26\"]", "members: [\"26\", \"26\"]")),
        ("unknown member", ProblemCode.UnknownMember, p => p.Append("manifest.yaml", "\nversoin: 2\n")),
        ("member of another type", ProblemCode.UnknownMember, p => p.Edit(Vocabulary, "type: yes-no", "type: yes-no\n    minimum: 1")),
        ("missing member", ProblemCode.MissingMember, p => p.Edit("manifest.yaml", "version: \"1\"\n", string.Empty)),
        ("layer file without crs", ProblemCode.MissingMember, p => p.Edit(Layers, "    crs: EPSG:4490\n", string.Empty)),
        ("crs without layer file", ProblemCode.MissingMember, p => p.Edit(Layers, "shape: lines,", "shape: lines, crs: EPSG:4490,")),
        ("list for a text", ProblemCode.WrongShape, p => p.Edit("manifest.yaml", "pack: small", "pack: [small]")),
        ("one language", ProblemCode.WrongShape, p => p.Edit("manifest.yaml", "title: {zh: 小包, en: small}", "title: 小包")),
        ("two combinations", ProblemCode.WrongShape, p => p.Edit(Law, "applies: boiler.fuel is coal", "applies: {not: boiler.fuel is coal, all: [boiler.fuel is coal]}")),
        ("path out of the pack", ProblemCode.WrongShape, p => p.Edit(Layers, "file: data/units.geojson", "file: ../../x.geojson")),
        ("norm of another requirement", ProblemCode.WrongShape, p => p.Edit(Law, "id: R-04.a", "id: R-05.a")),
        ("review in a closed list", ProblemCode.WrongShape, p => p.Edit(Lists, "open: yes", "open: no")),
        ("empty text", ProblemCode.EmptyValue, p => p.Edit("manifest.yaml", "pack: small", "pack: \"\"")),
        ("nothing", ProblemCode.EmptyValue, p => p.Edit("manifest.yaml", "pack: small", "pack:")),
        ("nothing for a list", ProblemCode.EmptyValue, p => p.Edit(Law, "remainder:\n      - {text: 监督, reason: {zh: 同上, en: as above}}", "remainder:")),
        ("empty all", ProblemCode.EmptyValue, p => p.Edit(Law, "applies: boiler.fuel is coal", "applies: {all: []}")),
        ("unknown rank", ProblemCode.NotAChoice, p => p.Edit("instruments/law.yaml", "rank: municipal", "rank: town")),
        ("unknown scope", ProblemCode.NotAChoice, p => p.Edit(Law, "scope: city", "scope: county")),
        ("unknown value in a condition", ProblemCode.NotAChoice, p => p.Edit(Law, "boiler.fuel is coal", "boiler.fuel is oil")),
        ("text among fields", ProblemCode.NotAChoice, p => p.Edit(Vocabulary, "        measure: t-steam/h\n        minimum: 0\n", string.Empty).Edit(Vocabulary, "type: quantity\n        label: {zh: 出力", "type: text\n        label: {zh: 出力")),
        ("other schema", ProblemCode.WrongSchema, p => p.Edit("manifest.yaml", "zoning-rules/1", "zoning-rules/2")),
        ("no schema", ProblemCode.WrongSchema, p => p.Edit("manifest.yaml", "schema: zoning-rules/1\n", string.Empty)),
        ("no date", ProblemCode.BadDate, p => p.Edit("instruments/law.yaml", "adopted: 2020-12-31", "adopted: 2020-02-30")),
        ("no number", ProblemCode.BadNumber, p => p.Edit(Vocabulary, "factor: 10/7", "factor: ten")),
        ("no whole number", ProblemCode.BadNumber, p => p.Edit(Vocabulary, "cost: 1", "cost: 1.5")),
        ("no measure", ProblemCode.BadMeasure, p => p.Edit(Law, "<= 35 t-steam/h", "<= 35 tons")),
        ("no space and no number", ProblemCode.BadMeasure, p => p.Edit(Layers, "accuracy: 5 m", "accuracy: metres")),
        ("other dimension", ProblemCode.WrongDimension, p => p.Edit(Law, "<= 35 t-steam/h", "<= 35 km")),
        ("ledger of two dimensions", ProblemCode.WrongDimension, p => p.Edit(Law, "limit: param(water-limit)", "limit: 5 km")),
        ("cost out of range", ProblemCode.OutOfRange, p => p.Edit(Vocabulary, "cost: 1", "cost: 10")),
        ("negative factor", ProblemCode.OutOfRange, p => p.Edit(Vocabulary, "factor: 10/7", "factor: -1")),
        ("negative accuracy", ProblemCode.OutOfRange, p => p.Edit(Layers, "accuracy: 5 m", "accuracy: -5 m")),
        ("id in capitals", ProblemCode.BadId, p => p.Edit(Layers, "  river:", "  River:")),
        ("the value unknown", ProblemCode.BadId, p => p.Edit(Vocabulary, "expand: {zh: 扩建", "unknown: {zh: 不明")),
        ("measure that is a number", ProblemCode.BadId, p => p.Edit(Vocabulary, "  kW:", "  \"12\":")),
        ("requirement twice", ProblemCode.DuplicateId, p => p.Edit(Law, "id: R-04\n", "id: R-03\n").Edit(Law, "id: R-04.a", "id: R-03.b")),
        ("layer twice", ProblemCode.DuplicateId, p => p.Write("layers/b.yaml", "schema: zoning-rules/1\nlayers:\n  river: {label: {zh: 河, en: r}, shape: lines, ask: {zh: 河, en: r}, answered-by: officer}\n")),
        ("two bases of a dimension", ProblemCode.DuplicateId, p => p.Edit(Vocabulary, "dimension: volume-per-year", "dimension: steam-rate")),
        ("a second base of length", ProblemCode.DuplicateId, p => p.Edit(Vocabulary, "dimension: volume-per-year", "dimension: length")),
        ("item named like an attribute", ProblemCode.DuplicateId, p => p.Edit(Law, "boilers as boiler", "boilers as water")),
        ("town twice", ProblemCode.DuplicateId, p => p.Append(Units, "\n  - {name: 甲, county: 甲县, units: [ZH36022210001]}\n")),
        ("unknown attribute", ProblemCode.UnknownAttribute, p => p.Edit(Law, "project.action in [new]", "project.acton in [new]")),
        ("unknown field", ProblemCode.UnknownAttribute, p => p.Edit(Law, "boiler.fuel is coal", "boiler.fule is coal")),
        ("unknown collection", ProblemCode.UnknownAttribute, p => p.Edit(Law, "boilers as boiler", "boiler as boiler")),
        ("reserved attribute", ProblemCode.ReservedAttribute, p => p.Edit(Vocabulary, "  remark:", "  site.in.river:")),
        ("unknown layer", ProblemCode.UnknownName, p => p.Edit(Law, "distance(site, river) <= 1 km", "distance(site, rivr) <= 1 km")),
        ("unknown list", ProblemCode.UnknownName, p => p.Edit(Law, "list(heavy)", "list(havy)")),
        ("unknown parameter", ProblemCode.UnknownName, p => p.Edit(Law, "param(water-limit)", "param(water)")),
        ("unknown instrument", ProblemCode.UnknownName, p => p.Edit(Law, "instrument: law", "instrument: lwa")),
        ("unknown norm", ProblemCode.UnknownName, p => p.Edit(Law, "id: R-02.a", "id: R-02.a\n        exception-to: R-01.b")),
        ("unknown unit", ProblemCode.UnknownName, p => p.Edit(Law, "unit ZH36022220001", "unit ZH36022220002")),
        ("unknown system", ProblemCode.UnknownName, p => p.Edit(Vocabulary, "system: trades", "system: tades")),
        ("unknown measure", ProblemCode.UnknownName, p => p.Edit(Vocabulary, "measure: m3/a", "measure: m3/y")),
        ("unknown base of a part", ProblemCode.UnknownName, p => p.Edit(Layers, "of: built-up", "of: build-up")),
        ("the unit layer in a condition", ProblemCode.UnknownName, p => p.Edit(Law, "site in built-up", "site in units")),
        ("unknown code in a list", ProblemCode.UnknownCode, p => p.Edit(Lists, "\"2619\"", "\"2618\"")),
        ("unknown code in a condition", ProblemCode.UnknownCode, p => p.Edit(Law, "project.industry in list(heavy)", "project.industry is 99")),
        ("no leaf", ProblemCode.BadLeaf, p => p.Edit(Law, "boiler.fuel is coal", "boiler.fuel equals coal")),
        ("half a leaf", ProblemCode.BadLeaf, p => p.Edit(Law, "boiler.fuel is coal", "boiler.fuel is")),
        ("empty list in a leaf", ProblemCode.BadLeaf, p => p.Edit(Law, "project.action in [new]", "project.action in []")),
        ("a comma in a flow list", ProblemCode.BadLeaf, p => p.Edit(Law, "[\"distance(site, river)\"]", "[distance(site, river)]")),
        ("wrong call", ProblemCode.BadLeaf, p => p.Edit(Law, "distance(site, river) <= 1 km", "distance(river) <= 1 km")),
        ("wrong for-each", ProblemCode.BadLeaf, p => p.Edit(Law, "boilers as boiler", "boilers")),
        ("choice compared", ProblemCode.LeafType, p => p.Edit(Law, "project.action in [new]", "project.action <= 3")),
        ("number with is", ProblemCode.LeafType, p => p.Edit(Law, "project.action in [new]", "water.use is 3")),
        ("choices with is", ProblemCode.LeafType, p => p.Edit(Law, "project.action in [new]", "fuels is coal")),
        ("choice with includes", ProblemCode.LeafType, p => p.Edit(Law, "project.action in [new]", "project.action includes new")),
        ("list of a choice", ProblemCode.LeafType, p => p.Edit(Law, "project.industry in list(heavy)", "project.action in list(heavy)")),
        ("text", ProblemCode.LeafType, p => p.Edit(Law, "project.action in [new]", "remark is x")),
        ("collection", ProblemCode.LeafType, p => p.Edit(Law, "project.action in [new]", "boilers includes coal")),
        ("made attribute", ProblemCode.LeafType, p => p.Edit(Law, "project.action in [new]", "site.in.river is yes")),
        ("share of a line", ProblemCode.LeafType, p => p.Edit(Law, "distance(site, river) <= 1 km", "share(site, river) <= 50 %")),
        ("within a line", ProblemCode.LeafType, p => p.Edit(Law, "project.action in [new]", "site within river")),
        ("two dimensions", ProblemCode.LeafType, p => p.Edit(Law, "project.action in [new]", "water.use <= livestock.head")),
        ("parameter of another dimension", ProblemCode.LeafType, p => p.Edit(Law, "boiler.capacity <= 35 t-steam/h", "boiler.capacity <= param(water-limit)")),
        ("approximate limit", ProblemCode.LeafType, p => p.Edit(Law, "<= 35 t-steam/h", "<= 24.5 MW")),
        ("value twice", ProblemCode.LeafType, p => p.Edit(Law, "project.action in [new]", "project.action in [new, new]")),
        ("for-each over no collection", ProblemCode.LeafType, p => p.Edit(Law, "boilers as boiler", "fuels as boiler")),
        ("increment that is no number", ProblemCode.LeafType, p => p.Edit(Law, "increment: water.use", "increment: project.action")),
        ("conversion cycle", ProblemCode.ConversionCycle, p => p.Edit(Vocabulary, "MW: {to: t-steam/h", "MW: {to: kW")),
        ("wrong header", ProblemCode.BadCodeRow, p => p.Edit(Codes, "code,level", "level,code")),
        ("missing column", ProblemCode.BadCodeRow, p => p.Append(Codes, "\n28,2,C,C,x,0\n")),
        ("unknown parent", ProblemCode.BadCodeRow, p => p.Append(Codes, "\n28,2,X,C,x,,0\n")),
        ("code row twice", ProblemCode.BadCodeRow, p => p.Append(Codes, "\n27,2,C,C,x,,0\n")),
        ("wrong level", ProblemCode.BadCodeRow, p => p.Append(Codes, "\n281,3,C,C,x,,0\n")),
        ("wrong section", ProblemCode.BadCodeRow, p => p.Append(Codes, "\n28,2,C,D,x,,0\n")),
        ("open quote", ProblemCode.BadCodeRow, p => p.Append(Codes, "\n28,2,C,C,\"x,,0\n")),
        ("other text", ProblemCode.TextHash, p => p.Write("instruments/texts/law.txt", SmallPack.Text + " ")),
        ("quote not in the text", ProblemCode.QuoteNotInText, p => p.Edit(Law, "quote: 加强监督。", "quote: 加强执法监督。").Edit(Law, "text: 监督", "text: 执法监督")),
        ("scope not in the text", ProblemCode.QuoteNotInText, p => p.Edit(Units, "scope: 甲镇、乙乡", "scope: 丁镇")),
        ("span not in the quote", ProblemCode.SpanNotInQuote, p => p.Edit(Law, "span: 加强", "span: 减弱")),
        ("remainder not in the quote", ProblemCode.SpanNotInQuote, p => p.Edit(Law, "text: 监督", "text: 管理")),
        ("quote not covered", ProblemCode.QuoteNotCovered, p => p.Edit(Law, "text: 监督", "text: 监")),
        ("malformed unit code", ProblemCode.UnitCode, p => p.Edit(Units, "ZH36022210001", "ZX36022210001")),
        ("category against code", ProblemCode.UnitCode, p => p.Edit(Units, "category: priority", "category: general")),
        ("unit of another city", ProblemCode.UnitCode, p => p.Edit("manifest.yaml", "360200", "110000")),
        ("unit of another county", ProblemCode.UnitCode, p => p.Edit(Units, "ZH36022220001", "ZH36028120001").Edit(Law, "unit ZH36022220001", "unit ZH36028120001")),
        ("editions overlap", ProblemCode.Overlap, p => p.Append(Lists, "\n      - {from: 2025-01-01, cite: {instrument: law, place: 第二条, quote: 化工}, members: [\"26\"]}\n")),
        ("values overlap", ProblemCode.Overlap, p => p.Append("parameters/all.yaml", "\n      - {from: 2020-12-31, value: 1 m3/a, cite: {instrument: law, place: 第三条, quote: 用水}}\n")),
        ("ends before it starts", ProblemCode.EmptyPeriod, p => p.Edit(Law, "since: 2020-12-31", "since: 2020-12-31\n    until: 2020-12-31")),
        ("repealed before it counts", ProblemCode.EmptyPeriod, p => p.Edit("instruments/law.yaml", "adopted: 2020-12-31", "repealed: 2020-12-31")),
        ("neither when nor readings", ProblemCode.EffectMembers, p => p.Edit(Law, "effect: manual", "effect: prohibit")),
        ("manual without addressee", ProblemCode.EffectMembers, p => p.Edit(Law, "        addressee: {zh: 政府, en: government}\n", string.Empty)),
        ("oblige without obligations", ProblemCode.EffectMembers, p => p.Edit(Law, "effect: prohibit\n        for-each", "effect: oblige\n        for-each")),
        ("cap with when", ProblemCode.EffectMembers, p => p.Edit(Law, "effect: cap", "effect: cap\n        when: project.action is new")),
        ("authority without exception", ProblemCode.EffectMembers, p => p.Edit(Law, "id: R-02.a", "id: R-02.a\n        authorised-by: {instrument: law, place: 第四条, quote: 加强监督}")),
        ("one reading", ProblemCode.EffectMembers, p => p.Edit(Law, "          - {id: near, status: assumed, basis: {zh: 按字面, en: literal}, when: \"distance(site, river) <= 1 km\"}\n", string.Empty)),
        ("two confirmed", ProblemCode.EffectMembers, p => p.Edit(Law, "status: assumed, basis", "status: confirmed, basis").Edit(Law, "status: alternative", "status: confirmed")),
        ("fingerprint too short", ProblemCode.WrongShape, p => p.Edit(Layers, "    crs: EPSG:4490\n", "    crs: EPSG:4490\n    sha256: abc\n")),
        ("area shares twice", ProblemCode.DuplicateId, p => p.Append(Units, Shares).Write("units/b.yaml", "schema: zoning-rules/1" + Shares)),
        ("share of an unknown county", ProblemCode.UnknownName, p => p.Append(Units, Shares.Replace("county: 甲县", "county: 乙县", StringComparison.Ordinal))),
        ("row not in the text", ProblemCode.QuoteNotInText, p => p.Append(Units, Shares)),
        ("share not in its row", ProblemCode.SpanNotInQuote, p => p.Append(Units, Shares.Replace("percent: 30.69", "percent: 30.70", StringComparison.Ordinal))),
        ("count not in its row", ProblemCode.SpanNotInQuote, p => p.Append(Units, Shares.Replace("units: 1", "units: 2", StringComparison.Ordinal))),
        ("share of no number", ProblemCode.BadNumber, p => p.Append(Units, Shares.Replace("percent: 30.69", "percent: 三成", StringComparison.Ordinal))),
        ("share above everything", ProblemCode.OutOfRange, p => p.Append(Units, Shares.Replace("percent: 30.69", "percent: 130.69", StringComparison.Ordinal))),
        ("no control unit and a share", ProblemCode.OutOfRange, p => p.Append(Units, Shares.Replace("units: 1", "units: 0", StringComparison.Ordinal))),
        ("exception about other items than its base", ProblemCode.EffectMembers, p => p.Write("requirements/c.yaml", ExceptionAboutItems)),
        ("no requirements", ProblemCode.Empty, p => p.Delete(Law)),
        ("no units", ProblemCode.Empty, p => p.Delete(Units)),
        ("no basis without units", ProblemCode.Empty, p => p.WithoutUnits().Edit("manifest.yaml", "basis:\n  - {instrument: law, place: 第四条, quote: 加强监督}\n", string.Empty)),
        ("units though none", ProblemCode.UnitsNotExpected, p => p.WithoutUnits().Write(Units, "schema: zoning-rules/1\nunits: {instrument: law, place: 附件, list: []}\n")),
        ("towns though no units", ProblemCode.UnitsNotExpected, p => p.WithoutUnits().Write(Units, "schema: zoning-rules/1\ntowns: []\n")),
        ("a unit layer though no units", ProblemCode.UnitsNotExpected, p => p.WithoutUnits().Append(Layers, "\n  units: {label: {zh: 单元, en: units}, shape: control-units}\n")),
        ("unit lists though no units", ProblemCode.UnitsNotExpected, p => p.Edit("manifest.yaml", "unit-lists:", "control-units: none\nunit-lists:")),
        ("a category though no units", ProblemCode.UnitsNotExpected, p => p.WithoutUnits().Edit(Law, "scope: city", "scope: category key")),
        ("no instruments", ProblemCode.Empty, p => p.Delete("instruments/law.yaml")),
        ("no unit layer", ProblemCode.Empty, p => p.Delete(Layers)),
        ("relaxes national law", ProblemCode.Relaxation, p => p.Write("requirements/b.yaml", National).Edit(Law, "id: R-04.a", "id: R-04.a\n        exception-to: N-01.a")),
        ("exception of itself", ProblemCode.ExceptionCycle, p => p.Edit(Law, "id: R-04.a", "id: R-04.a\n        exception-to: R-04.a")),
        ("exceptions of each other", ProblemCode.ExceptionCycle, p => p.Edit(Law, "id: R-04.a", "id: R-04.a\n        exception-to: R-01.a").Edit(Law, "id: R-01.a", "id: R-01.a\n        exception-to: R-04.a")),
        ("part of itself", ProblemCode.PartCycle, p => p.Edit(Layers, "of: built-up", "of: old-core")),
        ("town in another county", ProblemCode.TownCounty, p => p.Edit(Units, "{name: 甲镇, county: 甲县", "{name: 甲镇, county: 乙县")),
    ];

    private const string National =
        """
        schema: zoning-rules/1
        instrument: code
        requirements:
          - id: N-01
            place: 第四条
            title: {zh: 法, en: law}
            dimension: pollutant-discharge
            heading: 法
            scope: city
            quote: 加强监督
            norms:
              - {id: N-01.a, span: whole, gist: {zh: 法, en: law}, effect: manual, addressee: {zh: 政府, en: government}, reason: {zh: 法, en: law}}
        """;

    private const string Shares =
        """

        area-shares:
          instrument: law
          place: 附件
          rows:
            - county: 甲县
              quote: 甲县 1 30.69 / /
              priority: {units: 1, percent: 30.69}

        """;

    private const string ExceptionAboutItems =
        """
        schema: zoning-rules/1
        instrument: law
        requirements:
          - id: R-05
            place: 第四条
            title: {zh: 例外, en: exception}
            dimension: pollutant-discharge
            heading: 例外
            scope: city
            quote: 加强监督
            norms:
              - id: R-05.a
                span: whole
                gist: {zh: 例外, en: exception}
                effect: prohibit
                exception-to: R-02.a
                for-each: boilers as boiler
                when: boiler.fuel is coal
        """;

    public static TheoryData<string> Names() => [.. Wrong.Select(w => w.Name)];

    /// <summary>The codes tried here, for the test that none is left out.</summary>
    internal static IEnumerable<ProblemCode> Codes_ => Wrong.Select(w => w.Code).Append(ProblemCode.FolderNotFound);

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_Wrong_IsReportedWithItsPlace(string name)
    {
        var (_, code, @break) = Wrong.Single(w => w.Name == name);
        using var pack = new SmallPack();
        @break(pack);

        var loaded = pack.Read();

        var found = loaded.Problems.Where(p => p.Code == code).ToList();
        Assert.True(found.Count > 0, $"expected {code}, found:\n{Said(loaded.Problems)}");
        foreach (var problem in loaded.Problems)
        {
            AssertWorded(problem);
        }

        if (code is not (ProblemCode.FileNotFound or ProblemCode.Empty or ProblemCode.FileTooLarge or ProblemCode.NotText or ProblemCode.FileUnexpected or ProblemCode.Syntax)
            && name is not ("no schema" or "missing member"))
        {
            Assert.Contains(found, p => p.Place is { Line: > 0, LineText: not null });
        }
    }

    [Fact]
    public void Read_NoFolder_IsReported() =>
        Assert.Equal(ProblemCode.FolderNotFound, Assert.Single(ZoningRules.RulePacks.RulePackReader.Read("/no/such/folder").Problems).Code);

    [Fact]
    public void EveryCode_HasAWrongFile()
    {
        var tried = Codes_.Concat(WrongProposalTests.Codes).ToHashSet();
        var untried = Enum.GetValues<ProblemCode>().Where(c => (int)c is (>= 1001 and <= 1403) or (>= 2003 and <= 2011)).Where(c => !tried.Contains(c));
        Assert.Empty(untried);
    }

    [Fact]
    public void Read_ManyMistakes_ReportsThemAllInOneRunInOrder()
    {
        using var pack = new SmallPack();
        pack.Edit(Law, "project.action in [new]", "project.acton in [new]")
            .Edit(Law, "span: 加强", "span: 减弱")
            .Edit(Lists, "\"2619\"", "\"2618\"")
            .Edit("manifest.yaml", "pack: small", "pack: Small");

        var codes = pack.Read().Problems.Select(p => p.Code).ToList();

        Assert.Equal(
            [ProblemCode.UnknownCode, ProblemCode.BadId, ProblemCode.UnknownAttribute, ProblemCode.QuoteNotCovered, ProblemCode.SpanNotInQuote],
            codes);
    }

    [Fact]
    public void Full_InARequirement_ShowsLineCaretLawAndSuggestion()
    {
        using var pack = new SmallPack();
        pack.Edit(Law, "project.action in [new]", "project.acton in [new]");

        var problem = Assert.Single(pack.Read().Problems);

        var text = Wording.Full(problem, Language.En).Replace(pack.Folder, "P", StringComparison.Ordinal);
        Assert.Equal(
            """
            P/requirements/city/all.yaml:44:19: ZR1201 unknown attribute `project.acton`
              44 |                 - project.acton in [new]
                 |                   ^^^^^^^^^^^^^
              law: R-02 “河流1公里范围内不得新建化工等项目。”
              help: did you mean `project.action`?
            """.ReplaceLineEndings(),
            text);
        Assert.Contains("是不是 `project.action`？", Wording.Full(problem, Language.Zh), StringComparison.Ordinal);
    }

    internal static void AssertWorded(Problem problem)
    {
        foreach (var language in (Language[])[Language.Zh, Language.En])
        {
            var text = Wording.Full(problem, language);
            Assert.DoesNotContain("{", Wording.Message(problem with { Arguments = [.. problem.Arguments.Select(_ => "x")] }, language), StringComparison.Ordinal);
            Assert.DoesNotContain("{", Wording.Help(problem with { Arguments = [.. problem.Arguments.Select(_ => "x")] }, language), StringComparison.Ordinal);
            Assert.Contains(problem.Id, text, StringComparison.Ordinal);
        }
    }

    internal static string Said(IEnumerable<Problem> problems)
    {
        var text = new StringBuilder();
        foreach (var problem in problems)
        {
            text.AppendLine(Wording.Full(problem, Language.En));
        }

        return text.ToString();
    }
}
