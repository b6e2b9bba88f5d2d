using ZoningRules.Facts;
using ZoningRules.Locations;

namespace ZoningRules.Analysis;

/// <summary>How two editions compare for one control category and one action.</summary>
/// <param name="Category">The category of the control units hit; null for a site in none.</param>
/// <param name="Action">The action; null when the vocabulary knows no actions.</param>
/// <param name="Relation">How the new edition stands to the old one.</param>
/// <param name="Stricter">A smallest case in which the new one is stricter; null when there is none.</param>
/// <param name="Looser">A smallest case in which the new one is milder; null when there is none.</param>
public sealed record DifferenceRow(
    ControlCategory? Category, ChoiceOption? Action, DifferenceRelation Relation, DifferenceWitness? Stricter, DifferenceWitness? Looser);
