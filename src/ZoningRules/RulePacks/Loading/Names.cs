using System.Diagnostics.CodeAnalysis;
using ZoningRules.Problems;
using ZoningRules.Problems.Sources;

namespace ZoningRules.RulePacks.Loading;

/// <summary>Things of one kind by name, with the places that declare them.</summary>
/// <param name="kindZh">What they are called in Chinese.</param>
/// <param name="kindEn">What they are called in English.</param>
/// <param name="problems">Takes problems.</param>
internal sealed class Names<T>(string kindZh, string kindEn, ProblemList problems)
    where T : class
{
    private readonly Dictionary<string, (T Value, SourcePlace Place)> all = new(StringComparer.Ordinal);

    /// <summary>Everything declared, ordered by name.</summary>
    public IEnumerable<T> Ordered => all.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => p.Value.Value);

    /// <summary>How many there are.</summary>
    public int Count => all.Count;

    /// <summary>All names.</summary>
    public IReadOnlyCollection<string> Known => all.Keys;

    /// <summary>Declares a name; a second declaration is a problem and is ignored.</summary>
    public bool Declare(string name, SourcePlace place, T value)
    {
        if (all.TryAdd(name, (value, place)))
        {
            return true;
        }

        problems.Add(ProblemCode.DuplicateId, place, Naming.Shortened(name), all[name].Place.ToString());
        return false;
    }

    /// <summary>Finds a name without reporting.</summary>
    public bool TryFind(string name, [NotNullWhen(true)] out T? value)
    {
        var found = all.TryGetValue(name, out var entry);
        value = entry.Value;
        return found;
    }

    /// <summary>Finds a name; an unknown one is a problem unless it stands for a text that could not be read.</summary>
    public T? Find(string name, SourcePlace place)
    {
        if (all.TryGetValue(name, out var entry))
        {
            return entry.Value;
        }

        if (!Shapes.IsPlaceholder(name))
        {
            problems.Add(ProblemCode.UnknownName, place, kindZh, kindEn, Naming.Shortened(name), Naming.Nearest(name, all.Keys));
        }

        return null;
    }
}
