using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Proposals;
using ZoningRules.Verdicts;

namespace ZoningRules.Reports;

/// <summary>The parts of the JSON report that say where.</summary>
internal static class JsonPlaces
{
    public static void WriteUnits(Utf8JsonWriter json, Assessment assessment) =>
        JsonReport.Array(json, "units", assessment.Location?.Units ?? [], unit => WriteUnit(json, unit));

    public static void WriteSite(Utf8JsonWriter json, Site site, string member = "site")
    {
        json.WriteStartObject(member);
        switch (site)
        {
            case Site.Geometry geometry:
                json.WriteString("kind", "geometry");
                json.WriteString("format", geometry.Format switch
                {
                    SiteFormat.GeoJson => "geojson",
                    SiteFormat.Wkt => "wkt",
                    SiteFormat.Point => "point",
                    SiteFormat.Coordinates => "coordinates",
                    SiteFormat.File => "file",
                    _ => throw new UnreachableException(),
                });
                if (geometry.Format == SiteFormat.File)
                {
                    JsonReport.Array(json, "files", geometry.Files, file => json.WriteStringValue(file.Name));
                }

                if (geometry.Crs is { } crs)
                {
                    json.WriteString("crs", crs);
                }

                if (geometry.Accuracy is { } accuracy)
                {
                    json.WriteNumber("accuracyM", accuracy.Value);
                }

                WriteUse(json, geometry);
                break;
            case Site.Town town:
                json.WriteString("kind", "town");
                json.WriteString("town", town.Name);
                if (town.County is { } county)
                {
                    json.WriteString("county", county);
                }

                break;
            case Site.NotStated:
                json.WriteString("kind", "not-stated");
                break;
            default:
                throw new UnreachableException();
        }

        json.WriteEndObject();
    }

    private static void WriteUse(Utf8JsonWriter json, Site.Geometry geometry)
    {
        if (geometry.Axes is { } axes)
        {
            json.WriteString("axes", JsonWords.Of(axes));
        }

        if (geometry.DatumShift is { } shift)
        {
            json.WriteStartObject("datumShift");
            json.WriteNumber("dx", shift.TranslationX);
            json.WriteNumber("dy", shift.TranslationY);
            json.WriteNumber("dz", shift.TranslationZ);
            if (shift.Convention is { } convention)
            {
                json.WriteNumber("rx", shift.RotationX);
                json.WriteNumber("ry", shift.RotationY);
                json.WriteNumber("rz", shift.RotationZ);
                json.WriteNumber("scale", shift.ScalePpm);
                json.WriteString("rotation", JsonWords.Of(convention));
            }

            Number(json, "accuracyM", shift.Accuracy?.Value, 3);
            json.WriteEndObject();
        }

        Number(json, "widthM", geometry.Width?.Value, 3);
        if (geometry.Repair == SiteRepair.Repair)
        {
            json.WriteBoolean("repair", true);
        }

        String(json, "town", geometry.InTown?.Name);
        if (geometry.Parcel is { } parcel)
        {
            WriteSite(json, parcel, "parcel");
        }
    }

    /// <summary>Writes the member <c>location</c>; null when the proposal has no geometry.</summary>
    public static void WriteLocation(Utf8JsonWriter json, SiteLocation? location, Language language)
    {
        if (location is null)
        {
            json.WriteNull("location");
            return;
        }

        json.WriteStartObject("location");
        WriteLocationMembers(json, location, language);
        json.WriteEndObject();
    }

    public static void WriteLocationMembers(Utf8JsonWriter json, SiteLocation location, Language language)
    {
        Number(json, "areaM2", location.Area?.Value, 2);
        Number(json, "lengthM", location.Length?.Value, 3);
        String(json, "crs", location.Crs);
        String(json, "method", location.Method);
        Number(json, "accuracyM", location.Accuracy.Value, 3);
        if (location.Representative is { } position)
        {
            Number(json, "longitude", position.Longitude, 7);
            Number(json, "latitude", position.Latitude, 7);
        }

        json.WriteBoolean("illustrative", location.Illustrative);
        JsonReport.Strings(json, "steps", location.Steps.Select(s => s.In(language)));
        WriteDoubt(json, location.CoordinateDoubt, language);
        WriteRepair(json, location.Repair, language);
        JsonReport.Array(json, "gaps", location.Gaps, g =>
        {
            json.WriteStartObject();
            Number(json, "areaM2", g.Area.Value, 2);
            Number(json, "shareOfSite", g.ShareOfSite.Value, 6);
            String(json, "reason", g.Reason);
            json.WriteBoolean("outsideCoverage", g.OutsideCoverage);
            json.WriteEndObject();
        });
        JsonReport.Array(json, "slivers", location.Slivers, u => WriteUnit(json, u));
        JsonReport.Array(json, "relations", location.Relations, r => WriteRelation(json, r));
        if (location.OtherReading is { } other)
        {
            json.WriteStartObject("otherReading");
            JsonReport.Array(json, "units", other.Units, u => WriteUnit(json, u));
            WriteLocationMembers(json, other, language);
            json.WriteEndObject();
        }
    }

    private static void WriteDoubt(Utf8JsonWriter json, CoordinateDoubt? doubt, Language language)
    {
        if (doubt is null)
        {
            return;
        }

        json.WriteStartObject("coordinateDoubt");
        json.WriteString("text", doubt.Text.In(language));
        json.WriteString("comparedWith", doubt.Reference.In(language));
        Number(json, "shareAsStated", doubt.ShareAsStated.Value, 6);
        JsonReport.Array(json, "fitting", doubt.Fitting, reading =>
        {
            json.WriteStartObject();
            json.WriteString("reading", reading.Name.In(language));
            String(json, "crs", reading.Crs);
            json.WriteEndObject();
        });
        String(json, "confirmedBy", doubt.ConfirmedBy);
        json.WriteEndObject();
    }

    private static void WriteRepair(Utf8JsonWriter json, GeometryRepair? repair, Language language)
    {
        if (repair is null)
        {
            return;
        }

        json.WriteStartObject("repair");
        JsonReport.Strings(json, "faults", repair.Faults.Select(f => f.In(language)));
        Number(json, "areaBeforeM2", repair.AreaBefore.Value, 2);
        Number(json, "areaAfterM2", repair.AreaAfter.Value, 2);
        json.WriteNumber("partsBefore", repair.PartsBefore);
        json.WriteNumber("partsAfter", repair.PartsAfter);
        Number(json, "ambiguousM2", repair.Ambiguous.Value, 2);
        json.WriteEndObject();
    }

    public static void WriteUnit(Utf8JsonWriter json, UnitHit unit)
    {
        json.WriteStartObject();
        json.WriteString("code", unit.Code);
        json.WriteString("name", unit.Name);
        json.WriteString("category", JsonWords.Of(unit.Category));
        Number(json, "areaM2", unit.Area.Value, 2);
        Number(json, "lengthM", unit.Length?.Value, 3);
        Number(json, "shareOfSite", unit.ShareOfSite.Value, 6);
        Number(json, "shareOfUnit", unit.ShareOfUnit.Value, 6);
        json.WriteBoolean("certain", unit.Certainty == Truth.True);
        json.WriteEndObject();
    }

    public static void WriteCandidates(Utf8JsonWriter json, ImmutableArray<CandidateUnit> candidates) =>
        JsonReport.Array(json, "candidates", candidates, c =>
        {
            json.WriteStartObject();
            String(json, "unit", c.Unit?.Code);
            String(json, "name", c.Unit?.Name);
            if (c.Unit is { } unit)
            {
                json.WriteString("category", JsonWords.Of(unit.Category));
            }

            json.WriteString("basis", JsonWords.Of(c.Basis));
            json.WriteString("verdict", JsonWords.Of(c.Verdict));
            JsonReport.Strings(json, "possible", c.Possible.Select(JsonWords.Of));
            json.WriteEndObject();
        });

    private static void WriteRelation(Utf8JsonWriter json, LayerRelation relation)
    {
        json.WriteStartObject();
        json.WriteString("layer", relation.Layer);
        json.WriteString("status", JsonWords.Of(relation.Status));
        json.WriteString("in", JsonWords.Of(relation.In));
        json.WriteString("within", JsonWords.Of(relation.Within));
        Range(json, "distanceM", relation.Distance is { } d ? (d.Low.Value, d.High.Value) : null, 2);
        Range(json, "overlapM2", relation.Overlap is { } o ? (o.Low.Value, o.High.Value) : null, 2);
        Range(json, "shareOfSite", relation.Share is { } s ? (s.Low.Value, s.High.Value) : null, 6);
        Number(json, "accuracyM", relation.Accuracy.Value, 3);
        String(json, "nearest", relation.NearestFeature);
        Number(json, "bearingDegrees", relation.BearingDegrees, 1);
        json.WriteBoolean("illustrative", relation.Illustrative);
        json.WriteEndObject();
    }

    private static void Range(Utf8JsonWriter json, string name, (decimal Low, decimal High)? range, int decimals)
    {
        if (range is not var (low, high))
        {
            return;
        }

        json.WriteStartArray(name);
        json.WriteNumberValue(Round(low, decimals));
        json.WriteNumberValue(Round(high, decimals));
        json.WriteEndArray();
    }

    internal static void Number(Utf8JsonWriter json, string name, decimal? value, int decimals)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, Round(number, decimals));
        }
    }

    // Adding zero at the fixed scale and dividing it out leaves no trailing zeros, so one number has one spelling.
    private static decimal Round(decimal value, int decimals) => Math.Round(value, decimals) / 1.000000000000000000000000000000000m;

    private static void String(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
