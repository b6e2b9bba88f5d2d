using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using ZoningRules.Evaluation;
using ZoningRules.Problems;
using ZoningRules.RulePacks;

namespace ZoningRules.Reports;

/// <summary>A condition as rows of a table: its place in the tree, the line as the file has it, and the line in words.</summary>
internal sealed class ConditionRows(RulePack pack, BookWords words, ImmutableArray<Language> languages)
{
    private readonly ImmutableArray<ImmutableArray<Passage>>.Builder rows = ImmutableArray.CreateBuilder<ImmutableArray<Passage>>();

    /// <summary>The rows so far.</summary>
    public ImmutableArray<ImmutableArray<Passage>> Rows => rows.ToImmutable();

    /// <summary>Adds a condition of the norm; nothing when there is none.</summary>
    public void Add(string member, Condition? condition)
    {
        if (condition is not null)
        {
            Write(member, condition);
        }
    }

    private void Write(string place, Condition condition)
    {
        switch (condition)
        {
            case Condition.Leaf leaf:
                Row(place, leaf.Text, Leaf(leaf.Test));
                break;
            case Condition.All(var parts):
                Row(place, "all:", words.Tell("以下全部成立", "all of the following hold"));
                Parts(place, parts);
                break;
            case Condition.Any(var parts):
                Row(place, "any:", words.Tell("以下至少一项成立", "at least one of the following holds"));
                Parts(place, parts);
                break;
            case Condition.Not(var part):
                Row(place, "not:", words.Tell("以下不成立", "the following does not hold"));
                Parts(place, [part]);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private void Parts(string place, ImmutableArray<Condition> parts)
    {
        for (var i = 0; i < parts.Length; i++)
        {
            Write($"{place}{(place.Contains(' ', StringComparison.Ordinal) ? "." : " ")}{(i + 1).ToString(CultureInfo.InvariantCulture)}", parts[i]);
        }
    }

    // On a day without law no parameter has a value, so that the line names the parameter; its values stand in a table of their own.
    private Passage Leaf(LeafTest test)
    {
        var text = LeafWording.Of(test, DateOnly.MinValue, pack.Vocabulary);
        return words.Tell(
            languages.Contains(Language.Zh) ? new RuleWords(pack, Language.Zh).Phrase(text) : "", languages.Contains(Language.En) ? new RuleWords(pack, Language.En).Phrase(text) : "");
    }

    private void Row(string place, string line, Passage meaning) => rows.Add([Passage.Of(place), Passage.Of(line, RunStyle.Code), meaning]);
}
