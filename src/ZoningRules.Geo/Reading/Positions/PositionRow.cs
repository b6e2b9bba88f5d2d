namespace ZoningRules.Geo.Reading.Positions;

/// <summary>One position of a list or table.</summary>
/// <param name="Line">Its line, from 1.</param>
/// <param name="First">The coordinate that is written first.</param>
/// <param name="Second">The other one.</param>
internal sealed record PositionRow(int Line, CoordinateValue First, CoordinateValue Second)
{
    /// <summary>The name of the point, or null.</summary>
    public string? Name { get; init; }

    /// <summary>The ring it belongs to; equal for all when nothing is said.</summary>
    public string Ring { get; init; } = "";

    /// <summary>The parcel it belongs to; equal for all when nothing is said.</summary>
    public string Parcel { get; init; } = "";

    /// <summary>Counts the blocks of lines between empty lines.</summary>
    public int Block { get; init; }

    /// <summary>Whether a third number, a height, was left out.</summary>
    public bool HasHeight { get; init; }

    /// <summary>Whether its whole first number was taken as the number of the point, with no heading to say so.</summary>
    public bool NameIsGuess { get; init; }

    /// <summary>The two numbers.</summary>
    public (double First, double Second) Position => (First.Number, Second.Number);
}
