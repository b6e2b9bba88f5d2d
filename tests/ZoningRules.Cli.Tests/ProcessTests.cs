using System.Diagnostics;
using System.Globalization;

namespace ZoningRules.Cli.Tests;

/// <summary>A few runs of the real process: what only the boundary can get wrong.</summary>
public sealed class ProcessTests
{
    [Fact]
    public async Task Check_Process_WritesUtf8AndReturnsTheCode()
    {
        using var process = Start("check", "samples/proposals/02-fine-chemical-upstream.yaml");
        process.StandardInput.Close();
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(3, process.ExitCode);
        Assert.Equal(Zoning.Run("check", "samples/proposals/02-fine-chemical-upstream.yaml").Out, text);
    }

    [Fact]
    public async Task Check_ProcessInAnotherFolder_UsesThePackBesideTheProgram()
    {
        var proposal = Path.GetFullPath("samples/proposals/02-fine-chemical-upstream.yaml");
        using var process = StartIn(Zoning.Folder(), "check", proposal);
        process.StandardInput.Close();
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(3, process.ExitCode);
    }

    [Fact]
    public async Task Usage_Process_Returns64()
    {
        using var process = Start("check");
        process.StandardInput.Close();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(64, process.ExitCode);
        Assert.Contains("--help", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_Interrupted_Returns130AndWritesNothing()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var folder = Zoning.Folder();
        using var process = Start("ask", "samples/proposals/09-across-two-units.yaml", "--output", Path.Combine(folder, "done.yaml"));
        var line = "";
        while (!line.Contains("1=", StringComparison.Ordinal))
        {
            line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("it ended before asking");
        }

        using var kill = System.Diagnostics.Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        await process.WaitForExitAsync();
        Assert.Equal(130, process.ExitCode);
        Assert.Contains("no half-written file is left", await process.StandardError.ReadToEndAsync(), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder));
    }

    private static Process Start(params string[] arguments) => StartIn(Environment.CurrentDirectory, arguments);

    private static Process StartIn(string folder, params string[] arguments) => System.Diagnostics.Process.Start(new ProcessStartInfo(
        "dotnet", [Path.Combine(AppContext.BaseDirectory, "zoning.dll"), .. arguments])
    {
        WorkingDirectory = folder,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardOutputEncoding = System.Text.Encoding.UTF8,
    })!;
}
