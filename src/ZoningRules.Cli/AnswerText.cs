using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using ZoningRules.Facts;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Proposals;

namespace ZoningRules.Cli;

/// <summary>What a person types at a question, turned into what a proposal file would say. Whether it fits is for the reader of proposals to judge.</summary>
internal static class AnswerText
{
    /// <summary>The answer as a file would write it; null when it names none of the choices.</summary>
    public static RawValue? Read(AttributeType type, string typed)
    {
        var text = typed.Trim();
        return type switch
        {
            AttributeType.YesNo => YesNo(text) is { } word ? new RawValue.Text(word) : null,
            AttributeType.Choice(var options) => Option(text, options) is { } option ? new RawValue.Text(option) : null,
            AttributeType.Choices(var options) => Several(text, options),
            AttributeType.Number(var measure, _, _) => new RawValue.Text(WithMeasure(text, measure)),
            AttributeType.Code or AttributeType.Text => new RawValue.Text(text),
            AttributeType.Items => throw new ArgumentException("items are asked field by field", nameof(type)),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>What may be typed, in a line.</summary>
    public static string Hint(AttributeType type, Language language) => type switch
    {
        AttributeType.YesNo => language == Language.Zh ? "是 / 否" : "yes / no",
        AttributeType.Choice(var options) => Listed(options, language),
        AttributeType.Choices(var options) => Listed(options, language) + (language == Language.Zh ? "（可多选，用逗号隔开；没有则填“无”）" : " (several, separated by commas; “none” for none of them)"),
        AttributeType.Number(var measure, _, _) when measure.Name == MeasureTable.Count.Name => language == Language.Zh ? "数字，也可填范围 低..高" : "a number, or a range LOW..HIGH",
        AttributeType.Number(var measure, _, _) => language == Language.Zh ? $"数值（{measure.Label.Zh}），也可填范围 低..高" : $"an amount in {measure.Label.En}, or a range LOW..HIGH",
        AttributeType.Code(var system) => language == Language.Zh ? $"{system.Title.Zh}代码" : $"a code of {system.Title.En}",
        AttributeType.Text => language == Language.Zh ? "文字" : "text",
        AttributeType.Items => language == Language.Zh ? "个数，没有则填 0" : "how many; 0 for none",
        _ => throw new UnreachableException(),
    };

    private static string Listed(ImmutableArray<ChoiceOption> options, Language language) =>
        string.Join("  ", options.Select((o, i) => $"{(i + 1).ToString(CultureInfo.InvariantCulture)}={o.Label.In(language)}"));

    private static string? YesNo(string text) => text.ToLowerInvariant() switch
    {
        "yes" or "y" or "是" or "有" or "1" => "yes",
        "no" or "n" or "否" or "无" or "没有" or "0" => "no",
        _ => null,
    };

    private static string? Option(string text, ImmutableArray<ChoiceOption> options)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= options.Length
            && options.All(o => o.Id != text))
        {
            return options[number - 1].Id;
        }

        return options.FirstOrDefault(o => o.Id == text || o.Label.Zh == text || o.Label.En.Equals(text, StringComparison.OrdinalIgnoreCase))?.Id;
    }

    private static RawValue.List? Several(string text, ImmutableArray<ChoiceOption> options)
    {
        if (text is "无" or "没有" || text.Equals("none", StringComparison.OrdinalIgnoreCase))
        {
            return new([]);
        }

        var chosen = text.Split([',', '，', '、', ' ', ';', '；'], StringSplitOptions.RemoveEmptyEntries).Select(t => Option(t, options)).ToArray();
        return chosen.Length == 0 || chosen.Contains(null) ? null : new([.. chosen.OfType<string>().Distinct().Select(c => (RawValue)new RawValue.Text(c))]);
    }

    // A bare number is meant in the measure that the question names.
    private static string WithMeasure(string text, MeasureUnit measure)
    {
        var bare = measure.Name != MeasureTable.Count.Name && text.Length > 0 && text.All(c => char.IsAsciiDigit(c) || c is '.' or '-' or '+');
        return bare ? $"{text} {measure.Name}" : text;
    }
}
