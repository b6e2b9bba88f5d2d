using System.CommandLine;
using System.CommandLine.Help;
using System.Reflection;

namespace ZoningRules.Cli;

/// <summary>The whole command: words in, exit code out.</summary>
internal static class ZoningCommand
{
    public static int Run(string[] arguments, Surroundings around)
    {
        try
        {
            return Invoke(arguments, around);
        }
        catch (Exception defect) when (defect is not OperationCanceledException)
        {
            // The one place that catches everything: no stack trace, no verdict, and no doubt whose fault it is.
            around.Error.WriteLine("程序内部错误，没有得出结论。这是程序缺陷，请附上申报材料报告。");
            around.Error.WriteLine($"internal error, no verdict was reached; this is a defect of the program, please report it with the proposal: {defect.GetType().Name}: {FirstLine(defect.Message)}");
            return ExitCode.Defect;
        }
    }

    private static int Invoke(string[] arguments, Surroundings around)
    {
        var version = CommonOptions.Version();
        var root = new RootCommand(
            "Checks proposed projects against environmental zoning admission requirements. The machine advises, the officer decides.\n"
            + "生态环境分区管控准入审查。程序给出建议，由审批人员决定。");
        // Ours says the version of this program even when a test host is the entry assembly.
        foreach (var builtIn in root.Options.OfType<VersionOption>().ToArray())
        {
            root.Options.Remove(builtIn);
        }

        root.Options.Add(version);
        root.Subcommands.Add(CheckCommand.Create(around));
        root.Subcommands.Add(BatchCommand.Create(around));
        root.Subcommands.Add(LocateCommand.Create(around));
        root.Subcommands.Add(WhereCommand.Create(around));
        root.Subcommands.Add(AskCommand.Create(around));
        root.Subcommands.Add(RulesCommand.Create(around));
        root.Subcommands.Add(LayersCommand.Create(around));
        root.Subcommands.Add(RescreenCommand.Create(around));
        root.SetAction(parsed =>
        {
            if (parsed.GetValue(version))
            {
                around.Out.WriteLine(ProgramVersion);
                return ExitCode.Admitted;
            }

            return Usage(around, ["a verb is missing: check, locate, where, batch, ask, rules, layers or rescreen / 缺少子命令"]);
        });
        // An argument that starts with @ is a file name like any other.
        var parsed = root.Parse(arguments, new() { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpAction)
        {
            return Usage(around, parsed.Errors.Select(e => e.Message));
        }

        return parsed.Invoke(new() { Output = around.Out, Error = around.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
    }

    private static string ProgramVersion =>
        typeof(ZoningCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    private static int Usage(Surroundings around, IEnumerable<string> errors)
    {
        foreach (var error in errors)
        {
            around.Error.WriteLine($"zoning: {error}");
        }

        around.Error.WriteLine("See `zoning --help` / 用法见 `zoning --help`");
        return ExitCode.Usage;
    }

    private static string FirstLine(string text) => text.Split('\n', 2)[0].TrimEnd('\r');
}
