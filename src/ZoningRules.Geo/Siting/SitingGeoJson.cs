using System.Text.Json;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Reports;

namespace ZoningRules.Geo.Siting;

/// <summary>The zones of a siting map as GeoJSON (RFC 7946): one feature a zone, positions in CGCS2000, nine decimals. The same map gives the same bytes.</summary>
public static class SitingGeoJson
{
    /// <summary>The value of the member <c>schema</c>.</summary>
    public const string Schema = "zoning-where-zones/1";

    /// <summary>The feature collection; ends in a line feed.</summary>
    public static string Render(SitingMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        return JsonText.Of(json =>
        {
            json.WriteStartObject();
            json.WriteString("type", "FeatureCollection");
            json.WriteString("schema", Schema);
            json.WriteString("project", map.Request.Proposal.Name);
            json.WriteString("governingDate", Figures.Of(map.Request.Context.GoverningDate));
            json.WriteString("crs", "EPSG:4490");
            json.WriteString("areasMeasuredIn", map.Plane.Crs.Id);
            json.WriteNumber("area_m2", map.Area.Value);
            Both(json, "assumptions", map.Assumptions);
            Both(json, "notices", map.Notices);
            json.WriteStartArray("features");
            foreach (var zone in map.Zones)
            {
                json.WriteStartObject();
                json.WriteString("type", "Feature");
                json.WriteNumber("id", zone.Number);
                json.WritePropertyName("geometry");
                PlaneGeoJson.Write(json, zone.Geometry, map.Plane);
                json.WriteStartObject("properties");
                WriteProperties(json, zone);
                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }, isIndented: false);
    }

    /// <summary>What is said of a zone besides its geometry, as members of an object.</summary>
    internal static void WriteProperties(Utf8JsonWriter json, SitingZone zone)
    {
        json.WriteNumber("zone", zone.Number);
        json.WriteString("verdict", JsonWords.Of(zone.Verdict));
        json.WriteString("verdict_zh", Labels.Of(zone.Verdict, Language.Zh));
        json.WriteString("verdict_en", Labels.Of(zone.Verdict, Language.En));
        JsonText.Strings(json, "possible", zone.Possible.Select(JsonWords.Of));
        json.WriteString("unit", zone.Unit);
        JsonText.Strings(json, "units", zone.Units);
        JsonText.Strings(json, "norms", zone.DecidingNorms);
        JsonText.Strings(json, "reasons_zh", Reasons(zone, Language.Zh));
        JsonText.Strings(json, "reasons_en", Reasons(zone, Language.En));
        JsonText.Strings(json, "conditions_zh", SitingReport.ConditionsOf(zone).Select(c => c.Zh));
        JsonText.Strings(json, "conditions_en", SitingReport.ConditionsOf(zone).Select(c => c.En));
        JsonText.Strings(json, "doubts_zh", zone.Doubts.Select(d => d.Text.Zh));
        JsonText.Strings(json, "doubts_en", zone.Doubts.Select(d => d.Text.En));
        json.WriteNumber("area_m2", zone.Area.Value);
        json.WriteNumber("pieces", zone.Pieces);
        json.WriteStartArray("position");
        json.WriteNumberValue(zone.Position.Longitude);
        json.WriteNumberValue(zone.Position.Latitude);
        json.WriteEndArray();
    }

    private static IEnumerable<string> Reasons(SitingZone zone, Language language) =>
        zone.Reasons == Facts.UnknownReasons.None ? [] : [Labels.Of(zone.Reasons, language)];

    private static void Both(Utf8JsonWriter json, string name, IEnumerable<LocalText> texts)
    {
        var all = texts.ToArray();
        JsonText.Strings(json, name + "_zh", all.Select(t => t.Zh));
        JsonText.Strings(json, name + "_en", all.Select(t => t.En));
    }
}
