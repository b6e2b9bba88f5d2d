using System.Runtime.CompilerServices;
using ZoningRules.Tests.Reports;

namespace ZoningRules.Cli.Tests;

/// <summary>Runs the command in this process, with its own streams and clock, in the folder of the repository.</summary>
internal static class Zoning
{
    /// <summary>The instant of every run: 2026-11-21 in London, already 2026-11-22 in China.</summary>
    private static readonly DateTimeOffset Instant = new(2026, 11, 21, 17, 30, 0, TimeSpan.Zero);

    public static Transcript Run(params string[] arguments) => RunWith("", arguments);

    public static Transcript RunWith(string input, params string[] arguments) => Run(input, AppContext.BaseDirectory, false, arguments);

    public static Transcript RunOnTerminal(params string[] arguments) => Run("", AppContext.BaseDirectory, true, arguments);

    /// <summary>The same where other programs are looked for in this folder only.</summary>
    public static Transcript RunAmong(string programs, params string[] arguments) => Run("", AppContext.BaseDirectory, false, arguments, programs);

    /// <summary>A run whose surroundings a test changes, such as its input or who interrupts it.</summary>
    public static Transcript RunIn(Func<Surroundings, Surroundings> change, params string[] arguments) => Run("", AppContext.BaseDirectory, false, arguments, change: change);

    /// <summary>A file of its own with this content, in a folder of its own.</summary>
    public static string FileOf(string name, string content)
    {
        var path = Path.Combine(Folder(), name);
        File.WriteAllText(path, content);
        return path;
    }

    /// <summary>A new folder under the system's folder for temporary files.</summary>
    public static string Folder() => Directory.CreateTempSubdirectory("zoning-test-").FullName;

    // Samples and their golden files name paths relative to the repository, so every test runs there.
    [ModuleInitializer]
    internal static void GoToRepository() => Environment.CurrentDirectory = GoldenFile.Repository;

    private static Transcript Run(
        string input, string programFolder, bool mayColour, string[] arguments, string? programs = null, Func<Surroundings, Surroundings>? change = null)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        using var reader = new StringReader(input);
        var around = new Surroundings
        {
            In = reader,
            Out = output,
            Error = error,
            Time = new StoppedClock(Instant),
            ProgramFolder = programFolder,
            MayColour = mayColour,
            ProgramPath = programs,
        };
        var code = ZoningCommand.Run(arguments, change?.Invoke(around) ?? around);
        return new(code, output.ToString(), error.ToString());
    }

    private sealed class StoppedClock(DateTimeOffset instant) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => instant;
    }
}
