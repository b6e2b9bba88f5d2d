using System.Collections.Frozen;
using System.Text.RegularExpressions;
using ZoningRules.Geo.Reading.Positions;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Reading.Formats.Tables;

/// <summary>
/// Reads a table with a heading: a geometry as WKT in each row, or two coordinates in each row, which are corners of boundaries or points of their own.
/// </summary>
internal sealed partial class TableReader(string name, FeatureWishes wishes)
{
    private const int FewestCorners = 4;

    private LineFaults Faults { get; } = new();

    private List<LocalText> Steps { get; } = [];

    /// <summary>Reads the rows of a table.</summary>
    /// <exception cref="GeometryTextException">Cells cannot be read, or the rows may mean two things.</exception>
    public FeatureDocument Read(IReadOnlyList<TableRow> rows, TableHeading heading)
    {
        var above = rows.Take(heading.Index).Where(r => !r.IsBlank).ToList();
        var below = rows.Skip(heading.Index + 1).Where(r => !r.Cells.SequenceEqual(rows[heading.Index].Cells)).ToList();
        if (PastedText.SkippedStep([.. above.Select(r => (r.Line, string.Join(' ', r.Cells.Where(c => c.Length > 0))))]) is { } step)
        {
            Steps.Add(step);
        }

        if (heading.HasWkt)
        {
            return ReadGeometries(below, heading);
        }

        foreach (var kind in (ColumnKind[])[ColumnKind.East, ColumnKind.North])
        {
            if (heading.Count(kind) > 1)
            {
                var names = string.Join('、', heading.Columns.Where(c => c.Kind == kind).Select(c => $"`{Excerpt.Of(c.Text)}`"));
                throw GeometryTextException.Bad($"`{name}` 的表头有几列同一方位的坐标：{names}；只保留一套坐标", $"`{name}` has several columns for one direction: {names}; keep one pair of coordinates");
            }
        }

        var isPacked = heading.Columns.Any(c => AxisWords.SaysPacked(PlainSigns.Of(c.Text))) || above.Any(r => r.Cells.Any(c => AxisWords.SaysPacked(PlainSigns.Of(c))));
        return ReadPositions(below, heading, isPacked);
    }

    private FeatureDocument ReadGeometries(List<TableRow> rows, TableHeading heading)
    {
        var column = heading.Column(ColumnKind.Wkt);
        List<Feature> features = [];
        HashSet<StatedCrs> stated = [];
        var hasHeight = false;
        foreach (var row in rows.Where(r => !r.IsBlank))
        {
            try
            {
                var (parts, crs, height) = row[column].Length == 0 ? ([], new StatedCrs.NotStated(), false) : WktReader.Read(row[column], wishes.Limit);
                if (row[column].Length > 0)
                {
                    stated.Add(crs);
                }

                hasHeight |= height;
                features.Add(new(parts, Properties([row], heading)));
            }
            catch (GeometryTextException error) when (error.Code == ProblemCode.BadGeometry)
            {
                Faults.Add(row.Line, $"：{error.Arguments[0]}", error.Arguments[1]);
            }
        }

        Faults.ThrowIfAny();
        return stated.Count > 1
            ? throw GeometryTextException.Bad("各行 WKT 的 SRID 互相矛盾", "the SRIDs of its WKT contradict each other")
            : new(features, stated.FirstOrDefault() ?? new StatedCrs.NotStated(), hasHeight) { Order = null, Steps = [.. Steps] };
    }

    private FeatureDocument ReadPositions(List<TableRow> rows, TableHeading heading, bool isPacked)
    {
        var (cells, positions) = Positions(rows, heading);
        Faults.ThrowIfAny();
        if (positions.Count == 0)
        {
            throw GeometryTextException.Empty();
        }

        if (isPacked)
        {
            positions = [.. PastedText.Unpacked(positions, Faults)];
        }

        var (first, second) = heading.Coordinates;
        var order = PositionOrder.Of(positions, (heading.Columns[first].Axis, heading.Columns[second].Axis), Faults);
        Steps.AddRange(order.Steps);
        var features = IsBoundary(positions, heading) ? Boundaries(positions, cells, heading) : Points(positions, cells, heading);
        return new(features, new StatedCrs.NotStated(), positions.Any(p => p.HasHeight)) { Order = order.Order, Steps = [.. Steps] };
    }

    private (Dictionary<int, TableRow> Cells, List<PositionRow> Positions) Positions(List<TableRow> rows, TableHeading heading)
    {
        var (first, second) = heading.Coordinates;
        var (ringColumn, parcelColumn) = (heading.Column(ColumnKind.Ring), heading.Column(ColumnKind.Parcel));
        var nameColumn = heading.Column(ColumnKind.PointName) is >= 0 and var points ? points : heading.Column(ColumnKind.Serial);
        var hasKeys = ringColumn >= 0 || parcelColumn >= 0;
        var heightColumn = heading.Column(ColumnKind.Height);
        Dictionary<int, TableRow> cells = [];
        List<PositionRow> positions = [];
        List<(int, string)> skipped = [];
        var (ring, parcel, block) = ("", "", 0);
        foreach (var row in rows)
        {
            if (row.IsBlank)
            {
                block += hasKeys ? 0 : 1;
                continue;
            }

            if (row.Cells.Where(c => c.Length > 0).ToList() is [var only] && !only.Any(char.IsAsciiDigit))
            {
                parcel = TitleOfParcel().IsMatch(only) ? $"{row.Line}. {only.TrimEnd(':', '：')}" : parcel;
                skipped.Add((row.Line, only));
                continue;
            }

            // Merged cells are filled in their first row only.
            ring = row[ringColumn].Length > 0 ? row[ringColumn] : ring;
            if (row[parcelColumn].Length > 0 && row[parcelColumn] != parcel)
            {
                parcel = row[parcelColumn];
                ring = row[ringColumn];
            }

            var a = Value(row, first, heading);
            var b = Value(row, second, heading);
            if (a is not null && b is not null)
            {
                wishes.Limit.Add();
                cells.Add(row.Line, row);
                positions.Add(new(row.Line, a, b)
                {
                    Name = row[nameColumn] is { Length: > 0 } own ? own : null,
                    Ring = ring,
                    Parcel = parcel,
                    Block = block,
                    HasHeight = row[heightColumn].Length > 0,
                });
            }

            if (Faults.IsFull)
            {
                break;
            }
        }

        if (PastedText.SkippedStep(skipped) is { } step)
        {
            Steps.Add(step);
        }

        return (cells, positions);
    }

    private CoordinateValue? Value(TableRow row, int column, TableHeading heading)
    {
        var (value, fault) = CellValue.Read(row[column]);
        if (value is not null)
        {
            return value with { Column = column + 1 };
        }

        var (zh, en) = row[column].Length == 0 ? ("是空的", "is empty") : ($" `{Excerpt.Of(row[column])}` {fault!.Value.Zh}", $"`{Excerpt.Of(row[column])}` {fault!.Value.En}");
        var title = Excerpt.Of(heading.Columns[column].Text);
        Faults.Add(row.Line, $"的“{title}”{zh}", row[column].Length == 0 ? $"`{title}` is empty" : $"in `{title}`, {en}");
        return null;
    }

    private bool IsBoundary(List<PositionRow> positions, TableHeading heading)
    {
        if (wishes.Rows == RowMeaning.Points || positions.Count == 1)
        {
            return false;
        }

        var isNumbered = heading.Column(ColumnKind.Serial) >= 0 && heading.Column(ColumnKind.FeatureName) < 0;
        if (heading.Column(ColumnKind.PointName) >= 0 || heading.Column(ColumnKind.Ring) >= 0 || isNumbered
            || positions.GroupBy(p => p.Parcel, StringComparer.Ordinal).All(g => g.Count() >= FewestCorners && g.First().Position == g.Last().Position)
            || (positions[0].Parcel.Length > 0 && positions.GroupBy(p => p.Parcel, StringComparer.Ordinal).All(g => g.Count() >= FewestCorners - 1)))
        {
            return true;
        }

        throw new GeometryTextException(ProblemCode.AmbiguousTable, name, $"{positions.Count}");
    }

    private List<Feature> Boundaries(List<PositionRow> positions, Dictionary<int, TableRow> cells, TableHeading heading)
    {
        var assembly = new BoundaryAssembly(Faults);
        var parcels = assembly.Parcels(positions);
        Steps.AddRange(assembly.Steps);
        return [.. parcels.Select(p => new Feature(p.Parts, Properties([.. p.Rows.Select(r => cells[r.Line])], heading)))];
    }

    private List<Feature> Points(List<PositionRow> positions, Dictionary<int, TableRow> cells, TableHeading heading) =>
    [
        .. positions.Select(p => new Feature(
            [new(PartKind.Point, [new([p.First.Number], [p.Second.Number])])], Properties([cells[p.Line]], heading))),
    ];

    // What all rows of a feature agree on; empty cells agree with everything.
    private FrozenDictionary<string, IReadOnlyList<string>> Properties(IReadOnlyList<TableRow> rows, TableHeading heading)
    {
        var properties = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        for (var i = 0; i < heading.Columns.Length; i++)
        {
            var column = heading.Columns[i];
            if (column.Kind is ColumnKind.East or ColumnKind.North or ColumnKind.Wkt || column.Text.Length == 0 || !wishes.Wants(column.Text))
            {
                continue;
            }

            List<string> values = [.. rows.Select(r => r[i]).Where(v => v.Length > 0).Distinct(StringComparer.Ordinal).Take(2)];
            if (values.Count == 1)
            {
                properties.TryAdd(column.Text, values);
            }
        }

        return properties.ToFrozenDictionary(StringComparer.Ordinal);
    }

    [GeneratedRegex("地块|宗地|图斑|片区|区块|parcel|plot", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TitleOfParcel();
}
