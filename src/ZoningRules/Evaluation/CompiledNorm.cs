using System.Collections.Immutable;
using ZoningRules.Facts;
using ZoningRules.RulePacks;

namespace ZoningRules.Evaluation;

/// <summary>A norm in the form that is evaluated: exceptions, zones and dated values are folded in.</summary>
/// <param name="Index">Position among the norms of the program.</param>
/// <param name="Requirement">Its requirement.</param>
/// <param name="Norm">The norm.</param>
/// <param name="Applies">Where it applies, apart from the guard of its scope.</param>
/// <param name="OwnApplies">The same without any exception folded in.</param>
/// <param name="Conditions">The condition of each reading that counts; one without readings; none for a cap.</param>
/// <param name="ItemsSlot">The slot of the for-each collection, or -1.</param>
internal sealed record CompiledNorm(
    int Index,
    Requirement Requirement,
    Norm Norm,
    Expression Applies,
    Expression OwnApplies,
    ImmutableArray<CompiledReading> Conditions,
    int ItemsSlot)
{
    public bool ByPart => Requirement.Scope is Scope.InCategory or Scope.InUnit;

    /// <summary>Whether the norm forbids something, rather than attaching a duty.</summary>
    public bool Forbids => Norm.Effect is Effect.Prohibit or Effect.Require or Effect.Cap;

    /// <summary>Whether its condition counts when an officer's decision on the reading is taken into account. A decision for a retired reading leaves all that count.</summary>
    public bool Counts(CompiledReading reading, FactSheet sheet) =>
        reading.Reading is null
        || Norm.ReadingDecision is not { } decision
        || sheet.Attributes[decision.Slot].Value is not FactValue.Choice choice
        || decision.Type is not AttributeType.Choice options
        || options.Options[choice.Index].Id == reading.Reading.Id
        || Conditions.All(c => c.Reading?.Id != options.Options[choice.Index].Id);
}

/// <summary>A reading's condition: what is bad for prohibit and require, what is met for oblige and exit.</summary>
internal sealed record CompiledReading(Reading? Reading, Expression Condition);
