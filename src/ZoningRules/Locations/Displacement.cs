using ZoningRules.Measures;

namespace ZoningRules.Locations;

/// <summary>A move of a whole site without turning it, in the plane in which areas and distances are computed.</summary>
/// <param name="East">How far to the east; negative to the west.</param>
/// <param name="North">How far to the grid north; negative to the south.</param>
public readonly record struct Displacement(Metres East, Metres North)
{
    /// <summary>A move by a length in a direction.</summary>
    /// <param name="bearingDegrees">Degrees clockwise from grid north.</param>
    /// <param name="length">How far; rounded to a micrometre in each direction.</param>
    public static Displacement Towards(decimal bearingDegrees, Metres length)
    {
        var (sine, cosine) = Math.SinCos((double)bearingDegrees * Math.PI / 180);
        return new(Along(sine), Along(cosine));

        Metres Along(double share) => new(Math.Round(length.Value * (decimal)share, 6));
    }
}
