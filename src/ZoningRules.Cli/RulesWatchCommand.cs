using System.CommandLine;
using ZoningRules.Cli.Watching;
using ZoningRules.Problems;

namespace ZoningRules.Cli;

/// <summary><c>zoning rules watch</c>: reads and tests a rule pack again whenever a file of it is saved.</summary>
internal static class RulesWatchCommand
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Most = TimeSpan.FromMilliseconds(500);

    public static Command Create(Surroundings around)
    {
        var folder = CommonOptions.WithoutOptions(new Argument<string?>("DIR") { Arity = ArgumentArity.ZeroOrOne, Description = "Folder of the rule pack / 规则包文件夹" });
        var poll = new Option<bool>("--poll") { Description = "Look at the files again and again instead of being told by the system; for network drives / 轮询文件" };
        var lang = CommonOptions.Lang();
        var command = new Command("watch", "Read and test a rule pack again whenever a file is saved, and show the first problem; Ctrl-C ends it. / 保存即检查：重新校验并运行用例，显示第一个问题。")
        {
            folder, poll, lang,
        };
        command.SetAction(parsed =>
        {
            var language = CommonOptions.ToLanguage(parsed.GetValue(lang));
            var path = Workbench.PackFolder(around, parsed.GetValue(folder));
            if (!Directory.Exists(path))
            {
                return Complaints.Tell(around, language, RulePacks.RulePackReader.Read(path).Problems);
            }

            Watch(around, path, parsed.GetValue(poll) ? WatchBy.Looking : WatchBy.Telling, language);
            return ExitCode.Admitted;
        });
        return command;
    }

    private static void Watch(Surroundings around, string folder, WatchBy by, Language language)
    {
        var stop = around.Interruption.Listen();
        using var alarm = new FolderAlarm(folder, by);
        var check = new PackCheck(folder, language, Tell);
        var quiet = new Quiet(Pause, Most);
        // What is saved while the pack is read is seen by the next look.
        var seen = FolderSnapshot.Of(folder);
        IReadOnlyList<string> due = [];
        var wanted = true;
        while (!stop.IsCancellationRequested)
        {
            if (wanted || due.Count > 0)
            {
                wanted = false;
                foreach (var file in due)
                {
                    Tell("· " + file);
                }

                check.Run(due, stop);
                Tell(language == Language.Zh ? "等待改动；Ctrl-C 结束" : "waiting for changes; Ctrl-C ends");
            }

            alarm.Wait(quiet.Waits ? Pause : null, stop);
            var now = FolderSnapshot.Of(folder);
            quiet.Take(now.ChangedSince(seen), around.Time.GetUtcNow());
            seen = now;
            due = quiet.Due(around.Time.GetUtcNow());
        }

        void Tell(string line)
        {
            around.Out.WriteLine(line);
            around.Out.Flush();
        }
    }
}
