using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using ZoningRules.Cli.Batch;
using ZoningRules.Problems;

namespace ZoningRules.Cli;

/// <summary><c>zoning batch merge-summaries</c>: adds up the summaries of the shards of one batch.</summary>
internal static class BatchMergeCommand
{
    public static Command Create(Surroundings around)
    {
        var files = CommonOptions.WithoutOptions(new Argument<string[]>("SUMMARY")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = "JSON summaries of the shards / 各分片的 JSON 汇总",
        });
        var output = new Option<string?>("--output", "-o") { HelpName = "FILE", Description = "Summary as .json, .md or .html; default: JSON on standard output / 汇总文件" };
        BatchCommand.Ending(output, ".json", ".md", ".html");
        var lang = CommonOptions.Lang();
        var command = new Command("merge-summaries", "Add up the summaries of the shards of one batch. / 合并各分片的汇总。") { files, output, lang };
        command.SetAction(parsed => Run(around, parsed.GetValue(files)!, parsed.GetValue(output), CommonOptions.ToLanguage(parsed.GetValue(lang))));
        return command;
    }

    private static int Run(Surroundings around, string[] files, string? output, Language language)
    {
        if (OutputCheck.Refuse(around, language, files, ("--output", output)) is { } refused)
        {
            return refused;
        }

        var problems = new List<Problem>();
        var tally = new Tally();
        var shards = new SortedDictionary<int, string>();
        Summary? first = null;
        var of = 0;
        foreach (var file in files)
        {
            if (Read(file, problems) is not { } summary)
            {
                continue;
            }

            first ??= summary;
            if (summary.Fingerprint != first.Fingerprint)
            {
                problems.Add(Problem.Of(ProblemCode.BadSummary, new(file), file, "它来自另一次批量审查", "it comes from another batch"));
                continue;
            }

            foreach (var shard in summary.Shards.Select(s => Shard.Read(s)!.Value))
            {
                of = of == 0 ? shard.Count : of;
                if (shard.Count != of)
                {
                    problems.Add(Problem.Of(ProblemCode.BadSummary, new(file), file, $"分片数 {shard.Count} 与 {of} 不同", $"it has {shard.Count} shards, not {of}"));
                }
                else if (!shards.TryAdd(shard.Number, shard.ToString()))
                {
                    problems.Add(Problem.Of(ProblemCode.BadSummary, new(file), file, $"分片 {shard} 已计入", $"the shard {shard} was counted before"));
                }
            }

            tally.Add(summary.Tally);
        }

        if (problems.Count > 0)
        {
            return Complaints.Tell(around, language, problems);
        }

        var merged = new Summary(tally, shards.Count == of ? ["1/1"] : [.. shards.Values], first!.Fingerprint, first.Run);
        if (shards.Count < of)
        {
            var missing = string.Join(", ", Enumerable.Range(1, of).Where(n => !shards.ContainsKey(n)).Take(20).Select(n => string.Create(CultureInfo.InvariantCulture, $"{n}/{of}")));
            around.Error.WriteLine(language == Language.Zh ? $"警告：缺少分片 {missing}" : $"warning: these shards are missing: {missing}");
        }

        var text = output is null ? SummaryJson.Render(merged) : BatchRun.Render(merged, output, language);
        return Delivery.Give(around, language, output, text) ?? ExitCode.Admitted;
    }

    private static Summary? Read(string file, List<Problem> problems)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            if (SummaryJson.Read(document.RootElement) is { } summary && summary.Shards.All(s => Shard.Read(s) is not null))
            {
                return summary;
            }
        }
        catch (JsonException)
        {
            // Told below.
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            problems.Add(ReadFailure.Of(e, file, file));
            return null;
        }

        problems.Add(Problem.Of(ProblemCode.BadSummary, new(file), file, "它不是批量审查的 JSON 汇总，或已被改动", "it is no JSON summary of a batch, or it was changed"));
        return null;
    }
}
