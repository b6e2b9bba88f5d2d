using System.Collections.Immutable;
using ZoningRules.Facts;
using ZoningRules.Locations;
using ZoningRules.RulePacks;

namespace ZoningRules.Testing;

/// <summary>The values at which the answers of a pack's lines change, so that generators can aim at them. Immutable.</summary>
public sealed class LimitTable
{
    private readonly Dictionary<string, SortedSet<decimal>> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedSet<string>> codes = new(StringComparer.Ordinal);
    private readonly SortedSet<DateOnly> dates = [];

    private LimitTable()
    {
    }

    /// <summary>A table without limits: generators then draw from the whole range of each type.</summary>
    public static LimitTable Empty { get; } = new();

    /// <summary>First days on which something in the pack changes, in ascending order.</summary>
    public IReadOnlyCollection<DateOnly> Dates => dates;

    /// <summary>Collects the limits of every line, parameter, cap and list of a pack.</summary>
    public static LimitTable Of(RulePack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        var table = new LimitTable();
        foreach (var (requirement, norm) in pack.Norms)
        {
            table.Note(requirement.InForce);
            table.Note(norm);
        }

        foreach (var value in pack.Parameters.SelectMany(p => p.Values))
        {
            table.Note(value.InForce);
        }

        foreach (var edition in pack.Lists.SelectMany(l => l.Editions))
        {
            table.Note(edition.InForce);
        }

        return table;
    }

    /// <summary>Limits of a number attribute, in the base measure, in ascending order; empty when there are none.</summary>
    /// <param name="definition">The attribute, or a field of an item.</param>
    /// <param name="collection">The collection of a field; null for an attribute of the proposal.</param>
    public IReadOnlyCollection<decimal> ForNumber(AttributeDefinition definition, AttributeDefinition? collection = null) =>
        Numbers(Key(definition, collection));

    /// <summary>Limits of the distance to a layer, in metres.</summary>
    public IReadOnlyCollection<decimal> ForDistance(LayerDefinition layer) => Numbers($"distance {layer.Id}");

    /// <summary>Limits of the area shared with a layer, in square metres.</summary>
    public IReadOnlyCollection<decimal> ForOverlap(LayerDefinition layer) => Numbers($"overlap {layer.Id}");

    /// <summary>Limits of the share of the site in a layer, 1 being the whole.</summary>
    public IReadOnlyCollection<decimal> ForShare(LayerDefinition layer) => Numbers($"share {layer.Id}");

    /// <summary>Codes that the pack names about a code attribute, in ordinal order.</summary>
    /// <param name="definition">The attribute, or a field of an item.</param>
    /// <param name="collection">The collection of a field; null for an attribute of the proposal.</param>
    public IReadOnlyCollection<string> ForCode(AttributeDefinition definition, AttributeDefinition? collection = null) =>
        codes.TryGetValue(Key(definition, collection), out var found) ? found : [];

    private static string Key(AttributeDefinition definition, AttributeDefinition? collection) =>
        collection is null ? definition.Id : $"{collection.Id}[].{definition.Id}";

    private static string Key(Operand operand, AttributeDefinition? collection) => operand switch
    {
        Operand.OfProposal of => Key(of.Definition, null),
        Operand.OfItem of => Key(of.Definition, collection),
        Operand.Distance of => $"distance {of.Layer}",
        Operand.Overlap of => $"overlap {of.Layer}",
        Operand.Share of => $"share {of.Layer}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private SortedSet<decimal> Numbers(string key) => numbers.TryGetValue(key, out var found) ? found : [];

    private void Note(Period period)
    {
        dates.Add(period.From);
        if (period.Until is { } until)
        {
            dates.Add(until);
        }
    }

    private void Note(Norm norm)
    {
        foreach (var line in norm.Lines)
        {
            Note(line.Test, norm.ForEach);
        }

        if (norm.Target is { } target)
        {
            dates.Add(new(Math.Clamp(target.Year, 1, 9999), 1, 1));
            dates.Add(new(Math.Clamp(target.Year + 1, 1, 9999), 1, 1));
        }

        switch (norm.Cap?.Limit)
        {
            case CapLimit.Fixed limit:
                Note(Key(norm.Cap.Increment, null), limit.Amount);
                break;
            case CapLimit.Dated limit:
                Note(Key(norm.Cap.Increment, null), limit.Parameter);
                break;
        }
    }

    private void Note(LeafTest test, AttributeDefinition? collection)
    {
        switch (test)
        {
            case LeafTest.Compare compare:
                Note(Key(compare.Of, collection), compare.Limit);
                break;
            case LeafTest.CompareParameter compare:
                Note(Key(compare.Of, collection), compare.Limit);
                break;
            case LeafTest.CodeIn coded:
                Note(Key(coded.Of, collection), coded.Codes);
                break;
            case LeafTest.OnList listed:
                foreach (var edition in listed.List.Editions)
                {
                    Note(Key(listed.Of, collection), [.. edition.Members, .. edition.Review, .. edition.Except]);
                }

                break;
        }
    }

    private void Note(string key, Parameter parameter)
    {
        foreach (var value in parameter.Values)
        {
            var range = value.Value.ToBase();
            Note(key, range.Low);
            Note(key, range.High);
        }
    }

    private void Note(string key, decimal limit)
    {
        if (!numbers.TryGetValue(key, out var all))
        {
            numbers.Add(key, all = []);
        }

        all.Add(limit);
    }

    private void Note(string key, ImmutableArray<CodeEntry> entries)
    {
        if (!codes.TryGetValue(key, out var all))
        {
            codes.Add(key, all = new(StringComparer.Ordinal));
        }

        all.UnionWith(entries.Select(e => e.Code));
    }
}
