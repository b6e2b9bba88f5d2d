using System.Collections.Immutable;
using ZoningRules.Facts;
using ZoningRules.Problems;
using ZoningRules.Problems.Sources;
using ZoningRules.RulePacks.Loading;

namespace ZoningRules.RulePacks;

/// <summary>Reads snapshots of ledgers from a YAML file with <c>schema: zoning-ledgers/1</c>.</summary>
public static class LedgerReader
{
    private const string Schema = "zoning-ledgers/1";

    /// <summary>Reads a file and checks its ledgers against the caps of a pack. Ordered by name.</summary>
    public static Loaded<IReadOnlyList<Ledger>> Read(string path, RulePack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        return Read(path, [pack]);
    }

    /// <summary>The same for a file with the ledgers of several packs; each must be of a cap of one of them.</summary>
    public static Loaded<IReadOnlyList<Ledger>> Read(string path, PackSet packs)
    {
        ArgumentNullException.ThrowIfNull(packs);
        return Read(path, packs.Packs);
    }

    private static Loaded<IReadOnlyList<Ledger>> Read(string path, ImmutableArray<RulePack> packs)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var problems = new ProblemList();
        var ledgers = new List<Ledger>();
        if (SourceFile.Read(path, path, SourceFile.RuleFileLimit, problems) is { } file
            && YamlNodes.Read(file, problems) is { } node
            && Shapes.IsMap(node, path, problems, null, out var map)
            && SchemaLine.Check(map, Schema, problems)
            && Members.Open(map, path, PackMembers.LedgerFile, problems, file.Whole) is { } members)
        {
            ledgers.AddRange(LedgerEntries.Read(members.Entries("ledgers"), packs, file.Sha256, problems));
        }

        return problems.Result<IReadOnlyList<Ledger>>(() => [.. ledgers.OrderBy(l => l.Name, StringComparer.Ordinal)]);
    }

    /// <summary>A problem for each ledger that shows a day after the governing date; none when all may be used.</summary>
    public static ImmutableArray<Problem> DateProblems(IEnumerable<Ledger> ledgers, DateOnly governingDate) =>
    [
        .. ledgers
            .Where(l => l.AsOf > governingDate)
            .OrderBy(l => l.Name, StringComparer.Ordinal)
            .Select(l => Problem.Of(ProblemCode.LedgerDate, null, l.Name, $"{l.AsOf:yyyy-MM-dd}", $"{governingDate:yyyy-MM-dd}")),
    ];
}
