using ZoningRules.Geo.Coordinates;
using ZoningRules.Geo.Reading;

namespace ZoningRules.Geo.Inspecting;

/// <summary>The boundaries of counties, by six-digit division code. Immutable.</summary>
internal sealed class CountyAreas
{
    private const int CodeLength = 6;

    private CountyAreas(IReadOnlyList<(string Code, DrawnFeature Area)> all) => All = all;

    /// <summary>How many there are.</summary>
    public int Count => All.Count;

    private IReadOnlyList<(string Code, DrawnFeature Area)> All { get; }

    /// <summary>The features of a file that have a division code of six digits in some property; none when no property holds one in every feature.</summary>
    public static CountyAreas Of(SourceLayer source, WorkingPlane plane)
    {
        var features = source.Features.Where(f => FeatureCheck.FaultOf(f, PartKind.Area, source) is null).ToArray();
        var property = source.Properties.FirstOrDefault(p => features.Length > 0 && features.All(f => f.Property(p) is { Length: CodeLength } code && code.All(char.IsAsciiDigit)));
        return new(property is null
            ? []
            : [.. features.Select(f => (f.Property(property)!, DrawnFeature.Of(0, f.Parts, source.Order, source.Crs, plane)))]);
    }

    /// <summary>The code of the county that holds a position; null when none does.</summary>
    public string? At(double east, double north) => All.FirstOrDefault(c => c.Area.Holds(east, north)).Code;

    /// <summary>The code of the county that holds most of a feature, and how much; null when none holds any.</summary>
    public (string Code, double Area)? Most(DrawnFeature feature)
    {
        var geometry = feature.Geometry();
        var shares = All
            .Where(c => c.Area.Envelope.Intersects(feature.Envelope))
            .GroupBy(c => c.Code)
            .Select(g => (Code: g.Key, Area: g.Sum(c => Shapes.Overlays.Measure(Shapes.Overlays.Common(geometry, c.Area.Geometry())))))
            .Where(s => s.Area > 0)
            .OrderByDescending(s => s.Area)
            .ToArray();
        return shares.Length == 0 ? null : shares[0];
    }
}
