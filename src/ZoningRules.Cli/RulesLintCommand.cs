using System.CommandLine;
using ZoningRules.Analysis;
using ZoningRules.RulePacks;

namespace ZoningRules.Cli;

/// <summary><c>zoning rules lint</c>: what an exact analysis finds wrong, doubtful or unfinished in a rule pack.</summary>
internal static class RulesLintCommand
{
    public static Command Create(Surroundings around)
    {
        var folder = CommonOptions.WithoutOptions(new Argument<string?>("DIR") { Arity = ArgumentArity.ZeroOrOne, Description = "Folder of the rule pack / 规则包文件夹" });
        var date = CommonOptions.Date();
        var format = CommonOptions.Format("text", "json", "sarif");
        var lang = CommonOptions.Lang();
        var output = CommonOptions.Output();
        var command = new Command("lint", "Analyse a rule pack exactly: contradictions, gaps, limits, terms to confirm, each with a case that shows it. / 精确分析规则包。")
        {
            folder, date, format, lang, output,
        };
        command.SetAction(parsed =>
        {
            var language = CommonOptions.ToLanguage(parsed.GetValue(lang));
            var pack = RulePackReader.Read(Workbench.PackFolder(around, parsed.GetValue(folder)));
            if (!pack.Succeeded)
            {
                return Complaints.Tell(around, language, pack.Problems);
            }

            var report = PackAnalysis.Run(pack.Value, CommonOptions.ToDate(parsed.GetValue(date)) ?? around.TodayInChina());
            var text = parsed.GetValue(format) switch
            {
                "json" => RemarkJson.Render(report, language),
                "sarif" => RemarkJson.RenderSarif(report, language),
                _ => RemarkReport.Render(report, language),
            };
            return Delivery.Give(around, language, parsed.GetValue(output), text) ?? (report.HasErrors ? ExitCode.BadInput : ExitCode.Admitted);
        });
        return command;
    }
}
