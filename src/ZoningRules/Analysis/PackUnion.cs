using System.Collections.Immutable;
using ZoningRules.Facts;
using ZoningRules.Measures;
using ZoningRules.RulePacks;

namespace ZoningRules.Analysis;

/// <summary>
/// Two rule packs as one: one vocabulary in which attributes, layers and values of the same name are the same, and the norms of both, so that the same facts can be put to
/// both. The norms of the old pack carry a mark before their ids.
/// </summary>
internal sealed class PackUnion
{
    private const string OldMark = "old:";
    private const int MostOptions = 64;

    private readonly RulePack old;
    private readonly RulePack @new;
    private readonly Dictionary<string, AttributeDefinition> attributes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> layers = new(StringComparer.Ordinal);
    private readonly Dictionary<CodeList, CodeList> lists = new(ReferenceEqualityComparer.Instance);
    private readonly List<string> unlike = [];

    private PackUnion(RulePack old, RulePack @new)
    {
        this.old = old;
        this.@new = @new;
    }

    /// <summary>Ids of attributes that mean different kinds of things in the two packs: they are kept apart.</summary>
    public IReadOnlyList<string> Unlike => unlike;

    /// <summary>Joins two packs.</summary>
    public static (RulePack Pack, IReadOnlyList<string> Unlike) Of(RulePack old, RulePack @new)
    {
        var union = new PackUnion(old, @new);
        return (union.Join(), union.Unlike);
    }

    /// <summary>Whether a norm of the union is one of the old pack.</summary>
    public static bool IsOld(Norm norm) => norm.Id.StartsWith(OldMark, StringComparison.Ordinal);

    /// <summary>The id of a norm of the union in its own pack.</summary>
    public static string OwnId(string id) => id.StartsWith(OldMark, StringComparison.Ordinal) ? id[OldMark.Length..] : id;

    private static IEnumerable<T> Both<T>(IEnumerable<T> first, IEnumerable<T> second, Func<T, string> id)
    {
        var known = first.Select(id).ToHashSet(StringComparer.Ordinal);
        return first.Concat(second.Where(s => !known.Contains(id(s))));
    }

    private RulePack Join()
    {
        var measures = new MeasureTable(Both(@new.Vocabulary.Measures.All, old.Vocabulary.Measures.All, m => m.Name).Skip(MeasureTable.Standard.All.Length));
        var joined = ImmutableArray.CreateBuilder<AttributeDefinition>();
        foreach (var definition in Both(@new.Vocabulary.Attributes, old.Vocabulary.Attributes, a => a.Id))
        {
            Add(old.Vocabulary.TryFind(definition.Id, out var other) && other != definition ? Joined(definition, other) : definition, definition.Id);
        }

        foreach (var id in unlike)
        {
            _ = old.Vocabulary.TryFind(id, out var kept);
            Add(kept! with { Id = OldMark + id }, OldMark + id);
        }

        var places = Both(@new.Vocabulary.Layers, old.Vocabulary.Layers, l => l.Id).ToImmutableArray();
        for (var slot = 0; slot < places.Length; slot++)
        {
            layers.Add(places[slot].Id, slot);
        }

        return new()
        {
            Id = @new.Id,
            Version = @new.Version,
            Title = @new.Title,
            Jurisdiction = @new.Jurisdiction,
            Sha256 = @new.Sha256,
            Folder = @new.Folder,
            Notices = [],
            Basis = [],
            Instruments = @new.Instruments,
            Vocabulary = new(measures, joined.ToImmutable(), places),
            Lists = [],
            Parameters = [],
            Layers = [.. Both(@new.Layers, old.Layers, l => l.Id)],
            Units = [.. Both(@new.Units, old.Units, u => u.Code)],
            UnitsCitation = @new.UnitsCitation,
            Towns = [],
            UnitLists = null,
            Requirements = [.. @new.Requirements.Select(r => Moved(r, string.Empty)), .. old.Requirements.Select(r => Moved(r, OldMark))],
        };

        void Add(AttributeDefinition definition, string id)
        {
            var placed = definition with { Slot = joined.Count };
            joined.Add(placed);
            attributes.Add(id, placed);
        }
    }

    private AttributeDefinition Joined(AttributeDefinition a, AttributeDefinition b)
    {
        if (Joined(a.Type, b.Type) is { } type)
        {
            return a with { Type = type };
        }

        unlike.Add(a.Id);
        return a;
    }

    // Null when the two are of different kinds or cannot be joined.
    private AttributeType? Joined(AttributeType a, AttributeType b) => (a, b) switch
    {
        (AttributeType.YesNo, AttributeType.YesNo) or (AttributeType.Text, AttributeType.Text) => a,
        (AttributeType.Choice x, AttributeType.Choice y) => Options(x.Options, y.Options) is { } options ? new AttributeType.Choice(options) : null,
        (AttributeType.Choices x, AttributeType.Choices y) => Options(x.Options, y.Options) is { } options ? new AttributeType.Choices(options) : null,
        (AttributeType.Code x, AttributeType.Code y) => x.System.Id == y.System.Id ? x : null,
        (AttributeType.Number x, AttributeType.Number y) => x.Measure.Dimension == y.Measure.Dimension
            ? new AttributeType.Number(x.Measure, Outer(x.Minimum, y.Minimum, Math.Min), Outer(x.Maximum, y.Maximum, Math.Max))
            : null,
        (AttributeType.Items x, AttributeType.Items y) => new AttributeType.Items(Fields(x, y)),
        _ => null,
    };

    private static decimal? Outer(decimal? a, decimal? b, Func<decimal, decimal, decimal> outer) => a is { } x && b is { } y ? outer(x, y) : null;

    private static ImmutableArray<ChoiceOption>? Options(ImmutableArray<ChoiceOption> a, ImmutableArray<ChoiceOption> b)
    {
        ImmutableArray<ChoiceOption> both = [.. Both(a, b, o => o.Id)];
        return both.Length <= MostOptions ? both : null;
    }

    private ImmutableArray<AttributeDefinition> Fields(AttributeType.Items a, AttributeType.Items b) =>
    [
        .. Both(a.Fields, b.Fields, f => f.Id).Select((field, slot) =>
            (b.Fields.FirstOrDefault(f => f.Id == field.Id) is { } other && Joined(field.Type, other.Type) is { } type ? field with { Type = type } : field) with { Slot = slot }),
    ];

    private Requirement Moved(Requirement requirement, string mark) => requirement with
    {
        Id = mark + requirement.Id,
        Scope = requirement.Scope is Scope.InZone zone ? zone with { Slot = layers[zone.Layer] } : requirement.Scope,
        Norms = [.. requirement.Norms.Select(n => Moved(n, mark))],
    };

    private Norm Moved(Norm norm, string mark)
    {
        var collection = norm.ForEach is { } each ? Here(each, mark) : null;
        return norm with
        {
            Id = mark + norm.Id,
            SharedId = norm.Id,
            ExceptionTo = norm.ExceptionTo is { } @base ? mark + @base : null,
            ForEach = collection,
            Applies = norm.Applies is { } applies ? Moved(applies) : null,
            Unless = norm.Unless is { } unless ? Moved(unless) : null,
            When = norm.When is { } when ? Moved(when) : null,
            Readings = [.. norm.Readings.Select(r => r with { When = Moved(r.When) })],
            ReadingDecision = norm.ReadingDecision is { } decision ? Here(decision, mark) : null,
            Cap = norm.Cap is { } cap ? cap with { Increment = Here(cap.Increment, mark) } : null,
            Show = [],
        };

        Condition Moved(Condition condition) => condition switch
        {
            Condition.All all => new Condition.All([.. all.Parts.Select(Moved)]),
            Condition.Any any => new Condition.Any([.. any.Parts.Select(Moved)]),
            Condition.Not not => new Condition.Not(Moved(not.Part)),
            Condition.Leaf leaf => leaf with { Test = Test(leaf.Test) },
            _ => throw new System.Diagnostics.UnreachableException(),
        };

        LeafTest Test(LeafTest test) => test switch
        {
            LeafTest.OneOf one => new LeafTest.OneOf(Of(one.Of), Mask(one.Of, one.Mask)),
            LeafTest.Includes includes => new LeafTest.Includes(Of(includes.Of), Mask(includes.Of, includes.Mask)),
            LeafTest.CodeIn codes => codes with { Of = Of(codes.Of), System = SystemOf(codes.Of), Codes = Codes(codes.Codes, SystemOf(codes.Of)) },
            LeafTest.OnList list => new LeafTest.OnList(Of(list.Of), List(list.List, SystemOf(list.Of)), list.Decision is { } d ? Here(d, mark) : null),
            LeafTest.Compare compare => compare with { Of = Of(compare.Of) },
            LeafTest.CompareParameter compare => compare with { Of = Of(compare.Of) },
            LeafTest.CompareOperands pair => pair with { Left = Of(pair.Left), Right = Of(pair.Right) },
            LeafTest.SiteIn place => place with { Slot = layers[place.Layer] },
            LeafTest.SiteWithin place => place with { Slot = layers[place.Layer] },
            _ => throw new System.Diagnostics.UnreachableException(),
        };

        Operand Of(Operand operand) => operand switch
        {
            Operand.OfProposal attribute => new Operand.OfProposal(Here(attribute.Definition, mark)),
            Operand.OfItem field => new Operand.OfItem(Field(field.Definition)),
            Operand.Distance distance => distance with { Slot = layers[distance.Layer] },
            Operand.Overlap overlap => overlap with { Slot = layers[overlap.Layer] },
            Operand.Share share => share with { Slot = layers[share.Layer] },
            _ => throw new System.Diagnostics.UnreachableException(),
        };

        AttributeDefinition Field(AttributeDefinition field) => ((AttributeType.Items)collection!.Type).Fields.First(f => f.Id == field.Id);

        // The same values by name, at their places in the joined definition.
        ulong Mask(Operand operand, ulong mask)
        {
            var own = operand is Operand.OfItem item ? item.Definition : ((Operand.OfProposal)operand).Definition;
            var here = operand is Operand.OfItem field ? Field(field.Definition) : Here(own, mark);
            var (from, to) = (OptionsOf(own.Type), OptionsOf(here.Type));
            if (from.IsEmpty)
            {
                return mask;
            }

            var moved = 0UL;
            for (var i = 0; i < from.Length; i++)
            {
                moved |= (mask >> i & 1) != 0 ? 1UL << IndexOf(to, from[i].Id) : 0;
            }

            return moved;
        }

        CodeSystem SystemOf(Operand operand) => (Of(operand) switch
        {
            Operand.OfProposal attribute => (AttributeType.Code)attribute.Definition.Type,
            Operand.OfItem field => (AttributeType.Code)field.Definition.Type,
            _ => throw new System.Diagnostics.UnreachableException(),
        }).System;
    }

    private static ImmutableArray<ChoiceOption> OptionsOf(AttributeType type) => type switch
    {
        AttributeType.Choice choice => choice.Options,
        AttributeType.Choices choices => choices.Options,
        _ => [],
    };

    private static int IndexOf(ImmutableArray<ChoiceOption> options, string id)
    {
        for (var i = 0; i < options.Length; i++)
        {
            if (options[i].Id == id)
            {
                return i;
            }
        }

        throw new System.Diagnostics.UnreachableException();
    }

    private AttributeDefinition Here(AttributeDefinition definition, string mark) =>
        mark.Length > 0 && unlike.Contains(definition.Id) ? attributes[OldMark + definition.Id] : attributes[definition.Id];

    private CodeList List(CodeList list, CodeSystem system)
    {
        if (!lists.TryGetValue(list, out var moved))
        {
            moved = list with
            {
                System = system,
                Editions = [.. list.Editions.Select(e => e with { Members = Codes(e.Members, system), Review = Codes(e.Review, system), Except = Codes(e.Except, system) })],
            };
            lists.Add(list, moved);
        }

        return moved;
    }

    // A code the newer edition of a system no longer has is no longer anything's code.
    private static ImmutableArray<CodeEntry> Codes(ImmutableArray<CodeEntry> codes, CodeSystem system) =>
        [.. codes.Select(c => system.TryFind(c.Code, out var entry) ? entry : null).OfType<CodeEntry>()];
}
