namespace ZoningRules.Proposals;

/// <summary>What a positive rotation of a <see cref="DatumShift"/> turns.</summary>
public enum RotationConvention
{
    /// <summary>The position, about fixed axes: EPSG method 9606, Bursa-Wolf.</summary>
    PositionVector,

    /// <summary>The axes, about a fixed position: EPSG method 9607; the rotations have the opposite signs.</summary>
    CoordinateFrame,
}
