using System.Collections.Immutable;
using ZoningRules.Problems;

namespace ZoningRules.Proposals;

/// <summary>A value as it stands in a file, not yet typed: text, a list or a mapping. The vocabulary decides what it means.</summary>
public abstract record RawValue
{
    private protected RawValue(SourcePlace? place) => Place = place;

    /// <summary>Where it stands.</summary>
    public SourcePlace? Place { get; }

    /// <summary>A single text.</summary>
    public sealed record Text(string Value, SourcePlace? At = null) : RawValue(At);

    /// <summary>Values in the order of the file.</summary>
    public sealed record List(ImmutableArray<RawValue> Values, SourcePlace? At = null) : RawValue(At);

    /// <summary>Named values in the order of the file; names are distinct.</summary>
    public sealed record Map(ImmutableArray<KeyValuePair<string, RawValue>> Entries, SourcePlace? At = null) : RawValue(At);
}
