namespace ZoningRules.Locations;

/// <summary>Makes what locates sites among the layers of one rule pack; for hosts that use several packs. <c>AddZoningRulesGeo</c> registers one.</summary>
/// <param name="layers">The layers of the pack.</param>
public delegate ISiteLocator SiteLocatorFactory(IReadOnlyList<LayerDefinition> layers);
