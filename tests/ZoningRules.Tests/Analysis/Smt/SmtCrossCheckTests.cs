using FsCheck;
using FsCheck.Fluent;
using ZoningRules.Analysis;
using ZoningRules.Cases;
using ZoningRules.RulePacks;
using ZoningRules.TestPrograms;
using ZoningRules.Tests.Oracle;
using ZoningRules.Tests.RulePacks;

namespace ZoningRules.Tests.Analysis.Smt;

/// <summary>The exact analysis and z3, which share nothing but the rule files, agree on every claim that is made and on every claim that is not.</summary>
public sealed class SmtCrossCheckTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    public static TheoryData<string> Folders { get; } = [.. Directory.EnumerateDirectories(Path.Combine(Repository.Root, "rules")).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [ProgramTheory("z3")]
    [MemberData(nameof(Folders))]
    public void Remarks_OfAShippedPack_AreTheSame(string folder) => Agree(RulePackReader.Read(Path.Combine(Repository.Root, "rules", folder)).Require(), Today);

    [ProgramFact("z3")]
    public void Remarks_OfTheSmallPack_AreTheSame() => Agree(SmallPack.Load(), Today);

    [ProgramFact("z3")]
    public void Remarks_OfGeneratedPacks_AreTheSame()
    {
        var made = 0;
        Checked.ForAll(150, Arb.From(RandomPack.Packs, Rules.Shrink), pack => made += Agree(pack, SmallWorld.Day));
        Assert.True(made > 100, $"only {made} remarks");
    }

    [ProgramTheory("z3")]
    [MemberData(nameof(Folders))]
    public void Rows_OfAShippedPackAndASlip_AreTheSame(string folder)
    {
        var pack = RulePackReader.Read(Path.Combine(Repository.Root, "rules", folder)).Require();
        var slips = Mutations.Of(pack).Where(m => !m.Change.En.StartsWith("cap:", StringComparison.Ordinal)).ToList();
        foreach (var slip in Enumerable.Range(0, 8).Select(i => slips[i * (slips.Count - 1) / 7]))
        {
            AgreeOnRows(pack, pack.With(pack.Requirements.Select(r => r.Id == slip.Requirement!.Id ? slip.Requirement : r)), Today, $"{slip.Norm} {slip.Change}");
        }
    }

    [ProgramFact("z3")]
    public void Rows_OfGeneratedPairs_AreTheSame()
    {
        var pairs =
            from old in RandomPack.Packs
            from other in RandomPack.Packs
            from at in Gen.Choose(0, 1000)
            let slips = Mutations.Of(old).ToList()
            select (Old: old, New: at % 3 == 0 || slips.Count == 0 ? other : old.With(old.Requirements.Select(r => r.Id == slips[at % slips.Count].Requirement!.Id ? slips[at % slips.Count].Requirement! : r)));
        var different = 0;
        Checked.ForAll(200, Arb.From(pairs), pair => different += AgreeOnRows(pair.Old, pair.New, SmallWorld.Day, $"{Rules.Text(pair.Old)}\n---\n{Rules.Text(pair.New)}"));
        Assert.True(different > 100, $"only {different} rows differ");
    }

    private static int Agree(RulePack pack, DateOnly date)
    {
        var counting = pack.Norms.Where(n => OracleRules.InForce(n.Requirement, date) && n.Norm.Target?.Binds(date) != false).Select(n => n.Norm.Id).ToHashSet(StringComparer.Ordinal);
        var ours = PackAnalysis.Run(pack, date).Remarks
            .Where(r => r.Kind is >= RemarkKind.NeverFires and <= RemarkKind.ExceptionIdle && counting.Contains(r.Subject))
            .Select(r => $"{r.Kind} {r.Subject}").Order(StringComparer.Ordinal).ToList();
        var theirs = SmtClaims.Remarks(pack, date).Select(r => $"{r.Kind} {r.Norm}").Order(StringComparer.Ordinal);
        Assert.Equal(theirs, ours);
        return ours.Count;
    }

    private static int AgreeOnRows(RulePack old, RulePack @new, DateOnly date, string what)
    {
        var ours = PackComparison.Run(old, @new, date);
        Assert.True(ours.IsComplete);
        var theirs = SmtClaims.Rows(old, @new, date);
        Assert.True(theirs.SequenceEqual(ours.Rows.Select(r => r.Relation)), $"{what}\nz3:   {string.Join(", ", theirs)}\nours: {string.Join(", ", ours.Rows.Select(r => r.Relation))}");
        return theirs.Count(r => r != DifferenceRelation.Equivalent);
    }
}
