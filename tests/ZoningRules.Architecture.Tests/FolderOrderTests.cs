using System.Text.RegularExpressions;

namespace ZoningRules.Architecture.Tests;

/// <summary>Inside a library namespace is folder, and a folder uses only folders to its left.</summary>
public sealed partial class FolderOrderTests
{
    /// <summary>The order of docs/concepts.md.</summary>
    private static readonly string[] Order =
    [
        "Problems", "Measures", "Proposals", "Locations", "Facts", "RulePacks", "Findings", "Verdicts", "Evaluation", "Reports", "Assessing", "Margins",
        "Analysis", "Cases", "Rescreening",
    ];

    [Fact]
    public void Folders_AllHaveAPlaceInTheOrder()
    {
        var folders = Repository.Files("src/ZoningRules", ".cs")
            .Select(f => f.Split('/')[2])
            .Distinct()
            .Where(f => !f.EndsWith(".cs", StringComparison.Ordinal) && f != "Properties");

        Expect.None(folders.Except(Order));
    }

    [Fact]
    public void Folders_AreNamedInConcepts_InThisOrder() =>
        Assert.Contains(string.Join(" ", Order), Repository.Read("docs/concepts.md"), StringComparison.Ordinal);

    [Fact]
    public void Sources_UseOnlyFoldersToTheLeft()
    {
        var sources = Repository.Files("src/ZoningRules", ".cs").Where(f => Order.Contains(f.Split('/')[2])).ToArray();
        var typesOf = sources.ToLookup(f => f.Split('/')[2], f => Path.GetFileNameWithoutExtension(f));
        var backwards = new List<string>();
        foreach (var source in sources)
        {
            var own = Array.IndexOf(Order, source.Split('/')[2]);
            var code = Repository.Code(source);
            foreach (var used in Order[(own + 1)..])
            {
                var named = Regex.IsMatch(code, $@"\bZoningRules\.{used}\b")
                    || Regex.Matches(code, $@"(?<![\w.]){used}\.(\w+)").Any(m => typesOf[used].Contains(m.Groups[1].Value));
                if (named)
                {
                    backwards.Add($"{source} uses {used}, which is to the right of {Order[own]}");
                }
            }
        }

        Expect.None(backwards);
    }

    [Theory]
    [InlineData("src/ZoningRules", "ZoningRules")]
    [InlineData("src/ZoningRules.Geo", "ZoningRules.Geo")]
    [InlineData("src/ZoningRules.Testing", "ZoningRules.Testing")]
    [InlineData("src/ZoningRules.Cli", "ZoningRules.Cli")]
    public void Namespace_IsFolder(string project, string root)
    {
        var wrong = new List<string>();
        foreach (var source in Repository.Files(project, ".cs"))
        {
            var folder = Path.GetDirectoryName(source)!.Replace('\\', '/')[project.Length..].Trim('/');
            var expected = folder.Length == 0 ? root : $"{root}.{folder.Replace('/', '.')}";
            var found = Namespace().Match(Repository.Code(source)).Groups[1].Value;
            if (found != expected && found.Length > 0)
            {
                wrong.Add($"{source}: {found}, expected {expected}");
            }
        }

        Expect.None(wrong);
    }

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Namespace();
}
