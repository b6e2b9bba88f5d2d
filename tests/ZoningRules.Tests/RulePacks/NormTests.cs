using ZoningRules.Problems;
using ZoningRules.RulePacks;

namespace ZoningRules.Tests.RulePacks;

public sealed class NormTests
{
    private static readonly SourcePlace Place = new("test");

    [Fact]
    public void Lines_OfATree_AreAllLinesDepthFirst_AppliesUnlessWhenReadings()
    {
        var norm = Empty with
        {
            When = new Condition.All([new Condition.Not(new Condition.Any([Line("c"), new Condition.All([Line("d"), Line("e")])])), Line("f"), Line("c")]),
            Unless = new Condition.Not(Line("b")),
            Applies = Line("a"),
            Readings =
            [
                new("far", ReadingStatus.Alternative, LocalText.Same("far"), Line("g")),
                new("near", ReadingStatus.Assumed, LocalText.Same("near"), new Condition.Any([Line("h"), Line("i")])),
            ],
        };

        Assert.Equal(["a", "b", "c", "d", "e", "f", "c", "g", "h", "i"], norm.Lines.Select(l => l.Text));
    }

    [Fact]
    public void Lines_WithoutConditions_None()
    {
        Assert.Empty(Empty.Lines);
        Assert.Empty((Empty with { When = new Condition.All([]), Unless = new Condition.Any([]) }).Lines);
    }

    private static Norm Empty => new() { Id = "R-01.a", Span = "", Gist = LocalText.Same("gist"), Effect = Effect.Prohibit, Place = Place };

    private static Condition.Leaf Line(string text) => new(text, new LeafTest.SiteIn(text, 0), Place);
}
