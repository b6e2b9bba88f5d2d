using System.Buffers;
using System.Collections.Frozen;
using System.Text.Json;

namespace ZoningRules.Geo.Reading;

/// <summary>
/// Reads the feature collections that nearly all layer files are, on all processors: its features are found by their braces and read side by side. It reports nothing:
/// whatever is wrong or unusual it leaves to <see cref="GeoJsonReader"/>. INVARIANT: what it returns is what that reader returns.
/// </summary>
internal static class PlainFeatureCollection
{
    private static readonly SearchValues<byte> Braces = SearchValues.Create("{}\""u8);
    private static readonly SearchValues<byte> EndsOfText = SearchValues.Create("\\\""u8);

    /// <summary>Reads a text in UTF-8, with or without byte order mark; null when the other reader must.</summary>
    /// <param name="text">The text.</param>
    /// <param name="wanted">The properties to keep.</param>
    /// <param name="mostPositions">More positions than this are for the other reader to refuse.</param>
    public static FeatureDocument? Read(ReadOnlyMemory<byte> text, FrozenSet<string> wanted, int mostPositions)
    {
        try
        {
            return Start(text.Span) is { } start && Slices(text.Span, start) is var (slices, end) && Frame(text.Span, start, end) is { } frame
                ? Read(text, slices, frame, wanted, mostPositions)
                : null;
        }
        catch (Exception e) when (IsForTheOther(e))
        {
            return null;
        }
    }

    private static bool IsForTheOther(Exception e) => e is JsonException or InvalidOperationException or GeometryTextException;

    private static FeatureDocument? Read(
        ReadOnlyMemory<byte> text, List<(int Start, int End)> slices, FeatureDocument frame, FrozenSet<string> wanted, int mostPositions)
    {
        var features = new Feature[slices.Count];
        var isPlain = true;
        var hasHeight = false;
        var positions = 0L;
        Parallel.For(
            0,
            slices.Count,
            () => new NestedPositions(),
            (i, loop, scratch) =>
            {
                var (start, end) = slices[i];
                if (ReadOne(text.Span[start..end], wanted, scratch) is not { } feature || Interlocked.Add(ref positions, scratch.First.Count) > mostPositions)
                {
                    Volatile.Write(ref isPlain, false);
                    loop.Stop();
                    return scratch;
                }

                features[i] = feature;
                if (scratch.HasHeight)
                {
                    Volatile.Write(ref hasHeight, true);
                }

                return scratch;
            },
            static _ => { });
        return isPlain ? frame with { Features = features, HasHeight = hasHeight } : null;
    }

    private static Feature? ReadOne(ReadOnlySpan<byte> text, FrozenSet<string> wanted, NestedPositions scratch)
    {
        try
        {
            return PlainFeature.Read(text, wanted, scratch);
        }
        catch (Exception e) when (IsForTheOther(e))
        {
            return null;
        }
    }

    // Behind the bracket that opens the list of features, or null.
    private static int? Start(ReadOnlySpan<byte> text)
    {
        var mark = MarkOf(text);
        var reader = new Utf8JsonReader(text[mark..], new JsonReaderOptions { MaxDepth = GeoJsonReader.MaximumDepth });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("features"u8))
            {
                return reader.Read() && reader.TokenType == JsonTokenType.StartArray ? mark + (int)reader.BytesConsumed : null;
            }

            reader.Skip();
        }

        return null;
    }

    // Where the features are, and the bracket that closes their list; null when something else stands between them.
    private static (List<(int Start, int End)> Slices, int End)? Slices(ReadOnlySpan<byte> text, int at)
    {
        List<(int Start, int End)> slices = [];
        for (at = SkipSpace(text, at); at < text.Length && text[at] == '{'; at = SkipSpace(text, at + 1))
        {
            var end = EndOfObject(text, at);
            if (end < 0)
            {
                return null;
            }

            slices.Add((at, end));
            at = SkipSpace(text, end);
            if (at < text.Length && text[at] == ']')
            {
                return (slices, at);
            }

            if (at >= text.Length || text[at] != ',')
            {
                return null;
            }
        }

        return null;
    }

    // Behind the brace that closes an object, if what stands between is JSON; -1 when none does.
    private static int EndOfObject(ReadOnlySpan<byte> text, int at)
    {
        var open = 0;
        while (text[at..].IndexOfAny(Braces) is var next and >= 0)
        {
            at += next + 1;
            switch (text[at - 1])
            {
                case (byte)'{':
                    open++;
                    break;
                case (byte)'}':
                    if (--open == 0)
                    {
                        return at;
                    }

                    break;
                default:
                    at = EndOfText(text, at);
                    break;
            }
        }

        return -1;
    }

    private static int EndOfText(ReadOnlySpan<byte> text, int at)
    {
        while (text[at..].IndexOfAny(EndsOfText) is var next and >= 0)
        {
            at += next + 1;
            if (text[at - 1] == '"')
            {
                return at;
            }

            at = Math.Min(at + 1, text.Length);
        }

        return text.Length;
    }

    // Everything but the features; null when it is no feature collection.
    private static FeatureDocument? Frame(ReadOnlySpan<byte> text, int start, int end)
    {
        byte[] frame = [.. text[..start], .. text[end..]];
        var document = GeoJsonReader.Read(frame, FrozenSet<string>.Empty, new(0));
        return document.Features.Count == 0 && !HasGeometry(frame) ? document : null;
    }

    // To the other reader a collection with a geometry of its own is something else.
    private static bool HasGeometry(ReadOnlySpan<byte> frame)
    {
        var reader = new Utf8JsonReader(frame[MarkOf(frame)..], new JsonReaderOptions { MaxDepth = GeoJsonReader.MaximumDepth });
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("geometry"u8) || reader.ValueTextEquals("geometries"u8))
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }

    private static int MarkOf(ReadOnlySpan<byte> text) => text.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;

    private static int SkipSpace(ReadOnlySpan<byte> text, int at)
    {
        var past = text[at..].IndexOfAnyExcept(" \t\r\n"u8);
        return past < 0 ? text.Length : at + past;
    }
}
