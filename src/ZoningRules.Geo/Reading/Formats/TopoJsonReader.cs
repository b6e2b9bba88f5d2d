using System.Collections.Frozen;
using System.Text.Json;

namespace ZoningRules.Geo.Reading.Formats;

/// <summary>Reads a topology: arcs, which may be quantised, and objects that are made of them.</summary>
internal sealed class TopoJsonReader(JsonElement root, FeatureWishes wishes)
{
    // A short list of numbers may name a long arc often.
    private const int MostPositions = 20_000_000;

    private readonly PositionLimit own = new(MostPositions);
    private readonly List<RawRing> arcs = [];
    private (double Scale, double Translate) first = (1, 0);
    private (double Scale, double Translate) second = (1, 0);
    private bool isQuantised;
    private bool hasHeight;

    /// <summary>Reads the layer wanted.</summary>
    /// <exception cref="GeometryTextException">It is no topology.</exception>
    public FeatureDocument Read(string file)
    {
        ReadTransform();
        foreach (var arc in Items(root, "arcs"))
        {
            arcs.Add(Arc(arc));
        }

        var objects = Member(root, "objects", JsonValueKind.Object).EnumerateObject().ToList();
        if (objects.Count == 0)
        {
            throw GeometryTextException.Empty();
        }

        var chosen = objects[LayerChoice.Of(file, [.. objects.Select(o => o.Name)], wishes.Layer)].Value;
        Expect(chosen.ValueKind == JsonValueKind.Object, "objects 的成员应为对象", "the members of objects must be objects");
        List<Feature> features = TypeOf(chosen) == "GeometryCollection"
            ? [.. Items(chosen, "geometries").Select(FeatureOf)]
            : [FeatureOf(chosen)];
        return new(features, Crs(), hasHeight);
    }

    private static void Expect(bool condition, string zh, string en)
    {
        if (!condition)
        {
            throw GeometryTextException.Bad(zh, en);
        }
    }

    private static JsonElement Member(JsonElement element, string name, JsonValueKind kind)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out var member) || member.ValueKind != kind)
        {
            throw GeometryTextException.Bad($"TopoJSON 缺少 {name} 或其类型不对", $"{name} is missing in the TopoJSON or of the wrong kind");
        }

        return member;
    }

    private static JsonElement.ArrayEnumerator Items(JsonElement element, string name) => Member(element, name, JsonValueKind.Array).EnumerateArray();

    private static JsonElement.ArrayEnumerator Items(JsonElement list)
    {
        Expect(list.ValueKind == JsonValueKind.Array, "arcs 的嵌套层次不对", "arcs are nested wrongly");
        return list.EnumerateArray();
    }

    private static string? TypeOf(JsonElement geometry)
    {
        Expect(geometry.ValueKind == JsonValueKind.Object && geometry.TryGetProperty("type", out _), "图形应为有 type 的对象", "a geometry must be an object with a type");
        var type = geometry.GetProperty("type");
        return type.ValueKind == JsonValueKind.String ? type.GetString() : null;
    }

    private static double Number(JsonElement element)
    {
        var number = element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out var stated) ? stated : double.NaN;
        Expect(double.IsFinite(number), "坐标应为有限的数", "a coordinate must be a finite number");
        return number;
    }

    private StatedCrs Crs() =>
        root.TryGetProperty("crs", out var crs) && crs.ValueKind == JsonValueKind.Object
        && crs.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object
        && properties.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String
            ? new StatedCrs.Named(name.GetString()!)
            : new StatedCrs.NotStated();

    private void ReadTransform()
    {
        if (!root.TryGetProperty("transform", out var transform))
        {
            return;
        }

        double[] scale = [.. Items(transform, "scale").Select(Number)];
        double[] translate = [.. Items(transform, "translate").Select(Number)];
        Expect(scale.Length == 2 && translate.Length == 2, "transform 应有两个 scale 和两个 translate", "the transform must have two scales and two translations");
        isQuantised = true;
        (first, second) = ((scale[0], translate[0]), (scale[1], translate[1]));
    }

    // Quantised arcs hold the step from each position to the next.
    private RawRing Arc(JsonElement arc)
    {
        var count = arc.ValueKind == JsonValueKind.Array ? arc.GetArrayLength() : 0;
        Expect(count >= 2, "arcs 的成员应为两个以上点的列表", "the members of arcs must be lists of two positions or more");
        own.Add(count);
        var (xs, ys) = (new double[count], new double[count]);
        var (x, y) = (0d, 0d);
        var at = 0;
        foreach (var position in arc.EnumerateArray())
        {
            var (dx, dy) = Position(position);
            (x, y) = isQuantised ? (x + dx, y + dy) : (dx, dy);
            xs[at] = Placed(x, first);
            ys[at] = Placed(y, second);
            at++;
        }

        return new(xs, ys);
    }

    private static double Placed(double number, (double Scale, double Translate) axis)
    {
        var placed = (number * axis.Scale) + axis.Translate;
        Expect(double.IsFinite(placed), "坐标应为有限的数", "a coordinate must be a finite number");
        return placed;
    }

    private (double First, double Second) Position(JsonElement position)
    {
        var count = position.ValueKind == JsonValueKind.Array ? position.GetArrayLength() : 0;
        Expect(count is 2 or 3, "一个点应有两个坐标（或加高程）", "a position must have two numbers, or three with a height");
        hasHeight |= count == 3;
        return (Number(position[0]), Number(position[1]));
    }

    private Feature FeatureOf(JsonElement geometry)
    {
        List<RawPart> parts = [];
        AddParts(geometry, parts);
        var properties = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (wishes.Properties is not { Count: 0 } && geometry.TryGetProperty("properties", out var stated) && stated.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in stated.EnumerateObject().Where(p => wishes.Wants(p.Name)))
            {
                properties.Add(property.Name, property.Value.ValueKind == JsonValueKind.Array ? [.. property.Value.EnumerateArray().SelectMany(Text)] : [.. Text(property.Value)]);
            }
        }

        return new(parts, properties.ToFrozenDictionary(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Number => [value.GetRawText()],
        JsonValueKind.True => ["true"],
        JsonValueKind.False => ["false"],
        _ => [],
    };

    private void AddParts(JsonElement geometry, List<RawPart> parts)
    {
        switch (TypeOf(geometry))
        {
            case null:
                break;
            case "GeometryCollection":
                foreach (var child in Items(geometry, "geometries"))
                {
                    AddParts(child, parts);
                }

                break;
            case "Point":
                parts.Add(Point(Member(geometry, "coordinates", JsonValueKind.Array)));
                break;
            case "MultiPoint":
                parts.AddRange(Items(geometry, "coordinates").Select(Point));
                break;
            case "LineString":
                parts.Add(new(PartKind.Line, [Stitched(Member(geometry, "arcs", JsonValueKind.Array))]));
                break;
            case "MultiLineString":
                parts.AddRange(Items(geometry, "arcs").Select(line => new RawPart(PartKind.Line, [Stitched(line)])));
                break;
            case "Polygon":
                parts.Add(Area(Member(geometry, "arcs", JsonValueKind.Array)));
                break;
            case "MultiPolygon":
                parts.AddRange(Items(geometry, "arcs").Select(Area));
                break;
            default:
                throw GeometryTextException.Bad("TopoJSON 图形的 type 不认识", "a geometry of the TopoJSON has an unknown type");
        }
    }

    private RawPart Point(JsonElement position)
    {
        var (x, y) = Position(position);
        wishes.Limit.Add();
        return new(PartKind.Point, [new([Placed(x, first)], [Placed(y, second)])]);
    }

    private RawPart Area(JsonElement rings)
    {
        List<RawRing> all = [.. Items(rings).Select(Stitched)];
        Expect(all.Count > 0, "多边形没有环", "a polygon has no ring");
        return new(PartKind.Area, all);
    }

    // Arcs one after the other; each begins where the one before it ends. A number below zero names an arc backwards, counted from -1.
    private RawRing Stitched(JsonElement references)
    {
        List<double> xs = [];
        List<double> ys = [];
        foreach (var reference in Items(references))
        {
            Expect(reference.ValueKind == JsonValueKind.Number && reference.TryGetInt32(out _), "弧段编号应为整数", "the number of an arc must be whole");
            var number = reference.GetInt32();
            var index = number < 0 ? ~number : number;
            Expect(index < arcs.Count, "弧段编号超出范围", "the number of an arc is out of range");
            var arc = arcs[index];
            wishes.Limit.Add(arc.Count);
            own.Add(arc.Count);
            for (var i = xs.Count == 0 ? 0 : 1; i < arc.Count; i++)
            {
                var at = number < 0 ? arc.Count - 1 - i : i;
                xs.Add(arc.First[at]);
                ys.Add(arc.Second[at]);
            }
        }

        Expect(xs.Count > 0, "图形没有弧段", "a geometry has no arc");
        return new([.. xs], [.. ys]);
    }
}
