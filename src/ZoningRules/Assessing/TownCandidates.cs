using System.Collections.Immutable;
using ZoningRules.Facts;
using ZoningRules.Findings;
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
    /// <summary>Finds a town by its name or an alias and lists the candidates in the order of the pack; a hole comes last.</summary>
    public static Loaded<TownCandidates> Find(RulePack pack, Site.Town named)
    {
        var town = pack.Towns.FirstOrDefault(t => t.Name == named.Name) ?? pack.Towns.FirstOrDefault(t => t.Aliases.Contains(named.Name));
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

    /// <summary>Joins the assessments at the candidates: the common verdict, the union of what is possible, each norm's strictest finding.</summary>
    public static Assessment Merge(ImmutableArray<(TownCandidate Candidate, Assessment Assessment)> there)
    {
        var first = there[0].Assessment;
        var verdicts = there.Select(t => t.Assessment.Verdict).Distinct().ToArray();
        var verdict = verdicts.Length == 1 ? verdicts[0] : Verdict.Undetermined;
        var findings = there
            .SelectMany(t => t.Assessment.Findings)
            .GroupBy(f => f.Norm.Id, StringComparer.Ordinal)
            .Select(g => g.MaxBy(f => f.Outcome)!)
            .OrderBy(f => f.Norm.Id, StringComparer.Ordinal)
            .ToImmutableArray();
        var questions = there
            .SelectMany(t => t.Assessment.Questions)
            .GroupBy(q => q.Attribute, StringComparer.Ordinal)
            .Select(g => g.First() with { Decides = [.. g.SelectMany(q => q.Decides).Distinct().Order(StringComparer.Ordinal)] })
            .ToList();
        if (verdicts.Length > 1 && questions.TrueForAll(q => q.Attribute != "site"))
        {
            questions.Add(Evaluation.QuestionWriter.Site([], UnknownReasons.NotProvided));
        }

        return first with
        {
            Verdict = verdict,
            Possible = [.. there.SelectMany(t => t.Assessment.Possible).Distinct().Order()],
            SameForEveryCompletion = there.All(t => t.Assessment.SameForEveryCompletion),
            Exact = there.All(t => t.Assessment.Exact),
            Candidates = [.. there.Select(t => new CandidateUnit(t.Candidate.Unit, t.Candidate.Basis, t.Assessment.Verdict, t.Assessment.Possible))],
            Findings = findings,
            Manual = [.. there.SelectMany(t => t.Assessment.Manual).DistinctBy(f => f.Norm.Id).OrderBy(f => f.Norm.Id, StringComparer.Ordinal)],
            Doubts = [.. there.SelectMany(t => t.Assessment.Doubts).DistinctBy(d => d.Text)],
            Questions = [.. questions.OrderBy(q => q.Cost).ThenByDescending(q => q.Decides.Length).ThenBy(q => q.Attribute, StringComparer.Ordinal)],
            Obligations = [.. findings
                .Where(f => f.Outcome == Outcome.Conditional)
                .SelectMany(f => f.Norm.Obligations.Select(o => new AttachedObligation(f.Norm.Id, o, f.Citation)))],
            NotLoaded = [.. there.SelectMany(t => t.Assessment.NotLoaded).DistinctBy(l => l.Unit).OrderBy(l => l.Unit, StringComparer.Ordinal)],
        };
    }
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
