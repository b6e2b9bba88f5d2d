using System.Diagnostics;
using System.Text;
using ZoningRules.Findings;
using ZoningRules.Problems;
using ZoningRules.Proposals;
using ZoningRules.RulePacks;

namespace ZoningRules.Reports;

/// <summary>Says what a rule pack knows only by id in the pack's own words.</summary>
internal sealed class RuleWords(RulePack pack, Language language)
{
    /// <summary>A line of evidence in words.</summary>
    public string Phrase(TraceLine line) => Joined(line.Words.In(language));

    /// <summary>Words in the language chosen, set as that language sets them.</summary>
    public string Phrase(LocalText words) => Joined(words.In(language));

    /// <summary>The lists that a norm's conditions use.</summary>
    public static IEnumerable<CodeList> Lists(Norm norm) =>
        norm.Lines.Select(l => l.Test).OfType<LeafTest.OnList>().Select(t => t.List).Distinct();

    /// <summary>The parameters that a norm's conditions and cap use.</summary>
    public static IEnumerable<Parameter> Parameters(Norm norm) =>
        norm.Lines.Select(l => l.Test).OfType<LeafTest.CompareParameter>().Select(t => t.Limit)
            .Concat(norm.Cap?.Limit is CapLimit.Dated(var parameter) ? [parameter] : Array.Empty<Parameter>())
            .Distinct();

    /// <summary>The ids of the layers that a norm's conditions use.</summary>
    public static IEnumerable<string> Layers(Norm norm) => norm.Lines.SelectMany(l => l.Test.Layers).Distinct();

    /// <summary>The label of a layer, or its id when the pack has no such layer.</summary>
    public string Layer(string id) => pack.Layers.FirstOrDefault(l => l.Id == id)?.Label.In(language) ?? id;

    /// <summary>A raw value as a proposal writes it, on one line.</summary>
    public static string Plain(RawValue value) => value switch
    {
        RawValue.Text(var text, _) => text,
        RawValue.List(var values, _) => "[" + string.Join(", ", values.Select(Plain)) + "]",
        RawValue.Map(var entries, _) => "{" + string.Join(", ", entries.Select(e => $"{e.Key}: {Plain(e.Value)}")) + "}",
        _ => throw new UnreachableException(),
    };

    // Chinese needs no spaces between its words, and a yes-no question needs no "is yes" beside its answer.
    private static string Joined(string text)
    {
        var joined = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != ' ' || i == 0 || i + 1 == text.Length || text[i - 1] < 0x2e80 || text[i + 1] < 0x2e80)
            {
                joined.Append(text[i]);
            }
        }

        var words = joined.ToString();
        foreach (var ending in (ReadOnlySpan<string>)["为是", " is yes"])
        {
            if (words.EndsWith(ending, StringComparison.Ordinal))
            {
                return words[..^ending.Length];
            }
        }

        return words;
    }
}
