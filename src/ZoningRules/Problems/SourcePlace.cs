namespace ZoningRules.Problems;

/// <summary>A place in a file. Equality compares all members.</summary>
/// <param name="File">The path as the reader of a message should see it.</param>
/// <param name="Line">1-based; 0 when the whole file is meant.</param>
/// <param name="Column">1-based; 0 when the whole line or file is meant.</param>
/// <param name="Length">Characters to underline; 0 when not known.</param>
/// <param name="LineText">The text of the line, or null when it is not shown.</param>
public sealed record SourcePlace(string File, int Line = 0, int Column = 0, int Length = 0, string? LineText = null)
{
    /// <summary><c>file:line:column</c>, leaving out what is not known.</summary>
    public override string ToString() =>
        Line == 0 ? File : Column == 0 ? $"{File}:{Line}" : $"{File}:{Line}:{Column}";
}
