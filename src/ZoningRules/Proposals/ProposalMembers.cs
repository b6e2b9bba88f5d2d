using System.Collections.Immutable;
using ZoningRules.Problems.Sources;

namespace ZoningRules.Proposals;

/// <summary>The members of the mappings in a proposal, as docs/schemas/proposal.schema.json states them.</summary>
internal static class ProposalMembers
{
    public static readonly MemberSet Proposal = new("proposal", ["name"], ["date", "site", "attributes", "decisions"]);

    public static readonly MemberSet Site = new("site", [], ["geometry", "point", "wkt", "coordinates", "layer", "crs", "accuracy", "town", "county"]);

    public static readonly MemberSet Decision = new("decision", ["attribute", "value", "by", "date", "reason"], []);

    /// <summary>Members of a site that each give its geometry.</summary>
    public static readonly ImmutableArray<string> Geometries = ["geometry", "point", "wkt", "coordinates"];

    /// <summary>Properties of a GeoJSON Feature that are members and no attributes.</summary>
    public static readonly ImmutableArray<string> FeatureMembers = ["name", "date", "crs", "accuracy"];
}
