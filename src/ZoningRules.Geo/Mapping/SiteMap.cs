using System.Collections.Immutable;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Proposals;
using ZoningRules.Reports;
using ZoningRules.RulePacks;
using ZoningRules.Verdicts;

namespace ZoningRules.Geo.Mapping;

/// <summary>
/// Draws a site among the control units and layers as one page of A4 in SVG: control units by category, layers that matter, distances with their figures, legend, scale
/// bar, north arrow, net of degrees and sources. The same input gives the same bytes.
/// </summary>
public static class SiteMap
{

    /// <summary>Draws the site of an assessment, with the layers that the norms bearing on it look at.</summary>
    /// <returns>The page, or what is wrong with the site's geometry.</returns>
    /// <exception cref="ArgumentException">The proposal has no geometry to draw.</exception>
    public static Loaded<string> Draw(SiteLocator locator, Assessment assessment, Language language)
    {
        ArgumentNullException.ThrowIfNull(locator);
        ArgumentNullException.ThrowIfNull(assessment);
        if (assessment is not { Proposal.Site: Site.Geometry site, Location: { } location })
        {
            throw new ArgumentException("the proposal has no geometry", nameof(assessment));
        }

        LocalText verdict = new(
            $"结论：{Labels.Of(assessment.Verdict, Language.Zh)}（法律时点 {Figures.Of(assessment.GoverningDate)}）",
            $"Verdict: {Labels.Of(assessment.Verdict, Language.En)} (law of {Figures.Of(assessment.GoverningDate)})");
        return Draw(locator, assessment.Pack, site, location, LayersConcerned.By(assessment), LayersConcerned.MeasuredBy(assessment), language, [new(assessment.Proposal.Name, assessment.Proposal.Name), verdict]);
    }

    /// <summary>Draws a site that was only located, with the layers it lies in or near.</summary>
    /// <returns>The page, or what is wrong with the site's geometry.</returns>
    public static Loaded<string> Draw(SiteLocator locator, RulePack pack, Site.Geometry site, SiteLocation location, Language language)
    {
        ArgumentNullException.ThrowIfNull(locator);
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(location);
        var parts = pack.Layers.Where(l => l.PartOf is not null).Select(l => l.Id).ToHashSet(StringComparer.Ordinal);
        var near = location.Relations.Where(r => !parts.Contains(r.Layer) && (r.In == Truth.True || r.Distance is { Low.Value: <= 5000 })).Select(r => r.Layer);
        return Draw(locator, pack, site, location, [.. near], [], language, []);
    }

    private static Loaded<string> Draw(
        SiteLocator locator,
        RulePack pack,
        Site.Geometry site,
        SiteLocation location,
        ImmutableArray<string> layers,
        ImmutableArray<string> tested,
        Language language,
        ImmutableArray<LocalText> subtitles)
    {
        var placed = locator.Draw(site);
        if (!placed.Succeeded)
        {
            return Loaded<string>.Bad(placed.Problems);
        }

        var scene = new SiteScene(locator.Geo, pack, placed.Value, location, layers, tested, language);
        return Loaded<string>.Good(MapDrawing.Draw(scene.Sheet(subtitles), language));
    }
}
