using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using ZoningRules.Cli.Batch;

namespace ZoningRules.Cli;

/// <summary><c>zoning batch</c>: screens the rows of a table or file, one result line each.</summary>
internal static class BatchCommand
{
    private const int MostWorkers = 256;

    public static Command Create(Surroundings around)
    {
        // A single hyphen is standard input.
        var input = CommonOptions.WithoutOptions(new Argument<string>("INPUT")
        {
            Description = "NDJSON, CSV, XLSX, GeoJSON FeatureCollection or GeoPackage; - reads standard input / 待审查的表或文件",
        });
        var rules = CommonOptions.RulesOfSeveral();
        var date = CommonOptions.Date();
        var ledgers = CommonOptions.Ledgers();
        var output = new Option<string?>("--output", "-o") { HelpName = "FILE", Description = "Results as .ndjson or .csv; default: NDJSON on standard output / 结果文件" };
        Ending(output, ".ndjson", ".jsonl", ".json", ".csv");
        var summary = new Option<string?>("--summary") { HelpName = "FILE", Description = "Summary as .json, .md or .html / 汇总文件" };
        Ending(summary, ".json", ".md", ".html");
        var resume = new Option<bool>("--resume") { Description = "Take up an interrupted run of the same batch / 接续中断的批量审查" };
        var workers = new Option<int>("--workers")
        {
            HelpName = "N",
            Description = "Threads that assess; default: one a core / 工作线程数",
            DefaultValueFactory = _ => Math.Min(Environment.ProcessorCount, MostWorkers),
        };
        workers.Validators.Add(result =>
        {
            if (result.Tokens is [var token]
                && !(int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is >= 1 and <= MostWorkers))
            {
                result.AddError($"--workers: `{token.Value}` is not a number from 1 to {MostWorkers} / 应为 1 到 {MostWorkers} 的整数");
            }
        });
        var lang = CommonOptions.Lang();
        var crs = new Option<string?>("--crs") { HelpName = "CRS", Description = "Coordinate reference system of rows that state none / 未注明坐标系的行所用坐标系" };
        var fields = new Option<string[]>("--fields")
        {
            HelpName = "HEADING=NAME,…",
            Description = "What columns mean, such as 经度=longitude; HEADING=- leaves one out / 表头与名称的对应",
            AllowMultipleArgumentsPerToken = false,
        };
        var layer = new Option<string?>("--layer") { HelpName = "NAME", Description = "Which layer or sheet of a file with several / 图层或工作表" };
        var detail = new Option<string>("--detail") { Description = "How much a result line says / 结果详细程度", DefaultValueFactory = _ => "verdict" };
        detail.AcceptOnlyFromAmong("verdict", "findings", "full");
        var shard = new Option<string?>("--shard") { HelpName = "K/N", Description = "Only the K-th of N contiguous parts of the rows / 只审查第 K 份（共 N 份）" };
        shard.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && Shard.Read(token.Value) is null)
            {
                result.AddError($"--shard: `{token.Value}` is not a part such as 3/16 / 应写作 3/16");
            }
        });
        var command = new Command(
            "batch",
            "Screen many proposals: one result line for each row, in order, and a summary. / 批量审查：每行一个结果，另附汇总。\n"
            + "Exit code: 0 every row assessed, 65 some rows were bad (their result lines say why), 64 usage, 70 defect, 130 interrupted.")
        {
            input, rules, date, ledgers, output, summary, resume, workers, lang, crs, fields, layer, detail, shard, BatchMergeCommand.Create(around),
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(resume) && result.GetValue(output) is null)
            {
                result.AddError("--resume needs --output / --resume 须与 --output 同用");
            }

            if (result.GetValue(shard) is not null && result.GetValue(input) == "-")
            {
                result.AddError("--shard needs a file, for its rows are counted first / --shard 须先数行，不能用于标准输入");
            }
        });
        command.SetAction(parsed => BatchRun.Run(around, new()
        {
            Input = parsed.GetValue(input)!,
            Rules = parsed.GetValue(rules) ?? [],
            Date = CommonOptions.ToDate(parsed.GetValue(date)),
            Ledgers = parsed.GetValue(ledgers),
            Output = parsed.GetValue(output),
            Summary = parsed.GetValue(summary),
            Resume = parsed.GetValue(resume),
            Workers = parsed.GetValue(workers),
            Language = CommonOptions.ToLanguage(parsed.GetValue(lang)),
            Crs = parsed.GetValue(crs),
            Layer = parsed.GetValue(layer),
            Fields = parsed.GetValue(fields) ?? [],
            Detail = ToDetail(parsed.GetValue(detail)),
            Shard = parsed.GetValue(shard) is { } part ? Shard.Read(part)!.Value : Shard.Whole,
        }));
        return command;
    }

    /// <summary>Accepts files of these endings only.</summary>
    public static void Ending(Option<string?> option, params string[] endings) => option.Validators.Add(result =>
    {
        if (result.Tokens is [var token] && !endings.Contains(Path.GetExtension(token.Value), StringComparer.OrdinalIgnoreCase))
        {
            result.AddError($"{option.Name}: `{token.Value}` must end in {string.Join(", ", endings)} / 文件名须以其中之一结尾");
        }
    });

    private static Detail ToDetail(string? word) => word switch
    {
        "verdict" => Detail.Verdict,
        "findings" => Detail.Findings,
        "full" => Detail.Full,
        _ => throw new UnreachableException(),
    };
}
