using ZoningRules.Analysis;
using ZoningRules.Facts;
using ZoningRules.Locations;
using ZoningRules.RulePacks;

namespace ZoningRules.Tests.Analysis.Smt;

/// <summary>What docs/analysis.md says the remarks and relations are, stated over formulas and answered by z3.</summary>
internal static class SmtClaims
{
    /// <summary>The remarks ZA101 to ZA108 that must be made about the norms of a pack which count on the date, with their norms.</summary>
    public static IReadOnlyList<(RemarkKind Kind, string Norm)> Remarks(RulePack pack, DateOnly date)
    {
        var writer = new SmtNorms(date);
        var norms = writer.Write(pack);
        var can = Answers(writer, Questions(norms));
        var live = norms.Where(n => can[n.Meets]).ToList();
        var forbidding = live.Where(n => n.Forbids).ToList();
        var remarks = new List<(RemarkKind, string)>();
        remarks.AddRange(norms.Except(live).Select(n => (RemarkKind.NeverFires, n.Norm.Id)));
        foreach (var norm in forbidding)
        {
            if ((norm.Norm.Applies is not null || norm.Norm.Effect == Effect.Require) && norm.Norm.Effect != Effect.Cap && !can[Without(norm.Applies, norm.Surely)])
            {
                remarks.Add((RemarkKind.NoWayToComply, norm.Norm.Id));
            }

            // The first norm that forbids more decides; of two that forbid the same the first is told of.
            foreach (var other in forbidding.Where(o => o != norm && !can[Without(norm.Meets, o.Surely)]))
            {
                var more = can[Without(other.Meets, norm.Surely)];
                if (more || norms.IndexOf(norm) < norms.IndexOf(other))
                {
                    remarks.Add((more ? RemarkKind.ImpliedBy : RemarkKind.SameAs, norm.Norm.Id));
                    break;
                }
            }

            var fulfilled = Without(norm.Applies, norm.Surely);
            if (norm.Norm.Effect == Effect.Require && can[fulfilled])
            {
                remarks.AddRange(forbidding.Where(o => o != norm && !can[Without(fulfilled, o.Surely)]).Select(_ => (RemarkKind.Contradiction, norm.Norm.Id)));
            }
        }

        var free = Answers(writer, live.Where(n => n.Norm.Effect == Effect.Oblige).Select(n => Alone(n, forbidding)));
        remarks.AddRange(live.Where(n => n.Norm.Effect == Effect.Oblige && !free[Alone(n, forbidding)]).Select(n => (RemarkKind.ObligationImpossible, n.Norm.Id)));
        foreach (var exceptions in norms.Where(n => n.Norm.ExceptionTo is not null).GroupBy(n => n.Norm.ExceptionTo!, StringComparer.Ordinal))
        {
            var all = exceptions.ToList();
            remarks.AddRange(from first in all from second in all.Skip(all.IndexOf(first) + 1) where can[Both(first.Applies, second.Applies)] select (RemarkKind.ExceptionsOverlap, first.Norm.Id));
            if (norms.FirstOrDefault(n => n.Norm.Id == exceptions.Key) is { } @base)
            {
                remarks.AddRange(all.Where(e => !can[Both(@base.OwnMeets, e.Applies)]).Select(e => (RemarkKind.ExceptionIdle, e.Norm.Id)));
            }
        }

        return remarks;
    }

    /// <summary>How a new edition stands to an old one in each category, and for each action where there are actions.</summary>
    public static IReadOnlyList<DifferenceRelation> Rows(RulePack old, RulePack @new, DateOnly date)
    {
        var writer = new SmtNorms(date);
        var (before, after) = (writer.Write(old), writer.Write(@new));
        var actions = old.Vocabulary.TryFind("project.action", out var action) && action.Type is AttributeType.Choice choice
            ? Enumerable.Range(0, choice.Options.Length).Select(i => writer.Chosen(action, i)).ToArray()
            : ["true"];
        var rows = new List<(string Stricter, string Looser)>();
        foreach (var category in (ControlCategory?[])[ControlCategory.Priority, ControlCategory.Key, ControlCategory.General, null])
        {
            foreach (var which in actions)
            {
                var here = Both(SmtNorms.Only(category), which);
                rows.Add((Both(here, Above(after, before)), Both(here, Above(before, after))));
            }
        }

        var can = Answers(writer, rows.SelectMany(r => (string[])[r.Stricter, r.Looser]));
        return [.. rows.Select(r => (can[r.Stricter], can[r.Looser]) switch
        {
            (false, false) => DifferenceRelation.Equivalent,
            (true, false) => DifferenceRelation.Stricter,
            (false, true) => DifferenceRelation.Looser,
            _ => DifferenceRelation.Incomparable,
        })];
    }

    private static IEnumerable<string> Questions(IReadOnlyList<SmtNorm> norms)
    {
        foreach (var norm in norms)
        {
            yield return norm.Meets;
            yield return Without(norm.Applies, norm.Surely);
            foreach (var other in norms.Where(o => o != norm))
            {
                yield return Without(norm.Meets, other.Surely);
                yield return Both(norm.OwnMeets, other.Applies);
                yield return Both(norm.Applies, other.Applies);
                if (norm.Norm.Effect == Effect.Require)
                {
                    yield return Without(Without(norm.Applies, norm.Surely), other.Surely);
                }
            }
        }
    }

    private static string Alone(SmtNorm norm, IEnumerable<SmtNorm> forbidding) => Without(norm.Meets, SmtNorms.Or(forbidding.Select(f => f.Surely)));

    // Where the strictest of the first is stricter than the strictest of the second.
    private static string Above(IReadOnlyList<SmtNorm> first, IReadOnlyList<SmtNorm> second) => SmtNorms.Or(
    [
        Without(Forbidden(first), Forbidden(second)),
        Without(Bound(first), Bound(second)),
    ]);

    private static string Forbidden(IEnumerable<SmtNorm> norms) => SmtNorms.Or(norms.Where(n => n.Forbids).Select(n => n.Meets));

    private static string Bound(IEnumerable<SmtNorm> norms) =>
        SmtNorms.Or(norms.SelectMany(n => n.Norm.Obligations.IsEmpty || !n.Forbids ? (string[])[n.Meets] : [n.Meets, n.Applies]));

    private static string Without(string first, string second) => Both(first, SmtNorms.Not(second));

    private static string Both(string first, string second) => SmtNorms.And([first, second]);

    private static Dictionary<string, bool> Answers(SmtNorms writer, IEnumerable<string> questions)
    {
        var solver = new SmtSolver(writer);
        var answers = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var question in questions.Distinct())
        {
            solver.Ask(question, holds => answers[question] = holds);
        }

        solver.Answer();
        return answers;
    }
}
