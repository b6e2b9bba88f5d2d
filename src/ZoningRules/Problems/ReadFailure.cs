namespace ZoningRules.Problems;

/// <summary>Why a file could not be read, in the words of its reader rather than of the system.</summary>
public static class ReadFailure
{
    /// <summary>The problem <see cref="ProblemCode.FileUnreadable"/> or <see cref="ProblemCode.FileNotFound"/>.</summary>
    /// <param name="refusal">What the system threw.</param>
    /// <param name="path">Where the file is.</param>
    /// <param name="name">The path as a message should show it.</param>
    /// <param name="mention">The place that names the file; null when the caller does.</param>
    public static Problem Of(Exception refusal, string path, string name, SourcePlace? mention = null)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        if (refusal is FileNotFoundException or DirectoryNotFoundException)
        {
            return Problem.Of(ProblemCode.FileNotFound, mention, name);
        }

        var (zh, en) = refusal switch
        {
            _ when Directory.Exists(path) => ("它是文件夹，不是文件", "it is a folder, not a file"),
            UnauthorizedAccessException => ("没有读取权限", "no permission to read it"),
            PathTooLongException or NotSupportedException or ArgumentException => ("路径无效", "the path is not valid"),
            _ => ("磁盘读取失败，或另一个程序正在使用它", "the disk refused, or another program is using it"),
        };
        return Problem.Of(ProblemCode.FileUnreadable, mention ?? new(name), name, zh, en);
    }
}
