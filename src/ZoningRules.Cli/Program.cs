using System.Runtime.InteropServices;
using System.Text;

namespace ZoningRules.Cli;

/// <summary>The boundary to the machine: real streams, real clock, Ctrl-C.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        if (OperatingSystem.IsWindows())
        {
            Console.OutputEncoding = Encoding.UTF8;
        }

        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        using var output = new StreamWriter(Console.OpenStandardOutput(), utf8, 16 * 1024);
        using var error = new StreamWriter(Console.OpenStandardError(), utf8, 1024);
        using var input = new StreamReader(Console.OpenStandardInput(), utf8, detectEncodingFromByteOrderMarks: true);
        output.NewLine = error.NewLine = "\n";
        var files = new OutputFiles();
        using var interruption = new Interruption();
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        var code = ZoningCommand.Run(arguments, new()
        {
            In = input,
            Out = output,
            Error = error,
            Time = TimeProvider.System,
            Files = files,
            OpenInput = Console.OpenStandardInput,
            Interruption = interruption,
            ProgramFolder = AppContext.BaseDirectory,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            MayColour = !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
        });
        Flush(output);
        Flush(error);
        return code;

        // A command that can stop in good order does so; a second signal, or any other command, ends at once.
        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            if (!interruption.Ask())
            {
                files.Abandon();
                Environment.Exit(ExitCode.Interrupted);
            }
        }
    }

    // A reader that went away (zoning check … | head) is no defect of ours.
    private static void Flush(StreamWriter writer)
    {
        try
        {
            writer.Flush();
        }
        catch (IOException)
        {
        }
    }
}
