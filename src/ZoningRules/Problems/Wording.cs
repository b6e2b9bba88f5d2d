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
        ProblemCode.FileUnreadable => ("文件 `{0}` 无法读取：{1}", "检查权限，或另存后重试"),
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
        ProblemCode.InvalidGeometry => ("图形无效：{0}，位于 {2}", "改正该处的边界后重试；程序不自动修补"),
        ProblemCode.OutsideCrs => ("坐标 {0} 超出 {1} 的范围", "{2}"),
        ProblemCode.SwappedAxes => ("坐标 {0} 像是横纵坐标写反了（{1}）", "经纬度写“经度, 纬度”；高斯坐标写“X（北）, Y（东）”"),
        ProblemCode.ZonePrefix => ("坐标 {0} 的带号与 {1} 不符", "可能是 {2}；核对后改写 crs"),
        ProblemCode.OutsidePack => ("场址 {0} 不在本规则包的地域范围内", "核对坐标系与坐标；其他城市请用该市的规则包"),
        ProblemCode.TooManyPoints => ("图形有 {0} 个点，超过上限 {1}", "简化图形"),
        ProblemCode.MixedGeometry => ("图形混合了面、线、点", "分开提交"),
        ProblemCode.BadLayer => ("图层 `{0}` 无法使用：{1}", "修正图层文件；在此之前依赖它的条款一律待定"),
        ProblemCode.CrsConflict => ("图形自带坐标系 {0}，与申报的 {1} 不一致", "核对后保留一个"),
        _ => throw new UnreachableException($"no wording for {code}"),
    };

    private static (string Message, string Help) English(ProblemCode code) => code switch
    {
        ProblemCode.FileNotFound => ("file `{0}` does not exist", "check the path"),
        ProblemCode.FileUnreadable => ("file `{0}` cannot be read: {1}", "check its permissions, or save it again"),
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
        ProblemCode.InvalidGeometry => ("the geometry is invalid: {1} at {2}", "mend the boundary there; it is not repaired silently"),
        ProblemCode.OutsideCrs => ("position {0} is outside the range of {1}", "{3}"),
        ProblemCode.SwappedAxes => ("position {0} looks as if its axes were exchanged ({1})", "write longitude, latitude; in a belt X (north), Y (east)"),
        ProblemCode.ZonePrefix => ("the zone prefix of {0} does not fit {1}", "it is probably {2}; check and change crs"),
        ProblemCode.OutsidePack => ("the site at {0} lies outside the area of this rule pack", "check the coordinate system and the coordinates; another city needs its own rule pack"),
        ProblemCode.TooManyPoints => ("the geometry has {0} positions, more than {1}", "simplify it"),
        ProblemCode.MixedGeometry => ("the geometry mixes areas, lines and points", "submit them one by one"),
        ProblemCode.BadLayer => ("layer `{0}` cannot be used: {2}", "mend the layer's file; until then whatever needs it stays undetermined"),
        ProblemCode.CrsConflict => ("the geometry says {0}, the proposal {1}", "check, and keep one"),
        _ => throw new UnreachableException($"no wording for {code}"),
    };
}
