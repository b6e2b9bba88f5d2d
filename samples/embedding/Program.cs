using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ZoningRules.Assessing;
using ZoningRules.Geo;
using ZoningRules.Problems;
using ZoningRules.Proposals;
using ZoningRules.Reports;
using ZoningRules.RulePacks;

// embedding RULES-FOLDER [RULES-FOLDER...]: assesses one boiler in three sizes against the first pack and prints the verdict of each; then a mine against all packs together.
if (args is not [var rules, ..])
{
    Console.Error.WriteLine("usage: embedding RULES-FOLDER [RULES-FOLDER...]");
    return 64;
}

Console.OutputEncoding = Encoding.UTF8;
using var provider = new ServiceCollection()
    .AddZoningRules(options => options.RulesFolder = rules)
    .AddJointZoningRules(options => options.RulesFolders = args)
    .AddZoningRulesGeo()
    .BuildServiceProvider();
var assessor = provider.GetRequiredService<Assessor>();
Console.WriteLine($"{assessor.Pack.Id} {assessor.Pack.Version}: {assessor.Pack.Norms.Count()} norms");

// The date is an argument; nothing in the library asks a clock.
var context = AssessmentContext.On(new DateOnly(2026, 11, 22));
foreach (var capacity in (string[])["35 t-steam/h", "24.5 MW", "36 t-steam/h"])
{
    var proposal = ProposalReader.Parse("form.yaml", Encoding.UTF8.GetBytes(
        $$"""
        name: Boiler house
        site:
          point: [117.2050, 29.2950]
          crs: EPSG:4490
          accuracy: 1 m
        attributes:
          project.kind: project
          project.action: new
          boilers: [{fuel: coal, capacity: {{capacity}}}]
        """));
    var result = proposal.Succeeded ? assessor.Assess(proposal.Value, context) : Loaded<ZoningRules.Verdicts.Assessment>.Bad(proposal.Problems);
    if (!result.Succeeded)
    {
        // Everything that is wrong, each with its place, in the language of the reader.
        foreach (var problem in result.Problems)
        {
            Console.Error.WriteLine(Wording.Full(problem, Language.En));
        }

        return 65;
    }

    var assessment = result.Value;
    var boilers = assessment.Findings.Single(f => f.Norm.Id == "JDZ-2020-12.a");
    Console.WriteLine($"{capacity}: {boilers.Outcome}; verdict {assessment.Verdict}, {assessment.Questions.Length} questions; {boilers.Citation.Place}");
}

if (args.Length == 1)
{
    return 0;
}

// Several packs at once: each keeps its own findings and receipt, and the strictest of those that concern the project counts.
var mine = ProposalReader.Parse("mine.yaml", """
    name: Kaolin mine
    date: 2025-06-30
    site:
      point: [117.3500, 29.2000]
      crs: EPSG:4490
    attributes:
      project.kind: project
      project.action: new
      mine.activity: mining
      mine.mineral: kaolin
      mine.method: underground
      mine.annual-ore: 2 10k-t-ore/a
    """u8).Require();
var joint = provider.GetRequiredService<JointAssessor>().Assess(mine, AssessmentContext.On(mine.GoverningDate!.Value)).Require();
Console.WriteLine($"{mine.Name}: joint verdict {joint.Verdict}, decided by {string.Join(", ", joint.Deciding.Select(p => p.Pack.Id))}");
foreach (var part in joint.Parts)
{
    Console.WriteLine($"  {part.Receipt.PackId} {part.Receipt.PackVersion}: {part.Concern}, {part.Verdict}, {part.Questions.Length} questions");
}

return 0;
