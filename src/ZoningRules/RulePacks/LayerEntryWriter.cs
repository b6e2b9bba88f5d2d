using System.Collections.Immutable;
using System.Globalization;
using ZoningRules.Locations;
using ZoningRules.Problems;
using ZoningRules.Problems.Sources;
using ZoningRules.Proposals;
using ZoningRules.RulePacks.Loading;

namespace ZoningRules.RulePacks;

/// <summary>Puts what is known of a layer's data into its entry under layers/. Everything else in the file stays as it is, comments included.</summary>
public static class LayerEntryWriter
{
    private const string Folder = "layers/";

    // What an import says anew. Label, shape, question, base line and sliver are the pack's.
    private static readonly ImmutableArray<string> Written =
        ["file", "crs", "accuracy", "coverage", "illustrative", "fields", "categories", "gaps", "source", "name-field", "sha256"];

    /// <summary>The file of a pack that declares a layer, with the layer's entry changed. Files are named relative to layers/.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="layer">The id of a layer that is no part of another one.</param>
    /// <param name="data">What is now known of its data; full paths below the pack's folder.</param>
    /// <param name="fields">For the unit layer: its fields; null otherwise.</param>
    /// <exception cref="ArgumentException">The pack has no such layer, or it is a part.</exception>
    public static Loaded<LayerFileEdit> WithFiles(RulePack pack, string layer, LayerData data, UnitFields? fields)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(data);
        if (pack.Layers.FirstOrDefault(l => l.Id == layer) is not { PartOf: null })
        {
            throw new ArgumentException($"no layer {layer} that could have data", nameof(layer));
        }

        var problems = new ProblemList();
        foreach (var path in Directory.EnumerateFiles(Path.Combine(pack.Folder, Folder), "*.yaml").Order(StringComparer.Ordinal))
        {
            var shown = Folder + Path.GetFileName(path);
            if (SourceFile.Read(path, shown, SourceFile.RuleFileLimit, problems) is not { } file
                || YamlNodes.Read(file, problems) is not SourceNode.Map map
                || map["layers"] is not SourceNode.Map layers)
            {
                continue;
            }

            for (var i = 0; i < layers.Entries.Length; i++)
            {
                if (layers.Entries[i].Name == layer)
                {
                    var end = EndOf(map, layers, i, file);
                    return Edited(layers.Entries[i], end, file, Lines(pack, data, fields), problems) is { } text
                        ? Loaded<LayerFileEdit>.Good(new(shown, text))
                        : problems.Result<LayerFileEdit>(() => throw new System.Diagnostics.UnreachableException());
                }
            }
        }

        // The pack was read with this layer, so its file has gone or changed since.
        problems.Add(ProblemCode.UnknownName, null, "图层", "layer", layer, string.Empty);
        return problems.Result<LayerFileEdit>(() => throw new System.Diagnostics.UnreachableException());
    }

    // The last line of an entry.
    private static int EndOf(SourceNode.Map document, SourceNode.Map layers, int index, SourceFile file)
    {
        if (index + 1 < layers.Entries.Length)
        {
            return layers.Entries[index + 1].Key.Line - 1;
        }

        var next = document.Entries.Select(e => e.Key.Line).Where(l => l > layers.Entries[index].Key.Line).DefaultIfEmpty(0).Min();
        return next > 0 ? next - 1 : file.Text.ReplaceLineEndings("\n").Split('\n').Length;
    }

    private static string? Edited(SourceEntry entry, int end, SourceFile file, IReadOnlyList<(string Name, string Line)> members, ProblemList problems)
    {
        var lines = file.Text.ReplaceLineEndings("\n").Split('\n').ToList();
        var map = (SourceNode.Map)entry.Node;
        var keys = map.Entries.Select(e => e.Key).ToArray();
        if (keys.Any(k => k.Line <= entry.Key.Line || k.Column <= entry.Key.Column) || keys.Select(k => k.Line).Distinct().Count() != keys.Length)
        {
            problems.Add(ProblemCode.LayerEntryForm, entry.Key.Place, entry.Name);
            return null;
        }

        var indent = new string(' ', keys[0].Column - 1);
        var at = 0;
        for (var i = keys.Length - 1; i >= 0; i--)
        {
            var first = keys[i].Line;
            var last = i + 1 < keys.Length ? keys[i + 1].Line - 1 : end;
            while (last > first && IsBlankOrComment(lines[last - 1]))
            {
                last--;
            }

            if (Written.Contains(keys[i].Value))
            {
                lines.RemoveRange(first - 1, last - first + 1);
                at = first - 1;
            }
            else if (at == 0 && keys[i].Value == "shape")
            {
                // No data so far: the new lines follow the shape.
                at = -last;
            }
        }

        lines.InsertRange(Math.Abs(at), members.Select(m => $"{indent}{m.Name}: {m.Line}"));
        return string.Join('\n', lines);
    }

    private static bool IsBlankOrComment(string line)
    {
        var text = line.AsSpan().TrimStart();
        return text.IsEmpty || text[0] == '#';
    }

    private static List<(string Name, string Line)> Lines(RulePack pack, LayerData data, UnitFields? fields)
    {
        string Named(string path) => YamlText.Scalar(Path.GetRelativePath(Path.Combine(pack.Folder, Folder), path).Replace('\\', '/'));
        var lines = new List<(string, string)>
        {
            ("file", Named(data.File)),
            ("sha256", data.Sha256 ?? ""),
            ("crs", data.Crs),
            ("accuracy", data.Accuracy.Value.ToString(CultureInfo.InvariantCulture) + " m"),
            ("coverage", Named(data.CoverageFile)),
            ("illustrative", data.Illustrative ? "yes" : "no"),
        };
        if (fields is not null)
        {
            var categories = fields.Categories.OrderBy(c => c.Key, StringComparer.Ordinal)
                .Select(c => $"\"{c.Key}\": {PackWords.Categories.First(w => w.Value == c.Value).Text}");
            lines.Add(("fields", $"{{code: {Flow(fields.Code)}, name: {Flow(fields.Name)}, category: {Flow(fields.Category)}}}"));
            lines.Add(("categories", $"{{{string.Join(", ", categories)}}}"));
        }

        if (data.GapsFile is { } gaps)
        {
            lines.Add(("gaps", Named(gaps)));
        }

        lines.Add(("source", Source(data)));
        if (data.NameField is { } name)
        {
            lines.Add(("name-field", Flow(name)));
        }

        return [.. lines.Where(l => l.Item2.Length > 0)];
    }

    // In double quotes whatever it is: it stands in a flow mapping, and `null` or `2026` is meant as text.
    private static string Flow(string text)
    {
        var scalar = YamlText.Scalar(text);
        return scalar[0] == '"' ? scalar : $"\"{scalar}\"";
    }

    private static string Source(LayerData data)
    {
        var parts = new List<string>
        {
            "title: " + Flow(data.SourceTitle),
            "publisher: " + Flow(data.SourcePublisher),
            "date: " + data.SourceDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
        if (data.SourceFile is { } file)
        {
            parts.Add("file: " + Flow(file));
        }

        if (data.SourceSha256 is { } sha256)
        {
            parts.Add("sha256: " + sha256);
        }

        if (data.Accepted is { } accepted)
        {
            parts.Add("accepted: " + Flow(accepted));
        }

        return $"{{{string.Join(", ", parts)}}}";
    }
}
