using System.Collections.Immutable;
using System.CommandLine;
using ZoningRules.Geo;
using ZoningRules.Geo.Inspecting;
using ZoningRules.Locations;
using ZoningRules.Problems;
using ZoningRules.Reports;
using ZoningRules.RulePacks;

namespace ZoningRules.Cli;

/// <summary><c>zoning layers</c>: lists, checks and imports the spatial layers of a pack.</summary>
internal static class LayersCommand
{
    public static Command Create(Surroundings around) =>
        new("layers", "List, check or import the spatial layers of a rule pack. / 查看、检查或导入规则包的图层。") { List(around), Check(around), LayersImportCommand.Create(around) };

    private static Command List(Surroundings around)
    {
        var rules = CommonOptions.Rules();
        var format = CommonOptions.Format("text", "json");
        var lang = CommonOptions.Lang();
        var output = CommonOptions.Output();
        var command = new Command("list", "Show every layer: status, source, accuracy, coverage, fingerprint. / 列出全部图层及其状态。") { rules, format, lang, output };
        command.SetAction(parsed =>
        {
            var language = CommonOptions.ToLanguage(parsed.GetValue(lang));
            var pack = RulePackReader.Read(Workbench.PackFolder(around, parsed.GetValue(rules)));
            if (!pack.Succeeded)
            {
                return Complaints.Tell(around, language, pack.Problems);
            }

            var locator = SiteLocator.Load(pack.Value.Layers);
            Complaints.Warn(around, language, locator.Problems);
            var layers = locator.Summaries();
            var text = parsed.GetValue(format) == "json" ? LayerListReport.RenderJson(layers, language) : LayerListReport.Render(layers, language);
            return Delivery.Give(around, language, parsed.GetValue(output), text) ?? ExitCode.Admitted;
        });
        return command;
    }

    private static Command Check(Surroundings around)
    {
        var layers = CommonOptions.WithoutOptions(new Argument<string[]>("LAYER")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description = "Layers to check; default: every layer with data / 要检查的图层，默认为全部有数据的图层",
        });
        var counties = Counties();
        var rules = CommonOptions.Rules();
        var format = CommonOptions.Format("text", "json", "html");
        var lang = CommonOptions.Lang();
        var output = CommonOptions.Output();
        var command = new Command(
            "check",
            "Inspect the data of layers: validity, gaps, overlaps, slivers, codes, names, shares of area. / 检查图层数据。\nExit code: 0 when no layer has an error, 65 when one has.")
        {
            layers, counties, rules, format, lang, output,
        };
        command.SetAction(parsed =>
        {
            var language = CommonOptions.ToLanguage(parsed.GetValue(lang));
            var pack = RulePackReader.Read(Workbench.PackFolder(around, parsed.GetValue(rules)));
            return pack.Succeeded
                ? Run(around, pack.Value, parsed.GetValue(layers)!, parsed.GetValue(counties), parsed.GetValue(format)!, language, parsed.GetValue(output))
                : Complaints.Tell(around, language, pack.Problems);
        });
        return command;
    }

    /// <summary>The option that names the boundaries of counties.</summary>
    public static Option<string?> Counties() => new("--counties")
    {
        HelpName = "FILE",
        Description = "Boundaries of counties with their six-digit codes / 各县（市、区）界线，带六位行政区划代码",
    };

    private static int Run(Surroundings around, RulePack pack, string[] asked, string? counties, string format, Language language, string? output)
    {
        var wanted = asked.Length > 0 ? asked : [.. pack.Layers.Where(l => l.Data is not null).Select(l => l.Id)];
        var inspections = ImmutableArray.CreateBuilder<LayerCheck>();
        var problems = new List<Problem>();
        using (var progress = new Progress(around, language, new("检查图层", "checking layers")))
        {
            foreach (var layer in wanted.Distinct(StringComparer.Ordinal))
            {
                var inspection = LayerCheck.Run(pack, layer, counties, new StepTeller(progress));
                problems.AddRange(inspection.Problems);
                if (inspection.Succeeded)
                {
                    inspections.Add(inspection.Value);
                }
            }
        }

        // A file is written only when it holds everything that was asked for.
        if (inspections.Count > 0 && (output is null || problems.Count == 0))
        {
            ImmutableArray<LayerInspection> all = [.. inspections.Select(i => i.Inspection)];
            var text = format switch
            {
                "json" => LayerReport.RenderJson(all, language),
                "html" => LayerReport.RenderHtml(all, language, [.. inspections.Select(i => i.Picture(language))]),
                _ => string.Join('\n', all.Select(i => LayerReport.Render(i, language))),
            };
            if (Delivery.Give(around, language, output, text) is { } failed)
            {
                return failed;
            }
        }

        return problems.Count > 0 ? Complaints.Tell(around, language, problems)
            : inspections.All(i => i.Inspection.IsUsable) ? ExitCode.Admitted
            : ExitCode.BadInput;
    }
}
