using System.Collections.Frozen;
using System.Globalization;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Reading.Formats.Binary;

/// <summary>
/// Well-known binary, also with an SRID (EWKB): one geometry as bytes, or any number as hexadecimal text separated by white space, as spatial databases print
/// them. Positions are east first, as programs write them.
/// </summary>
internal sealed class WkbFormat : IFeatureFormat
{
    /// <inheritdoc/>
    public LocalText Name { get; } = new("WKB", "WKB");

    /// <inheritdoc/>
    public bool Recognises(FeatureFile file) => WkbReader.Begins(file.Bytes.Span) || HexBegins(file.Bytes.Span);

    /// <inheritdoc/>
    public FeatureDocument Read(FeatureFile file, FeatureWishes wishes)
    {
        List<Feature> features = [];
        HashSet<uint> srids = [];
        var hasHeight = false;
        if (WkbReader.Begins(file.Bytes.Span))
        {
            Add(file.Bytes.Span);
        }
        else
        {
            var bytes = file.Bytes.Span;
            foreach (var range in bytes.SplitAny(" \t\r\n"u8))
            {
                var text = Unmarked(bytes[range]);
                if (text.Length > 0)
                {
                    Add(Decoded(text, features.Count + 1));
                }
            }
        }

        if (srids.Count > 1)
        {
            var shown = string.Join(", ", srids.Order().Select(s => s.ToString(CultureInfo.InvariantCulture)));
            throw GeometryTextException.Bad($"各图形的 SRID 不同：{shown}", $"the geometries have different SRIDs: {shown}");
        }

        // PostGIS writes SRID 0 for none.
        var srid = srids.Count == 1 ? srids.Single() : 0;
        return new(features, srid == 0 ? new StatedCrs.NotStated() : new StatedCrs.Named(string.Create(CultureInfo.InvariantCulture, $"EPSG:{srid}")), hasHeight);

        void Add(ReadOnlySpan<byte> bytes)
        {
            var (parts, stated, height) = WkbReader.Read(bytes, wishes.Limit);
            features.Add(new(parts, FrozenDictionary<string, IReadOnlyList<string>>.Empty));
            hasHeight |= height;
            srids.Add(stated ?? 0);
        }
    }

    private static bool HexBegins(ReadOnlySpan<byte> text)
    {
        text = Unmarked(text.TrimStart(" \t\r\n"u8));
        return text.Length >= 18
            && Convert.FromHexString(text[..18], new byte[9], out _, out var written) == System.Buffers.OperationStatus.Done
            && written == 9
            && WkbReader.Begins(Convert.FromHexString(System.Text.Encoding.ASCII.GetString(text[..18])));
    }

    // PostgreSQL puts \x before bytes.
    private static ReadOnlySpan<byte> Unmarked(ReadOnlySpan<byte> text)
    {
        text = text.StartsWith("\uFEFF"u8) ? text[3..] : text;
        return text.StartsWith(@"\x"u8) ? text[2..] : text;
    }

    private static byte[] Decoded(ReadOnlySpan<byte> text, int number)
    {
        var bytes = new byte[text.Length / 2];
        return text.Length % 2 == 0 && Convert.FromHexString(text, bytes, out _, out _) == System.Buffers.OperationStatus.Done
            ? bytes
            : throw GeometryTextException.Bad(
                string.Create(CultureInfo.InvariantCulture, $"第 {number} 个图形不是完整的十六进制 WKB"),
                string.Create(CultureInfo.InvariantCulture, $"geometry {number} is not whole hexadecimal WKB"));
    }
}
