namespace ZoningRules.Evaluation;

/// <summary>What kind of unknown a variable of the exact pass stands for.</summary>
internal enum VariableKind
{
    /// <summary>An attribute: first = slot.</summary>
    Attribute,

    /// <summary>A field of an item: first = slot of the collection, second = item or <see cref="Scene.AnyItem"/>, third = field.</summary>
    Field,

    /// <summary>Whether an unknown collection has an item at all: first = slot of the collection.</summary>
    Exists,

    /// <summary>A layer: first = layer slot, second = part.</summary>
    Place,

    /// <summary>Whether a control unit is hit: first = part, or -1 when the unit is not known at all; second = then the kind of control unit.</summary>
    Guard,

    /// <summary>A comparison of two operands: first = leaf, second = part, third = item.</summary>
    Pair,

    /// <summary>A value the law does not publish: first = leaf.</summary>
    Open,

    /// <summary>A ledger: first = norm.</summary>
    Ledger,
}

/// <summary>The identity of a variable of the exact pass.</summary>
internal readonly record struct VariableKey(VariableKind Kind, int First, int Second, int Third);
