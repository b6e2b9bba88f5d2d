using System.Diagnostics;
using ZoningRules.Verdicts;

namespace ZoningRules.Cli;

/// <summary>What the command returns to the shell. The numbers are a contract.</summary>
internal static class ExitCode
{
    public const int Admitted = 0;
    public const int Undetermined = 2;
    public const int Prohibited = 3;
    public const int Usage = 64;
    public const int BadInput = 65;
    public const int Defect = 70;
    public const int Interrupted = 130;

    public static int Of(Verdict verdict) => verdict switch
    {
        Verdict.Admissible or Verdict.Conditional => Admitted,
        Verdict.Undetermined => Undetermined,
        Verdict.Prohibited => Prohibited,
        _ => throw new UnreachableException(),
    };
}
