using System.Collections.Immutable;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;

namespace ZoningRules.Reports;

/// <summary>Sentences about a location that every report must show.</summary>
internal static class LocationNotices
{
    /// <summary>The sentences: a doubtful coordinate system, a repaired boundary; empty mostly.</summary>
    public static ImmutableArray<LocalText> Of(SiteLocation location)
    {
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
}
