using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Proposals;

namespace ZoningRules.Cli;

/// <summary>Reads a site boundary that stands in a file of its own, or in a proposal.</summary>
internal static class SiteArgument
{
    /// <summary>The geometry; what is typed on the command line counts before what the file says.</summary>
    public static Loaded<Site.Geometry> Read(string path, string? crs, Metres? accuracy)
    {
        if (Path.GetExtension(path).ToLowerInvariant() is ".yaml" or ".yml")
        {
            return OfProposal(path, crs, accuracy);
        }

        var files = SiteFiles.Read(path);
        return files.Succeeded
            ? Loaded<Site.Geometry>.Good(new(SiteFormat.File, path, crs, accuracy, new(path)) { Files = [.. files.Value] })
            : Loaded<Site.Geometry>.Bad(files.Problems);
    }

    private static Loaded<Site.Geometry> OfProposal(string path, string? crs, Metres? accuracy)
    {
        var proposal = ProposalReader.Read(path);
        if (!proposal.Succeeded)
        {
            return Loaded<Site.Geometry>.Bad(proposal.Problems);
        }

        return proposal.Value.Site is Site.Geometry geometry
            ? Loaded<Site.Geometry>.Good(geometry with { Crs = crs ?? geometry.Crs, Accuracy = accuracy ?? geometry.Accuracy })
            : Loaded<Site.Geometry>.Bad(Problem.Of(ProblemCode.NoSite, new(path)));
    }
}
