namespace ZoningRules.Cli.Watching;

/// <summary>
/// Wakes whoever waits when something in a folder changes. Where the system cannot tell (too many watches, some network drives), or when told not to ask it, the wait ends after a short
/// while, so that the folder is looked at again and again.
/// </summary>
internal sealed class FolderAlarm : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LookEvenSo = TimeSpan.FromSeconds(5);

    private readonly FileSystemWatcher? watcher;
    private readonly AutoResetEvent rung = new(false);
    private volatile bool deaf;

    public FolderAlarm(string folder, WatchBy by)
    {
        if (by == WatchBy.Looking)
        {
            deaf = true;
            return;
        }

        try
        {
            watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
            watcher.Changed += (_, _) => rung.Set();
            watcher.Created += (_, _) => rung.Set();
            watcher.Deleted += (_, _) => rung.Set();
            watcher.Renamed += (_, _) => rung.Set();
            watcher.Error += (_, _) =>
            {
                deaf = true;
                rung.Set();
            };
            watcher.EnableRaisingEvents = true;
        }
        catch (Exception e) when (e is IOException or ArgumentException or PlatformNotSupportedException or UnauthorizedAccessException)
        {
            deaf = true;
        }
    }

    /// <summary>Waits for a change, for the pause when there is one, or for the wish to stop.</summary>
    public void Wait(TimeSpan? pause, CancellationToken stop) => WaitHandle.WaitAny([rung, stop.WaitHandle], pause ?? (deaf ? Look : LookEvenSo));

    public void Dispose()
    {
        watcher?.Dispose();
        rung.Dispose();
    }
}
