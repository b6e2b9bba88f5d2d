using System.CommandLine;
using ZoningRules.Cases;
using ZoningRules.Problems;
using ZoningRules.RulePacks;

namespace ZoningRules.Cli;

/// <summary><c>zoning rules test</c>: runs the cases of a rule pack, and tells what they leave unproved.</summary>
internal static class RulesTestCommand
{
    public static Command Create(Surroundings around)
    {
        var folder = CommonOptions.WithoutOptions(new Argument<string?>("DIR") { Arity = ArgumentArity.ZeroOrOne, Description = "Folder of the rule pack / 规则包文件夹" });
        var suggest = new Option<bool>("--suggest") { Description = "Write the cases that coverage lacks, as YAML to confirm / 写出缺少的用例" };
        var mutate = new Option<bool>("--mutate") { Description = "Put slips into the rules one at a time and see whether a case notices / 变异测试" };
        var date = CommonOptions.Date();
        var lang = CommonOptions.Lang();
        var output = CommonOptions.Output();
        var command = new Command("test", "Run the cases of a rule pack; tell what is not covered. Exit code 0 when all hold, else 65. / 运行规则包的用例并报告覆盖情况。")
        {
            folder, suggest, mutate, date, lang, output,
        };
        command.SetAction(parsed =>
        {
            var language = CommonOptions.ToLanguage(parsed.GetValue(lang));
            var path = Workbench.PackFolder(around, parsed.GetValue(folder));
            var pack = RulePackReader.Read(path);
            if (!pack.Succeeded)
            {
                return Complaints.Tell(around, language, pack.Problems);
            }

            var cases = CaseReader.Read(path, pack.Value);
            if (!cases.Succeeded)
            {
                return Complaints.Tell(around, language, cases.Problems);
            }

            // Nothing is written before the end, so stopping leaves nothing half done.
            var stop = around.Interruption.Listen();
            string text;
            CaseSuiteReport report;
            try
            {
                report = CaseSuite.Run(pack.Value, cases.Value, stop);
                report = report with { Coverage = CoverageProof.Of(pack.Value, report.Coverage, stop) };
                text = CaseSuiteText.Render(report, language);

                // A slip tells nothing about cases that fail without it.
                if (parsed.GetValue(mutate) && report.Holds)
                {
                    text += Mutated(around, language, pack.Value, cases.Value, stop);
                }
                else if (parsed.GetValue(mutate))
                {
                    text += language == Language.Zh ? "用例不全部成立，未做变异测试。\n" : "Not every case holds: no slip was tried.\n";
                }
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                around.Error.WriteLine(language == Language.Zh ? "已中止，没有写出任何结果。" : "Stopped; nothing was written.");
                return ExitCode.Interrupted;
            }

            if (parsed.GetValue(suggest))
            {
                text += CaseSuiteText.Render(MissingCases.Suggest(pack.Value, report.Coverage, CommonOptions.ToDate(parsed.GetValue(date)) ?? around.TodayInChina()), language);
            }

            if (report.Results.IsEmpty)
            {
                text += language == Language.Zh ? "没有用例，什么也没有证明。\n" : "There is no case: nothing is proved.\n";
            }

            return Delivery.Give(around, language, parsed.GetValue(output), text) ?? (report.Holds ? ExitCode.Admitted : ExitCode.BadInput);
        });
        return command;
    }

    private static string Mutated(Surroundings around, Language language, RulePack pack, IReadOnlyList<RuleCase> cases, CancellationToken stop)
    {
        using var progress = new Progress(around, language, new("变异测试", "trying slips"));
        return CaseSuiteText.Render(PackMutation.Run(pack, cases, new Counter(progress), stop), language);
    }

    private sealed class Counter(Progress progress) : IProgress<(int Done, int Of)>
    {
        private int begun;

        public void Report((int Done, int Of) value)
        {
            if (Interlocked.Exchange(ref begun, 1) == 0)
            {
                progress.Begin(new("变异测试", "trying slips"), value.Of);
            }

            progress.Add();
        }
    }
}
