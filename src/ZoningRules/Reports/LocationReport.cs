using System.Text;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.RulePacks;

namespace ZoningRules.Reports;

/// <summary>Where a site lies, without an assessment: units, holes, layers. Lines end in a line feed.</summary>
public static class LocationReport
{
    /// <summary>The value of the member <c>schema</c>.</summary>
    public const string Schema = "zoning-location/1";

    /// <summary>Plain text.</summary>
    public static string Render(SiteLocation location, RulePack pack, Language language)
    {
        var words = new RuleWords(pack, language);
        var text = new StringBuilder();
        void Line(string line, string first = "", string rest = "  ")
        {
            foreach (var wrapped in Columns.Wrap(Columns.Clean(line), 100, first, rest))
            {
                text.Append(wrapped).Append('\n');
            }
        }

        if (location.Illustrative)
        {
            Line(Labels.Say(language, "注意：图层为示意，非法定界线", "Notice: illustrative layers; not a legal boundary"));
        }

        foreach (var notice in LocationNotices.Of(location, pack))
        {
            Line(Labels.Say(language, "注意：", "Notice: ") + notice.In(language));
        }

        Line(SiteWords.Of(location, language));
        foreach (var row in Columns.Table(SiteWords.Units(location, language), 100))
        {
            text.Append(row).Append('\n');
        }

        foreach (var gap in location.Gaps)
        {
            Line(SiteWords.Of(gap, language), "  · ", "    ");
        }

        foreach (var sliver in location.Slivers)
        {
            Line(Labels.Say(language, $"重叠小于容差而不计：{sliver.Code} {sliver.Name}", $"dropped as a sliver: {sliver.Code} {sliver.Name}") + $" ({Figures.Of(sliver.Area, language)})", "  · ", "    ");
        }

        foreach (var relation in SiteWords.Ordered(location))
        {
            var lies = relation.Status == LayerStatus.Measured || relation.In != Truth.Unknown
                ? SiteWords.Lies(relation, language)
                : Labels.Of(relation.Status, language);
            Line(words.Layer(relation.Layer) + Labels.Say(language, "：", ": ") + lies, "  · ", "    ");
        }

        foreach (var step in location.Steps)
        {
            Line(step.In(language), "  · ", "    ");
        }

        return text.ToString();
    }

    /// <summary>One JSON object: the units hit, then the members of <c>location</c> in an assessment.</summary>
    public static string RenderJson(SiteLocation location, Language language) => JsonReport.Text(json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        JsonReport.Array(json, "units", location.Units, unit => JsonPlaces.WriteUnit(json, unit));
        JsonPlaces.WriteLocationMembers(json, location, language);
        json.WriteEndObject();
    });
}
