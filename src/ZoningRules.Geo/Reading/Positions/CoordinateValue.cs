namespace ZoningRules.Geo.Reading.Positions;

/// <summary>One coordinate of a text.</summary>
/// <param name="Number">Metres or degrees.</param>
/// <param name="Style">How it is written.</param>
/// <param name="Axis">What stands beside it.</param>
/// <param name="Text">As it is written, with plain signs.</param>
/// <param name="Column">Where it starts in its line, from 1.</param>
internal sealed record CoordinateValue(double Number, ValueStyle Style, AxisWord Axis, string Text, int Column)
{
    /// <summary>Whether it is certainly an angle.</summary>
    public bool IsAngle => Style != ValueStyle.Plain;

    /// <summary>Whether it is a whole number without sign or point, as point numbers are.</summary>
    public bool IsCount => Style == ValueStyle.Plain && Axis == AxisWord.None && Text.Length <= 5 && Text.All(char.IsAsciiDigit);
}
