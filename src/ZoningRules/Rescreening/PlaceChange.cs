using ZoningRules.Problems;

namespace ZoningRules.Rescreening;

/// <summary>A control unit or layer to which a site lies otherwise than before.</summary>
/// <param name="Target">The control unit's code or the layer's id.</param>
/// <param name="Name">The control unit's name or the layer's label.</param>
/// <param name="Before">How the site lay to it by the old layers.</param>
/// <param name="After">How it lies to it by the new layers.</param>
public sealed record PlaceChange(string Target, LocalText Name, LocalText Before, LocalText After);
