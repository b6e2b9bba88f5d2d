namespace ZoningRules.Tests;

/// <summary>Where this repository is.</summary>
internal static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "ZoningRules.sln")) ? folder : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("no ZoningRules.sln above the tests"));
}
