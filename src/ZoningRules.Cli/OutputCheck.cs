using ZoningRules.Problems;

namespace ZoningRules.Cli;

/// <summary>Looks at the files that a command shall write before it begins to work: none may be one that it reads, and each must be possible to write.</summary>
internal static class OutputCheck
{
    /// <summary>Refuses outputs that would destroy an input, that are one and the same, or that cannot be written.</summary>
    /// <param name="around">Streams and files.</param>
    /// <param name="language">The language of messages.</param>
    /// <param name="inputs">The files read; nulls are passed over.</param>
    /// <param name="outputs">Option and path of each file to be written; those without a path are passed over.</param>
    /// <returns>The exit code of a refusal, or null.</returns>
    public static int? Refuse(Surroundings around, Language language, IEnumerable<string?> inputs, params (string Option, string? Path)[] outputs)
    {
        var wanted = outputs.Where(o => !string.IsNullOrEmpty(o.Path)).Select(o => (o.Option, Path: o.Path!, Real: RealPath(o.Path!))).ToArray();
        if (wanted.Length == 0)
        {
            return null;
        }

        var read = inputs.Where(i => !string.IsNullOrEmpty(i) && i != "-").Select(i => RealPath(i!)).ToHashSet(Comparer);
        Problem[] problems =
        [
            .. wanted.Where(o => read.Contains(o.Real)).Select(o => Problem.Of(ProblemCode.OutputIsInput, null, o.Path, o.Option)),
            .. wanted.GroupBy(o => o.Real, Comparer).Where(g => g.Count() > 1)
                .Select(g => Problem.Of(ProblemCode.SameOutputs, null, g.First().Path, string.Join(", ", g.Select(o => $"`{o.Option}`")))),
        ];
        if (problems.Length > 0)
        {
            return Complaints.Tell(around, language, problems);
        }

        foreach (var output in wanted)
        {
            if (around.Files.Try(output.Path) is { } cause)
            {
                return Complaints.Unwritable(around, language, output.Path, cause);
            }
        }

        return null;
    }

    private static StringComparer Comparer => OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    private static string RealPath(string path)
    {
        try
        {
            var full = Path.GetFullPath(path);
            return File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return path;
        }
    }
}
