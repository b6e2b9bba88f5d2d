using System.Collections.Immutable;
using System.CommandLine;
using ZoningRules.Geo.Mapping;
using ZoningRules.Problems;
using ZoningRules.Proposals;
using ZoningRules.Reports;
using ZoningRules.Verdicts;

namespace ZoningRules.Cli;

/// <summary><c>zoning check</c>: assesses proposals and reports.</summary>
internal static class CheckCommand
{
    public static Command Create(Surroundings around)
    {
        var proposals = CommonOptions.WithoutOptions(new Argument<string[]>("PROPOSAL")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = "Proposal files: .yaml, .json or .geojson / 申报材料",
        });
        var rules = CommonOptions.RulesOfSeveral();
        var date = CommonOptions.Date();
        var ledgers = CommonOptions.Ledgers();
        var format = CommonOptions.Format("text", "json", "markdown", "html");
        var lang = CommonOptions.Lang();
        var margin = CommonOptions.Margin();
        var output = CommonOptions.Output();
        var repair = CommonOptions.Repair();
        var map = MapFile.Option("Draw the site of the one proposal among units and layers: .svg, or .png / 绘制场址位置关系图");
        var command = new Command(
            "check",
            "Assess proposals: may they be admitted, on what conditions, what is still open. / 审查建设项目是否符合准入要求。\n"
            + "Exit code: 0 admissible or conditional, 2 undetermined, 3 prohibited, 64 usage, 65 bad input, 70 defect; of several proposals the worst.")
        {
            proposals, rules, date, ledgers, format, lang, margin, repair, output, map,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(map) is not null && result.GetValue(rules) is { Length: > 1 })
            {
                result.AddError("--map draws the layers of one rule pack; give one --rules with it / --map 只绘一个规则包的图层，请只给一个 --rules");
            }

            if (result.GetValue(map) is not null && result.GetValue(proposals) is { Length: > 1 })
            {
                result.AddError("--map draws one proposal; check several one by one / --map 一次只绘一份申报材料，请逐份审查");
            }
        });
        command.SetAction(parsed => Run(
            around,
            parsed.GetValue(proposals)!,
            parsed.GetValue(rules) ?? [],
            CommonOptions.ToDate(parsed.GetValue(date)),
            parsed.GetValue(ledgers),
            CommonOptions.ToFormat(parsed.GetValue(format)),
            CommonOptions.ToLanguage(parsed.GetValue(lang)),
            parsed.GetValue(margin),
            parsed.GetValue(output),
            parsed.GetValue(repair) ? SiteRepair.Repair : null,
            parsed.GetValue(map)));
        return command;
    }

    private static int Run(
        Surroundings around,
        string[] paths,
        string[] rules,
        DateOnly? date,
        string? ledgers,
        ReportFormat format,
        Language language,
        bool margin,
        string? output,
        SiteRepair? repair,
        string? map)
    {
        if (OutputCheck.Refuse(around, language, [.. paths, ledgers], ("--output", output), ("--map", map)) is { } refused)
        {
            return refused;
        }

        var bench = Workbench.Open(around, rules, ledgers, date);
        if (!bench.Succeeded)
        {
            return Complaints.Tell(around, language, bench.Problems);
        }

        bench.Value.WarnOfLayers(language);
        var assessments = ImmutableArray.CreateBuilder<JointAssessment>(paths.Length);
        var problems = new List<Problem>();
        foreach (var path in paths)
        {
            var proposal = ProposalReader.Read(path);
            var assessment = proposal.Succeeded ? bench.Value.AssessJointly(SiteArgument.Repaired(proposal.Value, repair)) : Loaded<JointAssessment>.Bad(proposal.Problems);
            if (assessment.Succeeded)
            {
                assessments.Add(margin ? bench.Value.WithMargins(assessment.Value) : assessment.Value);
            }
            else
            {
                problems.AddRange(assessment.Problems);
            }
        }

        MapFile? drawn = null;
        if (map is not null && assessments.Count == 1)
        {
            var file = Draw(around, bench.Value, assessments[0].Parts[0], map, language);
            problems.AddRange(file.Problems);
            drawn = file.Value;
        }

        if (problems.Count == 0 && drawn?.Write(around, language) is { } unwritten)
        {
            return unwritten;
        }

        // A file is written only when it holds everything that was asked for; a terminal still shows the good ones.
        if (assessments.Count > 0 && (output is null || problems.Count == 0)
            && Deliver(around, bench.Value, assessments.ToImmutable(), format, language, output, paths.Length) is { } failed)
        {
            return failed;
        }

        return problems.Count > 0
            ? Complaints.Tell(around, language, problems)
            : assessments.Max(a => ExitCode.Of(a.Verdict));
    }

    private static Loaded<MapFile> Draw(Surroundings around, Workbench bench, Assessment assessment, string path, Language language)
    {
        if (assessment.Location is null)
        {
            return Loaded<MapFile>.Bad(Problem.Of(ProblemCode.NothingToDraw, new(assessment.Proposal.Source)));
        }

        var page = SiteMap.Draw(bench.Locator, assessment, language);
        return page.Succeeded ? MapFile.Of(around, path, page.Value) : Loaded<MapFile>.Bad(page.Problems);
    }

    private static int? Deliver(
        Surroundings around, Workbench bench, ImmutableArray<JointAssessment> joint, ReportFormat format, Language language, string? output, int asked)
    {
        // One pack speaks for itself.
        ImmutableArray<Assessment> alone = bench.IsSingle ? [.. joint.Select(j => j.Parts[0])] : [];
        if (output is null && format == ReportFormat.Text && around.MayColour)
        {
            Dressing.Print(around.Out, bench.IsSingle ? TextReport.Lines(alone, language) : JointReport.Lines(joint, language));
            return null;
        }

        var text = (bench.IsSingle, format == ReportFormat.Json && asked > 1) switch
        {
            (true, true) => JsonReport.RenderArray(alone, language),
            (true, false) => Report.Render(alone, format, language),
            (false, true) => JointReport.RenderArray(joint, language),
            (false, false) => JointReport.Render(joint, format, language),
        };
        return Delivery.Give(around, language, output, text);
    }
}
