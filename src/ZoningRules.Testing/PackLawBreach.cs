namespace ZoningRules.Testing;

/// <summary>How a scenario breaks a law.</summary>
/// <param name="How">In one line.</param>
/// <param name="Example">The scenario to look at.</param>
internal sealed record PackLawBreach(string How, Scenario Example);
