using ZoningRules.Problems;
using ZoningRules.RulePacks;

namespace ZoningRules.Verdicts;

/// <summary>A list that exists in law, bears on the site and is not in the pack: to be checked with its issuer.</summary>
/// <param name="Unit">The code of the control unit.</param>
/// <param name="UnitName">Its name.</param>
/// <param name="Title">What the list is called.</param>
/// <param name="Issuer">Who issues it.</param>
/// <param name="Citation">The sentence that says it exists.</param>
public sealed record ListNotLoaded(string Unit, string UnitName, LocalText Title, LocalText Issuer, Citation Citation);
