using System.Collections.Immutable;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Reports;
using ZoningRules.RulePacks;

namespace ZoningRules.Geo.Inspecting;

/// <summary>Compares the areas of control units with the published table of shares.</summary>
internal static class LayerShares
{
    /// <summary>The shares of every row and category of the table, computed and published.</summary>
    public static ImmutableArray<ShareComparison> Of(ImmutableArray<UnitExtent> units, AreaShareTable table)
    {
        var comparisons = ImmutableArray.CreateBuilder<ShareComparison>();
        foreach (var row in table.Rows)
        {
            var inside = units.Where(u => row.County is null || u.County == row.County).ToArray();
            var whole = inside.Sum(u => u.Area.Value);
            foreach (var category in Enum.GetValues<ControlCategory>())
            {
                var some = inside.Where(u => u.Category == category).ToArray();
                var share = whole == 0 ? 0 : Math.Round(some.Sum(u => u.Area.Value) / whole, 8);
                var published = row.Of(category);
                comparisons.Add(new(row.County, category, some.Length, published?.Units ?? 0, new(share), published?.Share ?? new(0)));
            }
        }

        return comparisons.ToImmutable();
    }

    /// <summary>What differs by more than a tolerance in percentage points, or in the number of control units.</summary>
    public static IEnumerable<LayerFlaw> Flaws(ImmutableArray<ShareComparison> comparisons, decimal tolerance)
    {
        foreach (var c in comparisons)
        {
            var (zh, en) = c.County is { } county ? (county, county) : ("全市", "the whole territory");
            var (categoryZh, categoryEn) = (Labels.Of(c.Category, Language.Zh), Labels.Of(c.Category, Language.En));
            if (c.Units != c.PublishedUnits)
            {
                yield return new(FlawSeverity.Warning, Problem.Of(
                    ProblemCode.ShareDiffers, null, [zh, en, $"{categoryZh}个数", $"number of {categoryEn} units", Figures.Of(c.Units), Figures.Of(c.PublishedUnits), Figures.Of(Math.Abs(c.Units - c.PublishedUnits))]));
            }

            if (Math.Abs(c.DifferenceInPoints) > tolerance)
            {
                yield return new(FlawSeverity.Warning, Problem.Of(
                    ProblemCode.ShareDiffers, null, [zh, en, $"{categoryZh}面积比", $"share of {categoryEn} units", Percent(c.Share.Value), Percent(c.Published.Value), Points(c.DifferenceInPoints)]));
            }
        }
    }

    private static string Points(decimal difference) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Math.Abs(difference):0.00} pp");

    private static string Percent(decimal share) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{share * 100:0.00} %");
}
