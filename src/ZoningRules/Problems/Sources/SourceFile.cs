using System.Security.Cryptography;
using System.Text;

namespace ZoningRules.Problems.Sources;

/// <summary>A text file that was read whole: its bytes, its text and the lines that messages show.</summary>
internal sealed class SourceFile
{
    /// <summary>The most bytes a file of a rule pack, a case file or a ledger file may have.</summary>
    public const int RuleFileLimit = 8 * 1024 * 1024;

    /// <summary>The most bytes a proposal or a geometry may have.</summary>
    public const int ProposalLimit = 16 * 1024 * 1024;

    // A longer line would bury the message that shows it.
    private const int LongestLineShown = 1000;

    private static readonly UTF8Encoding Strict = new(false, true);

    private readonly Dictionary<int, string?> shownLines = [];
    private int[]? lineStarts;
    private string? sha256;

    private SourceFile(string name, byte[] bytes, string text)
    {
        Name = name;
        Bytes = bytes;
        Text = text;
    }

    /// <summary>The path as the reader of a message should see it.</summary>
    public string Name { get; }

    /// <summary>The bytes as read, a byte order mark included.</summary>
    public byte[] Bytes { get; }

    /// <summary>The text without a byte order mark.</summary>
    public string Text { get; }

    /// <summary>Lower-case hex SHA-256 of <see cref="Bytes"/>.</summary>
    public string Sha256 => sha256 ??= Convert.ToHexStringLower(SHA256.HashData(Bytes));

    /// <summary>The file as a whole.</summary>
    public SourcePlace Whole => new(Name);

    private int[] LineStarts => lineStarts ??= FindLineStarts(Text);

    /// <summary>Reads a file as strict UTF-8 without NUL characters. Null after a problem.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="name">The path as a message should show it.</param>
    /// <param name="limit">The most bytes accepted; a larger file is not read.</param>
    /// <param name="problems">Takes the problem.</param>
    /// <param name="mention">The place that names the file, or null when the caller does.</param>
    public static SourceFile? Read(string path, string name, int limit, ProblemList problems, SourcePlace? mention = null)
    {
        if (ReadBytes(path, name, limit, problems, mention) is not { } bytes)
        {
            return null;
        }

        if (FromBytes(name, bytes) is { } file)
        {
            return file;
        }

        problems.Add(ProblemCode.NotText, mention ?? new(name), name);
        return null;
    }

    /// <summary>Takes bytes that are already in memory. Null after a problem.</summary>
    public static SourceFile? Check(string name, ReadOnlySpan<byte> bytes, int limit, ProblemList problems)
    {
        if (bytes.Length > limit)
        {
            problems.Add(ProblemCode.FileTooLarge, new(name), name, Size(bytes.Length), Size(limit));
            return null;
        }

        if (FromBytes(name, bytes.ToArray()) is { } file)
        {
            return file;
        }

        problems.Add(ProblemCode.NotText, new(name), name);
        return null;
    }

    /// <summary>Makes a file from its bytes, or null when they are not text.</summary>
    public static SourceFile? FromBytes(string name, byte[] bytes)
    {
        var content = bytes.AsSpan();
        if (content.IndexOf((byte)0) >= 0)
        {
            return null;
        }

        if (content.StartsWith(Encoding.UTF8.Preamble))
        {
            content = content[3..];
        }

        try
        {
            return new(name, bytes, Strict.GetString(content));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>A place with the text of its line.</summary>
    public SourcePlace Place(int line, int column, int length) => new(Name, line, column, length, Line(line));

    /// <summary>Where a character stands: line and column, from 1.</summary>
    public (int Line, int Column) At(int index)
    {
        var found = Array.BinarySearch(LineStarts, index);
        var line = found >= 0 ? found : ~found - 1;
        return (line + 1, index - LineStarts[line] + 1);
    }

    /// <summary>Reads all bytes of a file. Null after a problem; arguments as for <see cref="Read"/>.</summary>
    public static byte[]? ReadBytes(string path, string name, int limit, ProblemList problems, SourcePlace? mention)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
            if (stream.CanSeek && stream.Length > limit)
            {
                problems.Add(ProblemCode.FileTooLarge, mention ?? new(name), name, Size(stream.Length), Size(limit));
                return null;
            }

            // A device or a growing file may hold more than its length says, so the end is asked for; a large file is not copied for it.
            var bytes = new byte[stream.CanSeek ? (int)stream.Length : 0];
            var count = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            var more = new byte[4096];
            for (var read = stream.Read(more); read > 0; read = stream.Read(more))
            {
                if (count + (long)read > limit)
                {
                    problems.Add(ProblemCode.FileTooLarge, mention ?? new(name), name, Size(count + (long)read), Size(limit));
                    return null;
                }

                if (count + read > bytes.Length)
                {
                    Array.Resize(ref bytes, Math.Max(4096, Math.Max(count + read, Math.Min(limit, count * 2))));
                }

                more.AsSpan(0, read).CopyTo(bytes.AsSpan(count));
                count += read;
            }

            if (count < bytes.Length)
            {
                Array.Resize(ref bytes, count);
            }

            return bytes;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            problems.Add(ReadFailure.Of(e, path, name, mention));
            return null;
        }
    }

    private static string Size(long bytes) => bytes >= 1024 * 1024
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{bytes / (1024m * 1024m):0.#} MiB")
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{bytes} B");

    private static int[] FindLineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var at = text.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = text.IndexOf('\n', at + 1))
        {
            starts.Add(at + 1);
        }

        return [.. starts];
    }

    private string? Line(int line)
    {
        if (line < 1 || line > LineStarts.Length)
        {
            return null;
        }

        if (!shownLines.TryGetValue(line, out var shown))
        {
            var start = LineStarts[line - 1];
            var end = line < LineStarts.Length ? LineStarts[line] - 1 : Text.Length;
            var text = Text.AsSpan(start, end - start).TrimEnd('\r');
            shown = text.Length > LongestLineShown ? null : text.ToString();
            shownLines[line] = shown;
        }

        return shown;
    }
}
