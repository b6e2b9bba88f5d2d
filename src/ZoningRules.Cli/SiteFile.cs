using System.Globalization;
using System.Text;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Proposals;

namespace ZoningRules.Cli;

/// <summary>Reads a site boundary that stands in a file of its own, or in a proposal.</summary>
internal static class SiteFile
{
    private const long MaxBytes = 32 * 1024 * 1024;

    /// <summary>The geometry; what is typed on the command line counts before what the file says.</summary>
    public static Loaded<Site.Geometry> Read(string path, string? crs, Metres? accuracy)
    {
        var place = new SourcePlace(path);
        SiteFormat? format = Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".geojson" or ".json" => SiteFormat.GeoJson,
            ".wkt" => SiteFormat.Wkt,
            ".txt" or ".csv" => SiteFormat.Coordinates,
            _ => null,
        };
        if (Path.GetExtension(path).ToLowerInvariant() is ".yaml" or ".yml")
        {
            return OfProposal(path, crs, accuracy);
        }

        if (format is not { } known)
        {
            return Loaded<Site.Geometry>.Bad(Problem.Of(ProblemCode.UnknownFileType, place, path, ".geojson, .json, .wkt, .txt, .csv, .yaml"));
        }

        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
            {
                return Loaded<Site.Geometry>.Bad(Problem.Of(ProblemCode.FileNotFound, null, path));
            }

            if (file.Length > MaxBytes)
            {
                return Loaded<Site.Geometry>.Bad(Problem.Of(ProblemCode.FileTooLarge, null, path, Megabytes(file.Length), Megabytes(MaxBytes)));
            }

            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(path)).TrimStart('\ufeff');
            return Loaded<Site.Geometry>.Good(new(known, text, crs, accuracy, place));
        }
        catch (DecoderFallbackException)
        {
            return Loaded<Site.Geometry>.Bad(Problem.Of(ProblemCode.NotText, place, path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Loaded<Site.Geometry>.Bad(Problem.Of(ProblemCode.FileUnreadable, null, path, e is UnauthorizedAccessException ? "permission denied / 没有权限" : "I/O error / 读取失败"));
        }
    }

    private static Loaded<Site.Geometry> OfProposal(string path, string? crs, Metres? accuracy)
    {
        var proposal = ProposalReader.Read(path);
        if (!proposal.Succeeded)
        {
            return Loaded<Site.Geometry>.Bad(proposal.Problems);
        }

        return proposal.Value.Site is Site.Geometry geometry
            ? Loaded<Site.Geometry>.Good(geometry with { Crs = crs ?? geometry.Crs, Accuracy = accuracy ?? geometry.Accuracy })
            : Loaded<Site.Geometry>.Bad(Problem.Of(ProblemCode.NoSite, new(path)));
    }

    private static string Megabytes(long bytes) => (bytes / 1024m / 1024m).ToString("0.#", CultureInfo.InvariantCulture) + " MB";
}
