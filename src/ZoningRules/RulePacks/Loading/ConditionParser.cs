using System.Collections.Immutable;
using ZoningRules.Problems;
using ZoningRules.Problems.Sources;

namespace ZoningRules.RulePacks.Loading;

/// <summary>Reads conditions: trees of <c>all</c>, <c>any</c> and <c>not</c> over one-line leaves.</summary>
/// <param name="draft">What the leaves may name.</param>
/// <param name="leaves">Reads the leaves.</param>
internal sealed class ConditionParser(PackDraft draft, LeafParser leaves)
{
    // INVARIANT: returned only together with a problem.
    private static readonly Condition Placeholder = new Condition.All([]);

    /// <summary>Reads a condition.</summary>
    public Condition Parse(SourceNode node, string member, SourcePlace? place = null)
    {
        if (node is not SourceNode.Map map)
        {
            return Shapes.Text(node, member, draft.Problems, place) is null ? Placeholder : leaves.Parse((SourceNode.Text)node) ?? Placeholder;
        }

        if (Members.Open(node, member, PackMembers.Combination, draft.Problems, place) is not { } members)
        {
            return Placeholder;
        }

        if (map.Entries.Length != 1)
        {
            Shapes.Wrong(node, member, "一行条件，或恰含 all、any、not 之一的映射", "one line, or a mapping with exactly one of all, any and not", draft.Problems);
            return Placeholder;
        }

        var entry = map.Entries[0];
        return entry.Name switch
        {
            "all" => new Condition.All(Parts(members, "all")),
            "any" => new Condition.Any(Parts(members, "any")),
            "not" => new Condition.Not(Parse(entry.Node, "not", entry.Key.Place)),
            _ => Placeholder,
        };
    }

    private ImmutableArray<Condition> Parts(Members members, string member)
    {
        var nodes = members.List(member);
        if (nodes.IsEmpty && members[member] is SourceNode.List)
        {
            draft.Problems.Add(ProblemCode.EmptyValue, members.PlaceOf(member), member);
        }

        var parts = ImmutableArray.CreateBuilder<Condition>(nodes.Length);
        foreach (var node in nodes)
        {
            parts.Add(Parse(node, member));
        }

        return parts.DrainToImmutable();
    }
}
