using ZoningRules.RulePacks;

namespace ZoningRules.Reports;

/// <summary>Collects the interpretations of a pack that await confirmation.</summary>
internal static class OpenPoints
{
    /// <summary>Terms, readings and words without a norm in the order of the requirements, then lists.</summary>
    public static IEnumerable<OpenPoint> Of(RulePack pack, IEnumerable<Requirement> requirements)
    {
        foreach (var requirement in requirements)
        {
            foreach (var term in requirement.Terms.Where(t => !t.Confirmed))
            {
                yield return new(
                    new("用语", "term"), requirement.Id, new($"“{term.Term}”：{term.Issue.Zh}", $"“{term.Term}”: {term.Issue.En}"), term.Assumed);
            }

            foreach (var norm in requirement.Norms.Where(n => n.Readings.Length > 0 && n.Readings.All(r => r.Status != ReadingStatus.Confirmed)))
            {
                yield return new(
                    new("读法", "reading"),
                    norm.Id,
                    new(
                        string.Join("；", norm.Readings.Select(r => $"{r.Id}：{r.Basis.Zh}")),
                        string.Join("; ", norm.Readings.Select(r => $"{r.Id}: {r.Basis.En}"))),
                    new("全部计算，取最严；审批人员可逐案认定", "All are computed and the strictest counts; an officer may decide for a single case."));
            }

            foreach (var (words, reason) in requirement.Remainder)
            {
                yield return new(new("未编码文字", "words not encoded"), requirement.Id, new($"“{words}”", $"“{words}”"), reason);
            }
        }

        foreach (var list in pack.Lists)
        {
            if (list.Open)
            {
                yield return new(
                    new("清单以“等”结尾", "open list"),
                    list.Name,
                    new($"{list.Label.Zh}：“等”还包括哪些", $"{list.Label.En}: what else 等 covers"),
                    list.Editions.Any(e => !e.Review.IsEmpty)
                        ? new("列明的属于；“待认定”代码由审批人员逐案认定；其他不属于", "What is named counts; for codes under review an officer decides; others do not.")
                        : new("列明的属于，其他不属于", "What is named counts, others do not."));
            }

            if (list.Interpretation)
            {
                yield return new(
                    new("清单代码对应", "codes mapped to words"),
                    list.Name,
                    new($"{list.Label.Zh}：法条用语与行业代码的对应", $"{list.Label.En}: which codes the words of the law mean"),
                    list.Note ?? new("按本书所列代码", "The codes printed in this book."));
            }
        }
    }
}
