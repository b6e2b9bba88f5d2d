using System.Collections.Immutable;
using System.Text;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.RulePacks;

namespace ZoningRules.Geo.Siting;

/// <summary>
/// Everything about a location that the open norms can tell apart: control units by category, gaps, and for each layer that matters its truths and on which side of
/// every threshold its distance lies. Locations with equal signatures have equal findings, so that one assessment serves them all.
/// </summary>
internal sealed class PlaceSignature(RulePack pack, PlaceThresholds thresholds)
{
    // A requirement of one unit tells units of one category apart.
    private readonly bool namesUnits = pack.Requirements.Any(r => r.Scope is Scope.InUnit);
    private readonly ImmutableArray<(string Layer, ImmutableArray<decimal> Distances)> layers = [.. thresholds.All.Select(t => (t.Layer, t.Limits))];

    /// <summary>The signature.</summary>
    public string Of(SiteLocation location)
    {
        var text = new StringBuilder();
        Add(text, location.Relations);
        foreach (var gap in location.Gaps)
        {
            text.Append("/gap").Append(gap.OutsideCoverage ? '!' : ' ').Append(gap.Reason);
        }

        foreach (var part in location.Units.Select(PartOf).Order(StringComparer.Ordinal))
        {
            text.Append(part);
        }

        return text.ToString();
    }

    private string PartOf(UnitHit hit)
    {
        var text = new StringBuilder("/unit")
            .Append((int)hit.Category)
            .Append((int)hit.Certainty)
            .Append(pack.UnitLists is { } lists && !lists.Loaded.Contains(hit.Code) ? '-' : '+')
            .Append(namesUnits ? hit.Code : "");
        Add(text, hit.Relations);
        return text.ToString();
    }

    private void Add(StringBuilder text, ImmutableArray<LayerRelation> relations)
    {
        foreach (var (layer, distances) in layers)
        {
            var relation = relations.FirstOrDefault(r => r.Layer == layer);
            if (relation is null)
            {
                text.Append("|?");
                continue;
            }

            text.Append('|').Append((int)relation.Status).Append((int)relation.In).Append((int)relation.Within);
            foreach (var distance in distances)
            {
                text.Append(relation.Distance is { } range ? Side(range.Low, distance) : '?').Append(relation.Distance is { } same ? Side(same.High, distance) : '?');
            }

            text.Append(relation.Distance is { } any ? Side(any.Low, 0) : '?');
        }
    }

    private static char Side(Metres length, decimal limit) => length.Value.CompareTo(limit) switch { < 0 => '<', 0 => '=', > 0 => '>' };
}
