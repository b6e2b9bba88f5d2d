using System.Globalization;
using ZoningRules.Proposals;

namespace ZoningRules.Cli;

/// <summary>Puts answers into a proposal.</summary>
internal static class AnswerSheet
{
    /// <summary>The proposal with an attribute declared; <c>items[2].field</c>, counted from 1, declares a field of an item that is there.</summary>
    public static Proposal WithDeclared(Proposal proposal, string attribute, RawValue value)
    {
        if (TrySplit(attribute, out var items, out var index, out var field))
        {
            return With(proposal, items, old => old is RawValue.List list && index < list.Values.Length
                ? new RawValue.List(list.Values.SetItem(index, WithField(list.Values[index], field, value)))
                : old ?? value);
        }

        return With(proposal, attribute, _ => value);
    }

    /// <summary>The proposal with an officer's decision.</summary>
    public static Proposal WithDecision(Proposal proposal, OfficerDecision decision) =>
        proposal with { Decisions = [.. proposal.Decisions.Where(d => d.Attribute != decision.Attribute), decision] };

    private static Proposal With(Proposal proposal, string attribute, Func<RawValue?, RawValue> change)
    {
        for (var i = 0; i < proposal.Attributes.Length; i++)
        {
            if (proposal.Attributes[i].Attribute == attribute)
            {
                var old = proposal.Attributes[i];
                return proposal with { Attributes = proposal.Attributes.SetItem(i, old with { Value = change(old.Value) }) };
            }
        }

        return proposal with { Attributes = proposal.Attributes.Add(new(attribute, change(null))) };
    }

    private static RawValue.Map WithField(RawValue item, string field, RawValue value)
    {
        var entries = item is RawValue.Map map ? map.Entries : [];
        return new([.. entries.Where(e => e.Key != field), KeyValuePair.Create(field, value)]);
    }

    private static bool TrySplit(string attribute, out string items, out int index, out string field)
    {
        (items, index, field) = ("", 0, "");
        var open = attribute.IndexOf('[', StringComparison.Ordinal);
        var close = attribute.IndexOf("].", StringComparison.Ordinal);
        if (open < 0 || close < open
            || !int.TryParse(attribute.AsSpan(open + 1, close - open - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1)
        {
            return false;
        }

        (items, index, field) = (attribute[..open], number - 1, attribute[(close + 2)..]);
        return true;
    }
}
