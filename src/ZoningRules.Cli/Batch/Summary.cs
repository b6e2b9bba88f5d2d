using System.Collections.Immutable;
using System.Text.Json;

namespace ZoningRules.Cli.Batch;

/// <summary>What came of a batch, or of some shards of it.</summary>
/// <param name="Tally">The counts.</param>
/// <param name="Shards">Which parts were counted, such as 3/16; 1/1 is everything.</param>
/// <param name="Fingerprint">The fingerprint of everything the run rested on besides its rows.</param>
/// <param name="Run">That as compact JSON.</param>
internal sealed record Summary(Tally Tally, ImmutableArray<string> Shards, string Fingerprint, ReadOnlyMemory<byte> Run)
{
    /// <summary>Whether any layer that was read is an illustration.</summary>
    public bool IsIllustrative => LayersThatAre("illustrative").Length > 0;

    /// <summary>Ids of the layers that could not be read, in order.</summary>
    public ImmutableArray<string> FailedLayers => LayersThatAre("failed");

    private ImmutableArray<string> LayersThatAre(string what)
    {
        using var run = JsonDocument.Parse(Run);
        return run.RootElement.TryGetProperty("layers", out var layers)
            ? [.. layers.EnumerateArray().Where(l => l.TryGetProperty(what, out var flag) && flag.ValueKind == JsonValueKind.True).Select(l => l.GetProperty("id").GetString()!)]
            : [];
    }
}
