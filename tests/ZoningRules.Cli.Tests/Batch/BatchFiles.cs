using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ZoningRules.Cli.Tests.Batch;

/// <summary>Inputs of batches, and what their results say.</summary>
internal static class BatchFiles
{
    private static readonly string[] Industries = ["2614", "0311", "3130", "4411", "2211"];

    /// <summary>Rows as JSON lines that differ in place and facts; every seventh is bad in one of several ways.</summary>
    public static IEnumerable<string> Lines(int count, int seed = 1)
    {
        var random = new Random(seed);
        for (var i = 1; i <= count; i++)
        {
            var longitude = (117.05 + (random.NextDouble() * 0.3)).ToString("F6", CultureInfo.InvariantCulture);
            var latitude = (29.05 + (random.NextDouble() * 0.35)).ToString("F6", CultureInfo.InvariantCulture);
            var industry = Industries[random.Next(Industries.Length)];
            yield return (i % 7, random.Next(4)) switch
            {
                (0, 0) => $$$"""{"name": "第 {{{i}}} 个", "site": {"point": [{{{longitude}}}""",
                (0, 1) => $$$"""{"name": "第 {{{i}}} 个", "attributes": {"project.industri": "{{{industry}}}"}}""",
                (0, 2) => $$$"""{"name": "第 {{{i}}} 个", "site": {"point": [{{{latitude}}}, {{{longitude}}}], "crs": "EPSG:4490"}}""",
                (0, _) => $$$"""{"name": "第 {{{i}}} 个", "attributes": {"project.kind": "house", "boilers": [{"fuel": "coal", "capacity": "20 km"}]}}""",
                (3, _) => $$$"""{"type": "Feature", "geometry": {"type": "Point", "coordinates": [{{{longitude}}}, {{{latitude}}}]}, "properties": {"name": "第 {{{i}}} 个", "crs": "EPSG:4490", "project.industry": "{{{industry}}}", "project.catalogue-class": "eliminated"}}""",
                _ => $$$"""{"name": "第 {{{i}}} 个", "site": {"point": [{{{longitude}}}, {{{latitude}}}], "crs": "EPSG:4490", "accuracy": "1 m"}, "attributes": {"project.kind": "project", "project.action": "new", "project.industry": "{{{industry}}}", "project.outdated-capacity": "yes"}}""",
            };
        }
    }

    /// <summary>The same as one text.</summary>
    public static string Text(int count, int seed = 1) => string.Concat(Lines(count, seed).Select(l => l + "\n"));

    /// <summary>A file with such rows.</summary>
    public static string File(int count, int seed = 1) => Zoning.FileOf("rows.ndjson", Text(count, seed));

    /// <summary>The result lines of a run that wrote them to standard output.</summary>
    public static JsonElement[] Results(Transcript run) => Results(run.Out);

    /// <summary>The result lines of a text.</summary>
    public static JsonElement[] Results(string text) =>
        [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];

    /// <summary>A member that is a text.</summary>
    public static string Text(this JsonElement line, string member) => line.GetProperty(member).GetString()!;

    /// <summary>The codes of a bad row's problems, separated by spaces; empty for an assessed row.</summary>
    public static string Codes(this JsonElement line) =>
        line.TryGetProperty("problems", out var problems) ? string.Join(' ', problems.EnumerateArray().Select(p => p.Text("code"))) : "";

    /// <summary>A file with these bytes.</summary>
    public static string Bytes(string name, byte[] content)
    {
        var path = Zoning.FileOf(name, "");
        System.IO.File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>A file in another encoding, with its byte order mark if it has one.</summary>
    public static string Encoded(string name, string content, Encoding encoding) => Bytes(name, [.. encoding.GetPreamble(), .. encoding.GetBytes(content)]);
}
