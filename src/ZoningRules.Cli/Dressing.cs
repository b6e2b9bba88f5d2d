using System.Collections.Immutable;
using System.Diagnostics;
using Spectre.Console;
using ZoningRules.Reports;

namespace ZoningRules.Cli;

/// <summary>Dresses a text report for a terminal. Only here is Spectre.Console used, so a redirected run never loads it.</summary>
internal static class Dressing
{
    public static void Print(TextWriter output, ImmutableArray<TextLine> lines)
    {
        var console = AnsiConsole.Create(new()
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.Standard,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        // The report is already laid out; the console must not break its lines again.
        console.Profile.Width = int.MaxValue / 2;
        foreach (var line in lines)
        {
            console.Write(new Text(line.Text, Of(line.Tone)));
            console.WriteLine();
        }
    }

    private static Style Of(TextTone tone) => tone switch
    {
        TextTone.Plain => Style.Plain,
        TextTone.Heading => new(decoration: Decoration.Bold),
        TextTone.Good => new(Color.Green),
        TextTone.Condition => new(Color.Olive),
        TextTone.Open => new(Color.Teal),
        TextTone.Bad => new(Color.Red, decoration: Decoration.Bold),
        TextTone.Muted => new(decoration: Decoration.Dim),
        _ => throw new UnreachableException(),
    };
}
