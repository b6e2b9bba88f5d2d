using System.Collections.Immutable;
using System.Text;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;

namespace ZoningRules.Reports;

/// <summary>The layers of a pack as they were loaded. Lines end in a line feed.</summary>
public static class LayerListReport
{
    /// <summary>The value of the member <c>schema</c>.</summary>
    public const string Schema = "zoning-layers/1";

    private const int Width = 100;

    /// <summary>Plain text of at most 100 columns: layers with data and their parts, then those without.</summary>
    /// <param name="layers">The layers, ordered by id.</param>
    /// <param name="language">The language.</param>
    public static string Render(ImmutableArray<LayerSummary> layers, Language language)
    {
        var text = new StringBuilder();
        void Line(string words, string first, string rest)
        {
            foreach (var line in Columns.Wrap(Columns.Clean(words), Width, first, rest))
            {
                text.Append(line).Append('\n');
            }
        }

        foreach (var layer in layers.Where(l => l.Definition.PartOf is null).OrderBy(l => l.Definition.Data is null ? 1 : 0))
        {
            Line(Heading(layer, language), "", "  ");
            foreach (var detail in Details(layer, language))
            {
                Line(detail, "  ", "    ");
            }

            foreach (var part in layers.Where(l => l.Definition.PartOf == layer.Definition.Id))
            {
                var count = part.Features is { } features ? Labels.Say(language, $"，{features} 个要素", $", {Figures.Counted(features, "feature", "features")}") : "";
                Line($"{part.Definition.Id}  {part.Definition.Label.In(language)}{Labels.Say(language, "：其一部分，", ": a part of it, ")}{Labels.Of(part.Use.Status, language)}{count}", "  └ ", "    ");
            }
        }

        return text.ToString();
    }

    /// <summary>One JSON object with the list.</summary>
    /// <param name="layers">The layers, ordered by id.</param>
    /// <param name="language">The language of labels.</param>
    public static string RenderJson(ImmutableArray<LayerSummary> layers, Language language) => JsonReport.Text(json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        JsonReport.Array(json, "layers", layers, layer =>
        {
            var (definition, use) = (layer.Definition, layer.Use);
            json.WriteStartObject();
            json.WriteString("id", definition.Id);
            json.WriteString("label", definition.Label.In(language));
            json.WriteString("shape", JsonWords.Of(definition.Shape));
            json.WriteString("status", JsonWords.Of(use.Status));
            json.WriteString("partOf", definition.PartOf);
            json.WriteString("answeredBy", JsonWords.Of(definition.AnsweredBy));
            if (layer.Features is { } features)
            {
                json.WriteNumber("features", features);
            }

            if (layer.Coverage is { } coverage)
            {
                json.WriteNumber("coverageM2", coverage.Value);
            }

            if (definition.Data is { } data)
            {
                json.WriteString("file", Path.GetFileName(data.File));
                json.WriteString("crs", data.Crs);
                json.WriteNumber("accuracyM", data.Accuracy.Value);
                json.WriteBoolean("illustrative", data.Illustrative);
                json.WriteStartObject("source");
                json.WriteString("title", data.SourceTitle);
                json.WriteString("publisher", data.SourcePublisher);
                json.WriteString("date", Figures.Of(data.SourceDate));
                json.WriteString("file", data.SourceFile);
                json.WriteString("sha256", data.SourceSha256);
                json.WriteString("accepted", data.Accepted);
                json.WriteEndObject();
            }

            json.WriteString("sha256", use.Sha256);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    });

    private static string Heading(LayerSummary layer, Language language)
    {
        var notice = layer.Use.Illustrative ? Labels.Say(language, "（示意，非法定界线）", " (illustrative, not a legal boundary)") : "";
        return $"{layer.Definition.Id}  {layer.Definition.Label.In(language)}{notice}";
    }

    private static IEnumerable<string> Details(LayerSummary layer, Language language)
    {
        string Say(string zh, string en) => Labels.Say(language, zh, en);
        var definition = layer.Definition;
        var shape = Labels.Of(definition.Shape, language);
        if (definition.Data is not { } data)
        {
            yield return Say(
                $"{shape}；法规提及，没有资料，由{Labels.Of(definition.AnsweredBy, language)}回答：{definition.Ask.Zh}",
                $"{shape}; named in law, no data; {Labels.Of(definition.AnsweredBy, language)} answers: {definition.Ask.En}");
            yield break;
        }

        var coverage = layer.Coverage is { } area ? Say($"，覆盖 {Figures.Of(area, language)}", $", covers {Figures.Of(area, language)}") : "";
        yield return layer.Features is { } features
            ? Say($"{Labels.Of(layer.Use.Status, language)}：{shape}，{features} 个要素，精度 ± {Figures.Of(data.Accuracy)}，{data.Crs}{coverage}", $"{Labels.Of(layer.Use.Status, language)}: {shape}, {Figures.Counted(features, "feature", "features")}, accuracy ± {Figures.Of(data.Accuracy)}, {data.Crs}{coverage}")
            : Say($"{Labels.Of(layer.Use.Status, language)}：需要它的条款一律待定", $"{Labels.Of(layer.Use.Status, language)}: whatever needs it stays undetermined");
        yield return Say(
            $"{data.SourceTitle}，{data.SourcePublisher}，{Figures.Of(data.SourceDate)}；SHA-256 {SiteWords.Short(layer.Use.Sha256)}",
            $"{data.SourceTitle}, {data.SourcePublisher}, {Figures.Of(data.SourceDate)}; SHA-256 {SiteWords.Short(layer.Use.Sha256)}");
        if (data.SourceFile is { } file)
        {
            yield return Say($"由 {file} 导入，SHA-256 {SiteWords.Short(data.SourceSha256 ?? "")}", $"imported from {file}, SHA-256 {SiteWords.Short(data.SourceSha256 ?? "")}");
        }

        if (data.Accepted is { } accepted)
        {
            yield return Say($"导入时登记接受：{accepted}", $"accepted at import: {accepted}");
        }
    }
}
