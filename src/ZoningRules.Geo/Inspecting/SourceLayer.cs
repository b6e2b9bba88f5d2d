using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ZoningRules.Geo.Coordinates;
using ZoningRules.Geo.Reading;
using ZoningRules.Geo.Reading.Formats;
using ZoningRules.Problems;
using ZoningRules.Proposals;

namespace ZoningRules.Geo.Inspecting;

/// <summary>A file of features as it came, whatever its format, with the coordinate reference system that counts for it. Nothing is checked yet.</summary>
/// <param name="Name">The file's name without folders.</param>
/// <param name="Sha256">Lower-case hex SHA-256 of its bytes; of several files, of their names and hashes.</param>
/// <param name="Features">Its features, in order.</param>
/// <param name="Crs">The system.</param>
/// <param name="Order">Which number of a position comes first.</param>
/// <param name="Steps">What was done to read it.</param>
internal sealed record SourceLayer(
    string Name, string Sha256, IReadOnlyList<Feature> Features, Crs Crs, AxisOrder Order, ImmutableArray<LocalText> Steps)
{
    private const string Accepted = "EPSG:4490 (CGCS2000), EPSG:4326 (WGS 84), EPSG:4491-4554 (CGCS2000 / Gauss-Kruger)";
    private const int FirstBelt = 4491;
    private const int LastBelt = 4554;

    /// <summary>The names of all properties, each once, in the order of their first mention.</summary>
    public ImmutableArray<string> Properties
    {
        get
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            return [.. Features.SelectMany(f => f.Properties.Keys.Order(StringComparer.Ordinal)).Where(seen.Add)];
        }
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file, or a folder of files.</param>
    /// <param name="layer">The layer wanted of a file with several; null when there is only one.</param>
    /// <param name="crs">The system as the user states it; null when the file says.</param>
    public static Loaded<SourceLayer> Read(string path, string? layer, string? crs)
    {
        var files = SiteFiles.ReadLayer(path);
        if (!files.Succeeded)
        {
            return Loaded<SourceLayer>.Bad(files.Problems);
        }

        var place = new SourcePlace(path);
        try
        {
            ImmutableArray<SiteFile> all = [.. files.Value];
            var document = FeatureFormats.Read(FeatureFile.Of(all), new(null, layer, new(PositionLimit.OfLayer)));
            var problems = new List<Problem>();
            if (ChooseCrs(document.Crs, crs, place, problems) is not { } chosen || problems.Count > 0)
            {
                return Loaded<SourceLayer>.Bad(problems);
            }

            var order = document.Order ?? (chosen.IsGeographic ? AxisOrder.EastFirst : AxisOrder.NorthFirst);
            return Loaded<SourceLayer>.Good(new(all[0].Name, Fingerprint(all), document.Features, chosen, order, StepsOf(document, chosen)));
        }
        catch (GeometryTextException error)
        {
            return Loaded<SourceLayer>.Bad(Problem.Of(error.Code, place, [.. error.Arguments]));
        }
    }

    private static ImmutableArray<LocalText> StepsOf(FeatureDocument document, Crs crs)
    {
        var steps = document.Steps.ToBuilder();
        if (document.HasHeight)
        {
            steps.Add(new("略去高程，只用平面坐标", "dropped heights; only the two plane coordinates are used"));
        }

        if (crs == CoordinateSystems.Wgs84)
        {
            steps.Add(new("WGS 84 坐标按 CGCS2000 坐标使用，二者在分米级一致", "WGS 84 positions taken as CGCS2000 positions; the two agree within decimetres"));
        }

        return steps.ToImmutable();
    }

    // Null after adding a problem.
    private static Crs? ChooseCrs(StatedCrs inFile, string? stated, SourcePlace place, List<Problem> problems)
    {
        var declared = Find(stated, place, problems);
        switch (inFile)
        {
            case StatedCrs.Named(var name):
                var named = Find(name, place, problems);
                if (named is not null && declared is not null && !named.AgreesWith(declared))
                {
                    problems.Add(Problem.Of(ProblemCode.CrsConflict, place, named.Id, declared.Id));
                }

                return declared ?? named;
            case StatedCrs.Fixed(var name) when stated is null:
                return Find(name, place, problems);
            default:
                if (stated is null)
                {
                    problems.Add(Problem.Of(ProblemCode.MissingCrs, place, Accepted));
                }

                return declared;
        }
    }

    // A boundary of record does not go through an approximate conversion: positions of web maps or of older datums are refused, whatever a site may have.
    private static bool IsOfCgcs2000(Crs crs) =>
        crs == CoordinateSystems.Cgcs2000 || crs == CoordinateSystems.Wgs84
        || (int.TryParse(crs.Id.AsSpan(crs.Id.IndexOf(':', StringComparison.Ordinal) + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            && code is >= FirstBelt and <= LastBelt);

    private static Crs? Find(string? name, SourcePlace place, List<Problem> problems)
    {
        if (name is null)
        {
            return null;
        }

        if (CoordinateSystems.TryFind(name, out var crs) && IsOfCgcs2000(crs))
        {
            return crs;
        }

        problems.Add(Problem.Of(ProblemCode.UnknownCrs, place, name.Length > 80 ? $"{name[..80]}…" : name, Accepted));
        return null;
    }

    private static string Fingerprint(ImmutableArray<SiteFile> files)
    {
        if (files is [var only])
        {
            return Convert.ToHexStringLower(SHA256.HashData(only.Bytes.AsSpan()));
        }

        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files.OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            sum.AppendData(Encoding.UTF8.GetBytes($"{file.Name}\0{Convert.ToHexStringLower(SHA256.HashData(file.Bytes.AsSpan()))}\n"));
        }

        return Convert.ToHexStringLower(sum.GetHashAndReset());
    }
}
