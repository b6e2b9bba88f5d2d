namespace ZoningRules.Geo.Indexing;

/// <summary>How an area that was found lies to the place asked about.</summary>
public enum AreaContact
{
    /// <summary>It holds the whole place, and its border keeps clear of it.</summary>
    Holds,

    /// <summary>Its border meets the place.</summary>
    Border,
}
