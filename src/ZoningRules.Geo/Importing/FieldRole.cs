using System.Collections.Immutable;
using System.Text;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Importing;

/// <summary>What a property of a unit layer may hold, and what such properties are called in practice.</summary>
/// <param name="Target">The word that <c>--map</c> uses.</param>
/// <param name="Label">How it is called in messages.</param>
/// <param name="Names">The names in use, the commonest first.</param>
internal sealed record FieldRole(string Target, LocalText Label, ImmutableArray<string> Names)
{
    // A DBF keeps ten bytes of a name, of which a writer may need two to tell names apart.
    private const int LongestDbfName = 10;

    private static readonly Encoding Chinese = CodePagesEncodingProvider.Instance.GetEncoding(936)!;

    /// <summary>The unit code.</summary>
    public static readonly FieldRole Code = new(
        "code",
        new("单元编码", "unit code"),
        ["HJGKDYBM", "GKDYBM", "DYBM", "环境管控单元编码", "管控单元编码", "单元编码", "单元代码", "管控单元代码", "UNIT_CODE", "UNITCODE"]);

    /// <summary>The unit name.</summary>
    public static readonly FieldRole Name = new(
        "name",
        new("单元名称", "unit name"),
        ["HJGKDYMC", "GKDYMC", "DYMC", "环境管控单元名称", "管控单元名称", "单元名称", "UNIT_NAME", "UNITNAME"]);

    /// <summary>The category.</summary>
    public static readonly FieldRole Category = new(
        "category",
        new("管控单元分类", "category"),
        [
            "ZHGKDYFL", "HJGKDYFL", "GKDYFL", "DYFL", "综合管控单元分类", "环境管控单元分类", "管控单元分类", "单元分类", "管控单元类别", "单元类别", "管控类别",
            "UNIT_TYPE", "CATEGORY",
        ]);

    /// <summary>The name of a feature of any other layer.</summary>
    public static readonly FieldRole FeatureName = new("name", new("名称", "name"), ["name", "名称", "MC", "XMMC", "NAME_CHN", "标准名称"]);

    /// <summary>The roles of a unit layer.</summary>
    public static readonly ImmutableArray<FieldRole> OfUnits = [Code, Name, Category];

    /// <summary>
    /// The property that a list of properties has for this: the one whose name is in use, in any case; else those whose name is what a DBF leaves of one.
    /// Several when nobody can tell which; none when there is none.
    /// </summary>
    public ImmutableArray<string> Candidates(ImmutableArray<string> properties)
    {
        ImmutableArray<string> exact = [.. properties.Where(p => Names.Contains(p.Trim(), StringComparer.OrdinalIgnoreCase))];
        return exact.Length > 0 ? exact : [.. properties.Where(p => Names.Any(n => IsCut(p.Trim(), n)))];
    }

    private static bool IsCut(string property, string name) =>
        property.Length > 0
        && property.Length < name.Length
        && name.StartsWith(property, StringComparison.OrdinalIgnoreCase)
        && (IsFull(Chinese.GetByteCount(property), Chinese.GetByteCount(name[..(property.Length + 1)]))
            || IsFull(Encoding.UTF8.GetByteCount(property), Encoding.UTF8.GetByteCount(name[..(property.Length + 1)])));

    private static bool IsFull(int bytes, int bytesOfOneMore) => bytes <= LongestDbfName && bytesOfOneMore > LongestDbfName;
}
