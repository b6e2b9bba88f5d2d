using System.Collections.Immutable;
using ZoningRules.Facts;
using ZoningRules.RulePacks;

namespace ZoningRules.Findings;

/// <summary>One norm's outcome with its evidence and its sentence of law.</summary>
public sealed record Finding
{
    /// <summary>The requirement.</summary>
    public required Requirement Requirement { get; init; }

    /// <summary>The norm.</summary>
    public required Norm Norm { get; init; }

    /// <summary>What came of it: the strictest over units, items and readings.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Why it is undetermined; None otherwise.</summary>
    public required UnknownReasons Reasons { get; init; }

    /// <summary>The leaves with their values, in the order of the file.</summary>
    public required ImmutableArray<TraceLine> Trace { get; init; }

    /// <summary>Readings that come to another outcome than <see cref="Outcome"/>, with theirs; empty when all agree.</summary>
    public ImmutableArray<KeyValuePair<string, Outcome>> DifferingReadings { get; init; } = [];

    /// <summary>Whether the outcome was undetermined leaf by leaf but the same for every possible value.</summary>
    public bool SameForEveryValue { get; init; }

    /// <summary>The sentence of law: the requirement's document and place with the norm's words.</summary>
    public Citation Citation => Requirement.Citation with { Quote = Norm.Span };
}
