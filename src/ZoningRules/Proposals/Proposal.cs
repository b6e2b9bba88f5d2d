using System.Collections.Immutable;

namespace ZoningRules.Proposals;

/// <summary>What an applicant wants and where. Immutable.</summary>
/// <param name="Name">The project's name.</param>
/// <param name="GoverningDate">The date whose law counts, or null when the proposal leaves it to the caller.</param>
/// <param name="Site">Where.</param>
/// <param name="Attributes">Declared attributes, in the order of the file; ids are distinct.</param>
/// <param name="Decisions">Decisions of officers, in the order of the file; ids are distinct.</param>
/// <param name="Source">The file's path as given, or a name for a proposal made in memory.</param>
/// <param name="Sha256">Lower-case hex SHA-256 over the bytes of the proposal file followed by those of its geometry files in order, if any; empty for one made in memory.</param>
public sealed record Proposal(
    string Name,
    DateOnly? GoverningDate,
    Site Site,
    ImmutableArray<DeclaredValue> Attributes,
    ImmutableArray<OfficerDecision> Decisions,
    string Source = "",
    string Sha256 = "");
