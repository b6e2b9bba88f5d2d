namespace ZoningRules.Geo.Tests;

/// <summary>Compares decimals with a tolerance, both ends included.</summary>
internal static class Close
{
    public static void To(decimal expected, decimal? actual, decimal tolerance)
    {
        Assert.NotNull(actual);
        Assert.InRange(actual.Value, expected - tolerance, expected + tolerance);
    }
}
