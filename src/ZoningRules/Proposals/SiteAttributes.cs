namespace ZoningRules.Proposals;

/// <summary>The attributes of a site that are understood in every proposal, whether a pack declares them or not.</summary>
internal static class SiteAttributes
{
    /// <summary>The town it lies in, by name.</summary>
    public const string Town = "site.town";

    /// <summary>The county of that town, by name.</summary>
    public const string County = "site.county";

    /// <summary>Its coordinate reference system, which only an officer can confirm.</summary>
    public const string Crs = "site.crs";
}
