using ZoningRules.Locations;
using ZoningRules.Problems;
using ZoningRules.Proposals;

namespace ZoningRules.Assessing;

/// <summary>An officer's decision about the attribute <c>site.crs</c>: the coordinate reference system that the site states is the true one.</summary>
internal static class CrsDecision
{
    /// <summary>The location with the decision, if there is one; a problem when it is about another system.</summary>
    public static Loaded<SiteLocation> Apply(SiteLocation location, Proposal proposal)
    {
        if (proposal.Decisions.FirstOrDefault(d => d.Attribute == SiteAttributes.Crs) is not { } decision)
        {
            return Loaded<SiteLocation>.Good(location);
        }

        var confirmed = (decision.Value as RawValue.Text)?.Value.Trim();
        if (!string.Equals(confirmed, location.Crs, StringComparison.OrdinalIgnoreCase)
            && !string.Equals(confirmed, (proposal.Site as Site.Geometry)?.Crs, StringComparison.OrdinalIgnoreCase))
        {
            return Loaded<SiteLocation>.Bad(Problem.Of(ProblemCode.OtherCrsConfirmed, decision.Place, confirmed ?? "?", location.Crs ?? "?"));
        }

        return Loaded<SiteLocation>.Good(location with
        {
            CoordinateDoubt = location.CoordinateDoubt is { } doubt ? doubt with { ConfirmedBy = decision.By } : null,
            OtherReading = location.OtherReading is { CoordinateDoubt: { } same } other ? other with { CoordinateDoubt = same with { ConfirmedBy = decision.By } } : location.OtherReading,
        });
    }
}
