namespace ZoningRules.Cli.Watching;

/// <summary>The files of a folder with their lengths and times of change, so that two moments can be compared. Hidden files, such as an editor's, do not count.</summary>
internal sealed class FolderSnapshot
{
    private readonly SortedDictionary<string, (long Length, DateTime Changed)> files = new(StringComparer.Ordinal);

    /// <summary>Looks at a folder; one that is gone, or a file that goes meanwhile, is as good as empty.</summary>
    public static FolderSnapshot Of(string folder)
    {
        var snapshot = new FolderSnapshot();
        try
        {
            foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }))
            {
                var path = Path.GetRelativePath(folder, file.FullName).Replace('\\', '/');
                if (!path.Split('/').Any(p => p.StartsWith('.') || p.EndsWith('~')))
                {
                    snapshot.files[path] = (file.Length, file.LastWriteTimeUtc);
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What could be read until then counts; the next look tells the rest.
        }

        return snapshot;
    }

    /// <summary>The files that came, went or changed since an earlier look, with forward slashes, in order.</summary>
    public IReadOnlyList<string> ChangedSince(FolderSnapshot earlier) =>
    [
        .. files.Keys.Union(earlier.files.Keys, StringComparer.Ordinal)
            .Where(f => !files.TryGetValue(f, out var now) || !earlier.files.TryGetValue(f, out var then) || now != then)
            .Order(StringComparer.Ordinal),
    ];
}
