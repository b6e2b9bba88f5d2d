namespace ZoningRules.Architecture.Tests;

/// <summary>Assertions that show all of what they found.</summary>
internal static class Expect
{
    public static void None<T>(IEnumerable<T> offenders)
    {
        var lines = offenders.Select(o => $"  {o}").ToArray();
        Assert.True(lines.Length == 0, $"expected none, found {lines.Length}:\n{string.Join("\n", lines)}");
    }
}
