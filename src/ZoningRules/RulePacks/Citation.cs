namespace ZoningRules.RulePacks;

/// <summary>A sentence of law. The quote was checked against the archived text when the pack was loaded.</summary>
/// <param name="Instrument">The document.</param>
/// <param name="Place">Where in it, such as 附件4 第9项.</param>
/// <param name="Quote">The words, verbatim but for white space.</param>
public sealed record Citation(Instrument Instrument, string Place, string Quote);
