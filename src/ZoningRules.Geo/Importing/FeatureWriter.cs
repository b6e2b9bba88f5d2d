using System.Text.Encodings.Web;
using System.Text.Json;
using ZoningRules.Geo.Coordinates;
using ZoningRules.Geo.Reading;

namespace ZoningRules.Geo.Importing;

/// <summary>Writes features as GeoJSON, one a line, in a stated order. Positions that stay in degrees keep every digit.</summary>
internal sealed class FeatureWriter : IDisposable
{
    // A hundredth of a millimetre on the ground, and as much in a belt.
    private const int DecimalsOfDegrees = 10;
    private const int DecimalsOfMetres = 5;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Stream stream;
    private readonly Utf8JsonWriter json;
    private readonly Crs from;
    private readonly AxisOrder order;
    private readonly Crs to;
    private readonly WorkingPlane? belt;
    private bool any;

    /// <summary>Starts a collection.</summary>
    public FeatureWriter(Stream stream, Crs from, AxisOrder order, Crs to)
    {
        this.stream = stream;
        this.from = from;
        this.order = order;
        this.to = to;
        belt = to.IsGeographic || to == from ? null : new(CoordinateSystems.WithoutPrefix(to));
        json = new(stream, Options);
        var crs = to.IsGeographic ? "" : $"\"crs\":{{\"type\":\"name\",\"properties\":{{\"name\":\"urn:ogc:def:crs:EPSG::{to.Id["EPSG:".Length..]}\"}}}},";
        stream.Write(System.Text.Encoding.UTF8.GetBytes($"{{\"type\":\"FeatureCollection\",{crs}\"features\":["));
    }

    /// <summary>Writes a feature.</summary>
    public void Write(IReadOnlyList<RawPart> parts, IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> properties)
    {
        stream.Write(any ? ",\n"u8 : "\n"u8);
        any = true;
        json.Reset();
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteStartObject("properties");
        foreach (var (name, values) in properties)
        {
            json.WritePropertyName(name);
            switch (values)
            {
                case []:
                    json.WriteNullValue();
                    break;
                case [var only]:
                    json.WriteStringValue(only);
                    break;
                default:
                    json.WriteStartArray();
                    foreach (var value in values)
                    {
                        json.WriteStringValue(value);
                    }

                    json.WriteEndArray();
                    break;
            }
        }

        json.WriteEndObject();
        json.WriteStartObject("geometry");
        WriteGeometry(parts);
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
    }

    /// <summary>Ends the collection; the stream stays open.</summary>
    public void Dispose()
    {
        stream.Write("\n]}\n"u8);
        json.Dispose();
    }

    private void WriteGeometry(IReadOnlyList<RawPart> parts)
    {
        var name = parts[0].Kind switch { PartKind.Area => "Polygon", PartKind.Line => "LineString", _ => "Point" };
        json.WriteString("type", parts.Count > 1 ? $"Multi{name}" : name);
        json.WritePropertyName("coordinates");
        if (parts.Count > 1)
        {
            json.WriteStartArray();
        }

        foreach (var part in parts)
        {
            switch (part.Kind)
            {
                case PartKind.Point:
                    WritePosition(part.Rings[0], 0);
                    break;
                case PartKind.Line:
                    WritePositions(part.Rings[0]);
                    break;
                default:
                    json.WriteStartArray();
                    foreach (var ring in part.Rings)
                    {
                        WritePositions(ring);
                    }

                    json.WriteEndArray();
                    break;
            }
        }

        if (parts.Count > 1)
        {
            json.WriteEndArray();
        }
    }

    private void WritePositions(RawRing ring)
    {
        json.WriteStartArray();
        for (var i = 0; i < ring.Count; i++)
        {
            WritePosition(ring, i);
        }

        json.WriteEndArray();
    }

    private void WritePosition(RawRing ring, int index)
    {
        var (east, north) = order == AxisOrder.EastFirst ? (ring.First[index], ring.Second[index]) : (ring.Second[index], ring.First[index]);
        if (from != to && !(from.IsGeographic && to.IsGeographic))
        {
            (east, north) = belt is null ? WorkingPlane.DegreesOf(from, east, north) : belt.From(from, east, north);
            var decimals = belt is null ? DecimalsOfDegrees : DecimalsOfMetres;
            (east, north) = (Math.Round(east + (belt is null ? 0 : to.FalseEasting - 500_000d), decimals), Math.Round(north, decimals));
        }

        json.WriteStartArray();
        json.WriteNumberValue(east);
        json.WriteNumberValue(north);
        json.WriteEndArray();
    }
}
