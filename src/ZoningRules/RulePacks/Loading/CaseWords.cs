using System.Collections.Immutable;

namespace ZoningRules.RulePacks.Loading;

/// <summary>The words of case files. A test keeps verdicts and outcomes equal to their enumerations, which stand to the right of this folder.</summary>
internal static class CaseWords
{
    public static readonly ImmutableArray<string> Verdicts = ["Admissible", "Conditional", "Undetermined", "Prohibited"];

    public static readonly ImmutableArray<string> Outcomes = ["NotApplicable", "Satisfied", "Conditional", "Undetermined", "Violated"];

    public static readonly ImmutableArray<string> In =
        ["yes", "no", "within", "partly", "edge", "unknown", "no-data", "failed", "not-covered", "partly-covered", "no-geometry"];

    public static readonly ImmutableArray<string> Gaps = ["no-unit", "named-hole", "outside-coverage"];
}
