using System.Collections.Immutable;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Problems.Sources;

namespace ZoningRules.RulePacks.Loading;

/// <summary>Reads layers/*.yaml. The data files themselves are read by ZoningRules.Geo.</summary>
internal sealed class LayerReader
{
    private static readonly ImmutableArray<string> OnlyWithFile =
        ["crs", "accuracy", "coverage", "illustrative", "baseline", "source", "name-field", "sliver", "gaps", "sha256"];

    private static readonly ImmutableArray<string> RequiredWithFile = ["crs", "accuracy", "coverage", "source"];

    private static readonly LocalText UnitQuestion = new("场址位于哪个环境管控单元？", "In which control unit does the site lie?");

    private readonly PackDraft draft;
    private readonly ProblemList problems;
    private readonly Dictionary<string, (SourceEntry Entry, Members Members)> parts = new(StringComparer.Ordinal);
    private readonly HashSet<string> open = new(StringComparer.Ordinal);
    private readonly List<(string Layer, string Other, SourcePlace Place)> comparisons = [];

    private LayerReader(PackDraft draft)
    {
        this.draft = draft;
        problems = draft.Problems;
    }

    public static void Read(PackDraft draft) => new LayerReader(draft).ReadAll();

    private void ReadAll()
    {
        var entries = draft.Files.Open("layers/", PackMembers.LayerFile).SelectMany(f => f.Entries("layers")).ToList();
        foreach (var entry in entries)
        {
            draft.CheckId(entry.Name, entry.Key.Place);
            if (entry.Node is SourceNode.Map map && map["of"] is not null)
            {
                DeclarePart(entry);
            }
            else
            {
                Layer(entry);
            }
        }

        foreach (var name in parts.Keys.Order(StringComparer.Ordinal))
        {
            Part(name);
        }

        CheckComparisons();
        var unitLayers = draft.Layers.Ordered.Where(l => l.Shape == LayerShape.ControlUnits && l.PartOf is null).ToList();
        if (unitLayers.Count > 1)
        {
            problems.Add(ProblemCode.DuplicateId, unitLayers[1].Place, "shape: control-units", unitLayers[0].Place.ToString());
        }
    }

    private void DeclarePart(SourceEntry entry)
    {
        if (Members.Open(entry.Node, entry.Name, PackMembers.PartLayer, problems, entry.Key.Place) is not { } members)
        {
            return;
        }

        if (parts.TryGetValue(entry.Name, out var other))
        {
            problems.Add(ProblemCode.DuplicateId, entry.Key.Place, entry.Name, other.Entry.Key.Place.ToString());
            return;
        }

        parts.Add(entry.Name, (entry, members));
    }

    private void Layer(SourceEntry entry)
    {
        var place = entry.Key.Place;
        var isUnits = entry.Node is SourceNode.Map { } map && map["shape"] is SourceNode.Text { Value: "control-units" };
        if (Members.Open(entry.Node, entry.Name, isUnits ? PackMembers.UnitLayer : PackMembers.Layer, problems, place) is not { } members)
        {
            return;
        }

        draft.Layers.Declare(entry.Name, place, new()
        {
            Id = entry.Name,
            Label = members.Local("label"),
            Shape = members.Choice("shape", PackWords.Shapes),
            Data = Data(members),
            UnitFields = isUnits ? UnitFields(members) : null,
            Ask = members.Has("ask") || !isUnits ? members.Local("ask") : UnitQuestion,
            AnsweredBy = members.Choice("answered-by", PackWords.Answerers, Answerer.Authority),
            StricterThan = members.OptionalText("stricter-than"),
            Place = place,
        });
        if (members.Has("stricter-than"))
        {
            comparisons.Add((entry.Name, members.Text("stricter-than"), members.PlaceOfValue("stricter-than")));
        }
    }

    // Another layer of the pack, and not itself.
    private void CheckComparisons()
    {
        foreach (var (layer, other, place) in comparisons)
        {
            if (other == layer || draft.Layers.Ordered.All(l => l.Id != other))
            {
                problems.Add(
                    ProblemCode.UnknownName,
                    place,
                    "图层",
                    "layer",
                    Naming.Shortened(other),
                    Naming.Nearest(other, draft.Layers.Ordered.Select(l => l.Id).Where(id => id != layer)));
            }
        }
    }

    private LayerData? Data(Members members)
    {
        if (!members.Has("file"))
        {
            if (OnlyWithFile.Any(members.Has))
            {
                problems.Add(ProblemCode.MissingMember, members.Place, "file");
            }

            return null;
        }

        foreach (var required in RequiredWithFile.Where(r => !members.Has(r)))
        {
            problems.Add(ProblemCode.MissingMember, members.Place, required);
        }

        var source = members["source"] is { } node ? Members.Open(node, "source", PackMembers.LayerSource, problems, members.PlaceOf("source")) : null;
        var accuracy = Amount(members, "accuracy", MeasureTable.Metre);
        var sliver = Amount(members, "sliver", MeasureTable.SquareMetre);
        return new()
        {
            File = DataFile(members, "file") ?? Shapes.Placeholder,
            CoverageFile = DataFile(members, "coverage") ?? Shapes.Placeholder,
            GapsFile = DataFile(members, "gaps"),
            Crs = members.Text("crs"),
            Accuracy = new(accuracy),
            Sliver = new(sliver),
            Illustrative = members.YesNo("illustrative"),
            Baseline = members.OptionalLocal("baseline"),
            NameField = members.OptionalText("name-field"),
            SourceTitle = source?.Text("title") ?? Shapes.Placeholder,
            SourcePublisher = source?.Text("publisher") ?? Shapes.Placeholder,
            SourceDate = source?.Date("date") ?? DateOnly.MinValue,
            SourceFile = source?.OptionalText("file"),
            Accepted = source?.OptionalText("accepted"),
            SourceSha256 = source is null ? null : Fingerprint(source),
            Sha256 = Fingerprint(members),
        };
    }

    private string? Fingerprint(Members members)
    {
        if (members.TextNode("sha256") is not { } node)
        {
            return null;
        }

        if (node.Value.Length != 64 || !node.Value.All(char.IsAsciiHexDigitLower))
        {
            problems.Add(ProblemCode.WrongShape, node.Place, "sha256", "64 位小写十六进制数", "64 lower-case hexadecimal digits");
        }

        return node.Value;
    }

    private string? DataFile(Members members, string member) =>
        members.OptionalText(member) is { } name && draft.Files.Inside("layers", name, member, members.PlaceOfValue(member)) is { } path
            ? Path.Combine(draft.Files.Folder, path)
            : null;

    private decimal Amount(Members members, string member, MeasureUnit expected)
    {
        if (members.TextNode(member) is not { } node
            || MeasureText.Read(draft.Measures, member, node.Value, expected, node.Place, problems) is not { } amount
            || MeasureText.ToBase(amount, member, node.Place, problems) is not { } range)
        {
            return 0;
        }

        if (amount.Value < 0)
        {
            problems.Add(ProblemCode.OutOfRange, node.Place, member, Naming.Shortened(node.Value), "≥ 0");
        }

        return range.High;
    }

    private UnitFields UnitFields(Members members)
    {
        var fields = members["fields"] is { } node ? Members.Open(node, "fields", PackMembers.UnitFields, problems, members.PlaceOf("fields")) : null;
        foreach (var required in (ReadOnlySpan<string>)["fields", "categories"])
        {
            if (members.Has("file") && !members.Has(required))
            {
                problems.Add(ProblemCode.MissingMember, members.Place, required);
            }
        }

        var categories = ImmutableDictionary.CreateBuilder<string, ControlCategory>(StringComparer.Ordinal);
        foreach (var entry in members.Entries("categories"))
        {
            if (Shapes.Choice(entry.Node, entry.Name, PackWords.Categories, problems, entry.Key.Place) is { } category)
            {
                categories.Add(entry.Name, category);
            }
        }

        return new(
            fields?.Text("code") ?? Shapes.Placeholder,
            fields?.Text("name") ?? Shapes.Placeholder,
            fields?.Text("category") ?? Shapes.Placeholder,
            categories.ToImmutable());
    }

    // A part of a part is a part of the first layer with the filters of both, so that no reader of data follows a chain.
    private LayerDefinition? Part(string name)
    {
        if (draft.Layers.TryFind(name, out var done))
        {
            if (parts[name].Entry.Key.Place != done.Place)
            {
                problems.Add(ProblemCode.DuplicateId, parts[name].Entry.Key.Place, name, done.Place.ToString());
            }

            return done;
        }

        var (entry, members) = parts[name];
        if (!open.Add(name))
        {
            problems.Add(ProblemCode.PartCycle, entry.Key.Place, name);
            return null;
        }

        var of = members.Text("of");
        var whole = parts.ContainsKey(of) && !draft.Layers.TryFind(of, out _) ? Part(of) : draft.Layers.Find(of, members.PlaceOfValue("of"));
        var part = new LayerDefinition
        {
            Id = name,
            Label = members.Local("label"),
            Shape = whole?.Shape ?? LayerShape.Areas,
            PartOf = whole?.PartOf ?? whole?.Id ?? of,
            Filters = [.. whole?.Filters ?? [], .. Filters(members)],
            Ask = members.Local("ask"),
            AnsweredBy = members.Choice("answered-by", PackWords.Answerers, Answerer.Authority),
            Place = entry.Key.Place,
        };
        draft.Layers.Declare(name, entry.Key.Place, part);
        return part;
    }

    private List<LayerFilter> Filters(Members members)
    {
        var filters = new List<LayerFilter>();
        foreach (var entry in members.Entries("where"))
        {
            if (!Shapes.IsList(entry.Node, entry.Name, problems, entry.Key.Place, out var list))
            {
                continue;
            }

            ImmutableArray<string> values = [.. list.Items.Select(i => Shapes.Text(i, entry.Name, problems)).OfType<string>()];
            if (list.Items.IsEmpty)
            {
                problems.Add(ProblemCode.EmptyValue, entry.Key.Place, entry.Name);
            }

            filters.Add(new(entry.Name, values));
        }

        if (members["where"] is SourceNode.Map { Entries.IsEmpty: true })
        {
            problems.Add(ProblemCode.EmptyValue, members.PlaceOf("where"), "where");
        }

        return filters;
    }
}
