using System.Text;

namespace ZoningRules.RulePacks.Loading;

/// <summary>The wording of a legal document with white space removed.</summary>
internal sealed class ArchivedText(string text)
{
    private readonly string squeezed = Squeezed(text);

    /// <summary>A text without its white space.</summary>
    public static string Squeezed(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                kept.Append(c);
            }
        }

        return kept.ToString();
    }

    /// <summary>Where a quote first stands in the text, white space not counted; -1 when it does not.</summary>
    public int IndexOf(string quote) => squeezed.IndexOf(Squeezed(quote), StringComparison.Ordinal);

    /// <summary>Whether a quote stands in the text, white space ignored.</summary>
    public bool Holds(string quote) => squeezed.Contains(Squeezed(quote), StringComparison.Ordinal);
}
