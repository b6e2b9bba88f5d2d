using ZoningRules.Problems;
using ZoningRules.Problems.Sources;

namespace ZoningRules.RulePacks.Loading;

/// <summary>
/// Which letters and digits of a requirement's quote belong to a norm's span or to a remainder. A text that stands in the quote
/// more than once means its first occurrence, so that a second one is never covered unseen.
/// </summary>
internal sealed class QuoteCoverage
{
    private readonly string quote;
    private readonly bool[] covered;

    public QuoteCoverage(string quote)
    {
        this.quote = ArchivedText.Squeezed(quote);
        covered = new bool[this.quote.Length];
    }

    /// <summary>Covers a part of the quote, white space ignored; false when the quote does not hold it.</summary>
    public bool Cover(string part)
    {
        var text = ArchivedText.Squeezed(part);
        var at = quote.IndexOf(text, StringComparison.Ordinal);
        if (at < 0)
        {
            return false;
        }

        Array.Fill(covered, true, at, text.Length);
        return true;
    }

    /// <summary>Covers all of it.</summary>
    public void CoverAll() => Array.Fill(covered, true);

    /// <summary>Reports each run of the quote that nothing covers.</summary>
    public void Report(string requirement, SourcePlace place, ProblemList problems)
    {
        var at = 0;
        while (at < quote.Length)
        {
            if (covered[at] || !char.IsLetterOrDigit(quote[at]))
            {
                at++;
                continue;
            }

            var end = at;
            while (end < quote.Length && !covered[end])
            {
                end++;
            }

            problems.Add(ProblemCode.QuoteNotCovered, place, PackDraft.Start(quote[at..end]), requirement);
            at = end;
        }
    }
}
