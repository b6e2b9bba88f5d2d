using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace ZoningRules.Proposals;

/// <summary>
/// Writes proposals as YAML. Reading the text back gives the same proposal but for places, source and hash; a geometry that came from a file is
/// written into the proposal.
/// </summary>
public static class ProposalWriter
{
    /// <summary>The YAML text, ending in a line feed.</summary>
    public static string Write(Proposal proposal)
    {
        var text = new StringBuilder();
        text.Append("name: ").Append(YamlText.Scalar(proposal.Name)).Append('\n');
        if (proposal.GoverningDate is { } date)
        {
            text.Append(CultureInfo.InvariantCulture, $"date: {date:yyyy-MM-dd}\n");
        }

        WriteSite(text, proposal);
        if (!proposal.Attributes.IsEmpty)
        {
            text.Append("attributes:\n");
            foreach (var attribute in proposal.Attributes)
            {
                text.Append("  ").Append(YamlText.Key(attribute.Attribute)).Append(": ");
                WriteValue(text, attribute.Value);
                text.Append('\n');
            }
        }

        WriteDecisions(text, proposal.Decisions);
        return text.ToString();
    }

    private static void WriteSite(StringBuilder text, Proposal proposal)
    {
        switch (proposal.Site)
        {
            case Site.Geometry geometry:
                text.Append("site:\n  ").Append(Member(geometry.Format)).Append(": ")
                    .Append(geometry.Format == SiteFormat.File ? YamlText.Scalar(geometry.Content) : YamlText.Block(geometry.Content, "    ")).Append('\n');
                if (geometry.Layer is { } layer)
                {
                    text.Append("  layer: ").Append(YamlText.Scalar(layer)).Append('\n');
                }

                if (geometry.Crs is { } crs)
                {
                    text.Append("  crs: ").Append(YamlText.Scalar(crs)).Append('\n');
                }

                if (geometry.Accuracy is { } accuracy)
                {
                    text.Append(CultureInfo.InvariantCulture, $"  accuracy: {accuracy.Value} m\n");
                }

                break;
            case Site.Town town when SiteReader.Town(proposal.Attributes) is null:
                text.Append("site:\n  town: ").Append(YamlText.Scalar(town.Name)).Append('\n');
                if (town.County is { } county)
                {
                    text.Append("  county: ").Append(YamlText.Scalar(county)).Append('\n');
                }

                break;
            case Site.Town or Site.NotStated:
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static string Member(SiteFormat format) => format switch
    {
        SiteFormat.GeoJson or SiteFormat.File => "geometry",
        SiteFormat.Wkt => "wkt",
        SiteFormat.Point => "point",
        SiteFormat.Coordinates => "coordinates",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static void WriteDecisions(StringBuilder text, ImmutableArray<OfficerDecision> decisions)
    {
        if (decisions.IsEmpty)
        {
            return;
        }

        text.Append("decisions:\n");
        foreach (var decision in decisions)
        {
            text.Append("  - attribute: ").Append(YamlText.Scalar(decision.Attribute)).Append("\n    value: ");
            WriteValue(text, decision.Value);
            text.Append("\n    by: ").Append(YamlText.Scalar(decision.By))
                .Append(CultureInfo.InvariantCulture, $"\n    date: {decision.Date:yyyy-MM-dd}")
                .Append("\n    reason: ").Append(YamlText.Scalar(decision.Reason)).Append('\n');
        }
    }

    private static void WriteValue(StringBuilder text, RawValue value)
    {
        switch (value)
        {
            case RawValue.Text single:
                text.Append(YamlText.Scalar(single.Value));
                break;
            case RawValue.List list:
                text.Append('[');
                for (var i = 0; i < list.Values.Length; i++)
                {
                    text.Append(i == 0 ? string.Empty : ", ");
                    WriteValue(text, list.Values[i]);
                }

                text.Append(']');
                break;
            case RawValue.Map map:
                text.Append('{');
                for (var i = 0; i < map.Entries.Length; i++)
                {
                    text.Append(i == 0 ? string.Empty : ", ").Append(YamlText.Key(map.Entries[i].Key)).Append(": ");
                    WriteValue(text, map.Entries[i].Value);
                }

                text.Append('}');
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
