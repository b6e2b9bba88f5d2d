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

        foreach (var test in norm.Lines.Select(l => l.Test))
        {
            Layers.UnionWith(test.Layers);
            foreach (var operand in test.Operands)
            {
                Take(operand, norm);
            }

            if (test is LeafTest.OnList list)
            {
                Widen(Lists, list.List.Name, requirement, norm);
                if (list.Decision is { } meant)
                {
                    Attributes.Add(meant.Slot);
                }
            }
            else if (test is LeafTest.CompareParameter compare)
            {
                Widen(Parameters, compare.Limit.Name, requirement, norm);
            }
        }

        foreach (var (_, operand) in norm.Show)
        {
            Layers.UnionWith(operand.Layers);
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

    private void Take(Operand operand, Norm norm)
    {
        if (operand is Operand.OfProposal attribute)
        {
            Attributes.Add(attribute.Definition.Slot);
        }
        else if (operand is Operand.OfItem field)
        {
            Fields.Add((norm.ForEach!.Id, field.Definition.Id));
        }
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
