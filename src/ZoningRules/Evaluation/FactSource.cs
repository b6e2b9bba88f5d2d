using ZoningRules.Facts;

namespace ZoningRules.Evaluation;

/// <summary>Where a leaf finds its fact: an attribute of the proposal or a field of the item.</summary>
/// <param name="Definition">The attribute or field.</param>
/// <param name="ItemsSlot">The slot of the collection for a field; -1 for an attribute of the proposal.</param>
internal readonly record struct FactSource(AttributeDefinition Definition, int ItemsSlot)
{
    public bool IsField => ItemsSlot >= 0;

    /// <summary>The fact, or null for a field of an item about which nothing is known.</summary>
    public Fact? In(in Scene scene) =>
        IsField ? scene.Item?.Fields[Definition.Slot] : scene.Sheet.Attributes[Definition.Slot];

    public FactValue? ValueIn(in Scene scene) => In(scene)?.Value;

    public UnknownReasons ReasonsIn(in Scene scene) => ValueIn(scene) switch
    {
        FactValue.Unknown unknown => unknown.Reasons,
        null => Definition.UnknownAs,
        _ => UnknownReasons.Imprecise,
    };

    /// <summary>A bit for each value of a choice; none for other types.</summary>
    public ulong Options => Definition.Type switch
    {
        AttributeType.YesNo => 0b11,
        AttributeType.Choice choice => ulong.MaxValue >> (64 - choice.Options.Length),
        AttributeType.Choices choices => ulong.MaxValue >> (64 - choices.Options.Length),
        _ => 0,
    };

    /// <summary>The ends of a number that is not known.</summary>
    public Bounds Bounds => Definition.Type is AttributeType.Number number ? new(number.Minimum, number.Maximum) : default;

    public VariableKey Variable(in Scene scene) => IsField
        ? new(VariableKind.Field, ItemsSlot, scene.ItemIndex, Definition.Slot)
        : new(VariableKind.Attribute, Definition.Slot, 0, 0);
}
