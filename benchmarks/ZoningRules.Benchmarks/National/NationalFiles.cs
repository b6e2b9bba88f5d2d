using System.Buffers.Text;
using System.Text;
using ZoningRules.Geo.Indexing;
using ZoningRules.Locations;
using ZoningRules.RulePacks;

namespace ZoningRules.Benchmarks.National;

/// <summary>Writes a national coverage as the files of a unit layer, and puts them in the place of a pack's own.</summary>
internal static class NationalFiles
{
    private const string Units = "units.geojson";
    private const string Outline = "outline.geojson";

    /// <summary>Writes the units and the outline of the country; returns the size of the units' file.</summary>
    public static long Write(NationalCoverage coverage, string folder) => Write(coverage, folder, coverage.Set.Count);

    /// <summary>The same with the first areas only.</summary>
    public static long Write(NationalCoverage coverage, string folder, int areas)
    {
        Directory.CreateDirectory(folder);
        using (var file = Start(folder, Outline))
        {
            Feature(file, 0, "\"name\":\"outline\"", writer => Ring(writer, coverage.Outline(), "[[", "]]"), "Polygon");
            End(file);
        }

        using var units = Start(folder, Units);
        for (var area = 0; area < areas; area++)
        {
            var category = (area % 3) + 1;
            var properties = $"\"HJGKDYBM\":\"ZH{360000 + (area / 10_000)}{category}{area % 10_000:D4}\",\"HJGKDYMC\":\"单元{area}\",\"ZHGKDYFL\":\"{category}\"";
            var number = area;
            Feature(units, area, properties, writer => Polygons(writer, coverage.Set, number), "MultiPolygon");
        }

        End(units);
        units.Flush();
        return units.Length;
    }

    /// <summary>The layers of a pack with the country's units for its own.</summary>
    public static IReadOnlyList<LayerDefinition> Layers(RulePack pack, string folder) =>
    [
        .. pack.Layers.Select(l => l.Shape != LayerShape.ControlUnits ? l : l with
        {
            Data = l.Data! with
            {
                File = Path.Combine(folder, Units),
                CoverageFile = Path.Combine(folder, Outline),
                GapsFile = null,
                Crs = "EPSG:4548",
            },
        }),
    ];

    /// <summary>Writes some areas of a set as a layer.</summary>
    public static void WriteAreas(string folder, string name, PolygonSet set, Range areas)
    {
        using var file = Start(folder, name);
        var (first, count) = areas.GetOffsetAndLength(set.Count);
        for (var i = 0; i < count; i++)
        {
            var number = first + i;
            Feature(file, i, $"\"name\":\"{name} {i}\"", writer => Polygons(writer, set, number), "MultiPolygon");
        }

        End(file);
    }

    /// <summary>Writes lines as a layer.</summary>
    public static void WriteLines(string folder, string name, IReadOnlyList<double[]> lines)
    {
        using var file = Start(folder, name);
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            Feature(file, i, $"\"name\":\"{name} {i}\"", writer => Ring(writer, line, "[", "]"), "LineString");
        }

        End(file);
    }

    private static FileStream Start(string folder, string name)
    {
        var file = new FileStream(Path.Combine(folder, name), FileMode.Create, FileAccess.ReadWrite, FileShare.Read, 1 << 20);
        Text(file, "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::4548\"}},\"features\":[\n");
        return file;
    }

    private static void End(FileStream file) => Text(file, "\n]}\n");

    private static void Feature(FileStream file, int number, string properties, Action<FileStream> coordinates, string type)
    {
        Text(file, $"{(number == 0 ? "" : ",\n")}{{\"type\":\"Feature\",\"properties\":{{{properties}}},\"geometry\":{{\"type\":\"{type}\",\"coordinates\":");
        coordinates(file);
        Text(file, "}}");
    }

    private static void Polygons(FileStream file, PolygonSet set, int area)
    {
        for (var ring = 0; ring < set.RingCountOf(area); ring++)
        {
            var isHole = set.RoleOf(area, ring) == RingRole.Hole;
            var endsPart = ring + 1 == set.RingCountOf(area) || set.RoleOf(area, ring + 1) == RingRole.Shell;
            Ring(file, set.RingOf(area, ring), isHole ? ",[" : ring == 0 ? "[[[" : ",[[", endsPart ? "]]" : "]");
        }

        Text(file, "]");
    }

    private static void Ring(FileStream file, ReadOnlySpan<double> ring, string before, string after)
    {
        Text(file, before);
        Span<byte> room = stackalloc byte[80];
        for (var i = 0; i < ring.Length; i += 2)
        {
            var used = 0;
            room[used++] = (byte)(i == 0 ? ' ' : ',');
            room[used++] = (byte)'[';
            Utf8Formatter.TryFormat(ring[i], room[used..], out var written);
            used += written;
            room[used++] = (byte)',';
            Utf8Formatter.TryFormat(ring[i + 1], room[used..], out written);
            used += written;
            room[used++] = (byte)']';
            file.Write(room[..used]);
        }

        Text(file, after);
    }

    private static void Text(FileStream file, string text) => file.Write(Encoding.UTF8.GetBytes(text));
}
