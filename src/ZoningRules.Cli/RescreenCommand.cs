using System.Collections.Immutable;
using System.CommandLine;
using ZoningRules.Problems;
using ZoningRules.Proposals;
using ZoningRules.Rescreening;

namespace ZoningRules.Cli;

/// <summary><c>zoning rescreen</c>: which past results another edition of rules and layers flips, and why.</summary>
internal static class RescreenCommand
{
    public static Command Create(Surroundings around)
    {
        var old = CommonOptions.WithoutOptions(new Argument<string>("OLD") { Description = "Folder of the old edition, with its layers / 旧版规则包" });
        var @new = CommonOptions.WithoutOptions(new Argument<string>("NEW") { Description = "Folder of the new edition, with its layers / 新版规则包" });
        var proposals = CommonOptions.WithoutOptions(new Argument<string[]>("PROPOSAL") { Arity = ArgumentArity.OneOrMore, Description = "Past proposals / 以往的申报材料" });
        var date = CommonOptions.Date();
        var ledgers = CommonOptions.Ledgers();
        var format = CommonOptions.Format("text", "json");
        var lang = CommonOptions.Lang();
        var output = CommonOptions.Output();
        var command = new Command(
            "rescreen",
            "Assess past proposals by two editions of rules and layers; tell which verdicts flip, which way, and because of which norm or boundary. / 用新旧两版规则和图层复核以往项目。\n"
            + "Exit code: 0 no verdict flips, 2 some do, 64 usage, 65 bad input, 70 defect.")
        {
            old, @new, proposals, date, ledgers, format, lang, output,
        };
        command.SetAction(parsed => Run(
            around,
            parsed.GetValue(old)!,
            parsed.GetValue(@new)!,
            parsed.GetValue(proposals)!,
            CommonOptions.ToDate(parsed.GetValue(date)),
            parsed.GetValue(ledgers),
            parsed.GetValue(format) == "json",
            CommonOptions.ToLanguage(parsed.GetValue(lang)),
            parsed.GetValue(output)));
        return command;
    }

    private static int Run(
        Surroundings around, string old, string @new, string[] paths, DateOnly? date, string? ledgers, bool asJson, Language language, string? output)
    {
        if (OutputCheck.Refuse(around, language, [.. paths, ledgers], ("--output", output)) is { } refused)
        {
            return refused;
        }

        var (before, after) = (Workbench.Open(around, old, ledgers, date), Workbench.Open(around, @new, ledgers, date));
        if (!before.Succeeded || !after.Succeeded)
        {
            return Complaints.Tell(around, language, [.. before.Problems.Concat(after.Problems).Distinct()]);
        }

        before.Value.WarnOfLayers(language);
        after.Value.WarnOfLayers(language);
        var done = ImmutableArray.CreateBuilder<RescreenedProposal>(paths.Length);
        var problems = new List<Problem>();
        foreach (var path in paths)
        {
            var one = One(before.Value, after.Value, path);
            problems.AddRange(one.Problems);
            if (one.Succeeded)
            {
                done.Add(one.Value);
            }
        }

        if (problems.Count > 0)
        {
            return Complaints.Tell(around, language, problems);
        }

        var result = new RescreeningResult(before.Value.Pack, after.Value.Pack, ChangedLayers(before.Value, after.Value), done.ToImmutable());
        return Delivery.Give(
            around,
            language,
            output,
            asJson ? RescreeningReport.RenderJson(result) : RescreeningReport.Render(result, language))
            ?? (result.Flips.Any() ? ExitCode.Undetermined : ExitCode.Admitted);
    }

    private static Loaded<RescreenedProposal> One(Workbench before, Workbench after, string path)
    {
        var proposal = ProposalReader.Read(path);
        if (!proposal.Succeeded)
        {
            return Loaded<RescreenedProposal>.Bad(proposal.Problems);
        }

        var (was, @is) = (before.ContextOf(proposal.Value), after.ContextOf(proposal.Value));
        return was.Succeeded && @is.Succeeded
            ? ProposalRescreening.Run(before.Assessor, after.Assessor, proposal.Value, was.Value, @is.Value)
            : Loaded<RescreenedProposal>.Bad([.. was.Problems.Concat(@is.Problems).Distinct()]);
    }

    private static ImmutableArray<string> ChangedLayers(Workbench before, Workbench after)
    {
        var (was, @is) = (before.Locator.Layers.Select(l => (l.Id, l.Sha256)).ToArray(), after.Locator.Layers.Select(l => (l.Id, l.Sha256)).ToArray());
        return [.. was.Except(@is).Concat(@is.Except(was)).Select(l => l.Id).Distinct().Order(StringComparer.Ordinal)];
    }
}
