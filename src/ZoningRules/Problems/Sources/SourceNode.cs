using System.Collections.Immutable;

namespace ZoningRules.Problems.Sources;

/// <summary>A piece of a YAML or JSON file with its place. Every scalar is text. Closed.</summary>
internal abstract record SourceNode
{
    private protected SourceNode(SourceFile file, int line, int column, int length)
    {
        File = file;
        Line = line;
        Column = column;
        Length = length;
    }

    /// <summary>The file.</summary>
    public SourceFile File { get; }

    /// <summary>1-based.</summary>
    public int Line { get; }

    /// <summary>1-based.</summary>
    public int Column { get; }

    /// <summary>Characters on the first line.</summary>
    public int Length { get; }

    /// <summary>Where it stands.</summary>
    public SourcePlace Place => File.Place(Line, Column, Length);

    /// <summary>A single text.</summary>
    /// <param name="File">The file.</param>
    /// <param name="Line">1-based.</param>
    /// <param name="Column">1-based.</param>
    /// <param name="Length">Characters on the first line.</param>
    /// <param name="Value">The text.</param>
    /// <param name="Style">How it was written.</param>
    public sealed record Text(SourceFile File, int Line, int Column, int Length, string Value, TextStyle Style)
        : SourceNode(File, Line, Column, Length)
    {
        /// <summary>The place of a part of the text: exact for a plain text of one line, else the whole.</summary>
        public SourcePlace PlaceOf(int start, int length) =>
            Style == TextStyle.Plain && Value.Length == Length ? File.Place(Line, Column + start, length) : Place;
    }

    /// <summary>Nodes in the order of the file.</summary>
    public sealed record List(SourceFile File, int Line, int Column, int Length, ImmutableArray<SourceNode> Items)
        : SourceNode(File, Line, Column, Length);

    /// <summary>Named nodes in the order of the file; names are distinct.</summary>
    public sealed record Map(SourceFile File, int Line, int Column, int Length, ImmutableArray<SourceEntry> Entries)
        : SourceNode(File, Line, Column, Length)
    {
        /// <summary>The node of a name, or null.</summary>
        public SourceNode? this[string name]
        {
            get
            {
                foreach (var entry in Entries)
                {
                    if (entry.Name == name)
                    {
                        return entry.Node;
                    }
                }

                return null;
            }
        }
    }
}
