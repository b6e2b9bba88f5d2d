using System.Collections.Concurrent;
using System.Collections.Immutable;
using ZoningRules.Evaluation;
using ZoningRules.Facts;
using ZoningRules.Findings;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Proposals;
using ZoningRules.Reports;
using ZoningRules.RulePacks;
using ZoningRules.Verdicts;

namespace ZoningRules.Assessing;

/// <summary>The front door: assesses proposals against one rule pack. Immutable in effect and thread-safe; make one and keep it.</summary>
public sealed class Assessor
{
    private const int KeptPrograms = 64;

    private readonly ConcurrentDictionary<DateOnly, RuleProgram> programs = new();
    private readonly IRuleEngine engine;

    /// <summary>Makes an assessor.</summary>
    /// <param name="pack">The rules.</param>
    /// <param name="locator">Locates geometries; without one a site with a geometry counts as not located.</param>
    /// <param name="engine">The engine that gives norms their outcomes; the direct engine when null.</param>
    public Assessor(RulePack pack, ISiteLocator? locator = null, IRuleEngine? engine = null)
    {
        ArgumentNullException.ThrowIfNull(pack);
        Pack = pack;
        Locator = locator;
        this.engine = engine ?? new DirectEngine();
    }

    /// <summary>Name and version of this engine, as receipts name it.</summary>
    public static string EngineName { get; } = $"ZoningRules {typeof(Assessor).Assembly.GetName().Version?.ToString(3)}";

    /// <summary>The rules.</summary>
    public RulePack Pack { get; }

    /// <summary>What locates geometries, or null.</summary>
    internal ISiteLocator? Locator { get; }

    /// <summary>How large the exact pass may grow; tests make it small.</summary>
    internal int NodeLimit { get; init; } = ExactPass.UsualNodeLimit;

    /// <summary>proposal -> site location -> facts -> rules -> findings -> verdict.</summary>
    /// <returns>The assessment, or everything wrong with the proposal; never a verdict that rests on a guess.</returns>
    public Loaded<Assessment> Assess(Proposal proposal, AssessmentContext context)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        ArgumentNullException.ThrowIfNull(context);
        var declared = DeclaredFacts.Bind(Pack.Vocabulary, proposal);
        switch (proposal.Site)
        {
            case Site.Geometry geometry when Locator is not null:
                var location = Located(proposal, geometry, Locator, DistanceReach.Unbounded);
                return declared.Succeeded && location.Succeeded
                    ? Loaded<Assessment>.Good(ConcludeAt(proposal, declared.Value, location.Value, context))
                    : Loaded<Assessment>.Bad([.. declared.Problems, .. location.Problems]);
            case Site.Town named when Pack.HasControlUnits:
                var town = TownCandidates.Find(Pack, named);
                return declared.Succeeded && town.Succeeded
                    ? Loaded<Assessment>.Good(ConcludeInTown(proposal, declared.Value, town.Value, context))
                    : Loaded<Assessment>.Bad([.. declared.Problems, .. town.Problems]);
            default:
                return declared.Succeeded
                    ? Loaded<Assessment>.Good(Conclude(proposal, declared.Value, null, context))
                    : Loaded<Assessment>.Bad(declared.Problems);
        }
    }

    /// <summary>As <see cref="Assess"/>, at a location that is already known; null when it is not known at all.</summary>
    public Loaded<Assessment> AssessAt(Proposal proposal, SiteLocation? location, AssessmentContext context)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        ArgumentNullException.ThrowIfNull(context);
        var declared = DeclaredFacts.Bind(Pack.Vocabulary, proposal);
        return declared.Succeeded
            ? Loaded<Assessment>.Good(ConcludeAt(proposal, declared.Value, location, context))
            : Loaded<Assessment>.Bad(declared.Problems);
    }

    /// <summary>What <see cref="Assess"/> says, in short and several times as fast: nothing is written out that only a report needs.</summary>
    /// <returns>The screening, or everything wrong with the proposal, as <see cref="Assess"/> reports it.</returns>
    public Loaded<Screening> Screen(Proposal proposal, AssessmentContext context)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        ArgumentNullException.ThrowIfNull(context);
        if (proposal.Site is Site.Town && Pack.HasControlUnits)
        {
            // Many places and one answer: the merging is the work, not the writing.
            var assessment = Assess(proposal, context);
            return assessment.Succeeded ? Loaded<Screening>.Good(Screening.Of(assessment.Value)) : Loaded<Screening>.Bad(assessment.Problems);
        }

        var declared = DeclaredFacts.Bind(Pack.Vocabulary, proposal);
        if (proposal.Site is not Site.Geometry geometry || Locator is null)
        {
            return declared.Succeeded ? Loaded<Screening>.Good(ScreenFacts(declared.Value, null, context)) : Loaded<Screening>.Bad(declared.Problems);
        }

        var location = Located(proposal, geometry, Locator, declared.Succeeded ? ReachOf(declared.Value, context) : DistanceReach.Unbounded);
        if (declared.Succeeded && location is { Succeeded: true, Value.OtherReading: not null })
        {
            // A boundary repaired in two ways is assessed both ways; merging them is the work here too.
            return Loaded<Screening>.Good(Screening.Of(ConcludeAt(proposal, declared.Value, location.Value, context)));
        }

        return declared.Succeeded && location.Succeeded
            ? Loaded<Screening>.Good(ScreenFacts(declared.Value, location.Value, context))
            : Loaded<Screening>.Bad([.. declared.Problems, .. location.Problems]);
    }

    /// <summary>What <see cref="AssessFacts"/> says, in short.</summary>
    /// <param name="facts">The facts, typed against the pack's vocabulary.</param>
    /// <param name="location">Where the site lies; null when that is not known at all.</param>
    /// <param name="context">The date and the ledgers.</param>
    public Screening ScreenFacts(DeclaredFacts facts, SiteLocation? location, AssessmentContext context)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(context);
        var program = Program(context.GoverningDate);
        var conclusion = Conclusion.Draw(program, engine, FactSheet.Of(facts, location, context.Ledgers), location, NodeLimit);
        return new()
        {
            GoverningDate = context.GoverningDate,
            Verdict = conclusion.Verdict,
            Possible = conclusion.Possible,
            SameForEveryCompletion = conclusion.SameForEveryCompletion,
            Exact = conclusion.Exact,
            Concern = conclusion.Concern,
            Location = location,
            Norms = conclusion.Norms(program),
            Doubts = conclusion.Doubts,
            Questions = [.. conclusion.Questions.Select(q => q.Attribute)],
            NotLoaded = conclusion.NotLoaded,
        };
    }

    /// <summary>As <see cref="AssessAt"/>, with facts that are already typed; for programs that try many variants of a proposal.</summary>
    /// <param name="facts">The facts, typed against the pack's vocabulary.</param>
    /// <param name="location">Where the site lies; null when that is not known at all.</param>
    /// <param name="context">The date and the ledgers.</param>
    /// <returns>The assessment; its proposal is one without content.</returns>
    public Assessment AssessFacts(DeclaredFacts facts, SiteLocation? location, AssessmentContext context)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(context);
        return ConcludeAt(new("", context.GoverningDate, new Site.NotStated(), [], []), facts, location, context);
    }

    /// <summary>As <see cref="Assess"/>, with facts that are already typed, at a location that is already known; a site named by its town has none.</summary>
    /// <exception cref="ArgumentException">The town cannot be found, or an officer confirmed another coordinate system.</exception>
    internal Assessment AssessTyped(Proposal proposal, DeclaredFacts facts, SiteLocation? location, AssessmentContext context) =>
        location is null && proposal.Site is Site.Town named && Pack.HasControlUnits
            ? ConcludeInTown(
                proposal,
                facts,
                TownCandidates.Find(Pack, named) is { Succeeded: true, Value: var town } ? town : throw new ArgumentException("no such town", nameof(proposal)),
                context)
            : ConcludeAt(proposal, facts, location is null ? null : CrsDecision.Apply(location, proposal).Value, context);

    /// <summary>A site with the town it names called as the law calls it: layers know towns by those names.</summary>
    internal Site.Geometry WithOfficialTown(Site.Geometry site) => site.InTown is { } named && TownCandidates.Named(Pack, named.Name) is { } town
        ? site with { InTown = named with { Name = town.Name } }
        : site;

    // What a proposal declares about a distance is compared with the distance itself, however far that is.
    private DistanceReach ReachOf(DeclaredFacts facts, AssessmentContext context)
    {
        var reach = Program(context.GoverningDate).Reach;
        HashSet<string>? declared = null;
        for (var slot = 0; slot < Pack.Vocabulary.Layers.Length; slot++)
        {
            if (facts.InSlot(Pack.Vocabulary.LayerAttributes[slot].Distance).Value is not FactValue.Unknown)
            {
                (declared ??= new(StringComparer.Ordinal)).Add(Pack.Vocabulary.Layers[slot].Id);
            }
        }

        return declared is null ? reach : reach.Without(declared);
    }

    private Loaded<SiteLocation> Located(Proposal proposal, Site.Geometry geometry, ISiteLocator by, DistanceReach reach)
    {
        var location = by.Locate(WithOfficialTown(geometry), reach);
        return location.Succeeded ? CrsDecision.Apply(location.Value, proposal) : location;
    }

    // A boundary that can be repaired in two ways is assessed both ways; what they do not agree on is not determined.
    private Assessment ConcludeAt(Proposal proposal, DeclaredFacts declared, SiteLocation? location, AssessmentContext context)
    {
        var first = Conclude(proposal, declared, location, context);
        return location?.OtherReading is { } other ? Alternatives.Merge([first, Conclude(proposal, declared, other, context)]) : first;
    }

    private Assessment Conclude(Proposal proposal, DeclaredFacts declared, SiteLocation? location, AssessmentContext context)
    {
        var program = Program(context.GoverningDate);
        var sheet = FactSheet.Of(declared, location, context.Ledgers);
        var conclusion = Conclusion.Draw(program, engine, sheet, location, NodeLimit);
        var findings = conclusion.Findings(program, sheet);
        return new()
        {
            Proposal = proposal,
            Pack = Pack,
            GoverningDate = context.GoverningDate,
            Verdict = conclusion.Verdict,
            Possible = conclusion.Possible,
            SameForEveryCompletion = conclusion.SameForEveryCompletion,
            Exact = conclusion.Exact,
            Concern = conclusion.Concern,
            Location = location,
            Findings = findings,
            Manual = [.. program.Manual.Where(n => MayCount(n.Requirement.Scope, sheet)).Select(n => FindingWriter.Manual(n.Requirement, n.Norm))],
            Doubts = conclusion.Doubts,
            Questions = conclusion.Questions,
            Obligations = [.. findings
                .Where(f => f.Outcome == Outcome.Conditional)
                .SelectMany(f => f.Norm.Obligations.Select(o => new AttachedObligation(f.Norm.Id, o, f.Citation)))],
            UnboundTargets = [.. program.Unbound.Select(n =>
                new UnboundTarget(n.Norm.Id, n.Norm.Target!.Year, n.Norm.Target.Year < program.Date.Year, n.Requirement.Citation with { Quote = n.Norm.Span }))],
            NotLoaded = conclusion.NotLoaded,
            Notices = Notices(location),
            Receipt = Receipt(proposal, context),
        };
    }

    private Assessment ConcludeInTown(Proposal proposal, DeclaredFacts declared, TownCandidates town, AssessmentContext context)
    {
        var there = town.Candidates
            .Select(c => (Candidate: c, Assessment: Conclude(proposal, declared, c.Location(Pack.Vocabulary), context)))
            .ToArray();
        return TownCandidates.Merge([.. there.Select(t => (t.Candidate, t.Assessment))]) with { Location = null, Notices = Notices(null) };
    }

    private static bool MayCount(Scope scope, FactSheet sheet) => scope switch
    {
        Scope.InZone zone => sheet.Places[zone.Slot].In != Truth.False,
        Scope.InCategory or Scope.InUnit => !sheet.LocationKnown || sheet.Parts.Any(p => CompiledLeaf.AllUnits.Matches(scope, p)),
        _ => true,
    };

    /// <summary>The rules compiled for a date; kept for the next time.</summary>
    internal RuleProgram Program(DateOnly date)
    {
        if (programs.TryGetValue(date, out var program))
        {
            return program;
        }

        if (programs.Count >= KeptPrograms)
        {
            programs.Clear();
        }

        return programs.GetOrAdd(date, d => RuleProgram.Compile(Pack, d));
    }

    private ImmutableArray<LocalText> Notices(SiteLocation? location) => location is null
        ? Pack.Notices
        : [
            .. location.Illustrative ? [new("示意，非法定界线", "Illustrative; not a legal boundary")] : Array.Empty<LocalText>(),
            .. LocationNotices.Of(location, Pack),
            .. Pack.Notices,
        ];

    private Receipt Receipt(Proposal proposal, AssessmentContext context) => new(
        EngineName,
        Pack.Id,
        Pack.Version,
        Pack.Sha256,
        proposal.Site is Site.Geometry ? [.. Locator?.Layers ?? []] : [],
        proposal.Sha256,
        [.. context.Ledgers.OrderBy(l => l.Name, StringComparer.Ordinal).Select(l => KeyValuePair.Create(l.Name, l.Sha256))]);
}
