using System.Globalization;
using System.Text;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Reports;
using ZoningRules.Verdicts;

namespace ZoningRules.Geo.Siting;

/// <summary>A siting map in words: areas by verdict and by control unit, the zones with what decides them, and what was taken for granted.</summary>
public static class SitingReport
{
    /// <summary>The value of the member <c>schema</c> of the JSON.</summary>
    public const string Schema = "zoning-where/1";

    private const int MostZones = 40;

    /// <summary>The report as plain text; ends in a line feed.</summary>
    public static string Render(SitingMap map, SitingAdvice advice, Language language)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(advice);
        var text = new StringBuilder();
        void Line(string line = "") => text.Append(line).Append('\n');
        string Say(string zh, string en) => language == Language.Zh ? zh : en;

        Line(Say("何处可行", "Where it could go"));
        Line($"{map.Request.Proposal.Name}  {Figures.Of(map.Request.Context.GoverningDate)}");
        foreach (var notice in map.Notices)
        {
            Line($"! {notice.In(language)}");
        }

        foreach (var assumption in map.Assumptions)
        {
            Line($"- {assumption.In(language)}");
        }

        Line();
        foreach (var line in AdviceText.Lines(advice, language))
        {
            Line(line);
        }

        Line(Say("各结论的面积", "Area by verdict"));
        foreach (var (verdict, area) in map.AreaByVerdict)
        {
            Line($"  {Padded(Labels.Of(verdict, language), 26)}{Padded(Figures.Of(area, language), 14)}{Figures.Of(ShareOf(area, map.Area))}");
        }

        Line($"  {Padded(Say("合计", "in all"), 26)}{Figures.Of(map.Area, language)}");
        Line();
        Line(Say("各管控单元内的面积", "Area by control unit"));
        var names = map.Search.Assessor.Pack.UnitsByCode;
        foreach (var unit in map.AreaByUnit.GroupBy(a => a.Unit))
        {
            var name = unit.Key is { } code ? $"{code}  {(names.TryGetValue(code, out var known) ? known.Name : "")}" : Say("不在任何单元", "in no control unit");
            Line($"  {name}");
            foreach (var (_, verdict, area) in unit)
            {
                Line($"    {Padded(Labels.Of(verdict, language), 26)}{Figures.Of(area, language)}");
            }
        }

        Line();
        Line(Say("何以不予准入", "What prohibits"));
        var gists = map.Search.Assessor.Pack.Norms.ToDictionary(n => n.Norm.Id, n => n.Norm.Gist, StringComparer.Ordinal);
        var prohibited = map.Zones.Where(z => z.Verdict == Verdict.Prohibited).ToArray();
        foreach (var norm in prohibited.SelectMany(z => z.DecidingNorms).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var area = new SquareMetres(prohibited.Where(z => z.DecidingNorms.Contains(norm)).Sum(z => z.Area.Value));
            Line($"  {Padded(Figures.Of(area, language), 14)}{norm}  {gists[norm].In(language)}");
        }

        if (prohibited.Length == 0)
        {
            Line(Say("  （没有）", "  (nothing)"));
        }

        Line();
        var open = map.Zones.Where(z => z.Verdict != Verdict.Prohibited).OrderBy(z => z.Verdict).ThenByDescending(z => z.Area.Value).ToArray();
        Line(Say($"未被禁止的分区（{Count(open.Length)} 个，自宽至严；编号同 GeoJSON）", $"Zones that are not prohibited ({Count(open.Length)}, mildest first; numbers as in GeoJSON)"));
        foreach (var zone in open.Take(MostZones))
        {
            Line($"  {Padded(Count(zone.Number), 5)}{Padded(Labels.Of(zone.Verdict, language), 26)}{Padded(Figures.Of(zone.Area, language), 14)}{zone.Unit ?? "—"}  {Figures.Of(zone.Position)}");
            foreach (var said in WhatDecides(zone, gists, language))
            {
                Line($"       {said}");
            }
        }

        if (open.Length > MostZones)
        {
            Line(Say($"  另有 {Count(open.Length - MostZones)} 个，见 --format json 或 --output", $"  and {Count(open.Length - MostZones)} more; see --format json or --output"));
        }

        return text.ToString();
    }

    /// <summary>The report as JSON, without geometries; ends in a line feed.</summary>
    public static string RenderJson(SitingMap map, SitingAdvice advice, Language language)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(advice);
        return JsonText.Of(json =>
        {
            json.WriteStartObject();
            json.WriteString("schema", Schema);
            json.WriteString("project", map.Request.Proposal.Name);
            json.WriteString("governingDate", Figures.Of(map.Request.Context.GoverningDate));
            JsonText.Strings(json, "notices", map.Notices.Select(n => n.In(language)));
            JsonText.Strings(json, "assumptions", map.Assumptions.Select(a => a.In(language)));
            AdviceText.Write(json, advice, language);
            json.WriteNumber("areaM2", map.Area.Value);
            json.WriteStartArray("areaByVerdict");
            foreach (var (verdict, area) in map.AreaByVerdict)
            {
                json.WriteStartObject();
                json.WriteString("verdict", JsonWords.Of(verdict));
                json.WriteNumber("areaM2", area.Value);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("areaByUnit");
            foreach (var (unit, verdict, area) in map.AreaByUnit)
            {
                json.WriteStartObject();
                json.WriteString("unit", unit);
                json.WriteString("verdict", JsonWords.Of(verdict));
                json.WriteNumber("areaM2", area.Value);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("zones");
            foreach (var zone in map.Zones)
            {
                json.WriteStartObject();
                SitingGeoJson.WriteProperties(json, zone);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    /// <summary>What an approval in a zone depends on: obligations, then lists to be checked.</summary>
    internal static IEnumerable<LocalText> ConditionsOf(SitingZone zone) =>
        zone.Obligations.Select(o => new LocalText($"{o.Obligation.Text.Zh}（{o.Norm}）", $"{o.Obligation.Text.En} ({o.Norm})"))
            .Concat(zone.NotLoaded.Select(l => new LocalText(
                $"核对《{l.Title.Zh}》（{l.UnitName} {l.Unit}，{l.Issuer.Zh}）", $"check “{l.Title.En}” ({l.UnitName} {l.Unit}, {l.Issuer.En})")));

    /// <summary>Why a zone has its verdict, one thing a line.</summary>
    internal static IEnumerable<string> WhatDecides(SitingZone zone, IReadOnlyDictionary<string, LocalText> gists, Language language)
    {
        foreach (var norm in zone.DecidingNorms)
        {
            yield return $"{norm}  {gists[norm].In(language)}";
        }

        if (zone.Reasons != Facts.UnknownReasons.None)
        {
            yield return Labels.Of(zone.Reasons, language);
        }

        foreach (var doubt in zone.Doubts)
        {
            yield return doubt.Text.In(language);
        }

        if (zone.Verdict == Verdict.Conditional)
        {
            foreach (var condition in ConditionsOf(zone))
            {
                yield return condition.In(language);
            }
        }
    }

    internal static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A text filled with spaces, where a Chinese character takes two.</summary>
    internal static string Padded(string text, int width) => text + new string(' ', Math.Max(1, width - text.Sum(c => c < 0x1100 ? 1 : 2)));

    private static Ratio ShareOf(SquareMetres part, SquareMetres whole) => new(whole.Value == 0 ? 0 : Math.Round(part.Value / whole.Value, 6));
}
