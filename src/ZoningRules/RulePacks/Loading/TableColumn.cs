using System.Collections.Immutable;
using ZoningRules.Facts;
using ZoningRules.Problems;
using ZoningRules.Problems.Sources;

namespace ZoningRules.RulePacks.Loading;

/// <summary>A column of a table as read.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Kind">What its cells do.</param>
/// <param name="Holds">How a value holds against a limit; null for other columns.</param>
/// <param name="Of">The attribute of a key column; empty otherwise.</param>
/// <param name="Options">The values of that attribute.</param>
/// <param name="Quantities">The attributes that a limit column may be about, each of another dimension.</param>
internal sealed record TableColumn(
    string Id, LocalText Title, RuleTableColumnKind Kind, Comparison? Holds, string Of, ImmutableArray<ChoiceOption> Options, ImmutableArray<TableQuantity> Quantities)
{
    private static readonly ImmutableArray<ChoiceOption> YesNo = [new("no", new("否", "no")), new("yes", new("是", "yes"))];

    /// <summary>Reads the columns of a table; those with problems are left out.</summary>
    public static ImmutableArray<TableColumn> ReadAll(PackDraft draft, Members table)
    {
        var columns = ImmutableArray.CreateBuilder<TableColumn>();
        foreach (var entry in table.Entries("columns"))
        {
            if (Read(draft, entry) is { } column)
            {
                columns.Add(column);
            }
        }

        if (table["columns"] is SourceNode.Map map && map.Entries.All(e => e.Node is not SourceNode.Map node || node["kind"] is not SourceNode.Text { Value: "key" }))
        {
            Wrong(draft, table.PlaceOf("columns"), "columns", "至少要有一列 kind: key", "one column of `kind: key` is needed");
        }

        return columns.DrainToImmutable();
    }

    private static TableColumn? Read(PackDraft draft, SourceEntry entry)
    {
        var before = draft.Problems.Count;
        if (!Naming.IsId(entry.Name) || entry.Name is "id" or "quote")
        {
            draft.Problems.Add(ProblemCode.BadId, entry.Key.Place, Naming.Shortened(entry.Name));
        }

        if (Members.Open(entry.Node, entry.Name, PackMembers.TableColumn, draft.Problems, entry.Key.Place) is not { } members)
        {
            return null;
        }

        var kind = members.Choice("kind", PackWords.ColumnKinds, RuleTableColumnKind.Words);
        foreach (var (member, needed) in new[] { ("of", kind != RuleTableColumnKind.Words), ("holds", kind == RuleTableColumnKind.Limit) })
        {
            if (members.Has("kind") && members.Has(member) != needed)
            {
                Wrong(
                    draft,
                    needed ? entry.Key.Place : members.PlaceOf(member),
                    entry.Name,
                    needed ? $"缺少 {member}" : $"此种列没有 {member}",
                    needed ? $"it needs {member}" : $"this kind of column takes no {member}");
            }
        }

        var title = members.Local("title");
        var holds = kind == RuleTableColumnKind.Limit && members.Has("holds") ? members.Choice("holds", PackWords.Comparisons) : (Comparison?)null;
        var (of, options) = kind == RuleTableColumnKind.Key ? Key(draft, members, entry.Name) : (string.Empty, []);
        var quantities = kind == RuleTableColumnKind.Limit ? Limits(draft, members, entry.Name) : [];
        return draft.Problems.Count == before ? new(entry.Name, title, kind, holds, of, options, quantities) : null;
    }

    private static (string Of, ImmutableArray<ChoiceOption> Options) Key(PackDraft draft, Members members, string column)
    {
        if (members.TextNode("of") is not { } node || Attribute(draft, node) is not { } definition)
        {
            return (string.Empty, []);
        }

        switch (definition.Type)
        {
            case AttributeType.Choice choice:
                return (definition.Id, choice.Options);
            case AttributeType.YesNo:
                return (definition.Id, YesNo);
            default:
                Wrong(draft, node.Place, column, $"{definition.Id} 不是选项或是否", $"{definition.Id} is neither a choice nor yes-no");
                return (string.Empty, []);
        }
    }

    private static ImmutableArray<TableQuantity> Limits(PackDraft draft, Members members, string column)
    {
        var quantities = ImmutableArray.CreateBuilder<TableQuantity>();
        foreach (var node in members.Texts("of"))
        {
            if (Attribute(draft, node) is not { } definition)
            {
                continue;
            }

            if (definition.Type is not AttributeType.Number(var measure, _, _))
            {
                Wrong(draft, node.Place, column, $"{definition.Id} 不是数值", $"{definition.Id} is no number");
            }
            else if (quantities.FirstOrDefault(q => q.Measure.Dimension == measure.Dimension) is { } other)
            {
                Wrong(
                    draft,
                    node.Place,
                    column,
                    $"{definition.Id} 与 {other.Attribute} 的计量基准相同，一行的界限用哪个属性就不明确",
                    $"{definition.Id} has the basis of {other.Attribute}: which one a row's limit is for would not be clear");
            }
            else
            {
                quantities.Add(new(definition.Id, measure));
            }
        }

        if (members["of"] is SourceNode.List { Items.IsEmpty: true })
        {
            draft.Problems.Add(ProblemCode.EmptyValue, members.PlaceOf("of"), "of");
        }

        return quantities.DrainToImmutable();
    }

    private static AttributeDefinition? Attribute(PackDraft draft, SourceNode.Text node)
    {
        if (draft.Vocabulary.TryFind(node.Value, out var definition) && !MadeAttributes.IsReserved(node.Value))
        {
            return definition;
        }

        draft.Problems.Add(draft.Vocabulary.UnknownAttribute(node.Value, node.Place));
        return null;
    }

    private static void Wrong(PackDraft draft, SourcePlace place, string column, string zh, string en) =>
        draft.Problems.Add(ProblemCode.TableColumn, place, Naming.Shortened(column), zh, en);
}
