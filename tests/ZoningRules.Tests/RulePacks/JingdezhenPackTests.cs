using ZoningRules.RulePacks;

namespace ZoningRules.Tests.RulePacks;

/// <summary>The pack that ships.</summary>
public sealed class JingdezhenPackTests
{
    [Fact]
    public void Read_PackAndCases_HaveNoProblem()
    {
        var folder = Path.Combine(Repository.Root, "rules", "jingdezhen");
        var pack = RulePackReader.Read(folder);
        Assert.True(pack.Succeeded, WrongPackTests.Said(pack.Problems));
        Assert.Equal(35, pack.Value.Units.Length);
        var cases = CaseReader.Read(folder, pack.Value);
        Assert.True(cases.Succeeded, WrongPackTests.Said(cases.Problems));
        Assert.NotEmpty(cases.Value);
    }

    [Fact]
    public void Read_Twice_GivesTheSamePack()
    {
        var folder = Path.Combine(Repository.Root, "rules", "jingdezhen");
        var one = RulePackReader.Read(folder).Require();
        var other = RulePackReader.Read(folder).Require();
        Assert.Equal(one.Sha256, other.Sha256);
        Assert.Equal(one.Vocabulary.Attributes.Select(a => (a.Id, a.Slot)), other.Vocabulary.Attributes.Select(a => (a.Id, a.Slot)));
        Assert.Equal(one.Norms.Select(n => n.Norm.Id), other.Norms.Select(n => n.Norm.Id));
    }
}
