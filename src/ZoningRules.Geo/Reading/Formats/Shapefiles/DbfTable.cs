using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Reading.Formats.Shapefiles;

/// <summary>
/// A dBASE table (<c>.dbf</c>): fields of text, whole and broken numbers, dates and truth values; other types are left out. Numbers come without zeros
/// behind the point that say nothing.
/// </summary>
internal sealed class DbfTable
{
    private const int NameLength = 10;
    private const string KnownTypes = "CNFDL";

    private readonly ReadOnlyMemory<byte> bytes;
    private readonly int headerLength;
    private readonly int recordLength;
    private readonly ImmutableArray<DbfField> fields;
    private readonly Encoding encoding;

    private DbfTable(ReadOnlyMemory<byte> bytes, ImmutableArray<DbfField> fields, Encoding encoding)
    {
        this.bytes = bytes;
        this.fields = fields;
        this.encoding = encoding;
        headerLength = BinaryPrimitives.ReadUInt16LittleEndian(bytes.Span[8..]);
        recordLength = BinaryPrimitives.ReadUInt16LittleEndian(bytes.Span[10..]);
        Count = (int)BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[4..]);
    }

    /// <summary>How many records there are, deleted ones included.</summary>
    public int Count { get; }

    /// <summary>What was left out or assumed.</summary>
    public ImmutableArray<LocalText> Steps { get; private init; } = [];

    /// <summary>Reads the head of a table.</summary>
    /// <param name="file">The table.</param>
    /// <param name="codePage">What the <c>.cpg</c> file says about the encoding, or null.</param>
    /// <exception cref="GeometryTextException">It is damaged.</exception>
    public static DbfTable Open(FeatureFile file, string? codePage)
    {
        var span = file.Bytes.Span;
        if (span.Length < 33)
        {
            throw Damaged(file);
        }

        long count = BinaryPrimitives.ReadUInt32LittleEndian(span[4..]);
        int header = BinaryPrimitives.ReadUInt16LittleEndian(span[8..]);
        int record = BinaryPrimitives.ReadUInt16LittleEndian(span[10..]);
        if (header < 33 || record < 1 || header + (count * record) > span.Length)
        {
            throw Damaged(file);
        }

        var fields = ImmutableArray.CreateBuilder<DbfField>();
        var offset = 1;
        for (var at = 32; at < header && span[at] != 0x0D; at += 32)
        {
            if (at + 32 > header)
            {
                throw Damaged(file);
            }

            var name = file.Bytes.Slice(at, 11);
            var end = name.Span.IndexOf((byte)0);
            var field = new DbfField(end < 0 ? name : name[..end], (char)span[at + 11], offset, span[at + 16]);
            if (field.Length == 0)
            {
                throw Damaged(file);
            }

            offset += field.Length;
            fields.Add(field);
        }

        if (offset != record)
        {
            throw Damaged(file);
        }

        return Decoded(file, fields.ToImmutable(), codePage);
    }

    /// <summary>Whether a record was deleted without its place being given up.</summary>
    public bool IsDeleted(int index) => bytes.Span[headerLength + (index * recordLength)] == (byte)'*';

    /// <summary>Which fields give wanted properties; a wanted name longer than a field's name can be is found by its beginning.</summary>
    public IReadOnlyList<(string Property, DbfField Field)> Find(FeatureWishes wishes)
    {
        List<(string, DbfField)> found = [];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in fields.Where(f => KnownTypes.Contains(f.Type, StringComparison.Ordinal)))
        {
            var name = NameOf(field);
            var property = wishes.Wants(name) ? name : wishes.Properties?.Where(p => IsCutFrom(p, field)).Order(StringComparer.Ordinal).FirstOrDefault();
            if (property is not null && seen.Add(property))
            {
                found.Add((property, field));
            }
        }

        return found;
    }

    /// <summary>The properties of a record.</summary>
    /// <exception cref="GeometryTextException">A text is not of the table's encoding.</exception>
    public FrozenDictionary<string, IReadOnlyList<string>> Properties(int index, IReadOnlyList<(string Property, DbfField Field)> wanted)
    {
        var record = bytes.Span.Slice(headerLength + (index * recordLength), recordLength);
        var properties = new Dictionary<string, IReadOnlyList<string>>(wanted.Count, StringComparer.Ordinal);
        foreach (var (property, field) in wanted)
        {
            var text = DbfText.Decode(record.Slice(field.Offset, field.Length), encoding);
            properties.Add(property, Value(text ?? "", field.Type) is { Length: > 0 } value ? [value] : []);
        }

        return properties.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static string Value(string text, char type) => type switch
    {
        'N' or 'F' => text.Contains('*', StringComparison.Ordinal) ? "" : Number(text),
        'D' => text.Length == 8 && text.All(char.IsAsciiDigit) && text != "00000000" ? $"{text[..4]}-{text[4..6]}-{text[6..]}" : "",
        'L' => text switch
        {
            "T" or "t" or "Y" or "y" => "true",
            "F" or "f" or "N" or "n" => "false",
            _ => "",
        },
        _ => text,
    };

    private static string Number(string text)
    {
        var number = text.Contains('.', StringComparison.Ordinal) && !text.Contains('e', StringComparison.OrdinalIgnoreCase)
            ? text.TrimEnd('0').TrimEnd('.')
            : text;
        return number is "-" or "-0" ? "0" : number;
    }

    // By the .cpg file or the language driver when all texts fit, else by the texts themselves.
    private static DbfTable Decoded(FeatureFile file, ImmutableArray<DbfField> fields, string? codePage)
    {
        var steps = ImmutableArray.CreateBuilder<LocalText>();
        var stated = DbfText.Stated(codePage, file.Bytes.Span[29]);
        var table = new DbfTable(file.Bytes, fields, stated ?? Encoding.ASCII);
        if (stated is null || table.Texts().Any(t => DbfText.Decode(t.Span, stated) is null))
        {
            var texts = table.Texts().Where(t => t.Span.ContainsAnyInRange((byte)0x80, (byte)0xFF)).ToList();
            var detected = DbfText.Detect(texts);
            if (texts.Exists(t => DbfText.Decode(t.Span, detected) is null))
            {
                throw GeometryTextException.Bad($"`{file.Name}` 的文字既不是 UTF-8 也不是 GBK", $"the texts of `{file.Name}` are neither UTF-8 nor GBK");
            }

            if (texts.Count > 0)
            {
                var name = detected is UTF8Encoding ? "UTF-8" : "GBK";
                steps.Add(stated is null
                    ? new($"`{file.Name}` 未说明文字编码，按 {name} 读取", $"`{file.Name}` does not say how its texts are encoded; read as {name}")
                    : new($"`{file.Name}` 的文字不符合所标的编码，按 {name} 读取", $"the texts of `{file.Name}` do not fit the encoding stated; read as {name}"));
            }

            table = new(file.Bytes, fields, detected);
        }

        foreach (var field in fields.Where(f => !KnownTypes.Contains(f.Type, StringComparison.Ordinal)))
        {
            var name = table.NameOf(field);
            var type = char.IsAsciiLetterOrDigit(field.Type) ? field.Type : '?';
            steps.Add(new($"略去字段 `{name}`：不读取 {type} 类型", $"left out the field `{name}`: type {type} is not read"));
        }

        foreach (var name in fields.Select(table.NameOf).GroupBy(n => n, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key))
        {
            steps.Add(new($"字段名 `{name}` 重复，只用第一个", $"the field name `{name}` occurs more than once; the first is used"));
        }

        return new(file.Bytes, fields, table.encoding) { Steps = steps.ToImmutable() };
    }

    private static GeometryTextException Damaged(FeatureFile file) =>
        GeometryTextException.Bad($"属性表 `{file.Name}` 不完整或已损坏", $"the table `{file.Name}` is cut off or damaged");

    // Names, and texts of all records.
    private IEnumerable<ReadOnlyMemory<byte>> Texts()
    {
        var text = fields.Where(f => f.Type == 'C').ToArray();
        return fields.Select(f => f.Name).Concat(
            from index in Enumerable.Range(0, Count)
            from field in text
            select bytes.Slice(headerLength + (index * recordLength) + field.Offset, field.Length));
    }

    private string NameOf(DbfField field) => DbfText.Decode(field.Name.Span, encoding) ?? "";

    // Names are cut to ten bytes; a longer character at the end goes as a whole.
    private bool IsCutFrom(string property, DbfField field)
    {
        var name = NameOf(field);
        return field.Name.Length > NameLength - 4 && property.Length > name.Length && property.StartsWith(name, StringComparison.Ordinal);
    }
}
