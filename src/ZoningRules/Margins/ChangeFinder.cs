using System.Collections.Immutable;
using ZoningRules.Evaluation;
using ZoningRules.Facts;
using ZoningRules.Findings;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Verdicts;

namespace ZoningRules.Margins;

/// <summary>
/// Finds the smallest changes that make a prohibited project admissible. A set of values is forgotten and the exact pass asked whether any completion is admissible: if none is, no
/// values of the set help, whatever else is still unknown. Only where one is are concrete values looked for, and each is assessed.
/// </summary>
internal sealed class ChangeFinder(Trial trial, MarginBounds bounds)
{
    private readonly ImmutableArray<FreeValue> changeable = [.. Changeable(trial)];

    /// <summary>Searches.</summary>
    public ChangeSearch Run()
    {
        var everything = Forgetting(Enumerable.Range(0, changeable.Length));
        var hopeless = !MayAdmit(everything);
        var notEnough = hopeless ? 1 : 0;
        var (changes, enough, size) = (new List<ProjectChange>(), new List<int[]>(), 0);
        while (!hopeless && size < Math.Min(bounds.MostChanged, changeable.Length) && Count(changeable.Length, size + 1) <= bounds.MostSets)
        {
            size++;
            foreach (var set in Sets(size).Where(s => !IsRedundant(s) && !enough.Exists(e => e.All(s.Contains))))
            {
                if (MayAdmit(Forgetting(set)) && Change(set) is { } change)
                {
                    enough.Add(set);
                    changes.Add(change);
                }
                else
                {
                    notEnough++;
                }
            }
        }

        return new()
        {
            Changeable = [.. changeable.Select(v => v.Id)],
            Changes = [.. changes.OrderBy(c => c.Attributes.Length).ThenBy(c => c.Options.IsEmpty ? Verdict.Prohibited : c.Options[0].Verdict)],
            TriedUpTo = hopeless ? changeable.Length : size,
            NotEnough = notEnough,
            Hopeless = hopeless,
            Unavoidable = hopeless
                ? [.. everything.Findings.Where(f => f.Outcome == Outcome.Violated).Select(f => Trial.Change(trial.Start.Findings.FirstOrDefault(s => s.Norm.Id == f.Norm.Id), f))]
                : [],
            Doubts = hopeless ? everything.Doubts : [],
        };
    }

    private static bool MayAdmit(Assessment assessment) => assessment.Possible[0] <= Verdict.Conditional;

    private static bool Admits(Assessment assessment) => assessment.Verdict <= Verdict.Conditional;

    // What no rule looks at cannot help.
    private static IEnumerable<FreeValue> Changeable(Trial trial)
    {
        var sources = trial.Program.Leaves.SelectMany(l => l switch
        {
            CompiledLeaf.OneOf one => [one.Source],
            CompiledLeaf.Includes includes => [includes.Source],
            CompiledLeaf.InCodes codes => [codes.Source],
            CompiledLeaf.Number number => [number.Source],
            CompiledLeaf.Pair pair => new[] { pair.Left.Fact, pair.Right.Fact }.OfType<FactSource>(),
            _ => Array.Empty<FactSource>().AsEnumerable(),
        }).ToHashSet();
        var slots = trial.Program.Norms.Select(n => n.ForEach?.Slot).Concat(trial.Program.Norms.Select(n => n.Cap?.Increment.Slot)).OfType<int>().ToHashSet();
        return trial.Values
            .Where(v => v.Attribute.AnsweredBy == Answerer.Applicant && (sources.Contains(v.Source) || (v.Item < 0 && slots.Contains(v.Attribute.Slot))))
            .OrderBy(Weight);
    }

    // A number is changed more easily than a trade; equal ones stay in the order of the vocabulary.
    private static int Weight(FreeValue value) => value.Definition.Type switch
    {
        AttributeType.Number => 0,
        AttributeType.Items => 1,
        AttributeType.Choices => 2,
        AttributeType.YesNo => 3,
        AttributeType.Choice => value.Item >= 0 ? 3 : 4,
        _ => 5,
    };

    private Assessment Forgetting(IEnumerable<int> set) => trial.With(set.Aggregate(trial.Facts, (facts, i) => changeable[i].Forgotten(facts)));

    // Compared with another number, which may change too: the cells of its declared counterpart are then not all there is.
    private bool IsCompared(FreeValue value) =>
        trial.Program.Leaves.OfType<CompiledLeaf.Pair>().Any(p => p.Left.Fact == value.Source || p.Right.Fact == value.Source);

    // A collection that is changed as a whole takes its items along.
    private bool IsRedundant(int[] set) => Array.Exists(set, i =>
        changeable[i].Item >= 0 && Array.Exists(set, j => changeable[j].Item < 0 && changeable[j].Attribute.Slot == changeable[i].Attribute.Slot));

    private IEnumerable<int[]> Sets(int size)
    {
        var set = Enumerable.Range(0, size).ToArray();
        while (true)
        {
            yield return [.. set];
            var at = size - 1;
            while (at >= 0 && set[at] == changeable.Length - size + at)
            {
                at--;
            }

            if (at < 0)
            {
                yield break;
            }

            set[at]++;
            for (var i = at + 1; i < size; i++)
            {
                set[i] = set[i - 1] + 1;
            }
        }
    }

    private static long Count(int all, int size)
    {
        var count = 1L;
        for (var i = 0; i < size; i++)
        {
            count = Math.Min(int.MaxValue, count * (all - i) / (i + 1));
        }

        return count;
    }

    // Null when every combination of values was assessed and none is enough.
    private ProjectChange? Change(int[] set)
    {
        var choices = set.Select(i => Choice.Of(trial, changeable[i])).ToArray();
        var exhaustive = choices.All(c => c.Exhaustive) && (set.Length == 1 || !Array.Exists(set, i => IsCompared(changeable[i])));
        var lists = choices.Select(c => c.All).ToArray();
        while (lists.Aggregate(1L, (product, list) => Math.Min(int.MaxValue, product * list.Length)) > bounds.MostCombinations)
        {
            var longest = Array.IndexOf(lists, lists.MaxBy(l => l.Length));
            lists[longest] = lists[longest][..^1];
            exhaustive = false;
        }

        var found = new List<(Choice[] Values, Assessment Assessment)>();
        foreach (var values in Combinations(lists))
        {
            var facts = trial.Facts;
            for (var i = 0; i < values.Length; i++)
            {
                facts = changeable[set[i]].Replaced(facts, values[i].Value, values[i].Words.Zh);
            }

            var assessment = trial.With(facts);
            if (MayAdmit(assessment))
            {
                found.Add((values, assessment));
            }
        }

        if (found.Count == 0 && exhaustive)
        {
            return null;
        }

        var options = Joined(set, found)
            .OrderByDescending(f => Admits(f.Assessment))
            .ThenBy(f => f.Values.Sum(v => v.Rank))
            .ThenBy(f => f.Assessment.Verdict)
            .Select(f => new ChangeOption(
                [.. f.Values.Select(v => v.Words)], f.Assessment.Verdict, f.Assessment.Possible, [.. f.Assessment.Questions.Select(q => q.Attribute)]))
            .ToArray();
        return new([.. set.Select(i => changeable[i].Id)], [.. options.Take(bounds.MostOptions)], Math.Max(0, options.Length - bounds.MostOptions));
    }

    // Neighbouring values of a number that come to the same beside the same other values are one option.
    private List<(Choice[] Values, Assessment Assessment)> Joined(int[] set, List<(Choice[] Values, Assessment Assessment)> found)
    {
        for (var i = 0; i < set.Length; i++)
        {
            if (changeable[set[i]].Definition.Type is AttributeType.Number(var measure, _, _))
            {
                var at = i;
                found = [.. found
                    .GroupBy(f => string.Join('|', f.Values.Where((_, j) => j != at).Select(v => v.Words.Zh)))
                    .SelectMany(g => JoinedAlong(at, measure, g.OrderBy(f => f.Values[at].Cell!.Value.Sample)))];
            }
        }

        return found;
    }

    private static List<(Choice[] Values, Assessment Assessment)> JoinedAlong(
        int at, MeasureUnit measure, IEnumerable<(Choice[] Values, Assessment Assessment)> ascending)
    {
        var joined = new List<(Choice[] Values, Assessment Assessment)>();
        foreach (var (values, assessment) in ascending)
        {
            var cell = values[at].Cell!.Value;
            if (joined.Count > 0 && joined[^1] is var (before, same) && before[at].Cell!.Value is var last && last.High == cell.Low && last.HighIncluded != cell.LowIncluded
                && same.Verdict == assessment.Verdict && same.Possible.SequenceEqual(assessment.Possible))
            {
                var whole = NumberCell.Joined(last, cell);
                Choice[] both = [.. before];
                both[at] = before[at] with { Cell = whole, Words = whole.Words(measure), Rank = Math.Min(before[at].Rank, values[at].Rank) };
                joined[^1] = (both, same);
            }
            else
            {
                joined.Add((values, assessment));
            }
        }

        return joined;
    }

    private static IEnumerable<Choice[]> Combinations(ImmutableArray<Choice>[] lists)
    {
        if (Array.Exists(lists, l => l.IsEmpty))
        {
            yield break;
        }

        var at = new int[lists.Length];
        while (true)
        {
            yield return [.. lists.Select((l, i) => l[at[i]])];
            var digit = lists.Length - 1;
            while (digit >= 0 && ++at[digit] == lists[digit].Length)
            {
                at[digit--] = 0;
            }

            if (digit < 0)
            {
                yield break;
            }
        }
    }
}
