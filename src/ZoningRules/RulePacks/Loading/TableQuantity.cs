using ZoningRules.Measures;

namespace ZoningRules.RulePacks.Loading;

/// <summary>A quantity that a limit column of a table may be about.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Measure">Its measure.</param>
internal sealed record TableQuantity(string Attribute, MeasureUnit Measure);
