using System.Collections.Immutable;
using ZoningRules.Facts;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Problems.Sources;

namespace ZoningRules.RulePacks.Loading;

/// <summary>Reads <c>name: {as-of, used, reserved, base}</c>, in ledger files and in cases.</summary>
internal static class LedgerEntries
{
    public static List<Ledger> Read(IEnumerable<SourceEntry> entries, ImmutableArray<RulePack> packs, string sha256, ProblemList problems)
    {
        var caps = new Dictionary<string, (MeasureUnit Measure, MeasureTable Measures)>(StringComparer.Ordinal);
        foreach (var pack in packs)
        {
            foreach (var cap in pack.Norms.Select(n => n.Norm.Cap).OfType<Cap>())
            {
                caps.TryAdd(cap.Ledger, (((AttributeType.Number)cap.Increment.Type).Measure, pack.Vocabulary.Measures));
            }
        }

        var ledgers = new List<Ledger>();
        foreach (var entry in entries)
        {
            if (!caps.TryGetValue(entry.Name, out var cap))
            {
                problems.Add(
                    ProblemCode.LedgerUnknown, entry.Key.Place, Naming.Shortened(entry.Name), Naming.Listed([.. caps.Keys.Order(StringComparer.Ordinal)]));
            }
            else if (Members.Open(entry.Node, entry.Name, PackMembers.Ledger, problems, entry.Key.Place) is { } members)
            {
                ledgers.Add(new(
                    entry.Name,
                    members.Date("as-of"),
                    Amount(members, "used", cap.Measure, cap.Measures, problems) ?? 0,
                    Amount(members, "reserved", cap.Measure, cap.Measures, problems) ?? 0,
                    Amount(members, "base", cap.Measure, cap.Measures, problems),
                    sha256));
            }
        }

        return ledgers;
    }

    private static decimal? Amount(Members members, string member, MeasureUnit measure, MeasureTable measures, ProblemList problems)
    {
        if (members.TextNode(member) is not { } node
            || MeasureText.Read(measures, member, node.Value, measure, node.Place, problems) is not { } amount
            || MeasureText.ToBase(amount, member, node.Place, problems) is not { } range)
        {
            return null;
        }

        if (!range.IsPoint)
        {
            Shapes.Wrong(node, member, "不含近似换算的数值", "an amount in an exact measure", problems);
        }
        else if (range.Low < 0)
        {
            problems.Add(ProblemCode.OutOfRange, node.Place, member, Naming.Shortened(node.Value), $"≥ 0 {measure.Name}");
        }

        return range.Low;
    }
}
