using ZoningRules.Facts;
using ZoningRules.Findings;
using ZoningRules.Measures;
using ZoningRules.Problems;

namespace ZoningRules.Reports;

/// <summary>One line of evidence in words.</summary>
/// <param name="Truth">What came of it.</param>
/// <param name="Phrase">The condition in words, with the unit, item or reading it is about.</param>
/// <param name="Value">The value found and where it comes from.</param>
/// <param name="Role">Which part of the norm it belongs to.</param>
internal sealed record Evidence(Truth Truth, string Phrase, string Value, TraceRole Role)
{
    /// <summary>All evidence of a finding, duplicates left out.</summary>
    public static IEnumerable<Evidence> Of(Finding finding, RuleWords wording, Language language) =>
        finding.Trace.Select(line => Of(line, wording, language)).Distinct();

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
        var reasons = line.Truth == Truth.Unknown ? Labels.Of(line.Reasons, language) : "";
        var notes = string.Join(Labels.Say(language, "；", "; "), new[] { origin, reasons }.Where(n => n.Length > 0));
        var value = line.Value.In(language);
        return new(line.Truth, phrase, notes.Length == 0 ? value : Labels.Say(language, $"{value}〔{notes}〕", $"{value} [{notes}]"), line.Role);
    }
}
