using ZoningRules.Facts;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Problems.Sources;

namespace ZoningRules.RulePacks.Loading;

/// <summary>Reads what a leaf looks at: an attribute, a field of the item of a <c>for-each</c> norm, or a measurement.</summary>
/// <param name="draft">What may be named.</param>
/// <param name="items">The collection of the norm, or null.</param>
/// <param name="itemName">The name of its item, or null.</param>
internal sealed class OperandParser(PackDraft draft, AttributeType.Items? items, string? itemName)
{
    private const string Forms = "`ATTRIBUTE`, `ITEM.FIELD`, `distance(site, LAYER)`, `overlap(site, LAYER)`, `share(site, LAYER)`";

    private readonly ProblemList problems = draft.Problems;

    /// <summary>The attribute type of an operand; null for a measurement.</summary>
    public static AttributeType? TypeOf(Operand operand) => operand switch
    {
        Operand.OfProposal of => of.Definition.Type,
        Operand.OfItem of => of.Definition.Type,
        _ => null,
    };

    /// <summary>The measure of an operand; null when it is no number.</summary>
    public static MeasureUnit? MeasureOf(Operand operand) => operand switch
    {
        Operand.Distance => MeasureTable.Metre,
        Operand.Overlap => MeasureTable.SquareMetre,
        Operand.Share => MeasureTable.Percent,
        _ => (TypeOf(operand) as AttributeType.Number)?.Measure,
    };

    /// <summary>Reads an operand that stands alone, such as one always shown.</summary>
    public Operand? Parse(SourceNode.Text node)
    {
        var line = new LeafLine(node);
        return Parse(line, line.Whole);
    }

    /// <summary>Reads an operand of a leaf.</summary>
    public Operand? Parse(LeafLine line, LeafSpan span)
    {
        if (span.Text.Contains('(', StringComparison.Ordinal))
        {
            return Measurement(line, span);
        }

        var name = span.Text;
        if (itemName is not null && items is not null && name.StartsWith(itemName + '.', StringComparison.Ordinal))
        {
            return Field(span, name[(itemName.Length + 1)..]);
        }

        if (!draft.Vocabulary.TryFind(name, out var definition))
        {
            var known = draft.Vocabulary.Attributes.Select(a => a.Id);
            if (items is not null)
            {
                known = known.Concat(items.Fields.Select(f => $"{itemName}.{f.Id}"));
            }

            problems.Add(ProblemCode.UnknownAttribute, span.Place, Naming.Shortened(name), Naming.Nearest(name, known));
            return null;
        }

        if (MadeAttributes.IsReserved(name))
        {
            Type(line, span, "图层用 `site in` 或 `distance`，名录用 `in list(…)`", "layers are asked with `site in` or `distance`, lists with `in list(…)`");
            return null;
        }

        switch (definition.Type)
        {
            case AttributeType.Text:
                Type(line, span, "文本不能用于条件", "a text cannot be used in a condition");
                return null;
            case AttributeType.Items:
                Type(line, span, "集合要用 for-each 逐项判断", "a collection needs for-each");
                return null;
            default:
                return new Operand.OfProposal(definition);
        }
    }

    /// <summary>Finds a layer that rules may speak of.</summary>
    public (string Layer, int Slot)? Layer(LeafSpan span)
    {
        var name = span.Text;
        if (draft.Vocabulary.TryFindLayer(name, out var slot))
        {
            return (name, slot);
        }

        var known = draft.Vocabulary.Layers.Select(l => l.Id);
        problems.Add(ProblemCode.UnknownName, span.Place, "图层", "layer", Naming.Shortened(name), Naming.Nearest(name, known));
        return null;
    }

    /// <summary>Whether a layer has an area.</summary>
    public bool IsAreas(int slot) => draft.Vocabulary.Layers[slot].Shape == LayerShape.Areas;

    private Operand.OfItem? Field(LeafSpan span, string name)
    {
        var field = items!.Fields.FirstOrDefault(f => f.Id == name);
        if (field is null)
        {
            problems.Add(
                ProblemCode.UnknownAttribute,
                span.Place,
                Naming.Shortened(span.Text),
                Naming.Nearest(span.Text, items.Fields.Select(f => $"{itemName}.{f.Id}")));
            return null;
        }

        return new(field);
    }

    private Operand? Measurement(LeafLine line, LeafSpan span)
    {
        var inner = span.Call("distance") ?? span.Call("overlap") ?? span.Call("share");
        if (inner is not { } arguments || LeafSpan.Split(arguments) is not { Length: 2 } pair || pair[0].Text != "site")
        {
            // In `[a(b, c)]` YAML itself splits at the comma.
            var expected = span.Text.Contains(')', StringComparison.Ordinal) ? Forms : "`[\"distance(site, LAYER)\"]`";
            problems.Add(ProblemCode.BadLeaf, span.Place, Naming.Shortened(line.Whole.Text), expected);
            return null;
        }

        if (Layer(pair[1]) is not { } layer)
        {
            return null;
        }

        if (span.Call("distance") is not null)
        {
            return new Operand.Distance(layer.Layer, layer.Slot);
        }

        if (!IsAreas(layer.Slot))
        {
            Type(line, pair[1], $"图层 {layer.Layer} 没有面积", $"the layer {layer.Layer} has no area");
            return null;
        }

        return span.Call("overlap") is not null ? new Operand.Overlap(layer.Layer, layer.Slot) : new Operand.Share(layer.Layer, layer.Slot);
    }

    private void Type(LeafLine line, LeafSpan at, string reasonZh, string reasonEn) =>
        problems.Add(ProblemCode.LeafType, at.Place, Naming.Shortened(line.Whole.Text), reasonZh, reasonEn);
}
