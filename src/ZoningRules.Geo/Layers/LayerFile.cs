using ZoningRules.Geo.Reading;

namespace ZoningRules.Geo.Layers;

/// <summary>A layer file as read: every part valid and within its coordinate reference system.</summary>
/// <param name="Sha256">Lower-case hex SHA-256 of its bytes.</param>
/// <param name="Features">Its features, in order; each has at least one part and parts of one kind only.</param>
internal sealed record LayerFile(string Sha256, IReadOnlyList<Feature> Features);
