namespace ZoningRules.Problems.Sources;

/// <summary>Collects every problem of one reading. Not thread-safe; one reading uses one list.</summary>
internal sealed class ProblemList
{
    private readonly List<Problem> all = [];

    /// <summary>The requirement and sentence of law that is being read, or null.</summary>
    public string? Law { get; set; }

    /// <summary>How many problems there are.</summary>
    public int Count => all.Count;

    /// <summary>Adds a problem; arguments in the order the code documents.</summary>
    public void Add(ProblemCode code, SourcePlace? place, params string[] arguments) => all.Add(new(code, [.. arguments], place, Law));

    /// <summary>Adds a problem that was made elsewhere; it gets the law of this reading.</summary>
    public void Add(Problem problem) => all.Add(problem with { Law = Law });

    /// <summary>Takes over the problems of another reading.</summary>
    public void AddAll(IEnumerable<Problem> problems) => all.AddRange(problems);

    /// <summary>Takes over the problems of another list.</summary>
    public void AddAll(ProblemList other) => all.AddRange(other.all);

    /// <summary>Drops problems that say again what another one since then has said: what the rows of a table share is read with each of them.</summary>
    /// <param name="from">How many problems there were before.</param>
    public void DropRepeated(int from)
    {
        var said = new HashSet<string>(StringComparer.Ordinal);
        var kept = all.Skip(from).Where(p => said.Add($"{p.Code} {p.Place} {string.Join('\n', p.Arguments)}")).ToArray();
        all.RemoveRange(from, all.Count - from);
        all.AddRange(kept);
    }

    /// <summary>The value if there is no problem, otherwise all problems.</summary>
    public Loaded<T> Result<T>(Func<T> value)
        where T : class =>
        all.Count == 0 ? Loaded<T>.Good(value()) : Loaded<T>.Bad(all);
}
