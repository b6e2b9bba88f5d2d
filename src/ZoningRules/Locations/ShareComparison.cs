using ZoningRules.Measures;

namespace ZoningRules.Locations;

/// <summary>A share of area computed from a layer beside the published one.</summary>
/// <param name="County">The county's name; null for the whole territory.</param>
/// <param name="Category">The category of control units.</param>
/// <param name="Units">How many control units the layer has there.</param>
/// <param name="PublishedUnits">How many were published; 0 when none.</param>
/// <param name="Share">Their share of the area of all control units there, on the ellipsoid.</param>
/// <param name="Published">The published share, rounded as it was; zero when none.</param>
public sealed record ShareComparison(string? County, ControlCategory Category, int Units, int PublishedUnits, Ratio Share, Ratio Published)
{
    /// <summary>Computed minus published, in percentage points.</summary>
    public decimal DifferenceInPoints => (Share.Value - Published.Value) * 100;
}
