using System.Collections.Immutable;
using ZoningRules.Facts;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Problems.Sources;

namespace ZoningRules.RulePacks.Loading;

/// <summary>Reads the attributes of vocabulary/*.yaml.</summary>
internal sealed class AttributeReader
{
    private const int MostOptions = 64;
    private const string Unknown = "unknown";

    private static readonly ImmutableArray<Word<AttributeKind>> Kinds =
    [
        new("yes-no", AttributeKind.YesNo),
        new("choice", AttributeKind.Choice),
        new("choices", AttributeKind.Choices),
        new("code", AttributeKind.Code),
        new("quantity", AttributeKind.Quantity),
        new("number", AttributeKind.Number),
        new("text", AttributeKind.Text),
        new("items", AttributeKind.Items),
    ];

    private readonly PackDraft draft;
    private readonly ProblemList problems;

    private AttributeReader(PackDraft draft)
    {
        this.draft = draft;
        problems = draft.Problems;
    }

    private enum AttributeKind
    {
        YesNo,
        Choice,
        Choices,
        Code,
        Quantity,
        Number,
        Text,
        Items,
    }

    /// <summary>The words of attribute types.</summary>
    public static IEnumerable<string> TypeWords => Kinds.Select(k => k.Text);

    /// <summary>Reads all attributes of a pack, in the order of the files; slots are positions.</summary>
    public static List<AttributeDefinition> Read(PackDraft draft, IEnumerable<Members> files)
    {
        var reader = new AttributeReader(draft);
        var names = new Names<AttributeDefinition>("属性", "attribute", draft.Problems);
        var all = new List<AttributeDefinition>();
        foreach (var entry in files.SelectMany(f => f.Entries("attributes")))
        {
            if (MadeAttributes.IsReserved(entry.Name))
            {
                draft.Problems.Add(ProblemCode.ReservedAttribute, entry.Key.Place, entry.Name);
            }
            else if (reader.Definition(entry, all.Count, isField: false) is { } definition
                && names.Declare(entry.Name, entry.Key.Place, definition))
            {
                all.Add(definition);
            }
        }

        return all;
    }

    private AttributeDefinition? Definition(SourceEntry entry, int slot, bool isField)
    {
        var place = entry.Key.Place;
        if (!Naming.IsId(entry.Name) || (isField && entry.Name.Contains('.', StringComparison.Ordinal)))
        {
            problems.Add(ProblemCode.BadId, place, Naming.Shortened(entry.Name));
        }

        if (Members.Open(entry.Node, entry.Name, PackMembers.Attribute, problems, place) is not { } members)
        {
            return null;
        }

        return new()
        {
            Id = entry.Name,
            Type = Type(members, isField),
            Label = members.Local("label"),
            Ask = members.Local("ask"),
            AnsweredBy = members.Choice("answered-by", PackWords.Answerers),
            Evidence = members.OptionalLocal("evidence"),
            Cost = members.Whole("cost", 1, 9, 3),
            UnknownAs = members.Choice("unknown", PackWords.Reasons, UnknownReasons.NotProvided),
            Slot = slot,
            Place = place,
        };
    }

    private AttributeType Type(Members members, bool isField)
    {
        if (members["type"] is not { } node || Shapes.Choice(node, "type", Kinds, problems) is not { } kind)
        {
            return new AttributeType.Text();
        }

        if (isField && kind is AttributeKind.Items or AttributeKind.Text && isField)
        {
            problems.Add(
                ProblemCode.NotAChoice, node.Place, "type", members.Text("type"), Naming.Listed([.. TypeWords.Where(w => w is not ("items" or "text"))]));
        }

        CheckMembers(members, kind);
        return kind switch
        {
            AttributeKind.YesNo => new AttributeType.YesNo(),
            AttributeKind.Choice => new AttributeType.Choice(Options(members)),
            AttributeKind.Choices => new AttributeType.Choices(Options(members)),
            AttributeKind.Code => System(members),
            AttributeKind.Quantity => Number(members, ParameterReader.MeasureNamed(draft, members, "measure") ?? MeasureTable.Count),
            AttributeKind.Number => Number(members, MeasureTable.Count),
            AttributeKind.Items => new AttributeType.Items(isField ? [] : Fields(members)),
            _ => new AttributeType.Text(),
        };
    }

    // Each type takes its own further members and no other's.
    private void CheckMembers(Members members, AttributeKind kind)
    {
        foreach (var member in (ReadOnlySpan<string>)["values", "system", "measure", "minimum", "maximum", "fields"])
        {
            var (taken, required) = (member, kind) switch
            {
                ("values", AttributeKind.Choice or AttributeKind.Choices) => (true, true),
                ("system", AttributeKind.Code) => (true, true),
                ("measure", AttributeKind.Quantity) => (true, true),
                ("minimum" or "maximum", AttributeKind.Quantity or AttributeKind.Number) => (true, false),
                ("fields", AttributeKind.Items) => (true, true),
                _ => (false, false),
            };
            if (members.Has(member) && !taken)
            {
                problems.Add(ProblemCode.UnknownMember, members.PlaceOf(member), member, Naming.Listed(PackMembers.Attribute.Required));
            }
            else if (required && !members.Has(member))
            {
                problems.Add(ProblemCode.MissingMember, members.Place, member);
            }
        }
    }

    private ImmutableArray<ChoiceOption> Options(Members members)
    {
        var options = ImmutableArray.CreateBuilder<ChoiceOption>();
        foreach (var entry in members.Entries("values"))
        {
            if (!Naming.IsId(entry.Name) || entry.Name == Unknown)
            {
                problems.Add(ProblemCode.BadId, entry.Key.Place, Naming.Shortened(entry.Name));
            }

            options.Add(new(entry.Name, Shapes.Local(entry.Node, entry.Name, problems, entry.Key.Place) ?? Shapes.PlaceholderText));
        }

        if (members["values"] is SourceNode.Map && options.Count is 0 or > MostOptions)
        {
            Shapes.Wrong(members["values"]!, "values", $"1 至 {MostOptions} 个值", $"1 to {MostOptions} values", problems, members.PlaceOf("values"));
        }

        return options.DrainToImmutable();
    }

    private AttributeType System(Members members) =>
        draft.CodeSystems.Find(members.Text("system"), members.PlaceOfValue("system")) is { } system
            ? new AttributeType.Code(system)
            : new AttributeType.Text();

    private AttributeType.Number Number(Members members, MeasureUnit measure)
    {
        var least = Bound(members, "minimum", measure);
        var most = Bound(members, "maximum", measure);
        if (least > most)
        {
            problems.Add(ProblemCode.AttributeOrder, members.PlaceOf("minimum"), members.Text("type"), $"{least}..{most}");
        }

        return new(measure, least, most);
    }

    // A bare number is in the attribute's own measure.
    private decimal? Bound(Members members, string member, MeasureUnit measure)
    {
        if (members.TextNode(member) is not { } node)
        {
            return null;
        }

        var amount = MeasureTable.TryParseNumber(node.Value, out var bare)
            ? new Quantity(bare, measure)
            : MeasureText.Read(draft.Measures, member, node.Value, measure, node.Place, problems);
        if (amount is null || MeasureText.ToBase(amount, member, node.Place, problems) is null)
        {
            return null;
        }

        return amount.Value * amount.Measure.Numerator / amount.Measure.Denominator;
    }

    private ImmutableArray<AttributeDefinition> Fields(Members members)
    {
        var fields = ImmutableArray.CreateBuilder<AttributeDefinition>();
        foreach (var entry in members.Entries("fields"))
        {
            if (Definition(entry, fields.Count, isField: true) is { } field)
            {
                fields.Add(field);
            }
        }

        if (members["fields"] is SourceNode.Map { Entries.IsEmpty: true })
        {
            problems.Add(ProblemCode.EmptyValue, members.PlaceOf("fields"), "fields");
        }

        return fields.DrainToImmutable();
    }
}
