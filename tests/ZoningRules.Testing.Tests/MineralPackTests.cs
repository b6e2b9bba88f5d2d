namespace ZoningRules.Testing.Tests;

/// <summary>The pack of the mineral plan, which has no control units, keeps what it can be tried for, in the plan period and after it.</summary>
public sealed class MineralPackTests
{
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(Jingdezhen.Folder)!, "jingdezhen-minerals");

    [Theory]
    [InlineData("2025-06-30")]
    [InlineData("2026-11-22")]
    public void CheckAll_MineralPack_SaysNothing(string date) => ZoningProperties.CheckAll(
        Folder, new() { Scenarios = 5, Mixes = [ScenarioMix.Complete, ScenarioMix.Typical, ScenarioMix.Sparse], Date = DateOnly.ParseExact(date, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) });
}
