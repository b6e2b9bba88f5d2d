using System.Globalization;
using ZoningRules.Problems;

namespace ZoningRules.Cli;

/// <summary>Tells on the error stream what is wrong, all of it.</summary>
internal static class Complaints
{
    /// <summary>Every problem in full and, when there are several, how many.</summary>
    /// <returns>The exit code of bad input.</returns>
    public static int Tell(Surroundings around, Language language, IReadOnlyCollection<Problem> problems)
    {
        foreach (var problem in problems)
        {
            around.Error.WriteLine(Wording.Full(problem, language));
        }

        if (problems.Count > 1)
        {
            var count = problems.Count.ToString(CultureInfo.InvariantCulture);
            around.Error.WriteLine(language == Language.Zh ? $"共 {count} 个问题" : $"{count} problems");
        }

        return ExitCode.BadInput;
    }

    /// <summary>The same problems, where a system that a file of the command line does not state is asked for by its option and not by a member of a proposal.</summary>
    public static IEnumerable<Problem> ByOption(IEnumerable<Problem> problems) =>
        problems.Select(p => p is { Code: ProblemCode.MissingCrs, Place: not { Line: > 0 } } ? WithOption(p) : p);

    /// <summary>A missing coordinate reference system that can be given with an option.</summary>
    public static Problem WithOption(Problem missing) => missing with { Code = ProblemCode.CrsOptionMissing };

    /// <summary>Problems that do not stop the command.</summary>
    public static void Warn(Surroundings around, Language language, IReadOnlyCollection<Problem> problems)
    {
        if (problems.Count > 0)
        {
            Tell(around, language, problems);
            around.Error.WriteLine(language == Language.Zh ? "警告：以上图层无法使用，需要它们的要求将为待定" : "warning: these layers cannot be used; what needs them stays undetermined");
        }
    }

    /// <summary>A file could not be written.</summary>
    /// <returns>The exit code of bad input.</returns>
    public static int Unwritable(Surroundings around, Language language, string path, LocalText cause)
    {
        around.Error.WriteLine(language == Language.Zh ? $"无法写入 `{path}`：{cause.Zh}；没有写出任何内容" : $"cannot write `{path}`: {cause.En}; nothing was written");
        return ExitCode.BadInput;
    }
}
