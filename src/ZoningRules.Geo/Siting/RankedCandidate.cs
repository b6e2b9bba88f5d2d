using ZoningRules.Measures;
using ZoningRules.Verdicts;

namespace ZoningRules.Geo.Siting;

/// <summary>A candidate site with its assessment and its place among the others.</summary>
/// <param name="Rank">Its rank, from 1 for the best. Order: milder verdict, fewer open norms, fewer conditions, larger margin, name.</param>
/// <param name="Candidate">The site.</param>
/// <param name="Assessment">The assessment of the project with the site's own geometry.</param>
/// <param name="OpenNorms">How many norms are undecided.</param>
/// <param name="Conditions">How many obligations and lists to be checked there are.</param>
/// <param name="Margin">
/// Distance from the site to the nearest place of a stricter verdict or to the edge of the area searched, beyond which nothing was looked at; 0 when it reaches into either, and where nobody knows for sure where the site lies.
/// </param>
public sealed record RankedCandidate(int Rank, CandidateSite Candidate, Assessment Assessment, int OpenNorms, int Conditions, Metres Margin);
