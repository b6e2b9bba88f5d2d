using System.Text;
using System.Text.Json;
using ZoningRules.Facts;
using ZoningRules.Geo.Reading.Rows;
using ZoningRules.Problems;

namespace ZoningRules.Cli.Batch;

/// <summary>Recognises what an input is by its first bytes, never by its name.</summary>
internal static class InputOpener
{
    private const int Sniffed = 64 * 1024;

    /// <summary>Opens an input, or says everything that is wrong with its beginning.</summary>
    public static Loaded<OpenedInput> Open(Surroundings around, BatchOptions options, Vocabulary vocabulary)
    {
        var fields = FieldMap.Read(options.Fields);
        if (!fields.Succeeded)
        {
            return Loaded<OpenedInput>.Bad(fields.Problems);
        }

        if (options.Input != "-" && InputMistake.OfFolder(options.Input) is { } folder)
        {
            return Loaded<OpenedInput>.Bad(folder);
        }

        Stream? stream = null;
        try
        {
            stream = options.Input == "-" ? StandardInput(around) : new FileStream(options.Input, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
            var opened = Recognise(stream, options, vocabulary, fields.Value);
            stream = opened.Succeeded ? null : stream;
            return opened;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return Loaded<OpenedInput>.Bad(ReadFailure.Of(e, options.Input, options.Input));
        }
        finally
        {
            stream?.Dispose();
        }
    }

    private static Stream StandardInput(Surroundings around) =>
        around.OpenInput?.Invoke() ?? new MemoryStream(Encoding.UTF8.GetBytes(around.In.ReadToEnd()));

    private static Loaded<OpenedInput> Recognise(Stream stream, BatchOptions options, Vocabulary vocabulary, FieldMap fields)
    {
        var length = stream.CanSeek ? stream.Length : (long?)null;
        var head = new byte[Sniffed];
        var count = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        var known = head.AsSpan(0, count);
        if (InputMistake.Of(options.Input, known) is { } mistake)
        {
            return Loaded<OpenedInput>.Bad(mistake);
        }

        if (FeatureTable.Recognises(known))
        {
            return options.Input == "-"
                ? Unknown(options, "工作簿和 GeoPackage 须以文件给出，不能用标准输入", "a workbook or GeoPackage must be given as a file, not on standard input")
                : FileTable(stream, options, vocabulary, fields);
        }

        var (encoding, skip) = EncodingOf(known, isAll: count < Sniffed);
        if (encoding is null)
        {
            return Loaded<OpenedInput>.Bad(Problem.Of(ProblemCode.NotText, new(options.Input), options.Input));
        }

        Stream rest = new HeadedStream(head, skip, count, stream);
        var converted = encoding is not UTF8Encoding;
        if (converted)
        {
            rest = Encoding.CreateTranscodingStream(rest, encoding, new UTF8Encoding(false));
        }

        var window = new InputWindow(rest);
        window.SkipSpace();
        switch (window.Peek())
        {
            case -1:
                return Loaded<OpenedInput>.Bad(Problem.Of(ProblemCode.NoRows, new(options.Input), options.Input));
            case '[':
                return Loaded<OpenedInput>.Good(new(ElementRows.Open(window)!, options.Crs, 0, converted, length));
            case '{' when IsCollection(window):
                var line = window.Line;
                return ElementRows.Open(window) is { } features
                    ? Loaded<OpenedInput>.Good(new(features, options.Crs ?? features.Crs, 0, converted, length))
                    : Unknown(options, "要素集合中没有可读的 features 列表", "the feature collection has no list `features` that can be read", (int)line);
            case '{':
                return Loaded<OpenedInput>.Good(new(new LineRows(window), options.Crs, 0, converted, length));
            default:
                return Table(window, options, vocabulary, fields, converted, length);
        }
    }

    private static Loaded<OpenedInput> Table(
        InputWindow window, BatchOptions options, Vocabulary vocabulary, FieldMap fields, bool converted, long? length)
    {
        var line = (int)window.Line;
        if (CsvRows.Open(window) is not { } table)
        {
            return Unknown(options, "第一行不是表头", "its first line is no heading", line);
        }

        var heading = TableHeading.Read(table.Names, new(options.Input, line), vocabulary, fields);
        if (!heading.Succeeded)
        {
            return Loaded<OpenedInput>.Bad(heading.Problems);
        }

        table.Heading = heading.Value;
        return Loaded<OpenedInput>.Good(new(table, options.Crs, table.Delimiter, converted, length));
    }

    private static Loaded<OpenedInput> FileTable(Stream stream, BatchOptions options, Vocabulary vocabulary, FieldMap fields)
    {
        var length = stream.Length;
        stream.Dispose();
        var table = FeatureTable.Open(options.Input, options.Layer);
        if (!table.Succeeded)
        {
            return Loaded<OpenedInput>.Bad(table.Problems);
        }

        var heading = TableHeading.Read(table.Value.Columns, new(options.Input), vocabulary, fields);
        if (!heading.Succeeded)
        {
            table.Value.Dispose();
            return Loaded<OpenedInput>.Bad(heading.Problems);
        }

        var rows = new FileRows(table.Value, FileRows.DigestOf(options.Input), length) { Heading = heading.Value };
        return Loaded<OpenedInput>.Good(new(rows, options.Crs ?? table.Value.Crs, (byte)',', false, length));
    }

    private static Loaded<OpenedInput> Unknown(BatchOptions options, string zh, string en, int line = 0) =>
        Loaded<OpenedInput>.Bad(Problem.Of(ProblemCode.UnknownInput, new(options.Input, line), options.Input, zh, en));

    // A byte order mark, else UTF-8 when the beginning is, else GB 18030 when the beginning is, else UTF-8 with bytes that are wrong: those rows will be bad.
    private static (Encoding? Encoding, int Skip) EncodingOf(ReadOnlySpan<byte> head, bool isAll)
    {
        if (head.StartsWith(Encoding.UTF8.Preamble))
        {
            return (new UTF8Encoding(false), 3);
        }

        if (head.StartsWith(Encoding.Unicode.Preamble))
        {
            return (new UnicodeEncoding(bigEndian: false, byteOrderMark: false), 2);
        }

        if (head.StartsWith(Encoding.BigEndianUnicode.Preamble))
        {
            return (new UnicodeEncoding(bigEndian: true, byteOrderMark: false), 2);
        }

        if (head.Contains((byte)0))
        {
            return (null, 0);
        }

        var whole = isAll ? head : head[..(head.LastIndexOf((byte)'\n') + 1)];
        if (System.Text.Unicode.Utf8.IsValid(whole))
        {
            return (new UTF8Encoding(false), 0);
        }

        var chinese = CodePagesEncodingProvider.Instance.GetEncoding(54936, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
        try
        {
            chinese.GetCharCount(whole.ToArray());
            return (CodePagesEncodingProvider.Instance.GetEncoding(54936)!, 0);
        }
        catch (DecoderFallbackException)
        {
            return (new UTF8Encoding(false), 0);
        }
    }

    // Whether the first object has the members of a feature collection. A first line that is a whole object is the first of many.
    private static bool IsCollection(InputWindow window)
    {
        while (window.Unread.Length < Sniffed && window.Fill())
        {
        }

        var reader = new Utf8JsonReader(window.Unread, isFinalBlock: false, default);
        try
        {
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isType = reader.ValueTextEquals("type"u8);
                var isFeatures = reader.ValueTextEquals("features"u8);
                if (!reader.Read())
                {
                    return isFeatures;
                }

                if ((isType && reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("FeatureCollection"u8))
                    || (isFeatures && reader.TokenType == JsonTokenType.StartArray))
                {
                    return true;
                }

                if (isType || !reader.TrySkip())
                {
                    return false;
                }
            }
        }
        catch (JsonException)
        {
            // Then it is one bad row among others.
        }

        return false;
    }
}
