namespace ZoningRules.Cli;

/// <summary>Everything outside the program that a command may touch. Tests give their own.</summary>
internal sealed record Surroundings
{
    public required TextReader In { get; init; }

    public required TextWriter Out { get; init; }

    public required TextWriter Error { get; init; }

    public required TimeProvider Time { get; init; }

    public OutputFiles Files { get; init; } = new();

    /// <summary>The program's own folder, where the rule packs that travel with it are.</summary>
    public required string ProgramFolder { get; init; }

    /// <summary>Where other programs are looked for, as in PATH; null for the environment's own.</summary>
    public string? ProgramPath { get; init; }

    /// <summary>Whether output may carry colours: it goes to a terminal and NO_COLOR is not set.</summary>
    public bool MayColour { get; init; }

    /// <summary>Whether the error stream goes to a terminal, where a line can be written over.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Opens standard input as bytes; by default those of <see cref="In"/>.</summary>
    public Func<Stream>? OpenInput { get; init; }

    /// <summary>What happens when the user wants to stop.</summary>
    public Interruption Interruption { get; init; } = new();

    /// <summary>Today in China (UTC+8), whatever the machine's own time zone.</summary>
    public DateOnly TodayInChina() => DateOnly.FromDateTime(Time.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);
}
