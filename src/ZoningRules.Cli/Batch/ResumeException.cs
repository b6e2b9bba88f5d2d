using ZoningRules.Problems;

namespace ZoningRules.Cli.Batch;

/// <summary>An unfinished batch cannot be taken up.</summary>
internal sealed class ResumeException(string path, LocalText cause) : Exception(cause.En)
{
    /// <summary>What to tell the user.</summary>
    public Problem Problem { get; } = Problem.Of(ProblemCode.CannotResume, null, path, cause.Zh, cause.En);
}
