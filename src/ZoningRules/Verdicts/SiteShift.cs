using System.Collections.Immutable;
using ZoningRules.Measures;

namespace ZoningRules.Verdicts;

/// <summary>A move of the whole site that was tried: located and assessed as if its own boundary had no error at all, the layers as accurate as they state.</summary>
/// <param name="BearingDegrees">The direction in degrees clockwise from grid north, 0 included, 360 excluded.</param>
/// <param name="Length">How far.</param>
/// <param name="Possible">The possible verdicts there, mildest first.</param>
public sealed record SiteShift(decimal BearingDegrees, Metres Length, ImmutableArray<Verdict> Possible);
