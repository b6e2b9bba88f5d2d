using System.Text;
using ZoningRules.Facts;
using ZoningRules.Proposals;
using ZoningRules.RulePacks;
using ZoningRules.Tests.RulePacks;

namespace ZoningRules.Tests.Facts;

public sealed class FactBinderTests
{
    private static readonly RulePack Pack = SmallPack.Load();

    [Theory]
    [InlineData("project.action: expand", "project.action", "1")]
    [InlineData("project.polluting: yes", "project.polluting", "1")]
    [InlineData("project.polluting: no", "project.polluting", "0")]
    [InlineData("project.industry: '26'", "project.industry", "26")]
    [InlineData("project.industry: C", "project.industry", "C")]
    [InlineData("fuels: [coal, gas]", "fuels", "{3}")]
    [InlineData("fuels: []", "fuels", "{0}")]
    [InlineData("water.use: 12.5 m3/a", "water.use", "12.5..12.5")]
    [InlineData("water.use: 10..12.5 m3/a", "water.use", "10..12.5")]
    [InlineData("water.use: 0 m3/a", "water.use", "0..0")]
    [InlineData("water.use: 1000000000 m3/a", "water.use", "1000000000..1000000000")]
    [InlineData("livestock.head: 500", "livestock.head", "500..500")]
    [InlineData("livestock.head: 400..500", "livestock.head", "400..500")]
    [InlineData("site.distance.river: 0.9 km", "site.distance.river", "900.0..900.0")]
    [InlineData("site.in.river: yes", "site.in.river", "1")]
    [InlineData("remark: 好", "remark", "好")]
    [InlineData("boilers: []", "boilers", "[]")]
    [InlineData("boilers: [{fuel: coal, capacity: 24.5 MW}]", "boilers", "[(0 34.65..35.35)]")]
    [InlineData("boilers: [{fuel: unknown}]", "boilers", "[(unknown NotProvided unknown NotProvided)]")]
    [InlineData("project.action: unknown", "project.action", "unknown NotProvided")]
    [InlineData("site.in.river: unknown", "site.in.river", "unknown NoLayer")]
    [InlineData("project.action: new", "water.use", "unknown NotProvided")]
    [InlineData("project.action: new", "list.heavy", "unknown OpenList")]
    [InlineData("project.action: new", "reading.R-02.a", "unknown UndefinedTerm")]
    [InlineData("project.action: new", "term.vicinity", "unknown UndefinedTerm")]
    public void Bind_Value_IsTyped(string line, string attribute, string expected)
    {
        var fact = Bind($"name: n\nattributes: {{{line}}}", attribute);
        Assert.Equal(expected, Said(fact.Value));
        Assert.Equal(fact.Value is FactValue.Unknown ? FactOrigin.None : FactOrigin.Declared, fact.Origin);
    }

    [Fact]
    public void Bind_Shown_IsTheTextAsWritten()
    {
        Assert.Equal("10..12.5 m3/a", Bind("name: n\nattributes: {water.use: 10..12.5 m3/a}", "water.use").Shown);
        Assert.Equal("[{fuel: coal, capacity: 24.5 MW}]", Bind("name: n\nattributes: {boilers: [{fuel: coal, capacity: 24.5 MW}]}", "boilers").Shown);
        Assert.Null(Bind("name: n\nattributes: {water.use: unknown}", "water.use").Shown);
    }

    [Theory]
    [InlineData("term.vicinity", "yes", "1")]
    [InlineData("list.heavy", "no", "0")]
    [InlineData("reading.R-02.a", "any", "1")]
    public void Bind_Decision_IsDecided(string attribute, string value, string expected)
    {
        var fact = Bind($"name: n\ndecisions: [{{attribute: {attribute}, value: {value}, by: 张, date: 2026-01-01, reason: r}}]", attribute);
        Assert.Equal((expected, FactOrigin.Decided), (Said(fact.Value), fact.Origin));
    }

    [Fact]
    public void Bind_ManyMistakes_ReportsThemAll()
    {
        var proposal = ProposalReader.Parse("p.yaml", "name: n\nattributes: {project.action: old, water.use: 3 km, fuels: coal, boilers: [{fuel: oil}, {capacity: -1 MW}], project.acton: new}"u8).Require();
        Assert.Equal(6, DeclaredFacts.Bind(Pack.Vocabulary, proposal).Problems.Length);
    }

    private static Fact Bind(string text, string attribute)
    {
        var bound = DeclaredFacts.Bind(Pack.Vocabulary, ProposalReader.Parse("p.yaml", Encoding.UTF8.GetBytes(text)).Require());
        Assert.True(bound.Succeeded, WrongPackTests.Said(bound.Problems));
        Assert.True(Pack.Vocabulary.TryFind(attribute, out var definition));
        return bound.Value.Facts[definition.Slot];
    }

    private static string Said(FactValue value) => value switch
    {
        FactValue.Choice c => FormattableString.Invariant($"{c.Index}"),
        FactValue.ChoiceSet s => FormattableString.Invariant($"{{{s.Mask}}}"),
        FactValue.Code c => c.Entry.Code,
        FactValue.Number n => FormattableString.Invariant($"{n.Range.Low}..{n.Range.High}"),
        FactValue.Text t => t.Value,
        FactValue.Items i => $"[{string.Join(' ', i.All.Select(item => $"({string.Join(' ', item.Fields.Select(f => Said(f.Value)))})"))}]",
        FactValue.Unknown u => $"unknown {u.Reasons}",
        _ => "?",
    };
}
