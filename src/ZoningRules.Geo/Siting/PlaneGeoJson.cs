using System.Text.Json;
using NetTopologySuite.Geometries;
using ZoningRules.Geo.Coordinates;

namespace ZoningRules.Geo.Siting;

/// <summary>Writes geometries of the working plane as GeoJSON: longitude and latitude, nine decimals, outer rings counter-clockwise.</summary>
internal static class PlaneGeoJson
{
    // A ten-thousandth of a metre: less would move borders of neighbours apart.
    private const int Decimals = 9;

    /// <summary>The geometry as an object.</summary>
    public static void Write(Utf8JsonWriter json, Geometry geometry, WorkingPlane plane)
    {
        json.WriteStartObject();
        switch (geometry)
        {
            case Polygon polygon:
                json.WriteString("type", "Polygon");
                json.WritePropertyName("coordinates");
                WriteRings(json, polygon, plane);
                break;
            default:
                json.WriteString("type", "MultiPolygon");
                json.WriteStartArray("coordinates");
                for (var i = 0; i < geometry.NumGeometries; i++)
                {
                    WriteRings(json, (Polygon)geometry.GetGeometryN(i), plane);
                }

                json.WriteEndArray();
                break;
        }

        json.WriteEndObject();
    }

    private static void WriteRings(Utf8JsonWriter json, Polygon polygon, WorkingPlane plane)
    {
        json.WriteStartArray();
        WriteRing(json, polygon.Shell, plane, counterClockwise: true);
        foreach (var hole in polygon.Holes)
        {
            WriteRing(json, hole, plane, counterClockwise: false);
        }

        json.WriteEndArray();
    }

    private static void WriteRing(Utf8JsonWriter json, LinearRing ring, WorkingPlane plane, bool counterClockwise)
    {
        json.WriteStartArray();
        foreach (var corner in ring.IsCCW == counterClockwise ? ring.Coordinates : ring.Coordinates.Reverse())
        {
            var (longitude, latitude) = plane.ToDegrees(corner.X, corner.Y);
            json.WriteStartArray();
            json.WriteNumberValue(Math.Round((decimal)longitude, Decimals));
            json.WriteNumberValue(Math.Round((decimal)latitude, Decimals));
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }
}
