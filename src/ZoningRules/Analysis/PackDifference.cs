using System.Collections.Immutable;
using ZoningRules.RulePacks;

namespace ZoningRules.Analysis;

/// <summary>How two editions of a rule pack compare. Immutable.</summary>
/// <param name="Old">The old edition.</param>
/// <param name="New">The new edition.</param>
/// <param name="Date">The date on which both were taken.</param>
/// <param name="Rows">By category (priority, key, general, none; none alone when neither has control units) and action, in the order of the vocabulary.</param>
/// <param name="Norms">Norms that differ, ordered by id.</param>
/// <param name="Unlike">Attributes that mean different kinds of things in the two: they were kept apart, so that a difference may be only one of words.</param>
/// <param name="IsComplete">False when there were too many cells to look at; there are then no rows.</param>
public sealed record PackDifference(
    RulePack Old,
    RulePack New,
    DateOnly Date,
    ImmutableArray<DifferenceRow> Rows,
    ImmutableArray<DifferenceNorm> Norms,
    ImmutableArray<string> Unlike,
    bool IsComplete);
