using ZoningRules.Reports;
using ZoningRules.RulePacks;

namespace ZoningRules.Analysis;

/// <summary>Compares the figures that a document publishes with each other.</summary>
internal static class FigureRemarks
{
    public static void Add(RulePack pack, List<Remark> remarks)
    {
        foreach (var check in pack.FigureChecks.Where(c => !c.Agrees()))
        {
            var published = FigureWords.Number(check.Published.Value);
            remarks.Add(new(
                RemarkKind.FiguresDisagree,
                check.Id,
                new(
                    $"{check.Title.Zh}：算得 {FigureWords.Computed(check)}，{FigureWords.Relation(check).Zh} {published}",
                    $"{check.Title.En}: {FigureWords.Computed(check)} computed, {FigureWords.Relation(check).En} {published}"),
                check.Place)
            { Citation = check.Published.Citation });
        }
    }
}
