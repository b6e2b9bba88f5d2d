using System.Collections.Immutable;
using ZoningRules.Facts;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.RulePacks;

namespace ZoningRules.Tests.Oracle;

/// <summary>What a condition is about: the whole site (part -1) or a part of it, and an item or none.</summary>
internal sealed record Frame(int Part, ItemFrame? Item);

/// <summary>An item: the one at an index, or one made up for a completion, or (neither) whatever a collection that is not given may hold.</summary>
internal sealed record ItemFrame(string Collection, int? Index, object[]? MadeUp);

/// <summary>The case as the oracle sees it: every thing a condition may ask about, with all values it may still have.</summary>
internal sealed partial class OracleScene
{
    private const int Room = 3;

    private readonly DeclaredFacts facts;
    private readonly SiteLocation? location;
    private readonly ImmutableArray<Ledger> ledgers;
    private readonly DateOnly date;
    private readonly Dictionary<string, SortedSet<decimal>> limits = [];
    private readonly List<(string Left, string Right)> compared = [];
    private readonly Dictionary<string, HashSet<string>> fieldsUsed = [];
    private readonly Dictionary<Thing, IReadOnlyList<object>> values = [];

    public OracleScene(RulePack pack, DeclaredFacts facts, SiteLocation? location, ImmutableArray<Ledger> ledgers, DateOnly date)
    {
        Pack = pack;
        this.facts = facts;
        this.location = location;
        this.ledgers = ledgers;
        this.date = date;
        Units = [.. (location?.Units ?? []).DistinctBy(u => u.Code)];
        foreach (var (_, norm) in pack.Norms)
        {
            NoteLimits(norm);
        }

        // Numbers that are compared with each other need each other's limits.
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var (left, right) in compared)
            {
                var both = new SortedSet<decimal>(LimitsOf(left).Concat(LimitsOf(right)));
                changed |= both.Count > LimitsOf(left).Count || both.Count > LimitsOf(right).Count;
                limits[left] = new(both);
                limits[right] = new(both);
            }
        }
    }

    public RulePack Pack { get; }

    public bool UnitKnown => location is { } known && !(known.Units.IsEmpty && known.Gaps.IsEmpty);

    /// <summary>The control units hit or perhaps hit, each once.</summary>
    public ImmutableArray<UnitHit> Units { get; }

    public ImmutableArray<UnitGap> Gaps => location?.Gaps ?? [];

    // The part is the whole site when the site lies in one control unit and nowhere else.
    private bool PartIsWhole => Units.Length == 1 && Gaps.IsEmpty;

    public DateOnly Date => date;

    /// <summary>All values a thing may still have; one when it is known.</summary>
    public IReadOnlyList<object> ValuesOf(Thing thing)
    {
        if (!values.TryGetValue(thing, out var all))
        {
            all = thing switch
            {
                Thing.Attribute a => OfFact(Named(a.Id).Value, Definition(a.Id), a.Id),
                Thing.Field f => OfFact(GivenItems(f.Collection)!.Value[f.Item].Fields[FieldOf(f.Collection, f.Name).Slot].Value, FieldOf(f.Collection, f.Name), FieldKey(f.Collection, f.Name)),
                Thing.AnyField f => OfType(FieldOf(f.Collection, f.Name), FieldKey(f.Collection, f.Name)),
                Thing.Items c => [Array.Empty<object[]>(), .. MadeUpItems(c.Id).Select(i => new object[][] { i })],
                Thing.Place p => [.. Knowledge(p).States(PlaceNumbers("distance", p.Layer), PlaceNumbers("overlap", p.Layer), PlaceNumbers("share", p.Layer))],
                Thing.Hit or Thing.Room or Thing.Unpublished or Thing.Comparison => [false, true],
                _ => throw new InvalidOperationException(),
            };
            values[thing] = all;
        }

        return all;
    }

    /// <summary>The items of a collection, or null when it is not given.</summary>
    public ImmutableArray<Item>? GivenItems(string collection) => Named(collection).Value is FactValue.Items items ? items.All : null;

    /// <summary>The officer's decision among readings, or null.</summary>
    public int? DecidedReading(Norm norm) =>
        norm.ReadingDecision is { } decision && Named(decision.Id).Value is FactValue.Choice choice ? choice.Index : null;

    /// <summary>The things that decide a leaf.</summary>
    public IEnumerable<Thing> Touched(Condition.Leaf leaf, Frame frame)
    {
        switch (leaf.Test)
        {
            case LeafTest.OneOf t:
                return Of(t.Of, frame);
            case LeafTest.Includes t:
                return Of(t.Of, frame);
            case LeafTest.CodeIn t:
                return Of(t.Of, frame);
            case LeafTest.OnList t when t.List.On(date) is null:
                return [Unpublished($"list.{t.List.Name}", leaf, frame)];
            case LeafTest.OnList t:
                return t.Decision is { } decision ? Of(t.Of, frame).Append(new Thing.Attribute(decision.Id)) : Of(t.Of, frame);
            case LeafTest.Compare t:
                return Of(t.Of, frame);
            case LeafTest.CompareParameter t:
                return t.Limit.On(date) is null ? [Unpublished($"parameter.{t.Limit.Name}", leaf, frame)] : Of(t.Of, frame);
            case LeafTest.CompareOperands t when IsOpen(t, frame):
                return [Open(t, frame)];
            case LeafTest.CompareOperands t:
                return Of(t.Left, frame).Concat(Of(t.Right, frame)).Distinct();
            case LeafTest.SiteIn t:
                return [PlaceOf(t.Layer, frame)];
            case LeafTest.SiteWithin t:
                return [PlaceOf(t.Layer, frame)];
            default:
                throw new InvalidOperationException();
        }
    }

    /// <summary>Whether a leaf is true when every thing has the value the function gives.</summary>
    public bool Holds(Condition.Leaf leaf, Frame frame, Func<Thing, object> world)
    {
        switch (leaf.Test)
        {
            case LeafTest.OneOf t:
                return ((t.Mask >> (int)Value(t.Of, frame, world)) & 1) == 1;
            case LeafTest.Includes t:
                return ((ulong)Value(t.Of, frame, world) & t.Mask) != 0;
            case LeafTest.CodeIn t:
                return Covered(t.Codes, (int)Value(t.Of, frame, world));
            case LeafTest.OnList t when t.List.On(date) is { } edition:
                var code = (int)Value(t.Of, frame, world);
                if (Covered(edition.Except, code))
                {
                    return false;
                }

                return Covered(edition.Members, code)
                    || (t.List.Open && Covered(edition.Review, code) && t.Decision is { } decision && (int)world(new Thing.Attribute(decision.Id)) == 1);
            case LeafTest.Compare t:
                return Compares((decimal)Value(t.Of, frame, world), t.Comparison, t.Limit);
            case LeafTest.CompareParameter t when t.Limit.On(date) is { } value:
                return Compares((decimal)Value(t.Of, frame, world), t.Comparison, value.Value.ToBase().Low);
            case LeafTest.OnList t:
                return (bool)world(Unpublished($"list.{t.List.Name}", leaf, frame));
            case LeafTest.CompareParameter t:
                return (bool)world(Unpublished($"parameter.{t.Limit.Name}", leaf, frame));
            case LeafTest.CompareOperands t when IsOpen(t, frame):
                return (bool)world(Open(t, frame));
            case LeafTest.CompareOperands t:
                return Compares((decimal)Value(t.Left, frame, world), t.Comparison, (decimal)Value(t.Right, frame, world));
            case LeafTest.SiteIn t:
                return ((PlaceState)world(PlaceOf(t.Layer, frame))).In;
            case LeafTest.SiteWithin t:
                return ((PlaceState)world(PlaceOf(t.Layer, frame))).Within;
            default:
                throw new InvalidOperationException();
        }
    }

    /// <summary>The things that decide whether a cap is exceeded.</summary>
    public IEnumerable<Thing> TouchedByCap(Norm norm, Cap cap)
    {
        yield return new Thing.Attribute(cap.Increment.Id);
        if (Headroom(cap) is null)
        {
            yield return MissingRoom(norm, cap);
        }
    }

    /// <summary>Whether a cap is exceeded.</summary>
    public bool Exceeds(Norm norm, Cap cap, Func<Thing, object> world)
    {
        var increment = (decimal)world(new Thing.Attribute(cap.Increment.Id));
        if (increment <= 0)
        {
            return false;
        }

        return Headroom(cap) is { } room
            ? cap.Inclusive ? increment > room : increment >= room
            : (bool)world(MissingRoom(norm, cap));
    }

    // What is left for an increment, or null when that is not known.
    private decimal? Headroom(Cap cap)
    {
        if (LedgerFor(cap) is not { } ledger)
        {
            return null;
        }

        decimal? limit = cap.Limit switch
        {
            CapLimit.Fixed l => l.Amount,
            CapLimit.Dated l => l.Parameter.On(date)?.Value.ToBase().Low,
            CapLimit.BaseMinus l => ledger.Base is { } from ? from - (from * l.Share) : null,
            _ => throw new InvalidOperationException(),
        };
        return limit - ledger.Used - ledger.Reserved;
    }

    private Ledger? LedgerFor(Cap cap) => ledgers.FirstOrDefault(l =>
        l.Name == cap.Ledger && l.AsOf <= date && date.DayNumber - l.AsOf.DayNumber <= cap.MaxAgeDays);

    private Thing MissingRoom(Norm norm, Cap cap) => cap.Limit is CapLimit.Dated dated && dated.Parameter.On(date) is null
        ? new Thing.Unpublished($"parameter.{dated.Parameter.Name}", norm.Id)
        : new Thing.Room(cap.Ledger, norm.Id);

    // Two numbers of which neither is known exactly, and which may compare either way: the comparison itself is what is not known.
    private bool IsOpen(LeafTest.CompareOperands test, Frame frame)
    {
        var about = frame.Item is { MadeUp: not null } item ? frame with { Item = item with { MadeUp = null } } : frame;
        var left = Of(test.Left, about).Single();
        var right = Of(test.Right, about).Single();
        return ValuesOf(left).Count > 1 && ValuesOf(right).Count > 1 && ValuesOf(left)
            .SelectMany(l => ValuesOf(right).Select(r => Compares((decimal)l, test.Comparison, (decimal)r)))
            .Distinct()
            .Count() > 1;
    }

    private Thing.Comparison Open(LeafTest.CompareOperands test, Frame frame)
    {
        var about = frame.Item is { MadeUp: not null } item ? frame with { Item = item with { MadeUp = null } } : frame;
        var left = Of(test.Left, about).Single();
        var right = Of(test.Right, about).Single();
        return new($"{left} {test.Comparison} {right}", left.Question, right.Question);
    }

    private Thing.Unpublished Unpublished(string name, Condition.Leaf leaf, Frame frame) =>
        new(name, $"{leaf.Place} {(PartIsWhole ? -1 : frame.Part)} {frame.Item?.Index}");

    private Fact Named(string attribute) => facts.Facts[Definition(attribute).Slot];

    private Thing.Place PlaceOf(string layer, Frame frame) => new Thing.Place(PartIsWhole ? -1 : frame.Part, layer);

    private PlaceKnowledge Knowledge(Thing.Place place)
    {
        var saidIn = Named(Vocabulary.InLayer(place.Layer));
        var saidDistance = Named(Vocabulary.DistanceToLayer(place.Layer));
        var site = location is null ? LayerRelation.Unanswered(place.Layer, LayerStatus.NoGeometry) : Find(location.Relations, place.Layer);
        return place.Part < 0
            ? PlaceKnowledge.OfSite(site, saidIn, saidDistance)
            : PlaceKnowledge.OfPart(site, Find(Units[place.Part].Relations, place.Layer), saidIn, saidDistance);
    }

    private static LayerRelation Find(ImmutableArray<LayerRelation> relations, string layer) =>
        relations.FirstOrDefault(r => r.Layer == layer) ?? LayerRelation.Unanswered(layer, LayerStatus.NoLayer);

    private static bool Covered(ImmutableArray<CodeEntry> codes, int finest) => codes.Any(c => c.First <= finest && finest < c.First + c.Count);

    private static bool Compares(decimal left, Comparison comparison, decimal right) => comparison switch
    {
        Comparison.AtMost => left <= right,
        Comparison.LessThan => left < right,
        Comparison.AtLeast => left >= right,
        Comparison.MoreThan => left > right,
        _ => throw new InvalidOperationException(),
    };

    private IEnumerable<Thing> Of(Operand operand, Frame frame)
    {
        switch (operand)
        {
            case Operand.OfProposal o:
                return [new Thing.Attribute(o.Definition.Id)];
            case Operand.OfItem o:
                var item = frame.Item!;
                return item.MadeUp is not null ? []
                    : item.Index is { } index ? [new Thing.Field(item.Collection, index, o.Definition.Id)]
                    : [new Thing.AnyField(item.Collection, o.Definition.Id)];
            case Operand.Distance o:
                return [PlaceOf(o.Layer, frame)];
            case Operand.Overlap o:
                return [PlaceOf(o.Layer, frame)];
            case Operand.Share o:
                return [PlaceOf(o.Layer, frame)];
            default:
                throw new InvalidOperationException();
        }
    }

    private object Value(Operand operand, Frame frame, Func<Thing, object> world) => operand switch
    {
        Operand.OfItem o when frame.Item!.MadeUp is { } fields => fields[o.Definition.Slot],
        Operand.Distance o => ((PlaceState)world(PlaceOf(o.Layer, frame))).Distance,
        Operand.Overlap o => ((PlaceState)world(PlaceOf(o.Layer, frame))).Overlap,
        Operand.Share o => ((PlaceState)world(PlaceOf(o.Layer, frame))).Share,
        _ => world(Of(operand, frame).Single()),
    };

    private AttributeDefinition Definition(string id) => facts.Vocabulary.TryFind(id, out var found) ? found : throw new InvalidOperationException(id);

    private AttributeDefinition FieldOf(string collection, string field) => ((AttributeType.Items)Definition(collection).Type).Fields.Single(f => f.Id == field);

    private static string FieldKey(string collection, string field) => $"{collection}[].{field}";
}
