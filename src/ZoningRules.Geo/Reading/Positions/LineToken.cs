namespace ZoningRules.Geo.Reading.Positions;

/// <summary>A coordinate, a word, or something that starts like a number and is none.</summary>
/// <param name="Text">As it is written, with plain signs.</param>
/// <param name="Column">Where it starts, from 1.</param>
/// <param name="Value">The coordinate; null for other things.</param>
/// <param name="Fault">What is wrong when it is none but starts like one.</param>
internal sealed record LineToken(string Text, int Column, CoordinateValue? Value, (string Zh, string En)? Fault)
{
    /// <summary>Whether it is a word.</summary>
    public bool IsWord => Value is null && Fault is null;
}
