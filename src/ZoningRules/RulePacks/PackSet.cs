using System.Collections.Immutable;
using ZoningRules.Facts;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Proposals;

namespace ZoningRules.RulePacks;

/// <summary>
/// Rule packs that one proposal is checked against together. They may share names of attributes, measures and ledgers, and mean the same by them; layers, lists, parameters and
/// requirements stay each pack's own. Immutable and thread-safe.
/// </summary>
public sealed class PackSet
{
    private PackSet(ImmutableArray<RulePack> packs)
    {
        Packs = packs;
        Vocabulary = packs is [var only] ? only.Vocabulary : Union(packs);
    }

    /// <summary>The packs, ordered by id; at least one, and no id twice. The order in which they were given says nothing.</summary>
    public ImmutableArray<RulePack> Packs { get; }

    /// <summary>
    /// Everything that a proposal may say: the attributes and measures of all packs, each once, without layers; for forms and tables. A pack judges by its own vocabulary. That of
    /// the one pack when there is one.
    /// </summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>Puts packs together, or reports every name that two of them mean different things by.</summary>
    /// <exception cref="ArgumentException">There is no pack.</exception>
    public static Loaded<PackSet> Of(IEnumerable<RulePack> packs)
    {
        ArgumentNullException.ThrowIfNull(packs);
        ImmutableArray<RulePack> ordered = [.. packs.OrderBy(p => p.Id, StringComparer.Ordinal).ThenBy(p => p.Folder, StringComparer.Ordinal)];
        if (ordered.IsEmpty)
        {
            throw new ArgumentException("there is no pack", nameof(packs));
        }

        var problems = new List<Problem>();
        for (var i = 1; i < ordered.Length; i++)
        {
            if (ordered[i].Id == ordered[i - 1].Id)
            {
                problems.Add(Problem.Of(ProblemCode.PackRepeated, null, ordered[i].Id, ordered[i - 1].Folder, ordered[i].Folder));
            }
        }

        if (problems.Count == 0)
        {
            problems.AddRange(Attributes(ordered));
            problems.AddRange(Measures(ordered));
            problems.AddRange(Ledgers(ordered));
        }

        return problems.Count == 0 ? Loaded<PackSet>.Good(new(ordered)) : Loaded<PackSet>.Bad(problems);
    }

    /// <summary>Reads packs from their folders and puts them together, or reports everything wrong with any of them.</summary>
    /// <param name="folders">The folders that hold a manifest.yaml.</param>
    /// <exception cref="ArgumentException">There is no folder.</exception>
    public static Loaded<PackSet> Read(IEnumerable<string> folders)
    {
        ArgumentNullException.ThrowIfNull(folders);
        return Of(folders.Select(f => RulePackReader.Read(f)));
    }

    /// <summary>The same for packs that were just read.</summary>
    /// <exception cref="ArgumentException">There is no pack.</exception>
    public static Loaded<PackSet> Of(IEnumerable<Loaded<RulePack>> packs)
    {
        ArgumentNullException.ThrowIfNull(packs);
        Loaded<RulePack>[] read = [.. packs];
        return read.All(p => p.Succeeded) ? Of(read.Select(p => p.Value!)) : Loaded<PackSet>.Bad(read.SelectMany(p => p.Problems));
    }

    /// <summary>A problem for each attribute or decision of a proposal that no pack knows, in the order of the proposal.</summary>
    public ImmutableArray<Problem> UnknownNames(Proposal proposal)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        var given = proposal.Attributes.Select(a => (a.Attribute, a.Place)).Concat(proposal.Decisions.Where(d => d.Attribute != SiteAttributes.Crs).Select(d => (d.Attribute, d.Place)));
        return [.. given
            .Where(g => !Vocabulary.TryFind(g.Attribute, out _) && g.Attribute is not (SiteAttributes.Town or SiteAttributes.County))
            .Select(g => Vocabulary.UnknownAttribute(g.Attribute, g.Place))];
    }

    /// <summary>The part of a proposal that a pack understands: everything but the attributes and decisions that it does not know.</summary>
    public static Proposal PartFor(RulePack pack, Proposal proposal)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(proposal);
        bool Known(string attribute) => pack.Vocabulary.TryFind(attribute, out _) || attribute is SiteAttributes.Town or SiteAttributes.County or SiteAttributes.Crs;
        return proposal.Attributes.All(a => Known(a.Attribute)) && proposal.Decisions.All(d => Known(d.Attribute))
            ? proposal
            : proposal with
            {
                Attributes = [.. proposal.Attributes.Where(a => Known(a.Attribute))],
                Decisions = [.. proposal.Decisions.Where(d => Known(d.Attribute))],
            };
    }

    /// <summary>The ledgers that the caps of a pack use, in the order given.</summary>
    public static ImmutableArray<Ledger> PartFor(RulePack pack, ImmutableArray<Ledger> ledgers)
    {
        ArgumentNullException.ThrowIfNull(pack);
        return ledgers.IsEmpty ? ledgers : [.. ledgers.Where(l => pack.Norms.Any(n => n.Norm.Cap?.Ledger == l.Name))];
    }

    private static Vocabulary Union(ImmutableArray<RulePack> packs)
    {
        var own = MeasureTable.Standard.All.Select(m => m.Name).ToHashSet(StringComparer.Ordinal);
        return new(
            new(packs.SelectMany(p => p.Vocabulary.Measures.All).Where(m => !own.Contains(m.Name)).DistinctBy(m => m.Name)),
            [.. packs.SelectMany(p => p.Vocabulary.Attributes).DistinctBy(a => a.Id).Select((a, i) => a with { Slot = i })],
            []);
    }

    // A layer makes two attributes; one of them is enough to tell.
    private static IEnumerable<Problem> Attributes(ImmutableArray<RulePack> packs)
    {
        var first = new Dictionary<string, (RulePack Pack, AttributeDefinition Definition)>(StringComparer.Ordinal);
        foreach (var pack in packs)
        {
            var layers = new HashSet<string>(StringComparer.Ordinal);
            foreach (var definition in pack.Vocabulary.Attributes)
            {
                if (!first.TryAdd(definition.Id, (pack, definition))
                    && first[definition.Id] is var (other, its)
                    && AttributeDifference.Between(its, definition) is { } difference
                    && (definition.Layer is null || layers.Add(definition.Layer)))
                {
                    yield return Problem.Of(ProblemCode.AttributeDiffers, definition.Place, definition.Id, other.Id, pack.Id, difference.Zh, difference.En);
                }
            }
        }
    }

    private static IEnumerable<Problem> Measures(ImmutableArray<RulePack> packs) => Pairwise(
        packs,
        pack => pack.Vocabulary.Measures.All,
        (one, other, name) => Problem.Of(ProblemCode.MeasureDiffers, null, name, one, other));

    private static IEnumerable<Problem> Ledgers(ImmutableArray<RulePack> packs) => Pairwise(
        packs,
        pack => pack.Norms
            .Select(n => n.Norm.Cap)
            .OfType<Cap>()
            .DistinctBy(c => c.Ledger)
            .Select(c => ((AttributeType.Number)c.Increment.Type).Measure with { Name = c.Ledger }),
        (one, other, name) => Problem.Of(ProblemCode.LedgerDiffers, null, name, one, other));

    private static IEnumerable<Problem> Pairwise(
        ImmutableArray<RulePack> packs, Func<RulePack, IEnumerable<MeasureUnit>> named, Func<string, string, string, Problem> differs)
    {
        var first = new Dictionary<string, (RulePack Pack, MeasureUnit Measure)>(StringComparer.Ordinal);
        foreach (var pack in packs)
        {
            foreach (var measure in named(pack))
            {
                if (!first.TryAdd(measure.Name, (pack, measure)) && !AttributeDifference.IsSame(first[measure.Name].Measure, measure))
                {
                    yield return differs(first[measure.Name].Pack.Id, pack.Id, measure.Name);
                }
            }
        }
    }
}
