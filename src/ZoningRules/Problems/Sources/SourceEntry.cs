namespace ZoningRules.Problems.Sources;

/// <summary>A name with its node.</summary>
/// <param name="Key">The name as it stands in the file.</param>
/// <param name="Node">What stands under it.</param>
internal sealed record SourceEntry(SourceNode.Text Key, SourceNode Node)
{
    /// <summary>The name.</summary>
    public string Name => Key.Value;
}
