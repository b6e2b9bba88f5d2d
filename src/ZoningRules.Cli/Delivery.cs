using ZoningRules.Problems;

namespace ZoningRules.Cli;

/// <summary>Hands a finished text over: to the terminal, or to a file, whole or not at all.</summary>
internal static class Delivery
{
    /// <summary>Hands over; returns the code given, or that of an output file that could not be written.</summary>
    public static int Give(Surroundings around, Language language, string? output, string text, int code)
    {
        if (output is null)
        {
            around.Out.Write(text);
            return code;
        }

        return around.Files.Write(output, text) is { } cause ? Complaints.Unwritable(around, language, output, cause) : code;
    }
}
