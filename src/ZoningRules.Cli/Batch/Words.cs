using System.Collections.Immutable;
using System.Diagnostics;
using ZoningRules.Findings;
using ZoningRules.Problems;
using ZoningRules.Verdicts;

namespace ZoningRules.Cli.Batch;

/// <summary>The words of result lines and summaries. Those of the machine are a contract and the same as in an assessment's JSON.</summary>
internal static class Words
{
    /// <summary>The verdicts, the strictest first, as summaries list them.</summary>
    public static readonly ImmutableArray<Verdict> Verdicts = [Verdict.Prohibited, Verdict.Undetermined, Verdict.Conditional, Verdict.Admissible];

    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Admissible => "Admissible",
        Verdict.Conditional => "Conditional",
        Verdict.Undetermined => "Undetermined",
        Verdict.Prohibited => "Prohibited",
        _ => throw new UnreachableException(),
    };

    public static string Of(Outcome outcome) => outcome switch
    {
        Outcome.NotApplicable => "NotApplicable",
        Outcome.Satisfied => "Satisfied",
        Outcome.Conditional => "Conditional",
        Outcome.Undetermined => "Undetermined",
        Outcome.Violated => "Violated",
        _ => throw new UnreachableException(),
    };

    public static string Of(DoubtKind kind) => kind switch
    {
        DoubtKind.NothingInForce => "nothing-in-force",
        DoubtKind.UnitUnknown => "unit-unknown",
        DoubtKind.KnownHole => "known-hole",
        DoubtKind.OutsideCoverage => "outside-coverage",
        DoubtKind.NoUnit => "no-unit",
        DoubtKind.CoordinatesDoubtful => "coordinates-doubtful",
        _ => throw new UnreachableException(),
    };

    /// <summary>The printed word for a verdict.</summary>
    public static string Shown(Verdict verdict, Language language) => verdict switch
    {
        Verdict.Admissible => language == Language.Zh ? "符合准入" : "Admissible",
        Verdict.Conditional => language == Language.Zh ? "有条件准入" : "Conditional",
        Verdict.Undetermined => language == Language.Zh ? "暂不能判定" : "Undetermined",
        Verdict.Prohibited => language == Language.Zh ? "不予准入" : "Prohibited",
        _ => throw new UnreachableException(),
    };
}
