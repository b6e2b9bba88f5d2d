using ZoningRules.Problems;

namespace ZoningRules.Cli.Tests;

public sealed class ProgressTests
{
    [Theory]
    [InlineData(0, null, 0, "读取 0")]
    [InlineData(1200, 45000L, 0.5, "读取 1,200 / 45,000  2 %")]
    [InlineData(30000, 45000L, 10, "读取 30,000 / 45,000  66 %  3,000 /s  还需 00:00:05")]
    [InlineData(3, 6L, 2, "读取 3 / 6  50 %  1.5 /s  还需 00:00:02")]
    [InlineData(6, 6L, 2, "读取 6 / 6  100 %  3.0 /s")]
    [InlineData(0, 0L, 2, "读取 0 / 0")]
    public void Line_SaysCountShareRateAndRest(long done, long? total, double seconds, string line) =>
        Assert.Equal(line, Progress.Line("读取", done, total, TimeSpan.FromSeconds(seconds), Language.Zh));

    [Fact]
    public void OnATerminal_WritesOverOneLineAndLeavesItEmpty()
    {
        var clock = new Clock();
        using var error = new StringWriter();
        using (var progress = new Progress(Around(clock, error, terminal: true), Language.En, new("读", "reading"), 4))
        {
            progress.Add();
            Assert.Empty(error.ToString());
            clock.Pass(1);
            progress.Add();
            Assert.Equal("\rreading 2 / 4  50 %  2.0 /s  left 00:00:01\u001b[K", error.ToString());
        }

        Assert.EndsWith("\r\u001b[K", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Elsewhere_WritesALineNowAndThenAndNoEscapes()
    {
        var clock = new Clock();
        using var error = new StringWriter { NewLine = "\n" };
        using (var progress = new Progress(Around(clock, error, terminal: false), Language.En, new("读", "reading")))
        {
            clock.Pass(9);
            progress.Add(5);
            Assert.Empty(error.ToString());
            clock.Pass(1);
            progress.Add(5);
        }

        Assert.Equal("reading 10  1.0 /s\n", error.ToString());
    }

    private static Surroundings Around(TimeProvider clock, TextWriter error, bool terminal) => new()
    {
        In = TextReader.Null,
        Out = TextWriter.Null,
        Error = error,
        Time = clock,
        ProgramFolder = ".",
        ErrorIsTerminal = terminal,
    };

    private sealed class Clock : TimeProvider
    {
        private long seconds;

        public override long TimestampFrequency => 1;

        public void Pass(long more) => seconds += more;

        public override long GetTimestamp() => seconds;
    }
}
