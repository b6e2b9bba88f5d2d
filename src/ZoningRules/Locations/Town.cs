using System.Collections.Immutable;
using ZoningRules.Problems;

namespace ZoningRules.Locations;

/// <summary>A town and the control units that the law says lie in it.</summary>
/// <param name="Name">The name the law uses.</param>
/// <param name="County">The county's name.</param>
/// <param name="Aliases">Other spellings and later names.</param>
/// <param name="UnitCodes">Codes of the units named for it, in the order of the pack; at least one.</param>
/// <param name="Hole">The law's words for a part that belongs to no unit, or null.</param>
/// <param name="Place">Where it stands in the pack.</param>
public sealed record Town(
    string Name, string County, ImmutableArray<string> Aliases, ImmutableArray<string> UnitCodes, string? Hole, SourcePlace Place);
