using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace ZoningRules.Problems.Sources;

/// <summary>Reads strict JSON into the same nodes as YAML: numbers, true and false become text.</summary>
internal static class JsonNodes
{
    private const int DeepestNesting = 64;

    /// <summary>Reads a file. Null after a problem that leaves no document.</summary>
    /// <param name="file">The file.</param>
    /// <param name="problems">Takes problems.</param>
    /// <param name="verbatim">A member of the outermost object that is checked but kept as its JSON text, or null.</param>
    public static SourceNode? Read(SourceFile file, ProblemList problems, string? verbatim = null)
    {
        var bytes = file.Bytes.AsSpan();
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            bytes = bytes[3..];
        }

        var walk = new Walk(file, bytes, problems, verbatim);
        try
        {
            return walk.Document();
        }
        catch (JsonException e)
        {
            var cut = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
            var said = (cut < 0 ? e.Message : e.Message[..cut]).TrimEnd('.', ' ');
            problems.Add(ProblemCode.Syntax, walk.PlaceOf(e), said);
            return null;
        }
        catch (InvalidOperationException e)
        {
            // An escaped half of a surrogate pair is no text.
            problems.Add(ProblemCode.Syntax, walk.Here(), e.Message.TrimEnd('.'));
            return null;
        }
    }

    private ref struct Walk
    {
        private readonly SourceFile file;
        private readonly ReadOnlySpan<byte> bytes;
        private readonly ProblemList problems;
        private readonly string? verbatim;
        private Utf8JsonReader reader;

        // Tokens come in order, so counting from the last one keeps the whole linear.
        private int offset;
        private int line = 1;
        private int column = 1;

        public Walk(SourceFile file, ReadOnlySpan<byte> bytes, ProblemList problems, string? verbatim)
        {
            this.file = file;
            this.bytes = bytes;
            this.problems = problems;
            this.verbatim = verbatim;
            reader = new(bytes, new JsonReaderOptions { MaxDepth = DeepestNesting });
        }

        public SourceNode Document()
        {
            reader.Read();
            var node = Node(outermost: true);
            reader.Read();
            return node;
        }

        public SourcePlace Here()
        {
            Advance((int)reader.TokenStartIndex);
            return file.Place(line, column, 1);
        }

        public readonly SourcePlace PlaceOf(JsonException e)
        {
            if (e.LineNumber is not { } number || e.BytePositionInLine is not { } position)
            {
                return file.Whole;
            }

            var start = 0;
            for (var i = 0L; i < number; i++)
            {
                start += bytes[start..].IndexOf((byte)'\n') + 1;
            }

            var length = (int)Math.Min(position, bytes.Length - start);
            return file.Place((int)number + 1, Encoding.UTF8.GetCharCount(bytes.Slice(start, length)) + 1, 1);
        }

        private SourceNode Node(bool outermost)
        {
            Advance((int)reader.TokenStartIndex);
            var (atLine, atColumn) = (line, column);
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    return new SourceNode.Map(file, atLine, atColumn, 1, Entries(outermost));
                case JsonTokenType.StartArray:
                    var items = ImmutableArray.CreateBuilder<SourceNode>();
                    while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    {
                        items.Add(Node(outermost: false));
                    }

                    return new SourceNode.List(file, atLine, atColumn, 1, items.DrainToImmutable());
                case JsonTokenType.Null:
                    return new SourceNode.Text(file, atLine, atColumn, 4, string.Empty, TextStyle.Nothing);
                default:
                    return TextNode(atLine, atColumn);
            }
        }

        private readonly SourceNode.Text TextNode(int atLine, int atColumn)
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
            {
                var value = reader.GetString()!;
                return new(file, atLine, atColumn, value.Length + 2, value, TextStyle.Quoted);
            }

            var text = Encoding.UTF8.GetString(reader.ValueSpan);
            return new(file, atLine, atColumn, text.Length, text, TextStyle.Plain);
        }

        private ImmutableArray<SourceEntry> Entries(bool outermost)
        {
            var entries = ImmutableArray.CreateBuilder<SourceEntry>();
            var names = new HashSet<string>(StringComparer.Ordinal);
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                Advance((int)reader.TokenStartIndex);
                var key = TextNode(line, column);
                reader.Read();
                var value = outermost && key.Value == verbatim ? Verbatim() : Node(outermost: false);
                if (names.Add(key.Value))
                {
                    entries.Add(new(key, value));
                }
                else
                {
                    problems.Add(ProblemCode.DuplicateMember, key.Place, Naming.Shortened(key.Value));
                }
            }

            return entries.DrainToImmutable();
        }

        private SourceNode.Text Verbatim()
        {
            var start = (int)reader.TokenStartIndex;
            Advance(start);
            var (atLine, atColumn) = (line, column);
            if (reader.TokenType == JsonTokenType.Null)
            {
                return new(file, atLine, atColumn, 4, string.Empty, TextStyle.Nothing);
            }

            reader.Skip();
            var text = Encoding.UTF8.GetString(bytes[start..(int)reader.BytesConsumed]);
            return new(file, atLine, atColumn, 1, text, TextStyle.Quoted);
        }

        private void Advance(int target)
        {
            if (target <= offset)
            {
                return;
            }

            var passed = bytes[offset..target];
            var last = passed.LastIndexOf((byte)'\n');
            if (last >= 0)
            {
                line += passed.Count((byte)'\n');
                column = 1;
                passed = passed[(last + 1)..];
            }

            column += Encoding.UTF8.GetCharCount(passed);
            offset = target;
        }
    }
}
