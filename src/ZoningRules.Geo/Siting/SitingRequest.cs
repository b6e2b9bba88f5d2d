using ZoningRules.Assessing;
using ZoningRules.Proposals;

namespace ZoningRules.Geo.Siting;

/// <summary>A question: where could this project go?</summary>
/// <param name="Proposal">The project. It is taken as a point at every place, with the accuracy its site states, 1 m when it states none.</param>
/// <param name="Context">The date and the ledgers.</param>
public sealed record SitingRequest(Proposal Proposal, AssessmentContext Context)
{
    /// <summary>What becomes of declarations about the project's own place.</summary>
    public PlaceDeclarations Declarations { get; init; } = PlaceDeclarations.LeftOut;

    /// <summary>The area searched; null for all that the layer of control units covers.</summary>
    public Site.Geometry? Within { get; init; }
}
