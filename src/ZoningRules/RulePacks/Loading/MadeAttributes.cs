using System.Collections.Immutable;
using ZoningRules.Facts;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Problems.Sources;

namespace ZoningRules.RulePacks.Loading;

/// <summary>The attributes that the loader makes itself: about layers, open lists and readings.</summary>
internal static class MadeAttributes
{
    private const string InLayer = "site.in.";
    private const string DistanceToLayer = "site.distance.";
    private const string OpenList = "list.";
    private const string Reading = "reading.";

    /// <summary>Whether a name is one that only the loader may declare.</summary>
    public static bool IsReserved(string name) =>
        name.StartsWith(InLayer, StringComparison.Ordinal)
        || name.StartsWith(DistanceToLayer, StringComparison.Ordinal)
        || name.StartsWith(OpenList, StringComparison.Ordinal)
        || name.StartsWith(Reading, StringComparison.Ordinal);

    /// <summary>The attribute that decides whether 等 of a list covers the trade.</summary>
    public static string OfList(string list) => OpenList + list;

    /// <summary>The attribute that decides among the readings of a norm.</summary>
    public static string OfReadings(string norm) => Reading + norm;

    /// <summary>Adds the attributes of the layers, of the open lists and of the norms with readings.</summary>
    public static void AddTo(List<AttributeDefinition> attributes, PackDraft draft)
    {
        foreach (var layer in draft.Layers.Ordered.Where(IsPlace))
        {
            attributes.Add(In(layer, attributes.Count));
            attributes.Add(Distance(layer, attributes.Count));
        }

        foreach (var list in draft.Lists.Ordered.Where(l => l.Open))
        {
            attributes.Add(Falls(list, attributes.Count));
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var document in draft.Files.Documents("requirements/"))
        {
            foreach (var norm in NormsWithReadings(document))
            {
                if (Choice(norm, attributes.Count) is { } choice && seen.Add(choice.Id))
                {
                    attributes.Add(choice);
                }
            }
        }
    }

    /// <summary>Whether a layer is one that rules may speak of: any but units and towns.</summary>
    public static bool IsPlace(LayerDefinition layer) => layer.IsPlace;

    private static AttributeDefinition In(LayerDefinition layer, int slot) => new()
    {
        Id = Vocabulary.InLayer(layer.Id),
        Type = new AttributeType.YesNo(),
        Label = new($"场址涉及{layer.Label.Zh}", $"site in {layer.Label.En}"),
        Ask = layer.Ask,
        AnsweredBy = layer.AnsweredBy,
        UnknownAs = UnknownReasons.NoLayer,
        Layer = layer.Id,
        Slot = slot,
        Place = layer.Place,
    };

    private static AttributeDefinition Distance(LayerDefinition layer, int slot) => new()
    {
        Id = Vocabulary.DistanceToLayer(layer.Id),
        Type = new AttributeType.Number(MeasureTable.Metre, 0, null),
        Label = new($"场址到{layer.Label.Zh}的最短距离", $"least distance from the site to {layer.Label.En}"),
        Ask = new($"场址到{layer.Label.Zh}的最短距离是多少？", $"What is the least distance from the site to {layer.Label.En}?"),
        AnsweredBy = layer.AnsweredBy,
        UnknownAs = UnknownReasons.NoLayer,
        Layer = layer.Id,
        Slot = slot,
        Place = layer.Place,
    };

    private static AttributeDefinition Falls(CodeList list, int slot) => new()
    {
        Id = OfList(list.Name),
        Type = new AttributeType.YesNo(),
        Label = new($"属于“{list.Label.Zh}”的“等”", $"covered by the open end of “{list.Label.En}”"),
        Ask = new(
            $"本项目的行业是否属于“{list.Label.Zh}”中“等”所指的范围？",
            $"Does the trade fall under the open end (等) of “{list.Label.En}”?"),
        AnsweredBy = Answerer.Officer,
        UnknownAs = UnknownReasons.OpenList,
        Slot = slot,
        Place = list.Place,
    };

    // Read without reporting: the reader of norms meets the same nodes and reports what is wrong with them.
    private static IEnumerable<SourceNode.Map> NormsWithReadings(SourceNode.Map document) =>
        from requirement in (document["requirements"] as SourceNode.List)?.Items ?? []
        from norm in ((requirement as SourceNode.Map)?["norms"] as SourceNode.List)?.Items ?? []
        where norm is SourceNode.Map map && map["readings"] is SourceNode.List
        select (SourceNode.Map)norm;

    private static AttributeDefinition? Choice(SourceNode.Map norm, int slot)
    {
        if (norm["id"] is not SourceNode.Text { Value.Length: > 0 } id)
        {
            return null;
        }

        var options = ImmutableArray.CreateBuilder<ChoiceOption>();
        foreach (var reading in ((SourceNode.List)norm["readings"]!).Items.OfType<SourceNode.Map>())
        {
            if (reading["id"] is SourceNode.Text { Value.Length: > 0 } name && options.All(o => o.Id != name.Value))
            {
                options.Add(new(name.Value, Basis(reading) ?? LocalText.Same(name.Value)));
            }
        }

        var gist = norm["gist"] is { } node ? Quietly(node) : null;
        return new()
        {
            Id = OfReadings(id.Value),
            Type = new AttributeType.Choice(options.DrainToImmutable()),
            Label = new($"{id.Value} 的读法", $"reading of {id.Value}"),
            Ask = new(
                $"{id.Value}{(gist is null ? string.Empty : $"（{gist.Zh}）")}按哪一种读法执行？",
                $"Which reading of {id.Value}{(gist is null ? string.Empty : $" ({gist.En})")} applies?"),
            AnsweredBy = Answerer.Officer,
            UnknownAs = UnknownReasons.UndefinedTerm,
            Slot = slot,
            Place = id.Place,
        };
    }

    private static LocalText? Basis(SourceNode.Map reading) => reading["basis"] is { } node ? Quietly(node) : null;

    private static LocalText? Quietly(SourceNode node) =>
        node is SourceNode.Map map
        && map["zh"] is SourceNode.Text zh && !string.IsNullOrWhiteSpace(zh.Value)
        && map["en"] is SourceNode.Text en && !string.IsNullOrWhiteSpace(en.Value)
            ? new(zh.Value, en.Value)
            : null;
}
