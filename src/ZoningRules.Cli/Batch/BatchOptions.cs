using ZoningRules.Problems;

namespace ZoningRules.Cli.Batch;

/// <summary>What the user asked of a batch.</summary>
internal sealed record BatchOptions
{
    public required string Input { get; init; }

    public IReadOnlyList<string> Rules { get; init; } = [];

    public DateOnly? Date { get; init; }

    public string? Ledgers { get; init; }

    public string? Output { get; init; }

    public string? Summary { get; init; }

    public bool Resume { get; init; }

    public int Workers { get; init; } = 1;

    public Language Language { get; init; }

    public string? Crs { get; init; }

    public string? Layer { get; init; }

    public IReadOnlyList<string> Fields { get; init; } = [];

    public Detail Detail { get; init; }

    public Shard Shard { get; init; } = Shard.Whole;

    /// <summary>How many bytes of results are at most lost when the process is killed; more when the journal has become so long that writing it more often would cost too much.</summary>
    public long CommitEvery { get; init; } = 8 * 1024 * 1024;

    /// <summary>The form that the ending of <see cref="Output"/> asks for.</summary>
    public ResultForm Form => Output is { } path && Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase) ? ResultForm.Csv : ResultForm.Ndjson;
}
