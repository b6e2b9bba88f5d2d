using System.Text.RegularExpressions;

namespace ZoningRules.Architecture.Tests;

/// <summary>The files of this repository as a checkout has them; build output is left out.</summary>
internal static partial class Repository
{
    private static readonly string[] NotOurs = ["bin", "obj", "artifacts", ".git", ".vs", ".idea", "TestResults", "BenchmarkDotNet.Artifacts", "node_modules"];

    public static string Root { get; } = FindRoot();

    /// <summary>The configuration these tests were built in, Debug or Release.</summary>
    public static string Configuration { get; } = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    public static string Full(string path) => Path.GetFullPath(Path.Combine(Root, path));

    public static string Read(string path) => File.ReadAllText(Full(path));

    /// <summary>Paths with forward slashes relative to the root, in ordinal order.</summary>
    public static IReadOnlyList<string> Files(string folder, params string[] endings)
    {
        var found = new List<string>();
        var full = Full(folder);
        if (Directory.Exists(full))
        {
            Walk(new(full));
        }

        return [.. found.Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];

        void Walk(DirectoryInfo at)
        {
            foreach (var file in at.EnumerateFiles())
            {
                if (endings.Length == 0 || endings.Any(e => file.Name.EndsWith(e, StringComparison.Ordinal)))
                {
                    found.Add(file.FullName);
                }
            }

            foreach (var below in at.EnumerateDirectories().Where(d => !NotOurs.Contains(d.Name)))
            {
                Walk(below);
            }
        }
    }

    /// <summary>A C# source without its comments and without what its string literals say.</summary>
    public static string Code(string path) => CommentsAndStrings().Replace(Read(path), m => m.Value.StartsWith('/') ? "" : "\"\"");

    private static string FindRoot()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "ZoningRules.sln")))
            {
                return at.FullName;
            }
        }

        throw new InvalidOperationException("these tests run inside the repository");
    }

    // Enough for sources that the compiler accepts: raw strings, verbatim strings, strings, characters, then comments.
    [GeneratedRegex("""
        "{3,}[\s\S]*?"{3,}|[$]*@[$]*"(?:[^"]|"")*"|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.[^']*)'|//[^\n]*|/\*[\s\S]*?\*/
        """, RegexOptions.CultureInvariant)]
    private static partial Regex CommentsAndStrings();
}
