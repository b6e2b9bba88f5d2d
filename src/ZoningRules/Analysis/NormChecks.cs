using ZoningRules.Evaluation;
using ZoningRules.Findings;
using ZoningRules.Problems;
using ZoningRules.RulePacks;

namespace ZoningRules.Analysis;

/// <summary>What can be proved about norms and pairs of norms.</summary>
internal sealed class NormChecks
{
    private readonly NormWorld world;
    private readonly List<Remark> remarks;
    private readonly WitnessWriter witnesses;
    private readonly int[] applies;
    private readonly int[] meets;
    private readonly int[] surely;

    public NormChecks(NormWorld world, List<Remark> remarks)
    {
        this.world = world;
        this.remarks = remarks;
        witnesses = new(world.Program);
        applies = [.. world.Program.CompiledNorms.Select(world.Applies)];
        meets = [.. world.Program.CompiledNorms.Select(world.Meets)];
        surely = [.. world.Program.CompiledNorms.Select(world.MeetsInEveryReading)];
    }

    private IReadOnlyList<CompiledNorm> Norms => world.Program.CompiledNorms;

    /// <summary>All checks.</summary>
    public void Run()
    {
        NeverFires(null);
        var live = Norms.Where(n => !world.IsEmpty(meets[n.Index])).ToList();
        var forbidding = live.Where(n => n.Forbids).ToList();
        foreach (var norm in forbidding)
        {
            NoWayToComply(norm);
            ImpliedBy(norm, forbidding);
            Contradiction(norm, forbidding);
        }

        foreach (var norm in live.Where(n => n.Norm.Effect is Effect.Oblige))
        {
            ObligationImpossible(norm, forbidding);
        }

        foreach (var exceptions in Norms.Where(n => n.Norm.ExceptionTo is not null).GroupBy(n => n.Norm.ExceptionTo!, StringComparer.Ordinal))
        {
            Exceptions(exceptions.Key, [.. exceptions]);
        }
    }

    /// <summary>Norms whose condition can be met in no case; only some norms when ids are given.</summary>
    public void NeverFires(IReadOnlySet<string>? only)
    {
        foreach (var norm in Norms.Where(n => world.IsEmpty(meets[n.Index]) && only?.Contains(n.Norm.Id) != false))
        {
            Say(RemarkKind.NeverFires, norm, world.IsEmpty(applies[norm.Index])
                ? new("在任何情形下都不适用", "it applies in no case at all")
                : new("适用，但条件在任何情形下都不成立", "it applies, but its condition holds in no case at all"));
        }
    }

    private void NoWayToComply(CompiledNorm norm)
    {
        // Only a norm that says what it is about can leave no way out of it; the others say the ban itself.
        var stated = norm.Norm.Applies is not null || norm.Norm.Effect == Effect.Require;
        if (stated && norm.Norm.Effect != Effect.Cap && world.IsEmpty(world.Without(applies[norm.Index], surely[norm.Index])))
        {
            Say(RemarkKind.NoWayToComply, norm, new("凡适用者一律不符合，没有任何情形能够符合", "whatever it applies to violates it; nothing can comply"),
                Witness(meets[norm.Index], new("适用即不符合", "applying is violating"), (norm, Outcome.Violated)));
        }
    }

    private void ImpliedBy(CompiledNorm norm, List<CompiledNorm> others)
    {
        foreach (var other in others.Where(o => o != norm && world.IsEmpty(world.Without(meets[norm.Index], surely[o.Index]))))
        {
            if (!world.IsEmpty(world.Without(meets[other.Index], surely[norm.Index])))
            {
                Say(RemarkKind.ImpliedBy, norm, new(
                        $"凡违反本规范的情形都违反 {other.Norm.Id}：本规范从不单独起决定作用", $"whatever violates it violates {other.Norm.Id} too: it never decides alone"),
                    Witness(world.Without(meets[other.Index], meets[norm.Index]), new($"只违反 {other.Norm.Id}", $"violates {other.Norm.Id} only"), (other, Outcome.Violated)));
                return;
            }

            if (norm.Index < other.Index)
            {
                Say(RemarkKind.SameAs, norm, new($"与 {other.Norm.Id} 禁止的情形完全相同", $"it forbids exactly what {other.Norm.Id} forbids"),
                    Witness(meets[norm.Index], new("两者同时不符合", "both are violated"), (norm, Outcome.Violated), (other, Outcome.Violated)));
                return;
            }
        }
    }

    private void Contradiction(CompiledNorm demand, List<CompiledNorm> others)
    {
        if (demand.Norm.Effect != Effect.Require)
        {
            return;
        }

        var fulfilled = world.Without(applies[demand.Index], surely[demand.Index]);
        if (world.IsEmpty(fulfilled))
        {
            return;
        }

        foreach (var other in others.Where(o => o != demand && world.IsEmpty(world.Without(fulfilled, surely[o.Index]))))
        {
            Say(RemarkKind.Contradiction, demand, new($"凡满足本要求者都被 {other.Norm.Id} 禁止", $"whatever fulfils it is forbidden by {other.Norm.Id}"),
                Witness(fulfilled, new($"满足要求却被 {other.Norm.Id} 禁止", $"fulfils the demand and is forbidden by {other.Norm.Id}"), (other, Outcome.Violated)));
        }
    }

    private void ObligationImpossible(CompiledNorm norm, List<CompiledNorm> forbidding)
    {
        if (world.PartOutside(meets[norm.Index], forbidding.Select(o => surely[o.Index])) != 0)
        {
            return;
        }

        var left = meets[norm.Index];
        foreach (var other in forbidding)
        {
            left = world.Without(left, surely[other.Index]);
        }

        if (world.IsEmpty(left))
        {
            var by = forbidding.Where(o => !world.IsEmpty(world.And(meets[norm.Index], meets[o.Index]))).Select(o => o.Norm.Id).ToList();
            Say(RemarkKind.ObligationImpossible, norm, new(
                    $"凡附加此义务的项目都已被禁止（{string.Join('、', by)}）", $"every project it obliges is forbidden anyway ({string.Join(", ", by)})"),
                Witness(meets[norm.Index], new("有义务而不予准入", "obliged and forbidden"), (norm, Outcome.Conditional)));
        }
    }

    private void Exceptions(string baseId, List<CompiledNorm> exceptions)
    {
        for (var i = 0; i < exceptions.Count; i++)
        {
            for (var j = i + 1; j < exceptions.Count; j++)
            {
                if (!world.IsEmpty(world.And(applies[exceptions[i].Index], applies[exceptions[j].Index])))
                {
                    Say(RemarkKind.ExceptionsOverlap, exceptions[i], new(
                        $"与 {exceptions[j].Norm.Id} 可同时作为 {baseId} 的例外", $"it and {exceptions[j].Norm.Id} can both be exceptions to {baseId} for one project"));
                }
            }
        }

        if (Norms.FirstOrDefault(n => n.Norm.Id == baseId) is not { } @base)
        {
            return;
        }

        // The base's own condition, exceptions aside, is what an exception is to relax.
        foreach (var exception in exceptions.Where(e => world.IdleException(@base, e)))
        {
            Say(RemarkKind.ExceptionIdle, exception, new($"从不在 {baseId} 起作用之处适用：没有放宽任何情形", $"it never applies where {baseId} would: it relaxes nothing"));
        }
    }

    private WitnessCase? Witness(int node, LocalText name, params (CompiledNorm Norm, Outcome Outcome)[] claims) =>
        witnesses.Of(world.Shortest(node), name, claims);

    private void Say(RemarkKind kind, CompiledNorm norm, LocalText message, WitnessCase? witness = null) =>
        remarks.Add(new(kind, norm.Norm.Id, message, norm.Norm.Place) { Citation = norm.Requirement.Citation, Witness = witness });
}
