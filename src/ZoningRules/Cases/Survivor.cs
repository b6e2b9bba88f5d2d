namespace ZoningRules.Cases;

/// <summary>A slip that no case notices.</summary>
/// <param name="Mutant">The slip.</param>
/// <param name="MissingCase">A case that would notice it, with what the unchanged pack makes of it; null when the case language cannot say it.</param>
public sealed record Survivor(Mutant Mutant, string? MissingCase);
