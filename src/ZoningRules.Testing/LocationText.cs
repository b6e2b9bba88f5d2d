using System.Globalization;
using System.Text;
using ZoningRules.Locations;
using ZoningRules.Measures;

namespace ZoningRules.Testing;

internal static class LocationText
{
    public static string Of(SiteLocation? location)
    {
        if (location is null)
        {
            return "at: unknown\n";
        }

        var text = new StringBuilder("at:\n");
        Write(text, "  site", location.Relations);
        foreach (var hit in location.Units)
        {
            Write(text, $"  {(hit.Certainty == Truth.True ? "unit" : "perhaps unit")} {hit.Code} ({hit.Category})", hit.Relations);
        }

        foreach (var gap in location.Gaps)
        {
            text.Append(CultureInfo.InvariantCulture, $"  gap: {gap.Reason ?? (gap.OutsideCoverage ? "outside coverage" : "no unit")}\n");
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, string about, IEnumerable<LayerRelation> relations)
    {
        text.Append(about).Append(":\n");
        foreach (var r in relations)
        {
            var numbers = string.Concat(
                r.Distance is { } d ? $", distance {Range(d.Low.Value, d.High.Value)}" : "",
                r.Overlap is { } o ? $", overlap {Range(o.Low.Value, o.High.Value)}" : "",
                r.Share is { } s ? $", share {Range(s.Low.Value, s.High.Value)}" : "");
            text.Append(CultureInfo.InvariantCulture, $"    {r.Layer}: {r.Status}, in {r.In}, within {r.Within}{numbers}\n");
        }
    }

    private static string Range(decimal low, decimal high) =>
        low == high ? low.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{low}..{high}");
}
