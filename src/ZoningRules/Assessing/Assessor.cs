using System.Collections.Concurrent;
using System.Collections.Immutable;
using ZoningRules.Evaluation;
using ZoningRules.Facts;
using ZoningRules.Findings;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Proposals;
using ZoningRules.RulePacks;
using ZoningRules.Verdicts;

namespace ZoningRules.Assessing;

/// <summary>The front door: assesses proposals against one rule pack. Immutable in effect and thread-safe; make one and keep it.</summary>
public sealed class Assessor
{
    private const int KeptPrograms = 64;

    private readonly ConcurrentDictionary<DateOnly, RuleProgram> programs = new();
    private readonly ISiteLocator? locator;
    private readonly IRuleEngine engine;

    /// <summary>Makes an assessor.</summary>
    /// <param name="pack">The rules.</param>
    /// <param name="locator">Locates geometries; without one a site with a geometry counts as not located.</param>
    /// <param name="engine">The engine that gives norms their outcomes; the direct engine when null.</param>
    public Assessor(RulePack pack, ISiteLocator? locator = null, IRuleEngine? engine = null)
    {
        ArgumentNullException.ThrowIfNull(pack);
        Pack = pack;
        this.locator = locator;
        this.engine = engine ?? new DirectEngine();
    }

    /// <summary>Name and version of this engine, as receipts name it.</summary>
    public static string EngineName { get; } = $"ZoningRules {typeof(Assessor).Assembly.GetName().Version?.ToString(3)}";

    /// <summary>The rules.</summary>
    public RulePack Pack { get; }

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
            case Site.Geometry geometry when locator is not null:
                var location = locator.Locate(geometry);
                return declared.Succeeded && location.Succeeded
                    ? Loaded<Assessment>.Good(Conclude(proposal, declared.Value, location.Value, context))
                    : Loaded<Assessment>.Bad([.. declared.Problems, .. location.Problems]);
            case Site.Town named:
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
            ? Loaded<Assessment>.Good(Conclude(proposal, declared.Value, location, context))
            : Loaded<Assessment>.Bad(declared.Problems);
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
        return Conclude(new("", context.GoverningDate, new Site.NotStated(), [], []), facts, location, context);
    }

    private Assessment Conclude(Proposal proposal, DeclaredFacts declared, SiteLocation? location, AssessmentContext context)
    {
        var program = Program(context.GoverningDate);
        var sheet = FactSheet.Of(declared, location, context.Ledgers);
        var conclusion = Conclusion.Draw(program, engine, sheet, location, NodeLimit);
        return new()
        {
            Proposal = proposal,
            Pack = Pack,
            GoverningDate = context.GoverningDate,
            Verdict = conclusion.Verdict,
            Possible = conclusion.Possible,
            SameForEveryCompletion = conclusion.SameForEveryCompletion,
            Exact = conclusion.Exact,
            Location = location,
            Findings = conclusion.Findings,
            Manual = [.. program.Manual.Where(n => MayCount(n.Requirement.Scope, sheet)).Select(n => FindingWriter.Manual(n.Requirement, n.Norm))],
            Doubts = conclusion.Doubts,
            Questions = conclusion.Questions,
            Obligations = [.. conclusion.Findings
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

    private RuleProgram Program(DateOnly date)
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

    private ImmutableArray<LocalText> Notices(SiteLocation? location) => location is { Illustrative: true }
        ? [new("示意，非法定界线", "Illustrative; not a legal boundary"), .. Pack.Notices]
        : Pack.Notices;

    private Receipt Receipt(Proposal proposal, AssessmentContext context) => new(
        EngineName,
        Pack.Id,
        Pack.Version,
        Pack.Sha256,
        proposal.Site is Site.Geometry ? [.. locator?.Layers ?? []] : [],
        proposal.Sha256,
        [.. context.Ledgers.OrderBy(l => l.Name, StringComparer.Ordinal).Select(l => KeyValuePair.Create(l.Name, l.Sha256))]);
}
