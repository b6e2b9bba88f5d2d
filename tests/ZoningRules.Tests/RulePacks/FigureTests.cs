using ZoningRules.Analysis;
using ZoningRules.Problems;
using ZoningRules.RulePacks;

namespace ZoningRules.Tests.RulePacks;

/// <summary>Published figures and what they should add up to.</summary>
public sealed class FigureTests
{
    private static readonly List<(string Name, ProblemCode Code, Action<SmallPack> Break)> Wrong =
    [
        ("a number that the quote does not hold", ProblemCode.FigureNotInQuote, p => p.Edit(TablePack.Figures, "value: 41.67", "value: 41.6")),
        ("a part of a number", ProblemCode.FigureNotInQuote, p => p.Edit(TablePack.Figures, "value: 12", "value: 2")),
        ("a quote that is not the document's", ProblemCode.QuoteNotInText, p => p.Edit(TablePack.Figures, "quote: \"小型 6 个\"", "quote: \"中型 6 个\"")),
        ("no number", ProblemCode.BadNumber, p => p.Edit(TablePack.Figures, "value: 12", "value: 十二")),
        ("two operations", ProblemCode.FigureCheckMembers, p => p.Edit(TablePack.Figures, "sum: [large, small]", "sum: [large, small], product: [large]")),
        ("no operation", ProblemCode.FigureCheckMembers, p => p.Edit(TablePack.Figures, "sum: [large, small], ", string.Empty)),
        ("a share of nothing", ProblemCode.FigureCheckMembers, p => p.Edit(TablePack.Figures, "whole: [all], ", string.Empty)),
        ("a whole without a share", ProblemCode.FigureCheckMembers, p => p.Edit(TablePack.Figures, "sum: [large, small]", "sum: [large, small], whole: [all]")),
        ("no figure of that name", ProblemCode.UnknownName, p => p.Edit(TablePack.Figures, "sum: [large, small]", "sum: [large, smal]")),
        ("nothing to add up", ProblemCode.EmptyValue, p => p.Edit(TablePack.Figures, "sum: [large, small]", "sum: []")),
        ("a tolerance below nothing", ProblemCode.OutOfRange, p => p.Edit(TablePack.Figures, "within: 0.005", "within: -1")),
        ("another relation", ProblemCode.NotAChoice, p => p.Edit(TablePack.Figures, "is: at-most", "is: below")),
        ("a figure twice", ProblemCode.DuplicateMember, p => p.Edit(TablePack.Figures, "  small: {", "  large: {")),
        ("a check twice", ProblemCode.DuplicateId, p => p.Edit(TablePack.Figures, "id: fewer", "id: product")),
    ];

    public static TheoryData<string> Names => [.. Wrong.Select(w => w.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_WrongFigures_AreReportedWithTheirPlace(string name)
    {
        var (_, code, @break) = Wrong.Single(w => w.Name == name);
        using var pack = TablePack.Make();
        @break(pack);

        var problems = pack.Read().Problems;

        Assert.True(problems.Any(p => p.Code == code && p.Place is { Line: > 0 }), $"expected {code}, found:\n{WrongPackTests.Said(problems)}");
        Assert.All(problems, WrongPackTests.AssertWorded);
    }

    [Fact]
    public void EveryCodeOfFigures_HasAWrongFile() =>
        Assert.Empty(Enum.GetValues<ProblemCode>().Where(c => (int)c is >= 9635 and <= 9649).Except(Wrong.Select(w => w.Code)));

    [Theory]
    [InlineData("by-size", 11.0, false)]
    [InlineData("larger-share", 41.6667, true)]
    [InlineData("product", 30.0, true)]
    [InlineData("fewer", 5.0, true)]
    public void Agrees_Check_IsWhatTheFiguresMake(string id, double computed, bool agrees)
    {
        using var pack = TablePack.Make();
        var check = pack.Read().Require().FigureChecks.Single(c => c.Id == id);

        Assert.Equal((decimal)computed, Math.Round(check.Computed()!.Value, 4));
        Assert.Equal(agrees, check.Agrees());
    }

    [Theory]
    [InlineData("is: at-most, figure: small", "is: at-least, figure: small", false)]
    [InlineData("is: at-most, figure: small", "is: equal, figure: small", false)]
    [InlineData("is: at-most, figure: small", "is: equal, figure: small, within: 1", true)]
    [InlineData("sum: [large], is: at-most, figure: small", "sum: [small], is: at-most, figure: large", false)]
    [InlineData("sum: [large], is: at-most, figure: small", "sum: [small], is: at-most, figure: large, within: 1", true)]
    public void Agrees_Relation_HoldsUpToItsTolerance(string old, string changed, bool agrees)
    {
        using var pack = TablePack.Make();
        pack.Edit(TablePack.Figures, old, changed);

        Assert.Equal(agrees, pack.Read().Require().FigureChecks.Single(c => c.Id == "fewer").Agrees());
    }

    [Fact]
    public void Run_FiguresThatDisagree_AreReportedWithTheirNumbers()
    {
        using var pack = TablePack.Make();

        var remark = Assert.Single(PackAnalysis.Run(pack.Read().Require(), new DateOnly(2023, 1, 1)).Remarks, r => r.Kind == RemarkKind.FiguresDisagree);

        Assert.Equal("by-size", remark.Subject);
        Assert.Equal(new LocalText("按规模之和：算得 5 + 6 = 11，公布为 12", "by size: 5 + 6 = 11 computed, published as 12"), remark.Message);
        Assert.Equal("共 12 个，其中大型 5 个、小型 6 个", remark.Citation!.Quote);
        Assert.Equal(RemarkSeverity.Warning, remark.Severity);
    }

    [Fact]
    public void Computed_ShareOfZero_IsNotKnownAndDoesNotAgree()
    {
        var none = new PublishedFigure("none", SmallPack.Load().Basis[0], 0, new("f"));
        var check = new FigureCheck
        {
            Id = "c",
            Title = new("零", "zero"),
            Operation = FigureOperation.Share,
            Terms = [none],
            Whole = [none],
            Relation = FigureRelation.Equal,
            Published = none,
            Within = 0,
            Place = new("f"),
        };

        Assert.Null(check.Computed());
        Assert.False(check.Agrees());
    }
}
