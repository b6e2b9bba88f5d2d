using System.Collections.Immutable;

namespace ZoningRules.Proposals;

/// <summary>A file that holds a site's geometry, or belongs to one that does, such as the <c>.dbf</c> beside a <c>.shp</c>.</summary>
/// <param name="Name">Its name without folders.</param>
/// <param name="Bytes">All its bytes.</param>
public sealed record SiteFile(string Name, ImmutableArray<byte> Bytes);
