using System.Collections.Immutable;
using ZoningRules.Facts;
using ZoningRules.Measures;

namespace ZoningRules.Evaluation;

/// <summary>
/// What a condition is evaluated against: the sheet, the places of the whole site or of one part, and the item of a for-each norm, if any.
/// </summary>
internal readonly struct Scene
{
    /// <summary>The item index of an item about which nothing is known.</summary>
    public const int AnyItem = -1;

    private Scene(FactSheet sheet, ImmutableArray<PlaceFact> places, int part, Truth guard, Item? item, int itemIndex)
    {
        Sheet = sheet;
        Places = places;
        Part = part;
        Guard = guard;
        Item = item;
        ItemIndex = itemIndex;
    }

    public FactSheet Sheet { get; }

    public ImmutableArray<PlaceFact> Places { get; }

    /// <summary>Index of the part whose places are used; -1 for the whole site.</summary>
    public int Part { get; }

    /// <summary>Whether the norm's scope holds here.</summary>
    public Truth Guard { get; }

    /// <summary>The item, or null: no for-each, or nothing known of the item.</summary>
    public Item? Item { get; }

    public int ItemIndex { get; }

    /// <summary>Whether the places are those of the whole site, so that leaves about them may be shared between norms.</summary>
    public bool IsWhole => Places == Sheet.Places;

    /// <summary>The part whose place variables are meant; a part that is the whole site shares its variables.</summary>
    public int PlacePart => IsWhole ? -1 : Part;

    public static Scene Whole(FactSheet sheet, Truth guard = Truth.True) => new(sheet, sheet.Places, -1, guard, null, AnyItem);

    public static Scene OfPart(FactSheet sheet, int part) =>
        new(sheet, sheet.Parts[part].Places, part, sheet.Parts[part].Certainty, null, AnyItem);

    public Scene With(Item? item, int index) => new(Sheet, Places, Part, Guard, item, index);
}
