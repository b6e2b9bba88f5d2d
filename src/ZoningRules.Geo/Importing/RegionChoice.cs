namespace ZoningRules.Geo.Importing;

/// <summary>Where the coverage or the known holes of a layer come from. Closed.</summary>
public abstract record RegionChoice
{
    private protected RegionChoice() { }

    /// <summary>A file of polygons in any format that is read, in the coordinate reference system it states or else in that of the layer.</summary>
    /// <param name="Path">The file.</param>
    public sealed record FromFile(string Path) : RegionChoice;

    /// <summary>What the layer has now.</summary>
    public sealed record Unchanged : RegionChoice;

    /// <summary>Nothing: no known holes; for the coverage of control units their union, known holes included.</summary>
    public sealed record None : RegionChoice;
}
