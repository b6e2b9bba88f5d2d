namespace ZoningRules.Locations;

/// <summary>A layer's identity for the receipt.</summary>
/// <param name="Id">The layer's id.</param>
/// <param name="Status">Measured when its file was read; otherwise why not.</param>
/// <param name="Sha256">Lower-case hex SHA-256 of its file's bytes; empty without a file.</param>
/// <param name="Source">Title of its source; empty without a file.</param>
/// <param name="SourceDate">Date of its source; null without a file.</param>
/// <param name="Illustrative">Whether it is an illustration and no legal boundary.</param>
public sealed record LayerUse(string Id, LayerStatus Status, string Sha256, string Source, DateOnly? SourceDate, bool Illustrative);
