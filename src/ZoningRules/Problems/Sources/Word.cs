namespace ZoningRules.Problems.Sources;

/// <summary>A word of a file and what it stands for.</summary>
/// <param name="Text">The word.</param>
/// <param name="Value">Its meaning.</param>
internal readonly record struct Word<T>(string Text, T Value)
    where T : struct;
