using System.Collections.Immutable;
using System.CommandLine;
using ZoningRules.Geo;
using ZoningRules.Geo.Importing;
using ZoningRules.Geo.Inspecting;
using ZoningRules.Problems;
using ZoningRules.Reports;
using ZoningRules.RulePacks;

namespace ZoningRules.Cli;

/// <summary><c>zoning layers import</c>: makes a file of features the data of a layer, all or nothing.</summary>
internal static class LayersImportCommand
{
    public static Command Create(Surroundings around)
    {
        var options = new Options();
        var command = new Command(
            "import",
            "Inspect a file of features and make it the data of a layer, all or nothing. / 检查一个要素文件并导入为图层数据，全部成功或一概不动。\n"
            + "Exit code: 0 imported, or usable with --dry-run; 65 refused, the pack is as it was.");
        options.AddTo(command);
        command.SetAction(parsed => Run(around, options, parsed));
        return command;
    }

    private static int Run(Surroundings around, Options options, ParseResult parsed)
    {
        var language = CommonOptions.ToLanguage(parsed.GetValue(options.Lang));
        if (OutputCheck.Refuse(around, language, options.Inputs(parsed), ("--report", parsed.GetValue(options.Report))) is { } refused)
        {
            return refused;
        }

        var folder = Workbench.PackFolder(around, parsed.GetValue(options.Rules));
        var pack = RulePackReader.Read(folder);
        if (!pack.Succeeded)
        {
            return Complaints.Tell(around, language, pack.Problems);
        }

        using var progress = new Progress(around, language, new("导入图层", "importing"));
        var import = LayerImport.Prepare(options.Request(parsed), pack.Value, new StepTeller(progress));
        if (!import.Succeeded)
        {
            progress.Dispose();
            return Complaints.Tell(around, language, [.. Complaints.ByOption(import.Problems)]);
        }

        var inspection = import.Value.Inspection;
        if (Report(around, options, parsed, import.Value, language, progress) is { } failed)
        {
            return failed;
        }

        if (!inspection.IsUsable)
        {
            around.Error.WriteLine(language == Language.Zh ? "未导入：图层有错误，规则包没有改动。" : "not imported: the layer has errors; the pack is as it was.");
            return ExitCode.BadInput;
        }

        if (parsed.GetValue(options.DryRun))
        {
            around.Error.WriteLine(language == Language.Zh ? "试运行：可以导入，规则包没有改动。" : "dry run: it can be imported; the pack is as it was.");
            return ExitCode.Admitted;
        }

        return Install(around, import.Value, pack.Value, language, progress);
    }

    private static int? Report(Surroundings around, Options options, ParseResult parsed, LayerImport import, Language language, Progress progress)
    {
        var inspection = import.Inspection;
        var text = parsed.GetValue(options.Format) == "json" ? LayerReport.RenderJson([inspection], language) : LayerReport.Render(inspection, language);
        progress.Interrupt(() => around.Out.Write(text));
        return parsed.GetValue(options.Report) is { } page
            ? Delivery.Write(around, language, page, LayerReport.RenderHtml([inspection], language, [import.Picture(language)]))
            : null;
    }

    private static int Install(Surroundings around, LayerImport import, RulePack pack, Language language, Progress progress)
    {
        try
        {
            progress.Begin(new("写入并核对规则包", "writing and checking the pack"));
            using var stage = around.Files.Stage(pack.Folder);
            var files = import.WriteInto(stage.Folder);
            if (!files.Succeeded)
            {
                progress.Dispose();
                return Complaints.Tell(around, language, files.Problems);
            }

            var problems = ProblemsOf(stage.Folder, import.Inspection.Layer);
            progress.Dispose();
            if (problems.Length > 0)
            {
                around.Error.WriteLine(language == Language.Zh ? "未导入：导入后的规则包不能使用，规则包没有改动。" : "not imported: the pack could not be used afterwards; it is as it was.");
                return Complaints.Tell(around, language, problems);
            }

            // Only what an import wrote is the program's to remove.
            var own = pack.Layers.First(l => l.Id == import.Inspection.Layer).Data?.Sha256 is not null;
            if (stage.PutInPlace(files.Value.Written, own ? files.Value.Superseded : []) is { } cause)
            {
                return Complaints.Unwritable(around, language, pack.Folder, cause);
            }

            foreach (var file in files.Value.Written)
            {
                around.Error.WriteLine(language == Language.Zh ? $"已写入 {file}" : $"written: {file}");
            }

            foreach (var file in files.Value.Superseded)
            {
                around.Error.WriteLine((language, own) switch
                {
                    (Language.Zh, true) => $"已删除不再使用的 {file}",
                    (Language.Zh, false) => $"{file} 不再被任何图层使用；不需要时可自行删除",
                    (_, true) => $"removed, no longer used: {file}",
                    _ => $"no layer uses {file} any more; remove it when nothing else needs it",
                });
            }

            return ExitCode.Admitted;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            progress.Dispose();
            return Complaints.Unwritable(around, language, pack.Folder, new("磁盘写入失败或没有权限", "the disk refused, or there is no permission"));
        }
    }

    // What would be wrong with the pack; layers that failed before may go on failing.
    private static ImmutableArray<Problem> ProblemsOf(string folder, string layer)
    {
        var pack = RulePackReader.Read(folder);
        if (!pack.Succeeded)
        {
            return pack.Problems;
        }

        var concerned = pack.Value.Layers.Where(l => l.Id == layer || l.PartOf == layer).ToArray();
        return SiteLocator.Load(concerned).Problems;
    }

    /// <summary>The options of the verb.</summary>
    private sealed class Options
    {
        private readonly Argument<string> file = CommonOptions.WithoutOptions(new Argument<string>("FILE") { Description = "File of features, or a folder of files / 要素文件" });
        private readonly Option<string> layer = new("--as") { HelpName = "LAYER", Required = true, Description = "The layer, such as units / 导入为哪个图层" };
        private readonly Option<string[]> map = new("--map")
        {
            HelpName = "FIELD=ROLE,…",
            Description = "Which property is the code, name and category, such as BM=code,MC=name,FL=category; for other layers its new name / 字段对应",
        };

        private readonly Option<string?> sourceLayer = new("--layer") { HelpName = "NAME", Description = "The layer wanted of a file with several / 文件中的图层" };
        private readonly Option<string?> crs = new("--crs") { HelpName = "CRS", Description = "Coordinate system when the file states none / 坐标系" };
        private readonly Option<string?> accuracy = new("--accuracy") { HelpName = "LENGTH", Description = "How far its boundaries may be off, such as \"5 m\" / 界线精度" };
        private readonly Option<string?> title = new("--title") { HelpName = "TEXT", Description = "Title of the source / 资料名称" };
        private readonly Option<string?> publisher = new("--publisher") { HelpName = "TEXT", Description = "Who published it / 发布单位" };
        private readonly Option<string?> date = new("--date") { HelpName = "YYYY-MM-DD", Description = "Date of the source / 资料日期" };
        private readonly Option<string?> coverage = new("--coverage")
        {
            HelpName = "FILE",
            Description = "Polygons inside which the layer is complete; for control units their union when not given / 图层完整的范围",
        };

        private readonly Option<bool> keepCoverage = new("--keep-coverage") { Description = "Keep the coverage that the layer has now / 沿用现有覆盖范围" };
        private readonly Option<string?> gaps = new("--gaps") { HelpName = "FILE|none", Description = "Known holes between control units; those of the layer when not given / 已知空隙" };
        private readonly Option<string?> counties = LayersCommand.Counties();
        private readonly Option<string?> nameField = new("--name-field") { HelpName = "FIELD", Description = "Property that names a feature / 名称字段" };
        private readonly Option<bool> official = new("--official") { Description = "The boundaries are the legal ones / 法定界线" };
        private readonly Option<bool> illustrative = new("--illustrative") { Description = "They are an illustration; the default / 示意，默认" };
        private readonly Option<bool> acceptOverlaps = new("--accept-overlaps") { Description = "Take overlaps above the tolerance, and record it / 接受超过容差的重叠并登记" };

        public Option<string?> Rules { get; } = CommonOptions.Rules();

        public Option<string> Format { get; } = CommonOptions.Format("text", "json");

        public Option<string> Lang { get; } = CommonOptions.Lang();

        public Option<string?> Report { get; } = new("--report") { HelpName = "FILE", Description = "Write the report as an HTML page too / 另写一份 HTML 报告" };

        public Option<bool> DryRun { get; } = new("--dry-run") { Description = "Inspect and report only / 只检查，不导入" };

        public void AddTo(Command command)
        {
            command.Arguments.Add(file);
            Option[] all =
            [
                layer, map, sourceLayer, crs, accuracy, title, publisher, date, coverage, keepCoverage, gaps, counties, nameField, official, illustrative,
                acceptOverlaps, Rules, Report, DryRun, Format, Lang,
            ];
            foreach (var option in all)
            {
                command.Options.Add(option);
            }

            accuracy.Validators.Add(result =>
            {
                if (result.Tokens is [var token] && LocateCommand.ToLength(token.Value) is null)
                {
                    result.AddError($"`{token.Value}` is not a length, such as 5 m / 不是长度");
                }
            });
            date.Validators.Add(result =>
            {
                if (result.Tokens is [var token] && CommonOptions.ToDate(token.Value) is null)
                {
                    result.AddError($"`{token.Value}` is not a date (YYYY-MM-DD) / 不是日期");
                }
            });
            map.Validators.Add(result =>
            {
                foreach (var pair in result.Tokens.SelectMany(t => Pairs(t.Value)).Where(p => p.Length != 2 || p.Any(string.IsNullOrWhiteSpace)))
                {
                    result.AddError($"`{string.Join('=', pair)}` is not FIELD=ROLE / --map 应写成 字段=code");
                }
            });
            command.Validators.Add(result =>
            {
                if (result.GetValue(official) && result.GetValue(illustrative))
                {
                    result.AddError("give --official or --illustrative, not both / --official 与 --illustrative 只能选一个");
                }

                if (result.GetValue(coverage) is not null && result.GetValue(keepCoverage))
                {
                    result.AddError("give --coverage or --keep-coverage, not both / --coverage 与 --keep-coverage 只能选一个");
                }

                foreach (var twice in (result.GetValue(map) ?? []).SelectMany(Pairs).GroupBy(p => p[0], StringComparer.Ordinal).Where(g => g.Count() > 1))
                {
                    result.AddError($"--map names `{twice.Key}` twice / --map 中 `{twice.Key}` 重复");
                }
            });
        }

        /// <summary>The files that the import reads.</summary>
        public IEnumerable<string?> Inputs(ParseResult parsed) => [parsed.GetValue(file), parsed.GetValue(coverage), parsed.GetValue(gaps), parsed.GetValue(counties)];

        public LayerImportRequest Request(ParseResult parsed) => new()
        {
            Path = parsed.GetValue(file)!,
            Layer = parsed.GetValue(layer)!,
            SourceLayer = parsed.GetValue(sourceLayer),
            Crs = parsed.GetValue(crs),
            Fields = (parsed.GetValue(map) ?? []).SelectMany(Pairs).ToImmutableDictionary(p => p[0].Trim(), p => p[1].Trim(), StringComparer.Ordinal),
            NameField = parsed.GetValue(nameField),
            Accuracy = LocateCommand.ToLength(parsed.GetValue(accuracy)),
            Title = parsed.GetValue(title),
            Publisher = parsed.GetValue(publisher),
            Date = CommonOptions.ToDate(parsed.GetValue(date)),
            Standing = parsed.GetValue(official) ? LegalStanding.Official : LegalStanding.Illustrative,
            Coverage = parsed.GetValue(coverage) is { } path ? new RegionChoice.FromFile(path) : parsed.GetValue(keepCoverage) ? new RegionChoice.Unchanged() : null,
            Gaps = parsed.GetValue(gaps) switch { null => null, "none" => new RegionChoice.None(), var holes => new RegionChoice.FromFile(holes) },
            Counties = parsed.GetValue(counties),
            Overlaps = parsed.GetValue(acceptOverlaps) ? OverlapPolicy.Accept : OverlapPolicy.Refuse,
        };

        private static IEnumerable<string[]> Pairs(string text) => text.Split([',', '，'], StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2));
    }
}
