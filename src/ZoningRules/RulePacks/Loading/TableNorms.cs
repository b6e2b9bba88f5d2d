using System.Collections.Immutable;
using ZoningRules.Problems.Sources;

namespace ZoningRules.RulePacks.Loading;

/// <summary>Writes the rows of a table as nodes of norms, each piece at the place of the cell it comes from.</summary>
/// <param name="table">The table.</param>
/// <param name="id">Its id.</param>
/// <param name="columns">Its columns.</param>
internal sealed class TableNorms(Members table, string id, ImmutableArray<TableColumn> columns)
{
    /// <summary>What the id of the norm for things in no row ends with.</summary>
    public const string OtherwiseName = "otherwise";

    /// <summary>The line that says that an attribute has one of the values.</summary>
    public static string OneOf(string attribute, ImmutableArray<string> values) =>
        values.Length == 1 ? $"{attribute} is {values[0]}" : $"{attribute} in [{string.Join(", ", values)}]";

    /// <summary>The norm of a row.</summary>
    public SourceNode Norm(TableRow row)
    {
        var keys = Leaves(row, limits: false);
        var limits = Leaves(row, limits: true);
        var at = row.Id;
        var entries = ImmutableArray.CreateBuilder<SourceEntry>();
        entries.Add(Entry(at, "id", Text(at, $"{id}-{row.Id.Value}")));
        entries.Add(Entry(at, "span", row.Quote));
        Add(entries, at, "effect", table["effect"]);
        Add(entries, at, "gist", table["gist"] is { } gist ? Filled(gist, row) : null);

        // Without a limit the keys are what the norm is true of; with one they say what it is about.
        Add(entries, at, "applies", limits.IsEmpty ? table["applies"] : Both(at, table["applies"], keys));
        Add(entries, at, "when", All(at, limits.IsEmpty ? keys : limits));
        Add(entries, at, "unless", table["unless"]);
        Add(entries, at, "show", table["show"]);
        Add(entries, at, "obligations", table["obligations"] is { } obligations ? Filled(obligations, row) : null);
        Add(entries, at, "target", table["target"]);
        return Map(at, entries.DrainToImmutable());
    }

    /// <summary>The norm for things in no row.</summary>
    public SourceNode Otherwise(SourceNode.Map written, ImmutableArray<TableRow> rows)
    {
        var at = table["otherwise"]!;
        var entries = ImmutableArray.CreateBuilder<SourceEntry>();
        entries.Add(Entry(at, "id", Text(at, $"{id}-{OtherwiseName}")));
        entries.AddRange(written.Entries.Where(e => e.Name is not ("applies" or "unless")));
        var own = Both(at, table["applies"], written["applies"] is { } more ? [more] : []);
        Add(entries, at, "applies", Both(at, own, [Map(at, [Entry(at, "not", Listed(at, rows))])]));
        var unless = ((ReadOnlySpan<SourceNode?>)[table["unless"], written["unless"]]).ToArray().OfType<SourceNode>().ToImmutableArray();
        Add(entries, at, "unless", unless.Length > 1 ? Map(at, [Entry(at, "any", ListOf(at, unless))]) : unless.FirstOrDefault());
        return Map(at, entries.DrainToImmutable());
    }

    // Any row: rows that differ in their first key only are one line.
    private SourceNode Listed(SourceNode at, ImmutableArray<TableRow> rows)
    {
        ImmutableArray<int> keys = [.. Enumerable.Range(0, columns.Length).Where(i => columns[i].Kind == RuleTableColumnKind.Key)];
        ImmutableArray<SourceNode> groups =
        [
            .. rows.GroupBy(r => string.Join('\n', keys.Skip(1).Select(k => r.Cells[k].Leaf)), StringComparer.Ordinal).Select(group =>
            {
                var first = group.SelectMany(r => r.Cells[keys[0]].Values).Distinct(StringComparer.Ordinal).ToImmutableArray();
                var parts = ImmutableArray.CreateBuilder<SourceNode>();
                if (group.All(r => !r.Cells[keys[0]].Values.IsEmpty))
                {
                    parts.Add(Text(at, OneOf(columns[keys[0]].Of, first)));
                }

                parts.AddRange(keys.Skip(1).Select(k => group.First().Cells[k].Leaf).Where(l => l.Length > 0).Select(l => Text(at, l)));
                return All(at, parts.DrainToImmutable())!;
            }),
        ];
        return groups.Length == 1 ? groups[0] : Map(at, [Entry(at, "any", ListOf(at, groups))]);
    }

    private ImmutableArray<SourceNode> Leaves(TableRow row, bool limits) =>
    [
        .. row.Cells
            .Where((c, i) => c.Leaf.Length > 0 && columns[i].Kind == (limits ? RuleTableColumnKind.Limit : RuleTableColumnKind.Key))
            .Select(c => Text(c.Node, c.Leaf)),
    ];

    private static SourceNode? All(SourceNode at, ImmutableArray<SourceNode> parts) => parts.Length switch
    {
        1 => parts[0],
        _ => Map(at, [Entry(at, "all", ListOf(at, parts))]),
    };

    // A condition and more; a list of alls stays one list.
    private static SourceNode? Both(SourceNode at, SourceNode? first, ImmutableArray<SourceNode> more)
    {
        ImmutableArray<SourceNode> parts = first switch
        {
            null => more,
            SourceNode.Map { Entries: [{ Name: "all", Node: SourceNode.List list }] } => [.. list.Items, .. more],
            _ => [first, .. more],
        };
        return parts.IsEmpty ? null : All(at, parts);
    }

    // The words of the columns put in where a text names them.
    private SourceNode Filled(SourceNode node, TableRow row) => node switch
    {
        SourceNode.Map map => new SourceNode.Map(
            map.File, map.Line, map.Column, map.Length, [.. map.Entries.Select(e => new SourceEntry(e.Key, e.Node is SourceNode.Text text ? Filled(text, row, e.Name) : Filled(e.Node, row)))]),
        SourceNode.List list => new SourceNode.List(list.File, list.Line, list.Column, list.Length, [.. list.Items.Select(i => Filled(i, row))]),
        _ => node,
    };

    private SourceNode Filled(SourceNode.Text text, TableRow row, string language)
    {
        var filled = text.Value;
        for (var i = 0; i < columns.Length; i++)
        {
            filled = filled.Replace($"{{{columns[i].Id}}}", language == "en" ? row.Cells[i].Said.En : row.Cells[i].Said.Zh, StringComparison.Ordinal);
        }

        return text with { Value = filled, Style = text.Style == TextStyle.Nothing ? TextStyle.Nothing : TextStyle.Quoted };
    }

    private static void Add(ImmutableArray<SourceEntry>.Builder entries, SourceNode at, string name, SourceNode? node)
    {
        if (node is not null)
        {
            entries.Add(Entry(at, name, node));
        }
    }

    private static SourceEntry Entry(SourceNode at, string name, SourceNode node) => new(Text(at, name), node);

    private static SourceNode.Text Text(SourceNode at, string value) => new(at.File, at.Line, at.Column, at.Length, value, TextStyle.Quoted);

    private static SourceNode.List ListOf(SourceNode at, ImmutableArray<SourceNode> items) => new(at.File, at.Line, at.Column, at.Length, items);

    private static SourceNode.Map Map(SourceNode at, ImmutableArray<SourceEntry> entries) => new(at.File, at.Line, at.Column, at.Length, entries);
}
