using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ZoningRules.Problems.Sources;

/// <summary>Reads the restricted YAML of docs/rule-language.md, section 1, over the events of YamlDotNet.</summary>
internal sealed class YamlNodes
{
    // Deeper nesting than any rule needs; protects the stack.
    private const int DeepestNesting = 64;

    private readonly SourceFile file;
    private readonly ProblemList problems;
    private readonly Parser parser;

    private YamlNodes(SourceFile file, ProblemList problems)
    {
        this.file = file;
        this.problems = problems;
        parser = new(new Scanner(new StringReader(file.Text), skipComments: true));
    }

    /// <summary>Reads the one document of a file. Null after a problem that leaves no document.</summary>
    public static SourceNode? Read(SourceFile file, ProblemList problems)
    {
        var reader = new YamlNodes(file, problems);
        try
        {
            return reader.Document();
        }
        catch (YamlException e)
        {
            problems.Add(ProblemCode.Syntax, reader.PlaceOf(e.Start, e.Start), Said(e.Message));
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or FormatException or IndexOutOfRangeException or OverflowException)
        {
            // The scanner of YamlDotNet lets some of these through on malformed escapes and numbers in directives.
            problems.Add(ProblemCode.Syntax, file.Whole, Said(e.Message));
        }

        return null;
    }

    private static string Said(string message)
    {
        var line = message.AsSpan();
        var end = line.IndexOfAny('\r', '\n');
        return (end < 0 ? line : line[..end]).Trim().TrimEnd('.').ToString();
    }

    private SourceNode? Document()
    {
        Next();
        Next();
        if (parser.Current is StreamEnd)
        {
            problems.Add(ProblemCode.Syntax, file.Whole, "the file is empty");
            return null;
        }

        if (parser.Current is DocumentStart { Version: not null } version)
        {
            problems.Add(ProblemCode.YamlFeature, PlaceOf(version.Start, version.End), "`%YAML`");
        }
        else if (parser.Current is DocumentStart { IsImplicit: false } start && file.Text.AsSpan().TrimStart().StartsWith("%", StringComparison.Ordinal))
        {
            problems.Add(ProblemCode.YamlFeature, PlaceOf(start.Start, start.End), "`%`");
        }

        Next();
        var node = Node(0);
        if (node is null)
        {
            return null;
        }

        Next();
        Next();
        if (parser.Current is DocumentStart second)
        {
            problems.Add(ProblemCode.YamlFeature, PlaceOf(second.Start, second.End), "`---`");
        }

        return node;
    }

    private void Next()
    {
        if (!parser.MoveNext())
        {
            throw new YamlException("the file ends too early");
        }
    }

    // The current event starts a node; afterwards the current event is its last one. Null when nested too deeply.
    private SourceNode? Node(int depth)
    {
        if (depth > DeepestNesting)
        {
            var at = parser.Current!;
            problems.Add(ProblemCode.Syntax, PlaceOf(at.Start, at.End), "nested too deeply");
            return null;
        }

        switch (parser.Current)
        {
            case Scalar scalar:
                CheckProperties(scalar);
                return TextOf(scalar);
            case SequenceStart sequence:
                CheckProperties(sequence);
                return ListOf(sequence, depth);
            case MappingStart mapping:
                CheckProperties(mapping);
                return MapOf(mapping, depth);
            case AnchorAlias alias:
                problems.Add(ProblemCode.YamlFeature, PlaceOf(alias.Start, alias.End), $"`*{alias.Value.Value}`");
                return new SourceNode.Text(file, (int)alias.Start.Line, (int)alias.Start.Column, 1, string.Empty, TextStyle.Quoted);
            default:
                throw new YamlException(parser.Current!.Start, parser.Current.End, "a value is expected here");
        }
    }

    private SourceNode.Text TextOf(Scalar scalar)
    {
        var place = Extent(scalar.Start, scalar.End);
        if (scalar.Style == ScalarStyle.DoubleQuoted && HasHalfCharacter(scalar.Value))
        {
            problems.Add(ProblemCode.Syntax, PlaceOf(scalar.Start, scalar.End), "an escape stands for half a character");
        }

        var style = scalar.Style != ScalarStyle.Plain ? TextStyle.Quoted : scalar.Value.Length == 0 ? TextStyle.Nothing : TextStyle.Plain;
        return new(file, place.Line, place.Column, place.Length, scalar.Value, style);
    }

    // Only an escape can make one: the file itself is strict UTF-8.
    private static bool HasHalfCharacter(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return true;
            }
        }

        return false;
    }

    private SourceNode.List? ListOf(SequenceStart start, int depth)
    {
        var items = ImmutableArray.CreateBuilder<SourceNode>();
        for (Next(); parser.Current is not SequenceEnd; Next())
        {
            if (Node(depth + 1) is not { } item)
            {
                return null;
            }

            items.Add(item);
        }

        return new(file, (int)start.Start.Line, (int)start.Start.Column, 1, items.DrainToImmutable());
    }

    private SourceNode.Map? MapOf(MappingStart start, int depth)
    {
        var entries = ImmutableArray.CreateBuilder<SourceEntry>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (Next(); parser.Current is not MappingEnd; Next())
        {
            SourceNode.Text? key = null;
            if (parser.Current is Scalar scalar)
            {
                CheckProperties(scalar);
                key = TextOf(scalar);
                if (key is { Value: "<<", Style: TextStyle.Plain })
                {
                    problems.Add(ProblemCode.YamlFeature, key.Place, "`<<`");
                    key = null;
                }
                else if (key.Value.Length == 0)
                {
                    problems.Add(ProblemCode.Syntax, key.Place, "a name is empty");
                    key = null;
                }
            }
            else
            {
                problems.Add(ProblemCode.YamlFeature, PlaceOf(parser.Current!.Start, parser.Current.End), "`? `");
                if (Node(depth + 1) is null)
                {
                    return null;
                }
            }

            Next();
            if (Node(depth + 1) is not { } value)
            {
                return null;
            }

            if (key is null)
            {
                continue;
            }

            if (names.Add(key.Value))
            {
                entries.Add(new(key, value));
            }
            else
            {
                problems.Add(ProblemCode.DuplicateMember, key.Place, Naming.Shortened(key.Value));
            }
        }

        return new(file, (int)start.Start.Line, (int)start.Start.Column, 1, entries.DrainToImmutable());
    }

    private void CheckProperties(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty)
        {
            problems.Add(ProblemCode.YamlFeature, PlaceOf(node.Start, node.End), $"`&{node.Anchor.Value}`");
        }

        if (!node.Tag.IsEmpty)
        {
            var tag = node.Tag.IsNonSpecific ? "!" : node.Tag.Value;
            problems.Add(ProblemCode.YamlFeature, PlaceOf(node.Start, node.End), $"`{(tag.StartsWith('!') ? tag : "!<" + tag + ">")}`");
        }
    }

    private SourcePlace PlaceOf(Mark start, Mark end)
    {
        var (line, column, length) = Extent(start, end);
        return file.Place(line, column, length);
    }

    private static (int Line, int Column, int Length) Extent(Mark start, Mark end)
    {
        var length = end.Line == start.Line ? (int)(end.Column - start.Column) : 1;
        return ((int)start.Line, (int)start.Column, Math.Max(1, length));
    }
}
