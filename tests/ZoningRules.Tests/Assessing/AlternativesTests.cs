using ZoningRules.Assessing;
using ZoningRules.Tests.Reports;
using ZoningRules.Verdicts;

namespace ZoningRules.Tests.Assessing;

/// <summary>What a pack says of a boundary that can be read in two ways, when the readings differ in whether it is about the project.</summary>
public class AlternativesTests
{
    [Theory]
    [InlineData(Concern.NotConcerned, "Undetermined", Concern.NotConcerned, "Undetermined", Concern.NotConcerned)]
    [InlineData(Concern.Concerned, "Conditional", Concern.Concerned, "Prohibited", Concern.Concerned)]
    [InlineData(Concern.NotConcerned, "Undetermined", Concern.Concerned, "Prohibited", Concern.Undecided)]
    [InlineData(Concern.NotConcerned, "Undetermined", Concern.Undecided, "Undetermined Prohibited", Concern.Undecided)]
    [InlineData(Concern.NotConcerned, "Undetermined", Concern.Concerned, "Undetermined", Concern.Concerned)]
    [InlineData(Concern.Undecided, "Conditional Undetermined", Concern.Concerned, "Undetermined Prohibited", Concern.Concerned)]
    public void Merge_DifferingConcern_NeverTakesADoubtForSilence(Concern one, string possibleOne, Concern other, string possibleOther, Concern expected)
    {
        var first = Of(one, possibleOne);
        var second = Of(other, possibleOther);

        Assert.Equal(expected, Alternatives.Merge([first, second]).Concern);
        Assert.Equal(expected, Alternatives.Merge([second, first]).Concern);
    }

    private static Assessment Of(Concern concern, string possible)
    {
        var verdicts = possible.Split(' ').Select(Enum.Parse<Verdict>).ToArray();
        return SampleAssessments.Prohibited() with { Concern = concern, Possible = [.. verdicts], Verdict = verdicts.Length == 1 ? verdicts[0] : Verdict.Undetermined };
    }
}
