using System.Collections.Immutable;
using System.Globalization;
using NetTopologySuite.Geometries;
using ZoningRules.Geo.Reading;
using ZoningRules.Geo.Shapes;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Proposals;

namespace ZoningRules.Geo.Locating;

/// <summary>A site drawn in the working plane: repaired where that was asked for, its parts joined, a line with a width as the corridor around it.</summary>
internal sealed record SiteDrawing(Shape Shape, ImmutableArray<LocalText> Steps)
{
    // Pairs of segments that perhaps lie on each other, or within half a width of each other; beyond this repairs and corridors take minutes.
    private const int MostPairsToRepair = 1_000_000;
    private const int MostPairsInCorridor = 200_000;

    /// <summary>The site under the other way of repairing it; null when both ways agree or nothing had to be repaired.</summary>
    public Shape? Other { get; init; }

    /// <summary>What the repair changed, or null.</summary>
    public GeometryRepair? Repair { get; init; }

    /// <summary>The length of the line, also of one that became a corridor; null for points and areas.</summary>
    public double? Length { get; init; }

    /// <summary>Draws a site, or says why that cannot be done.</summary>
    /// <param name="read">The site as read.</param>
    /// <param name="place">Takes a position, east or longitude first, to the plane.</param>
    /// <param name="site">The site as proposed.</param>
    public static Loaded<SiteDrawing> Of(ReadSite read, Func<double, double, (double East, double North)> place, Site.Geometry site)
    {
        var parts = read.Parts.Select(p => PartGeometry.Make(p, read.Order, place)).ToList();
        var drawing = read.Kind switch
        {
            PartKind.Area => read.Faults.IsEmpty ? Joined(parts, []) : Repaired(parts, read, site),
            PartKind.Line => Lines(parts, read, site),
            _ => Loaded<SiteDrawing>.Good(new(new(parts is [Point single] ? single : Overlays.Union(parts)), [])),
        };
        return drawing.Succeeded && drawing.Value.Shape is { Dimension: not Dimension.Point, Measure: not > 0 }
            ? Loaded<SiteDrawing>.Bad(Problem.Of(ProblemCode.EmptyGeometry, site.Place))
            : drawing;
    }

    private static Loaded<SiteDrawing> Joined(List<Geometry> parts, ImmutableArray<LocalText> steps)
    {
        var (joined, merged) = Joining.Join(parts);
        return Loaded<SiteDrawing>.Good(new(new(joined), merged ? steps.Add(MergedStep) : steps));
    }

    private static LocalText MergedStep { get; } = new("相接或重叠的部分已合并，重叠处只计一次", "parts that touch or overlap were merged; what they share counts once");

    private static Loaded<SiteDrawing> Lines(List<Geometry> lines, ReadSite read, Site.Geometry site)
    {
        if (CrossesTooOften(lines))
        {
            return Loaded<SiteDrawing>.Bad(
                Problem.Of(ProblemCode.InvalidGeometry, site.Place, "线与自身交叉过多", "a line that crosses itself too often", read.FirstPosition));
        }

        var joined = new Shape(Overlays.Union(lines));
        if (site.Width is not { } width)
        {
            return Loaded<SiteDrawing>.Good(new(joined, []) { Length = joined.Measure });
        }

        if (joined.Edges.CountNear((double)width.Value / 2, MostPairsInCorridor) >= MostPairsInCorridor)
        {
            return Loaded<SiteDrawing>.Bad(Problem.Of(
                ProblemCode.InvalidGeometry,
                site.Place,
                "线相对于 width 过于曲折或点过密",
                "a line too winding, or with positions too close, for its width",
                read.FirstPosition));
        }

        var step = new LocalText(
            $"线按总宽 {Figures.Of(width)} 的走廊计算：两侧各半，端部平头，转折处圆角；中心线长 {Figures.Of(Numbers.Metres(joined.Measure))}",
            $"the line was taken as a corridor {Figures.Of(width)} wide: half on each side, flat at its ends, round at bends; its centre line is {Figures.Of(Numbers.Metres(joined.Measure))} long");
        return Loaded<SiteDrawing>.Good(new(new(Corridor.Around(lines, (double)width.Value)), [step]) { Length = joined.Measure });
    }

    private static Loaded<SiteDrawing> Repaired(List<Geometry> parts, ReadSite read, Site.Geometry site)
    {
        if (new Shape(parts[0].Factory.BuildGeometry(parts)).Edges.CountNear(0, MostPairsToRepair) >= MostPairsToRepair || CrossesTooOften(parts))
        {
            return NotRepairable(site, "边界与自身交叉过多", "it crosses itself too often");
        }

        List<Geometry> kept = [];
        List<Geometry> linework = [];
        foreach (var polygon in parts.Cast<Polygon>())
        {
            if (polygon.IsValid)
            {
                kept.Add(polygon);
                linework.Add(polygon);
                continue;
            }

            if (PolygonRepair.KeepingStructure(polygon) is not { } first || PolygonRepair.ByLinework(polygon) is not { } second)
            {
                return NotRepairable(site, "按一种修复方法什么也不剩", "by one way of repairing it nothing is left");
            }

            kept.Add(first);
            linework.Add(second);
        }

        var site1 = new Shape(Joining.Join(kept).Joined);
        var site2 = new Shape(Joining.Join(linework).Joined);
        var ambiguous = Overlays.Measure(Overlays.Without(site1.Geometry, site2.Geometry)) + Overlays.Measure(Overlays.Without(site2.Geometry, site1.Geometry));
        var agree = ambiguous <= Tolerance.Noise;
        var repair = new GeometryRepair
        {
            Faults = read.Faults,
            AreaBefore = Numbers.SquareMetres(parts.Cast<Polygon>().Sum(PolygonRepair.DrawnArea)),
            AreaAfter = Numbers.SquareMetres(site1.Measure),
            PartsBefore = parts.Count,
            PartsAfter = site1.Geometry.NumGeometries,
            Ambiguous = Numbers.SquareMetres(agree ? 0 : ambiguous),
        };
        return Loaded<SiteDrawing>.Good(new(site1, [.. RepairSteps(repair)]) { Other = agree ? null : site2, Repair = repair });
    }

    private static IEnumerable<LocalText> RepairSteps(GeometryRepair repair)
    {
        foreach (var fault in repair.Faults)
        {
            yield return new($"需修复：{fault.Zh}", $"to repair: {fault.En}");
        }

        yield return new(
            string.Create(CultureInfo.InvariantCulture, $"按要求修复边界：图上面积 {Figures.Of(repair.AreaBefore, Language.Zh)}、{repair.PartsBefore} 个部分，修复后 {Figures.Of(repair.AreaAfter, Language.Zh)}、{repair.PartsAfter} 个部分"),
            string.Create(CultureInfo.InvariantCulture, $"boundary repaired as asked: {Figures.Of(repair.AreaBefore, Language.En)} in {repair.PartsBefore} parts as drawn, {Figures.Of(repair.AreaAfter, Language.En)} in {repair.PartsAfter} parts after it"));
        if (repair.Ambiguous.Value > 0)
        {
            yield return new(
                $"保留环内全部与按奇偶规则两种修复相差 {Figures.Of(repair.Ambiguous, Language.Zh)}；此处给出前者，结论取两者一致的部分",
                $"keeping all that the rings enclose and the even-odd rule differ by {Figures.Of(repair.Ambiguous, Language.En)}; the former is shown, and only what both agree on is concluded");
        }
    }

    private static Loaded<SiteDrawing> NotRepairable(Site.Geometry site, string zh, string en) =>
        Loaded<SiteDrawing>.Bad(Problem.Of(ProblemCode.NotRepairable, site.Place, zh, en));

    private static bool CrossesTooOften(List<Geometry> parts) =>
        new Shape(parts[0].Factory.BuildGeometry(parts)).Edges.CountCrossings(PositionLimit.CrossingsOfSite) >= PositionLimit.CrossingsOfSite;
}
