namespace ZoningRules.Geo.Siting;

/// <summary>What a search over all places makes of what a proposal declares, or an officer decided, about its own place (<c>site.in.LAYER</c>, <c>site.distance.LAYER</c>).</summary>
public enum PlaceDeclarations
{
    /// <summary>It is left out: it says nothing about other places. What only a declaration could answer stays undetermined.</summary>
    LeftOut,

    /// <summary>It is taken to hold everywhere; the result names it as an assumption.</summary>
    TakenEverywhere,
}
