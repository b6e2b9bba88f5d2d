using System.Collections.Immutable;
using System.Diagnostics;
using ZoningRules.Facts;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Proposals;

namespace ZoningRules.Reports;

/// <summary>Declared values with labels instead of ids and names beside codes.</summary>
internal static class DeclaredWords
{
    /// <summary>A value as a person would write it; as it stands in the file where the vocabulary does not say more.</summary>
    public static string Of(RawValue value, AttributeDefinition? definition, Language language) => value switch
    {
        RawValue.Text(var text, _) => OfText(text, definition?.Type, language),
        RawValue.List([], _) => Labels.Say(language, "无", "none"),
        RawValue.List(var values, _) when definition?.Type is AttributeType.Items(var fields) =>
            string.Join(Labels.Say(language, "；", "; "), values.Select((v, i) => $"({Figures.Of(i + 1)}) {OfItem(v, fields, language)}")),
        RawValue.List(var values, _) => string.Join(Labels.Say(language, "、", ", "), values.Select(v => Of(v, definition, language))),
        RawValue.Map => RuleWords.Plain(value),
        _ => throw new UnreachableException(),
    };

    private static string OfItem(RawValue value, ImmutableArray<AttributeDefinition> fields, Language language) => value is RawValue.Map(var entries, _)
        ? string.Join(Labels.Say(language, "，", ", "), entries.Select(e =>
        {
            var field = fields.FirstOrDefault(f => f.Id == e.Key);
            return $"{field?.Label.In(language) ?? e.Key} {Of(e.Value, field, language)}";
        }))
        : RuleWords.Plain(value);

    private static string OfText(string text, AttributeType? type, Language language) => type switch
    {
        AttributeType.YesNo when text is "yes" => Labels.Say(language, "是", "yes"),
        AttributeType.YesNo when text is "no" => Labels.Say(language, "否", "no"),
        AttributeType.Choice(var options) => Label(text, options, language),
        AttributeType.Choices(var options) => Label(text, options, language),
        AttributeType.Code(var system) when system.TryFind(text, out var entry) => $"{text} {entry.Name}",
        _ => text,
    };

    private static string Label(string text, ImmutableArray<ChoiceOption> options, Language language) =>
        options.FirstOrDefault(o => o.Id == text)?.Label.In(language) ?? text;
}
