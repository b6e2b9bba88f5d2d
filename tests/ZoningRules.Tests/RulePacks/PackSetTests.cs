using System.Text;
using ZoningRules.Problems;
using ZoningRules.Proposals;
using ZoningRules.RulePacks;

namespace ZoningRules.Tests.RulePacks;

/// <summary>Packs that are put together mean the same by every name they share.</summary>
public sealed class PackSetTests
{
    private const string Vocabulary = "vocabulary/all.yaml";
    private const string Law = "requirements/city/all.yaml";

    private static readonly List<(string Name, ProblemCode Code, Action<SmallPack> Differ)> Conflicts =
    [
        ("type", ProblemCode.AttributeDiffers, p => p.Edit(Vocabulary, "  remark:\n    type: text", "  remark:\n    type: yes-no")),
        ("label", ProblemCode.AttributeDiffers, p => p.Edit(Vocabulary, "label: {zh: 排污, en: polluting}", "label: {zh: 污染, en: polluting}")),
        ("question", ProblemCode.AttributeDiffers, p => p.Edit(Vocabulary, "ask: {zh: 排污？, en: Polluting?}", "ask: {zh: 排污吗？, en: Polluting?}")),
        ("who answers", ProblemCode.AttributeDiffers, p => p.Edit(Vocabulary, "ask: {zh: 排污？, en: Polluting?}\n    answered-by: applicant", "ask: {zh: 排污？, en: Polluting?}\n    answered-by: authority")),
        ("a value", ProblemCode.AttributeDiffers, p => p.Edit(Vocabulary, "expand: {zh: 扩建, en: expansion}", "expand: {zh: 扩建, en: expansion}\n      move: {zh: 迁建, en: move}")),
        ("a value's label", ProblemCode.AttributeDiffers, p => p.Edit(Vocabulary, "expand: {zh: 扩建, en: expansion}", "expand: {zh: 扩大, en: expansion}")),
        ("a value of a set", ProblemCode.AttributeDiffers, p => p.Edit(Vocabulary, "  fuels:\n    type: choices\n    values:\n", "  fuels:\n    type: choices\n    values:\n      oil: {zh: 油, en: oil}\n")),
        ("a field's type", ProblemCode.AttributeDiffers, p => p.Edit(Vocabulary, "type: quantity\n        measure: t-steam/h\n        minimum: 0\n        label: {zh: 出力", "type: quantity\n        measure: t-steam/h\n        minimum: 1\n        label: {zh: 出力")),
        ("a field", ProblemCode.AttributeDiffers, p => p.Edit(Vocabulary, "    label: {zh: 锅炉, en: boilers}", "      age:\n        type: number\n        label: {zh: 年, en: age}\n        ask: {zh: 几年？, en: How old?}\n        answered-by: applicant\n    label: {zh: 锅炉, en: boilers}")),
        ("the range", ProblemCode.AttributeDiffers, p => p.Edit(Vocabulary, "maximum: 1000000000", "maximum: 2000000000")),
        ("the codes", ProblemCode.AttributeDiffers, p => p.Append("code-systems/trades.csv", "\n28,2,C,C,化纤,,0\n")),
        ("a layer", ProblemCode.AttributeDiffers, p => p.Edit("layers/all.yaml", "river: {label: {zh: 河, en: river}", "river: {label: {zh: 运河, en: canal}")),
        ("an open list", ProblemCode.AttributeDiffers, p => p.Edit("lists/all.yaml", "label: {zh: 化工等, en: chemicals and the like}", "label: {zh: 重化工等, en: heavy chemicals}")),
        ("the readings", ProblemCode.AttributeDiffers, p => p.Edit(Law, "basis: {zh: 从严, en: strict}", "basis: {zh: 从宽, en: wide}")),
        ("a measure", ProblemCode.MeasureDiffers, p => p.Edit(Vocabulary, "MW: {to: t-steam/h, factor: 10/7", "MW: {to: t-steam/h, factor: 3/2")),
        ("a measure's accuracy", ProblemCode.MeasureDiffers, p => p.Edit(Vocabulary, "approximate: 1 %", "approximate: 2 %")),
        ("a ledger", ProblemCode.LedgerDiffers, p => p.Edit(Law, "increment: water.use, limit: param(water-limit)", "increment: livestock.head, limit: 500 count")),
        ("the id", ProblemCode.PackRepeated, p => p.Edit("manifest.yaml", "pack: plan", "pack: small")),
    ];

    public static TheoryData<string> Names => [.. Conflicts.Select(c => c.Name)];

    [Fact]
    public void Of_SameDefinitions_GoTogetherInEitherOrder()
    {
        using var zoning = new SmallPack();
        using var plan = Plan();
        var sets = new[] { PackSet.Read([zoning.Folder, plan.Folder]).Require(), PackSet.Read([plan.Folder, zoning.Folder]).Require() };
        Assert.All(sets, s => Assert.Equal(["plan", "small"], s.Packs.Select(p => p.Id)));
        Assert.Equal(sets[0].Packs.SelectMany(p => p.Vocabulary.Attributes).Select(a => a.Id).Distinct(), sets[0].Vocabulary.Attributes.Select(a => a.Id));
    }

    [Fact]
    public void Of_EvidenceAndCost_MayDiffer()
    {
        using var zoning = new SmallPack();
        using var plan = Plan().Edit(Vocabulary, "cost: 1", "cost: 5\n    evidence: {zh: 备案, en: a filing}");
        Assert.True(PackSet.Read([zoning.Folder, plan.Folder]).Succeeded);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Of_DifferingDefinition_IsAProblemInBothLanguages(string name)
    {
        var (_, code, differ) = Conflicts.Single(c => c.Name == name);
        using var zoning = new SmallPack();
        using var plan = Plan();
        differ(plan);
        Assert.Empty(plan.Read().Problems);
        var problems = PackSet.Read([zoning.Folder, plan.Folder]).Problems;
        Assert.NotEmpty(problems);
        Assert.All(problems, p => Assert.Equal(code, p.Code));
        Assert.All(problems, p => Assert.NotEqual(Wording.Full(p, Language.Zh), Wording.Full(p, Language.En)));
        Assert.Equal(problems.Select(p => p.Arguments[0]).Distinct().Count(), problems.Length);
        Assert.Equal(
            problems.Select(p => p.Code),
            PackSet.Read([plan.Folder, zoning.Folder]).Problems.Select(p => p.Code));
    }

    [Fact]
    public void Read_SeveralWrongPacks_ReportsAllOfThem()
    {
        using var zoning = new SmallPack().Edit("manifest.yaml", "version: \"1\"\n", string.Empty);
        using var plan = Plan().Edit(Law, "boiler.fuel is coal", "boiler.fuel is oil");
        var problems = PackSet.Read([zoning.Folder, plan.Folder]).Problems;
        Assert.Equal([ProblemCode.MissingMember, ProblemCode.NotAChoice], problems.Select(p => p.Code).Order());
    }

    [Fact]
    public void Of_NoPack_IsRefused() => Assert.Throws<ArgumentException>(() => PackSet.Of(Array.Empty<RulePack>()));

    [Fact]
    public void UnknownNames_NameThatNoPackKnows_IsReportedOnceWithTheNearestOfAnyPack()
    {
        using var zoning = new SmallPack();
        using var plan = Plan().Edit(Vocabulary, "  remark:", "  mine.scale:\n    type: number\n    label: {zh: 规模, en: scale}\n    ask: {zh: 多大？, en: How large?}\n    answered-by: applicant\n  remark:");
        var set = PackSet.Read([zoning.Folder, plan.Folder]).Require();
        var proposal = ProposalReader.Parse("a.yaml", Encoding.UTF8.GetBytes("name: a\nsite: {town: 甲镇}\nattributes: {mine.scal: 3, mine.scale: 3, remark: x}\n")).Require();
        var problem = Assert.Single(set.UnknownNames(proposal));
        Assert.Equal((ProblemCode.UnknownAttribute, "mine.scal", "`mine.scale`"), (problem.Code, problem.Arguments[0], problem.Arguments[1]));
        Assert.Equal(["mine.scale", "remark"], PackSet.PartFor(set.Packs[0], proposal).Attributes.Select(a => a.Attribute));
        Assert.Equal(["remark"], PackSet.PartFor(set.Packs[1], proposal).Attributes.Select(a => a.Attribute));
    }

    /// <summary>A plan without control units over the vocabulary of the small pack; it concerns new projects and those with boilers.</summary>
    internal static SmallPack Plan() => new SmallPack().WithoutUnits()
        .Edit("manifest.yaml", "pack: small", "pack: plan")
        .Edit(Law, "effect: prohibit\n        readings:", "effect: prohibit\n        applies: project.action is new\n        readings:");
}
