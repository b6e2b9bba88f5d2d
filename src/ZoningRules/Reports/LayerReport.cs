using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;

namespace ZoningRules.Reports;

/// <summary>What the inspection of layers found, in any format but Markdown. Lines end in a line feed.</summary>
public static class LayerReport
{
    /// <summary>The value of the member <c>schema</c>.</summary>
    public const string Schema = "zoning-layer-inspection/1";

    private const int Width = 100;
    private const int MostFlawsOfAKind = 40;
    private const int MostSlivers = 20;

    /// <summary>Plain text of at most 100 columns.</summary>
    public static string Render(LayerInspection inspection, Language language)
    {
        ArgumentNullException.ThrowIfNull(inspection);
        var text = new StringBuilder();
        foreach (var block in Blocks(inspection, language))
        {
            Write(text, block);
        }

        return text.ToString();
    }

    /// <summary>A self-contained HTML page, in the order given; nothing is loaded from elsewhere.</summary>
    /// <param name="inspections">The layers inspected.</param>
    /// <param name="language">The language.</param>
    /// <param name="pictures">SVG documents of this software, one a layer or null for none; they stand before the reports.</param>
    public static string RenderHtml(ImmutableArray<LayerInspection> inspections, Language language, ImmutableArray<string?> pictures = default)
    {
        var title = Labels.Say(language, "图层检查报告", "Inspection of layers");
        return HtmlReport.Page(title, language, [.. inspections.Select(i => Blocks(i, language))], pictures.IsDefault ? [] : [.. pictures.OfType<string>().Select(Element)]);
    }

    /// <summary>A JSON array, one object a layer; words of the schema are English, messages in the language asked for.</summary>
    public static string RenderJson(ImmutableArray<LayerInspection> inspections, Language language) => JsonReport.Text(json =>
    {
        json.WriteStartArray();
        foreach (var inspection in inspections)
        {
            Write(json, inspection, language);
        }

        json.WriteEndArray();
    });

    // The declaration of a document of its own has no place inside a page.
    private static string Element(string svg) => svg[svg.IndexOf("<svg", StringComparison.Ordinal)..].TrimEnd();

    private static List<Block> Blocks(LayerInspection inspection, Language language)
    {
        string Say(string zh, string en) => Labels.Say(language, zh, en);
        var name = $"{inspection.Label.In(language)} ({inspection.Layer})";
        var errors = inspection.Flaws.Count(f => f.Severity == FlawSeverity.Error);
        var warnings = inspection.Flaws.Count(f => f.Severity == FlawSeverity.Warning);
        var notes = inspection.Flaws.Length - errors - warnings;
        var blocks = new List<Block>
        {
            new Block.Heading(1, Say($"图层检查：{name}", $"Layer inspected: {name}")),
            new Block.Callout(
                errors > 0 ? RunStyle.Bad : warnings > 0 ? RunStyle.Condition : RunStyle.Good,
                Passage.Of(
                    errors > 0 ? Say($"不可用：{errors} 个错误，{warnings} 个警告，{notes} 个提示", $"not usable: {Figures.Counted(errors, "error", "errors")}, {Figures.Counted(warnings, "warning", "warnings")}, {Figures.Counted(notes, "note", "notes")}")
                    : Say($"可用：没有错误，{warnings} 个警告，{notes} 个提示", $"usable: no errors, {Figures.Counted(warnings, "warning", "warnings")}, {Figures.Counted(notes, "note", "notes")}"))
                .Then(new Run(Say(
                    $"{inspection.File}，{inspection.Features} 个要素，{inspection.Crs}，SHA-256 {SiteWords.Short(inspection.Sha256)}",
                    $"{inspection.File}, {Figures.Counted(inspection.Features, "feature", "features")}, {inspection.Crs}, SHA-256 {SiteWords.Short(inspection.Sha256)}")))),
        };
        if (inspection.Illustrative)
        {
            blocks.Add(new Block.Paragraph(Passage.Of(Say("示意，非法定界线", "illustrative; not a legal boundary"), RunStyle.Strong)));
        }

        if (inspection.Area.Value > 0)
        {
            blocks.Add(new Block.Paragraph(Passage.Of(Say(
                $"要素面积合计 {Figures.Of(inspection.Area, language)}。面积为 CGCS2000 椭球面积；容差 {Figures.Of(inspection.Tolerance)}，处处不宽于容差的空隙和重叠列为碎片",
                $"the features have {Figures.Of(inspection.Area, language)} together; areas are on the ellipsoid of CGCS2000. Gaps and overlaps nowhere wider than {Figures.Of(inspection.Tolerance)} count as slivers"))));
        }

        foreach (var severity in (FlawSeverity[])[FlawSeverity.Error, FlawSeverity.Warning, FlawSeverity.Note])
        {
            AddFlaws(blocks, inspection.Flaws.Where(f => f.Severity == severity).ToArray(), severity, language);
        }

        AddSlivers(blocks, inspection, language);
        AddShares(blocks, inspection, language);
        AddUnits(blocks, inspection, language);
        if (!inspection.Steps.IsEmpty)
        {
            blocks.Add(new Block.Heading(2, Say("读取与检查经过", "How it was read and checked")));
            blocks.Add(new Block.Listing(false, [.. inspection.Steps.Select(s => Passage.Of(s.In(language)))]));
        }

        return blocks;
    }

    private static void AddFlaws(List<Block> blocks, LayerFlaw[] flaws, FlawSeverity severity, Language language)
    {
        if (flaws.Length == 0)
        {
            return;
        }

        blocks.Add(new Block.Heading(2, $"{Labels.Of(severity, language)} ({Figures.Of(flaws.Length)})"));
        var items = ImmutableArray.CreateBuilder<Passage>();
        foreach (var kind in flaws.GroupBy(f => f.Problem.Code))
        {
            items.AddRange(kind.Take(MostFlawsOfAKind).Select(f => Passage.Of(Words(f, language))));
            if (kind.Count() - MostFlawsOfAKind is > 0 and var more)
            {
                items.Add(Passage.Of(Labels.Say(language, $"另有 {more} 个 {kind.First().Problem.Id}，全部见 JSON", $"{more} more {kind.First().Problem.Id}; the JSON report has all"), RunStyle.Muted));
            }
        }

        blocks.Add(new Block.Listing(false, items.ToImmutable()));
        var help = flaws.GroupBy(f => f.Problem.Code).Select(g => Passage.Of($"{g.First().Problem.Id} {Wording.Help(g.First().Problem, language)}", RunStyle.Muted));
        blocks.Add(new Block.Paragraph(Passage.Of(Labels.Say(language, "处理：", "What to do:"))));
        blocks.Add(new Block.Listing(false, [.. help]));
    }

    private static string Words(LayerFlaw flaw, Language language) => $"{flaw.Problem.Id} {Wording.Message(flaw.Problem, language)}";

    private static void AddSlivers(List<Block> blocks, LayerInspection inspection, Language language)
    {
        if (inspection.Slivers.IsEmpty)
        {
            return;
        }

        var whole = new SquareMetres(inspection.Slivers.Sum(s => s.Area?.Value ?? 0));
        var widest = inspection.Slivers.Max(s => s.Width ?? new(0));
        blocks.Add(new Block.Heading(2, Labels.Say(language, "碎片", "Slivers")));
        blocks.Add(new Block.Paragraph(Passage.Of(Labels.Say(
            language,
            $"{inspection.Slivers.Length} 处，合计 {Figures.Of(whole, language)}，平均宽度最大 {Figures.Of(widest)}；下列最大的 {Math.Min(MostSlivers, inspection.Slivers.Length)} 处",
            $"{Figures.Counted(inspection.Slivers.Length, "place", "places")}, {Figures.Of(whole, language)} together, greatest mean width {Figures.Of(widest)}; the {Figures.Counted(Math.Min(MostSlivers, inspection.Slivers.Length), "largest follows", "largest follow")}"))));
        blocks.Add(new Block.Listing(false, [.. inspection.Slivers.Take(MostSlivers).Select(s => Passage.Of(Words(s, language)))]));
    }

    private static void AddShares(List<Block> blocks, LayerInspection inspection, Language language)
    {
        if (inspection.Shares.IsEmpty)
        {
            return;
        }

        string Say(string zh, string en) => Labels.Say(language, zh, en);
        blocks.Add(new Block.Heading(2, Say("面积比与公布值", "Shares of area and the published ones")));
        blocks.Add(new Block.Table(
            Say($"各县（市、区）各类单元面积比；相差超过 {inspection.ShareTolerance.ToString(CultureInfo.InvariantCulture)} 个百分点的列为警告", $"Share of each category; differences above {inspection.ShareTolerance.ToString(CultureInfo.InvariantCulture)} percentage points are warnings"),
            [Say("县（市、区）", "County"), Say("类别", "Category"), Say("个数（公布）", "Units (published)"), Say("图层", "Layer"), Say("公布", "Published"), Say("相差", "Difference")],
            [
                .. inspection.Shares.Select(s => ImmutableArray.Create(
                    Passage.Of(s.County ?? Say("全市", "all")),
                    Passage.Of(Labels.Of(s.Category, language)),
                    Passage.Of($"{Figures.Of(s.Units)} ({Figures.Of(s.PublishedUnits)})"),
                    Passage.Of(Percent(s.Share)),
                    Passage.Of(s.PublishedUnits == 0 ? "/" : Percent(s.Published)),
                    Passage.Of(s.DifferenceInPoints.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture), Math.Abs(s.DifferenceInPoints) > inspection.ShareTolerance ? RunStyle.Bad : RunStyle.Plain))),
            ]));
    }

    private static void AddUnits(List<Block> blocks, LayerInspection inspection, Language language)
    {
        const int most = 200;
        if (inspection.Units.IsEmpty)
        {
            return;
        }

        string Say(string zh, string en) => Labels.Say(language, zh, en);
        blocks.Add(new Block.Heading(2, Say("单元", "Control units")));
        blocks.Add(new Block.Table(
            inspection.Units.Length > most ? Say($"前 {most} 个，共 {inspection.Units.Length} 个", $"the first {most} of {inspection.Units.Length}") : Say($"{inspection.Units.Length} 个单元", $"{inspection.Units.Length} control units"),
            [Say("编码", "Code"), Say("类别", "Category"), Say("县（市、区）", "County"), Say("面积", "Area"), Say("名称", "Name")],
            [
                .. inspection.Units.Take(most).Select(u => ImmutableArray.Create(
                    Passage.Of(u.Code), Passage.Of(Labels.Of(u.Category, language)), Passage.Of(u.County), Passage.Of(Figures.Of(u.Area, language)), Passage.Of(u.Name))),
            ]));
    }

    private static string Percent(Ratio share) => (share.Value * 100).ToString("0.00", CultureInfo.InvariantCulture) + " %";

    private static void Write(StringBuilder text, Block block)
    {
        void Lines(string words, string first, string rest)
        {
            foreach (var line in Columns.Wrap(Columns.Clean(words), Width, first, rest))
            {
                text.Append(line).Append('\n');
            }
        }

        switch (block)
        {
            case Block.Heading(var level, var words):
                text.Append(level == 1 ? "" : "\n");
                Lines(words, "", "  ");
                break;
            case Block.Callout(_, var passage):
                passage.Lines.ToList().ForEach(l => Lines(Plain(l), "", "  "));
                break;
            case Block.Paragraph(var passage):
                passage.Lines.ToList().ForEach(l => Lines(Plain(l), "", "  "));
                break;
            case Block.Listing(_, var items):
                items.ToList().ForEach(i => i.Lines.ToList().ForEach(l => Lines(Plain(l), "  · ", "    ")));
                break;
            case Block.Table(var caption, var columns, var rows):
                Lines(caption, "", "  ");
                foreach (var line in Columns.Table([columns, .. rows.Select(r => r.Select(c => Plain(c.Lines[0])).ToImmutableArray())], Width))
                {
                    text.Append(line).Append('\n');
                }

                break;
            default:
                throw new UnreachableException();
        }
    }

    private static string Plain(ImmutableArray<Run> line) => string.Concat(line.Select(r => r.Text));

    private static void Write(Utf8JsonWriter json, LayerInspection inspection, Language language)
    {
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.WriteString("layer", inspection.Layer);
        json.WriteString("label", inspection.Label.In(language));
        json.WriteString("file", inspection.File);
        json.WriteString("sha256", inspection.Sha256);
        json.WriteString("crs", inspection.Crs);
        json.WriteNumber("features", inspection.Features);
        json.WriteNumber("areaM2", inspection.Area.Value);
        json.WriteString("areaMethod", "ellipsoid of CGCS2000");
        json.WriteNumber("toleranceM", inspection.Tolerance.Value);
        json.WriteBoolean("illustrative", inspection.Illustrative);
        json.WriteBoolean("usable", inspection.IsUsable);
        JsonReport.Array(json, "flaws", inspection.Flaws, f => Write(json, f, language));
        JsonReport.Array(json, "slivers", inspection.Slivers, f => Write(json, f, language));
        json.WriteNumber("shareTolerancePoints", inspection.ShareTolerance);
        JsonReport.Array(json, "shares", inspection.Shares, s =>
        {
            json.WriteStartObject();
            json.WriteString("county", s.County);
            json.WriteString("category", JsonWords.Of(s.Category));
            json.WriteNumber("units", s.Units);
            json.WriteNumber("publishedUnits", s.PublishedUnits);
            json.WriteNumber("share", s.Share.Value);
            json.WriteNumber("published", s.Published.Value);
            json.WriteNumber("differencePoints", s.DifferenceInPoints);
            json.WriteEndObject();
        });
        JsonReport.Array(json, "units", inspection.Units, u =>
        {
            json.WriteStartObject();
            json.WriteString("code", u.Code);
            json.WriteString("name", u.Name);
            json.WriteString("category", JsonWords.Of(u.Category));
            json.WriteString("county", u.County);
            json.WriteNumber("features", u.Features);
            json.WriteNumber("areaM2", u.Area.Value);
            json.WriteEndObject();
        });
        JsonReport.Array(json, "steps", inspection.Steps, s => json.WriteStringValue(s.In(language)));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, LayerFlaw flaw, Language language)
    {
        json.WriteStartObject();
        json.WriteString("severity", JsonWords.Of(flaw.Severity));
        json.WriteString("code", flaw.Problem.Id);
        json.WriteString("message", Wording.Message(flaw.Problem, language));
        json.WriteString("help", Wording.Help(flaw.Problem, language));
        if (flaw.Position is { } position)
        {
            json.WriteStartArray("position");
            json.WriteNumberValue(position.Longitude);
            json.WriteNumberValue(position.Latitude);
            json.WriteEndArray();
        }

        if (flaw.Area is { } area)
        {
            json.WriteNumber("areaM2", area.Value);
        }

        if (flaw.Width is { } width)
        {
            json.WriteNumber("meanWidthM", width.Value);
        }

        JsonReport.Array(json, "units", flaw.Units, u => json.WriteStringValue(u));
        json.WriteEndObject();
    }
}
