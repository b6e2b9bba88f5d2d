using System.Collections.Immutable;

namespace ZoningRules.Verdicts;

/// <summary>The same project at another site.</summary>
/// <param name="Name">The site's name as given.</param>
/// <param name="Verdict">The verdict there.</param>
/// <param name="Possible">The possible verdicts there, mildest first.</param>
public sealed record SiteAlternative(string Name, Verdict Verdict, ImmutableArray<Verdict> Possible);
