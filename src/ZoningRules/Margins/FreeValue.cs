using System.Globalization;
using ZoningRules.Evaluation;
using ZoningRules.Facts;

namespace ZoningRules.Margins;

/// <summary>A declared value of a proposal that can be replaced or forgotten: an attribute, or a field of an item.</summary>
/// <param name="Attribute">The attribute, or the collection of the item.</param>
/// <param name="Definition">The attribute or field.</param>
/// <param name="Item">The item's index, or -1.</param>
/// <param name="Fact">What was declared.</param>
internal sealed record FreeValue(AttributeDefinition Attribute, AttributeDefinition Definition, int Item, Fact Fact)
{
    /// <summary>The id, with the item counted from 1.</summary>
    public string Id => Item < 0 ? Attribute.Id : $"{Attribute.Id}[{(Item + 1).ToString(CultureInfo.InvariantCulture)}].{Definition.Id}";

    /// <summary>Where leaves find it.</summary>
    public FactSource Source => new(Definition, Item < 0 ? -1 : Attribute.Slot);

    /// <summary>All values that a proposal declares, in the order of the vocabulary; a collection before the fields of its items.</summary>
    public static IEnumerable<FreeValue> Of(DeclaredFacts facts)
    {
        foreach (var attribute in facts.Vocabulary.Attributes)
        {
            var fact = facts.Facts[attribute.Slot];
            if (fact.Origin != FactOrigin.Declared || attribute.Layer is not null || attribute.Type is AttributeType.Text)
            {
                continue;
            }

            yield return new(attribute, attribute, -1, fact);
            if (fact.Value is not FactValue.Items items || attribute.Type is not AttributeType.Items fields)
            {
                continue;
            }

            for (var item = 0; item < items.All.Length; item++)
            {
                foreach (var field in fields.Fields)
                {
                    var value = items.All[item].Fields[field.Slot];
                    if (value.Value is not (FactValue.Unknown or FactValue.Text))
                    {
                        yield return new(attribute, field, item, value);
                    }
                }
            }
        }
    }

    /// <summary>The facts without it.</summary>
    public DeclaredFacts Forgotten(DeclaredFacts facts) => With(facts, new(new FactValue.Unknown(UnknownReasons.NotProvided), FactOrigin.None, null));

    /// <summary>The facts with another value of it. A collection that is not known stays so.</summary>
    public DeclaredFacts Replaced(DeclaredFacts facts, FactValue value, string shown) => With(facts, new(value, FactOrigin.Declared, shown));

    private DeclaredFacts With(DeclaredFacts facts, Fact fact)
    {
        if (Item < 0)
        {
            return new(facts.Vocabulary, facts.Facts.SetItem(Attribute.Slot, fact));
        }

        if (facts.Facts[Attribute.Slot] is not { Value: FactValue.Items items } whole)
        {
            return facts;
        }

        var changed = items.All.SetItem(Item, new(items.All[Item].Fields.SetItem(Definition.Slot, fact)));
        return new(facts.Vocabulary, facts.Facts.SetItem(Attribute.Slot, whole with { Value = new FactValue.Items(changed) }));
    }
}
