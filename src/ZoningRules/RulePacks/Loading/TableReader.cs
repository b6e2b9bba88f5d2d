using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ZoningRules.Problems;
using ZoningRules.Problems.Sources;

namespace ZoningRules.RulePacks.Loading;

/// <summary>Reads the member <c>table</c> of a requirement and writes each row out as the norm it stands for, for the reader of norms.</summary>
internal sealed partial class TableReader
{
    private const string AnyValue = "any";
    private const string NoWords = "none";
    private const int MostRows = 1000;

    private readonly PackDraft draft;
    private readonly ProblemList problems;
    private readonly Members table;
    private readonly string id;
    private readonly ImmutableArray<TableColumn> columns;

    private TableReader(PackDraft draft, Members table)
    {
        this.draft = draft;
        this.table = table;
        problems = draft.Problems;
        id = table.Text("id");
        columns = TableColumn.ReadAll(draft, table);
    }

    /// <summary>Reads a table.</summary>
    /// <returns>The table, and its rows as nodes of norms; null and none after a problem.</returns>
    public static (RuleTable? Table, ImmutableArray<SourceNode> Norms) Read(PackDraft draft, SourceNode node, SourcePlace place)
    {
        var before = draft.Problems.Count;
        if (Members.Open(node, "table", PackMembers.Table, draft.Problems, place) is not { } members)
        {
            return (null, []);
        }

        var read = new TableReader(draft, members).All();
        return draft.Problems.Count == before ? read : (null, []);
    }

    private (RuleTable Table, ImmutableArray<SourceNode> Norms) All()
    {
        CheckEffect();
        CheckPlaceholders(table["gist"]);
        CheckPlaceholders(table["obligations"]);
        var rows = ImmutableArray.CreateBuilder<TableRow>();
        var nodes = table.List("rows");
        if (nodes.Length > MostRows)
        {
            Shapes.Wrong(table["rows"]!, "rows", $"1 至 {MostRows} 行", $"1 to {MostRows} rows", problems, table.PlaceOf("rows"));
            nodes = [];
        }

        foreach (var node in nodes)
        {
            if (Row(node) is { } row)
            {
                CheckAgainst(row, rows);
                rows.Add(row);
            }
        }

        if (table["rows"] is SourceNode.List { Items.IsEmpty: true })
        {
            problems.Add(ProblemCode.EmptyValue, table.PlaceOf("rows"), "rows");
        }

        var norms = ImmutableArray.CreateBuilder<SourceNode>();
        var writer = new TableNorms(table, id, columns);
        norms.AddRange(rows.Select(writer.Norm));
        var (otherwise, nothing) = Otherwise(writer, rows.ToImmutable(), norms);
        return (
            new()
            {
                Id = id,
                Columns = [.. columns.Select(c => new RuleTableColumn(c.Id, c.Title, c.Kind, c.Holds))],
                Rows = [.. rows.Select(r => new RuleTableRow($"{id}-{r.Id.Value}", r.Quote.Value, [.. r.Cells.Select(c => c.Said)], r.Id.Place))],
                OtherwiseNorm = otherwise,
                OtherwiseNothing = nothing,
                Place = table.PlaceOfValue("id"),
            },
            norms.DrainToImmutable());
    }

    private void CheckEffect()
    {
        if (table.TextNode("effect") is { Value: not ("prohibit" or "require" or "oblige") } node)
        {
            problems.Add(ProblemCode.NotAChoice, node.Place, "effect", Naming.Shortened(node.Value), "prohibit, require, oblige");
        }
    }

    // Each {word} in a text of the table must be a column: what it stands for is put in row by row.
    private void CheckPlaceholders(SourceNode? node)
    {
        switch (node)
        {
            case SourceNode.Text text:
                foreach (Match match in Placeholder().Matches(text.Value))
                {
                    if (columns.All(c => c.Id != match.Groups[1].Value))
                    {
                        problems.Add(ProblemCode.TablePlaceholder, text.Place, Naming.Shortened(match.Value), Naming.Listed([.. columns.Select(c => c.Id)]));
                    }
                }

                break;
            case SourceNode.List list:
                foreach (var item in list.Items)
                {
                    CheckPlaceholders(item);
                }

                break;
            case SourceNode.Map map:
                foreach (var entry in map.Entries)
                {
                    CheckPlaceholders(entry.Node);
                }

                break;
            default:
                break;
        }
    }

    private TableRow? Row(SourceNode node)
    {
        var before = problems.Count;
        var set = new MemberSet("table-row", ["id", "quote", .. columns.Select(c => c.Id)], []);
        if (Members.Open(node, "rows", set, problems) is not { } row || row.TextNode("id") is not { } name || row.TextNode("quote") is not { } quote)
        {
            return null;
        }

        if (!Naming.IsId(name.Value) || name.Value.Contains('.', StringComparison.Ordinal) || name.Value == TableNorms.OtherwiseName)
        {
            problems.Add(ProblemCode.BadId, name.Place, Naming.Shortened(name.Value));
        }

        var cells = ImmutableArray.CreateBuilder<TableCell>(columns.Length);
        foreach (var column in columns)
        {
            if (row[column.Id] is { } cell && Cell(column, cell, name.Value, quote.Value) is { } one)
            {
                cells.Add(one);
            }
        }

        var read = cells.ToImmutable();
        if (read.Length == columns.Length)
        {
            CheckWords(read, name.Value, quote.Value);
        }

        return problems.Count == before ? new(name, quote, read) : null;
    }

    private TableCell? Cell(TableColumn column, SourceNode node, string row, string quote) => column.Kind switch
    {
        RuleTableColumnKind.Key => Key(column, node, row),
        RuleTableColumnKind.Limit => Limit(column, node, row, quote),
        _ => Words(node, row),
    };

    private TableCell? Key(TableColumn column, SourceNode node, string row)
    {
        ImmutableArray<SourceNode> items = node is SourceNode.List list ? list.Items : [node];
        ImmutableArray<string> options = [.. column.Options.Select(o => o.Id)];
        var taken = new SortedSet<int>();
        foreach (var item in items)
        {
            if (Shapes.Text(item, column.Id, problems) is not { } text)
            {
                continue;
            }

            if (text == AnyValue && node is SourceNode.Text)
            {
                return new(node, string.Empty, [], new("不限", "any"));
            }

            var at = options.IndexOf(text);
            if (at < 0)
            {
                problems.Add(ProblemCode.NotAChoice, item.Place, column.Id, Naming.Shortened(text), Naming.Listed([.. options, AnyValue]));
            }
            else if (!taken.Add(at))
            {
                Wrong(item, row, $"{text} 重复", $"{text} occurs twice");
            }
        }

        if (items.IsEmpty)
        {
            problems.Add(ProblemCode.EmptyValue, node.Place, column.Id);
        }

        ImmutableArray<string> values = [.. taken.Select(t => options[t])];
        return taken.Count == 0
            ? null
            : new(
                node,
                TableNorms.OneOf(column.Of, values),
                values,
                new(string.Join('、', taken.Select(t => column.Options[t].Label.Zh)), string.Join(", ", taken.Select(t => column.Options[t].Label.En))));
    }

    private TableCell? Limit(TableColumn column, SourceNode node, string row, string quote)
    {
        if (Shapes.Text(node, column.Id, problems) is not { } text)
        {
            return null;
        }

        if (!draft.Measures.TryParse(text, out var quantity))
        {
            Wrong(node, row, "应为数字、空格和计量单位", "it takes a number, a space and a measure");
            return null;
        }

        if (column.Quantities.FirstOrDefault(q => q.Measure.Dimension == quantity.Measure.Dimension) is not { } measured)
        {
            Wrong(
                node,
                row,
                $"计量单位 {quantity.Measure.Name} 与该列的任何属性都不同基准（{string.Join("、", column.Quantities.Select(q => $"{q.Attribute} 用 {q.Measure.Name}"))}）",
                $"{quantity.Measure.Name} has the basis of none of the column's attributes ({string.Join(", ", column.Quantities.Select(q => $"{q.Attribute} is in {q.Measure.Name}"))})");
            return null;
        }

        var digits = text.AsSpan().Trim()[..^quantity.Measure.Name.Length].Trim().ToString();
        if (!Number().Matches(quote).Any(m => m.Value == digits))
        {
            Wrong(node, row, $"这一行的引文中没有数字 {digits}", $"the number {digits} is not in the row's quote");
        }

        return new(
            node,
            $"{measured.Attribute} {Sign(column.Holds!.Value)} {quantity}",
            [],
            new($"{digits} {quantity.Measure.Label.Zh}", char.IsAsciiDigit(quantity.Measure.Label.En[0]) ? $"{digits} × {quantity.Measure.Label.En}" : $"{digits} {quantity.Measure.Label.En}"));
    }

    private TableCell? Words(SourceNode node, string row) =>
        Shapes.Text(node, "words", problems) is { } text ? new(node, string.Empty, [], LocalText.Same(text == NoWords ? "—" : text)) : null;

    // The words of a row stand in its line of the law one after the other, each whole.
    private void CheckWords(ImmutableArray<TableCell> cells, string row, string quote)
    {
        var line = quote.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var from = 0;
        for (var i = 0; i < cells.Length; i++)
        {
            if (columns[i].Kind != RuleTableColumnKind.Words || cells[i].Node is SourceNode.Text { Value: NoWords })
            {
                continue;
            }

            var words = cells[i].Said.Zh.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            var at = Enumerable.Range(from, Math.Max(0, line.Length - from - words.Length + 1)).FirstOrDefault(s => line.AsSpan(s, words.Length).SequenceEqual(words), -1);
            if (at < 0)
            {
                Wrong(cells[i].Node, row, $"这一行的引文此处没有“{cells[i].Said.Zh}”", $"“{cells[i].Said.Zh}” does not stand here in the row's quote");
            }
            else
            {
                from = at + words.Length;
            }
        }
    }

    // Two rows about the same thing would be two rules, and which one counts would depend on nothing the law says.
    private void CheckAgainst(TableRow row, IEnumerable<TableRow> others)
    {
        foreach (var other in others)
        {
            var same = other.Id.Value == row.Id.Value;
            if (same || columns.Select((c, i) => c.Kind != RuleTableColumnKind.Key || Meet(row.Cells[i].Values, other.Cells[i].Values)).All(m => m))
            {
                problems.Add(
                    same ? ProblemCode.DuplicateId : ProblemCode.TableRowsOverlap, row.Id.Place, row.Id.Value, same ? other.Id.Place.ToString() : other.Id.Value, other.Id.Place.ToString());
            }
        }
    }

    // A cell without values means any.
    private static bool Meet(ImmutableArray<string> values, ImmutableArray<string> others) => values.IsEmpty || others.IsEmpty || values.Intersect(others).Any();

    private (string? Norm, LocalText? Nothing) Otherwise(TableNorms writer, ImmutableArray<TableRow> rows, ImmutableArray<SourceNode>.Builder norms)
    {
        if (table["otherwise"] is not { } node
            || Members.Open(node, "otherwise", PackMembers.Otherwise, problems, table.PlaceOf("otherwise")) is not { } members)
        {
            return (null, null);
        }

        if (members.Has("nothing"))
        {
            if (table["effect"] is not SourceNode.Text { Value: "oblige" })
            {
                problems.Add(
                    ProblemCode.TableOtherwise, members.PlaceOf("nothing"), id, "禁止或要求的表，必须写明表外情形适用的规范", "a table that forbids or demands needs a norm for what is in no row");
            }

            if (members.Map.Entries.Length > 1)
            {
                problems.Add(ProblemCode.TableOtherwise, members.PlaceOf("nothing"), id, "写了 nothing 就不能再有规范", "with `nothing` there is no norm");
            }

            return (null, members.Local("nothing"));
        }

        if (members["effect"] is SourceNode.Text { Value: "manual" or "cap" } effect)
        {
            problems.Add(ProblemCode.NotAChoice, effect.Place, "effect", effect.Value, "prohibit, require, oblige, exit");
        }

        foreach (var member in (ReadOnlySpan<string>)["span", "gist", "effect", "when"])
        {
            if (!members.Has(member))
            {
                problems.Add(ProblemCode.MissingMember, members.Place, member);
            }
        }

        if (!rows.IsEmpty)
        {
            norms.Add(writer.Otherwise(members.Map, rows));
        }

        return ($"{id}-{TableNorms.OtherwiseName}", null);
    }

    private void Wrong(SourceNode node, string row, string zh, string en) => problems.Add(ProblemCode.TableCell, node.Place, Naming.Shortened(row), zh, en);

    private static string Sign(Comparison comparison) => PackWords.Comparisons.First(w => w.Value == comparison).Text;

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"(?<![\d.])\d+(\.\d+)?(?![\d.])")]
    private static partial Regex Number();
}
