using System.Collections.Immutable;

namespace ZoningRules.Reports;

/// <summary>A part of a document. Closed.</summary>
internal abstract record Block
{
    private Block() { }

    /// <summary>A heading; level 1 is the title.</summary>
    public sealed record Heading(int Level, string Text) : Block;

    /// <summary>The verdict, set apart.</summary>
    /// <param name="Style">The style of the verdict.</param>
    /// <param name="Text">The first line is the verdict itself.</param>
    public sealed record Callout(RunStyle Style, Passage Text) : Block;

    /// <summary>A paragraph.</summary>
    public sealed record Paragraph(Passage Text) : Block;

    /// <summary>A list, numbered or not.</summary>
    /// <param name="Numbered">Whether the entries are numbered.</param>
    /// <param name="Items">The entries.</param>
    public sealed record Listing(bool Numbered, ImmutableArray<Passage> Items) : Block;

    /// <summary>A table; the first cell of a row heads it.</summary>
    /// <param name="Caption">What it shows.</param>
    /// <param name="Columns">The column headings.</param>
    /// <param name="Rows">Each row's cells.</param>
    public sealed record Table(string Caption, ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<Passage>> Rows) : Block;
}
