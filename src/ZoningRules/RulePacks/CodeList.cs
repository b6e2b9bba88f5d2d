using System.Collections.Immutable;
using ZoningRules.Facts;
using ZoningRules.Problems;

namespace ZoningRules.RulePacks;

/// <summary>A named list of codes, by edition.</summary>
public sealed record CodeList
{
    /// <summary>The name used in files.</summary>
    public required string Name { get; init; }

    /// <summary>How it is printed.</summary>
    public required LocalText Label { get; init; }

    /// <summary>The code system of its members.</summary>
    public required CodeSystem System { get; init; }

    /// <summary>Whether the law's list ends in 等.</summary>
    public required bool Open { get; init; }

    /// <summary>Whether the codes are our reading of the law's words.</summary>
    public required bool Interpretation { get; init; }

    /// <summary>What was mapped to what, or null.</summary>
    public LocalText? Note { get; init; }

    /// <summary>Editions in the order of their first days; they do not overlap.</summary>
    public required ImmutableArray<CodeListEdition> Editions { get; init; }

    /// <summary>Where it is declared.</summary>
    public required SourcePlace Place { get; init; }

    /// <summary>The edition of a day, or null.</summary>
    public CodeListEdition? On(DateOnly date)
    {
        foreach (var edition in Editions)
        {
            if (edition.InForce.Holds(date))
            {
                return edition;
            }
        }

        return null;
    }
}
