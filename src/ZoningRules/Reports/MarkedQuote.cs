using System.Collections.Immutable;
using ZoningRules.RulePacks;

namespace ZoningRules.Reports;

/// <summary>A requirement's sentence with the words of each norm marked, and the norm's letter after its last word.</summary>
internal static class MarkedQuote
{
    /// <summary>The sentence in runs. A span that stands in the quote twice means its first occurrence; white space is not compared.</summary>
    public static ImmutableArray<Run> Of(Requirement requirement)
    {
        var quote = requirement.Citation.Quote;
        var letters = Enumerable.Range(0, quote.Length).Where(i => !char.IsWhiteSpace(quote[i])).ToArray();
        var squeezed = new string([.. letters.Select(i => quote[i])]);
        var marked = new bool[quote.Length];
        var ends = new SortedDictionary<int, List<string>>();
        foreach (var norm in requirement.Norms)
        {
            var span = new string([.. norm.Span.Where(c => !char.IsWhiteSpace(c))]);
            var at = squeezed.IndexOf(span, StringComparison.Ordinal);
            if (at < 0 || span.Length == 0)
            {
                continue;
            }

            var (from, to) = (letters[at], letters[at + span.Length - 1] + 1);
            Array.Fill(marked, true, from, to - from);
            if (!ends.TryGetValue(to, out var names))
            {
                ends.Add(to, names = []);
            }

            names.Add(norm.Id.StartsWith(requirement.Id + ".", StringComparison.Ordinal) ? norm.Id[(requirement.Id.Length + 1)..] : norm.Id);
        }

        var runs = ImmutableArray.CreateBuilder<Run>();
        var start = 0;
        for (var i = 1; i <= quote.Length; i++)
        {
            var cut = i == quote.Length || marked[i] != marked[start] || ends.ContainsKey(i);
            if (!cut)
            {
                continue;
            }

            runs.Add(new(quote[start..i], marked[start] ? RunStyle.Marked : RunStyle.Law));
            if (ends.TryGetValue(i, out var names))
            {
                runs.Add(new($"〔{string.Join(' ', names)}〕", RunStyle.Muted));
            }

            start = i;
        }

        return runs.ToImmutable();
    }
}
