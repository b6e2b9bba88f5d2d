using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Reading.Formats.Drawings;

/// <summary>Makes features of the entities of a drawing's layer, one each, and says what was assumed.</summary>
internal sealed class DxfFeatures
{
    private const double MetricTolerance = 0.001;
    private const double DegreeTolerance = 1e-8;
    private const double GreatestDegree = 400;
    private const int MostPositions = 5_000_000;
    private const string LayerProperty = "Layer";

    private readonly FeatureWishes wishes;
    private readonly double tolerance;
    private readonly PositionLimit own = new(MostPositions);
    private int arcs;
    private int areas;

    private DxfFeatures(FeatureWishes wishes, double tolerance)
    {
        this.wishes = wishes;
        this.tolerance = tolerance;
    }

    /// <summary>Makes features of entities that can be used.</summary>
    /// <exception cref="GeometryTextException">One is tilted, or an arc is beyond measure.</exception>
    public static (IReadOnlyList<Feature> Features, bool HasHeight) Make(
        ImmutableArray<DxfEntity> entities, FeatureWishes wishes, ImmutableArray<LocalText>.Builder steps)
    {
        // Points in a drawing of lines mark something, such as corners; they are no part of the boundary.
        ImmutableArray<DxfEntity> drawn = entities.Any(e => e.Kind != "POINT") ? [.. entities.Where(e => e.Kind != "POINT")] : entities;
        if (drawn.Length < entities.Length)
        {
            steps.Add(new($"略去 {entities.Length - drawn.Length} 个点（POINT）", $"left out {entities.Length - drawn.Length} points (POINT)"));
        }

        var isMetric = drawn.Any(e => e.Vertices.Any(v => Math.Abs(v.X) > GreatestDegree || Math.Abs(v.Y) > GreatestDegree));
        var maker = new DxfFeatures(wishes, isMetric ? MetricTolerance : DegreeTolerance);
        List<Feature> features = [.. drawn.Select(maker.FeatureOf)];
        if (maker.arcs > 0)
        {
            var (zh, en) = isMetric ? ("1 毫米", "1 mm") : ("1e-8 度", "1e-8 degrees");
            steps.Add(new($"{maker.arcs} 条含圆弧的线转为折线，偏差不超过 {zh}", $"flattened the arcs of {maker.arcs} lines to within {en}"));
        }

        if (maker.areas > 1)
        {
            steps.Add(new("每条闭合线各为一块面积；DXF 没有内环，套在里面的闭合线不当作扣除", "each closed line is an area by itself; DXF has no holes, so one inside another is not cut out"));
        }

        var open = drawn.Count(e => e.Kind is "LWPOLYLINE" or "POLYLINE" or "LINE") - maker.areas + drawn.Count(e => e.Kind == "CIRCLE");
        if (open > 0)
        {
            steps.Add(new($"{open} 条线没有闭合，按线读取", $"{open} lines are not closed and were read as lines"));
        }

        return (features, drawn.Any(e => e.HasHeight));
    }

    private Feature FeatureOf(DxfEntity entity)
    {
        var properties = wishes.Wants(LayerProperty)
            ? new Dictionary<string, IReadOnlyList<string>> { [LayerProperty] = [entity.Layer] }.ToFrozenDictionary(StringComparer.Ordinal)
            : FrozenDictionary<string, IReadOnlyList<string>>.Empty;
        return new([PartOf(entity)], properties);
    }

    private RawPart PartOf(DxfEntity entity)
    {
        if (entity.Vertices.Count == 0)
        {
            throw GeometryTextException.Bad($"DXF 的一个 {entity.Kind} 没有坐标", $"a {entity.Kind} of the DXF has no position");
        }

        // A plane seen from below is mirrored: x runs to the left there.
        var sign = entity.Normal switch
        {
            _ when entity.Kind is "LINE" or "POINT" || (entity.Kind == "POLYLINE" && (entity.Flags & 8) != 0) => 1,
            (0, 0, > 0) => 1,
            (0, 0, < 0) => -1,
            _ => throw GeometryTextException.Bad(
                $"DXF 的一个 {entity.Kind} 不在水平面内，请在制图软件中转到世界坐标平面", $"a {entity.Kind} of the DXF is tilted; lay it flat in the drawing program"),
        };
        var outline = new DxfOutline(tolerance);
        switch (entity.Kind)
        {
            case "POINT":
                wishes.Limit.Add();
                return new(PartKind.Point, [new([entity.Vertices[0].X], [entity.Vertices[0].Y])]);
            case "LINE":
                var (x, y, _) = entity.Vertices[0];
                outline.Add(x, y, 0);
                var end = entity.End ?? throw GeometryTextException.Bad("DXF 的一条 LINE 没有终点", "a LINE of the DXF has no end");
                outline.Add(end.X, end.Y, 0);
                return new(PartKind.Line, [outline.Positions(false, wishes.Limit, own)]);
            case "CIRCLE":
                Circle(entity, outline, sign);
                break;
            default:
                foreach (var vertex in entity.Vertices)
                {
                    outline.Add(sign * vertex.X, vertex.Y, sign * vertex.Bulge);
                }

                break;
        }

        arcs += outline.HasArcs ? 1 : 0;
        var isClosed = entity.Kind == "CIRCLE" || (entity.Flags & 1) != 0 || outline.EndsMeet();
        areas += isClosed ? 1 : 0;
        return new(isClosed ? PartKind.Area : PartKind.Line, [outline.Positions(isClosed, wishes.Limit, own)]);
    }

    // Two half circles.
    private static void Circle(DxfEntity entity, DxfOutline outline, int sign)
    {
        var (x, y, _) = entity.Vertices[0];
        if (!(entity.Radius > 0))
        {
            var shown = entity.Radius.ToString(CultureInfo.InvariantCulture);
            throw GeometryTextException.Bad($"DXF 的一个 CIRCLE 半径为 {shown}", $"a CIRCLE of the DXF has radius {shown}");
        }

        outline.Add((sign * x) + entity.Radius, y, 1);
        outline.Add((sign * x) - entity.Radius, y, 1);
    }
}
