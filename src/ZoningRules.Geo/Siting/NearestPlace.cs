using ZoningRules.Measures;
using ZoningRules.Verdicts;

namespace ZoningRules.Geo.Siting;

/// <summary>The nearest place of a verdict, seen from the representative position of a proposal's site, with the proof that the project is so judged there.</summary>
/// <param name="Verdict">The verdict of the project, as a point, at the place; from an assessment made there.</param>
/// <param name="Least">No shorter move than this leads to such a place in the area searched.</param>
/// <param name="Distance">How far the place assessed is; a little more than <paramref name="Least"/>, to be clear of the border.</param>
/// <param name="BearingDegrees">In which direction, in degrees clockwise from grid north.</param>
/// <param name="Position">The place: longitude, then latitude in degrees.</param>
/// <param name="Zone">The number of its zone.</param>
/// <param name="Moved">The verdict of the proposal with its whole site moved there.</param>
public sealed record NearestPlace(
    Verdict Verdict, Metres Least, Metres Distance, decimal BearingDegrees, (decimal Longitude, decimal Latitude) Position, int Zone, Verdict Moved);
