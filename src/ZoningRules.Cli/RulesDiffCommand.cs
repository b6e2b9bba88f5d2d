using System.CommandLine;
using ZoningRules.Analysis;
using ZoningRules.RulePacks;

namespace ZoningRules.Cli;

/// <summary><c>zoning rules diff</c>: what a new edition of a rule pack decides otherwise than the old one.</summary>
internal static class RulesDiffCommand
{
    public static Command Create(Surroundings around)
    {
        var old = CommonOptions.WithoutOptions(new Argument<string>("OLD") { Description = "Folder of the old edition / 旧版规则包" });
        var @new = CommonOptions.WithoutOptions(new Argument<string>("NEW") { Description = "Folder of the new edition / 新版规则包" });
        var date = CommonOptions.Date();
        var format = CommonOptions.Format("text", "json", "markdown");
        var lang = CommonOptions.Lang();
        var output = CommonOptions.Output();
        var command = new Command("diff", "Compare what two editions decide: equivalent, stricter, looser or neither, with smallest cases. / 比较两版规则的结论。")
        {
            old, @new, date, format, lang, output,
        };
        command.SetAction(parsed =>
        {
            var language = CommonOptions.ToLanguage(parsed.GetValue(lang));
            var before = RulePackReader.Read(parsed.GetValue(old)!);
            var after = RulePackReader.Read(parsed.GetValue(@new)!);
            if (!before.Succeeded || !after.Succeeded)
            {
                return Complaints.Tell(around, language, [.. before.Problems, .. after.Problems]);
            }

            var difference = PackComparison.Run(before.Value, after.Value, CommonOptions.ToDate(parsed.GetValue(date)) ?? around.TodayInChina());
            return Delivery.Give(around, language, parsed.GetValue(output), parsed.GetValue(format) switch
            {
                "json" => DifferenceReport.RenderJson(difference),
                "markdown" => DifferenceReport.RenderMarkdown(difference, language),
                _ => DifferenceReport.Render(difference, language),
            }) ?? ExitCode.Admitted;
        });
        return command;
    }
}
