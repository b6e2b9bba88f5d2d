using FsCheck.Fluent;
using ZoningRules.Locations;
using ZoningRules.Testing;
using ZoningRules.Tests.Oracle;
using ZoningRules.Verdicts;

namespace ZoningRules.Tests.Laws;

/// <summary>The laws about sites whose place is not certain: a boundary repaired in two ways, coordinates in doubt.</summary>
public sealed class PlaceLawTests
{
    private static readonly CoordinateDoubt Doubt = new() { Text = new("存疑", "in doubt"), Reference = new("宗地", "parcel"), ShareAsStated = new(0) };

    [Fact]
    public void Assess_TwoWaysOfRepair_VerdictIsTheCommonOneAndNeverMilderThanEither()
    {
        var pairs = (from one in GeneratedCase.Cases(ScenarioMix.Typical) from other in GeneratedCase.Cases(ScenarioMix.Typical) select (one, other)).ToArbitrary();
        Checked.ForAll(1500, pairs, pair =>
        {
            var (generated, another) = pair;
            if (generated.Scenario.Location is not { } first || another.Scenario.Location is not { } second)
            {
                return;
            }

            Assessment At(SiteLocation location) => (generated.Scenario with { Location = location }).AssessedBy(generated.Assessor);
            var (one, other, both) = (At(first), At(second), At(first with { OtherReading = second }));

            Assert.Equal(one.Verdict == other.Verdict ? one.Verdict : Verdict.Undetermined, both.Verdict);
            Assert.True(both.Verdict >= Least(one.Verdict, other.Verdict));
            Assert.True(both.Verdict > Verdict.Conditional || (one.Verdict <= Verdict.Conditional && other.Verdict <= Verdict.Conditional));
            Assert.Equal(one.Possible.Concat(other.Possible).Distinct().Order(), both.Possible);
            Assert.Equal(both.Verdict, At(second with { OtherReading = first }).Verdict);
        });
    }

    [Fact]
    public void Assess_CoordinatesInDoubt_NeverAdmitsAndProhibitsOnlyWhatIsProhibitedAnywhere() =>
        Checked.ForAll(1500, GeneratedCase.Arbitrary(ScenarioMix.Typical), generated =>
        {
            if (generated.Scenario.Location is not { } location)
            {
                return;
            }

            Assessment At(SiteLocation? place) => (generated.Scenario with { Location = place }).AssessedBy(generated.Assessor);
            var (certain, doubtful) = (At(location), At(location with { CoordinateDoubt = Doubt }));

            Assert.True(doubtful.Verdict is Verdict.Undetermined or Verdict.Prohibited);
            Assert.True(doubtful.Verdict != Verdict.Prohibited || certain.Verdict == Verdict.Prohibited);
            Assert.Equal(doubtful.Verdict == Verdict.Undetermined, doubtful.Questions.Any(q => q.Attribute == "site.crs"));
            Assert.Equal(certain.Verdict, At(location with { CoordinateDoubt = Doubt with { ConfirmedBy = "张三" } }).Verdict);
        });

    private static Verdict Least(Verdict one, Verdict other) => one < other ? one : other;
}
