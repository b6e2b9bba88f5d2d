using System.Reflection;

namespace ZoningRules.Architecture.Tests;

/// <summary>
/// The public surface of each library is written down; a change of it is a visible difference. Regenerate with the environment variable UPDATE_GOLDEN=1.
/// </summary>
public sealed class PublicSurfaceTests
{
    [Theory]
    [InlineData("ZoningRules")]
    [InlineData("ZoningRules.Geo")]
    [InlineData("ZoningRules.Testing")]
    public void Surface_IsAsWrittenDown(string assembly)
    {
        var golden = Repository.Full($"tests/ZoningRules.Architecture.Tests/PublicSurface/{assembly}.txt");
        var surface = Surface.Of(Assembly.Load(assembly));
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(golden, surface);
        }

        Assert.True(File.Exists(golden), $"{golden} is missing; run the tests once with UPDATE_GOLDEN=1");
        Assert.Equal(File.ReadAllText(golden).ReplaceLineEndings("\n"), surface);
    }
}
