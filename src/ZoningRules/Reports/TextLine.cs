namespace ZoningRules.Reports;

/// <summary>One line of a text report.</summary>
/// <param name="Text">The line, without a line break, free of control characters.</param>
/// <param name="Tone">What it is.</param>
public sealed record TextLine(string Text, TextTone Tone);
