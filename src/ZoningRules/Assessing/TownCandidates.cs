using System.Collections.Immutable;
using ZoningRules.Facts;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Problems.Sources;
using ZoningRules.Proposals;
using ZoningRules.RulePacks;
using ZoningRules.Verdicts;

namespace ZoningRules.Assessing;

/// <summary>Where a site known by its town only may lie.</summary>
internal sealed record TownCandidates(ImmutableArray<TownCandidate> Candidates)
{
    /// <summary>The town of a name or an alias, or null.</summary>
    public static Town? Named(RulePack pack, string name) =>
        pack.Towns.FirstOrDefault(t => t.Name == name) ?? pack.Towns.FirstOrDefault(t => t.Aliases.Contains(name));

    /// <summary>Finds a town by its name or an alias and lists the candidates in the order of the pack; a hole comes last.</summary>
    public static Loaded<TownCandidates> Find(RulePack pack, Site.Town named)
    {
        var town = Named(pack, named.Name);
        if (town is null)
        {
            var names = pack.Towns.SelectMany(t => t.Aliases.Prepend(t.Name)).ToArray();
            return Loaded<TownCandidates>.Bad(Problem.Of(ProblemCode.UnknownTown, named.Place, named.Name, Naming.NearestOrAll(named.Name, names)));
        }

        if (named.County is { } county && county != town.County)
        {
            return Loaded<TownCandidates>.Bad(Problem.Of(ProblemCode.TownCounty, named.Place, named.Name, county, town.County));
        }

        var candidates = pack.Units
            .Where(u => town.UnitCodes.Contains(u.Code) || (u.County == town.County && !u.HostTownStated))
            .Select(u => new TownCandidate(u, town.UnitCodes.Contains(u.Code) ? CandidateBasis.NamedTown : CandidateBasis.ParkWithoutHostTown, null))
            .ToList();
        if (town.Hole is { } hole)
        {
            candidates.Add(new(null, CandidateBasis.Hole, hole));
        }

        return Loaded<TownCandidates>.Good(new([.. candidates]));
    }

    /// <summary>Joins the assessments at the candidates.</summary>
    public static Assessment Merge(ImmutableArray<(TownCandidate Candidate, Assessment Assessment)> there) => Alternatives.Merge([.. there.Select(t => t.Assessment)]) with
    {
        Candidates = [.. there.Select(t => new CandidateUnit(t.Candidate.Unit, t.Candidate.Basis, t.Assessment.Verdict, t.Assessment.Possible))],
    };
}

/// <summary>One place where a site known by its town may lie.</summary>
internal sealed record TownCandidate(ControlUnit? Unit, CandidateBasis Basis, string? Hole)
{
    /// <summary>The location of a site that lies here and of which nothing else is known.</summary>
    public SiteLocation Location(Vocabulary vocabulary)
    {
        var relations = vocabulary.Layers.Select(l => LayerRelation.Unanswered(l.Id, LayerStatus.NoGeometry)).ToImmutableArray();
        return new()
        {
            Units = Unit is null ? [] : [new()
            {
                Code = Unit.Code,
                Name = Unit.Name,
                Category = Unit.Category,
                Certainty = Truth.True,
                Area = new(0),
                ShareOfSite = new(1),
                ShareOfUnit = new(0),
                Relations = relations,
            }],
            Gaps = Unit is null ? [new(new(0), new(1), Hole, false)] : [],
            Relations = relations,
        };
    }
}
