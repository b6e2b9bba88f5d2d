using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Mapping;

/// <summary>What a map says of where it comes from.</summary>
internal static class MapSources
{
    /// <summary>The sentence that every picture of an illustrative layer bears.</summary>
    public static readonly LocalText Illustrative = new("示意，非法定界线", "Illustrative; not a legal boundary");

    /// <summary>The sources of layers, one line a file, in the order of the layers.</summary>
    public static IReadOnlyList<LocalText> Of(IEnumerable<LayerUse> layers) =>
    [
        .. layers.Where(l => l.Status == LayerStatus.Measured)
            .DistinctBy(l => l.Sha256)
            .Select(l =>
            {
                var about = $"{l.Source}  {(l.SourceDate is { } date ? Figures.Of(date) : "")}  SHA-256 {l.Sha256[..Math.Min(12, l.Sha256.Length)]}…";
                return new LocalText(about, about);
            }),
    ];

    /// <summary>The warnings of layers: none, or that one is an illustration.</summary>
    public static IReadOnlyList<LocalText> Warnings(IEnumerable<LayerUse> layers) => layers.Any(l => l.Illustrative) ? [Illustrative] : [];

    /// <summary>What a reader of a map alone must know about the outline of a site that is drawn on it.</summary>
    public static IEnumerable<LocalText> OutlineWarnings(SiteLocation location)
    {
        if (location is { IsDoubtful: true, CoordinateDoubt: { } doubt })
        {
            yield return doubt.Text;
        }

        if (location.Repair is { } repair)
        {
            yield return repair.Ambiguous.Value > 0
                ? new("场址边界无效，所绘为两种修复结果之一", "The boundary of the site was invalid; one of two ways of repairing it is drawn")
                : new("场址边界无效，所绘为修复后的边界", "The boundary of the site was invalid; it is drawn as repaired");
        }
    }
}
