using System.Collections.Frozen;
using System.Globalization;
using System.Xml;
using ZoningRules.Geo.Reading.Positions;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Reading.Formats.Kml;

/// <summary>
/// Reads KML 2.x: every placemark below documents and folders, with points, lines, polygons and collections of them. Elements are known by their local
/// names, whatever the namespace, because programs differ in it. Positions are WGS 84, longitude first, by definition of the format.
/// </summary>
internal sealed class KmlReader(string file, FeatureWishes wishes)
{
    private const int MaximumDepth = 64;
    private const int MostNames = 20;

    private string File { get; } = file;

    private FeatureWishes Wishes { get; } = wishes;

    private XmlReader Xml { get; set; } = XmlReader.Create(TextReader.Null);

    private List<Feature> Features { get; } = [];

    private List<string> Names { get; } = [];

    private SortedDictionary<string, int> NotRead { get; } = new(StringComparer.Ordinal);

    private bool HasHeight { get; set; }

    /// <summary>The addresses of other texts that belong to those read, in order.</summary>
    public List<string> Links { get; } = [];

    /// <summary>Reads a text.</summary>
    /// <exception cref="GeometryTextException">It is no KML, or holds what cannot be used.</exception>
    public void Add(string text)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersFromEntities = 1,
        };
        try
        {
            using var xml = XmlReader.Create(new StringReader(text), settings);
            Xml = xml;
            xml.MoveToContent();
            if (xml.LocalName != "kml")
            {
                throw GeometryTextException.Bad($"根元素应为 kml，而不是 {Excerpt.Of(xml.LocalName)}", $"the root element must be kml, not {Excerpt.Of(xml.LocalName)}");
            }

            ReadContainer(false);
        }
        catch (XmlException error)
        {
            throw GeometryTextException.Bad(
                $"XML 语法错误，第 {error.LineNumber} 行第 {error.LinePosition} 列（不接受 DTD 与实体）",
                $"malformed XML at line {error.LineNumber}, column {error.LinePosition} (DTDs and entities are not accepted)");
        }
    }

    /// <summary>Says that something is not read.</summary>
    public void LeaveOut(string what) => NotRead[what] = NotRead.GetValueOrDefault(what) + 1;

    /// <summary>What all texts together hold.</summary>
    /// <exception cref="GeometryTextException">Nothing in them has the name that is wanted.</exception>
    public FeatureDocument Document()
    {
        if (Features.Count == 0 && Wishes.Layer is { } layer)
        {
            var names = string.Join(", ", Names.Distinct(StringComparer.Ordinal).Take(MostNames).Select(Excerpt.Of));
            throw new GeometryTextException(ProblemCode.UnknownLayer, File, Excerpt.Of(layer), names);
        }

        List<LocalText> steps = [new("KML 的坐标按定义为 WGS 84 经纬度", "positions of KML are longitude and latitude of WGS 84 by definition")];
        steps.AddRange(NotRead.Select(n => new LocalText($"未读取 {n.Value} 个 {n.Key}", $"{n.Value} {n.Key} not read")));
        return new(Features, new StatedCrs.Fixed("EPSG:4326"), HasHeight) { Steps = [.. steps] };
    }

    // The reader stands on the start of a kml, Document or Folder; it is left behind its end.
    private void ReadContainer(bool isWanted)
    {
        var own = Wishes.Layer is null || isWanted;
        string? name = null;
        Children(() =>
        {
            switch (Xml.LocalName)
            {
                case "name":
                    name = ReadText();
                    Names.Add(name);
                    break;
                case "Document" or "Folder":
                    ReadContainer(own || name == Wishes.Layer);
                    break;
                case "Placemark":
                    ReadPlacemark(own || name == Wishes.Layer);
                    break;
                case "NetworkLink":
                    ReadLink();
                    break;
                case "GroundOverlay" or "PhotoOverlay":
                    Skip(Xml.LocalName);
                    break;
                default:
                    Xml.Skip();
                    break;
            }
        });
    }

    // Link, or Url in older files, with an href.
    private void ReadLink() => Children(() =>
    {
        if (Xml.LocalName is "Link" or "Url")
        {
            Children(() =>
            {
                if (Xml.LocalName == "href")
                {
                    Links.Add(ReadText());
                }
                else
                {
                    Xml.Skip();
                }
            });
        }
        else
        {
            Xml.Skip();
        }
    });

    private void ReadPlacemark(bool isWanted)
    {
        List<RawPart> parts = [];
        var properties = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        string? name = null;
        Children(() =>
        {
            switch (Xml.LocalName)
            {
                case "name":
                    name = ReadText();
                    break;
                case "ExtendedData":
                    ReadExtendedData(properties);
                    break;
                case "Model" or "Track" or "MultiTrack":
                    Skip(Xml.LocalName);
                    break;
                default:
                    ReadGeometry(parts);
                    break;
            }
        });
        if (name is not null)
        {
            Names.Add(name);
            Add(properties, "name", name);
        }

        if (isWanted || (Wishes.Layer is not null && name == Wishes.Layer))
        {
            Features.Add(new(parts, properties.ToFrozenDictionary(StringComparer.Ordinal)));
        }
    }

    private void ReadGeometry(List<RawPart> parts)
    {
        switch (Xml.LocalName)
        {
            case "Point":
                parts.AddRange(Coordinates().Select(r => new RawPart(PartKind.Point, [r])));
                break;
            case "LineString" or "LinearRing":
                parts.AddRange(Coordinates().Select(r => new RawPart(PartKind.Line, [r])));
                break;
            case "Polygon":
                ReadPolygon(parts);
                break;
            case "MultiGeometry":
                Children(() => ReadGeometry(parts));
                break;
            default:
                Xml.Skip();
                break;
        }
    }

    private void ReadPolygon(List<RawPart> parts)
    {
        List<RawRing> outer = [];
        List<RawRing> inner = [];
        var (line, column) = Place();
        Children(() =>
        {
            var rings = Xml.LocalName switch { "outerBoundaryIs" => outer, "innerBoundaryIs" => inner, _ => null };
            if (rings is null)
            {
                Xml.Skip();
                return;
            }

            Children(() =>
            {
                if (Xml.LocalName == "LinearRing")
                {
                    rings.AddRange(Coordinates());
                }
                else
                {
                    Xml.Skip();
                }
            });
        });
        if (outer.Count != 1)
        {
            throw GeometryTextException.Bad(
                $"第 {line} 行第 {column} 列的 Polygon 有 {outer.Count} 个外环，应为 1 个", $"the Polygon at line {line}, column {column} has {outer.Count} outer rings, not 1");
        }

        parts.Add(new(PartKind.Area, [.. outer, .. inner]));
    }

    // The coordinates of a point, line or ring: one list, or none when the element is empty.
    private List<RawRing> Coordinates()
    {
        List<RawRing> found = [];
        Children(() =>
        {
            if (Xml.LocalName == "coordinates")
            {
                var (line, _) = Place();
                if (Tuples(ReadText(), line) is { Count: > 0 } ring)
                {
                    found.Add(ring);
                }
            }
            else
            {
                Xml.Skip();
            }
        });
        return found;
    }

    private RawRing Tuples(string text, int line)
    {
        List<double> first = [];
        List<double> second = [];
        Span<Range> numbers = stackalloc Range[4];
        foreach (var range in text.AsSpan().SplitAny(' ', '\t', '\r', '\n'))
        {
            var tuple = text.AsSpan()[range];
            if (tuple.IsEmpty)
            {
                continue;
            }

            Wishes.Limit.Add();
            var count = tuple.Split(numbers, ',');
            if (count is not (2 or 3) || Number(tuple[numbers[0]]) is not { } longitude || Number(tuple[numbers[1]]) is not { } latitude
                || (count == 3 && Number(tuple[numbers[2]]) is null))
            {
                var shown = Excerpt.Of(tuple.ToString());
                throw GeometryTextException.Bad(
                    $"第 {line} 行起的 coordinates 中 `{shown}` 应为“经度,纬度[,高程]”，逗号旁不留空格",
                    $"in the coordinates from line {line}, `{shown}` must be longitude,latitude[,height] without spaces beside the commas");
            }

            first.Add(longitude);
            second.Add(latitude);
            HasHeight |= count == 3;
        }

        return new([.. first], [.. second]);
    }

    private static double? Number(ReadOnlySpan<char> text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private void ReadExtendedData(Dictionary<string, IReadOnlyList<string>> properties) => Children(() =>
    {
        var name = Xml.GetAttribute("name");
        switch (Xml.LocalName)
        {
            case "SchemaData":
                ReadExtendedData(properties);
                break;
            case "SimpleData" when name is not null:
                Add(properties, name, ReadText());
                break;
            case "Data" when name is not null:
                Children(() =>
                {
                    if (Xml.LocalName == "value")
                    {
                        Add(properties, name, ReadText());
                    }
                    else
                    {
                        Xml.Skip();
                    }
                });
                break;
            default:
                Xml.Skip();
                break;
        }
    });

    private void Add(Dictionary<string, IReadOnlyList<string>> properties, string name, string value)
    {
        if (Wishes.Wants(name))
        {
            properties.TryAdd(name, [value]);
        }
    }

    // The reader is left behind the end of the element; what is done with a child must leave it behind that child's end.
    private void Children(Action child)
    {
        if (Xml.Depth > MaximumDepth)
        {
            throw GeometryTextException.Bad("嵌套过深", "it is nested too deeply");
        }

        if (Xml.IsEmptyElement)
        {
            Xml.Read();
            return;
        }

        Xml.ReadStartElement();
        while (Xml.MoveToContent() != XmlNodeType.EndElement)
        {
            if (Xml.NodeType == XmlNodeType.Element)
            {
                child();
            }
            else if (!Xml.Read())
            {
                return;
            }
        }

        Xml.ReadEndElement();
    }

    // The text of an element, without that of elements in it.
    private string ReadText()
    {
        var text = new System.Text.StringBuilder();
        if (Xml.IsEmptyElement)
        {
            Xml.Read();
            return "";
        }

        Xml.ReadStartElement();
        while (Xml.MoveToContent() != XmlNodeType.EndElement)
        {
            switch (Xml.NodeType)
            {
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    text.Append(Xml.Value);
                    Xml.Read();
                    break;
                default:
                    Xml.Skip();
                    break;
            }
        }

        Xml.ReadEndElement();
        return text.ToString().Trim();
    }

    private void Skip(string what)
    {
        LeaveOut(what);
        Xml.Skip();
    }

    private (int Line, int Column) Place() => Xml is IXmlLineInfo place ? (place.LineNumber, place.LinePosition) : (0, 0);
}
