using System.Globalization;
using ZoningRules.Problems;
using ZoningRules.RulePacks;

namespace ZoningRules.Reports;

/// <summary>Says how published figures compare.</summary>
internal static class FigureWords
{
    /// <summary>The computed number with its terms.</summary>
    public static string Computed(FigureCheck check)
    {
        var terms = check.Terms.Select(t => Number(t.Value));
        var whole = check.Whole.Select(t => Number(t.Value)).ToArray();
        var result = check.Computed() is { } number ? Number(Math.Round(number, 4)) : "—";
        var sum = string.Join(" + ", terms);
        return check.Operation switch
        {
            FigureOperation.Sum => check.Terms.Length == 1 ? result : $"{sum} = {result}",
            FigureOperation.Product => $"{string.Join(" × ", check.Terms.Select(t => Number(t.Value)))} = {result}",
            FigureOperation.Share => $"{Bracketed(sum, check.Terms.Length)} / {Bracketed(string.Join(" + ", whole), whole.Length)} = {result} %",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>How it should stand to the published one, in words that come before it.</summary>
    public static LocalText Relation(FigureCheck check) => check.Relation switch
    {
        FigureRelation.Equal => new("公布为", "published as"),
        FigureRelation.AtMost => new("应不超过公布的", "should be at most the published"),
        FigureRelation.AtLeast => new("应不小于公布的", "should be at least the published"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Bracketed(string sum, int count) => count > 1 ? $"({sum})" : sum;

    /// <summary>A number without needless digits.</summary>
    public static string Number(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}
