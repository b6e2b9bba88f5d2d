using System.Collections.Immutable;
using ZoningRules.Problems;
using ZoningRules.RulePacks;

namespace ZoningRules.Reports;

/// <summary>
/// A rule pack as a book to read and sign: the law sentence by sentence with its encoding beside it, and what awaits confirmation. The same pack and languages give the
/// same text; lines end in a line feed.
/// </summary>
public static class RuleBook
{
    /// <summary>One self-contained page without script, printable on A4.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="languages">One language, or both; the first is the page's.</param>
    /// <exception cref="ArgumentException">There is no language, or one twice.</exception>
    public static string RenderHtml(RulePack pack, ImmutableArray<Language> languages) =>
        HtmlReport.Page(BookDocument.TitleOf(pack, Checked(languages)), languages[0], [BookDocument.Of(pack, languages)]);

    /// <summary>Markdown with tables (GitHub's dialect).</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="languages">One language, or both.</param>
    /// <exception cref="ArgumentException">There is no language, or one twice.</exception>
    public static string RenderMarkdown(RulePack pack, ImmutableArray<Language> languages) => MarkdownReport.Page(BookDocument.Of(pack, Checked(languages)));

    private static ImmutableArray<Language> Checked(ImmutableArray<Language> languages) =>
        languages.IsDefaultOrEmpty || languages.Distinct().Count() != languages.Length
            ? throw new ArgumentException("a book needs languages, each once", nameof(languages))
            : languages;
}
