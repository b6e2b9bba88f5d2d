namespace ZoningRules.Geo.Reading;

/// <summary>What a GeoJSON text holds.</summary>
/// <param name="Features">Its features, in order.</param>
/// <param name="Crs">What it says about its coordinate reference system.</param>
/// <param name="HasHeight">Whether a position has a third number, which was dropped.</param>
internal sealed record GeoJsonDocument(IReadOnlyList<GeoJsonFeature> Features, StatedCrs Crs, bool HasHeight);
