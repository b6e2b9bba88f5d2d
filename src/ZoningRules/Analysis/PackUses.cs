using ZoningRules.RulePacks;

namespace ZoningRules.Analysis;

/// <summary>What the norms of a pack use, and over which time.</summary>
internal sealed class PackUses
{
    private PackUses()
    {
    }

    /// <summary>Slots of the attributes used.</summary>
    public HashSet<int> Attributes { get; } = [];

    /// <summary>Fields used, by the id of the collection and their own.</summary>
    public HashSet<(string Collection, string Field)> Fields { get; } = [];

    /// <summary>Ids of the layers used, those whose parts are used included.</summary>
    public HashSet<string> Layers { get; } = new(StringComparer.Ordinal);

    /// <summary>Lists used, from the first to the last day of their users.</summary>
    public Dictionary<string, Period> Lists { get; } = new(StringComparer.Ordinal);

    /// <summary>Parameters used, from the first to the last day of their users.</summary>
    public Dictionary<string, Period> Parameters { get; } = new(StringComparer.Ordinal);

    /// <summary>Collects the uses of a pack.</summary>
    public static PackUses Of(RulePack pack)
    {
        var uses = new PackUses();
        foreach (var (requirement, norm) in pack.Norms)
        {
            uses.Take(requirement, norm);
        }

        foreach (var layer in pack.Layers.Where(l => uses.Layers.Contains(l.Id)).ToList())
        {
            for (var at = layer; at?.PartOf is { } parent; at = pack.Layers.FirstOrDefault(l => l.Id == parent))
            {
                uses.Layers.Add(parent);
            }
        }

        return uses;
    }

    private void Take(Requirement requirement, Norm norm)
    {
        if (requirement.Scope is Scope.InZone zone)
        {
            Layers.Add(zone.Layer);
        }

        if (norm.ForEach is { } collection)
        {
            Attributes.Add(collection.Slot);
        }

        if (norm.ReadingDecision is { } decision)
        {
            Attributes.Add(decision.Slot);
        }

        foreach (var line in norm.Lines)
        {
            Take(line.Test, requirement, norm);
        }

        foreach (var (_, operand) in norm.Show)
        {
            Take(operand, norm);
        }

        if (norm.Cap is { } cap)
        {
            Attributes.Add(cap.Increment.Slot);
            if (cap.Limit is CapLimit.Dated dated)
            {
                Widen(Parameters, dated.Parameter.Name, requirement, norm);
            }
        }
    }

    private void Take(LeafTest test, Requirement requirement, Norm norm)
    {
        switch (test)
        {
            case LeafTest.OneOf one:
                Take(one.Of, norm);
                break;
            case LeafTest.Includes includes:
                Take(includes.Of, norm);
                break;
            case LeafTest.CodeIn codes:
                Take(codes.Of, norm);
                break;
            case LeafTest.OnList list:
                Take(list.Of, norm);
                Widen(Lists, list.List.Name, requirement, norm);
                if (list.Decision is { } decision)
                {
                    Attributes.Add(decision.Slot);
                }

                break;
            case LeafTest.Compare compare:
                Take(compare.Of, norm);
                break;
            case LeafTest.CompareParameter compare:
                Take(compare.Of, norm);
                Widen(Parameters, compare.Limit.Name, requirement, norm);
                break;
            case LeafTest.CompareOperands pair:
                Take(pair.Left, norm);
                Take(pair.Right, norm);
                break;
            case LeafTest.SiteIn place:
                Layers.Add(place.Layer);
                break;
            case LeafTest.SiteWithin place:
                Layers.Add(place.Layer);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private void Take(Operand operand, Norm norm)
    {
        _ = operand switch
        {
            Operand.OfProposal attribute => Attributes.Add(attribute.Definition.Slot),
            Operand.OfItem field => Fields.Add((norm.ForEach!.Id, field.Definition.Id)),
            Operand.Distance distance => Layers.Add(distance.Layer),
            Operand.Overlap overlap => Layers.Add(overlap.Layer),
            Operand.Share share => Layers.Add(share.Layer),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static void Widen(Dictionary<string, Period> uses, string name, Requirement requirement, Norm norm)
    {
        var from = requirement.InForce.From;
        var until = requirement.InForce.Until;
        if (norm.Target is { } target)
        {
            var first = new DateOnly(target.Year, 1, 1);
            from = target.OnlyInYear && first > from ? first : from;
            var end = new DateOnly(target.Year + 1, 1, 1);
            until = until is { } stated && stated < end ? stated : end;
        }

        uses[name] = uses.TryGetValue(name, out var known)
            ? new(known.From < from ? known.From : from, known.Until is { } a && until is { } b ? (a > b ? a : b) : null)
            : new(from, until);
    }
}
