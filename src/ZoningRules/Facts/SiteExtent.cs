namespace ZoningRules.Facts;

/// <summary>Whether a place fact is about the whole site or about the part of it in one of several control units.</summary>
public enum SiteExtent
{
    /// <summary>The whole site.</summary>
    Whole,

    /// <summary>A part.</summary>
    Part,
}
