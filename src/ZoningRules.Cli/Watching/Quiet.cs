namespace ZoningRules.Cli.Watching;

/// <summary>Gathers changes until none has come for a while, as editors write a file in several steps; but not for ever, when something writes all the time.</summary>
internal sealed class Quiet(TimeSpan pause, TimeSpan most)
{
    private readonly SortedSet<string> gathered = new(StringComparer.Ordinal);
    private DateTimeOffset first;
    private DateTimeOffset last;

    /// <summary>Whether changes are waiting.</summary>
    public bool Waits => gathered.Count > 0;

    /// <summary>Takes changes that were seen at an instant.</summary>
    public void Take(IEnumerable<string> files, DateTimeOffset at)
    {
        foreach (var file in files)
        {
            first = Waits ? first : at;
            last = at;
            gathered.Add(file);
        }
    }

    /// <summary>Hands over what was gathered when the time has come, else nothing.</summary>
    public IReadOnlyList<string> Due(DateTimeOffset at)
    {
        if (!Waits || (at - last < pause && at - first < most))
        {
            return [];
        }

        string[] due = [.. gathered];
        gathered.Clear();
        return due;
    }
}
