using System.Collections.Immutable;
using System.Globalization;
using ZoningRules.Facts;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.RulePacks;

namespace ZoningRules.Reports;

/// <summary>The parts of the book of a rule pack; Markdown and HTML write the same document.</summary>
internal sealed class BookDocument
{
    private readonly RulePack pack;
    private readonly ImmutableArray<Language> languages;
    private readonly BookWords words;
    private readonly ImmutableArray<Requirement> requirements;
    private readonly ImmutableArray<OpenPoint> open;
    private readonly ImmutableArray<Block>.Builder blocks = ImmutableArray.CreateBuilder<Block>();
    private int sections;

    private BookDocument(RulePack pack, ImmutableArray<Language> languages)
    {
        this.pack = pack;
        this.languages = languages;
        words = new(languages);
        requirements = InOrder(pack);
        open = [.. OpenPoints.Of(pack, requirements)];
    }

    public static string TitleOf(RulePack pack, ImmutableArray<Language> languages)
    {
        var words = new BookWords(languages);
        return words.Say(pack.Title.Zh + "：规则书", pack.Title.En + ": the rule book");
    }

    /// <summary>The document's parts in order.</summary>
    public static ImmutableArray<Block> Of(RulePack pack, ImmutableArray<Language> languages)
    {
        var document = new BookDocument(pack, languages);
        document.Compose();
        return document.blocks.ToImmutable();
    }

    /// <summary>Document by document as the pack lists them, then as the sentences stand in the document.</summary>
    public static ImmutableArray<Requirement> InOrder(RulePack pack)
    {
        var rank = pack.Instruments.Select((i, n) => (i.Id, n)).ToDictionary(p => p.Id, p => p.n, StringComparer.Ordinal);
        return [.. pack.Requirements.OrderBy(r => rank[r.Citation.Instrument.Id]).ThenBy(r => r.Position).ThenBy(r => r.Id, StringComparer.Ordinal)];
    }

    private void Compose()
    {
        blocks.Add(new Block.Heading(1, TitleOf(pack, languages)));
        Tell(
            $"规则包 {pack.Id}，版本 {pack.Version}；内容指纹 SHA-256 {pack.Sha256}。签字只对具有该指纹的内容有效。",
            $"Rule pack {pack.Id}, version {pack.Version}; SHA-256 of its content {pack.Sha256}. A signature holds for content of this hash only.");
        Tell(
            "每条要求先列原文，规范所依据的文字加标记，其后〔〕内为规范的末位编号；再列该规范的编码：文件中的原行与其含义。",
            "Each requirement is quoted first. The words a norm rests on are marked and followed by the norm's letter in 〔〕; then comes its encoding: the line as the file has it, and what it means.");
        if (!pack.Notices.IsEmpty)
        {
            blocks.Add(new Block.Listing(false, [.. pack.Notices.Select(words.Tell)]));
        }

        Contents();
        Documents();
        foreach (var group in requirements.GroupBy(r => r.Citation.Instrument.Id).ToArray())
        {
            Section($"{group.First().Citation.Instrument.Number} 准入要求", $"Admission requirements of {group.First().Citation.Instrument.Number}");
            foreach (var requirement in group)
            {
                Write(requirement);
            }
        }

        Lists();
        Parameters();
        Layers();
        PublishedFigures();
        Awaiting();
        Signatures();
    }

    private void Contents()
    {
        Section("目录", "Contents");
        Table("各项要求", "The requirements",
            [words.Say("编号", "id"), words.Say("题目", "title"), words.Say("出处", "place"), words.Say("有效期", "in force"), words.Say("规范", "norms"), words.Say("待确认", "to confirm")],
            requirements.Select(r => Row(
                Passage.Of(r.Id), words.Tell(r.Title), Passage.Of(r.Citation.Place), Passage.Of(words.Days(r.InForce)), Passage.Of(Count(r.Norms.Length)),
                Passage.Of(Count(open.Count(o => o.Of == r.Id || r.Norms.Any(n => n.Id == o.Of)))))));
    }

    private void Documents()
    {
        Section("法律文件", "Legal documents");
        Table("存档文本均经逐字核对", "Every quote was compared with the archived texts, letter by letter",
            [words.Say("文号", "number"), words.Say("名称", "title"), words.Say("制定机关", "issuer"), words.Say("有效期", "in force"), words.Say("存档文本 SHA-256", "archived text, SHA-256")],
            pack.Instruments.Select(i => Row(Passage.Of(i.Number), words.Tell(i.Title), Passage.Of(i.Issuer), Passage.Of(words.Days(i.InForce)), Passage.Of(i.TextSha256))));
        foreach (var citation in pack.Basis)
        {
            blocks.Add(new Block.Paragraph(Law(citation)));
        }
    }

    private void Write(Requirement requirement)
    {
        blocks.Add(new Block.Heading(3, $"{requirement.Id}  {words.Say(requirement.Title)}"));
        blocks.Add(new Block.Paragraph(Passage.Of(
            $"{requirement.Citation.Place} · {words.Say(l => Labels.Of(requirement.Dimension, l))} · {requirement.Heading} · {words.Where(requirement.Scope, pack)} · {words.Days(requirement.InForce)}",
            RunStyle.Muted)));
        blocks.Add(new Block.Callout(RunStyle.Plain, new([MarkedQuote.Of(requirement)])));
        if (requirement.Table is { } table)
        {
            Write(requirement, table);
        }

        foreach (var norm in requirement.Norms.Where(n => requirement.Table?.Rows.Any(r => r.Norm == n.Id) != true))
        {
            Write(norm);
        }

        if (!requirement.Terms.IsEmpty)
        {
            Table($"{requirement.Id} 的用语", $"Terms of {requirement.Id}",
                [words.Say("用语", "term"), words.Say("未写明的", "what is not stated"), words.Say("取为", "taken as"), words.Say("状态", "status")],
                requirement.Terms.Select(t => Row(
                    Passage.Of(t.Term), words.Tell(t.Issue), words.Tell(t.Assumed), t.Confirmed ? Passage.Of(words.Say("已确认", "confirmed"), RunStyle.Good) : Passage.Of(words.Say("待确认", "to confirm"), RunStyle.Open))));
        }

        foreach (var (text, reason) in requirement.Remainder)
        {
            blocks.Add(new Block.Paragraph(new([[new(words.Say("未编码：", "Not encoded: "), RunStyle.Strong), new($"“{text}”", RunStyle.Law)], .. words.Tell(reason).Lines])));
        }
    }

    // The rows stand in a table as in the law. What they share is written once, for the first of them.
    private void Write(Requirement requirement, RuleTable table)
    {
        var first = requirement.Norms.First(n => n.Id == table.Rows[0].Norm);
        blocks.Add(new Block.Heading(4, $"{table.Id}  {words.Say(l => Labels.Of(first.Effect, l))}"));
        Tell("下表每行是一条规范，编号为表号加行号；各列的界限按列首所注比较。", "Each row is a norm, whose id is the table's and the row's; a limit holds as the head of its column says.");
        if (first.Target is { } target)
        {
            blocks.Add(new Block.Listing(false, [Binding(target)]));
        }

        Table(
            $"{table.Id} 各行",
            $"Rows of {table.Id}",
            [words.Say("规范", "norm"), words.Say("原文", "line of the law"), .. table.Columns.Select(Head), words.Say("含义", "in words")],
            table.Rows.Select(r => Row(
            [
                Passage.Of(r.Norm),
                Passage.Of(r.Quote, RunStyle.Law),
                .. r.Cells.Select(words.Tell),
                words.Tell(requirement.Norms.First(n => n.Id == r.Norm).Gist),
            ])));
        Tell($"第一行 {first.Id} 的编码；其余各行只是表中的取值不同。", $"How the first row, {first.Id}, is encoded; the others differ in the cells of the table only.");
        Conditions(first);
        Obligations(first);
        blocks.Add(new Block.Paragraph(table.OtherwiseNorm is { } norm
            ? words.Tell($"表中没有的情形：见规范 {norm}。", $"For what is in no row see the norm {norm}.")
            : words.Tell($"表中没有的情形：{table.OtherwiseNothing!.Zh}", $"For what is in no row: {table.OtherwiseNothing.En}")));
    }

    private string Head(RuleTableColumn column) => column.Comparison is { } comparison ? $"{words.Say(column.Title)} ({Sign(comparison)})" : words.Say(column.Title);

    private static string Sign(Comparison comparison) => comparison switch
    {
        Comparison.AtMost => "≤",
        Comparison.LessThan => "<",
        Comparison.AtLeast => "≥",
        Comparison.MoreThan => ">",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private Passage Binding(Target target)
    {
        var year = target.Year.ToString(CultureInfo.InvariantCulture);
        return target.OnlyInYear ? words.Tell($"只约束 {year} 年", $"binds in {year} only") : words.Tell($"约束到 {year} 年底", $"binds to the end of {year}");
    }

    private void Write(Norm norm)
    {
        blocks.Add(new Block.Heading(4, $"{norm.Id}  {words.Say(l => Labels.Of(norm.Effect, l))}"));
        blocks.Add(new Block.Paragraph(words.Tell(norm.Gist)));
        var facts = ImmutableArray.CreateBuilder<Passage>();
        if (norm.ForEach is { } items)
        {
            facts.Add(words.Tell($"逐项计算：{items.Label.Zh}（for-each: {items.Id} as {norm.ItemName}）", $"for each of: {items.Label.En} (for-each: {items.Id} as {norm.ItemName})"));
        }

        if (norm.ExceptionTo is { } excepted)
        {
            facts.Add(words.Tell($"是 {excepted} 的例外：适用时由本规范代替", $"exception to {excepted}: takes over where it applies"));
        }

        if (norm.AuthorisedBy is { } authority)
        {
            facts.Add(Law(authority));
        }

        foreach (var exception in pack.Norms.Where(n => n.Norm.ExceptionTo == norm.Id))
        {
            facts.Add(words.Tell($"有例外：{exception.Norm.Id}", $"has an exception: {exception.Norm.Id}"));
        }

        if (norm.Cap is { } cap)
        {
            facts.Add(Passage.Of(words.Account(cap)));
        }

        if (norm.Target is { } target)
        {
            facts.Add(Binding(target));
        }

        if (norm.Addressee is { } addressee)
        {
            facts.Add(words.Tell($"由{addressee.Zh}执行或裁量，不作计算：{norm.Reason!.Zh}", $"for {addressee.En}, not computed: {norm.Reason.En}"));
        }

        facts.AddRange(RuleWords.Lists(norm).Select(l => words.Tell($"清单 {l.Name}：{l.Label.Zh}", $"list {l.Name}: {l.Label.En}")));
        facts.AddRange(RuleWords.Parameters(norm).Select(p => words.Tell($"参数 {p.Name}：{p.Label.Zh}", $"parameter {p.Name}: {p.Label.En}")));
        blocks.Add(new Block.Listing(false, facts.ToImmutable()));
        Conditions(norm);
        Obligations(norm);
    }

    private void Obligations(Norm norm)
    {
        if (!norm.Obligations.IsEmpty)
        {
            Table($"{norm.Id} 附加的义务", $"Obligations of {norm.Id}",
                [words.Say("义务", "obligation"), words.Say("义务人", "of whom"), words.Say("期限", "by when"), words.Say("监督机关", "overseen by")],
                norm.Obligations.Select(o => Row(words.Tell(o.Text), words.Tell(o.Of), words.Tell(o.Due), o.Authority is { } overseer ? words.Tell(overseer) : Passage.Of("—"))));
        }
    }

    private void Conditions(Norm norm)
    {
        var rows = new ConditionRows(pack, words, languages);
        rows.Add("applies", norm.Applies);
        rows.Add("unless", norm.Unless);
        rows.Add("when", norm.When);
        foreach (var reading in norm.Readings)
        {
            rows.Add($"{reading.Id}:", reading.When);
        }

        if (!rows.Rows.IsEmpty)
        {
            Table($"{norm.Id} 的条件", $"Conditions of {norm.Id}", [words.Say("位置", "place"), words.Say("文件中的行", "line as written"), words.Say("含义", "in words")], rows.Rows);
        }

        if (!norm.Readings.IsEmpty)
        {
            Table($"{norm.Id} 的读法", $"Readings of {norm.Id}",
                [words.Say("读法", "reading"), words.Say("理由", "why it can be read so"), words.Say("状态", "status")],
                norm.Readings.Select(r => Row(Passage.Of(r.Id), words.Tell(r.Basis), Passage.Of(words.Say(l => Labels.Of(r.Status, l)), r.Status == ReadingStatus.Confirmed ? RunStyle.Good : RunStyle.Open))));
        }
    }

    private void Lists()
    {
        if (pack.Lists.IsEmpty)
        {
            return;
        }

        Section("清单", "Lists");
        foreach (var list in pack.Lists)
        {
            blocks.Add(new Block.Heading(3, $"{list.Name}  {words.Say(list.Label)}"));
            blocks.Add(new Block.Listing(false,
            [
                list.Open ? words.Tell("法条的列举以“等”结尾", "the law's list is open (等)") : words.Tell("法条已列尽", "the law's list is complete"),
                list.Interpretation ? words.Tell("行业代码是对法条用语的对应，非原文", "the codes are a mapping of the law's words, not its text") : words.Tell("代码为法条所列", "the law gives the codes"),
                .. list.Note is { } note ? [words.Tell(note)] : ImmutableArray<Passage>.Empty,
                words.Tell($"代码依据：{list.System.Title.Zh}", $"codes of: {list.System.Title.En}"),
                words.Tell($"用于 {words.Names(Users(n => RuleWords.Lists(n).Contains(list)))}", $"used by {words.Names(Users(n => RuleWords.Lists(n).Contains(list)))}"),
            ]));
            Table($"{list.Name} 的各版", $"Editions of {list.Name}",
                [words.Say("有效期", "in force"), words.Say("成员", "members"), words.Say("待认定", "for an officer"), words.Say("除外", "except"), words.Say("依据", "law")],
                list.Editions.Select(e => Row(Passage.Of(words.Days(e.InForce)), Codes(e.Members), Codes(e.Review), Codes(e.Except), Law(e.Citation))));
        }
    }

    private void Parameters()
    {
        if (pack.Parameters.IsEmpty)
        {
            return;
        }

        Section("参数", "Parameters");
        foreach (var parameter in pack.Parameters)
        {
            Table($"{parameter.Name}  {parameter.Label.Zh}", $"{parameter.Name}  {parameter.Label.En}",
                [words.Say("有效期", "in force"), words.Say("数值", "value"), words.Say("依据", "law")],
                parameter.Values.Select(v => Row(Passage.Of(words.Days(v.InForce)), Passage.Of(v.Value.ToString()), Law(v.Citation))));
        }
    }

    private void Layers()
    {
        var used = pack.Layers.Where(l => Users(n => RuleWords.Layers(n).Contains(l.Id)).Length > 0 || requirements.Any(r => r.Scope is Scope.InZone zone && zone.Layer == l.Id)).ToArray();
        if (used.Length == 0)
        {
            return;
        }

        Section("图层", "Layers");
        Table("规范所用的图层", "Layers that norms use",
            [words.Say("图层", "layer"), words.Say("名称", "label"), words.Say("数据", "data"), words.Say("用于", "used by")],
            used.Select(l => Row(Passage.Of(l.Id), words.Tell(l.Label), DataOf(l), Passage.Of(words.Names(Users(n => RuleWords.Layers(n).Contains(l.Id)))))));
    }

    private void PublishedFigures()
    {
        if (pack.FigureChecks.IsEmpty)
        {
            return;
        }

        Section("公布数字的核对", "Published figures compared");
        Tell("文件公布的数字相互核对如下。不一致的由制定机关解释；任何结论都不以这些数字为依据。", "The figures of the documents compared with each other. Where they disagree the issuer must explain; no verdict rests on them.");
        Table("各项核对", "Check by check",
            [words.Say("核对", "check"), words.Say("算得", "computed"), words.Say("公布", "published"), words.Say("结果", "result"), words.Say("出处", "place")],
            pack.FigureChecks.OrderBy(c => c.Agrees()).Select(c => Row(
                words.Tell(c.Title),
                Passage.Of(FigureWords.Computed(c)),
                words.Tell($"{FigureWords.Relation(c).Zh} {FigureWords.Number(c.Published.Value)}", $"{FigureWords.Relation(c).En} {FigureWords.Number(c.Published.Value)}"),
                c.Agrees() ? Passage.Of(words.Say("一致", "agrees"), RunStyle.Good) : Passage.Of(words.Say("不一致", "disagrees"), RunStyle.Open),
                Passage.Of(c.Published.Citation.Place))));
    }

    private Passage DataOf(Locations.LayerDefinition layer)
    {
        if (layer.Data is not { } data)
        {
            return layer.PartOf is { } whole ? words.Tell($"图层 {whole} 的一部分", $"a part of the layer {whole}") : words.Tell("没有数据", "no data");
        }

        var source = $"{data.SourceTitle}, {Figures.Of(data.SourceDate)}; ± {Figures.Of(data.Accuracy)}";
        return data.Illustrative
            ? Passage.Of(source).Then(new Run(words.Say("示意，非法定界线", "illustrative; not a legal boundary"), RunStyle.Open))
            : Passage.Of(source);
    }

    private void Awaiting()
    {
        Section("待确认的解释", "Interpretations awaiting confirmation");
        if (open.IsEmpty)
        {
            Tell("没有待确认的解释。", "There is none.");
            return;
        }

        Tell(
            "以下各点法条没有写明，或由编者解释。请逐点填写意见：同意，或写明应如何理解。",
            "The law does not state the following, or the authors of this pack interpreted it. Please write beside each point whether you agree or how it is to be read.");
        Table("逐点意见", "Point by point",
            [words.Say("序号", "no."), words.Say("类别", "kind"), words.Say("所涉", "concerns"), words.Say("未定之处", "what is open"), words.Say("现取", "taken as"), words.Say("意见", "opinion")],
            open.Select((o, i) => Row(Passage.Of(Count(i + 1)), Passage.Of(words.Say(o.Kind)), Passage.Of(o.Of), words.Tell(o.Open), words.Tell(o.Assumed), Passage.Of(Blank))));
    }

    private void Signatures()
    {
        Section("签字", "Signatures");
        Tell(
            $"本人已审阅规则包 {pack.Id} {pack.Version}（{pack.Sha256}）及以上 {Count(open.Length)} 点待确认的解释，意见如表所填。",
            $"I have read the rule pack {pack.Id} {pack.Version} ({pack.Sha256}) and the {Count(open.Length)} points awaiting confirmation; my opinions are as entered.");
        Table("签字", "Signatures",
            [words.Say("身份", "capacity"), words.Say("单位", "authority"), words.Say("姓名、职务", "name and office"), words.Say("签字", "signature"), words.Say("日期", "date")],
            new[] { ("审阅人", "reviewer"), ("复核人", "second reviewer"), ("批准人", "approved by") }
                .Select(who => Row(Passage.Of(words.Say(who.Item1, who.Item2)), Passage.Of(Blank), Passage.Of(Blank), Passage.Of(Blank), Passage.Of(Blank))));
    }

    private const string Blank = "　　　　";

    private string[] Users(Func<Norm, bool> uses) => [.. pack.Norms.Where(n => uses(n.Norm)).Select(n => n.Norm.Id)];

    private Passage Codes(ImmutableArray<CodeEntry> codes) => Passage.Of(codes.IsEmpty ? "—" : words.Names(codes.Select(c => $"{c.Code} {c.Name}")));

    private static Passage Law(Citation citation) =>
        Passage.Of(new Run($"{citation.Instrument.Number} {citation.Place}"), new Run(citation.Quote.Length == 0 ? "" : $"“{citation.Quote}”", RunStyle.Law));

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static ImmutableArray<Passage> Row(params ImmutableArray<Passage> cells) => cells;

    private void Section(string zh, string en)
    {
        sections++;
        var number = Count(sections);
        blocks.Add(new Block.Heading(2, words.Say($"{number}. {zh}", languages.Length > 1 ? en : $"{number}. {en}")));
    }

    private void Tell(string zh, string en) => blocks.Add(new Block.Paragraph(words.Tell(zh, en)));

    private void Table(string zh, string en, ImmutableArray<string> columns, IEnumerable<ImmutableArray<Passage>> rows) =>
        blocks.Add(new Block.Table(words.Say(zh, en), columns, [.. rows]));
}
