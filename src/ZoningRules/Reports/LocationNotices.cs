using System.Collections.Immutable;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.RulePacks;

namespace ZoningRules.Reports;

/// <summary>Sentences about a place and its layers that everything made of them must show, reports and maps alike.</summary>
public static class LocationNotices
{
    /// <summary>What a reader must know about a location: layers that failed, a doubtful coordinate system, a repaired boundary; empty mostly.</summary>
    public static ImmutableArray<LocalText> Of(SiteLocation location, RulePack pack)
    {
        ArgumentNullException.ThrowIfNull(location);
        return [.. OfLayers(location.Layers, pack), .. OfSite(location)];
    }

    /// <summary>A doubtful coordinate system and a repaired boundary, in this order; empty mostly.</summary>
    public static ImmutableArray<LocalText> OfSite(SiteLocation location)
    {
        ArgumentNullException.ThrowIfNull(location);
        var notices = ImmutableArray.CreateBuilder<LocalText>();
        if (location.CoordinateDoubt is { } doubt)
        {
            notices.Add(doubt.ConfirmedBy is { } officer
                ? new($"{doubt.Text.Zh}。{officer} 已确认所报坐标系", $"{doubt.Text.En}. {officer} confirmed the system stated")
                : doubt.Text);
        }

        if (location.Repair is { } repair)
        {
            var (zh, en) = repair.Ambiguous.Value > 0
                ? ($"；两种修复方法相差 {Figures.Of(repair.Ambiguous, Language.Zh)}，按两种结果分别审查", $"; two ways of repairing differ by {Figures.Of(repair.Ambiguous, Language.En)}, and the site is assessed both ways")
                : (string.Empty, string.Empty);
            notices.Add(new(
                $"场址边界无效，已按要求修复：面积由 {Figures.Of(repair.AreaBefore, Language.Zh)} 变为 {Figures.Of(repair.AreaAfter, Language.Zh)}{zh}",
                $"The boundary of the site was invalid and has been repaired: its area changed from {Figures.Of(repair.AreaBefore, Language.En)} to {Figures.Of(repair.AreaAfter, Language.En)}{en}"));
        }

        return notices.ToImmutable();
    }

    /// <summary>One sentence that names the layers whose files could not be read, ordered by id; empty when there is none. A part of a layer that is named is not.</summary>
    public static ImmutableArray<LocalText> OfLayers(IEnumerable<LayerUse> layers, RulePack pack)
    {
        ArgumentNullException.ThrowIfNull(layers);
        ArgumentNullException.ThrowIfNull(pack);
        var failed = layers.Where(l => l.Status == LayerStatus.Failed).Select(l => l.Id).Order(StringComparer.Ordinal).ToArray();
        var named = pack.Layers.Where(l => failed.Contains(l.Id) && !(l.PartOf is { } whole && failed.Contains(whole))).OrderBy(l => l.Id, StringComparer.Ordinal).ToArray();
        return named.Length == 0 ? [] :
        [
            new(
                $"图层读取失败，需要它的要求待定：{string.Join("、", named.Select(l => l.Label.Zh))}",
                $"Layers that could not be read, so that what needs them is undetermined: {string.Join(", ", named.Select(l => l.Label.En))}"),
        ];
    }
}
