using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace ZoningRules.Problems;

/// <summary>Makes sentences from problems: what is wrong, and what to do.</summary>
public static class Wording
{
    /// <summary>What is wrong: one line, no full stop.</summary>
    public static string Message(Problem problem, Language language) => Fill(Template(problem.Code, language).Message, problem, language);

    /// <summary>What to do about it: one line, no full stop.</summary>
    public static string Help(Problem problem, Language language) => Fill(Template(problem.Code, language).Help, problem, language);

    /// <summary>
    /// The whole report of one problem: place, id, message, the line with a caret, the sentence of law and the help; several lines without a final line break.
    /// </summary>
    public static string Full(Problem problem, Language language)
    {
        var text = new StringBuilder();
        if (problem.Place is { } place)
        {
            text.Append(CultureInfo.InvariantCulture, $"{place}: ");
        }

        text.Append(CultureInfo.InvariantCulture, $"{problem.Id} {Message(problem, language)}");
        if (problem.Place is { LineText: { } line, Line: > 0 } shown)
        {
            var number = shown.Line.ToString(CultureInfo.InvariantCulture);
            text.AppendLine().Append(CultureInfo.InvariantCulture, $"  {number} | {line}");
            if (shown.Column > 0)
            {
                text.AppendLine()
                    .Append(' ', number.Length + 2).Append(" | ")
                    .Append(Padding(line, shown.Column - 1))
                    .Append('^', Math.Max(1, shown.Length));
            }
        }

        if (problem.Law is { } law)
        {
            text.AppendLine().Append(language == Language.Zh ? "  法条：" : "  law: ").Append(law);
        }

        var help = Help(problem, language);
        if (help.Length > 0)
        {
            text.AppendLine().Append(language == Language.Zh ? "  处理：" : "  help: ").Append(help);
        }

        return text.ToString();
    }

    // Wide characters take two columns in a terminal; the padding under them must too.
    private static string Padding(string line, int characters)
    {
        var padding = new StringBuilder();
        foreach (var c in line.AsSpan(0, Math.Min(characters, line.Length)))
        {
            padding.Append(c == '\t' ? "\t" : c >= 0x1100 ? "  " : " ");
        }

        return padding.ToString();
    }

    // {0} is an argument, {?0} one that suggests names: the nearest in back quotes, or a list, or nothing.
    private static string Fill(string template, Problem problem, Language language)
    {
        var text = new StringBuilder(template.Length);
        var at = 0;
        while (template.IndexOf('{', at) is >= 0 and var open)
        {
            text.Append(template, at, open - at);
            var close = template.IndexOf('}', open);
            var suggests = template[open + 1] == '?';
            var index = int.Parse(template.AsSpan()[(open + (suggests ? 2 : 1))..close], NumberStyles.None, CultureInfo.InvariantCulture);
            var argument = index < problem.Arguments.Length ? problem.Arguments[index] : string.Empty;
            text.Append(suggests ? Suggestion(argument, language) : argument);
            at = close + 1;
        }

        return text.Append(template, at, template.Length - at).ToString();
    }

    private static string Suggestion(string names, Language language) => (names, language) switch
    {
        ({ Length: 0 }, Language.Zh) => "核对名称",
        ({ Length: 0 }, _) => "check the name",
        (['`', ..], Language.Zh) => $"是不是 {names}？",
        (['`', ..], _) => $"did you mean {names}?",
        (_, Language.Zh) => $"可用：{names}",
        _ => $"known: {names}",
    };

    private static (string Message, string Help) Template(ProblemCode code, Language language) =>
        language == Language.Zh ? Chinese(code) : English(code);

    private static (string Message, string Help) Chinese(ProblemCode code) => code switch
    {
        ProblemCode.FileNotFound => ("文件 `{0}` 不存在", "检查路径是否正确"),
        ProblemCode.FileUnreadable => ("文件 `{0}` 无法读取：{1}", "检查路径和权限，或另存后重试"),
        ProblemCode.FileTooLarge => ("文件 `{0}` 大小为 {1}，超过上限 {2}", "只保留本项目所需的内容"),
        ProblemCode.NotText => ("文件 `{0}` 不是 UTF-8 文本", "用文本编辑器另存为 UTF-8"),
        ProblemCode.UnknownFileType => ("不认识文件类型 `{0}`", "可用的扩展名：{1}"),
        ProblemCode.FolderNotFound => ("文件夹 `{0}` 不存在", "检查路径是否正确"),
        ProblemCode.FileUnexpected => ("规则包中此处不应有文件 `{0}`", "移到 docs/rule-language.md 第 1 节所列的文件夹"),
        ProblemCode.Syntax => ("文件格式有误：{0}", "修正此处的标点、缩进或引号"),
        ProblemCode.YamlFeature => ("规则文件不允许使用 {0}", "写成普通的映射、列表或文本"),
        ProblemCode.DuplicateMember => ("`{0}` 重复出现", "删去其中一个"),
        ProblemCode.UnknownMember => ("此处没有 `{0}` 这一项", "{?1}"),
        ProblemCode.MissingMember => ("缺少 `{0}`", "补上这一项"),
        ProblemCode.WrongShape => ("`{0}` 应为{1}", "按要求的形式填写"),
        ProblemCode.EmptyValue => ("`{0}` 为空", "填写内容，或删去这一项"),
        ProblemCode.NotAChoice => ("`{0}` 不能是 `{1}`", "可用的值：{2}"),
        ProblemCode.WrongSchema => ("文件首项 schema 为 `{0}`，应为 `{1}`", "写上 `schema: {1}`"),
        ProblemCode.BadDate => ("`{0}` 的日期 `{1}` 不存在或写法有误", "写成 YYYY-MM-DD，例如 2026-11-22"),
        ProblemCode.BadNumber => ("`{0}` 的数值 `{1}` 写法有误", "写成普通小数，例如 0.82"),
        ProblemCode.BadMeasure => ("`{0}` 的 `{1}` 不是“数值 计量单位”", "数字与单位之间空一格；可用的单位：{2}"),
        ProblemCode.WrongDimension => ("`{0}` 的 `{1}` 单位不符，应可换算为 {2}", "改用可换算为 {2} 的单位"),
        ProblemCode.OutOfRange => ("`{0}` 的 `{1}` 超出允许范围 {2}", "检查数值与单位"),
        ProblemCode.BadId => ("标识 `{0}` 含有不允许的字符", "只用字母、数字、连字符和点"),
        ProblemCode.DuplicateId => ("标识 `{0}` 重复", "另一处在 {1}；改名或删去"),
        ProblemCode.UnknownAttribute => ("没有属性 `{0}`", "{?1}"),
        ProblemCode.ReservedAttribute => ("属性 `{0}` 由程序自动产生，不能声明", "删去这个声明"),
        ProblemCode.UnknownName => ("没有{0} `{2}`", "{?3}"),
        ProblemCode.UnknownCode => ("`{1}` 中没有代码 `{0}`", "核对代码表"),
        ProblemCode.BadLeaf => ("条件 `{0}` 无法识别", "可用的写法：{1}"),
        ProblemCode.LeafType => ("条件 `{0}`：{1}", "按属性的类型改写条件"),
        ProblemCode.ConversionCycle => ("计量单位 `{0}` 的换算成环", "让其中一个成为基本单位"),
        ProblemCode.BadCodeRow => ("代码表此行有误：{0}", "修正此行"),
        ProblemCode.TextHash => ("文书 `{0}` 的存档文本与登记的 sha256 不符", "登记值 {1}，实际 {2}；确认文本未被改动"),
        ProblemCode.QuoteNotInText => ("引文“{0}”不在文书 `{1}` 的存档文本中", "逐字照录原文"),
        ProblemCode.SpanNotInQuote => ("规范 `{1}` 的 span“{0}”不在本条引文中", "逐字照录引文中的一段"),
        ProblemCode.QuoteNotCovered => ("`{1}` 引文中的“{0}”没有对应的规范", "加一条规范，或写入 remainder 并说明理由"),
        ProblemCode.UnitCode => ("单元编码 `{0}`：{1}", "核对编码与类别"),
        ProblemCode.Overlap => ("`{0}` 的两个版本在 {1} 重叠", "让前一版本在后一版本开始之日结束"),
        ProblemCode.EmptyPeriod => ("`{0}` 的结束日期不晚于开始日期", "核对日期；开始日计入，结束日不计入"),
        ProblemCode.EffectMembers => ("规范 `{0}`：{1}", "见 docs/rule-language.md 第 9 节"),
        ProblemCode.Empty => ("规则包没有任何 {0}", "补上"),
        ProblemCode.Relaxation => ("`{0}` 放宽了上位文书的 `{1}`，但没有授权依据", "写上 authorised-by"),
        ProblemCode.ExceptionCycle => ("例外关系成环：{0}", "去掉其中一个 exception-to"),
        ProblemCode.PartCycle => ("图层 `{0}` 的 of 成环", "of 只能指向有数据的图层"),
        ProblemCode.MissingCrs => ("没有说明坐标系", "在 site 下写 crs，例如 {0}"),
        ProblemCode.UnknownCrs => ("不支持坐标系 `{0}`", "可用：{1}"),
        ProblemCode.NoSite => ("site 既没有图形也没有乡镇名", "给出 geometry、point、wkt 或 coordinates；没有图形时给出 site.town"),
        ProblemCode.SeveralSites => ("site 同时给出了 {0}", "只保留一个"),
        ProblemCode.OfficerAttribute => ("`{0}` 只能由审批人员决定，不能作为申报内容", "写在 decisions 下，并写明 by、date、reason"),
        ProblemCode.NotADecision => ("`{0}` 不是由审批人员决定的事项", "写在 attributes 下"),
        ProblemCode.UnknownTown => ("没有乡镇（街道） `{0}`", "{?1}"),
        ProblemCode.TownCounty => ("`{0}` 不在 `{1}`", "它在 {2}；核对后改正"),
        ProblemCode.AttributeOrder => ("`{0}` 的范围 `{1}` 上下限颠倒", "小的在前"),
        ProblemCode.LedgerUnknown => ("没有规范使用台账 `{0}`", "可用的台账：{1}"),
        ProblemCode.LedgerDate => ("台账 `{0}` 的截止日期 {1} 晚于法律时点 {2}", "使用法律时点以前的台账"),
        ProblemCode.BadGeometry => ("图形无法读取：{0}", "核对图形文件的格式"),
        ProblemCode.EmptyGeometry => ("图形为空", "给出至少一个点"),
        ProblemCode.InvalidGeometry => ("图形无效：{0}，位于 {2}", "改正该处的边界后重试；或写 repair: yes，由程序修复并记录改动"),
        ProblemCode.OutsideCrs => ("坐标 {0} 超出 {1} 的范围", "{2}"),
        ProblemCode.SwappedAxes => ("坐标 {0} 像是横纵坐标写反了（{1}）", "经纬度写“经度, 纬度”；高斯坐标写“X（北）, Y（东）”"),
        ProblemCode.ZonePrefix => ("坐标 {0} 的带号与 {1} 不符", "可能是 {2}；核对后改写 crs"),
        ProblemCode.OutsidePack => ("场址 {0} 不在本规则包的地域范围内{1}", "核对坐标系与坐标；其他城市请用该市的规则包"),
        ProblemCode.TooManyPoints => ("图形有 {0} 个点，超过上限 {1}", "简化图形"),
        ProblemCode.MixedGeometry => ("图形混合了面、线、点", "只留场址的图形，删去标注点、辅助线等；确有几处场址时分开提交"),
        ProblemCode.LayerNotImportable => ("图层 `{0}` 不能导入数据：{1}", "用 zoning layers list 查看可用的图层"),
        ProblemCode.FieldMissing => ("文件中没有{0}字段；已有字段：{2}", "用 `--map 字段={3}` 指明，或核对是否选对了文件和图层"),
        ProblemCode.FieldAmbiguous => ("{0}字段有多个候选：{2}", "用 --map {3} 指明其中一个"),
        ProblemCode.LayerDetailMissing => ("没有说明图层的 {0}", "补上这些选项；它们写入图层登记，出现在每份报告中"),
        ProblemCode.LayerEntryForm => ("图层 `{0}` 的登记不是逐行书写，程序不改写", "把该图层改为每个成员一行，再导入"),
        ProblemCode.FeatureUnusable => ("{0}：{2}", "改正该处后重新导出；程序不自动修补"),
        ProblemCode.UnitFieldUnreadable => ("{0}：{2}", "编码应为 ZH 加 11 位数字，第 9 位为 1、2 或 3；核对字段对应"),
        ProblemCode.UnitCategoryConflict => ("单元 {0}：编码表示{1}，类别字段为{3}", "核对编码与类别，改正其一"),
        ProblemCode.UnitRepeated => ("单元编码 {0} 重复：{1}", "同一编码的要素必须同名同类；删去重复的要素"),
        ProblemCode.UnitInSeveralFeatures => ("单元 {0} 由 {1} 个要素组成", "如属正常无须处理；它们合并为一个单元"),
        ProblemCode.UnitOverlap => ("单元重叠：{0}，{1}，平均宽 {3}，位于 {4}", "在该处改正界线；确属有意的用 --accept-overlaps 登记"),
        ProblemCode.UnitGap => ("{5}：{1}，平均宽 {3}，位于 {4}，相邻单元：{0}", "核对该处是否漏划；确属不划的写入 gaps 文件并说明理由"),
        ProblemCode.ThinPart => ("{0} 有细窄部分：{1}，平均宽 {3}，位于 {4}", "核对是否为制图残余"),
        ProblemCode.UnitCounty => ("单元 {0} 的编码属于{1}，图形位于{2}（{3}）", "核对编码前六位与图形"),
        ProblemCode.UnitUnlisted => ("单元 {0} {1} 不在法定单元名单中", "核对编码；{?2}"),
        ProblemCode.UnitMissing => ("法定单元 {0} {1} 在图层中没有图形", "核对是否漏绘或编码有误"),
        ProblemCode.UnitNameDiffers => ("单元 {0} 的名称为“{1}”，法定名称为“{2}”{3}", "以法定名单为准，改正图层"),
        ProblemCode.ShareDiffers => ("{0}{2}：图层 {4}，公布 {5}，相差 {6}", "核对界线；公布值来自规则包的 area-shares"),
        ProblemCode.CoverageMismatch => ("{0}", "核对 --coverage 所给的范围与图层是否一致"),
        ProblemCode.PartEmpty => ("图层的组成部分 `{0}` 没有要素：{1}", "用 --map 字段=… 指明所需字段，或核对字段取值"),
        ProblemCode.BadLayer => ("图层 `{0}` 无法使用：{1}", "修正图层文件；在此之前依赖它的条款一律待定"),
        ProblemCode.CrsConflict => ("图形自带坐标系 {0}，与申报的 {1} 不一致", "核对后保留一个"),
        ProblemCode.SeveralLayers => ("`{0}` 中有多个图层：{1}", "用 site.layer（命令行 --layer）写明场址在哪个图层"),
        ProblemCode.UnknownLayer => ("`{0}` 中没有图层 `{1}`", "现有图层：{2}"),
        ProblemCode.AxisContradiction => ("{0}互相矛盾：一个说{2}，另一个说{4}", "核对坐标与表头，改正其一"),
        ProblemCode.AmbiguousTable => (
            "`{0}` 的 {1} 行是一条边界的拐点，还是 {1} 个地点，无法判断", "是边界：加“点号”或“圈号”列，或在末行重复第一个点；是地点：一行一个项目，用 zoning batch"),
        ProblemCode.BoundaryHeader => ("界址点文件的说明与坐标不一致：{0}", "请测绘单位核对 [属性描述] 与坐标后重新出具"),
        ProblemCode.DatumShiftMissing => ("坐标系 {0}（{1}）没有公开的转换参数，不能直接换算到 CGCS2000",
            "向当地自然资源主管部门或测绘单位索取 CGCS2000 坐标，或本地的七参数（dx、dy、dz、rx、ry、rz、scale，旋转的符号约定，适用范围与精度），写入 site.datum-shift"),
        ProblemCode.DatumShiftNotUsed => ("坐标系 {0} 不需要转换参数", "删去 datum-shift；若坐标实为西安 1980 或北京 1954，改写 crs"),
        ProblemCode.DatumShiftIncomplete => ("转换参数不是三参数也不是七参数：缺少 {0}", "只写 dx、dy、dz，或写全 dx、dy、dz、rx、ry、rz、scale 和 rotation"),
        ProblemCode.WidthWithoutLine => ("给出了 width，但图形不是线", "width 是线状工程走廊的总宽；面或点请删去 width"),
        ProblemCode.NotRepairable => ("边界无法修复：{0}", "改正边界后重试"),
        ProblemCode.ParcelNotArea => ("宗地（parcel）不是面", "给出宗地的边界；没有则删去 parcel"),
        ProblemCode.OtherCrsConfirmed => ("审批人员确认的坐标系 {0} 与场址的 {1} 不一致", "核对后改写 crs 或该认定"),
        ProblemCode.NoRasteriser => ("本机没有把 SVG 转成 PNG 的程序（找过 {0}）", "安装其中之一（Debian/Ubuntu：apt install librsvg2-bin），或把地图写成 .svg"),
        ProblemCode.RasteriserFailed => ("程序 {0} 没有生成 PNG：{1}", "把地图写成 .svg，或修复该程序"),
        ProblemCode.NothingToDraw => ("申报材料没有场址图形，无法绘图", "在 site 下给出 geometry、point、wkt 或 coordinates"),
        ProblemCode.NotMappable => ("规范 `{0}` 比较到两个图层的距离，无法绘制选址图", "用 zoning check 逐个场址审查，或用 --candidates 比较候选场址"),
        ProblemCode.NoUnitsToSearch => ("没有可用的管控单元图层，没有可查找的范围", "先修复规则包中的管控单元图层；专项规划没有管控单元，换用划定管控单元的规则包"),
        ProblemCode.WithinNoArea => ("查找范围不是面", "给出多边形"),
        ProblemCode.WithinElsewhere => ("查找范围与管控单元覆盖的区域没有公共部分", "核对坐标系与坐标"),
        ProblemCode.CandidateCount => ("候选场址有 {0} 个", "须有 1 至 {1} 个要素"),
        ProblemCode.CandidateEmpty => ("第 {0} 个候选场址没有图形", "补上图形，或删去该要素"),
        ProblemCode.CandidateBad => ("候选场址“{0}”无法使用：{1}", "修正该场址的图形或坐标系"),
        ProblemCode.RowTooLong => ("这一行超过 {0}", "拆成几行，或用 `zoning check` 单独审查"),
        ProblemCode.UnknownColumn => ("不认识列 `{0}`", "列名写 {1} 这样的名称，或用 `--fields 表头=名称` 说明，不用的列用 `--fields 表头=-` 略去"),
        ProblemCode.MissingColumn => ("表中缺少列 {0}", "补上该列，或用 `--fields 表头=名称` 说明哪一列是它"),
        ProblemCode.TooManyCells => ("这一行有 {0} 格，表头只有 {1} 列", "检查分隔符和引号"),
        ProblemCode.BrokenQuotes => ("引号没有正确结束", "含分隔符、引号或换行的格用双引号括起，格内的引号写两个"),
        ProblemCode.ItemLeftOut => ("缺少 `{0}`，却有 `{1}`", "各项从 1 起连续编号"),
        ProblemCode.NoRows => ("`{0}` 中没有任何一行", "检查文件内容"),
        ProblemCode.LateCrs => ("crs 写在 features 之后，前面的要素已无法按它读取", "把 crs 移到 features 之前，或用 `--crs` 指定"),
        ProblemCode.UnknownInput => ("无法读取 `{0}`：{1}", "可读取 NDJSON、CSV、XLSX、GeoJSON 要素集合和 GeoPackage"),
        ProblemCode.CannotResume => ("无法接续 `{0}`：{1}", "用与上次完全相同的输入和选项，或删除该文件后重新开始"),
        ProblemCode.BadFieldMapping => ("`--fields` 中的 `{0}` 无法读取：{1}", "写作 `表头=名称`，名称可带量纲，如 `取水量=water.annual-withdrawal [m3/a]`；不用的列写 `表头=-`"),
        ProblemCode.RestUnreadable => ("从这里起无法继续读取，其后的内容没有审查", "改正此处的语法后重新运行"),
        ProblemCode.DuplicateColumn => ("列 `{1}` 和 `{2}` 都表示 `{0}`", "只保留一列，另一列用 `--fields 表头=-` 略去"),
        ProblemCode.BadSummary => ("`{0}` 无法合并：{1}", "给出同一次批量审查各分片的 JSON 汇总"),
        ProblemCode.UnfinishedBatch => ("存在未完成的批量审查 `{0}`", "加 `--resume` 接续，或删除它后重新开始"),
        ProblemCode.TableColumn => ("表的列 `{0}`：{1}", "键列写 `kind: key, of: 选项属性`，界限列写 `kind: limit, of: [数值属性, …], holds: \">=\"`，文字列写 `kind: words`；各列都有 title"),
        ProblemCode.TableCell => ("表的行 `{0}`：{1}", "照引文改正这一格；引文须是该行的原文"),
        ProblemCode.TableRowsOverlap => ("表的行 `{0}` 与 `{1}`（{2}）说的是同一情形", "删去一行，或用另一列的取值把两行分开"),
        ProblemCode.TablePlaceholder => ("表中没有列 {0}", "花括号里写列名之一：{1}"),
        ProblemCode.TableOtherwise => ("表 `{0}` 的 otherwise：{1}", "写一条规范（span、gist、effect、when）；只附义务的表可以写 nothing 并说明"),
        ProblemCode.FigureNotInQuote => ("公布数字 `{0}` 的引文中没有 {1}", "照录含有该数字的原文"),
        ProblemCode.FigureCheckMembers => ("数字核对 `{0}`：{1}", "写 sum、product 或 share（另加 whole），以及 is 和 figure"),
        ProblemCode.UnitsNotExpected => ("manifest.yaml 写明 `control-units: none`，这里却有 `{0}`", "删去它，或从 manifest.yaml 删去 `control-units: none`"),
        ProblemCode.PackRepeated => ("规则包 `{0}` 给了两次：{1} 和 {2}", "每个规则包只给一次；比较同一规则包的两个版本用 `zoning rules diff`"),
        ProblemCode.AttributeDiffers => (
            "规则包 `{1}` 与 `{2}` 对 `{0}` 的定义不同：{3}", "两处写成一致，或在其中一处改名；否则不能一并审查"),
        ProblemCode.MeasureDiffers => ("规则包 `{1}` 与 `{2}` 对计量单位 `{0}` 的定义不同", "两处写成一致，或在其中一处改名"),
        ProblemCode.LedgerDiffers => ("规则包 `{1}` 与 `{2}` 的台账 `{0}` 记的不是同一种量", "在其中一处给台账改名"),
        ProblemCode.CrsOptionMissing => ("文件没有说明坐标系", "用 `--crs` 指定，例如 `--crs EPSG:4490`；不知道时向提供文件的单位查询，不要猜。可用：{0}"),
        ProblemCode.OutputIsInput => ("`{1}` 指定的 `{0}` 是本次读取的文件，写入会毁掉它", "换一个文件名"),
        ProblemCode.SameOutputs => ("{1} 都写入 `{0}`", "各用一个文件名"),
        ProblemCode.LayerEmpty => ("文件中没有任何要素", "核对是否选对了文件和图层，或导出时是否只选中了一部分"),
        ProblemCode.HalfPosition => ("`{1}` 有值，`{0}` 是空的", "补上坐标；位置不明时两格都留空"),
        ProblemCode.NotAList => ("`{0}` 是{1}，不是项目清单", "{3}"),
        _ => throw new UnreachableException($"no wording for {code}"),
    };

    private static (string Message, string Help) English(ProblemCode code) => code switch
    {
        ProblemCode.FileNotFound => ("file `{0}` does not exist", "check the path"),
        ProblemCode.FileUnreadable => ("file `{0}` cannot be read: {2}", "check its path and permissions, or save it again"),
        ProblemCode.FileTooLarge => ("file `{0}` has {1}, more than the limit of {2}", "keep only what this project needs"),
        ProblemCode.NotText => ("file `{0}` is not UTF-8 text", "save it as UTF-8 in a text editor"),
        ProblemCode.UnknownFileType => ("unknown kind of file `{0}`", "accepted endings: {1}"),
        ProblemCode.FolderNotFound => ("folder `{0}` does not exist", "check the path"),
        ProblemCode.FileUnexpected => ("file `{0}` has no place in a rule pack", "move it to a folder listed in docs/rule-language.md, section 1"),
        ProblemCode.Syntax => ("the file is malformed: {0}", "mend the punctuation, indentation or quotes here"),
        ProblemCode.YamlFeature => ("{0} is not allowed here", "write plain mappings, lists and texts"),
        ProblemCode.DuplicateMember => ("`{0}` occurs twice", "remove one of them"),
        ProblemCode.UnknownMember => ("unknown member `{0}`", "{?1}"),
        ProblemCode.MissingMember => ("`{0}` is missing", "add it"),
        ProblemCode.WrongShape => ("`{0}` must be {2}", "write it in that form"),
        ProblemCode.EmptyValue => ("`{0}` is empty", "fill it in, or remove it"),
        ProblemCode.NotAChoice => ("`{0}` cannot be `{1}`", "allowed: {2}"),
        ProblemCode.WrongSchema => ("the schema is `{0}`, expected `{1}`", "write `schema: {1}`"),
        ProblemCode.BadDate => ("`{0}`: `{1}` is not a date", "write YYYY-MM-DD, such as 2026-11-22"),
        ProblemCode.BadNumber => ("`{0}`: `{1}` is not a number", "write a plain decimal number, such as 0.82"),
        ProblemCode.BadMeasure => ("`{0}`: `{1}` is not a number and a known measure", "put a space between number and measure; known: {2}"),
        ProblemCode.WrongDimension => ("`{0}`: `{1}` does not convert to {2}", "use a measure that converts to {2}"),
        ProblemCode.OutOfRange => ("`{0}`: `{1}` is outside {2}", "check the number and its measure"),
        ProblemCode.BadId => ("id `{0}` has characters that are not allowed", "use letters, digits, hyphens and dots"),
        ProblemCode.DuplicateId => ("`{0}` is declared twice", "the other one is at {1}; rename or remove one"),
        ProblemCode.UnknownAttribute => ("unknown attribute `{0}`", "{?1}"),
        ProblemCode.ReservedAttribute => ("attribute `{0}` is made by the loader and cannot be declared", "remove the declaration"),
        ProblemCode.UnknownName => ("unknown {1} `{2}`", "{?3}"),
        ProblemCode.UnknownCode => ("no code `{0}` in `{1}`", "check it against the code table"),
        ProblemCode.BadLeaf => ("condition `{0}` cannot be read", "write {1}"),
        ProblemCode.LeafType => ("condition `{0}`: {2}", "write the condition for that type"),
        ProblemCode.ConversionCycle => ("measure `{0}` converts to itself", "make one of them a base measure"),
        ProblemCode.BadCodeRow => ("this row of the code table is wrong: {1}", "mend the row"),
        ProblemCode.TextHash => ("the archived text of `{0}` does not have the stated sha256", "stated {1}, found {2}; make sure the text was not changed"),
        ProblemCode.QuoteNotInText => ("the quote “{0}” is not in the archived text of `{1}`", "quote it letter by letter"),
        ProblemCode.SpanNotInQuote => ("the span “{0}” of `{1}` is not in the requirement's quote", "copy a part of the quote letter by letter"),
        ProblemCode.QuoteNotCovered => ("“{0}” in `{1}` belongs to no norm", "add a norm, or list it under remainder with a reason"),
        ProblemCode.UnitCode => ("unit code `{0}`: {2}", "check the code against the category"),
        ProblemCode.Overlap => ("two versions of `{0}` overlap on {1}", "end the earlier one on the day the later one starts"),
        ProblemCode.EmptyPeriod => ("`{0}` ends before it starts", "check the dates; the start is included, the end is not"),
        ProblemCode.EffectMembers => ("norm `{0}`: {2}", "see docs/rule-language.md, section 9"),
        ProblemCode.Empty => ("the pack has no {0}", "add some"),
        ProblemCode.Relaxation => ("`{0}` relaxes `{1}` of a higher-ranking instrument without authority", "add authorised-by"),
        ProblemCode.ExceptionCycle => ("exceptions form a cycle: {0}", "remove one exception-to"),
        ProblemCode.PartCycle => ("layer `{0}` is a part of itself", "`of` must name a layer with data or without `of`"),
        ProblemCode.MissingCrs => ("the coordinate reference system is missing", "write crs under site, such as {0}"),
        ProblemCode.UnknownCrs => ("unknown coordinate reference system `{0}`", "known: {1}"),
        ProblemCode.NoSite => ("the site has neither a geometry nor a town", "give geometry, point, wkt or coordinates; without a geometry give site.town"),
        ProblemCode.SeveralSites => ("the site gives {0} at once", "keep one of them"),
        ProblemCode.OfficerAttribute => ("`{0}` is for an officer to decide and cannot be declared", "write it under decisions with by, date and reason"),
        ProblemCode.NotADecision => ("`{0}` is not for an officer to decide", "write it under attributes"),
        ProblemCode.UnknownTown => ("unknown town `{0}`", "{?1}"),
        ProblemCode.TownCounty => ("`{0}` is not in `{1}`", "it is in {2}; check and mend"),
        ProblemCode.AttributeOrder => ("`{0}`: the ends of `{1}` are exchanged", "write the smaller one first"),
        ProblemCode.LedgerUnknown => ("no norm uses the ledger `{0}`", "known ledgers: {1}"),
        ProblemCode.LedgerDate => ("ledger `{0}` is dated {1}, after the governing date {2}", "use a ledger from before the governing date"),
        ProblemCode.BadGeometry => ("the geometry cannot be read: {1}", "check the format of the geometry"),
        ProblemCode.EmptyGeometry => ("the geometry is empty", "give at least one point"),
        ProblemCode.InvalidGeometry => ("the geometry is invalid: {1} at {2}", "mend the boundary there, or write repair: yes to have it repaired and the change recorded"),
        ProblemCode.OutsideCrs => ("position {0} is outside the range of {1}", "{3}"),
        ProblemCode.SwappedAxes => ("position {0} looks as if its axes were exchanged ({1})", "write longitude, latitude; in a belt X (north), Y (east)"),
        ProblemCode.ZonePrefix => ("the zone prefix of {0} does not fit {1}", "it is probably {2}; check and change crs"),
        ProblemCode.OutsidePack => ("the site at {0} lies outside the area of this rule pack{2}", "check the coordinate system and the coordinates; another city needs its own rule pack"),
        ProblemCode.TooManyPoints => ("the geometry has {0} positions, more than {1}", "simplify it"),
        ProblemCode.MixedGeometry => ("the geometry mixes areas, lines and points", "keep the site only, without marks and auxiliary lines; submit several sites one by one"),
        ProblemCode.LayerNotImportable => ("layer `{0}` cannot take data: {2}", "see zoning layers list for those that can"),
        ProblemCode.FieldMissing => ("the file has no property for the {1}; it has {2}", "name it with `--map PROPERTY={3}`, or check that this is the right file and layer"),
        ProblemCode.FieldAmbiguous => ("several properties could be the {1}: {2}", "name one with --map {3}"),
        ProblemCode.LayerDetailMissing => ("the layer's {0} is not stated", "add these options; they are recorded with the layer and stand in every report"),
        ProblemCode.LayerEntryForm => ("the entry of layer `{0}` is not written one member a line, so it is not changed", "write each member of the entry on a line of its own, then import"),
        ProblemCode.FeatureUnusable => ("{1}: {3}", "mend it and export the file again; nothing is repaired silently"),
        ProblemCode.UnitFieldUnreadable => ("{1}: {3}", "a code is ZH and 11 digits, the 9th character 1, 2 or 3; check which property is which"),
        ProblemCode.UnitCategoryConflict => ("control unit {0}: its code says {2}, its category {4}", "check both and mend one"),
        ProblemCode.UnitRepeated => ("the code {0} is repeated: {2}", "features of one code must agree in name and category; remove the repeated one"),
        ProblemCode.UnitInSeveralFeatures => ("control unit {0} is drawn as {1} features", "nothing to do when that is meant; they are joined into one"),
        ProblemCode.UnitOverlap => ("control units overlap: {0}, {2}, mean width {3}, at {4}", "mend the boundary there; when it is meant, record it with --accept-overlaps"),
        ProblemCode.UnitGap => ("{6}: {2}, mean width {3}, at {4}, beside {0}", "check whether something was left out; a place that belongs to no control unit goes into the gaps file with its reason"),
        ProblemCode.ThinPart => ("{0} has a thin part: {2}, mean width {3}, at {4}", "check whether it is a remnant of drawing"),
        ProblemCode.UnitCounty => ("the code of control unit {0} belongs to {1}, its geometry lies in {2} ({3})", "check the first six digits of the code and the geometry"),
        ProblemCode.UnitUnlisted => ("control unit {0} {1} is not on the list of the law", "check the code; {?2}"),
        ProblemCode.UnitMissing => ("control unit {0} {1} of the list of the law has no geometry in the layer", "check whether it was left out or has a wrong code"),
        ProblemCode.UnitNameDiffers => ("control unit {0} is called “{1}”, in the list of the law “{2}”{4}", "the list of the law counts; mend the layer"),
        ProblemCode.ShareDiffers => ("{1}, {3}: {4} in the layer, {5} published, {6} apart", "check the boundaries; the published value is in the pack's area-shares"),
        ProblemCode.CoverageMismatch => ("{1}", "check whether the area given with --coverage fits the layer"),
        ProblemCode.PartEmpty => ("part `{0}` of the layer has no feature: {2}", "name the property it needs with --map PROPERTY=…, or check its values"),
        ProblemCode.BadLayer => ("layer `{0}` cannot be used: {2}", "mend the layer's file; until then whatever needs it stays undetermined"),
        ProblemCode.CrsConflict => ("the geometry says {0}, the proposal {1}", "check, and keep one"),
        ProblemCode.SeveralLayers => ("`{0}` has several layers: {1}", "say under site.layer (--layer on the command line) which one holds the site"),
        ProblemCode.UnknownLayer => ("`{0}` has no layer `{1}`", "its layers: {2}"),
        ProblemCode.AxisContradiction => ("{1} contradict each other: one says {3}, the other {5}", "check the positions and the heading, and correct one of them"),
        ProblemCode.AmbiguousTable => (
            "the {1} rows of `{0}` may be the corners of one boundary or {1} places",
            "for a boundary add a column of point names or rings, or repeat the first row as the last; for places make each a project of its own and use zoning batch"),
        ProblemCode.BoundaryHeader => ("the header of the boundary-point file does not fit: {1}", "ask the surveyor to check the header and the coordinates and to issue the file again"),
        ProblemCode.DatumShiftMissing => ("no public parameters lead from {0} ({1}) to CGCS2000",
            "ask the survey office for CGCS2000 coordinates, or for its seven parameters (dx, dy, dz, rx, ry, rz, scale, what the signs of the rotations mean, where they hold, how exact they are), and write them under site.datum-shift"),
        ProblemCode.DatumShiftNotUsed => ("{0} needs no datum shift", "remove datum-shift; if the coordinates are Xian 1980 or Beijing 1954, change crs"),
        ProblemCode.DatumShiftIncomplete => ("a datum shift has three parameters or seven: {0} missing", "write dx, dy and dz only, or dx, dy, dz, rx, ry, rz, scale and rotation"),
        ProblemCode.WidthWithoutLine => ("a width is given, but the geometry is no line", "width is the whole width of the corridor around a line; remove it for an area or a point"),
        ProblemCode.NotRepairable => ("the boundary cannot be repaired: {1}", "mend the boundary"),
        ProblemCode.ParcelNotArea => ("the parcel is no area", "give the boundary of the parcel, or remove it"),
        ProblemCode.OtherCrsConfirmed => ("the officer confirmed {0}, the site states {1}", "check, and change crs or the decision"),
        ProblemCode.NoRasteriser => ("no program that turns SVG into PNG is on this machine (looked for {0})", "install one of them (Debian, Ubuntu: apt install librsvg2-bin), or write the map as .svg"),
        ProblemCode.RasteriserFailed => ("the program {0} made no PNG: {1}", "write the map as .svg, or mend the program"),
        ProblemCode.NothingToDraw => ("the proposal gives no geometry, so there is nothing to draw", "give geometry, point, wkt or coordinates under site"),
        ProblemCode.NotMappable => ("norm `{0}` compares the distances to two layers; no siting map can be drawn of that", "check sites one by one, or compare some with --candidates"),
        ProblemCode.NoUnitsToSearch => ("there is no usable layer of control units, hence no area to search", "mend the unit layer of the rule pack first; a special plan has no control units, so use a rule pack that has"),
        ProblemCode.WithinNoArea => ("the area to search within is not an area", "give a polygon"),
        ProblemCode.WithinElsewhere => ("the area to search within shares nothing with what the control units cover", "check the coordinate system and the coordinates"),
        ProblemCode.CandidateCount => ("there are {0} candidates", "give from 1 to {1} features"),
        ProblemCode.CandidateEmpty => ("candidate {0} has no geometry", "add one, or remove the feature"),
        ProblemCode.CandidateBad => ("candidate “{0}” cannot be used: {2}", "mend its geometry or its coordinate system"),
        ProblemCode.RowTooLong => ("the row is longer than {0}", "split it, or use `zoning check` for this one"),
        ProblemCode.UnknownColumn => ("unknown column `{0}`", "head it with a name such as {1}, or say what it is with `--fields HEADING=NAME`, or leave it out with `--fields HEADING=-`"),
        ProblemCode.MissingColumn => ("the table lacks the column {0}", "add it, or say with `--fields HEADING=NAME` which column it is"),
        ProblemCode.TooManyCells => ("the row has {0} cells, the heading only {1}", "check delimiters and quotation marks"),
        ProblemCode.BrokenQuotes => ("the quotation marks do not end as they must", "quote cells that hold delimiters, quotation marks or line breaks; write a quotation mark inside twice"),
        ProblemCode.ItemLeftOut => ("`{0}` is missing though `{1}` is there", "number the items from 1 without gaps"),
        ProblemCode.NoRows => ("`{0}` has no rows", "check what the file holds"),
        ProblemCode.LateCrs => ("crs stands after features, too late for those already read", "move crs before features, or give `--crs`"),
        ProblemCode.UnknownInput => ("`{0}` cannot be read: {2}", "NDJSON, CSV, XLSX, GeoJSON feature collections and GeoPackage can be read"),
        ProblemCode.CannotResume => ("`{0}` cannot be taken up: {2}", "use exactly the input and options of the first run, or delete the file and start again"),
        ProblemCode.BadFieldMapping => ("`{0}` in `--fields` cannot be read: {2}", "write `HEADING=NAME`; the name may carry a measure, as in `withdrawal=water.annual-withdrawal [m3/a]`; leave a column out with `HEADING=-`"),
        ProblemCode.RestUnreadable => ("nothing after this place can be read, and nothing after it was assessed", "mend the syntax here and run again"),
        ProblemCode.DuplicateColumn => ("the columns `{1}` and `{2}` both mean `{0}`", "keep one and leave the other out with `--fields HEADING=-`"),
        ProblemCode.BadSummary => ("`{0}` cannot be merged: {2}", "give the JSON summaries of the shards of one batch"),
        ProblemCode.UnfinishedBatch => ("an unfinished batch is there: `{0}`", "take it up with `--resume`, or delete it and start again"),
        ProblemCode.TableColumn => ("column `{0}` of the table: {2}", "a column is `kind: key, of: CHOICE`, `kind: limit, of: [QUANTITY, …], holds: \">=\"` or `kind: words`, each with a title"),
        ProblemCode.TableCell => ("row `{0}` of the table: {2}", "correct the cell after the row's quote, which must be its line of the law"),
        ProblemCode.TableRowsOverlap => ("the rows `{0}` and `{1}` ({2}) are about the same", "remove one, or keep them apart by the value of another column"),
        ProblemCode.TablePlaceholder => ("the table has no column {0}", "between braces stands one of the columns: {1}"),
        ProblemCode.TableOtherwise => ("`otherwise` of the table `{0}`: {2}", "write a norm (span, gist, effect, when); a table of obligations may say `nothing`, with the words for it"),
        ProblemCode.FigureNotInQuote => ("the quote of the figure `{0}` does not hold {1}", "copy the words that hold the number"),
        ProblemCode.FigureCheckMembers => ("the check `{0}` of figures: {2}", "write sum, product or share (with whole), and is and figure"),
        ProblemCode.UnitsNotExpected => ("the manifest says `control-units: none`, yet here stands `{0}`", "remove it, or remove `control-units: none` from manifest.yaml"),
        ProblemCode.PackRepeated => ("the rule pack `{0}` is given twice: {1} and {2}", "give each rule pack once; two editions of one pack are compared with `zoning rules diff`"),
        ProblemCode.AttributeDiffers => (
            "the packs `{1}` and `{2}` mean different things by `{0}`: {4}", "define it alike in both, or give it another name in one; until then they cannot be checked together"),
        ProblemCode.MeasureDiffers => ("the packs `{1}` and `{2}` mean different things by the measure `{0}`", "define it alike in both, or give it another name in one"),
        ProblemCode.LedgerDiffers => ("the packs `{1}` and `{2}` keep different quantities in the ledger `{0}`", "give the ledger another name in one of them"),
        ProblemCode.CrsOptionMissing => ("the file does not state its coordinate reference system", "give it with `--crs`, such as `--crs EPSG:4490`; ask whoever made the file rather than guess. Known: {0}"),
        ProblemCode.OutputIsInput => ("`{0}`, to be written by `{1}`, is a file that this run reads, and would be lost", "choose another name"),
        ProblemCode.SameOutputs => ("{1} are all to be written to `{0}`", "choose a name for each"),
        ProblemCode.LayerEmpty => ("the file has no features", "check that this is the right file and layer, and that the export was not of a selection only"),
        ProblemCode.HalfPosition => ("`{1}` is filled in and `{0}` is empty", "fill in both; leave both empty where the place is not known"),
        ProblemCode.NotAList => ("`{0}` is {2}, no list of projects", "{4}"),
        _ => throw new UnreachableException($"no wording for {code}"),
    };
}
