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

    /// <summary>Whether a quote stands in the text, white space ignored.</summary>
    public bool Holds(string quote) => squeezed.Contains(Squeezed(quote), StringComparison.Ordinal);
}
