using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using ZoningRules.Geo.Coordinates;
using ZoningRules.Geo.Reading;
using ZoningRules.Geo.Reading.Formats;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Proposals;

namespace ZoningRules.Geo.Siting;

/// <summary>Reads candidate sites: each feature of a file of any format that sites may have is one.</summary>
public static class CandidateFile
{
    /// <summary>The most candidates that one file may hold.</summary>
    public const int Most = 10_000;

    private const int MostPositions = 2_000_000;

    private static readonly ImmutableArray<string> NameProperties = ["name", "Name", "NAME", "名称", "地块名称", "项目名称", "id", "ID"];

    /// <summary>Reads candidates in the order of the file. One without a name gets its number.</summary>
    /// <param name="path">The path of the file, a shapefile or a folder.</param>
    /// <param name="crs">The coordinate reference system, where the file does not say; null to leave it to the file.</param>
    /// <param name="accuracy">How far their boundaries may be off; null when not stated.</param>
    public static Loaded<IReadOnlyList<CandidateSite>> Read(string path, string? crs, Metres? accuracy)
    {
        var files = SiteFiles.Read(path);
        if (!files.Succeeded)
        {
            return Loaded<IReadOnlyList<CandidateSite>>.Bad(files.Problems);
        }

        var place = new SourcePlace(path);
        try
        {
            var wishes = new FeatureWishes(NameProperties.ToFrozenSet(StringComparer.Ordinal), null, new PositionLimit(MostPositions));
            var document = FeatureFormats.Read(FeatureFile.Of([.. files.Value]), wishes);
            var problems = new List<Problem>();
            if (document.Features.Count is 0 or > Most)
            {
                problems.Add(Problem.Of(ProblemCode.CandidateCount, place, Number(document.Features.Count), Number(Most)));
            }

            if (crs is null && document.Crs is StatedCrs.NotStated)
            {
                problems.Add(Problem.Of(ProblemCode.MissingCrs, place, CoordinateSystems.Known));
            }

            problems.AddRange(document.Features.Select((f, i) => (f, i)).Where(p => p.f.Parts.Count == 0).Take(10).Select(p => Problem.Of(ProblemCode.CandidateEmpty, place, Number(p.i + 1))));
            return problems.Count > 0
                ? Loaded<IReadOnlyList<CandidateSite>>.Bad(problems)
                : Loaded<IReadOnlyList<CandidateSite>>.Good([.. document.Features.Select((f, i) => new CandidateSite(NameOf(f, i), SiteOf(f, document, crs, accuracy, place)))]);
        }
        catch (GeometryTextException error)
        {
            return Loaded<IReadOnlyList<CandidateSite>>.Bad(Problem.Of(error.Code, place, [.. error.Arguments]));
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string NameOf(Feature feature, int index) =>
        NameProperties.Select(feature.Property).FirstOrDefault(n => n is not null) ?? "#" + Number(index + 1);

    // Each candidate becomes an ordinary site, so that it is read and checked as any other.
    private static Site.Geometry SiteOf(Feature feature, FeatureDocument document, string? crs, Metres? accuracy, SourcePlace place)
    {
        var stated = document.Crs is StatedCrs.Named named ? crs ?? named.Name : crs;
        var isGeographic = stated is null || !CoordinateSystems.TryFind(stated, out var known) || known.IsGeographic;
        var order = document.Order ?? (isGeographic ? AxisOrder.EastFirst : AxisOrder.NorthFirst);
        var text = JsonText.Of(json =>
        {
            json.WriteStartObject();
            json.WriteString("type", "GeometryCollection");
            json.WriteStartArray("geometries");
            foreach (var part in feature.Parts)
            {
                json.WriteStartObject();
                json.WriteString("type", part.Kind switch { PartKind.Point => "Point", PartKind.Line => "LineString", _ => "Polygon" });
                json.WritePropertyName("coordinates");
                if (part.Kind == PartKind.Area)
                {
                    json.WriteStartArray();
                }

                foreach (var ring in part.Rings)
                {
                    WriteRing(json, ring, order, part.Kind);
                }

                if (part.Kind == PartKind.Area)
                {
                    json.WriteEndArray();
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }, isIndented: false);
        return new(SiteFormat.GeoJson, text, stated ?? (document.Crs as StatedCrs.Fixed)?.Name, accuracy, place);
    }

    private static void WriteRing(System.Text.Json.Utf8JsonWriter json, RawRing ring, AxisOrder order, PartKind kind)
    {
        if (kind != PartKind.Point)
        {
            json.WriteStartArray();
        }

        for (var i = 0; i < ring.Count; i++)
        {
            json.WriteStartArray();
            json.WriteNumberValue(order == AxisOrder.EastFirst ? ring.First[i] : ring.Second[i]);
            json.WriteNumberValue(order == AxisOrder.EastFirst ? ring.Second[i] : ring.First[i]);
            json.WriteEndArray();
        }

        if (kind != PartKind.Point)
        {
            json.WriteEndArray();
        }
    }
}
