using ZoningRules.Assessing;
using ZoningRules.Locations;
using ZoningRules.Problems;
using ZoningRules.Proposals;
using ZoningRules.Tests.Oracle;
using ZoningRules.Tests.RulePacks;

namespace ZoningRules.Tests.Assessing;

/// <summary>An officer's decision on <c>site.crs</c> ends a doubt about coordinates, and only about the system that the site states.</summary>
public sealed class CrsDecisionTests
{
    private static readonly CoordinateDoubt Doubt = new() { Text = new("存疑", "in doubt"), Reference = new("甲镇", "town"), ShareAsStated = new(0) };

    private static readonly SiteLocation Doubtful = Some.Location() with { Crs = "EPSG:4490", CoordinateDoubt = Doubt };

    [Theory]
    [InlineData("EPSG:4490")]
    [InlineData("epsg:4490")]
    [InlineData("CGCS2000")]
    public void Apply_TheSystemStated_EndsTheDoubtInBothReadings(string confirmed)
    {
        var location = CrsDecision.Apply(Doubtful with { OtherReading = Doubtful }, Proposal(confirmed, "CGCS2000")).Require();

        Assert.False(location.IsDoubtful);
        Assert.Equal("张三", location.CoordinateDoubt!.ConfirmedBy);
        Assert.False(location.OtherReading!.IsDoubtful);
    }

    [Theory]
    [InlineData("GCJ-02")]
    [InlineData("yes")]
    public void Apply_AnotherSystem_IsAProblem(string confirmed)
    {
        var problem = Assert.Single(CrsDecision.Apply(Doubtful, Proposal(confirmed, "EPSG:4490")).Problems);

        Assert.Equal(ProblemCode.OtherCrsConfirmed, problem.Code);
        Assert.NotNull(problem.Place);
        WrongPackTests.AssertWorded(problem);
    }

    [Fact]
    public void Apply_NoDecision_ChangesNothing() => Assert.Same(Doubtful, CrsDecision.Apply(Doubtful, Proposal(null, "EPSG:4490")).Require());

    [Fact]
    public void Apply_DecisionWithoutDoubt_ChangesNothing() =>
        Assert.Null(CrsDecision.Apply(Some.Location() with { Crs = "EPSG:4490" }, Proposal("EPSG:4490", "EPSG:4490")).Require().CoordinateDoubt);

    private static Proposal Proposal(string? confirmed, string crs) => new(
        "n",
        null,
        new Site.Geometry(SiteFormat.Point, "117,29", crs, null, new("p.yaml")),
        [],
        confirmed is null ? [] : [new("site.crs", new RawValue.Text(confirmed), "张三", new(2026, 11, 22), "已核实", new("p.yaml", 9))]);
}
