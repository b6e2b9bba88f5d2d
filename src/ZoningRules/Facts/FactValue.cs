using System.Collections.Immutable;
using ZoningRules.Measures;

namespace ZoningRules.Facts;

/// <summary>A typed value of an attribute: known, known within an interval, or unknown with reasons. Closed.</summary>
public abstract record FactValue
{
    private protected FactValue() { }

    /// <summary>One value of a choice; of a yes-no attribute 0 is no and 1 is yes.</summary>
    /// <param name="Index">Position among the declared values, from 0.</param>
    public sealed record Choice(int Index) : FactValue;

    /// <summary>A complete set of values of a <c>choices</c> attribute.</summary>
    /// <param name="Mask">Bit i is set when the i-th declared value is in the set.</param>
    public sealed record ChoiceSet(ulong Mask) : FactValue;

    /// <summary>A code. It stands for any of its children: which one is not known.</summary>
    /// <param name="Entry">The entry of the code system.</param>
    public sealed record Code(CodeEntry Entry) : FactValue;

    /// <summary>A number in the base measure of its dimension: known when the interval is a point.</summary>
    /// <param name="Range">All values it may have.</param>
    public sealed record Number(Interval<decimal> Range) : FactValue;

    /// <summary>A text, which no condition can use.</summary>
    /// <param name="Value">The text.</param>
    public sealed record Text(string Value) : FactValue;

    /// <summary>A complete collection.</summary>
    /// <param name="All">Its items in the order given.</param>
    public sealed record Items(ImmutableArray<Item> All) : FactValue;

    /// <summary>Not known.</summary>
    /// <param name="Reasons">Why; never <see cref="UnknownReasons.None"/>.</param>
    public sealed record Unknown(UnknownReasons Reasons) : FactValue;
}
