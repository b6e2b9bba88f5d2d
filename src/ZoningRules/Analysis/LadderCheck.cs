using ZoningRules.Evaluation;
using ZoningRules.Findings;
using ZoningRules.Locations;

namespace ZoningRules.Analysis;

/// <summary>
/// Looks for projects that are forbidden in a zone and not in the zone that the pack declares stricter: the same project, once wholly inside the looser and outside the
/// stricter, once the other way round.
/// </summary>
internal sealed class LadderCheck(NormWorld world, List<Remark> remarks)
{
    public void Run()
    {
        var vocabulary = world.Program.Pack.Vocabulary;
        foreach (var stricter in vocabulary.Layers.Where(l => l.StricterThan is not null))
        {
            if (vocabulary.TryFindLayer(stricter.StricterThan!, out var looserSlot)
                && vocabulary.TryFindLayer(stricter.Id, out var stricterSlot)
                && world.Place(looserSlot) is { } looser)
            {
                Compare(stricter, vocabulary.Layers[looserSlot], looser, world.Place(stricterSlot));
            }
        }
    }

    private void Compare(LayerDefinition stricterLayer, LayerDefinition looserLayer, Unknown looser, Unknown? stricter)
    {
        var forbidding = world.Program.CompiledNorms.Where(n => n.Forbids).ToList();
        var inStricter = forbidding.ConvertAll(n => At(world.Meets(n), inLooser: false));
        foreach (var norm in forbidding)
        {
            // Nearly always one norm of the stricter zone says the same, or a case shows that none does; all of them together are the last resort.
            var here = At(world.Meets(norm), inLooser: true);
            if (inStricter.Exists(ban => world.IsEmpty(world.Without(here, ban))))
            {
                continue;
            }

            var missing = world.PartOutside(here, inStricter);
            missing = missing != 0 ? missing : inStricter.Aggregate(here, world.Without);
            if (world.IsEmpty(missing))
            {
                continue;
            }

            // The looser zone is part of the case: the norm is violated there.
            var witness = new WitnessWriter(world.Program).Of(
                [.. world.Shortest(missing) ?? [], (looser, looser.CellSamples[Cell(looser, inside: true)][0])],
                new($"位于{looserLayer.Label.Zh}即不予准入", $"forbidden in {looserLayer.Label.En}"),
                (norm, Outcome.Violated));
            remarks.Add(new(RemarkKind.LadderInversion, norm.Norm.Id, new(
                $"“{looserLayer.Label.Zh}”内禁止，而更严格的“{stricterLayer.Label.Zh}”内没有任何条款禁止",
                $"forbidden in {looserLayer.Label.En}, and by no norm in the stricter {stricterLayer.Label.En}"), norm.Norm.Place)
            {
                Citation = norm.Requirement.Citation,
                Witness = witness,
            });
        }

        int At(int node, bool inLooser)
        {
            node = world.Diagram.Restrict(node, looser.Order, Cell(looser, inLooser));
            return stricter is null ? node : world.Diagram.Restrict(node, stricter.Order, Cell(stricter, !inLooser));
        }
    }

    // Wholly inside, or as far outside as the cells tell.
    private static int Cell(Unknown place, bool inside)
    {
        var best = 0;
        var score = decimal.MinValue;
        for (var cell = 0; cell < place.CellSamples.Count; cell++)
        {
            foreach (var sample in place.CellSamples[cell])
            {
                var value = sample.In != inside ? -1 : inside ? (sample.Within ? 1 : 0) + sample.Share : sample.Number;
                if (value > score)
                {
                    (best, score) = (cell, value);
                }
            }
        }

        return best;
    }
}
