using ZoningRules.Evaluation;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.RulePacks;

namespace ZoningRules.Tests.Assessing;

public sealed class DistanceReachTests
{
    [Fact]
    public void To_LayersWithAndWithoutAReach_AreToldApart()
    {
        var reach = DistanceReach.Of([KeyValuePair.Create("river", new Metres(5000)), KeyValuePair.Create("park", new Metres(0))]);

        Assert.Equal((new Metres(5000), new Metres(0), null), (reach.To("river"), reach.To("park"), reach.To("wetland")));
        Assert.Equal(5000, reach.Greatest.Value);
        var without = reach.Without(new HashSet<string> { "river" });
        Assert.Equal((null, new Metres(0)), (without.To("river"), without.To("park")));
        Assert.Equal(0, without.Greatest.Value);
        Assert.Null(DistanceReach.Unbounded.To("river"));
    }

    [Fact]
    public void Of_TwiceOrNegative_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => DistanceReach.Of([KeyValuePair.Create("river", new Metres(1)), KeyValuePair.Create("river", new Metres(2))]));
        Assert.Throws<ArgumentException>(() => DistanceReach.Of([KeyValuePair.Create("river", new Metres(-1))]));
    }

    [Fact]
    public void ReachOfAProgram_Jingdezhen_IsTheGreatestDistanceThatANormNames()
    {
        var program = RuleProgram.Compile(RulePackReader.Read(Path.Combine(Repository.Root, "rules", "jingdezhen")).Require(), new(2026, 11, 22));

        // Item 9: parks within 5 km of the rivers, projects within 1 km.
        Assert.Equal(5000, program.Reach.To("river-main")!.Value.Value);
        Assert.Equal(0, program.Reach.To("public-welfare-forest")!.Value.Value);
        Assert.Null(program.Reach.To("no-such-layer"));
    }
}
