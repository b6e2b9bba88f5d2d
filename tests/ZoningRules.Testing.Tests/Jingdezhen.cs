using ZoningRules.RulePacks;

namespace ZoningRules.Testing.Tests;

/// <summary>The pack that ships, for trying the generators on a real one.</summary>
internal static class Jingdezhen
{
    public static string Folder { get; } = Find(AppContext.BaseDirectory);

    public static RulePack Pack { get; } = RulePackReader.Read(Folder).Require();

    private static string Find(string folder) => Directory.Exists(Path.Combine(folder, "rules", "jingdezhen"))
        ? Path.Combine(folder, "rules", "jingdezhen")
        : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("no rules/jingdezhen above the tests"));
}
