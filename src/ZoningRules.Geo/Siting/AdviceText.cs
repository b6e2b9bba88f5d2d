using System.Text.Json;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Reports;
using ZoningRules.Verdicts;

namespace ZoningRules.Geo.Siting;

/// <summary>Advice in words and in JSON.</summary>
internal static class AdviceText
{
    /// <summary>The lines of a report, with an empty line after each part; none when there is nothing to say.</summary>
    public static IEnumerable<string> Lines(SitingAdvice advice, Language language)
    {
        string Say(string zh, string en) => language == Language.Zh ? zh : en;
        if (advice.Own is { } own)
        {
            yield return Say($"申报场址：{Labels.Of(own, language)}", $"The proposal's own site: {Labels.Of(own, language)}");
            foreach (var place in advice.Nearest)
            {
                yield return Say(
                    $"  最近的“{Labels.Of(place.Verdict, language)}”之处（查找范围内）：代表点至少移动 {Figures.Of(place.Least)}；方位 {Bearing(place.BearingDegrees)}、{Figures.Of(place.Distance)} 处（{Figures.Of(place.Position)}，{place.Zone} 号分区）已按点复核；整个场址移至该处的结论：{Labels.Of(place.Moved, language)}",
                    $"  nearest place in the area searched that is {Labels.Of(place.Verdict, language)}: no move of its representative point below {Figures.Of(place.Least)} reaches one; assessed as a point {Figures.Of(place.Distance)} away at bearing {Bearing(place.BearingDegrees)} ({Figures.Of(place.Position)}, zone {SitingReport.Count(place.Zone)}); with the whole site moved there: {Labels.Of(place.Moved, language)}");
            }

            if (advice.IsOwnDoubtful)
            {
                yield return Say("  坐标系存疑，场址位置未定，不查找最近之处；请核对坐标系，或由审批人员确认 site.crs", "  its coordinate system is in doubt, so no nearest place is looked for until it is settled where the site lies; check the system, or let an officer confirm site.crs");
            }
            else if (own == Verdict.Prohibited && advice.Nearest.IsEmpty)
            {
                yield return Say("  查找范围内没有不被禁止的地方", "  there is no place in the area searched that is not prohibited");
            }

            yield return "";
        }

        if (advice.Candidates.IsEmpty)
        {
            yield break;
        }

        yield return Say("候选场址（优者在前）", "Candidates (best first)");
        foreach (var candidate in advice.Candidates)
        {
            var margin = candidate.Assessment is { Verdict: Verdict.Prohibited } or { Location.IsDoubtful: true } ? "—" : Figures.Of(candidate.Margin);
            yield return $"  {SitingReport.Padded(SitingReport.Count(candidate.Rank), 4)}{SitingReport.Padded(candidate.Candidate.Name, 28)}{SitingReport.Padded(Labels.Of(candidate.Assessment.Verdict, language), 24)}"
                + Say($"待定 {candidate.OpenNorms} 项，条件 {candidate.Conditions} 项，距更严处或查找边界 {margin}", $"{SitingReport.Count(candidate.OpenNorms)} open, {SitingReport.Count(candidate.Conditions)} conditions, {margin} to a stricter place or the edge of the search");
            foreach (var notice in LocationNotices.OfSite(candidate.Assessment.Location!))
            {
                yield return $"      ! {notice.In(language)}";
            }
        }

        yield return "";
    }

    /// <summary>The advice as members of an object.</summary>
    public static void Write(Utf8JsonWriter json, SitingAdvice advice, Language language)
    {
        json.WriteString("ownVerdict", advice.Own is { } own ? JsonWords.Of(own) : null);
        json.WriteBoolean("ownCoordinatesDoubtful", advice.IsOwnDoubtful);
        json.WriteStartArray("nearest");
        foreach (var place in advice.Nearest)
        {
            json.WriteStartObject();
            json.WriteString("verdict", JsonWords.Of(place.Verdict));
            json.WriteNumber("leastM", place.Least.Value);
            json.WriteNumber("distanceM", place.Distance.Value);
            json.WriteNumber("bearingDegrees", place.BearingDegrees);
            json.WriteStartArray("position");
            json.WriteNumberValue(place.Position.Longitude);
            json.WriteNumberValue(place.Position.Latitude);
            json.WriteEndArray();
            json.WriteNumber("zone", place.Zone);
            json.WriteString("verdictOfMovedSite", JsonWords.Of(place.Moved));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("candidates");
        foreach (var candidate in advice.Candidates)
        {
            json.WriteStartObject();
            json.WriteNumber("rank", candidate.Rank);
            json.WriteString("name", candidate.Candidate.Name);
            json.WriteString("verdict", JsonWords.Of(candidate.Assessment.Verdict));
            JsonText.Strings(json, "possible", candidate.Assessment.Possible.Select(JsonWords.Of));
            JsonText.Strings(json, "units", candidate.Assessment.Location!.Units.Select(u => u.Code));
            JsonText.Strings(json, "notices", LocationNotices.OfSite(candidate.Assessment.Location).Select(n => n.In(language)));
            json.WriteNumber("openNorms", candidate.OpenNorms);
            json.WriteNumber("conditions", candidate.Conditions);
            json.WriteNumber("marginM", candidate.Margin.Value);
            JsonText.Strings(json, "violated", candidate.Assessment.Findings.Where(f => f.Outcome == Findings.Outcome.Violated).Select(f => f.Norm.Id));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Bearing(decimal degrees) => degrees.ToString("0", System.Globalization.CultureInfo.InvariantCulture) + "°";
}
