using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using ZoningRules.Problems;

namespace ZoningRules.Cli;

/// <summary>Turns SVG into PNG by a program of the machine; the first found of those known is used.</summary>
internal static class Rasteriser
{
    private const string DotsPerInch = "200";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    // Each reads SVG from its standard input and writes PNG to its standard output.
    private static readonly ImmutableArray<(string Program, ImmutableArray<string> Arguments)> Known =
    [
        ("rsvg-convert", ["--format", "png", "--dpi-x", DotsPerInch, "--dpi-y", DotsPerInch]),
        ("resvg", ["--dpi", DotsPerInch, "-", "-c"]),
        ("inkscape", ["--pipe", "--export-type=png", "--export-dpi=" + DotsPerInch, "--export-filename=-"]),
    ];

    /// <summary>The page as PNG, 200 dots an inch; or why not.</summary>
    /// <param name="svg">The page.</param>
    /// <param name="programs">Where programs are looked for, as in PATH; the environment's own when null.</param>
    public static Loaded<byte[]> ToPng(string svg, string? programs)
    {
        foreach (var (program, arguments) in Known)
        {
            if (Find(program, programs) is { } path)
            {
                return Run(program, path, arguments, svg);
            }
        }

        return Loaded<byte[]>.Bad(Problem.Of(ProblemCode.NoRasteriser, null, string.Join(", ", Known.Select(k => k.Program))));
    }

    private static string? Find(string program, string? programs) =>
        (programs ?? Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => (string[])[Path.Combine(folder, program), Path.Combine(folder, program + ".exe")])
            .FirstOrDefault(File.Exists);

    private static Loaded<byte[]> Run(string program, string path, ImmutableArray<string> arguments, string svg)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(path, arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            })!;
            var said = new StringBuilder();
            process.ErrorDataReceived += (_, line) => said.Append(line.Data).Append(' ');
            process.BeginErrorReadLine();
            using var overdue = new Timer(_ => Stop(process), null, Patience, Timeout.InfiniteTimeSpan);
            using (var input = process.StandardInput.BaseStream)
            {
                input.Write(Encoding.UTF8.GetBytes(svg));
            }

            using var png = new MemoryStream();
            process.StandardOutput.BaseStream.CopyTo(png);
            process.WaitForExit();
            ReadOnlySpan<byte> signature = [0x89, (byte)'P', (byte)'N', (byte)'G'];
            return process.ExitCode == 0 && png.ToArray() is var bytes && bytes.AsSpan().StartsWith(signature)
                ? Loaded<byte[]>.Good(bytes)
                : Failed(program, said.ToString());
        }
        catch (Exception e) when (e is Win32Exception or IOException)
        {
            return Failed(program, e.Message);
        }
    }

    private static Loaded<byte[]> Failed(string program, string said)
    {
        var line = said.ReplaceLineEndings(" ").Trim();
        return Loaded<byte[]>.Bad(Problem.Of(ProblemCode.RasteriserFailed, null, program, line.Length == 0 ? "—" : line[..Math.Min(200, line.Length)]));
    }

    private static void Stop(Process process)
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It ended by itself in the meantime.
        }
    }
}
