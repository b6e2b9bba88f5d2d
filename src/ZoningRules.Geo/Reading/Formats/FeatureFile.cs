using System.Collections.Immutable;
using ZoningRules.Proposals;

namespace ZoningRules.Geo.Reading.Formats;

/// <summary>A file to be read, in memory, and the files that came with it.</summary>
/// <param name="Name">Its name without folders; for messages, and for formats that spread over files of one name.</param>
/// <param name="Bytes">Its bytes.</param>
/// <param name="Others">The files that came with it, ordered.</param>
internal sealed record FeatureFile(string Name, ReadOnlyMemory<byte> Bytes, ImmutableArray<FeatureFile> Others)
{
    /// <summary>The files of a site: the first with the others.</summary>
    public static FeatureFile Of(ImmutableArray<SiteFile> files) => new(
        files[0].Name,
        files[0].Bytes.AsMemory(),
        [.. files.Skip(1).Select(f => new FeatureFile(f.Name, f.Bytes.AsMemory(), []))]);

    /// <summary>The file beside it with the same name and another ending, such as <c>.dbf</c>, in any case; null when there is none.</summary>
    public FeatureFile? Beside(string ending)
    {
        var stem = Path.GetFileNameWithoutExtension(Name);
        return Others.FirstOrDefault(f => Path.GetExtension(f.Name).Equals(ending, StringComparison.OrdinalIgnoreCase)
            && Path.GetFileNameWithoutExtension(f.Name).Equals(stem, StringComparison.OrdinalIgnoreCase));
    }
}
