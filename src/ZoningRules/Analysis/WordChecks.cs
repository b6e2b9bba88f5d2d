using System.Globalization;
using System.Text.RegularExpressions;
using ZoningRules.Problems;
using ZoningRules.RulePacks;

namespace ZoningRules.Analysis;

/// <summary>Compares the encoding with the words of the law, and lists what awaits confirmation.</summary>
internal sealed partial class WordChecks(RulePack pack, List<Remark> remarks)
{
    public void Run()
    {
        foreach (var requirement in pack.Requirements)
        {
            foreach (var norm in requirement.Norms.Where(n => n.Effect != Effect.Manual))
            {
                Limits(requirement, norm);
                if (norm.Readings.Length > 0 && norm.Readings.All(r => r.Status != ReadingStatus.Confirmed))
                {
                    Say(RemarkKind.ReadingsOpen, norm.Id, requirement, norm.Place, new(
                        $"有 {norm.Readings.Length} 种读法（{string.Join('、', norm.Readings.Select(r => r.Id))}），取最严，待确认",
                        $"{norm.Readings.Length} readings ({string.Join(", ", norm.Readings.Select(r => r.Id))}) await confirmation; the strictest counts"));
                }
            }

            Numbers(requirement);
            foreach (var term in requirement.Terms.Where(t => !t.Confirmed))
            {
                Say(RemarkKind.TermOpen, requirement.Id, requirement, requirement.Place, new(
                    $"“{term.Term}”：{term.Issue.Zh}；现按：{term.Assumed.Zh}", $"“{term.Term}”: {term.Issue.En}; assumed: {term.Assumed.En}"));
            }

            foreach (var (words, reason) in requirement.Remainder)
            {
                Say(RemarkKind.WordsNotCovered, requirement.Id, requirement, requirement.Place, new($"“{words}”没有编码：{reason.Zh}", $"“{words}” is not encoded: {reason.En}"));
            }
        }

        foreach (var list in pack.Lists.Where(l => l.Open || l.Interpretation))
        {
            remarks.Add(new(RemarkKind.ListOpen, list.Name, list.Open
                ? new($"清单“{list.Label.Zh}”以“等”结尾，成员与待裁量范围待确认", $"the list “{list.Label.En}” ends in 等; members and review range await confirmation")
                : new($"清单“{list.Label.Zh}”的代码是对原文的解释，待确认", $"the codes of the list “{list.Label.En}” are a reading of the text and await confirmation"), list.Place)
            { Citation = list.Editions.FirstOrDefault()?.Citation });
        }
    }

    private void Limits(Requirement requirement, Norm norm)
    {
        foreach (var line in norm.Lines)
        {
            if (line.Test is LeafTest.Compare compare && Written(line.Text) is { } number)
            {
                Limit(requirement, norm, line.Place, number, line.Text, compare.Comparison is Comparison.AtMost or Comparison.LessThan, compare.Comparison is Comparison.AtMost or Comparison.AtLeast);
            }
        }

        if (norm.Cap is { } cap)
        {
            foreach (var number in LimitWords.NumbersIn(norm.Span).Take(1))
            {
                Limit(requirement, norm, norm.Place, number, $"inclusive: {(cap.Inclusive ? "yes" : "no")}", below: true, cap.Inclusive);
            }
        }
    }

    private void Limit(Requirement requirement, Norm norm, SourcePlace place, string number, string line, bool below, bool inclusive)
    {
        var around = LimitWords.Around(norm.Span, number).ToList();
        if (around.Count == 0)
        {
            return;
        }

        if (around.OfType<LimitWords>().ToList() is not { Count: > 0 } words)
        {
            // Of a table the term stands in the heading of the column, once for all rows.
            var headings = requirement.Table is { } table && table.Rows.Any(r => r.Norm == norm.Id) ? string.Concat(table.Columns.Select(c => c.Title.Zh)) : string.Empty;
            if (!requirement.Terms.Any(t =>
                t.Term.Contains(number, StringComparison.Ordinal) || norm.Span.Contains(t.Term, StringComparison.Ordinal) || headings.Contains(t.Term, StringComparison.Ordinal)))
            {
                Say(RemarkKind.InclusivenessUnstated, norm.Id, requirement, place, new(
                    $"原文没有写明 {number} 本身是否包括在内，也没有列为待确认用语；现编码为 `{line}`",
                    $"the text does not say whether {number} itself is meant, and no term to confirm says so; encoded as `{line}`"));
            }

            return;
        }

        // What lies on the other side of the limit excludes it when this side includes it.
        if (words.TrueForAll(w => (w.Below == below ? w.Inclusive : !w.Inclusive) != inclusive))
        {
            var (zh, en) = words[0].Inclusive ? ("包括", "includes") : ("不包括", "excludes");
            Say(RemarkKind.InclusivenessContradicted, norm.Id, requirement, place, new(
                $"原文“{number}…{words[0].Words}”{zh}本数，而编码为 `{line}`", $"the words around {number} (“{words[0].Words}”) say that the text {en} it, and the encoding is `{line}`"));
        }
    }

    // A sentence that several norms share may give each its own number.
    private void Numbers(Requirement requirement)
    {
        var norms = requirement.Norms.Where(n => n.Effect != Effect.Manual).ToList();
        var caps = norms.Select(n => n.Cap).OfType<Cap>().SelectMany(Digits).ToList();
        var used = new HashSet<decimal>(norms.Select(n => (decimal?)n.Target?.Year).OfType<decimal>());
        used.UnionWith(Shown(requirement));
        foreach (var line in norms.SelectMany(n => n.Lines))
        {
            if (Written(line.Text) is { } number)
            {
                used.Add(decimal.Parse(number, CultureInfo.InvariantCulture));
            }

            used.UnionWith(line.Test is LeafTest.CompareParameter { Limit.Values: var values } ? values.Select(v => v.Value.Value) : []);
        }

        foreach (var (number, norm) in norms.SelectMany(n => Stated(requirement, n).Select(number => (number, n))).DistinctBy(p => p.number, StringComparer.Ordinal))
        {
            var value = decimal.Parse(number, CultureInfo.InvariantCulture);

            // A cap writes its limit in the measure of its ledger: 9.1亿 is 910000000 there.
            if (!used.Contains(value) && !caps.Exists(c => SameDigits(c, value)))
            {
                Say(RemarkKind.NumberNotUsed, norm.Id, requirement, norm.Place, new(
                    $"原文中的 {number} 没有出现在编码的任何比较里", $"the number {number} of the text stands in no comparison of the encoding"));
            }
        }
    }

    // The numbers of a row stand in cells of their own.
    private static IEnumerable<string> Stated(Requirement requirement, Norm norm) =>
        requirement.Table?.Rows.Any(r => r.Norm == norm.Id) == true
            ? norm.Span.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).SelectMany(LimitWords.NumbersIn)
            : LimitWords.NumbersIn(norm.Span);

    // What a table shows as words or an obligation repeats is not computed with, and the measure of a cap may hold a number, as in WO₃ 65%.
    private static IEnumerable<decimal> Shown(Requirement requirement) =>
        (requirement.Table is { } table ? table.Rows.SelectMany(r => r.Cells.Where((_, i) => table.Columns[i].Kind == RuleTableColumnKind.Words)).Select(c => c.Zh) : [])
        .Concat(requirement.Norms.SelectMany(n => n.Obligations).Select(o => o.Text.Zh))
        .Concat(requirement.Norms.Select(n => (n.Cap?.Increment.Type as Facts.AttributeType.Number)?.Measure.Label.Zh ?? string.Empty))
        .SelectMany(LimitWords.NumbersIn)
        .Select(n => decimal.Parse(n, CultureInfo.InvariantCulture));

    private static IEnumerable<decimal> Digits(Cap cap) => cap.Limit switch
    {
        CapLimit.Fixed amount => [amount.Amount],
        CapLimit.Dated dated => dated.Parameter.Values.Select(v => v.Value.Value),
        CapLimit.BaseMinus share => [share.Share],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    // Equal but for a power of ten.
    private static bool SameDigits(decimal a, decimal b)
    {
        return Stripped(a) == Stripped(b);

        static string Stripped(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture).Replace(".", string.Empty, StringComparison.Ordinal).Trim('0');
    }

    private static string? Written(string line) => LastNumber().Match(line) is { Success: true } match ? match.Groups[1].Value : null;

    private void Say(RemarkKind kind, string subject, Requirement requirement, SourcePlace place, LocalText message) =>
        remarks.Add(new(kind, subject, message, place) { Citation = requirement.Citation });

    // The limit of a comparison: the number after its sign.
    [GeneratedRegex(@"[<>]=?\s*(\d+(?:\.\d+)?)")]
    private static partial Regex LastNumber();
}
