using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using ZoningRules.Facts;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Verdicts;

namespace ZoningRules.Reports;

/// <summary>The decision margin in the JSON report.</summary>
internal static class JsonMargin
{
    /// <summary>Writes the member <c>margin</c>; nothing when there is none.</summary>
    public static void Write(Utf8JsonWriter json, DecisionMargin? margin, Language language)
    {
        if (margin is null)
        {
            return;
        }

        json.WriteStartObject("margin");
        if (margin.Site is { } site)
        {
            json.WritePropertyName("site");
            Boundary(json, site, language);
        }

        JsonReport.Array(json, "layers", margin.Layers, l => Boundary(json, l, language));
        JsonReport.Array(json, "attributes", margin.Attributes, a => Attribute(json, a));
        JsonReport.Strings(json, "unexamined", margin.Unexamined);
        if (margin.NextDate is { } next)
        {
            json.WriteStartObject("nextDate");
            json.WriteString("on", Figures.Of(next.On));
            Result(json, next.Verdict, next.Possible);
            Norms(json, next.Norms);
            json.WriteEndObject();
        }

        if (margin.Change is { } change)
        {
            Change(json, change, language);
        }

        JsonReport.Array(json, "elsewhere", margin.Elsewhere, e =>
        {
            json.WriteStartObject();
            json.WriteString("name", e.Name);
            Result(json, e.Verdict, e.Possible);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void Boundary(Utf8JsonWriter json, BoundaryMargin boundary, Language language)
    {
        json.WriteStartObject();
        if (boundary.Layer is { } layer)
        {
            json.WriteString("layer", layer);
        }

        JsonPlaces.Number(json, "statedM", boundary.Stated.Value, 3);
        JsonPlaces.Number(json, "holdsToM", boundary.HoldsTo.Value, 3);
        switch (boundary.End)
        {
            case BoundaryEnd.Flips flips:
                json.WriteString("end", "flips");
                Flips(json, flips, language);
                break;
            case BoundaryEnd.Searched:
                json.WriteString("end", "searched");
                break;
            case BoundaryEnd.NotFollowed unclear:
                json.WriteString("end", "not-followed");
                json.WriteString("why", unclear.Why.In(language));
                break;
            default:
                throw new UnreachableException();
        }

        if (boundary.Sharper is { } sharper)
        {
            json.WriteStartObject("sharper");
            JsonPlaces.Number(json, "toM", sharper.To.Value, 3);
            JsonReport.Strings(json, "possible", sharper.Possible.Select(JsonWords.Of));
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Flips(Utf8JsonWriter json, BoundaryEnd.Flips flips, Language language)
    {
        JsonPlaces.Number(json, "flipsAtM", flips.At.Value, 3);
        Result(json, flips.Verdict, flips.Possible);
        JsonReport.Array(json, "causes", flips.Causes, c =>
        {
            json.WriteStartObject();
            json.WriteString("target", c.Target);
            json.WriteString("name", c.Name.In(language));
            json.WriteString("leaf", c.Leaf);
            json.WriteString("text", c.Words.In(language));
            if (c.Before is { } before)
            {
                json.WriteString("before", JsonWords.Of(before));
            }

            json.WriteString("after", JsonWords.Of(c.After));
            json.WriteBoolean("atCoverageEdge", c.AtCoverageEdge);
            if (c.Feature is { } feature)
            {
                json.WriteString("feature", feature);
            }

            JsonPlaces.Number(json, "bearingDegrees", c.BearingDegrees, 1);
            Norms(json, c.Norms);
            json.WriteEndObject();
        });
        if (flips.Shift is { } shift)
        {
            json.WriteStartObject("shift");
            JsonPlaces.Number(json, "bearingDegrees", shift.BearingDegrees, 1);
            JsonPlaces.Number(json, "lengthM", shift.Length.Value, 3);
            JsonReport.Strings(json, "possible", shift.Possible.Select(JsonWords.Of));
            json.WriteEndObject();
        }
    }

    private static void Attribute(Utf8JsonWriter json, AttributeMargin attribute)
    {
        var measure = ((AttributeType.Number)attribute.Definition.Type).Measure;
        json.WriteStartObject();
        json.WriteString("attribute", attribute.Attribute);
        json.WriteString("declared", attribute.Shown);
        json.WriteString("measure", measure.Name);
        json.WriteNumber("first", attribute.First);
        json.WriteNumber("last", attribute.Last);
        JsonReport.Array(json, "ranges", attribute.Ranges, r =>
        {
            json.WriteStartObject();
            if (r.Low is { } low)
            {
                JsonPlaces.Number(json, "low", measure.FromBase(low), 9);
                json.WriteBoolean("lowIncluded", r.LowIncluded);
            }

            if (r.High is { } high)
            {
                JsonPlaces.Number(json, "high", measure.FromBase(high), 9);
                json.WriteBoolean("highIncluded", r.HighIncluded);
            }

            Result(json, r.Verdict, r.Possible);
            Norms(json, r.Norms);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void Change(Utf8JsonWriter json, ChangeSearch search, Language language)
    {
        json.WriteStartObject("change");
        JsonReport.Strings(json, "changeable", search.Changeable);
        json.WriteBoolean("hopeless", search.Hopeless);
        json.WriteNumber("triedUpTo", search.TriedUpTo);
        json.WriteNumber("notEnough", search.NotEnough);
        Norms(json, search.Unavoidable, "unavoidable");
        JsonReport.Strings(json, "doubts", search.Doubts.Select(d => d.Text.In(language)));
        JsonReport.Array(json, "changes", search.Changes, c =>
        {
            json.WriteStartObject();
            JsonReport.Strings(json, "attributes", c.Attributes);
            JsonReport.Array(json, "options", c.Options, o =>
            {
                json.WriteStartObject();
                JsonReport.Strings(json, "values", o.Values.Select(v => v.In(language)));
                Result(json, o.Verdict, o.Possible);
                JsonReport.Strings(json, "questions", o.Questions);
                json.WriteEndObject();
            });
            json.WriteNumber("further", c.Further);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void Result(Utf8JsonWriter json, Verdict verdict, ImmutableArray<Verdict> possible)
    {
        json.WriteString("verdict", JsonWords.Of(verdict));
        JsonReport.Strings(json, "possible", possible.Select(JsonWords.Of));
    }

    private static void Norms(Utf8JsonWriter json, ImmutableArray<NormChange> norms, string name = "norms") => JsonReport.Array(json, name, norms, n =>
    {
        json.WriteStartObject();
        json.WriteString("norm", n.Norm);
        if (n.Before is { } before)
        {
            json.WriteString("before", JsonWords.Of(before));
        }

        if (n.After is { } after)
        {
            json.WriteString("after", JsonWords.Of(after));
        }

        JsonReport.WriteCitation(json, n.Citation);
        json.WriteEndObject();
    });
}
