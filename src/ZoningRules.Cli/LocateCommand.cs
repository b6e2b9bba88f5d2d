using System.CommandLine;
using ZoningRules.Geo;
using ZoningRules.Geo.Mapping;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Proposals;
using ZoningRules.Reports;
using ZoningRules.RulePacks;

namespace ZoningRules.Cli;

/// <summary><c>zoning locate</c>: where a point or a site lies, without an assessment.</summary>
internal static class LocateCommand
{
    public static Command Create(Surroundings around)
    {
        var site = CommonOptions.WithoutOptions(new Argument<string?>("SITEFILE")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = "Site boundary: a file of any format of docs/formats.md, a folder with a shapefile, or a proposal (.yaml) / 场址边界文件",
        });
        var point = new Option<string?>("--point") { HelpName = "x,y", Description = "One position: longitude,latitude, or X(north),Y(east) in a belt / 一个点" };
        var crs = new Option<string?>("--crs") { HelpName = "CRS", Description = "Coordinate system, such as EPSG:4490 or EPSG:4527 / 坐标系" };
        var layer = new Option<string?>("--layer") { HelpName = "LAYER", Description = "The layer that holds the site, in a file with several / 图层" };
        var accuracy = new Option<string?>("--accuracy") { HelpName = "LENGTH", Description = "How far the boundary may be off, such as \"1 m\" / 边界精度" };
        accuracy.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && ToLength(token.Value) is null)
            {
                result.AddError($"`{token.Value}` is not a length, such as 1 m / 不是长度");
            }
        });
        var rules = CommonOptions.Rules();
        var format = CommonOptions.Format("text", "json");
        var lang = CommonOptions.Lang();
        var output = CommonOptions.Output();
        var repair = CommonOptions.Repair();
        var map = MapFile.Option("Draw it among units and layers: .svg, or .png / 绘制位置图");
        var command = new Command("locate", "Show the control units and layers of a point or site. / 查询一个点或场址所在的管控单元和图层。")
        {
            site, layer, point, crs, accuracy, repair, rules, format, lang, output, map,
        };
        command.Validators.Add(result =>
        {
            if ((result.GetValue(site) is null) == (result.GetValue(point) is null))
            {
                result.AddError("give either a site file or --point / 请给出场址文件或 --point 之一");
            }
            else if (result.GetValue(point) is not null && result.GetValue(crs) is null)
            {
                result.AddError("--point needs --crs, such as EPSG:4490 / --point 须同时给出 --crs");
            }
        });
        command.SetAction(parsed =>
        {
            var language = CommonOptions.ToLanguage(parsed.GetValue(lang));
            var length = ToLength(parsed.GetValue(accuracy));
            if (OutputCheck.Refuse(around, language, [parsed.GetValue(site)], ("--output", parsed.GetValue(output)), ("--map", parsed.GetValue(map))) is { } refused)
            {
                return refused;
            }

            var asked = parsed.GetValue(point) is { } position
                ? Loaded<Site.Geometry>.Good(new(SiteFormat.Point, position, parsed.GetValue(crs), length, new("--point")))
                : SiteArgument.Read(parsed.GetValue(site)!, parsed.GetValue(layer), parsed.GetValue(crs), length);
            var wanted = asked.Succeeded && parsed.GetValue(repair) ? Loaded<Site.Geometry>.Good(asked.Value with { Repair = SiteRepair.Repair }) : asked;
            var form = parsed.GetValue(format) == "json" ? ReportFormat.Json : ReportFormat.Text;
            return Run(around, wanted, parsed.GetValue(rules), form, language, parsed.GetValue(output), parsed.GetValue(map));
        });
        return command;
    }

    private static int Run(Surroundings around, Loaded<Site.Geometry> site, string? rules, ReportFormat format, Language language, string? output, string? map)
    {
        var pack = RulePackReader.Read(Workbench.PackFolder(around, rules));
        if (!site.Succeeded || !pack.Succeeded)
        {
            return Complaints.Tell(around, language, [.. site.Problems, .. pack.Problems]);
        }

        var locator = SiteLocator.Load(pack.Value.Layers);
        Complaints.Warn(around, language, locator.Problems);
        var location = locator.Locate(site.Value);
        if (!location.Succeeded)
        {
            return Complaints.Tell(around, language, [.. Complaints.ByOption(location.Problems)]);
        }

        var text = format == ReportFormat.Json
            ? LocationReport.RenderJson(location.Value, language)
            : LocationReport.Render(location.Value, pack.Value, language);
        if (map is not null)
        {
            var page = SiteMap.Draw(locator, pack.Value, site.Value, location.Value, language);
            var file = page.Succeeded ? MapFile.Of(around, map, page.Value) : Loaded<MapFile>.Bad(page.Problems);
            if (!file.Succeeded)
            {
                return Complaints.Tell(around, language, file.Problems);
            }

            if (file.Value.Write(around, language) is { } unwritten)
            {
                return unwritten;
            }
        }

        return Delivery.Give(around, language, output, text) ?? ExitCode.Admitted;
    }

    internal static Metres? ToLength(string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (MeasureTable.TryParseNumber(text.AsSpan().Trim(), out var metres))
        {
            return metres < 0 ? null : new(metres);
        }

        return MeasureTable.Standard.TryParse(text, out var quantity) && quantity.Measure.Dimension == MeasureTable.Metre.Dimension && quantity.Value >= 0
            ? new(quantity.ToBase().High)
            : null;
    }
}
