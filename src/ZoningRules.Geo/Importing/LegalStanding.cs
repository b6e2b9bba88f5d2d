namespace ZoningRules.Geo.Importing;

/// <summary>Whether the boundaries of a layer are the legal ones.</summary>
public enum LegalStanding
{
    /// <summary>示意: an illustration; every report that used the layer says so.</summary>
    Illustrative,

    /// <summary>The office that imports them answers for them.</summary>
    Official,
}
