using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace ZoningRules.Problems;

/// <summary>The result of reading something: a value, or every problem found. Never both missing, never a half value.</summary>
/// <typeparam name="T">What was to be read.</typeparam>
public sealed class Loaded<T>
    where T : class
{
    private Loaded(T? value, ImmutableArray<Problem> problems)
    {
        Value = value;
        Problems = problems;
    }

    /// <summary>What was read; null when there are problems.</summary>
    public T? Value { get; }

    /// <summary>All problems, ordered by file, line, column and code; empty when a value is there.</summary>
    public ImmutableArray<Problem> Problems { get; }

    /// <summary>Whether a value is there.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool Succeeded => Value is not null;

    /// <summary>A good result.</summary>
    public static Loaded<T> Good(T value) => new(value ?? throw new ArgumentNullException(nameof(value)), []);

    /// <summary>A bad result.</summary>
    /// <exception cref="ArgumentException">No problem was given.</exception>
    public static Loaded<T> Bad(IEnumerable<Problem> problems)
    {
        var ordered = problems
            .Distinct()
            .OrderBy(p => p.Place?.File, StringComparer.Ordinal)
            .ThenBy(p => p.Place?.Line ?? 0)
            .ThenBy(p => p.Place?.Column ?? 0)
            .ThenBy(p => p.Code)
            .ThenBy(p => string.Join('\u0001', p.Arguments), StringComparer.Ordinal)
            .ToImmutableArray();
        return ordered.IsEmpty ? throw new ArgumentException("a bad result needs a problem", nameof(problems)) : new(null, ordered);
    }

    /// <summary>A bad result with one problem.</summary>
    public static Loaded<T> Bad(Problem problem) => new(null, [problem]);

    /// <summary>The value, for callers that have already reported problems or promise there are none.</summary>
    /// <exception cref="InvalidOperationException">There are problems; the message words them in English.</exception>
    public T Require() =>
        Value ?? throw new InvalidOperationException(string.Join(Environment.NewLine, Problems.Select(p => Wording.Full(p, Language.En))));
}
