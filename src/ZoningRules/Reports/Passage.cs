using System.Collections.Immutable;

namespace ZoningRules.Reports;

/// <summary>Lines of runs.</summary>
internal sealed record Passage(ImmutableArray<ImmutableArray<Run>> Lines)
{
    public static Passage Of(string text, RunStyle style = RunStyle.Plain) => new([[new(text, style)]]);

    public static Passage Of(params ImmutableArray<Run> runs) => new([runs]);

    public Passage Then(params ImmutableArray<Run> runs) => new(Lines.Add(runs));
}
