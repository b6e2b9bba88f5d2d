using System.Collections.Immutable;

namespace ZoningRules.Geo.Importing;

/// <summary>The files of an import.</summary>
/// <param name="Written">Relative to the pack's folder, in the order in which they must be put in place; the last makes the others count.</param>
/// <param name="Superseded">Files of the former data that no layer uses afterwards, relative to the pack's folder.</param>
public sealed record LayerImportFiles(ImmutableArray<string> Written, ImmutableArray<string> Superseded);
