using ZoningRules.Testing;

namespace RuleTests;

/// <summary>All that a rule author writes: one line a pack.</summary>
public sealed class PackTests
{
    [Fact]
    public void Pack_IsAsItShouldBe() => ZoningProperties.CheckAll("pack");

    /// <summary>Fails, and is meant to: the copy has one slip that none of its own cases notices.</summary>
    [Fact]
    public void PackWithASlip_IsAsItShouldBe() => ZoningProperties.CheckAll("pack-with-a-slip");
}
