using System.Reflection;
using System.Text.RegularExpressions;

namespace ZoningRules.Architecture.Tests;

/// <summary>Where each third-party library may be touched: the fewer places, the cheaper it is to remove.</summary>
public sealed class LibraryBoundaryTests
{
    /// <summary>The indexes work on flat arrays of plane positions: millions of look-ups a second leave no room for a type around each number (decision 0015).</summary>
    private const string Planes = "ZoningRules.Geo.Indexing";

    /// <summary>The paths under which a library's namespace may be named in sources under src/.</summary>
    public static TheoryData<string, string[]> Allowed() => new()
    {
        { "NetTopologySuite", ["src/ZoningRules.Geo/"] },
        { "ProjNet", ["src/ZoningRules.Geo/Coordinates/BeltProjection.cs"] },
        { "SQLitePCL", ["src/ZoningRules.Geo/Reading/Formats/GeoPackages/SqliteFile.cs", "src/ZoningRules.Geo/Reading/Formats/GeoPackages/SqliteRows.cs"] },
        { "YamlDotNet", ["src/ZoningRules/Problems/Sources/YamlNodes.cs"] },
        { "CsvHelper", ["src/ZoningRules.Geo/Reading/Formats/Tables/CsvFormat.cs"] },
        { "ExcelDataReader", ["src/ZoningRules.Geo/Reading/Formats/Tables/ExcelSheets.cs"] },
        { "System.CommandLine", ["src/ZoningRules.Cli/"] },
        { "Spectre.Console", ["src/ZoningRules.Cli/Dressing.cs"] },
        { "FsCheck", ["src/ZoningRules.Testing/"] },
        { "Microsoft.FSharp", ["src/ZoningRules.Testing/"] },
    };

    [Theory]
    [MemberData(nameof(Allowed))]
    public void Library_IsNamedOnlyWhereItBelongs(string library, string[] places)
    {
        var elsewhere = Repository.Files("src", ".cs")
            .Where(f => !places.Any(p => f == p || (p.EndsWith('/') && f.StartsWith(p, StringComparison.Ordinal))))
            .Where(f => Regex.IsMatch(Repository.Code(f), $@"\b{Regex.Escape(library)}\b"));

        Expect.None(elsewhere);
    }

    [Fact]
    public void ProjNet_IsNamedInOneFile() =>
        Assert.Single(Repository.Files("src", ".cs"), f => Regex.IsMatch(Repository.Code(f), @"\bProjNet\b"));

    [Theory]
    [InlineData("ZoningRules")]
    [InlineData("ZoningRules.Testing")]
    [InlineData("zoning")]
    public void Assembly_DoesNotReferenceGeometryLibrary(string assembly)
    {
        var references = Assembly.Load(assembly).GetReferencedAssemblies().Select(r => r.Name!);

        Assert.DoesNotContain(references, r => r.StartsWith("NetTopologySuite", StringComparison.Ordinal) || r.StartsWith("Proj", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("ZoningRules", "")]
    [InlineData("ZoningRules.Geo", "ZoningRules")]
    [InlineData("ZoningRules.Testing", "ZoningRules")]
    [InlineData("zoning", "ZoningRules ZoningRules.Geo")]
    public void Assembly_ReferencesOnlyTheseOfOurs(string assembly, string allowed)
    {
        var ours = Assembly.Load(assembly).GetReferencedAssemblies()
            .Select(r => r.Name!)
            .Where(n => n.StartsWith("ZoningRules", StringComparison.Ordinal) || n == "zoning");

        Expect.None(ours.Except(allowed.Split(' ')));
    }

    [Fact]
    public void PublicSignatures_NameOnlyOurTypesAndThePlatform()
    {
        var foreign = Subject.PublicTypes()
            .Where(t => t.Assembly != Subject.Testing)
            .SelectMany(t => Signatures.TypesOf(t).Select(used => (Type: t, Used: used)))
            .Where(p => !Signatures.IsOurs(p.Used) && !Signatures.IsPlatform(p.Used))
            .Select(p => $"{p.Type}: {p.Used}")
            .Distinct();

        Expect.None(foreign);
    }

    [Fact]
    public void PublicSignatures_HoldNoBareFloatingPoint()
    {
        var bare = Subject.PublicTypes()
            .Where(t => t.Assembly != Subject.Testing && t.Namespace != Planes)
            .SelectMany(t => Signatures.TypesOf(t).Where(u => u == typeof(double) || u == typeof(float)).Select(u => $"{t}: {u.Name}"))
            .Distinct();

        Expect.None(bare);
    }
}
