using System.Collections.Immutable;
using System.Globalization;
using ZoningRules.Facts;
using ZoningRules.RulePacks;

namespace ZoningRules.Tests.Oracle;

/// <summary>Makes the leaves of conditions, each with its text; every leaf made has its own place.</summary>
internal sealed class Lines(SmallWorld world)
{
    private int line;

    public Condition Is(AttributeDefinition attribute, ulong mask, AttributeDefinition? collection = null) =>
        Leaf($"{Name(attribute, collection)} in [{Options(attribute, mask)}]", new LeafTest.OneOf(Of(attribute, collection), mask));

    public Condition Includes(AttributeDefinition attribute, ulong mask) =>
        Leaf($"{attribute.Id} includes any [{Options(attribute, mask)}]", new LeafTest.Includes(Of(attribute, null), mask));

    public Condition Covered(AttributeDefinition attribute, AttributeDefinition? collection, params string[] codes) => Leaf(
        $"{Name(attribute, collection)} in [{string.Join(", ", codes)}]",
        new LeafTest.CodeIn(Of(attribute, collection), SmallWorld.Industries, [.. codes.Select(SmallWorld.Code)]));

    public Condition OnList(AttributeDefinition attribute, CodeList list, AttributeDefinition? collection = null) => Leaf(
        $"{Name(attribute, collection)} in list({list.Name})", new LeafTest.OnList(Of(attribute, collection), list, list.Open ? world.OpenDecision : null));

    public Condition Compare(AttributeDefinition attribute, Comparison comparison, decimal limit, AttributeDefinition? collection = null) => Leaf(
        $"{Name(attribute, collection)} {Sign(comparison)} {Text(limit)}", new LeafTest.Compare(Of(attribute, collection), comparison, limit));

    public Condition Compare(AttributeDefinition attribute, Comparison comparison, Parameter limit, AttributeDefinition? collection = null) => Leaf(
        $"{Name(attribute, collection)} {Sign(comparison)} param({limit.Name})", new LeafTest.CompareParameter(Of(attribute, collection), comparison, limit));

    public Condition Compare(AttributeDefinition left, Comparison comparison, AttributeDefinition right, AttributeDefinition? collection = null) => Leaf(
        $"{Name(left, collection)} {Sign(comparison)} {Name(right, collection)}",
        new LeafTest.CompareOperands(Of(left, collection), comparison, Of(right, collection)));

    public Condition SiteIn(string layer) => Leaf($"site in {layer}", new LeafTest.SiteIn(layer, world.Slot(layer)));

    public Condition SiteWithin(string layer) => Leaf($"site within {layer}", new LeafTest.SiteWithin(layer, world.Slot(layer)));

    public Condition Distance(string layer, Comparison comparison, decimal limit) => Leaf(
        $"distance(site, {layer}) {Sign(comparison)} {Text(limit)}", new LeafTest.Compare(new Operand.Distance(layer, world.Slot(layer)), comparison, limit));

    public Condition Overlap(string layer, Comparison comparison, decimal limit) => Leaf(
        $"overlap(site, {layer}) {Sign(comparison)} {Text(limit)}", new LeafTest.Compare(new Operand.Overlap(layer, world.Slot(layer)), comparison, limit));

    public Condition Share(string layer, Comparison comparison, decimal limit) => Leaf(
        $"share(site, {layer}) {Sign(comparison)} {Text(limit)}", new LeafTest.Compare(new Operand.Share(layer, world.Slot(layer)), comparison, limit));

    public static string Text(Condition? condition) => condition switch
    {
        null => "-",
        Condition.All c => $"all[{string.Join("; ", c.Parts.Select(Text))}]",
        Condition.Any c => $"any[{string.Join("; ", c.Parts.Select(Text))}]",
        Condition.Not c => $"not({Text(c.Part)})",
        Condition.Leaf c => c.Text,
        _ => throw new InvalidOperationException(),
    };

    private Condition.Leaf Leaf(string text, LeafTest test) => new(text, test, new("rules.yaml", ++line, 1));

    // A field is one of the collection's own fields; anything else is an attribute of the proposal, even in a for-each norm.
    private static bool IsField(AttributeDefinition attribute, AttributeDefinition? collection) =>
        collection?.Type is AttributeType.Items items && items.Fields.Any(f => ReferenceEquals(f, attribute));

    private static Operand Of(AttributeDefinition attribute, AttributeDefinition? collection) =>
        IsField(attribute, collection) ? new Operand.OfItem(attribute) : new Operand.OfProposal(attribute);

    private static string Name(AttributeDefinition attribute, AttributeDefinition? collection) =>
        IsField(attribute, collection) ? $"item.{attribute.Id}" : attribute.Id;

    private static string Options(AttributeDefinition attribute, ulong mask)
    {
        ImmutableArray<string> options = attribute.Type switch
        {
            AttributeType.YesNo => ["no", "yes"],
            AttributeType.Choice c => [.. c.Options.Select(o => o.Id)],
            AttributeType.Choices c => [.. c.Options.Select(o => o.Id)],
            _ => throw new InvalidOperationException(),
        };
        return string.Join(", ", options.Where((_, i) => ((mask >> i) & 1) == 1));
    }

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Sign(Comparison comparison) => comparison switch
    {
        Comparison.AtMost => "<=",
        Comparison.LessThan => "<",
        Comparison.AtLeast => ">=",
        Comparison.MoreThan => ">",
        _ => throw new InvalidOperationException(),
    };
}
