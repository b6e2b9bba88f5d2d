using ZoningRules.Findings;
using ZoningRules.Verdicts;

namespace ZoningRules.Tests.Oracle;

/// <summary>What the oracle says about one case.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Possible">The verdicts over all completions, mildest first.</param>
/// <param name="Outcomes">Each norm's outcome by its id, after the exact pass.</param>
/// <param name="FirstOutcomes">Each norm's outcome before the exact pass.</param>
/// <param name="Questions">What is asked about; a place is <c>place LAYER</c>.</param>
/// <param name="Completions">How many completions were looked at; 0 when none had to be.</param>
internal sealed record OracleAnswer(
    Verdict Verdict,
    IReadOnlyList<Verdict> Possible,
    IReadOnlyDictionary<string, Outcome> Outcomes,
    IReadOnlyDictionary<string, Outcome> FirstOutcomes,
    IReadOnlySet<string> Questions,
    int Completions);
