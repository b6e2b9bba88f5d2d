using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Reading;

/// <summary>
/// Reads GeoJSON: a geometry, a Feature or a FeatureCollection. Members may come in any order; foreign members are skipped; a member that counts may not
/// occur twice. Without a <c>crs</c> member RFC 7946 fixes WGS 84; a named <c>crs</c> of the 2008 format is kept. Positions are east, then north, always.
/// </summary>
internal sealed class GeoJsonReader
{
    /// <summary>How deep objects and lists may be nested.</summary>
    public const int MaximumDepth = 40;

    /// <summary>The step that says which reference system a text without one is in.</summary>
    public static readonly LocalText WithoutCrs = new(
        "GeoJSON 没有 crs 成员：按 RFC 7946 为经纬度（WGS 84），除非申报另有说明",
        "GeoJSON without crs member: degrees (WGS 84) by RFC 7946 unless the proposal says otherwise");

    private GeoJsonReader(FrozenSet<string>? properties, PositionLimit limit)
    {
        Wanted = properties;
        Limit = limit;
    }

    private FrozenSet<string>? Wanted { get; }

    private PositionLimit Limit { get; }

    private List<StatedCrs> Stated { get; } = [];

    private bool HasHeight { get; set; }

    /// <summary>Reads a text in UTF-8, with or without byte order mark. Keeps the properties asked for; null for all.</summary>
    /// <exception cref="GeometryTextException">It is not GeoJSON.</exception>
    public static FeatureDocument Read(ReadOnlySpan<byte> text, FrozenSet<string>? properties, PositionLimit limit)
    {
        if (text.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            text = text[3..];
        }

        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = MaximumDepth });
        var document = new GeoJsonReader(properties, limit);
        try
        {
            Expect(reader.Read() && reader.TokenType == JsonTokenType.StartObject, "最外层应为对象", "the outermost value must be an object");
            var node = document.ReadNode(ref reader);
            reader.Read();
            List<Feature> features = [];
            Collect(node, features);
            var stated = document.Stated.Distinct().ToList();
            Expect(stated.Count <= 1, "crs 成员互相矛盾", "its crs members contradict each other");
            return stated.Count == 0
                ? new(features, new StatedCrs.Fixed("EPSG:4326"), document.HasHeight) { Steps = [WithoutCrs] }
                : new(features, stated[0], document.HasHeight);
        }
        catch (JsonException error)
        {
            var line = (error.LineNumber + 1 ?? 0).ToString(CultureInfo.InvariantCulture);
            var column = (error.BytePositionInLine + 1 ?? 0).ToString(CultureInfo.InvariantCulture);
            throw GeometryTextException.Bad($"JSON 语法错误，第 {line} 行第 {column} 字节", $"malformed JSON at line {line}, byte {column}");
        }
        catch (InvalidOperationException)
        {
            // What Utf8JsonReader throws for a text that holds half a surrogate pair or bytes that are not UTF-8.
            throw GeometryTextException.Bad("文字不是有效的 Unicode", "a text in it is not valid Unicode");
        }
    }

    /// <summary>Ends the reading unless a condition holds.</summary>
    public static void Expect(bool condition, string zh, string en)
    {
        if (!condition)
        {
            throw GeometryTextException.Bad(zh, en);
        }
    }

    // One object with a type: a geometry, a feature or a collection. The reader stands on its opening brace and is left on its closing one.
    private Node ReadNode(ref Utf8JsonReader reader)
    {
        var node = new Node();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (name is not ("type" or "coordinates" or "geometry" or "geometries" or "features" or "properties" or "crs"))
            {
                reader.Skip();
                continue;
            }

            Expect(seen.Add(name), $"成员 `{name}` 重复", $"the member `{name}` occurs twice");
            switch (name)
            {
                case "type":
                    Expect(reader.TokenType == JsonTokenType.String, "type 应为文字", "type must be a text");
                    node.Type = reader.GetString()!;
                    break;
                case "coordinates":
                    Expect(reader.TokenType == JsonTokenType.StartArray, "coordinates 应为列表", "coordinates must be a list");
                    node.Positions = new();
                    ReadPositions(ref reader, node.Positions, 0);
                    break;
                case "geometry":
                    node.Children = reader.TokenType == JsonTokenType.Null ? [] : [ReadChild(ref reader)];
                    break;
                case "crs":
                    ReadCrs(ref reader);
                    break;
                case "properties":
                    FeatureProperties.Read(ref reader, Wanted, node.Properties);
                    break;
                default:
                    Expect(reader.TokenType == JsonTokenType.StartArray, $"{name} 应为列表", $"{name} must be a list");
                    node.Children = [];
                    while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    {
                        node.Children.Add(ReadChild(ref reader));
                    }

                    break;
            }
        }

        return node;
    }

    private Node ReadChild(ref Utf8JsonReader reader)
    {
        Expect(reader.TokenType == JsonTokenType.StartObject, "几何与要素应为对象", "geometries and features must be objects");
        return ReadNode(ref reader);
    }

    private void ReadPositions(ref Utf8JsonReader reader, NestedPositions positions, int depth)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Number)
        {
            ReadPosition(ref reader, positions, depth);
            return;
        }

        if (reader.TokenType == JsonTokenType.EndArray)
        {
            positions.HasEmpty = true;
            return;
        }

        do
        {
            Expect(reader.TokenType == JsonTokenType.StartArray, "coordinates 中只能有数和列表", "coordinates may hold only numbers and lists");
            ReadPositions(ref reader, positions, depth + 1);
            reader.Read();
        }
        while (reader.TokenType != JsonTokenType.EndArray);

        if (depth == positions.Depth - 1)
        {
            positions.RingEnds.Add(positions.First.Count);
        }
        else if (depth == positions.Depth - 2)
        {
            positions.PartEnds.Add(positions.RingEnds.Count);
        }
    }

    private void ReadPosition(ref Utf8JsonReader reader, NestedPositions positions, int depth)
    {
        Expect(positions.Depth is null || positions.Depth == depth, "coordinates 的嵌套层次不一致", "coordinates are nested to different depths");
        positions.Depth = depth;
        Limit.Add();
        var count = 0;
        do
        {
            var number = double.NaN;
            var finite = reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out number) && double.IsFinite(number);
            Expect(finite, "坐标应为有限的数", "a coordinate must be a finite number");
            if (count < 2)
            {
                (count == 0 ? positions.First : positions.Second).Add(number);
            }

            count++;
            reader.Read();
        }
        while (reader.TokenType != JsonTokenType.EndArray);

        Expect(count is 2 or 3, "一个点应有两个坐标（或加高程）", "a position must have two numbers, or three with a height");
        HasHeight |= count == 3;
    }

    private void ReadCrs(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            // GeoJSON 2008: null says that no system can be assumed.
            Stated.Add(new StatedCrs.NotStated());
            return;
        }

        Expect(reader.TokenType == JsonTokenType.StartObject, "crs 应为对象", "crs must be an object");
        string? type = null;
        string? name = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isType = reader.ValueTextEquals("type"u8);
            var isProperties = reader.ValueTextEquals("properties"u8);
            reader.Read();
            if (isType && reader.TokenType == JsonTokenType.String)
            {
                type = reader.GetString();
            }
            else if (isProperties && reader.TokenType == JsonTokenType.StartObject)
            {
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var isName = reader.ValueTextEquals("name"u8);
                    reader.Read();
                    if (isName && reader.TokenType == JsonTokenType.String)
                    {
                        name = reader.GetString();
                    }
                    else
                    {
                        reader.Skip();
                    }
                }
            }
            else
            {
                reader.Skip();
            }
        }

        Expect(type == "name" && name is not null, "crs 应写为 {type: name, properties: {name: …}}", "crs must be written {type: name, properties: {name: …}}");
        Stated.Add(new StatedCrs.Named(name!));
    }

    private static void Collect(Node node, List<Feature> features)
    {
        switch (node.Type)
        {
            case "FeatureCollection":
                Expect(node.Children is not null, "FeatureCollection 缺少 features", "the FeatureCollection has no features");
                foreach (var child in node.Children!)
                {
                    Expect(child.Type == "Feature", "features 中只能有 Feature", "features may hold only Features");
                    Collect(child, features);
                }

                break;
            case "Feature":
                Expect(node.Children is { Count: <= 1 }, "Feature 缺少 geometry", "a Feature has no geometry member");
                List<RawPart> parts = [];
                node.Children!.ForEach(child => AddParts(child, parts));
                features.Add(new(parts, node.Properties.ToFrozenDictionary(StringComparer.Ordinal)));
                break;
            default:
                List<RawPart> bare = [];
                AddParts(node, bare);
                features.Add(new(bare, FrozenDictionary<string, IReadOnlyList<string>>.Empty));
                break;
        }
    }

    private static void AddParts(Node node, List<RawPart> parts)
    {
        switch (node.Type)
        {
            case "GeometryCollection":
                Expect(node.Children is not null, "GeometryCollection 缺少 geometries", "the GeometryCollection has no geometries");
                node.Children!.ForEach(child => AddParts(child, parts));
                break;
            case "Point" or "MultiPoint" or "LineString" or "MultiLineString" or "Polygon" or "MultiPolygon":
                Expect(node.Positions is not null, $"{node.Type} 缺少 coordinates", $"the {node.Type} has no coordinates");
                parts.AddRange(node.Positions!.Parts(node.Type));
                break;
            default:
                throw GeometryTextException.Bad($"不认识的 type `{Shown(node.Type)}`", $"unknown type `{Shown(node.Type)}`");
        }
    }

    private static string Shown(string? type) => type is null ? "" : type.Length > 40 ? $"{type[..40]}…" : type;

    private sealed class Node
    {
        public string? Type { get; set; }

        public NestedPositions? Positions { get; set; }

        public List<Node>? Children { get; set; }

        public Dictionary<string, IReadOnlyList<string>> Properties { get; } = new(StringComparer.Ordinal);
    }
}
