namespace ZoningRules.Measures;

/// <summary>Strong Kleene truth. The order False &lt; Unknown &lt; True makes <c>all</c> a minimum and <c>any</c> a maximum.</summary>
public enum Truth : byte
{
    /// <summary>False whatever the unknowns are.</summary>
    False = 0,

    /// <summary>The unknowns decide.</summary>
    Unknown = 1,

    /// <summary>True whatever the unknowns are.</summary>
    True = 2,
}
