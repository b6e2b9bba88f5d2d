using System.Collections.Immutable;
using NetTopologySuite.Geometries;
using ZoningRules.Geo.Coordinates;
using ZoningRules.Geo.Locating;
using ZoningRules.Geo.Reading;
using ZoningRules.Geo.Shapes;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Inspecting;

/// <summary>Inspects the data of one layer: every feature by itself, then all of them together.</summary>
internal sealed class LayerInspector
{
    /// <summary>In percentage points. Published shares have two decimals; what is drawn with the accuracy of a map moves them by hundredths.</summary>
    public const decimal ShareTolerance = 0.1m;

    private readonly InspectionOrder order;
    private readonly List<LayerFlaw> flaws = [];
    private readonly List<LayerFlaw> slivers = [];
    private readonly List<LocalText> steps;
    private readonly List<DrawnFeature> drawn = [];
    private readonly List<UnitRow> rows = [];
    private readonly List<(LayerFlaw Flaw, Geometry Place)> marks = [];
    private int unusable;

    private LayerInspector(InspectionOrder order)
    {
        this.order = order;
        steps = [.. order.Source.Steps];
        Plane = PlaneOf(order);
    }

    /// <summary>The plane in which places and widths are found.</summary>
    public WorkingPlane Plane { get; }

    /// <summary>The faces found; empty unless it is a unit layer of usable features.</summary>
    public IReadOnlyList<Face> Faces { get; private set; } = [];

    /// <summary>The features of areas that can be used.</summary>
    public IReadOnlyList<DrawnFeature> Drawn => drawn;

    /// <summary>The control units that can be used, in the order of <see cref="Drawn"/>; empty for other layers.</summary>
    public IReadOnlyList<UnitRow> Rows => rows;

    /// <summary>The flaws that have a place, slivers left out, with their shapes in the working plane.</summary>
    public IReadOnlyList<(LayerFlaw Flaw, Geometry Place)> Marks => marks;

    /// <summary>Notes the shape of a flaw.</summary>
    public void Mark(LayerFlaw flaw, Geometry place) => marks.Add((flaw, place));

    /// <summary>Inspects.</summary>
    public static (LayerInspection Inspection, LayerInspector Inspector) Inspect(InspectionOrder order)
    {
        var inspector = new LayerInspector(order);
        inspector.CheckFeatures();
        var extents = ImmutableArray<UnitExtent>.Empty;
        var shares = ImmutableArray<ShareComparison>.Empty;
        if (order.Layer.Shape == LayerShape.ControlUnits)
        {
            inspector.CheckUnits();
            (extents, shares) = inspector.Compare();
        }
        else
        {
            inspector.CheckCoverage();
        }

        inspector.CheckParts();
        return (inspector.Result(extents, shares), inspector);
    }

    private static WorkingPlane PlaneOf(InspectionOrder order)
    {
        var (west, east) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var ring in order.Source.Features.SelectMany(f => f.Parts).Where(p => p.Rings.Count > 0).Select(p => p.Rings[0]).Where(r => r.Count > 0))
        {
            var (first, second) = order.Source.Order == AxisOrder.EastFirst ? (ring.First[0], ring.Second[0]) : (ring.Second[0], ring.First[0]);
            var (longitude, _) = WorkingPlane.DegreesOf(order.Source.Crs, first, second);
            (west, east) = double.IsFinite(longitude) ? (Math.Min(west, longitude), Math.Max(east, longitude)) : (west, east);
        }

        return new(CoordinateSystems.BeltAt(west <= east ? (west + east) / 2 : 117));
    }

    private void CheckFeatures()
    {
        var features = order.Source.Features;
        var step = new LocalText("检查要素", "checking features");
        order.Progress?.Report(new(step, features.Count, 0));
        var kind = FeatureCheck.KindOf(order.Layer.Shape);
        var found = new (LocalText? Fault, DrawnFeature? Drawn)[features.Count];
        Parallel.For(0, features.Count, i =>
        {
            var fault = FeatureCheck.FaultOf(features[i], kind, order.Source);
            found[i] = (fault, fault is null && kind == PartKind.Area ? DrawnFeature.Of(i + 1, features[i].Parts, order.Source.Order, order.Source.Crs, Plane) : null);
            order.Progress?.Report(new(step, features.Count, 1));
        });
        var reader = order.Fields is { } fields ? new UnitRows(order.Pack, fields, flaws) : null;
        for (var i = 0; i < features.Count; i++)
        {
            var row = reader?.Read(features[i], i + 1);
            if (found[i].Fault is { } fault)
            {
                var named = Name(i + 1, row);
                flaws.Add(new(FlawSeverity.Error, Problem.Of(ProblemCode.FeatureUnusable, null, named.Zh, named.En, fault.Zh, fault.En)) { Units = row is null ? [] : [row.Code] });
                unusable++;
            }
            else if (found[i].Drawn is { } area && (reader is null || row is not null))
            {
                drawn.Add(area);
                CheckThin(area, row);
                if (row is not null)
                {
                    rows.Add(row);
                }
            }
            else if (reader is not null)
            {
                unusable++;
            }
        }

        if (features.Count == 0)
        {
            flaws.Add(new(FlawSeverity.Error, Problem.Of(ProblemCode.FeatureUnusable, null, order.Source.Name, order.Source.Name, "没有任何要素", "it has no feature")));
        }
    }

    private LocalText Name(int number, UnitRow? row)
    {
        var name = row?.Code ?? order.Source.Features[number - 1].Property(order.Layer.Data?.NameField);
        return name is null
            ? new($"第 {number} 个要素", $"feature {number}")
            : new($"第 {number} 个要素（{UnitRows.Shown(name)}）", $"feature {number} ({UnitRows.Shown(name)})");
    }

    private void CheckThin(DrawnFeature feature, UnitRow? row)
    {
        for (var i = 0; i < feature.Parts.Count; i++)
        {
            var (area, length) = Shape(feature.Parts[i]);
            var width = length > 0 ? 2 * area / length : 0;
            if (width > (double)order.Tolerance.Value)
            {
                continue;
            }

            var polygon = feature.Polygon(i);
            var place = polygon.InteriorPoint.Coordinate;
            var (degrees, shown) = Place(place.X, place.Y);
            var (zh, en) = Areas(area);
            flaws.Add(new(FlawSeverity.Warning, Problem.Of(ProblemCode.ThinPart, null, row?.Code ?? $"#{feature.Number}", zh, en, Figures.Of(Length(width)), shown))
            {
                Position = degrees,
                Area = Numbers.SquareMetres(area),
                Width = Length(width),
                Units = row is null ? [] : [row.Code],
            });
            Mark(flaws[^1], polygon);
        }
    }

    private static (double Area, double Length) Shape(IReadOnlyList<double[]> rings)
    {
        var (area, length) = (0d, 0d);
        foreach (var ring in rings)
        {
            for (var i = 2; i < ring.Length; i += 2)
            {
                var (dx, dy) = (ring[i] - ring[i - 2], ring[i + 1] - ring[i - 1]);
                length += Math.Sqrt((dx * dx) + (dy * dy));
                area += ((ring[i - 2] - ring[0]) * dy) - ((ring[i - 1] - ring[1]) * dx);
            }
        }

        return (area / 2, length);
    }

    private void CheckUnits()
    {
        var reader = new UnitRows(order.Pack, order.Fields!, flaws);
        reader.CheckRepeated(rows);
        reader.CheckListed(rows);
        order.Progress?.Report(new(new("查找空隙与重叠", "looking for gaps and overlaps"), null, 0));
        var features = new DrawnFeatures(drawn);
        var coverage = order.Coverage is { } c ? Regions(c, "coverage") : null;
        var holes = order.Holes is { } h ? Regions(h, "gaps")! : new DrawnFeatures([]);
        Faces = Inspecting.Faces.Of(features, coverage, holes);
        var places = new UnitPlaces(order, features, rows, this, flaws, slivers);
        places.Check(Faces, unusable == 0);
        if (unusable > 0)
        {
            steps.Add(new("有要素不可用，空隙与面积比未检查", "some features cannot be used: gaps and shares of area are not checked"));
        }

        order.Progress?.Report(new(new("核对所在县（市、区）", "comparing with counties"), null, 0));
        if (order.Counties is { } counties && CountyAreas.Of(counties, Plane) is { Count: > 0 } areas)
        {
            places.CheckCounties(areas, reader);
        }
        else
        {
            steps.Add(new("没有各县（市、区）界线，未核对编码所属的县；可用 --counties 给出", "the boundaries of counties are not known: codes are not compared with the county they lie in; give them with --counties"));
        }
    }

    /// <summary>The polygons of a coverage or of known holes; null after a flaw.</summary>
    private DrawnFeatures? Regions(SourceLayer source, string what)
    {
        var areas = new List<DrawnFeature>();
        for (var i = 0; i < source.Features.Count; i++)
        {
            if (FeatureCheck.FaultOf(source.Features[i], PartKind.Area, source) is { } fault)
            {
                var zh = $"{(what == "coverage" ? "覆盖范围" : "已知空隙")} `{source.Name}` 第 {i + 1} 个要素";
                flaws.Add(new(FlawSeverity.Error, Problem.Of(ProblemCode.FeatureUnusable, null, zh, $"{what} `{source.Name}`, feature {i + 1}", fault.Zh, fault.En)));
                continue;
            }

            areas.Add(DrawnFeature.Of(i + 1, source.Features[i].Parts, source.Order, source.Crs, Plane));
        }

        return areas.Count == 0 && what == "coverage" ? null : new(areas);
    }

    private (ImmutableArray<UnitExtent> Units, ImmutableArray<ShareComparison> Shares) Compare()
    {
        var reader = new UnitRows(order.Pack, order.Fields!, []);
        ImmutableArray<UnitExtent> units =
        [
            .. rows.Zip(drawn)
                .GroupBy(r => r.First.Code, StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new UnitExtent(g.Key, g.First().First.Name, g.First().First.Category, reader.CountyOf(g.Key), g.Count(), Numbers.SquareMetres(g.Sum(r => r.Second.Area)))),
        ];
        if (order.Pack.AreaShares is not { } table)
        {
            steps.Add(new("规则包没有公布的面积比，未核对", "the pack has no published shares of area; none are compared"));
            return (units, []);
        }

        if (unusable > 0)
        {
            return (units, []);
        }

        var shares = LayerShares.Of(units, table);
        flaws.AddRange(LayerShares.Flaws(shares, ShareTolerance));
        return (units, shares);
    }

    // Lines and points may well run out of the coverage; it is worth knowing where nothing was to be expected.
    private void CheckCoverage()
    {
        if (order.Coverage is not { } source || Regions(source, "coverage") is not { } coverage)
        {
            return;
        }

        var tolerance = (double)order.Tolerance.Value;
        var outside = Enumerable.Range(0, order.Source.Features.Count)
            .Where(i => FeatureCheck.FaultOf(order.Source.Features[i], FeatureCheck.KindOf(order.Layer.Shape), order.Source) is null)
            .Where(i => order.Source.Features[i].Parts.SelectMany(p => p.Rings).Any(ring => Enumerable.Range(0, ring.Count).Any(n =>
            {
                var (first, second) = order.Source.Order == AxisOrder.EastFirst ? (ring.First[n], ring.Second[n]) : (ring.Second[n], ring.First[n]);
                var (east, north) = Plane.From(order.Source.Crs, first, second);
                return coverage.At(east, north).Count == 0 && !coverage.Near(east, north, east, north, tolerance).Any(c => c.IsBeside(east, north, tolerance));
            })))
            .Select(i => i + 1)
            .ToArray();
        if (outside.Length > 0)
        {
            var numbers = string.Join(", ", outside.Take(10)) + (outside.Length > 10 ? ", …" : "");
            flaws.Add(new(FlawSeverity.Note, Problem.Of(
                ProblemCode.CoverageMismatch, null, $"{outside.Length} 个要素有部分在覆盖范围之外：第 {numbers} 个", $"{Figures.Counted(outside.Length, "feature reaches", "features reach")} beyond the coverage: {numbers}")));
        }
    }

    private void CheckParts()
    {
        foreach (var part in order.Parts)
        {
            var known = part.Filters.FirstOrDefault(f => order.Source.Features.All(x => !x.Properties.ContainsKey(f.Property)));
            var some = order.Source.Features.Any(x => part.Filters.All(f => x.Properties.TryGetValue(f.Property, out var values) && values.Any(v => f.Values.Contains(v))));
            if (!some)
            {
                flaws.Add(new(known is null ? FlawSeverity.Warning : FlawSeverity.Error, Problem.Of(
                    ProblemCode.PartEmpty,
                    null,
                    part.Id,
                    known is null ? "没有一个要素的取值符合" : $"文件没有字段 `{known.Property}`",
                    known is null ? "no feature has one of its values" : $"the file has no property `{known.Property}`")));
            }
        }
    }

    private LayerInspection Result(ImmutableArray<UnitExtent> units, ImmutableArray<ShareComparison> shares) => new()
    {
        Layer = order.Layer.Id,
        Label = order.Layer.Label,
        Shape = order.Layer.Shape,
        File = order.Source.Name,
        Sha256 = order.Source.Sha256,
        Crs = order.Source.Crs.Id,
        Features = order.Source.Features.Count,
        Area = Numbers.SquareMetres(drawn.Sum(d => d.Area)),
        Tolerance = order.Tolerance,
        ShareTolerance = ShareTolerance,
        Illustrative = order.Illustrative,
        Steps = [.. steps],
        Units = units,
        Shares = shares,
        Flaws =
        [
            .. flaws.OrderByDescending(f => f.Severity).ThenBy(f => f.Problem.Code).ThenByDescending(f => f.Area?.Value ?? 0)
                .ThenBy(f => string.Join('\u0001', f.Problem.Arguments), StringComparer.Ordinal),
        ],
        Slivers = [.. slivers.OrderByDescending(f => f.Area?.Value ?? 0).ThenBy(f => string.Join('\u0001', f.Problem.Arguments), StringComparer.Ordinal)],
    };

    /// <summary>Whether a face is nowhere wider than the tolerance, or no larger than the layer's sliver.</summary>
    public bool IsSliver(Face face)
    {
        var tolerance = (double)order.Tolerance.Value;
        var area = face.Polygon.Area;
        // The mean width is never above the greatest, and a circle of the greatest width fits into the area.
        return area <= (double)order.Sliver.Value
            || 2 * Math.Sqrt(area / Math.PI) <= tolerance
            || (face.Width <= tolerance && Overlays.Shrunk(face.Polygon, tolerance / 2) is null);
    }

    /// <summary>A length for people.</summary>
    internal static Metres Length(double metres) => new(Math.Round((decimal)metres, 4));

    /// <summary>An area in words of both languages.</summary>
    internal static (string Zh, string En) Areas(double area) =>
        (Figures.Of(Numbers.SquareMetres(area), Language.Zh), Figures.Of(Numbers.SquareMetres(area), Language.En));

    /// <summary>A position in degrees, and as messages show it.</summary>
    internal ((decimal Longitude, decimal Latitude) Degrees, string Shown) Place(double east, double north)
    {
        var (longitude, latitude) = Plane.ToDegrees(east, north);
        var degrees = (Math.Round((decimal)longitude, 8), Math.Round((decimal)latitude, 8));
        return (degrees, Figures.Of(degrees));
    }
}
