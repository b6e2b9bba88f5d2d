using Microsoft.Extensions.DependencyInjection;
using ZoningRules.Assessing;
using ZoningRules.Geo.Tests.Siting;
using ZoningRules.Proposals;
using ZoningRules.RulePacks;

namespace ZoningRules.Geo.Tests;

/// <summary>Several packs with their layers in a host.</summary>
public sealed class JointRegistrationTests
{
    [Fact]
    public void AddJointZoningRules_SeveralPacks_EachHasItsOwnLayers()
    {
        using var provider = new ServiceCollection()
            .AddJointZoningRules(options =>
                options.RulesFolders = [Path.Combine(City.Repository, "rules/jingdezhen-minerals"), Path.Combine(City.Repository, "rules/jingdezhen")])
            .AddZoningRulesGeo()
            .BuildServiceProvider();
        var joint = provider.GetRequiredService<JointAssessor>();
        Assert.Same(joint, provider.GetRequiredService<JointAssessor>());
        Assert.Same(joint.Packs, provider.GetRequiredService<PackSet>());
        var proposal = ProposalReader.Parse("mine.yaml", "name: m\nsite: {point: [117.35, 29.2], crs: EPSG:4490}\nattributes: {mine.activity: none}\n"u8).Require();
        var parts = joint.Assess(proposal, AssessmentContext.On(new(2025, 6, 30))).Require().Parts;
        Assert.Equal(["jingdezhen", "jingdezhen-minerals"], parts.Select(p => p.Pack.Id));
        Assert.Equal("ZH36022230002", Assert.Single(parts[0].Location!.Units).Code);
        Assert.Empty(parts[1].Location!.Units);
        Assert.All(parts, p => Assert.Equal(p.Pack.Layers.Select(l => l.Id).Order(StringComparer.Ordinal), p.Receipt.Layers.Select(l => l.Id)));
    }

    [Fact]
    public void AddJointZoningRules_NoFolderOrAnEmptyOne_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new ServiceCollection().AddJointZoningRules(_ => { }));
        Assert.Throws<ArgumentException>(() => new ServiceCollection().AddJointZoningRules(o => o.RulesFolders = [" "]));
    }
}
