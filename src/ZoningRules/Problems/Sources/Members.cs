using System.Collections.Immutable;
using System.Globalization;

namespace ZoningRules.Problems.Sources;

/// <summary>
/// The members of one mapping, read strictly: unknown, missing and empty ones become problems when they are met.
/// INVARIANT: wherever a member cannot be read a problem is recorded and a placeholder returned, so a placeholder never leaves a reading that succeeds.
/// </summary>
internal sealed class Members
{
    private readonly ProblemList problems;

    private Members(SourceNode.Map map, SourcePlace place, ProblemList problems)
    {
        Map = map;
        Place = place;
        this.problems = problems;
    }

    /// <summary>The mapping.</summary>
    public SourceNode.Map Map { get; }

    /// <summary>Where the mapping, or the name it stands under, is.</summary>
    public SourcePlace Place { get; }

    /// <summary>The node of a member, or null.</summary>
    public SourceNode? this[string name] => Map[name];

    /// <summary>Opens a mapping and reports members it may not or must have. Null, with a problem, when it is no mapping.</summary>
    /// <param name="node">The node.</param>
    /// <param name="name">What it is called in messages.</param>
    /// <param name="set">Its members.</param>
    /// <param name="problems">Takes problems.</param>
    /// <param name="place">The place to report missing members at; by default that of the node.</param>
    public static Members? Open(SourceNode node, string name, MemberSet set, ProblemList problems, SourcePlace? place = null)
    {
        if (!Shapes.IsMap(node, name, problems, place, out var map))
        {
            return null;
        }

        var members = new Members(map, place ?? node.Place, problems);
        foreach (var entry in map.Entries)
        {
            if (!set.All.Contains(entry.Name))
            {
                problems.Add(ProblemCode.UnknownMember, entry.Key.Place, Naming.Shortened(entry.Name), Naming.NearestOrAll(entry.Name, set.All));
            }
        }

        foreach (var required in set.Required)
        {
            if (map[required] is null)
            {
                problems.Add(ProblemCode.MissingMember, members.Place, required);
            }
        }

        return members;
    }

    /// <summary>Whether a member is there.</summary>
    public bool Has(string name) => Map[name] is not null;

    /// <summary>Where a member's name stands; the mapping's place when it is missing.</summary>
    public SourcePlace PlaceOf(string name)
    {
        foreach (var entry in Map.Entries)
        {
            if (entry.Name == name)
            {
                return entry.Key.Place;
            }
        }

        return Place;
    }

    /// <summary>Where a member's value stands; the mapping's place when it is missing.</summary>
    public SourcePlace PlaceOfValue(string name) => Map[name]?.Place ?? Place;

    /// <summary>A text that is not empty.</summary>
    public string Text(string name) => OptionalText(name) ?? Shapes.Placeholder;

    /// <summary>A text that is not empty, or null when the member is missing.</summary>
    public string? OptionalText(string name) => Map[name] is { } node ? Shapes.Text(node, name, problems, PlaceOf(name)) ?? Shapes.Placeholder : null;

    /// <summary>The node of a text, or null when it is missing or, with a problem, no text.</summary>
    public SourceNode.Text? TextNode(string name) =>
        Map[name] is { } node && Shapes.Text(node, name, problems, PlaceOf(name)) is not null ? (SourceNode.Text)node : null;

    /// <summary>A text in both languages.</summary>
    public LocalText Local(string name) => OptionalLocal(name) ?? Shapes.PlaceholderText;

    /// <summary>A text in both languages, or null when the member is missing.</summary>
    public LocalText? OptionalLocal(string name) =>
        Map[name] is { } node ? Shapes.Local(node, name, problems, PlaceOf(name)) ?? Shapes.PlaceholderText : null;

    /// <summary>A date.</summary>
    public DateOnly Date(string name) => OptionalDate(name) ?? DateOnly.MinValue;

    /// <summary>A date, or null when the member is missing or, with a problem, none.</summary>
    public DateOnly? OptionalDate(string name) => Map[name] is { } node ? Shapes.Date(node, name, problems, PlaceOf(name)) : null;

    /// <summary>Yes or no.</summary>
    public bool YesNo(string name, bool otherwise = false) => Choice(name, Shapes.YesNoWords, otherwise);

    /// <summary>One of the words, or another value when the member is missing.</summary>
    public T Choice<T>(string name, ImmutableArray<Word<T>> words, T otherwise = default)
        where T : struct =>
        Map[name] is { } node ? Shapes.Choice(node, name, words, problems, PlaceOf(name)) ?? otherwise : otherwise;

    /// <summary>A whole number within a range, both ends included.</summary>
    public int Whole(string name, int least, int most, int otherwise)
    {
        if (TextNode(name) is not { } node)
        {
            return otherwise;
        }

        if (!int.TryParse(node.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
        {
            problems.Add(ProblemCode.BadNumber, node.Place, name, Naming.Shortened(node.Value));
            return otherwise;
        }

        if (value < least || value > most)
        {
            problems.Add(ProblemCode.OutOfRange, node.Place, name, Naming.Shortened(node.Value), $"{least}..{most}");
            return otherwise;
        }

        return value;
    }

    /// <summary>The items of a list; none when it is missing or, with a problem, no list.</summary>
    public ImmutableArray<SourceNode> List(string name) =>
        Map[name] is { } node && Shapes.IsList(node, name, problems, PlaceOf(name), out var list) ? list.Items : [];

    /// <summary>The texts of a list, with their nodes.</summary>
    public ImmutableArray<SourceNode.Text> Texts(string name)
    {
        var texts = ImmutableArray.CreateBuilder<SourceNode.Text>();
        foreach (var node in List(name))
        {
            if (Shapes.Text(node, name, problems) is not null)
            {
                texts.Add((SourceNode.Text)node);
            }
        }

        return texts.DrainToImmutable();
    }

    /// <summary>The entries of a mapping with free names; none when it is missing or, with a problem, no mapping.</summary>
    public ImmutableArray<SourceEntry> Entries(string name) =>
        Map[name] is { } node && Shapes.IsMap(node, name, problems, PlaceOf(name), out var map) ? map.Entries : [];
}
