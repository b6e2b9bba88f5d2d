namespace ZoningRules.Facts;

/// <summary>A snapshot of a cap's running account, in the base measure of the cap. Evaluation never changes it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="AsOf">The day it shows.</param>
/// <param name="Used">What is used.</param>
/// <param name="Reserved">What is promised and not yet used.</param>
/// <param name="Base">The amount of the base year, or null when it is not known.</param>
/// <param name="Sha256">Lower-case hex SHA-256 of the file it was read from; empty for one made in memory.</param>
public sealed record Ledger(string Name, DateOnly AsOf, decimal Used, decimal Reserved, decimal? Base = null, string Sha256 = "");
