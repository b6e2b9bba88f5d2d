using System.Text;
using ZoningRules.Problems;

namespace ZoningRules.Cli;

/// <summary>Writes files whole or not at all: first beside their place, then moved into it. One for each run.</summary>
internal sealed class OutputFiles
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private volatile string? unfinished;
    private volatile Action? abandonStage;

    /// <summary>Writes a text; returns what went wrong, or null.</summary>
    public LocalText? Write(string path, string text) => Write(path, Utf8.GetBytes(text));

    /// <summary>Writes bytes; returns what went wrong, or null.</summary>
    public LocalText? Write(string path, byte[] content)
    {
        var beside = path + "." + Path.GetRandomFileName() + ".tmp";
        try
        {
            unfinished = beside;
            using (var stream = new FileStream(beside, FileMode.CreateNew, FileAccess.Write))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }

            File.Move(beside, path, overwrite: true);
            unfinished = null;
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            Abandon();
            return Cause(e, path);
        }
    }

    /// <summary>Whether a file can be written at a place, as far as that can be told without writing it; what is against it, or null.</summary>
    public LocalText? Try(string path)
    {
        if (Directory.Exists(path))
        {
            return Cause(new IOException(), path);
        }

        var beside = path + "." + Path.GetRandomFileName() + ".tmp";
        try
        {
            unfinished = beside;
            using (new FileStream(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose))
            {
            }

            unfinished = null;
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            unfinished = null;
            return Cause(e, path);
        }
    }

    /// <summary>Makes a hidden folder inside a pack in which a change of the pack is made ready; see <see cref="PackStage"/>.</summary>
    public PackStage Stage(string pack)
    {
        var stage = new PackStage(pack);
        abandonStage = stage.Dispose;
        return stage;
    }

    /// <summary>Why a file could not be written.</summary>
    public static LocalText Cause(Exception refusal, string path) => refusal switch
    {
        DirectoryNotFoundException => new("所在文件夹不存在", "its folder does not exist"),
        _ when Directory.Exists(path) => new("该路径是一个文件夹", "it is a folder"),
        UnauthorizedAccessException => new("没有写入权限", "no permission to write it"),
        _ => new("磁盘写入失败或路径无效", "the disk refused, or the path is not valid"),
    };

    /// <summary>Removes what an interrupted write left behind. A change that is being put in place is finished first.</summary>
    public void Abandon()
    {
        abandonStage?.Invoke();
        if (unfinished is { } beside)
        {
            unfinished = null;
            try
            {
                File.Delete(beside);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Nothing more can be done about a file that will not go.
            }
        }
    }
}
