using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using NetTopologySuite.Geometries;
using ZoningRules.Geo.Coordinates;
using ZoningRules.Geo.Reading;
using ZoningRules.Geo.Reading.Formats;

namespace ZoningRules.Geo.Tests.Reading.Formats;

/// <summary>The files under data/formats, reading them, and comparing what was read.</summary>
internal static class Fixture
{
    public static readonly FrozenSet<string> NoProperties = FrozenSet<string>.Empty;

    public static string Folder => TestLayers.DataFile("formats");

    /// <summary>A file with the files that have its name and another ending.</summary>
    public static FeatureFile File(string name) => FileAt(Path.Combine(Folder, name));

    public static FeatureFile FileAt(string path)
    {
        var stem = Path.GetFileNameWithoutExtension(path);
        var others = Path.GetExtension(path) == ".shp"
            ? Directory.EnumerateFiles(Path.GetDirectoryName(path)!).Where(f => f != path && Path.GetFileNameWithoutExtension(f) == stem).Order(StringComparer.Ordinal)
            : Enumerable.Empty<string>();
        return new(Path.GetFileName(path), System.IO.File.ReadAllBytes(path), [.. others.Select(f => new FeatureFile(Path.GetFileName(f), System.IO.File.ReadAllBytes(f), []))]);
    }

    public static FeatureFile Named(string name, byte[] bytes, params FeatureFile[] others) => new(name, bytes, [.. others]);

    public static FeatureFile Text(string text, string name = "site.txt") => new(name, System.Text.Encoding.UTF8.GetBytes(text), []);

    /// <summary>Reads with all properties.</summary>
    public static FeatureDocument Read(FeatureFile file, string? layer = null) =>
        FeatureFormats.Read(file, new(null, layer, new PositionLimit(PositionLimit.OfLayer)));

    public static FeatureDocument GeoJson(string name) => Read(File(name));

    public static GeometryTextException Refused(FeatureFile file, string? layer = null) =>
        Xunit.Assert.Throws<GeometryTextException>(() => Read(file, layer));

    public static string Crs(FeatureDocument document) => document.Crs switch
    {
        StatedCrs.Named(var name) => name,
        StatedCrs.Fixed(var name) => name,
        _ => "",
    };

    /// <summary>Whether two documents hold the same positions in the same structure, to the last bit, wherever a ring begins and whichever way it runs.</summary>
    public static void SameGeometry(FeatureDocument expected, FeatureDocument found)
    {
        Xunit.Assert.Equal(expected.Features.Count, found.Features.Count);
        foreach (var (one, other) in expected.Features.Zip(found.Features))
        {
            var (a, b) = (Geometry(one), Geometry(other));
            Xunit.Assert.True(a.EqualsExact(b, 0), $"{a}\n{b}");
        }
    }

    /// <summary>Whether two documents have the same values, by names that may be cut off in the second.</summary>
    public static void SameProperties(FeatureDocument expected, FeatureDocument found)
    {
        foreach (var (one, other) in expected.Features.Zip(found.Features))
        {
            foreach (var (name, values) in one.Properties)
            {
                var key = other.Properties.Keys.Single(k => k.Length > 0 && name.StartsWith(k, StringComparison.Ordinal));
                Xunit.Assert.Equal(values.Select(Plain), other.Properties[key].Select(Plain));
            }
        }
    }

    public static Geometry Geometry(Feature feature)
    {
        var parts = feature.Parts.Select(p => PartGeometry.Make(p, AxisOrder.EastFirst, (x, y) => (x, y))).ToArray();
        var all = PartGeometry.Factory.BuildGeometry(parts).Copy();
        all.Normalize();
        return all;
    }

    public static ImmutableArray<string> Steps(FeatureDocument document) => [.. document.Steps.Select(s => s.En)];

    // -7 and -7.0 are one number.
    private static string Plain(string value) => decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        ? (number / 1.0000000000m).ToString("G29", CultureInfo.InvariantCulture)
        : value;
}
