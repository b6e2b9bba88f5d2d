namespace ZoningRules.Cli.Tests.Layers;

/// <summary>A copy of the shipped pack that a test may change.</summary>
internal sealed class PackCopy : IDisposable
{
    public PackCopy()
    {
        foreach (var file in Directory.EnumerateFiles("rules/jingdezhen", "*", SearchOption.AllDirectories).Where(f => !f.Contains("/cases/", StringComparison.Ordinal)))
        {
            var copy = Path.Combine(Folder, Path.GetRelativePath("rules/jingdezhen", file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public string Folder { get; } = Path.Combine(Zoning.Folder(), "pack");

    /// <summary>Every file with its content, to tell whether anything changed.</summary>
    public SortedDictionary<string, string> Content() => new(
        Directory.EnumerateFileSystemEntries(Folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
            .ToDictionary(f => Path.GetRelativePath(Folder, f), f => File.Exists(f) ? Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(f))) : "folder"),
        StringComparer.Ordinal);

    public string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(Folder)!, recursive: true);
}
