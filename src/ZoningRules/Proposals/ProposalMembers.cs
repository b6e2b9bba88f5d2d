using System.Collections.Immutable;
using ZoningRules.Problems.Sources;

namespace ZoningRules.Proposals;

/// <summary>The members of the mappings in a proposal, as docs/schemas/proposal.schema.json states them.</summary>
internal static class ProposalMembers
{
    public static readonly MemberSet Proposal = new("proposal", ["name"], ["date", "site", "attributes", "decisions"]);

    public static readonly MemberSet Site = new("site", [], [
        "geometry", "point", "wkt", "coordinates", "layer", "crs", "axes", "datum-shift", "accuracy", "width", "repair", "town", "county", "parcel",
    ]);

    public static readonly MemberSet Parcel = new("parcel", [], ["geometry", "point", "wkt", "coordinates", "layer", "crs", "axes", "datum-shift", "accuracy"]);

    public static readonly MemberSet DatumShift = new("datum-shift", ["dx", "dy", "dz"], ["rx", "ry", "rz", "scale", "rotation", "accuracy"]);


    public static readonly MemberSet Decision = new("decision", ["attribute", "value", "by", "date", "reason"], []);

    /// <summary>The words for <c>axes</c>.</summary>
    public static readonly ImmutableArray<Word<SiteAxes>> Axes = [new("east-north", SiteAxes.EastNorth), new("north-east", SiteAxes.NorthEast)];

    /// <summary>The words for <c>rotation</c>.</summary>
    public static readonly ImmutableArray<Word<RotationConvention>> Rotations =
        [new("position-vector", RotationConvention.PositionVector), new("coordinate-frame", RotationConvention.CoordinateFrame)];

    /// <summary>Members of a site that each give its geometry.</summary>
    public static readonly ImmutableArray<string> Geometries = ["geometry", "point", "wkt", "coordinates"];

    /// <summary>Properties of a GeoJSON Feature that are members and no attributes.</summary>
    public static readonly ImmutableArray<string> FeatureMembers = ["name", "date", "crs", "accuracy", "width", "repair"];
}
