using System.Collections.Immutable;
using ZoningRules.Facts;
using ZoningRules.Locations;
using ZoningRules.Problems;

namespace ZoningRules.Verdicts;

/// <summary>An unknown whose answer can still change the verdict.</summary>
public sealed record Question
{
    /// <summary>The attribute that answers it: an id, <c>items[1].field</c> (counted from 1), <c>site.in.LAYER</c>, <c>site.distance.LAYER</c>, <c>ledger.NAME</c> or <c>site</c>.</summary>
    public required string Attribute { get; init; }

    /// <summary>The question.</summary>
    public required LocalText Ask { get; init; }

    /// <summary>Who can answer.</summary>
    public required Answerer AnsweredBy { get; init; }

    /// <summary>What proves the answer, or null.</summary>
    public LocalText? Evidence { get; init; }

    /// <summary>The attribute's declaration, or null for <c>ledger.NAME</c> and <c>site</c>.</summary>
    public AttributeDefinition? Definition { get; init; }

    /// <summary>Why it is unknown.</summary>
    public required UnknownReasons Reasons { get; init; }

    /// <summary>How hard the answer is to get, 1 to 9.</summary>
    public required int Cost { get; init; }

    /// <summary>Ids of the norms it helps to decide, in the order of the findings.</summary>
    public required ImmutableArray<string> Decides { get; init; }
}
