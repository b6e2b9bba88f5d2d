using ZoningRules.Problems;

namespace ZoningRules.Cli;

/// <summary>Hands finished work over, to standard output or to a file. A file is written whole or not at all, and why it could not be is told.</summary>
internal static class Delivery
{
    /// <summary>Hands a text over to a file, or to standard output when none is named; returns the exit code of a failure, or null.</summary>
    public static int? Give(Surroundings around, Language language, string? output, string text)
    {
        if (output is not null)
        {
            return Write(around, language, output, text);
        }

        around.Out.Write(text);
        return null;
    }

    /// <summary>Writes a text into a file; returns the exit code of a failure, or null.</summary>
    public static int? Write(Surroundings around, Language language, string path, string text) => Told(around, language, path, around.Files.Write(path, text));

    /// <summary>Writes bytes into a file; returns the exit code of a failure, or null.</summary>
    public static int? Write(Surroundings around, Language language, string path, byte[] content) => Told(around, language, path, around.Files.Write(path, content));

    private static int? Told(Surroundings around, Language language, string path, LocalText? cause) =>
        cause is null ? null : Complaints.Unwritable(around, language, path, cause);
}
