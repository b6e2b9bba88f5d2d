using System.Collections.Immutable;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;

namespace ZoningRules.Facts;

/// <summary>Everything known about one proposal, typed and by slot. Immutable.</summary>
public sealed class FactSheet
{
    private FactSheet(
        Vocabulary vocabulary,
        ImmutableArray<Fact> attributes,
        ImmutableArray<PlaceFact> places,
        ImmutableArray<UnitPart> parts,
        Truth everywhereInParts,
        bool locationKnown,
        ImmutableArray<Ledger> ledgers,
        LocalText? locationDoubt)
    {
        Vocabulary = vocabulary;
        Attributes = attributes;
        Places = places;
        Parts = parts;
        CoveredByParts = everywhereInParts;
        LocationKnown = locationKnown;
        Ledgers = ledgers;
        LocationDoubt = locationDoubt;
    }

    /// <summary>The vocabulary whose slots are used.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>A fact an attribute, by slot.</summary>
    public ImmutableArray<Fact> Attributes { get; }

    /// <summary>A place fact a layer about the whole site, by layer slot.</summary>
    public ImmutableArray<PlaceFact> Places { get; }

    /// <summary>The control units hit or perhaps hit, ordered by code.</summary>
    public ImmutableArray<UnitPart> Parts { get; }

    /// <summary>Whether the units in <see cref="Parts"/> hold the whole site.</summary>
    public Truth CoveredByParts { get; }

    /// <summary>Whether it is known at all where the site lies.</summary>
    public bool LocationKnown { get; }

    /// <summary>Ledger snapshots, ordered by name.</summary>
    public ImmutableArray<Ledger> Ledgers { get; }

    /// <summary>Why the coordinates of the site may be in another system than stated, so that every place is conflicting; null when nothing speaks for it.</summary>
    public LocalText? LocationDoubt { get; }

    /// <summary>Joins declared facts with a location.</summary>
    /// <param name="declared">What was declared and decided.</param>
    /// <param name="location">Where the site lies, or null when that is not known.</param>
    /// <param name="ledgers">Ledger snapshots; of two with one name the later counts.</param>
    public static FactSheet Of(DeclaredFacts declared, SiteLocation? location, IEnumerable<Ledger> ledgers)
    {
        var vocabulary = declared.Vocabulary;
        var accounts = Latest(ledgers);
        if (location is { IsDoubtful: true, CoordinateDoubt: { } doubt })
        {
            var disputed = PlaceFact.Unknown(UnknownReasons.Conflicting) with { Dispute = new("场址坐标系存疑", "the coordinate system of the site is in doubt") };
            return new(
                vocabulary, declared.Facts, [.. vocabulary.Layers.Select(_ => disputed)], [], Truth.Unknown, false, accounts, doubt.Text);
        }

        ImmutableArray<UnitHit> units = location?.Units is not { Length: > 1 } several
            ? location?.Units ?? []
            : [.. several.DistinctBy(u => u.Code, StringComparer.Ordinal).OrderBy(u => u.Code, StringComparer.Ordinal)];
        var places = PlacesOf(declared, location?.Relations ?? [], null);
        ImmutableArray<UnitPart> parts = units is [var only] && location!.Gaps.IsEmpty
            ? [new(only.Code, only.Category, only.Certainty, places)]
            : [.. units.Select(u => new UnitPart(u.Code, u.Category, u.Certainty, PlacesOf(declared, u.Relations, places)))];
        return new(
            vocabulary,
            declared.Facts,
            places,
            parts,
            location is null ? Truth.Unknown : location.Gaps.IsEmpty ? Truth.True : Truth.False,
            location is { Units.IsEmpty: false } or { Gaps.IsEmpty: false },
            accounts,
            null);
    }

    /// <summary>Finds a ledger, or null.</summary>
    public Ledger? LedgerNamed(string name)
    {
        foreach (var ledger in Ledgers)
        {
            if (ledger.Name == name)
            {
                return ledger;
            }
        }

        return null;
    }

    private static ImmutableArray<Ledger> Latest(IEnumerable<Ledger> ledgers) => ledgers is IReadOnlyCollection<Ledger> { Count: 0 }
        ? []
        : [.. ledgers.GroupBy(l => l.Name, StringComparer.Ordinal).Select(g => g.MaxBy(l => l.AsOf)!).OrderBy(l => l.Name, StringComparer.Ordinal)];

    // About the whole site, or, with its places given, about a part of it.
    private static ImmutableArray<PlaceFact> PlacesOf(
        DeclaredFacts declared, ImmutableArray<LayerRelation> relations, ImmutableArray<PlaceFact>? whole)
    {
        var vocabulary = declared.Vocabulary;
        var places = ImmutableArray.CreateBuilder<PlaceFact>(vocabulary.Layers.Length);
        for (var slot = 0; slot < vocabulary.Layers.Length; slot++)
        {
            var layer = vocabulary.Layers[slot];
            var (declaredIn, declaredDistance) = vocabulary.LayerAttributes[slot];
            places.Add(whole is { } site && site[slot] is { Reasons: UnknownReasons.Conflicting } disputed
                ? disputed
                : PlaceFact.Of(
                    RelationTo(layer.Id, relations, slot) ?? LayerRelation.Unanswered(layer.Id, LayerStatus.NoGeometry),
                    declared.InSlot(declaredIn),
                    declared.InSlot(declaredDistance),
                    whole is null ? SiteExtent.Whole : SiteExtent.Part));
        }

        return places.MoveToImmutable();
    }

    // Relations are ordered by layer, like slots, so that of a slot mostly stands in its place.
    private static LayerRelation? RelationTo(string layer, ImmutableArray<LayerRelation> relations, int slot)
    {
        if (slot < relations.Length && relations[slot].Layer == layer)
        {
            return relations[slot];
        }

        foreach (var relation in relations)
        {
            if (relation.Layer == layer)
            {
                return relation;
            }
        }

        return null;
    }
}
