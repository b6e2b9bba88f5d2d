using System.Globalization;
using ZoningRules.Geo.Coordinates;
using ZoningRules.Geo.Reading.Positions;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Reading.Formats.BoundaryPoints;

/// <summary>
/// Reads the boundary-point exchange text: a header of names and values, then parcels, each with a title line that ends in <c>@</c> and a line a point
/// (name, ring, X north, Y east). What is left out is no fault; a line that cannot be read is, and all of them are told at once.
/// </summary>
internal sealed class BoundaryPointReader(FeatureWishes wishes)
{
    private const int MostLines = 2_000_000;
    private const int LongestLine = 2_000;
    private const int MostParcels = 100_000;

    private BoundaryPointHeader Header { get; } = new();

    private List<BoundaryParcel> Parcels { get; } = [];

    private LineFaults Faults { get; } = new();

    private List<(double East, int Line)> Eastings { get; } = [];

    /// <summary>Reads a text.</summary>
    /// <exception cref="GeometryTextException">Lines cannot be read, or the header does not fit the points.</exception>
    public FeatureDocument Read(string text)
    {
        var number = 0;
        bool? isPoints = false;
        foreach (var span in text.AsSpan().EnumerateLines())
        {
            number++;
            if (number > MostLines || Parcels.Count > MostParcels)
            {
                throw GeometryTextException.Bad($"超过 {MostLines} 行或 {MostParcels} 个地块", $"more than {MostLines} lines or {MostParcels} parcels");
            }

            if (Faults.IsFull)
            {
                break;
            }

            var original = span[..Math.Min(span.Length, LongestLine)].Trim().ToString();
            var line = PlainSigns.Of(original).Trim();
            switch (line)
            {
                case "":
                    break;
                case ['[', .. var section]:
                    isPoints = Section(section.TrimEnd(']').Trim(), number);
                    break;
                case [.., '@'] when isPoints is true:
                    Parcels.Add(BoundaryParcel.Of(number, original, Faults));
                    break;
                case var _ when isPoints is true:
                    ReadPoint(line, number);
                    break;
                case var _ when isPoints is false:
                    Header.Add(original.Replace('＝', '='), number, Faults);
                    break;
                default:
                    break;
            }
        }

        Faults.ThrowIfAny();
        return Parcels.Count == 0 ? throw GeometryTextException.Empty() : Document();
    }

    // Whether the section holds points; null for one that is passed over after its fault.
    private bool? Section(string name, int line)
    {
        switch (name)
        {
            case "地块坐标":
                return true;
            case "属性描述":
                return false;
            default:
                Faults.Add(line, $"的段落 `{Excerpt.Of(name)}` 不认识，应为 [属性描述] 或 [地块坐标]", $"unknown section `{Excerpt.Of(name)}`; known are [属性描述] and [地块坐标]");
                return null;
        }
    }

    private void ReadPoint(string line, int number)
    {
        var fields = line.Split(',', StringSplitOptions.TrimEntries);
        if (Parcels.Count == 0)
        {
            Faults.Add(number, "之前没有以 @ 结尾的地块行", "no parcel line ending in @ stands before it");
            return;
        }

        if (fields.Length < 4 || fields.Skip(4).Any(f => f.Length > 0 && f != "@"))
        {
            Faults.Add(
                number,
                $"应为“点号,圈号,X,Y”，而不是 `{Excerpt.Of(line)}`；地块行须以 @ 结尾",
                $"expected point name, ring, X, Y, not `{Excerpt.Of(line)}`; a parcel line ends in @");
            return;
        }

        wishes.Limit.Add();
        if (fields[1].Length > 0 && !(int.TryParse(fields[1], NumberStyles.None, CultureInfo.InvariantCulture, out var ring) && ring >= 0))
        {
            Faults.Add(number, $"的圈号不是整数：`{Excerpt.Of(fields[1])}`", $"the ring is no whole number: `{Excerpt.Of(fields[1])}`");
            return;
        }

        var north = Number(fields[2], "X", number);
        var east = Number(fields[3], "Y", number);
        if (north is not null && east is not null)
        {
            Eastings.Add((east.Number, number));
            Parcels[^1].Rows.Add(new(number, north, east) { Name = fields[0].Length > 0 ? fields[0] : null, Ring = fields[1].TrimStart('0') is { Length: > 0 } key ? key : "0" });
        }
    }

    private CoordinateValue? Number(string field, string axis, int line)
    {
        var (value, fault) = CellValue.Read(field);
        if (value is { Style: ValueStyle.Plain, Axis: AxisWord.None })
        {
            return value;
        }

        var (zh, en) = fault ?? ("不是一个数", "is no number");
        Faults.Add(line, $"的 {axis} `{Excerpt.Of(field)}` {zh}", $"{axis} `{Excerpt.Of(field)}` {en}");
        return null;
    }

    private FeatureDocument Document()
    {
        List<LocalText> steps = [];
        if (Header.Origin.Length > 0)
        {
            steps.Add(new($"测绘成果：{Excerpt.Of(Header.Origin)}", $"survey by {Excerpt.Of(Header.Origin)}"));
        }

        var (crs, isPlane) = Eastings.Count == 0 ? (new StatedCrs.NotStated(), false) : Header.Crs(Eastings);
        if (crs is StatedCrs.Named(var name))
        {
            steps.Add(new($"按文件说明，坐标系为 {Excerpt.Of(name)}", $"its header gives the coordinate reference system {Excerpt.Of(name)}"));
        }

        if (Header.Accuracy is { } accuracy)
        {
            steps.Add(new($"文件注明精度 {Excerpt.Of(accuracy)}（场址精度以申报为准）", $"the file states an accuracy of {Excerpt.Of(accuracy)} (the proposal's accuracy counts)"));
        }

        List<Feature> features = [.. Parcels.Select(p => p.Feature(wishes, Faults, steps, isPlane))];
        Faults.ThrowIfAny();
        return new(features, crs, false) { Order = AxisOrder.NorthFirst, Steps = [.. steps] };
    }
}
