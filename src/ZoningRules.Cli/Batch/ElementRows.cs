using System.Text.Json;

namespace ZoningRules.Cli.Batch;

/// <summary>The features of a GeoJSON FeatureCollection, or the objects of a JSON array, each as it stands in the input.</summary>
internal sealed class ElementRows : IRowSource
{
    private readonly InputWindow window;
    private readonly bool isCollection;
    private bool ended;
    private bool first = true;

    private ElementRows(InputWindow window, bool isCollection)
    {
        this.window = window;
        this.isCollection = isCollection;
    }

    /// <inheritdoc/>
    public TableHeading? Heading => null;

    /// <summary>The coordinate reference system that the collection states before its features; null when it states none.</summary>
    public string? Crs { get; private set; }

    /// <inheritdoc/>
    public long Position => window.Position;

    /// <summary>Opens an array, or a collection up to its features. Null when there are none.</summary>
    public static ElementRows? Open(InputWindow window)
    {
        if (window.Peek() == '[')
        {
            window.Consume(1);
            return new(window, isCollection: false);
        }

        var rows = new ElementRows(window, isCollection: true);
        window.Consume(1);
        return rows.MembersUntilFeatures() ? rows : null;
    }

    /// <inheritdoc/>
    public bool Fill(RowBlock block)
    {
        while (!block.IsFull && !ended && Next(block))
        {
        }

        return block.Rows.Count > 0;
    }

    /// <inheritdoc/>
    public byte[] Digest() => window.Digest();

    /// <inheritdoc/>
    public void Dispose() => window.Dispose();

    private bool Next(RowBlock block)
    {
        window.SkipSpace();
        if (window.Peek() == ']')
        {
            window.Consume(1);
            ended = true;
            return isCollection && Trailing(block);
        }

        if (!first)
        {
            if (window.Peek() != ',')
            {
                return Break(block);
            }

            window.Consume(1);
            window.SkipSpace();
        }

        first = false;
        if (window.Peek() is not ('{' or '[' or '"'))
        {
            return Break(block);
        }

        var (line, column) = (window.Line, window.AtLineStart ? window.Column + 1 : 0);
        var end = new JsonValueEnd();
        var scanned = 0;
        var tooLong = false;
        while (true)
        {
            var found = end.Find(window.Unread[scanned..]);
            scanned = found >= 0 ? scanned + found : window.Unread.Length;
            if (found >= 0)
            {
                break;
            }

            if (scanned > InputWindow.RowLimit)
            {
                tooLong = true;
                window.Consume(scanned);
                scanned = 0;
            }

            if (!window.Fill())
            {
                ended = true;
                block.Add(window.Unread[..scanned], line, column, tooLong ? RowFault.TooLong : RowFault.EndsReading);
                window.Consume(scanned);
                return true;
            }
        }

        tooLong |= scanned > InputWindow.RowLimit;
        block.Add(tooLong ? [] : window.Unread[..scanned], line, column, tooLong ? RowFault.TooLong : RowFault.None);
        window.Consume(scanned);
        return true;
    }

    // What stands here is no element: the rest of the input cannot be divided into rows.
    private bool Break(RowBlock block)
    {
        ended = true;
        block.Add([], window.Line, window.AtLineStart ? window.Column + 1 : 0, RowFault.EndsReading);
        return true;
    }

    private bool Trailing(RowBlock block)
    {
        while (true)
        {
            window.SkipSpace();
            switch (window.Peek())
            {
                case '}':
                    window.Consume(1);
                    return false;
                case ',':
                    window.Consume(1);
                    window.SkipSpace();
                    break;
                default:
                    return Break(block);
            }

            var (line, column) = (window.Line, window.AtLineStart ? window.Column + 1 : 0);
            if (Member(out var name, out var value) && name == "crs" && CrsIn(value) is { } late && late != Crs)
            {
                block.Add([], line, column, RowFault.LateCrs);
                return true;
            }

            if (name is null)
            {
                return Break(block);
            }
        }
    }

    private bool MembersUntilFeatures()
    {
        while (true)
        {
            window.SkipSpace();
            if (Text() is not { } name || !Colon())
            {
                return false;
            }

            if (name == "features" && window.Peek() == '[')
            {
                window.Consume(1);
                return true;
            }

            if (Value() is not { } value)
            {
                return false;
            }

            if (name == "crs")
            {
                Crs = CrsIn(value);
            }

            window.SkipSpace();
            if (window.Peek() != ',')
            {
                return false;
            }

            window.Consume(1);
        }
    }

    private bool Member(out string? name, out byte[] value)
    {
        value = [];
        name = Text();
        if (name is null || !Colon() || Value() is not { } found)
        {
            name = null;
            return false;
        }

        value = found;
        return true;
    }

    private bool Colon()
    {
        window.SkipSpace();
        if (window.Peek() != ':')
        {
            return false;
        }

        window.Consume(1);
        window.SkipSpace();
        return true;
    }

    private string? Text()
    {
        if (window.Peek() != '"' || Value() is not { } text)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<string>(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // A member's value; null when it never ends or is too long to be one.
    private byte[]? Value()
    {
        var end = new JsonValueEnd();
        var scanned = 0;
        while (true)
        {
            var found = end.Find(window.Unread[scanned..]);
            scanned = found >= 0 ? scanned + found : window.Unread.Length;
            if (found >= 0)
            {
                var value = window.Unread[..scanned].ToArray();
                window.Consume(scanned);
                return value;
            }

            if (scanned > InputWindow.RowLimit || !window.Fill())
            {
                return null;
            }
        }
    }

    // {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::4490"}}
    private static string? CrsIn(byte[] value)
    {
        try
        {
            using var document = JsonDocument.Parse(value);
            return document.RootElement is { ValueKind: JsonValueKind.Object } crs
                && crs.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object
                && properties.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String
                ? name.GetString()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
