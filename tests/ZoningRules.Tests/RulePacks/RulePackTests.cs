using System.Reflection;
using ZoningRules.RulePacks;

namespace ZoningRules.Tests.RulePacks;

public sealed class RulePackTests
{
    [Fact]
    public void With_OtherRequirements_KeepsAllElse()
    {
        var pack = RulePackReader.Read(Path.Combine(Repository.Root, "rules", "jingdezhen")).Require();
        var kept = typeof(RulePack).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite && p.Name != nameof(RulePack.Requirements)).ToList();

        var changed = pack.With([pack.Requirements[0]]);

        Assert.Same(pack.Requirements[0], Assert.Single(changed.Requirements));
        Assert.All(kept, p => Assert.NotNull(p.GetValue(pack)));
        Assert.All(kept, p => Assert.True(Equals(p.GetValue(pack), p.GetValue(changed)), p.Name));
    }
}
