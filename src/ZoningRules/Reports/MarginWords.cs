using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using ZoningRules.Evaluation;
using ZoningRules.Facts;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Verdicts;

namespace ZoningRules.Reports;

/// <summary>The decision margin in words: entries, each with the lines that explain it.</summary>
internal sealed class MarginWords(Outline outline, DecisionMargin margin)
{
    private const int MostNorms = 4;

    /// <summary>The entries in the order in which reports show them.</summary>
    public ImmutableArray<MarginEntry> Entries() =>
    [
        margin.Site is { } site ? Boundary(site)
            : outline.Assessment.Location is { IsDoubtful: true } ? new(Say("坐标系存疑，场址位置未定，不给出边界裕度", "the coordinate system is in doubt, so there is no margin of the boundary until it is settled where the site lies"), [])
            : new(Say("没有场址图形，无法给出边界裕度", "no geometry of the site, so no margin of its boundary"), []),
        .. Layers(),
        .. Attributes(),
        .. Unexamined(),
        .. Dates(),
        .. margin.Change is { } change ? Changes(change) : [],
        .. margin.Elsewhere.Select(e => new MarginEntry(Say($"换到{e.Name}：{Result(e.Verdict, e.Possible)}", $"at {e.Name}: {Result(e.Verdict, e.Possible)}"), [])),
    ];

    private IEnumerable<MarginEntry> Layers()
    {
        var telling = margin.Layers.Where(l => l.End is not BoundaryEnd.Searched || l.Sharper is not null).ToArray();
        foreach (var layer in telling.Where(l => !EndsThere(l)))
        {
            yield return Boundary(layer);
        }

        foreach (var group in telling.Where(EndsThere).GroupBy(l => (l.HoldsTo, ((BoundaryEnd.Flips)l.End).At)))
        {
            var (holdsTo, at) = group.Key;
            yield return new(Say(
                $"单独看下列图层，边界误差不超过 {Length(holdsTo)} 时结论不变；达到 {Length(at)} 时{Becomes(((BoundaryEnd.Flips)group.First().End).Possible)}，因为图层到此为止，以外无资料：{Names(group)}",
                $"alone, errors of up to {Length(holdsTo)} in the boundaries of these layers change nothing; at {Length(at)} {Becomes(((BoundaryEnd.Flips)group.First().End).Possible)}, because the layers end there and say nothing more: {Names(group)}"), []);
        }

        foreach (var group in margin.Layers.Except(telling).GroupBy(l => l.HoldsTo))
        {
            yield return new(Say(
                $"单独看下列图层，边界误差直到 {Length(group.Key)} 都不改变结论：{Names(group)}",
                $"alone, errors of up to {Length(group.Key)} in the boundaries of these layers change nothing: {Names(group)}"), []);
        }
    }

    // What lies beyond a layer's coverage is the same story for every layer that shares it.
    private static bool EndsThere(BoundaryMargin layer) =>
        layer is { Sharper: null, End: BoundaryEnd.Flips { Causes: { IsEmpty: false } causes } } && causes.All(c => c.AtCoverageEdge);

    private string Names(IEnumerable<BoundaryMargin> layers) => string.Join(Say("、", ", "), layers.Select(l => outline.Wording.Layer(l.Layer!)));

    private MarginEntry Boundary(BoundaryMargin boundary)
    {
        var of = boundary.Layer is { } layer ? Say($"图层{outline.Wording.Layer(layer)}的边界", $"boundaries of the layer {outline.Wording.Layer(layer)}") : Say("场址边界", "boundary of the site");
        var holds = Say($"{of}（精度 {Length(boundary.Stated)}）：误差不超过 {Length(boundary.HoldsTo)} 时结论不变", $"{of} (accurate to {Length(boundary.Stated)}): no change while it is off by no more than {Length(boundary.HoldsTo)}");
        var details = ImmutableArray.CreateBuilder<string>();
        var text = holds + boundary.End switch
        {
            BoundaryEnd.Flips flips => Say($"；达到 {Length(flips.At)} 时{Becomes(flips.Possible)}", $"; at {Length(flips.At)} {Becomes(flips.Possible)}"),
            BoundaryEnd.Searched => Say("（未再往下查）", " (not searched further)"),
            BoundaryEnd.NotFollowed unclear => Say($"；再大则无法判断：{unclear.Why.Zh}", $"; beyond that it cannot be told: {unclear.Why.En}"),
            _ => throw new UnreachableException(),
        };
        if (boundary.End is BoundaryEnd.Flips change)
        {
            details.AddRange(change.Causes.Select(Cause));
            if (boundary.Layer is null)
            {
                details.Add(Shift(change.Shift));
            }
        }

        if (boundary.Sharper is { } sharper)
        {
            details.Add(Say(
                $"若精度达到 {Length(sharper.To)}：{(sharper.Possible is [var only] ? $"可定为{Labels.Of(only, Language.Zh)}" : $"可缩小为{Possible(sharper.Possible)}")}",
                $"accurate to {Length(sharper.To)} it would {(sharper.Possible is [var one] ? $"be settled: {Labels.Of(one, Language.En)}" : $"narrow to {Possible(sharper.Possible)}")}"));
        }
        else if (boundary.Layer is null && outline.Assessment.Verdict == Verdict.Undetermined)
        {
            details.Add(Say("场址边界再精确，可能的结论也不会减少", "no better survey of the site alone would rule out a possible verdict"));
        }

        return new(text, details.ToImmutable());
    }

    private string Becomes(ImmutableArray<Verdict> possible)
    {
        var before = outline.Assessment.Possible;
        var gained = possible.Except(before).ToImmutableArray();
        if (!gained.IsEmpty)
        {
            return possible.Intersect(before).Any()
                ? Say($"可能变为 {Possible(gained)}", $"it may become {Possible(gained)}")
                : Say($"变为 {Possible(gained)}", $"it becomes {Possible(gained)}");
        }

        return Say($"不再可能是 {Possible([.. before.Except(possible)])}", $"it can no longer be {Possible([.. before.Except(possible)])}");
    }

    private string Cause(MarginCause cause)
    {
        var name = cause.Name.In(outline.Language) is var label && label == cause.Target ? label
            : outline.Assessment.Pack.Layers.Any(l => l.Id == cause.Target) ? label : $"{cause.Target} {label}";
        var feature = cause.Feature is { } nearest ? Say($"（{nearest}）", $" ({nearest})") : "";
        var bearing = cause.AtCoverageEdge ? Say("，图层到此为止，以外无资料", ", where the layer ends and says nothing more")
            : cause.BearingDegrees is { } degrees ? Say($"，方位 {Degrees(degrees)}", $", bearing {Degrees(degrees)}") : "";
        var turn = cause.Before is { } before
            ? Say($"{Labels.Of(before, Language.Zh)} → {Labels.Of(cause.After, Language.Zh)}", $"{Labels.Of(before, Language.En)} → {Labels.Of(cause.After, Language.En)}")
            : Labels.Of(cause.After, outline.Language);
        var norms = cause.Norms.IsEmpty ? "" : Say("；关系到 ", "; bears on ") + Norms(cause.Norms);
        return Say($"{name}{feature}{bearing}：{cause.Words.Zh} {turn}{norms}", $"{name}{feature}{bearing}: {cause.Words.En}: {turn}{norms}");
    }

    // Norms of one sentence share its citation.
    private string Norms(ImmutableArray<NormChange> norms)
    {
        var shown = string.Join(Say("、", ", "), norms
            .Take(MostNorms)
            .GroupBy(n => outline.Law(n.Citation))
            .Select(g => string.Join(Say("、", ", "), g.Select(n => n.Norm)) + Say($"（{g.Key}）", $" ({g.Key})")));
        return norms.Length <= MostNorms ? shown : shown + Say($"，另有 {norms.Length - MostNorms} 条", $", and {norms.Length - MostNorms} more");
    }

    private string Law(NormChange change) => Say($"（{outline.Law(change.Citation)}）", $" ({outline.Law(change.Citation)})");

    private string Shift(SiteShift? shift) => shift is { } move
        ? Say(
            $"例证：场址整体向方位 {Degrees(move.BearingDegrees)} 移动 {Length(move.Length)}，可能的结论为 {Possible(move.Possible)}",
            $"witness: the whole site moved by {Length(move.Length)} on bearing {Degrees(move.BearingDegrees)} may be {Possible(move.Possible)}")
        : Say("试过的方位上没有整体平移即可如此的例证；也可能只在边界变形时出现", "no move of the whole site on the bearings tried does it; it may take a change of shape");

    private IEnumerable<MarginEntry> Attributes()
    {
        foreach (var attribute in margin.Attributes.Where(a => a.Ranges.Length > 1))
        {
            var ranges = attribute.Ranges.Select((range, i) =>
            {
                var mark = i >= attribute.First && i <= attribute.Last ? Say("（申报值在此）", " (declared)") : "";
                var norms = range.Norms.IsEmpty || mark.Length > 0 ? "" : Say("；", "; ") + string.Join(Say("、", ", "), range.Norms.Take(MostNorms).Select(Turn));
                return $"{Range(range, attribute.Definition)}{Say("：", ": ")}{Result(range.Verdict, range.Possible)}{mark}{norms}";
            });
            yield return new(Say(
                $"{attribute.Definition.Label.Zh} {attribute.Attribute}（申报 {attribute.Shown}）",
                $"{attribute.Definition.Label.En} {attribute.Attribute} (declared {attribute.Shown})"), [.. ranges]);
        }

        if (margin.Attributes.Where(a => a.Ranges.Length == 1).Select(a => a.Attribute).ToArray() is { Length: > 0 } others)
        {
            yield return new(Say($"单独看，下列申报数值取任何值都不改变结论：{string.Join("、", others)}", $"alone, no value of these declared numbers changes the verdict: {string.Join(", ", others)}"), []);
        }
    }

    private IEnumerable<MarginEntry> Unexamined() => margin.Unexamined.IsEmpty
        ? []
        : [new(Say($"条目过多，未逐项查看：{string.Join("、", margin.Unexamined)}", $"too many items to look at one by one: {string.Join(", ", margin.Unexamined)}"), [])];

    private string Turn(NormChange change) =>
        $"{change.Norm} {(change.Before is { } b ? Labels.Of(b, outline.Language) : "—")} → {(change.After is { } a ? Labels.Of(a, outline.Language) : "—")}";

    private static string Range(ValueRange range, AttributeDefinition definition)
    {
        var measure = ((AttributeType.Number)definition.Type).Measure;
        string Amount(decimal value) => LeafWording.Amount(Interval<decimal>.Of(value), measure);
        return (range.Low, range.High) switch
        {
            ({ } low, { } high) when low == high => Amount(low),
            ({ } low, { } high) => $"{(range.LowIncluded ? "≥" : ">")} {Amount(low)}, {(range.HighIncluded ? "≤" : "<")} {Amount(high)}",
            ({ } low, null) => $"{(range.LowIncluded ? "≥" : ">")} {Amount(low)}",
            (null, { } high) => $"{(range.HighIncluded ? "≤" : "<")} {Amount(high)}",
            _ => "*",
        };
    }

    private IEnumerable<MarginEntry> Dates()
    {
        yield return margin.NextDate is { } next
            ? new(
                Say($"时间：{Figures.Of(next.On)} 起即使项目不变，结论为{Result(next.Verdict, next.Possible)}", $"time: from {Figures.Of(next.On)} on the same project is {Result(next.Verdict, next.Possible)}"),
                [.. next.Norms.Take(MostNorms).Select(n => Turn(n) + Law(n))])
            : new(Say("时间：规则和台账列明的以后各个日期都不改变结论", "time: no later date named by the rules or ledgers changes the verdict"), []);
    }

    private IEnumerable<MarginEntry> Changes(ChangeSearch search)
    {
        var all = search.Changeable.Length;
        if (search.Hopeless)
        {
            var reasons = search.Unavoidable.IsEmpty && search.Doubts.IsEmpty
                ? [Say("没有哪一条始终违反，但各条轮流成立", "no single norm is always violated, but they take turns")]
                : search.Unavoidable.Select(n => Say("始终违反：", "always violated: ") + n.Norm + Law(n))
                    .Concat(search.Doubts.Select(d => d.Text.In(outline.Language)));
            yield return new(Say(
                $"在此场址和时点，{all} 项可变更的申报内容无论怎样变更都不能准入（已证明）",
                $"here and on this date no change of the {all} declared values that may be changed makes it admissible (proved)"), [.. reasons]);
            yield break;
        }

        var proof = Say(
            $"证明：逐组试过至多 {search.TriedUpTo} 项的变更，{search.NotEnough} 组无论取何值都不能准入",
            $"proof: of all sets of up to {search.TriedUpTo} values, {search.NotEnough} were shown not to be enough whatever the values");
        if (search.Changes.IsEmpty)
        {
            yield return new(Say($"变更至多 {search.TriedUpTo} 项申报内容不能准入；更多项未试", $"changing up to {search.TriedUpTo} declared values is not enough; more were not tried"), [proof]);
            yield break;
        }

        yield return new(Say(
            $"使其可以准入的最小变更有 {search.Changes.Length} 种（每种少一项即不够；变更须属实，实质改变项目的应重新申报）：",
            $"the smallest changes that would make it admissible: {search.Changes.Length} (with one value less each is not enough; a change must be real, and one that makes it another project is filed anew):"), [proof]);
        foreach (var change in search.Changes)
        {
            var options = change.Options.Select(o => Option(change, o)).ToImmutableArray();
            if (change.Further > 0)
            {
                options = options.Add(Say($"另有 {change.Further} 种取值", $"and {change.Further} further ways"));
            }

            yield return new(
                Say($"变更 {string.Join(" 和 ", change.Attributes)}", $"change {string.Join(" and ", change.Attributes)}"),
                options.IsEmpty ? [Say("未能在试过的取值中找到具体做法", "no concrete values found among those tried")] : options);
        }
    }

    private string Option(ProjectChange change, ChangeOption option)
    {
        var values = string.Join(Say("，", ", "), change.Attributes.Zip(option.Values, (a, v) => $"{a} {Say("改为", "to")} {v.In(outline.Language)}"));
        var open = option.Questions.IsEmpty ? "" : Say($"；还须回答 {string.Join("、", option.Questions)}", $"; still to answer: {string.Join(", ", option.Questions)}");
        return $"{values}{Say("：", ": ")}{Result(option.Verdict, option.Possible)}{open}";
    }

    private string Result(Verdict verdict, ImmutableArray<Verdict> possible) => possible is [var only] && only == verdict
        ? Labels.Of(verdict, outline.Language)
        : Say($"{Labels.Of(verdict, Language.Zh)}（可能：{Possible(possible)}）", $"{Labels.Of(verdict, Language.En)} (possible: {Possible(possible)})");

    private string Possible(ImmutableArray<Verdict> possible) => string.Join(Say("、", ", "), possible.Select(v => Labels.Of(v, outline.Language)));

    private static string Length(Metres length) => Figures.Number(length.Value, 2) + " m";

    private static string Degrees(decimal bearing) => (Math.Round(bearing) % 360).ToString("0", CultureInfo.InvariantCulture) + "°";

    private string Say(string zh, string en) => outline.Say(zh, en);
}

/// <summary>An entry of the decision margin.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Details">Why.</param>
internal sealed record MarginEntry(string Text, ImmutableArray<string> Details);
