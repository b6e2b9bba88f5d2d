using ZoningRules.Facts;
using ZoningRules.Measures;
using ZoningRules.Problems;

namespace ZoningRules.Findings;

/// <summary>One leaf of a norm with the value under it.</summary>
/// <param name="Role">Which part of the norm it belongs to.</param>
/// <param name="Leaf">The leaf as the rule file writes it.</param>
/// <param name="Words">The leaf in words.</param>
/// <param name="Truth">What came of it.</param>
/// <param name="Value">The value under it, printed; a dash when nothing is known.</param>
/// <param name="Origin">Where the value comes from.</param>
/// <param name="Reasons">Why it is Unknown; None otherwise.</param>
/// <param name="Unit">The code of the control unit the line is about, or null for the whole site.</param>
/// <param name="Item">The item, such as <c>boilers[1]</c>, counted from 1, or null.</param>
/// <param name="Reading">The reading, or null.</param>
public sealed record TraceLine(
    TraceRole Role,
    string Leaf,
    LocalText Words,
    Truth Truth,
    LocalText Value,
    FactOrigin Origin,
    UnknownReasons Reasons,
    string? Unit = null,
    string? Item = null,
    string? Reading = null);
