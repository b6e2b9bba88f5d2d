using System.CommandLine;
using ZoningRules.Geo;
using ZoningRules.Problems;
using ZoningRules.Reports;
using ZoningRules.RulePacks;

namespace ZoningRules.Cli;

/// <summary><c>zoning rules</c>: checks rule packs and shows what is in them.</summary>
internal static class RulesCommand
{
    public static Command Create(Surroundings around)
    {
        var command = new Command("rules", "Check a rule pack, or show what is in it. / 检查或查看规则包。")
        {
            Validate(around),
            Show(around),
            RulesLintCommand.Create(around),
            RulesTestCommand.Create(around),
            RulesDiffCommand.Create(around),
            RulesBookCommand.Create(around),
            RulesWatchCommand.Create(around),
        };
        return command;
    }

    private static Command Validate(Surroundings around)
    {
        var folder = CommonOptions.WithoutOptions(new Argument<string?>("DIR") { Arity = ArgumentArity.ZeroOrOne, Description = "Folder of the rule pack / 规则包文件夹" });
        var lang = CommonOptions.Lang();
        var command = new Command("validate", "Read a rule pack and its layers and tell everything that is wrong. / 检查规则包及其图层。") { folder, lang };
        command.SetAction(parsed =>
        {
            var language = CommonOptions.ToLanguage(parsed.GetValue(lang));
            var pack = RulePackReader.Read(Workbench.PackFolder(around, parsed.GetValue(folder)));
            if (!pack.Succeeded)
            {
                return Complaints.Tell(around, language, pack.Problems);
            }

            var layers = SiteLocator.Load(pack.Value.Layers);
            if (layers.Problems.Length > 0)
            {
                return Complaints.Tell(around, language, layers.Problems);
            }

            around.Out.Write(RuleReport.Summary(pack.Value, language));
            around.Out.WriteLine(language == Language.Zh ? "没有发现问题" : "no problem found");
            return ExitCode.Admitted;
        });
        return command;
    }

    private static Command Show(Surroundings around)
    {
        var id = CommonOptions.WithoutOptions(new Argument<string>("ID")
        {
            Description = "A requirement, norm, list, parameter, layer, attribute, instrument, control unit or town / 条款、清单、参数、图层、属性、文件、单元或乡镇",
        });
        var rules = CommonOptions.Rules();
        var lang = CommonOptions.Lang();
        var command = new Command("show", "Show one thing of a rule pack: law, encoding, terms, lists, layers, parameters. / 查看规则包中的一项内容。") { id, rules, lang };
        command.SetAction(parsed =>
        {
            var language = CommonOptions.ToLanguage(parsed.GetValue(lang));
            var pack = RulePackReader.Read(Workbench.PackFolder(around, parsed.GetValue(rules)));
            if (!pack.Succeeded)
            {
                return Complaints.Tell(around, language, pack.Problems);
            }

            var page = RuleReport.Render(pack.Value, parsed.GetValue(id)!, language);
            if (!page.Succeeded)
            {
                return Complaints.Tell(around, language, page.Problems);
            }

            around.Out.Write(page.Value);
            return ExitCode.Admitted;
        });
        return command;
    }
}
