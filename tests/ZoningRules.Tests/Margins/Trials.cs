using ZoningRules.Assessing;
using ZoningRules.Facts;
using ZoningRules.Margins;
using ZoningRules.Measures;
using ZoningRules.Testing;
using ZoningRules.Tests.Oracle;
using ZoningRules.Verdicts;

namespace ZoningRules.Tests.Margins;

/// <summary>Trials of generated cases, and values to try.</summary>
internal static class Trials
{
    /// <summary>Every limit that generated rules use and what lies just beside it, and a few others.</summary>
    public static readonly decimal[] Numbers =
    [
        .. new decimal[] { 0, 10, 20, 35, 50, 100, 400, 500, 1000 }.SelectMany(l => new[] { l - 0.5m, l - 0.000001m, l, l + 0.000001m, l + 0.5m }),
        3.7m, 71.25m, 260, 7777,
    ];

    public static Trial Of(GeneratedCase generated) => Of(generated.Assessor, generated.Scenario);

    public static Trial Of(Assessor assessor, Scenario scenario) =>
        new(assessor, scenario.AssessedBy(assessor), scenario.Facts, new(scenario.GoverningDate, scenario.Ledgers), MarginBounds.Usual.MostFields);

    public static bool IsAllowed(AttributeDefinition number, decimal value) =>
        number.Type is AttributeType.Number type && (type.Minimum is not { } least || value >= least) && (type.Maximum is not { } most || value <= most);

    /// <summary>Some value of a type; of a collection, some of its declared items.</summary>
    public static FactValue SomeValue(FreeValue value, Random dice) => value.Definition.Type switch
    {
        AttributeType.YesNo => new FactValue.Choice(dice.Next(2)),
        AttributeType.Choice choice => new FactValue.Choice(dice.Next(choice.Options.Length)),
        AttributeType.Choices choices => new FactValue.ChoiceSet((ulong)dice.Next(1 << choices.Options.Length)),
        AttributeType.Code code => new FactValue.Code(code.System.Entries[dice.Next(code.System.Entries.Length)]),
        AttributeType.Number => new FactValue.Number(Interval<decimal>.Of(Numbers.Where(n => IsAllowed(value.Definition, n)).OrderBy(_ => dice.Next()).First())),
        AttributeType.Items => new FactValue.Items([.. ((FactValue.Items)value.Fact.Value).All.Where(_ => dice.Next(2) == 0)]),
        _ => throw new InvalidOperationException(),
    };

    public static bool MayAdmit(Assessment assessment) => assessment.Possible[0] <= Verdict.Conditional;
}
