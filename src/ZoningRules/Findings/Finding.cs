using System.Collections.Immutable;
using ZoningRules.Facts;
using ZoningRules.RulePacks;

namespace ZoningRules.Findings;

/// <summary>One norm's outcome with its evidence and its sentence of law.</summary>
public sealed record Finding
{
    private readonly Func<ImmutableArray<TraceLine>>? write;
    private ImmutableArray<TraceLine> trace;

    /// <summary>The requirement.</summary>
    public required Requirement Requirement { get; init; }

    /// <summary>The norm.</summary>
    public required Norm Norm { get; init; }

    /// <summary>What came of it: the strictest over units, items and readings.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Why it is undetermined; None otherwise.</summary>
    public required UnknownReasons Reasons { get; init; }

    /// <summary>The leaves with their values, in the order of the file. Written out when first asked for.</summary>
    public ImmutableArray<TraceLine> Trace
    {
        get => trace.IsDefault ? trace = write?.Invoke() ?? [] : trace;
        init => trace = value;
    }

    /// <summary>Writes the trace when it is asked for; must always give the same lines.</summary>
    internal Func<ImmutableArray<TraceLine>>? WriteTrace
    {
        init => write = value;
    }

    /// <summary>Readings that come to another outcome than <see cref="Outcome"/>, with theirs; empty when all agree.</summary>
    public ImmutableArray<KeyValuePair<string, Outcome>> DifferingReadings { get; init; } = [];

    /// <summary>Whether the outcome was undetermined leaf by leaf but the same for every possible value.</summary>
    public bool SameForEveryValue { get; init; }

    /// <summary>The sentence of law: the requirement's document and place with the norm's words.</summary>
    public Citation Citation => Requirement.Citation with { Quote = Norm.Span };
}
