using ZoningRules.Facts;
using ZoningRules.Findings;
using ZoningRules.Measures;
using ZoningRules.Problems;

namespace ZoningRules.Reports;

/// <summary>One line of evidence in words.</summary>
/// <param name="Truth">What came of it; null for a line that is shown only.</param>
/// <param name="Phrase">The condition in words, with the unit, item or reading it is about.</param>
/// <param name="Value">The value found and where it comes from.</param>
internal sealed record Evidence(Truth? Truth, string Phrase, string Value)
{
    /// <summary>
    /// The evidence of a finding, duplicates left out. Where the outcome is certain, lines that are unknown decided nothing and are left out too.
    /// </summary>
    public static IEnumerable<Evidence> Of(Finding finding, RuleWords wording, Language language)
    {
        var oneUnit = UnitOf(finding) is not null;
        return finding.Trace
            .Where(l => finding.Outcome == Outcome.Undetermined || l.Role == TraceRole.Shown || l.Truth != Measures.Truth.Unknown)
            .Select(l => Of(oneUnit ? l with { Unit = null } : l, wording, language))
            .Distinct();
    }

    /// <summary>The one control unit that a finding's evidence is about; null when it is about the whole site or several.</summary>
    public static string? UnitOf(Finding finding)
    {
        var units = finding.Trace.Select(l => l.Unit).OfType<string>().Distinct().Take(2).ToArray();
        return units is [var only] ? only : null;
    }

    /// <summary>Condition and value on one line.</summary>
    public string OnOneLine(Language language) =>
        Labels.Say(language, $"{Phrase}：{Value}", $"{Phrase}: {Value}");

    private static Evidence Of(TraceLine line, RuleWords wording, Language language)
    {
        var about = new[]
        {
            line.Unit,
            line.Item,
            line.Reading is { } reading ? Labels.Say(language, $"读法 {reading}", $"reading {reading}") : null,
        }.OfType<string>().ToArray();
        var phrase = wording.Phrase(line)
            + (about.Length == 0 ? "" : Labels.Say(language, $"（{string.Join("，", about)}）", $" ({string.Join(", ", about)})"));
        var origin = line.Origin == FactOrigin.None ? "" : Labels.Of(line.Origin, language);
        var reasons = line.Truth == Measures.Truth.Unknown && line.Role != TraceRole.Shown ? Labels.Of(line.Reasons, language) : "";
        var notes = string.Join(Labels.Say(language, "；", "; "), new[] { origin, reasons }.Where(n => n.Length > 0));
        var value = line.Value.In(language);
        return new(
            line.Role == TraceRole.Shown ? null : line.Truth,
            phrase,
            notes.Length == 0 ? value : Labels.Say(language, $"{value}〔{notes}〕", $"{value} [{notes}]"));
    }
}
