using System.Collections.Immutable;
using ZoningRules.Problems;

namespace ZoningRules.Cli;

/// <summary>
/// A copy of a pack, without its cases, in a hidden folder of the pack: a change is made and checked there, and its files are then moved into the pack. Readers of the
/// pack do not see it. Disposing it removes what is left; a change that is being put in place is finished first.
/// </summary>
internal sealed class PackStage : IDisposable
{
    private const string Prefix = ".import-";
    private const int Attempts = 10;

    private readonly Lock gate = new();
    private readonly string pack;
    private bool disposed;

    /// <summary>Makes the folder and copies the pack into it.</summary>
    /// <exception cref="IOException">The pack cannot be copied.</exception>
    /// <exception cref="UnauthorizedAccessException">No permission to write into the pack.</exception>
    public PackStage(string pack)
    {
        this.pack = Path.GetFullPath(pack);
        Folder = Path.Combine(this.pack, Prefix + Path.GetRandomFileName());
        try
        {
            Directory.CreateDirectory(Folder);
            Copy();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The folder of the copy.</summary>
    public string Folder { get; }

    /// <summary>Moves files of the copy into the pack, in order, then removes others from it.</summary>
    /// <returns>What went wrong, or null. Files moved before that stay; none of them counts before the last one.</returns>
    public LocalText? PutInPlace(ImmutableArray<string> files, ImmutableArray<string> removed)
    {
        lock (gate)
        {
            if (disposed)
            {
                return new("操作已中断", "the run was interrupted");
            }

            try
            {
                foreach (var file in files)
                {
                    var target = Path.Combine(pack, file);
                    Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                    File.Move(Path.Combine(Folder, file), target, overwrite: true);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return new("磁盘写入失败或没有权限", "the disk refused, or there is no permission");
            }

            foreach (var file in removed)
            {
                try
                {
                    File.Delete(Path.Combine(pack, file));
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException)
                {
                    // It is no longer used; that it stays harms nothing.
                }
            }

            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (gate)
        {
            disposed = true;
            for (var attempt = 0; attempt < Attempts && Directory.Exists(Folder); attempt++)
            {
                try
                {
                    Directory.Delete(Folder, recursive: true);
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException)
                {
                    // Interrupted, the run may be writing one more file. A folder that will not go is hidden from readers of the pack.
                }
            }
        }
    }

    private void Copy()
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 };
        foreach (var file in Directory.EnumerateFiles(pack, "*", options))
        {
            var name = Path.GetRelativePath(pack, file);
            var folders = name.Split(Path.DirectorySeparatorChar);
            if (folders[0] == "cases" || folders.Any(f => f.StartsWith('.')))
            {
                continue;
            }

            var copy = Path.Combine(Folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
