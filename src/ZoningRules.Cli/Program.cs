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
        using var plainOutput = new StreamWriter(Console.OpenStandardOutput(), utf8, 16 * 1024) { NewLine = "\n" };
        using var plainError = new StreamWriter(Console.OpenStandardError(), utf8, 1024) { NewLine = "\n" };
        using var output = TextWriter.Synchronized(plainOutput);
        using var error = TextWriter.Synchronized(plainError);
        using var input = new StreamReader(Console.OpenStandardInput(), utf8, detectEncodingFromByteOrderMarks: true);
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
                // The writer is held so that the work that is given up cannot complain of the files that are taken from it; one that is stuck is not waited for.
                var isHeld = Monitor.TryEnter(error, TimeSpan.FromSeconds(1));
                files.Abandon();
                if (isHeld)
                {
                    error.WriteLine("已中断；没有留下写了一半的文件 / interrupted; no half-written file is left");
                    Flush(error);
                }

                Environment.Exit(ExitCode.Interrupted);
            }
        }
    }

    // A reader that went away (zoning check … | head) is no defect of ours.
    private static void Flush(TextWriter writer)
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
