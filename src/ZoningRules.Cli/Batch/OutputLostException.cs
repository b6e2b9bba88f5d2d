using ZoningRules.Problems;

namespace ZoningRules.Cli.Batch;

/// <summary>Results could not be written.</summary>
internal sealed class OutputLostException(string path, LocalText cause) : Exception(cause.En)
{
    /// <summary>What could not be written.</summary>
    public string Path { get; } = path;

    /// <summary>Why.</summary>
    public LocalText Cause { get; } = cause;
}
