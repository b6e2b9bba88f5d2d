namespace ZoningRules.Cli;

/// <summary>Tells a command that can stop in good order that the user wants it to. Thread-safe.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private volatile bool listening;

    /// <summary>From now on the command listens; the token is cancelled when it shall stop.</summary>
    public CancellationToken Listen()
    {
        listening = true;
        return source.Token;
    }

    /// <summary>Asks the command to stop.</summary>
    /// <returns>Whether it will; false when none listens or it was asked before.</returns>
    public bool Ask()
    {
        if (!listening || source.IsCancellationRequested)
        {
            return false;
        }

        source.Cancel();
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => source.Dispose();
}
