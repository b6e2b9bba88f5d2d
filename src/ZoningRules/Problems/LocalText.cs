namespace ZoningRules.Problems;

/// <summary>One text in both languages. Neither may be empty.</summary>
public sealed record LocalText
{
    /// <summary>Makes a text from its two versions.</summary>
    /// <exception cref="ArgumentException">A version is empty.</exception>
    public LocalText(string zh, string en)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(zh);
        ArgumentException.ThrowIfNullOrWhiteSpace(en);
        Zh = zh;
        En = en;
    }

    /// <summary>The Chinese version.</summary>
    public string Zh { get; }

    /// <summary>The English version.</summary>
    public string En { get; }

    /// <summary>A text that is the same in both languages, such as a name or a number.</summary>
    public static LocalText Same(string text) => new(text, text);

    /// <summary>The version in one language.</summary>
    public string In(Language language) => language == Language.Zh ? Zh : En;
}
