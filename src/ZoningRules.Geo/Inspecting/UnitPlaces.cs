using System.Collections.Immutable;
using NetTopologySuite.Geometries;
using ZoningRules.Geo.Locating;
using ZoningRules.Geo.Shapes;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Inspecting;

/// <summary>Tells what the faces between control units are: gaps, overlaps, and what does not fit the coverage.</summary>
internal sealed class UnitPlaces(
    InspectionOrder order, DrawnFeatures features, IReadOnlyList<UnitRow> rows, LayerInspector inspector, List<LayerFlaw> flaws, List<LayerFlaw> slivers)
{
    // Neighbours of a gap lie on its border; their edges may be drawn with other positions.
    private const double Beside = 0.05;

    // A feature overlaid with a face costs; one that covers this many control units is told by the positions inside them.
    private const int MostOverlaid = 50;

    private readonly Dictionary<int, UnitRow> rowOf = rows.ToDictionary(r => r.Number);

    /// <summary>Tells every face; gaps only when every feature of the layer can be used.</summary>
    public void Check(IReadOnlyList<Face> faces, bool withGaps)
    {
        var beyond = new List<Face>();
        var filled = new List<Face>();
        foreach (var face in faces)
        {
            if (face.Features.Count > 1)
            {
                Overlap(face);
            }
            else if (face.Features.Count == 0 && face.Covered && withGaps)
            {
                Gap(face);
            }

            if (face.Features.Count > 0 && !face.Covered && !inspector.IsSliver(face))
            {
                beyond.Add(face);
            }

            if (face.Features.Count > 0 && face.Hole is not null && !inspector.IsSliver(face))
            {
                filled.Add(face);
            }
        }

        Mismatch(beyond, "单元超出覆盖范围", "control units reach beyond the coverage");
        Mismatch(filled, "单元占用了已知空隙", "control units cover a known hole");
    }

    /// <summary>Compares the codes with the counties that the features lie in.</summary>
    public void CheckCounties(CountyAreas counties, UnitRows reader)
    {
        foreach (var (row, feature) in rows.Zip(features.All))
        {
            var largest = Enumerable.Range(0, feature.Parts.Count).Select(feature.Polygon).MaxBy(p => p.Area)!;
            var inside = largest.InteriorPoint.Coordinate;
            var stated = row.Code[2..8];
            if (counties.At(inside.X, inside.Y) == stated || (counties.Most(feature) is { } most && most.Code == stated))
            {
                continue;
            }

            var (degrees, shown) = inspector.Place(inside.X, inside.Y);
            var found = counties.Most(feature)?.Code;
            flaws.Add(new(FlawSeverity.Warning, Problem.Of(
                ProblemCode.UnitCounty, null, row.Code, Named(stated, reader), found is null ? "—" : Named(found, reader), shown))
            {
                Position = degrees,
                Area = Numbers.SquareMetres(feature.Area),
                Units = [row.Code],
            });
        }
    }

    private static string Named(string division, UnitRows reader)
    {
        var name = reader.CountyOf($"ZH{division}");
        return name == division ? division : $"{name}（{division}）";
    }

    private void Overlap(Face face)
    {
        var codes = Concerned(face);
        var (area, words) = AreaOf(face);
        var (degrees, shown) = inspector.Place(face.Inside.X, face.Inside.Y);
        var repeated = codes.Length == 1;
        var sliver = inspector.IsSliver(face);
        var severity = sliver ? FlawSeverity.Note : repeated || order.Overlaps == OverlapPolicy.Accept ? FlawSeverity.Warning : FlawSeverity.Error;
        var named = string.Join(", ", codes.Take(12)) + (codes.Length > 12 ? ", …" : "");
        (sliver ? slivers : flaws).Add(new(severity, Problem.Of(
            ProblemCode.UnitOverlap, null, repeated ? $"{named} × {face.Features.Count}" : named, words.Zh, words.En, Figures.Of(LayerInspector.Length(face.Width)), shown))
        {
            Position = degrees,
            Area = area,
            Width = LayerInspector.Length(face.Width),
            Units = codes,
        });
        Mark(face, sliver);
    }

    private void Gap(Face face)
    {
        var codes = Neighbours(face);
        var (area, words) = AreaOf(face);
        var (degrees, shown) = inspector.Place(face.Inside.X, face.Inside.Y);
        var sliver = inspector.IsSliver(face);
        var severity = sliver || face.Hole is not null ? FlawSeverity.Note : FlawSeverity.Warning;
        var named = codes.Length == 0 ? "—" : string.Join(", ", codes.Take(12)) + (codes.Length > 12 ? ", …" : "");
        var (zh, en) = ("空隙，不属于任何单元", "a gap in no control unit");
        if (face.Hole is { } hole)
        {
            var known = order.Holes!.Features[hole.Number - 1];
            var reason = known.Property("reason") ?? known.Property("name");
            (zh, en) = reason is null
                ? ("已知空隙，不属于任何单元", "a known hole in no control unit")
                : ($"已知空隙，不属于任何单元（{UnitRows.Shown(reason)}）", $"a known hole in no control unit ({UnitRows.Shown(reason)})");
        }

        (sliver ? slivers : flaws).Add(new(severity, Problem.Of(
            ProblemCode.UnitGap, null, named, words.Zh, words.En, Figures.Of(LayerInspector.Length(face.Width)), shown, zh, en))
        {
            Position = degrees,
            Area = area,
            Width = LayerInspector.Length(face.Width),
            Units = codes,
        });
        Mark(face, sliver);
    }

    private void Mark(Face face, bool sliver)
    {
        if (!sliver)
        {
            inspector.Mark(flaws[^1], face.Polygon);
        }
    }

    private void Mismatch(List<Face> faces, string zh, string en)
    {
        foreach (var face in faces)
        {
            var (area, words) = AreaOf(face);
            var codes = face.Features.Count == 1 ? [rowOf[face.Features[0].Number].Code] : Codes(face.Features);
            var (degrees, shown) = inspector.Place(face.Inside.X, face.Inside.Y);
            flaws.Add(new(FlawSeverity.Warning, Problem.Of(
                ProblemCode.CoverageMismatch,
                null,
                $"{zh}：{words.Zh}，位于 {shown}（{string.Join("、", codes)} 等）",
                $"{en}: {words.En} at {shown} ({string.Join(", ", codes)} and perhaps others)"))
            {
                Position = degrees,
                Area = area,
                Width = LayerInspector.Length(face.Width),
                Units = codes,
            });
            Mark(face, sliver: false);
        }
    }

    private (SquareMetres Area, (string Zh, string En) Words) AreaOf(Face face)
    {
        var area = EllipsoidArea.Of(face.Polygon, inspector.Plane);
        return (Numbers.SquareMetres(area), LayerInspector.Areas(area));
    }

    // The features at one position are not all: another pair may lie on each other elsewhere in the face.
    private ImmutableArray<string> Concerned(Face face)
    {
        var box = face.Polygon.EnvelopeInternal;
        var near = features.Near(box.MinX, box.MinY, box.MaxX, box.MaxY, 0).ToArray();
        if (near.Length == face.Features.Count || near.Length > MostOverlaid)
        {
            var inside = near.Length > MostOverlaid ? Preparation(face, near) : [];
            return Codes(face.Features.Concat(inside));
        }

        return Codes(near.Where(f => face.Features.Contains(f) || Overlays.Measure(Overlays.Common(face.Polygon, f.Geometry())) > Tolerance.Noise));
    }

    private static IEnumerable<DrawnFeature> Preparation(Face face, DrawnFeature[] near)
    {
        var prepared = new NetTopologySuite.Algorithm.Locate.IndexedPointInAreaLocator(face.Polygon);
        return near.Where(f => prepared.Locate(f.Polygon(0).InteriorPoint.Coordinate) == Location.Interior);
    }

    // By the middles of its edges: who only meets a corner is no neighbour.
    private ImmutableArray<string> Neighbours(Face face)
    {
        var box = face.Polygon.EnvelopeInternal;
        var middles = new List<(double East, double North)>();
        foreach (var ring in (LineString[])[face.Polygon.Shell, .. face.Polygon.Holes])
        {
            for (var i = 1; i < ring.NumPoints; i++)
            {
                var (a, b) = (ring.GetCoordinateN(i - 1), ring.GetCoordinateN(i));
                middles.Add(((a.X + b.X) / 2, (a.Y + b.Y) / 2));
            }
        }

        return Codes(features.Near(box.MinX, box.MinY, box.MaxX, box.MaxY, Beside).Where(f => middles.Any(m => f.IsBeside(m.East, m.North, Beside))));
    }

    private ImmutableArray<string> Codes(IEnumerable<DrawnFeature> found) =>
        [.. found.Select(f => rowOf[f.Number].Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
