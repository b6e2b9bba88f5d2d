namespace ZoningRules.RulePacks;

/// <summary>A file of a pack with a layer's entry changed; nothing is written yet.</summary>
/// <param name="Path">The file, relative to the pack's folder, with forward slashes.</param>
/// <param name="Text">Its whole new text.</param>
public sealed record LayerFileEdit(string Path, string Text);
