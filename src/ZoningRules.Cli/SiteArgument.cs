using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Proposals;

namespace ZoningRules.Cli;

/// <summary>Reads a site boundary that stands in a file of its own, or in a proposal.</summary>
internal static class SiteArgument
{
    /// <summary>The geometry; what is typed on the command line counts before what the file says.</summary>
    public static Loaded<Site.Geometry> Read(string path, string? layer, string? crs, Metres? accuracy)
    {
        if (Path.GetExtension(path).ToLowerInvariant() is ".yaml" or ".yml")
        {
            return OfProposal(path, layer, crs, accuracy);
        }

        var files = SiteFiles.Read(path);
        return files.Succeeded
            ? Loaded<Site.Geometry>.Good(new(SiteFormat.File, path, crs, accuracy, new(path)) { Files = [.. files.Value], Layer = layer })
            : Loaded<Site.Geometry>.Bad(files.Problems);
    }

    /// <summary>The proposal with what is typed about repairing its boundary; without that it stays as it is.</summary>
    public static Proposal Repaired(Proposal proposal, SiteRepair? repair) =>
        repair is { } asked && proposal.Site is Site.Geometry geometry ? proposal with { Site = geometry with { Repair = asked } } : proposal;

    private static Loaded<Site.Geometry> OfProposal(string path, string? layer, string? crs, Metres? accuracy)
    {
        var proposal = ProposalReader.Read(path);
        if (!proposal.Succeeded)
        {
            return Loaded<Site.Geometry>.Bad(proposal.Problems);
        }

        return proposal.Value.Site is Site.Geometry geometry
            ? Loaded<Site.Geometry>.Good(geometry with { Layer = layer ?? geometry.Layer, Crs = crs ?? geometry.Crs, Accuracy = accuracy ?? geometry.Accuracy })
            : Loaded<Site.Geometry>.Bad(Problem.Of(ProblemCode.NoSite, new(path)));
    }
}
