using System.CommandLine;
using ZoningRules.Geo.Siting;
using ZoningRules.Problems;
using ZoningRules.Proposals;
using ZoningRules.Reports;

namespace ZoningRules.Cli;

/// <summary><c>zoning where</c>: the map of all places for one project, a ranking of candidate sites, and the nearest place that is not prohibited.</summary>
internal static class WhereCommand
{
    public static Command Create(Surroundings around)
    {
        var proposal = CommonOptions.WithoutOptions(new Argument<string>("PROPOSAL") { Description = "Proposal file; its site may be missing / 申报材料，可以没有场址" });
        var rules = CommonOptions.Rules();
        var date = CommonOptions.Date();
        var ledgers = CommonOptions.Ledgers();
        var format = CommonOptions.Format("text", "json");
        var lang = CommonOptions.Lang();
        var output = new Option<string?>("--output", "-o") { HelpName = "FILE", Description = "Write the zones as GeoJSON / 把分区写成 GeoJSON" };
        var map = MapFile.Option("Draw the zones: .svg, or .png / 绘制可行区位图");
        var within = new Option<string?>("--within") { HelpName = "FILE", Description = "Search only inside this boundary / 只在此范围内查找" };
        var candidates = new Option<string?>("--candidates")
        {
            HelpName = "FILE",
            Description = "Rank these sites: any file of sites, one a feature / 比较候选场址，一个要素一处",
        };
        var crs = new Option<string?>("--crs") { HelpName = "CRS", Description = "Coordinate system of boundary and candidates, where their files do not say / 范围和候选文件的坐标系" };
        var declared = new Option<bool>("--keep-declared")
        {
            Description = "Take what the proposal declares about its own place (site.in.…) to hold everywhere / 假定申报的 site.in.… 处处成立",
        };
        var command = new Command(
            "where",
            "Show where a project could go: the whole area in zones of equal verdict, with what decides and on what conditions. / 查找项目何处可行。")
        {
            proposal, rules, date, ledgers, format, lang, output, map, candidates, within, crs, declared,
        };
        command.SetAction(parsed =>
        {
            var language = CommonOptions.ToLanguage(parsed.GetValue(lang));
            if (OutputCheck.Refuse(
                    around,
                    language,
                    [parsed.GetValue(proposal), parsed.GetValue(within), parsed.GetValue(candidates), parsed.GetValue(ledgers)],
                    ("--output", parsed.GetValue(output)),
                    ("--map", parsed.GetValue(map))) is { } refused)
            {
                return refused;
            }

            var area = parsed.GetValue(within) is { } path ? SiteArgument.Read(path, null, parsed.GetValue(crs), null) : null;
            var bench = Workbench.Open(around, parsed.GetValue(rules), parsed.GetValue(ledgers), CommonOptions.ToDate(parsed.GetValue(date)));
            var read = ProposalReader.Read(parsed.GetValue(proposal)!);
            var sites = parsed.GetValue(candidates) is { } file ? CandidateFile.Read(file, parsed.GetValue(crs), null) : null;
            if (!bench.Succeeded || !read.Succeeded || area is { Succeeded: false } || sites is { Succeeded: false })
            {
                return Complaints.Tell(around, language, [.. bench.Problems, .. read.Problems, .. area?.Problems ?? [], .. Complaints.ByOption(sites?.Problems ?? [])]);
            }

            bench.Value.WarnOfLayers(language);
            var context = bench.Value.ContextOf(read.Value);
            return context.Succeeded
                ? Run(
                    around,
                    bench.Value,
                    new(read.Value, context.Value)
                    {
                        Within = area?.Value,
                        Declarations = parsed.GetValue(declared) ? PlaceDeclarations.TakenEverywhere : PlaceDeclarations.LeftOut,
                    },
                    sites?.Value ?? [],
                    parsed.GetValue(format) == "json" ? ReportFormat.Json : ReportFormat.Text,
                    language,
                    parsed.GetValue(output),
                    parsed.GetValue(map))
                : Complaints.Tell(around, language, context.Problems);
        });
        return command;
    }

    private static int Run(
        Surroundings around,
        Workbench bench,
        SitingRequest request,
        IReadOnlyList<CandidateSite> candidates,
        ReportFormat format,
        Language language,
        string? output,
        string? map)
    {
        var search = SitingSearch.Over(bench.Locator, bench.Assessor);
        if (!search.Succeeded)
        {
            return Complaints.Tell(around, language, search.Problems);
        }

        if (search.Value.Check(request, candidates) is { IsEmpty: false } wrong)
        {
            return Complaints.Tell(around, language, [.. Complaints.ByOption(wrong)]);
        }

        Loaded<SitingMap> found;
        using (var progress = new ProgressLine(around, language))
        {
            found = search.Value.Run(request, progress);
        }

        if (!found.Succeeded)
        {
            return Complaints.Tell(around, language, found.Problems);
        }

        var advice = new SitingAdvisor(found.Value).Advise(candidates);
        if (!advice.Succeeded)
        {
            return Complaints.Tell(around, language, advice.Problems);
        }

        if (map is not null)
        {
            var page = MapFile.Of(around, map, SitingDrawing.Draw(found.Value, language));
            if (!page.Succeeded)
            {
                return Complaints.Tell(around, language, page.Problems);
            }

            if (page.Value.Write(around, language) is { } unwritten)
            {
                return unwritten;
            }
        }

        if (output is not null && Delivery.Write(around, language, output, SitingGeoJson.Render(found.Value)) is { } failed)
        {
            return failed;
        }

        around.Out.Write(format == ReportFormat.Json ? SitingReport.RenderJson(found.Value, advice.Value, language) : SitingReport.Render(found.Value, advice.Value, language));
        return ExitCode.Admitted;
    }
}
