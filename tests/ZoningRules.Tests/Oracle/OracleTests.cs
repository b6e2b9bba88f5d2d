using ZoningRules.Findings;
using ZoningRules.Testing;
using ZoningRules.Verdicts;

namespace ZoningRules.Tests.Oracle;

/// <summary>The engine and the naive oracle agree on generated packs and forms.</summary>
public sealed class OracleTests
{
    private const int MostCompletions = 1500;

    [Theory]
    [InlineData(1500, 5)]
    [InlineData(2500, 15)]
    [InlineData(2000, 30)]
    public void Assess_GeneratedPackAndForm_AgreesWithOracle(int cases, int unknownPercent)
    {
        var compared = 0;
        Checked.ForAll(cases, GeneratedCase.Arbitrary(new(unknownPercent, unknownPercent)), c => compared += Compare(c) ? 1 : 0);

        Assert.True(compared >= cases / 2, $"only {compared} of {cases} cases were small enough to compare");
    }

    [Theory]
    [InlineData(1500, 5)]
    [InlineData(2000, 15)]
    [InlineData(1500, 30)]
    public void Assess_PackWithoutControlUnits_AgreesWithOracle(int cases, int unknownPercent)
    {
        var compared = 0;
        var concerns = new HashSet<Concern>();
        Checked.ForAll(cases, GeneratedCase.ArbitraryPlan(new(unknownPercent, unknownPercent)), c =>
        {
            compared += Compare(c) ? 1 : 0;
            concerns.Add(c.Assess().Concern);
        });

        Assert.True(compared >= cases / 2, $"only {compared} of {cases} cases were small enough to compare");
        Assert.Equal(3, concerns.Count);
    }

    private static bool Compare(GeneratedCase generated)
    {
        var (pack, scenario) = generated;
        var oracle = NaiveOracle.Answer(pack, scenario.Facts, scenario.Location, scenario.Ledgers, scenario.GoverningDate, MostCompletions);
        if (oracle is null)
        {
            return false;
        }

        var engine = generated.Assess();

        Assert.Equal(
            Text(oracle.Outcomes, oracle.Verdict, oracle.Possible, oracle.Questions),
            Text(engine.Findings.ToDictionary(f => f.Norm.Id, f => f.Outcome), engine.Verdict, engine.Possible, Questions(engine)));
        return true;
    }

    private static string Text(IReadOnlyDictionary<string, Outcome> outcomes, Verdict verdict, IEnumerable<Verdict> possible, IEnumerable<string> questions) =>
        string.Join(", ", outcomes.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key} {p.Value}"))
        + $"; {verdict}; possible {string.Join(", ", possible)}; asks {string.Join(", ", questions.Order(StringComparer.Ordinal))}";

    // How a place is asked about is a matter of wording; the oracle only knows which place.
    private static HashSet<string> Questions(Assessment assessment) =>
        [.. assessment.Questions.Select(q => q.Definition?.Layer is { } layer ? $"place {layer}" : q.Attribute)];
}
