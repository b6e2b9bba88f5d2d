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
                text.Append("site:\n");
                WriteGeometry(text, geometry, "  ");
                WriteUse(text, geometry, SiteReader.Town(proposal.Attributes));
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

    private static void WriteGeometry(StringBuilder text, Site.Geometry geometry, string indent)
    {
        Write(Member(geometry.Format), geometry.Format == SiteFormat.File ? YamlText.Scalar(geometry.Content) : YamlText.Block(geometry.Content, indent + "  "));
        if (geometry.Layer is { } layer)
        {
            Write("layer", YamlText.Scalar(layer));
        }

        if (geometry.Crs is { } crs)
        {
            Write("crs", YamlText.Scalar(crs));
        }

        if (geometry.Axes is { } axes)
        {
            Write("axes", ProposalMembers.Axes.First(w => w.Value == axes).Text);
        }

        if (geometry.DatumShift is { } shift)
        {
            Write("datum-shift", Parameters(shift));
        }

        if (geometry.Accuracy is { } accuracy)
        {
            Write("accuracy", $"{Number(accuracy.Value)} m");
        }

        void Write(string member, string value) => text.Append(indent).Append(member).Append(": ").Append(value).Append('\n');
    }

    private static void WriteUse(StringBuilder text, Site.Geometry geometry, Site.Town? townOfAttributes)
    {
        if (geometry.Width is { } width)
        {
            text.Append("  width: ").Append(Number(width.Value)).Append(" m\n");
        }

        if (geometry.Repair == SiteRepair.Repair)
        {
            text.Append("  repair: yes\n");
        }

        if (geometry.InTown is { } town && townOfAttributes is null)
        {
            text.Append("  town: ").Append(YamlText.Scalar(town.Name)).Append('\n');
            if (town.County is { } county)
            {
                text.Append("  county: ").Append(YamlText.Scalar(county)).Append('\n');
            }
        }

        if (geometry.Parcel is { } parcel)
        {
            text.Append("  parcel:\n");
            WriteGeometry(text, parcel, "    ");
        }
    }

    private static string Parameters(DatumShift shift)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{{dx: {Number(shift.TranslationX)}, dy: {Number(shift.TranslationY)}, dz: {Number(shift.TranslationZ)}");
        if (shift.Convention is { } convention)
        {
            text.Append(CultureInfo.InvariantCulture, $", rx: {Number(shift.RotationX)}, ry: {Number(shift.RotationY)}, rz: {Number(shift.RotationZ)}")
                .Append(CultureInfo.InvariantCulture, $", scale: {Number(shift.ScalePpm)}, rotation: {ProposalMembers.Rotations.First(w => w.Value == convention).Text}");
        }

        if (shift.Accuracy is { } accuracy)
        {
            text.Append(CultureInfo.InvariantCulture, $", accuracy: {Number(accuracy.Value)} m");
        }

        return text.Append('}').ToString();
    }

    private static string Number(decimal value) => value.ToString(CultureInfo.InvariantCulture);

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
