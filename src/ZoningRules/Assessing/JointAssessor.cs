using System.Collections.Immutable;
using ZoningRules.Evaluation;
using ZoningRules.Locations;
using ZoningRules.Problems;
using ZoningRules.Proposals;
using ZoningRules.RulePacks;
using ZoningRules.Verdicts;

namespace ZoningRules.Assessing;

/// <summary>
/// Assesses one proposal against several rule packs at once: each pack on its own, by an <see cref="Assessor"/> with its own layers, and the strictest verdict of those that concern
/// the project. Immutable in effect and thread-safe; make one and keep it.
/// </summary>
public sealed class JointAssessor
{
    private readonly PackSet packs;

    /// <summary>Makes a joint assessor.</summary>
    /// <param name="packs">The rules.</param>
    /// <param name="locators">Makes what locates sites among the layers of a pack, called once for each; without it a site with a geometry counts as not located.</param>
    /// <param name="engine">The engine that gives norms their outcomes; the direct engine when null.</param>
    public JointAssessor(PackSet packs, SiteLocatorFactory? locators = null, IRuleEngine? engine = null)
    {
        ArgumentNullException.ThrowIfNull(packs);
        this.packs = packs;
        Assessors = [.. packs.Packs.Select(p => new Assessor(p, locators?.Invoke(p.Layers), engine))];
    }

    /// <summary>Makes a joint assessor of assessors that a host has already.</summary>
    /// <param name="packs">The rules.</param>
    /// <param name="assessors">The assessor of each pack, in any order.</param>
    /// <exception cref="ArgumentException">There is not exactly one assessor a pack.</exception>
    public JointAssessor(PackSet packs, IEnumerable<Assessor> assessors)
    {
        ArgumentNullException.ThrowIfNull(packs);
        ArgumentNullException.ThrowIfNull(assessors);
        this.packs = packs;
        Assessors = [.. assessors.OrderBy(a => a.Pack.Id, StringComparer.Ordinal)];
        if (!Assessors.Select(a => a.Pack).SequenceEqual(packs.Packs))
        {
            throw new ArgumentException("there must be one assessor for each pack of the set", nameof(assessors));
        }
    }

    /// <summary>The rules.</summary>
    public PackSet Packs => packs;

    /// <summary>The assessor of each pack, in the order of <see cref="PackSet.Packs"/>.</summary>
    public ImmutableArray<Assessor> Assessors { get; }

    /// <summary>Assesses a proposal. A name that any of the packs knows is understood; each pack sees what it knows.</summary>
    /// <returns>The joint assessment, or everything wrong with the proposal, each problem once.</returns>
    public Loaded<JointAssessment> Assess(Proposal proposal, AssessmentContext context)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        ArgumentNullException.ThrowIfNull(context);
        var parts = Each(proposal, context, (assessor, part, its) => assessor.Assess(part, its));
        return parts.Succeeded
            ? Loaded<JointAssessment>.Good(JointAssessment.Of(proposal, parts.Value.Select(p => p with { Proposal = proposal })))
            : Loaded<JointAssessment>.Bad(parts.Problems);
    }

    /// <summary>What <see cref="Assess"/> says, in short and several times as fast.</summary>
    /// <returns>The screening, or everything wrong with the proposal, as <see cref="Assess"/> reports it.</returns>
    public Loaded<JointScreening> Screen(Proposal proposal, AssessmentContext context)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        ArgumentNullException.ThrowIfNull(context);
        var parts = Each(proposal, context, (assessor, part, its) =>
        {
            var screening = assessor.Screen(part, its);
            return screening.Succeeded ? Loaded<PackScreening>.Good(new(assessor.Pack, screening.Value)) : Loaded<PackScreening>.Bad(screening.Problems);
        });
        return parts.Succeeded ? Loaded<JointScreening>.Good(JointScreening.Of(parts.Value)) : Loaded<JointScreening>.Bad(parts.Problems);
    }

    /// <summary>What an assessor of <see cref="Assessors"/> is given of a proposal and its context.</summary>
    public static (Proposal Proposal, AssessmentContext Context) PartFor(Assessor assessor, Proposal proposal, AssessmentContext context)
    {
        ArgumentNullException.ThrowIfNull(assessor);
        ArgumentNullException.ThrowIfNull(context);
        return (PackSet.PartFor(assessor.Pack, proposal), context with { Ledgers = PackSet.PartFor(assessor.Pack, context.Ledgers) });
    }

    private Loaded<List<T>> Each<T>(Proposal proposal, AssessmentContext context, Func<Assessor, Proposal, AssessmentContext, Loaded<T>> assess)
        where T : class
    {
        // One pack alone is told everything, and says itself what it does not know.
        List<Problem> problems = Assessors.Length == 1 ? [] : [.. packs.UnknownNames(proposal)];
        var parts = new List<T>(Assessors.Length);
        foreach (var assessor in Assessors)
        {
            var (its, there) = Assessors.Length == 1 ? (proposal, context) : PartFor(assessor, proposal, context);
            var part = assess(assessor, its, there);
            if (part.Succeeded)
            {
                parts.Add(part.Value);
            }
            else
            {
                problems.AddRange(part.Problems);
            }
        }

        return problems.Count == 0 ? Loaded<List<T>>.Good(parts) : Loaded<List<T>>.Bad(problems);
    }
}
