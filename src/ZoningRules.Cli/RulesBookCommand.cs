using System.Collections.Immutable;
using System.CommandLine;
using ZoningRules.Problems;
using ZoningRules.Reports;
using ZoningRules.RulePacks;

namespace ZoningRules.Cli;

/// <summary><c>zoning rules book</c>: the law with its encoding beside it, for the official who signs.</summary>
internal static class RulesBookCommand
{
    public static Command Create(Surroundings around)
    {
        var folder = CommonOptions.WithoutOptions(new Argument<string?>("DIR") { Arity = ArgumentArity.ZeroOrOne, Description = "Folder of the rule pack / 规则包文件夹" });
        var format = new Option<string>("--format") { Description = "Format of the book / 格式", DefaultValueFactory = _ => "html" };
        format.AcceptOnlyFromAmong("html", "markdown");
        var lang = new Option<string>("--lang") { Description = "Language of the book and of messages / 语言", DefaultValueFactory = _ => "zh" };
        lang.AcceptOnlyFromAmong("zh", "en", "both");
        var output = CommonOptions.Output();
        var command = new Command("book", "The law with its encoding beside it, and the interpretations awaiting confirmation, to read and sign. / 规则书：原文与编码对照，附待确认的解释，供审阅签字。")
        {
            folder, format, lang, output,
        };
        command.SetAction(parsed =>
        {
            ImmutableArray<Language> languages = parsed.GetValue(lang) switch
            {
                "both" => [Language.Zh, Language.En],
                var one => [CommonOptions.ToLanguage(one)],
            };
            var pack = RulePackReader.Read(Workbench.PackFolder(around, parsed.GetValue(folder)));
            return pack.Succeeded
                ? Delivery.Give(
                    around,
                    languages[0],
                    parsed.GetValue(output),
                    parsed.GetValue(format) == "markdown" ? RuleBook.RenderMarkdown(pack.Value, languages) : RuleBook.RenderHtml(pack.Value, languages)) ?? ExitCode.Admitted
                : Complaints.Tell(around, languages[0], pack.Problems);
        });
        return command;
    }
}
