using System.Text.Json;
using ZoningRules.Reports;
using ZoningRules.Verdicts;

namespace ZoningRules.Cli.Tests.Batch;

public sealed class ResultSchemaTests
{
    [Fact]
    public void Doubts_EveryKind_HasTheWordOfTheSchema()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root(), "docs", "schemas", "batch-result.schema.json")));
        var words = Find(schema.RootElement)!.Value.GetProperty("items").GetProperty("enum").EnumerateArray().Select(w => w.GetString()).ToArray();

        Assert.Equal(words.Order(StringComparer.Ordinal), Enum.GetValues<DoubtKind>().Select(JsonWords.Of).Order(StringComparer.Ordinal));
    }

    private static JsonElement? Find(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object when element.TryGetProperty("doubts", out var found) => found,
        JsonValueKind.Object => element.EnumerateObject().Select(m => Find(m.Value)).FirstOrDefault(f => f is not null),
        JsonValueKind.Array => element.EnumerateArray().Select(Find).FirstOrDefault(f => f is not null),
        _ => null,
    };

    private static string Root()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "ZoningRules.sln")))
        {
            at = at.Parent!;
        }

        return at.FullName;
    }
}
