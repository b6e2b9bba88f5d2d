using ZoningRules.Facts;
using ZoningRules.Measures;

namespace ZoningRules.Benchmarks;

/// <summary>Facts as a two-valued program would keep them: bare arrays by slot, and whatever is not known is simply absent.</summary>
internal sealed class PlainFacts
{
    public int[] Choices = [];
    public ulong[] Sets = [];
    public int[] Codes = [];
    public decimal[] Numbers = [];
    public bool[] HasNumber = [];
    public PlainFacts[][] Items = [];
    public bool[] In = [];
    public bool[] Within = [];
    public decimal[] Distances = [];
    public bool[] HasDistance = [];
    public decimal[] Overlaps = [];
    public decimal[] Shares = [];
    public int Categories;

    public static PlainFacts Of(FactSheet sheet)
    {
        var facts = Of(sheet.Attributes.Select(a => a.Value).ToArray());
        facts.In = [.. sheet.Places.Select(p => p.In == Truth.True)];
        facts.Within = [.. sheet.Places.Select(p => p.Within == Truth.True)];
        facts.Distances = [.. sheet.Places.Select(p => p.Distance?.Low ?? 0)];
        facts.HasDistance = [.. sheet.Places.Select(p => p.Distance is not null)];
        facts.Overlaps = [.. sheet.Places.Select(p => p.Overlap?.Low ?? 0)];
        facts.Shares = [.. sheet.Places.Select(p => p.Share?.Low ?? 0)];
        facts.Categories = sheet.Parts.Aggregate(0, (bits, p) => bits | (1 << (int)p.Category));
        return facts;
    }

    private static PlainFacts Of(FactValue[] values) => new()
    {
        Choices = [.. values.Select(v => v is FactValue.Choice choice ? choice.Index : -1)],
        Sets = [.. values.Select(v => v is FactValue.ChoiceSet set ? set.Mask : 0)],
        Codes = [.. values.Select(v => v is FactValue.Code code ? code.Entry.First : -1)],
        Numbers = [.. values.Select(v => v is FactValue.Number number ? number.Range.Low : 0)],
        HasNumber = [.. values.Select(v => v is FactValue.Number)],
        Items = [.. values.Select(v => v is FactValue.Items items ? items.All.Select(i => Of(i.Fields.Select(f => f.Value).ToArray())).ToArray() : [])],
    };
}
