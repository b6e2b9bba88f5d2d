using System.Collections.Immutable;
using System.Diagnostics;
using ZoningRules.Problems;

namespace ZoningRules.RulePacks;

/// <summary>What published figures of a document should add up to. An analysis reports those that do not; no verdict depends on them.</summary>
public sealed record FigureCheck
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>What is compared.</summary>
    public required LocalText Title { get; init; }

    /// <summary>What is computed.</summary>
    public required FigureOperation Operation { get; init; }

    /// <summary>The figures summed or multiplied; of a share those of the part. At least one.</summary>
    public required ImmutableArray<PublishedFigure> Terms { get; init; }

    /// <summary>Of a share the figures of the whole; otherwise empty.</summary>
    public required ImmutableArray<PublishedFigure> Whole { get; init; }

    /// <summary>How the two should stand to each other.</summary>
    public required FigureRelation Relation { get; init; }

    /// <summary>The figure compared with.</summary>
    public required PublishedFigure Published { get; init; }

    /// <summary>How far they may be apart, included: the rounding of the document.</summary>
    public required decimal Within { get; init; }

    /// <summary>Where it stands.</summary>
    public required SourcePlace Place { get; init; }

    /// <summary>The computed number; null for a share of nothing and for a number too large to compute.</summary>
    public decimal? Computed()
    {
        try
        {
            return Operation switch
            {
                FigureOperation.Sum => Terms.Sum(t => t.Value),
                FigureOperation.Product => Terms.Aggregate(1m, (product, t) => product * t.Value),
                FigureOperation.Share => Whole.Sum(t => t.Value) is not 0 and var whole ? Terms.Sum(t => t.Value) * 100 / whole : null,
                _ => throw new UnreachableException(),
            };
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>Whether the figures stand to each other as they should.</summary>
    public bool Agrees() => Computed() is { } computed && Relation switch
    {
        FigureRelation.Equal => Math.Abs(computed - Published.Value) <= Within,
        FigureRelation.AtMost => computed <= Published.Value + Within,
        FigureRelation.AtLeast => computed >= Published.Value - Within,
        _ => throw new UnreachableException(),
    };
}
