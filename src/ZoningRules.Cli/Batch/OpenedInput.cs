namespace ZoningRules.Cli.Batch;

/// <summary>An input whose kind was recognised and whose rows can be read.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Crs">The coordinate reference system of rows that state none; null when nobody says one.</param>
/// <param name="Delimiter">What stands between the cells of a table's records.</param>
/// <param name="Converted">Whether the text was converted from another encoding, so that a replacement character stands for bytes that are no text.</param>
/// <param name="Length">How many bytes the input has; null when that is not known.</param>
internal sealed record OpenedInput(IRowSource Rows, string? Crs, byte Delimiter, bool Converted, long? Length) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => Rows.Dispose();
}
