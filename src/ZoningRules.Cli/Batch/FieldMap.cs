using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using ZoningRules.Problems;

namespace ZoningRules.Cli.Batch;

/// <summary>What the user says about columns: <c>HEADING=NAME</c>, several separated by commas or given one by one.</summary>
internal sealed class FieldMap
{
    private readonly ImmutableDictionary<string, string> targets;

    private FieldMap(ImmutableDictionary<string, string> targets) => this.targets = targets;

    /// <summary>The headings spoken of, in order.</summary>
    public IEnumerable<string> Headings => targets.Keys.Order(StringComparer.Ordinal);

    /// <summary>Reads the words of the option.</summary>
    public static Loaded<FieldMap> Read(IEnumerable<string> words)
    {
        var targets = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var problems = new List<Problem>();
        foreach (var entry in words.SelectMany(w => w.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
        {
            var sign = entry.IndexOf('=', StringComparison.Ordinal);
            var (heading, target) = sign < 0 ? ("", "") : (entry[..sign].Trim(), entry[(sign + 1)..].Trim());
            if (heading.Length == 0 || target.Length == 0)
            {
                problems.Add(Problem.Of(ProblemCode.BadFieldMapping, null, entry, "缺少表头或名称", "the heading or the name is missing"));
            }
            else if (!targets.TryAdd(heading, target))
            {
                problems.Add(Problem.Of(ProblemCode.BadFieldMapping, null, entry, "该表头已经说明过", "the heading was mapped before"));
            }
        }

        return problems.Count > 0 ? Loaded<FieldMap>.Bad(problems) : Loaded<FieldMap>.Good(new(targets.ToImmutable()));
    }

    /// <summary>What a heading was said to be.</summary>
    public bool TryFind(string heading, [NotNullWhen(true)] out string? target) => targets.TryGetValue(heading, out target);
}
