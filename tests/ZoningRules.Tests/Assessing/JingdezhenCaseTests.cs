using ZoningRules.Assessing;
using ZoningRules.RulePacks;

namespace ZoningRules.Tests.Assessing;

/// <summary>Every case that stands beside the law of the Jingdezhen pack.</summary>
public sealed class JingdezhenCaseTests
{
    private static readonly Assessor Assessor = new(RulePackReader.Read(Path.Combine(Repository.Root, "rules", "jingdezhen")).Require());

    private static readonly IReadOnlyDictionary<string, RuleCase> Cases =
        CaseReader.Read(Path.Combine(Repository.Root, "rules", "jingdezhen"), Assessor.Pack).Require().ToDictionary(c => c.Path, StringComparer.Ordinal);

    public static TheoryData<string> Paths => [.. Cases.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Paths))]
    public void Case_AsWritten_Holds(string path) => Assert.Equal([], CaseCheck.Differences(Assessor, Cases[path]));

    [Fact]
    public void Cases_OfThePack_AreAtLeast160Files() => Assert.True(Cases.Count >= 160, $"only {Cases.Count}");

    [Fact]
    public void Cases_TogetherWithTheLaw_ReachEveryOutcomeOfEveryNorm()
    {
        var reached = Cases.Values
            .Select(c => CaseCheck.Assess(Assessor, c).Require())
            .SelectMany(a => a.Findings)
            .Select(f => (f.Norm.Id, f.Outcome))
            .ToHashSet();
        var missing =
            from norm in Assessor.Pack.Norms
            where norm.Norm.Effect != Effect.Manual
            from outcome in Reachable(norm.Norm)
            where !reached.Contains((norm.Norm.Id, outcome))
            select $"{norm.Norm.Id} {outcome}";
        Assert.Equal([], missing);
    }

    private static Findings.Outcome[] Reachable(Norm norm) => norm.Effect switch
    {
        Effect.Oblige or Effect.Exit => [Findings.Outcome.Conditional, Findings.Outcome.NotApplicable, Findings.Outcome.Undetermined],
        _ => [
            Findings.Outcome.Violated,
            norm.Obligations.IsEmpty ? Findings.Outcome.Satisfied : Findings.Outcome.Conditional,
            Findings.Outcome.NotApplicable,
            Findings.Outcome.Undetermined],
    };
}
