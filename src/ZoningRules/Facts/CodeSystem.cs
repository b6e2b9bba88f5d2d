using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using ZoningRules.Problems;

namespace ZoningRules.Facts;

/// <summary>A tree of codes such as GB/T 4754. The finest codes are numbered so that each code covers a contiguous run. Immutable.</summary>
public sealed class CodeSystem
{
    private readonly FrozenDictionary<string, CodeEntry> byCode;

    /// <summary>Makes a system from its entries.</summary>
    /// <param name="id">The id used in files.</param>
    /// <param name="title">Its title.</param>
    /// <param name="entries">All codes with their runs of finest codes.</param>
    /// <param name="finestCount">How many finest codes there are.</param>
    /// <exception cref="ArgumentException">A code occurs twice, or a run leaves the range of the finest codes.</exception>
    public CodeSystem(string id, LocalText title, IEnumerable<CodeEntry> entries, int finestCount)
    {
        Id = id;
        Title = title;
        FinestCount = finestCount;
        Entries = [.. entries];
        if (Entries.Any(e => e.First < 0 || e.Count < 1 || e.First + e.Count > finestCount))
        {
            throw new ArgumentException("an entry leaves the range of the finest codes", nameof(entries));
        }

        byCode = Entries.ToFrozenDictionary(e => e.Code, StringComparer.Ordinal);
    }

    /// <summary>The id used in files.</summary>
    public string Id { get; }

    /// <summary>Its title.</summary>
    public LocalText Title { get; }

    /// <summary>All codes in the order of the table.</summary>
    public ImmutableArray<CodeEntry> Entries { get; }

    /// <summary>How many finest codes there are.</summary>
    public int FinestCount { get; }

    /// <summary>Finds a code.</summary>
    public bool TryFind(string code, [NotNullWhen(true)] out CodeEntry? entry) => byCode.TryGetValue(code, out entry);
}
