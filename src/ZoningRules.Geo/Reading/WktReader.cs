using System.Globalization;

namespace ZoningRules.Geo.Reading;

/// <summary>
/// Reads well-known text: the seven OGC types, nested collections, <c>EMPTY</c>, and a leading <c>SRID=n;</c>. Heights and measures are dropped.
/// </summary>
internal sealed class WktReader
{
    private const int MaximumDepth = 20;

    private WktReader(string text, PositionLimit limit)
    {
        Text = text;
        Limit = limit;
    }

    private string Text { get; }

    private PositionLimit Limit { get; }

    private int At { get; set; }

    /// <summary>Whether a position had more than two numbers.</summary>
    private bool HasHeight { get; set; }

    /// <summary>Reads a text.</summary>
    /// <exception cref="GeometryTextException">It is not well-known text.</exception>
    public static (IReadOnlyList<RawPart> Parts, StatedCrs Crs, bool HasHeight) Read(string text, PositionLimit limit)
    {
        var reader = new WktReader(text, limit);
        List<RawPart> parts = [];
        StatedCrs crs = new StatedCrs.NotStated();
        if (reader.Word() is "SRID")
        {
            reader.Demand('=');
            crs = new StatedCrs.Named($"EPSG:{reader.Number():0}");
            reader.Demand(';');
        }
        else
        {
            reader.At = 0;
        }

        reader.ReadGeometry(parts, 0);
        reader.SkipSpace();
        return reader.At == text.Length ? (parts, crs, reader.HasHeight) : throw reader.Unexpected();
    }

    private void ReadGeometry(List<RawPart> parts, int depth)
    {
        if (depth > MaximumDepth)
        {
            throw GeometryTextException.Bad("嵌套过深", "it is nested too deeply");
        }

        var start = At;
        var type = Word();
        if (type is not ("POINT" or "LINESTRING" or "POLYGON" or "MULTIPOINT" or "MULTILINESTRING" or "MULTIPOLYGON" or "GEOMETRYCOLLECTION"))
        {
            At = start;
            throw Unexpected();
        }

        var before = At;
        if (Word() is not ("Z" or "M" or "ZM"))
        {
            At = before;
        }

        if (Empty())
        {
            return;
        }

        switch (type)
        {
            case "POINT":
                parts.Add(new(PartKind.Point, [Positions()]));
                break;
            case "LINESTRING":
                parts.Add(new(PartKind.Line, [Positions()]));
                break;
            case "POLYGON":
                parts.Add(new(PartKind.Area, Rings()));
                break;
            case "MULTIPOINT":
                MultiPoint(parts);
                break;
            case "MULTILINESTRING":
                parts.AddRange(Rings().Select(r => new RawPart(PartKind.Line, [r])));
                break;
            case "MULTIPOLYGON":
                List(() =>
                {
                    if (!Empty())
                    {
                        parts.Add(new(PartKind.Area, Rings()));
                    }
                });
                break;
            default:
                List(() => ReadGeometry(parts, depth + 1));
                break;
        }
    }

    private void MultiPoint(List<RawPart> parts) => List(() =>
    {
        if (Empty())
        {
            return;
        }

        SkipSpace();
        if (Peek('('))
        {
            parts.Add(new(PartKind.Point, [Positions()]));
        }
        else
        {
            List<double> first = [];
            List<double> second = [];
            Position(first, second);
            parts.Add(new(PartKind.Point, [new([.. first], [.. second])]));
        }
    });

    private List<RawRing> Rings()
    {
        List<RawRing> rings = [];
        List(() =>
        {
            if (!Empty())
            {
                rings.Add(Positions());
            }
        });
        return rings;
    }

    private RawRing Positions()
    {
        List<double> first = [];
        List<double> second = [];
        List(() => Position(first, second));
        return new([.. first], [.. second]);
    }

    private void Position(List<double> first, List<double> second)
    {
        Limit.Add();
        first.Add(Number());
        second.Add(Number());
        for (var extra = 0; extra < 2; extra++)
        {
            SkipSpace();
            if (Peek(',') || Peek(')'))
            {
                return;
            }

            Number();
            HasHeight = true;
        }
    }

    private void List(Action item)
    {
        Demand('(');
        do
        {
            item();
            SkipSpace();
        }
        while (Accept(','));
        Demand(')');
    }

    private bool Empty()
    {
        var before = At;
        if (Word() is "EMPTY")
        {
            return true;
        }

        At = before;
        return false;
    }

    private string Word()
    {
        SkipSpace();
        var start = At;
        while (At < Text.Length && char.IsAsciiLetter(Text[At]))
        {
            At++;
        }

        return At - start > 20 ? "" : Text[start..At].ToUpperInvariant();
    }

    private double Number()
    {
        SkipSpace();
        var start = At;
        while (At < Text.Length && (char.IsAsciiLetterOrDigit(Text[At]) || Text[At] is '+' or '-' or '.'))
        {
            At++;
        }

        if (double.TryParse(Text.AsSpan(start, At - start), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
        {
            return number;
        }

        At = start;
        throw Unexpected();
    }

    private void SkipSpace()
    {
        while (At < Text.Length && (char.IsWhiteSpace(Text[At]) || Text[At] == '\uFEFF'))
        {
            At++;
        }
    }

    private bool Peek(char c) => At < Text.Length && Text[At] == c;

    private bool Accept(char c)
    {
        if (!Peek(c))
        {
            return false;
        }

        At++;
        return true;
    }

    private void Demand(char c)
    {
        SkipSpace();
        if (!Accept(c))
        {
            throw Unexpected();
        }
    }

    private GeometryTextException Unexpected()
    {
        var place = (At + 1).ToString(CultureInfo.InvariantCulture);
        if (At >= Text.Length)
        {
            return GeometryTextException.Bad("WKT 在结尾处不完整", "the WKT ends too early");
        }

        var shown = new string([.. Text.Skip(At).Take(20).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c)]).Trim();
        return GeometryTextException.Bad($"WKT 第 {place} 个字符处无法理解：`{shown}`", $"the WKT cannot be understood at character {place}: `{shown}`");
    }
}
