using System.Collections.Immutable;

namespace ZoningRules.Verdicts;

/// <summary>A minimal set of declared values whose change is enough.</summary>
/// <param name="Attributes">The values to change: ids, or <c>items[1].field</c>, counted from 1.</param>
/// <param name="Options">Ways to change them, each assessed: those that settle the verdict first, then the nearest; empty when none was found among those tried.</param>
/// <param name="Further">How many further ways there are beside <paramref name="Options"/>.</param>
public sealed record ProjectChange(ImmutableArray<string> Attributes, ImmutableArray<ChangeOption> Options, int Further);
