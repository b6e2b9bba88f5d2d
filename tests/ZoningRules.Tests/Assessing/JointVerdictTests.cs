using System.Collections.Immutable;
using ZoningRules.Verdicts;

namespace ZoningRules.Tests.Assessing;

/// <summary>Every way in which up to three packs can stand, against docs/semantics.md section 8 written out.</summary>
public sealed class JointVerdictTests
{
    private static readonly ImmutableArray<(Concern Concern, ImmutableArray<Verdict> Possible)> Parts = [.. All()];

    [Fact]
    public void Of_EveryWayTwoOrThreePacksCanStand_IsTheStrictestOfEveryChoice()
    {
        foreach (var one in Parts)
        {
            foreach (var two in Parts)
            {
                Compare(one, two);
                foreach (var three in Parts)
                {
                    Compare(one, two, three);
                }
            }
        }
    }

    [Theory]
    [InlineData(Concern.Concerned, "Conditional", Concern.Concerned, "Prohibited", Verdict.Prohibited)]
    [InlineData(Concern.Concerned, "Conditional", Concern.NotConcerned, "Undetermined", Verdict.Conditional)]
    [InlineData(Concern.Concerned, "Admissible", Concern.Undecided, "Undetermined Prohibited", Verdict.Undetermined)]
    [InlineData(Concern.Concerned, "Prohibited", Concern.Undecided, "Undetermined Prohibited", Verdict.Prohibited)]
    [InlineData(Concern.Concerned, "Conditional", Concern.Undecided, "Undetermined Conditional", Verdict.Conditional)]
    [InlineData(Concern.Concerned, "Conditional", Concern.Concerned, "Admissible Conditional", Verdict.Conditional)]
    [InlineData(Concern.Concerned, "Admissible", Concern.Concerned, "Admissible Conditional", Verdict.Undetermined)]
    [InlineData(Concern.Concerned, "Conditional", Concern.Concerned, "Undetermined", Verdict.Undetermined)]
    [InlineData(Concern.NotConcerned, "Undetermined", Concern.NotConcerned, "Undetermined", Verdict.Undetermined)]
    [InlineData(Concern.Undecided, "Admissible Undetermined", Concern.NotConcerned, "Undetermined", Verdict.Undetermined)]
    public void Of_TwoPacks_ComeTo(Concern one, string may, Concern other, string itMay, Verdict verdict)
    {
        Assert.Equal(verdict, JointVerdict.Of([(one, Read(may)), (other, Read(itMay))]).Verdict);
        Assert.Equal(verdict, JointVerdict.Of([(other, Read(itMay)), (one, Read(may))]).Verdict);
    }

    private static void Compare(params (Concern Concern, ImmutableArray<Verdict> Possible)[] parts)
    {
        var joint = JointVerdict.Of(parts);
        var possible = Choices(parts).Distinct().Order().ToArray();
        Assert.Equal(possible, joint.Possible.ToArray());
        Assert.Equal(possible is [var only] ? only : Verdict.Undetermined, joint.Verdict);
        for (var i = 0; i < parts.Length; i++)
        {
            // What is not asked about changes nothing, whatever it turns out to be.
            if (!joint.IsOpen(i) && parts[i].Concern != Concern.NotConcerned && joint.Verdict == Verdict.Undetermined)
            {
                foreach (var turnsOut in parts[i].Possible.Where(v => parts[i].Concern == Concern.Concerned || v != Verdict.Undetermined))
                {
                    Assert.Equal(possible, JointVerdict.Of(parts.Select((p, j) => j == i ? (Concern.Concerned, [turnsOut]) : p)).Possible.ToArray());
                }
            }
        }
    }

    // A choice of one verdict, or of silence, from each pack.
    private static IEnumerable<Verdict> Choices(IEnumerable<(Concern Concern, ImmutableArray<Verdict> Possible)> parts)
    {
        IEnumerable<Verdict?[]> choices = [[]];
        foreach (var (concern, possible) in parts)
        {
            Verdict?[] may = concern switch
            {
                Concern.Concerned => [.. possible.Select(v => (Verdict?)v)],
                Concern.Undecided => [.. possible.Where(v => v != Verdict.Undetermined).Select(v => (Verdict?)v), null],
                _ => [null],
            };
            choices = choices.SelectMany(c => may.Select(m => c.Append(m).ToArray()));
        }

        return choices.Select(c => c.Max() ?? Verdict.Undetermined);
    }

    private static IEnumerable<(Concern, ImmutableArray<Verdict>)> All()
    {
        yield return (Concern.NotConcerned, [Verdict.Undetermined]);
        for (var mask = 1; mask < 16; mask++)
        {
            ImmutableArray<Verdict> some = [.. Enum.GetValues<Verdict>().Where(v => (mask & (1 << (int)v)) != 0)];
            yield return (Concern.Concerned, some);
            if (some.Contains(Verdict.Undetermined) && some.Length > 1)
            {
                yield return (Concern.Undecided, some);
            }
        }
    }

    private static ImmutableArray<Verdict> Read(string verdicts) => [.. verdicts.Split(' ').Select(Enum.Parse<Verdict>)];
}
