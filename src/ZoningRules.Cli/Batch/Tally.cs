using System.Collections.Immutable;
using ZoningRules.Verdicts;

namespace ZoningRules.Cli.Batch;

/// <summary>Counts of rows. What is counted by unit, norm or problem needs memory for each of those and none for a row. Not thread-safe.</summary>
internal sealed class Tally
{
    /// <summary>The verdicts, the strictest first, as summaries list them.</summary>
    public static readonly ImmutableArray<Verdict> Verdicts = [Verdict.Prohibited, Verdict.Undetermined, Verdict.Conditional, Verdict.Admissible];

    private readonly Dictionary<string, UnitCount> units = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long[]> norms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> problems = new(StringComparer.Ordinal);

    // Counts that were cleared, to be used again: the tally of a block lives just long enough that the collector would keep each of its parts for good.
    private readonly Stack<long[]> spare = new();

    /// <summary>All rows.</summary>
    public long Rows => Assessed + Bad;

    /// <summary>Rows with a verdict.</summary>
    public long Assessed => ByVerdict.Sum();

    /// <summary>Rows that could not be assessed.</summary>
    public long Bad { get; private set; }

    /// <summary>Assessed rows whose site lies in no unit, or nobody knows in which.</summary>
    public long WithoutUnit { get; private set; }

    /// <summary>Rows by verdict.</summary>
    public long[] ByVerdict { get; } = new long[Verdicts.Length];

    /// <summary>Rows that hit each unit, by code; a row that hits two counts in both.</summary>
    public IEnumerable<KeyValuePair<string, UnitCount>> Units => units.OrderBy(u => u.Key, StringComparer.Ordinal);

    /// <summary>Rows whose verdict each norm decided, by norm and verdict.</summary>
    public IEnumerable<KeyValuePair<string, long[]>> Norms => norms.OrderBy(n => n.Key, StringComparer.Ordinal);

    /// <summary>Bad rows by the identifier of their problems; a row with two kinds counts in both.</summary>
    public IEnumerable<KeyValuePair<string, long>> Problems => problems.OrderBy(p => p.Key, StringComparer.Ordinal);

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        foreach (var count in units.Values)
        {
            Spare(count.ByVerdict);
        }

        foreach (var count in norms.Values)
        {
            Spare(count);
        }

        units.Clear();
        norms.Clear();
        problems.Clear();
        Array.Clear(ByVerdict);
        Bad = WithoutUnit = 0;
    }

    /// <summary>Counts an assessed row.</summary>
    public void Add(JointScreening screening)
    {
        ByVerdict[(int)screening.Verdict]++;
        var hits = screening.Parts is [{ Screening: var only }] ? only.Location?.Units ?? [] : [.. screening.Hits];
        foreach (var hit in hits)
        {
            Of(hit.Code, hit.Name).ByVerdict[(int)screening.Verdict]++;
        }

        WithoutUnit += hits.IsEmpty ? 1 : 0;
        foreach (var (_, part) in screening.Deciding)
        {
            foreach (var norm in part.Deciding)
            {
                OfNorm(norm.Norm.Id)[(int)screening.Verdict]++;
            }
        }
    }

    /// <summary>Counts a bad row.</summary>
    public void AddBad(IEnumerable<string> kinds)
    {
        Bad++;
        foreach (var kind in kinds)
        {
            AddProblem(kind, 1);
        }
    }

    /// <summary>Takes over the counts of another tally.</summary>
    public void Add(Tally other)
    {
        AddTo(ByVerdict, other.ByVerdict);
        Bad += other.Bad;
        WithoutUnit += other.WithoutUnit;
        foreach (var (code, count) in other.units)
        {
            AddTo(Of(code, count.Name).ByVerdict, count.ByVerdict);
        }

        foreach (var (norm, count) in other.norms)
        {
            AddTo(OfNorm(norm), count);
        }

        foreach (var (kind, count) in other.problems)
        {
            AddProblem(kind, count);
        }
    }

    /// <summary>Takes over counts that were written down.</summary>
    public void AddCounts(long bad, long withoutUnit)
    {
        Bad += bad;
        WithoutUnit += withoutUnit;
    }

    /// <summary>The counts of a unit.</summary>
    public UnitCount Of(string code, string name)
    {
        if (!units.TryGetValue(code, out var count))
        {
            count = new(name, Zeros());
            units.Add(code, count);
        }

        return count;
    }

    /// <summary>The counts of a norm by verdict.</summary>
    public long[] OfNorm(string norm)
    {
        if (!norms.TryGetValue(norm, out var count))
        {
            count = Zeros();
            norms.Add(norm, count);
        }

        return count;
    }

    /// <summary>Counts rows with a kind of problem.</summary>
    public void AddProblem(string kind, long count) => problems[kind] = problems.GetValueOrDefault(kind) + count;

    private static void AddTo(long[] sum, long[] more)
    {
        for (var i = 0; i < sum.Length; i++)
        {
            sum[i] += more[i];
        }
    }

    private long[] Zeros() => spare.TryPop(out var count) ? count : new long[Verdicts.Length];

    private void Spare(long[] count)
    {
        Array.Clear(count);
        spare.Push(count);
    }

    /// <summary>Rows that hit a unit.</summary>
    internal readonly record struct UnitCount(string Name, long[] ByVerdict);
}
