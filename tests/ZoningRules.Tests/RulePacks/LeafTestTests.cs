using ZoningRules.RulePacks;

namespace ZoningRules.Tests.RulePacks;

/// <summary>What each kind of line looks at.</summary>
public sealed class LeafTestTests
{
    private const string City = "requirements/city/all.yaml";

    [Theory]
    [InlineData("site in built-up", "built-up", "")]
    [InlineData("site within old-town", "old-town", "")]
    [InlineData("distance(site, river) <= 1 km", "river", "Distance")]
    [InlineData("overlap(site, built-up) >= 1 ha", "built-up", "Overlap")]
    [InlineData("share(site, old-town) < 5 %", "old-town", "Share")]
    [InlineData("distance(site, river) < distance(site, built-up)", "river built-up", "Distance Distance")]
    [InlineData("water.use <= param(water-limit)", "", "OfProposal")]
    [InlineData("project.action is new", "", "OfProposal")]
    [InlineData("fuels includes coal", "", "OfProposal")]
    [InlineData("project.industry in [26]", "", "OfProposal")]
    [InlineData("project.industry in list(heavy)", "", "OfProposal")]
    [InlineData("boiler.fuel is coal", "", "OfItem")]
    public void Layers_AndOperands_AreThoseOfTheLine(string line, string layers, string operands)
    {
        using var pack = new SmallPack();
        var test = pack.Edit(City, "boiler.capacity <= 35 t-steam/h", $"\"{line}\"").Read().Require().Norms.First().Norm.Lines.Last().Test;

        Assert.Equal(layers, string.Join(' ', test.Layers));
        Assert.Equal(operands, string.Join(' ', test.Operands.Select(o => o.GetType().Name)));
        Assert.Equal(layers.Split(' ', StringSplitOptions.RemoveEmptyEntries), test is LeafTest.SiteIn or LeafTest.SiteWithin ? test.Layers : test.Operands.SelectMany(o => o.Layers));
    }
}
