using System.Collections.Immutable;
using System.Diagnostics;
using ZoningRules.Measures;
using ZoningRules.Problems;

namespace ZoningRules.Facts;

/// <summary>Tells whether two vocabularies mean the same by a name.</summary>
internal static class AttributeDifference
{
    /// <summary>
    /// What differs between two definitions of an attribute; null when they mean the same. The evidence and the cost of the answer, which reason stands for nothing given, and the
    /// place in a file are no part of the meaning.
    /// </summary>
    public static LocalText? Between(AttributeDefinition one, AttributeDefinition other) =>
        Between(one.Type, other.Type)
        ?? (one.Label != other.Label ? new($"名称“{one.Label.Zh}”与“{other.Label.Zh}”", $"the labels “{one.Label.En}” and “{other.Label.En}”")
            : one.Ask != other.Ask ? new($"问题“{one.Ask.Zh}”与“{other.Ask.Zh}”", $"the questions “{one.Ask.En}” and “{other.Ask.En}”")
            : one.AnsweredBy != other.AnsweredBy ? new("由谁回答", "who answers")
            : null);

    /// <summary>Whether two measures of one name are the same, however they are printed.</summary>
    public static bool IsSame(MeasureUnit one, MeasureUnit other) =>
        one.Dimension == other.Dimension
        && one.Numerator * other.Denominator == other.Numerator * one.Denominator
        && one.ApproximatePercent == other.ApproximatePercent;

    private static LocalText? Between(AttributeType one, AttributeType other) => (one, other) switch
    {
        (AttributeType.YesNo, AttributeType.YesNo) or (AttributeType.Text, AttributeType.Text) => null,
        (AttributeType.Choice(var a), AttributeType.Choice(var b)) => Between(a, b),
        (AttributeType.Choices(var a), AttributeType.Choices(var b)) => Between(a, b),
        (AttributeType.Code(var a), AttributeType.Code(var b)) => a.Id == b.Id && a.FinestCount == b.FinestCount && a.Entries.SequenceEqual(b.Entries)
            ? null
            : new($"代码表 {a.Id} 与 {b.Id}", $"the code systems {a.Id} and {b.Id}"),
        (AttributeType.Number a, AttributeType.Number b) =>
            a.Measure.Name != b.Measure.Name || !IsSame(a.Measure, b.Measure) ? new($"计量单位 {a.Measure.Name} 与 {b.Measure.Name}", $"the measures {a.Measure.Name} and {b.Measure.Name}")
            : (a.Minimum, a.Maximum) != (b.Minimum, b.Maximum) ? new("取值范围", "the range of values")
            : null,
        (AttributeType.Items(var a), AttributeType.Items(var b)) => Between(a, b),
        (AttributeType.YesNo or AttributeType.Text or AttributeType.Choice or AttributeType.Choices or AttributeType.Code or AttributeType.Number or AttributeType.Items, _) =>
            new("类型", "the types"),
        _ => throw new UnreachableException(),
    };

    private static LocalText? Between(ImmutableArray<ChoiceOption> one, ImmutableArray<ChoiceOption> other) =>
        one.SequenceEqual(other) ? null : new($"取值 {Listed(one)} 与 {Listed(other)}", $"the values {Listed(one)} and {Listed(other)}");

    private static LocalText? Between(ImmutableArray<AttributeDefinition> one, ImmutableArray<AttributeDefinition> other)
    {
        if (!one.Select(f => f.Id).SequenceEqual(other.Select(f => f.Id), StringComparer.Ordinal))
        {
            return new($"字段 {Listed(one)} 与 {Listed(other)}", $"the fields {Listed(one)} and {Listed(other)}");
        }

        return one.Zip(other, (a, b) => Between(a, b) is { } difference ? new LocalText($"字段 {a.Id} 的{difference.Zh}", $"of the field {a.Id} {difference.En}") : null)
            .FirstOrDefault(d => d is not null);
    }

    private static string Listed(ImmutableArray<ChoiceOption> options) => string.Join("|", options.Select(o => o.Id));

    private static string Listed(ImmutableArray<AttributeDefinition> fields) => string.Join("|", fields.Select(f => f.Id));
}
