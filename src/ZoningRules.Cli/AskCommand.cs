using System.CommandLine;
using ZoningRules.Problems;
using ZoningRules.Proposals;

namespace ZoningRules.Cli;

/// <summary><c>zoning ask</c>: asks what is still open and matters, and writes the completed proposal.</summary>
internal static class AskCommand
{
    public static Command Create(Surroundings around)
    {
        var proposal = CommonOptions.WithoutOptions(new Argument<string>("PROPOSAL") { Description = "Proposal file / 申报材料" });
        var rules = CommonOptions.RulesOfSeveral();
        var date = CommonOptions.Date();
        var ledgers = CommonOptions.Ledgers();
        var lang = CommonOptions.Lang();
        var output = new Option<string?>("--output", "-o")
        {
            HelpName = "FILE",
            Description = "Where to write the completed proposal; default PROPOSAL with .answered.yaml / 补全后的申报材料写入何处",
        };
        var command = new Command("ask", "Ask the open questions that can still change the verdict, one by one. / 逐一询问仍会改变结论的问题。")
        {
            proposal, rules, date, ledgers, lang, output,
        };
        command.SetAction(parsed => Run(
            around,
            parsed.GetValue(proposal)!,
            parsed.GetValue(output),
            CommonOptions.ToLanguage(parsed.GetValue(lang)),
            () => Workbench.Open(around, parsed.GetValue(rules) ?? [], parsed.GetValue(ledgers), CommonOptions.ToDate(parsed.GetValue(date)))));
        return command;
    }

    private static int Run(Surroundings around, string path, string? output, Language language, Func<Loaded<Workbench>> open)
    {
        // Nobody shall answer twenty questions and then be told that there is no place for the answers.
        var target = output ?? Path.ChangeExtension(path, ".answered.yaml");
        if (OutputCheck.Refuse(around, language, [path], ("--output", target)) is { } refused)
        {
            return refused;
        }

        var bench = open();
        if (!bench.Succeeded)
        {
            return Complaints.Tell(around, language, bench.Problems);
        }

        bench.Value.WarnOfLayers(language);
        var proposal = ProposalReader.Read(path);
        if (!proposal.Succeeded)
        {
            return Complaints.Tell(around, language, proposal.Problems);
        }

        var start = bench.Value.AssessJointly(proposal.Value);
        if (!start.Succeeded)
        {
            return Complaints.Tell(around, language, start.Problems);
        }

        var interview = new Interview(around, bench.Value, language, start.Value);
        var completed = interview.Hold();
        if (!interview.Answered)
        {
            around.Out.WriteLine(language == Language.Zh ? "没有新的回答，未写文件。" : "Nothing was answered; no file was written.");
            return ExitCode.Of(completed.Verdict);
        }

        if (Delivery.Write(around, language, target, ProposalWriter.Write(Rebased(completed.Proposal, path, target))) is { } failed)
        {
            return failed;
        }

        around.Out.WriteLine(language == Language.Zh ? $"已写入 {target}" : $"written to {target}");
        return ExitCode.Of(completed.Verdict);
    }

    // A proposal names its geometry file relative to its own folder.
    private static Proposal Rebased(Proposal proposal, string from, string to)
    {
        var (was, @is) = (Path.GetDirectoryName(Path.GetFullPath(from))!, Path.GetDirectoryName(Path.GetFullPath(to))!);
        return proposal.Site is Site.Geometry site ? proposal with { Site = Rebased(site)! with { Parcel = Rebased(site.Parcel) } } : proposal;

        Site.Geometry? Rebased(Site.Geometry? geometry) => geometry is { Format: SiteFormat.File, Content: var file }
            ? geometry with { Content = Path.GetRelativePath(@is, Path.GetFullPath(file, was)).Replace('\\', '/') }
            : geometry;
    }
}
