namespace ZoningRules.Reports;

/// <summary>A run of text in one style. The text is raw: whoever writes it escapes it.</summary>
internal sealed record Run(string Text, RunStyle Style = RunStyle.Plain);
