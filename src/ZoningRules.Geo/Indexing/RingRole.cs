namespace ZoningRules.Geo.Indexing;

/// <summary>What a ring of an area bounds.</summary>
public enum RingRole
{
    /// <summary>It is the outer border of a part.</summary>
    Shell,

    /// <summary>It is the border of a hole in the part whose shell came before it.</summary>
    Hole,
}
