using ZoningRules.Assessing;
using ZoningRules.Geo.Siting;
using ZoningRules.Proposals;
using ZoningRules.RulePacks;

namespace ZoningRules.Geo.Tests.Siting;

/// <summary>The Jingdezhen pack with its own layers, read once, and searches over it.</summary>
internal static class City
{
    public static readonly string Repository = Find(AppContext.BaseDirectory);

    private static readonly Lazy<SitingSearch> Made = new(() =>
    {
        var pack = RulePackReader.Read(Path.Combine(Repository, "rules", "jingdezhen")).Require();
        var locator = SiteLocator.Load(pack.Layers);
        return SitingSearch.Over(locator, new Assessor(pack, locator)).Require();
    });

    public static SitingSearch Search => Made.Value;

    public static AssessmentContext Context { get; } = AssessmentContext.On(new(2026, 11, 22));

    public static Proposal Sample(string name) => ProposalReader.Read(Path.Combine(Repository, "samples", "proposals", name)).Require();

    private static string Find(string folder) => File.Exists(Path.Combine(folder, "ZoningRules.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
