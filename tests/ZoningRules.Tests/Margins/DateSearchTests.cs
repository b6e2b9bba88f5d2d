using ZoningRules.Margins;
using ZoningRules.Testing;
using ZoningRules.Tests.Oracle;

namespace ZoningRules.Tests.Margins;

public sealed class DateSearchTests
{
    [Fact]
    public void Run_AnyCase_IsTheFirstDayOfTheNextYearsThatDiffers() => Checked.ForAll(40, GeneratedCase.Arbitrary(ScenarioMix.Typical), generated =>
    {
        var trial = Trials.Of(generated);
        var found = DateSearch.Run(trial);
        var day = generated.Scenario.GoverningDate;
        var last = found?.On ?? day.AddYears(3);
        for (day = day.AddDays(1); day < last; day = day.AddDays(1))
        {
            Assert.Equal(string.Join(' ', trial.Start.Possible), string.Join(' ', trial.On(day).Possible));
        }

        if (found is not null)
        {
            var then = trial.On(found.On);
            Assert.Equal((then.Verdict, string.Join(' ', then.Possible)), (found.Verdict, string.Join(' ', found.Possible)));
            Assert.NotEqual(string.Join(' ', trial.Start.Possible), string.Join(' ', found.Possible));
        }
    });
}
