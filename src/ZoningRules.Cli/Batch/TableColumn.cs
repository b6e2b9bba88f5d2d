namespace ZoningRules.Cli.Batch;

/// <summary>A column of a table.</summary>
/// <param name="Heading">Its heading as written.</param>
/// <param name="Use">What it says.</param>
/// <param name="Attribute">The attribute's id; for a field that of its items; empty otherwise.</param>
/// <param name="Item">For a field the number of the item, from 1.</param>
/// <param name="Field">For a field its id.</param>
/// <param name="Measure">The measure of numbers that are written without one, or null.</param>
/// <param name="IsList">Whether a cell holds a list.</param>
/// <param name="IsYesNo">Whether a cell says yes or no.</param>
internal sealed record TableColumn(
    string Heading, ColumnUse Use, string Attribute = "", int Item = 0, string Field = "", string? Measure = null, bool IsList = false, bool IsYesNo = false)
{
    /// <summary>What it says, as a heading names it.</summary>
    public string Target => Use switch
    {
        ColumnUse.Attribute => Attribute,
        ColumnUse.Field => FormattableString.Invariant($"{Attribute}[{Item}].{Field}"),
        _ => Use.ToString().ToLowerInvariant(),
    };
}
