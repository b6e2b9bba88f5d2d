using System.Text.RegularExpressions;

namespace ZoningRules.Geo.Reading.Positions;

/// <summary>A heading of a column.</summary>
/// <param name="Text">Its text, trimmed.</param>
/// <param name="Kind">What the column holds.</param>
/// <param name="Axis">The direction it names; <see cref="AxisWord.None"/> for columns that hold no coordinates.</param>
internal sealed partial record ColumnHeading(string Text, ColumnKind Kind, AxisWord Axis)
{
    private const int Longest = 60;

    /// <summary>Understands a heading.</summary>
    public static ColumnHeading Of(string text)
    {
        var plain = PlainSigns.Of(text).Trim().Trim('"', '*').Trim();
        if (plain.Length is 0 or > Longest)
        {
            return new(plain, ColumnKind.Other, AxisWord.None);
        }

        if (WktWord().IsMatch(plain))
        {
            return new(plain, ColumnKind.Wkt, AxisWord.None);
        }

        // A row whose numbers are marked with E and N, even a damaged one, is no heading.
        var axis = Coordinate().IsMatch(plain) ? AxisWord.None : AxisWords.OfHeading(plain);
        if (axis != AxisWord.None)
        {
            return new(plain, axis is AxisWord.East or AxisWord.Y ? ColumnKind.East : ColumnKind.North, axis);
        }

        return new(plain, Name(plain), AxisWord.None);
    }

    private static ColumnKind Name(string plain) => plain switch
    {
        _ when RingWord().IsMatch(plain) => ColumnKind.Ring,
        _ when PointWord().IsMatch(plain) => ColumnKind.PointName,
        _ when ParcelWord().IsMatch(plain) => ColumnKind.Parcel,
        _ when HeightWord().IsMatch(plain) => ColumnKind.Height,
        _ when SerialWord().IsMatch(plain) => ColumnKind.Serial,
        _ when FeatureWord().IsMatch(plain) => ColumnKind.FeatureName,
        _ => ColumnKind.Other,
    };

    [GeneratedRegex(@"=|(?<!\d)(?!2000|1980|1954)\d{3}|\d\s*[.°度'""-]|^\d+$", RegexOptions.CultureInvariant)]
    private static partial Regex Coordinate();

    [GeneratedRegex("^(wkt|the_geom|geom|geometry|几何|图形|wkt_geom)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WktWord();

    [GeneratedRegex("圈号|环号|^圈$|^环$|^环线|^ring", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RingWord();

    [GeneratedRegex("点号|点名|点位|拐点|角点|界址点|桩号|顶点|点编号|点序|^点$|^(point|vertex|corner)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PointWord();

    [GeneratedRegex("^(地块|宗地|图斑|片区|区块)|^(parcel|plot|polygon)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ParcelWord();

    [GeneratedRegex(@"高程|海拔|^高$|^(h|z|height|elevation|altitude)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HeightWord();

    [GeneratedRegex(@"^(序号|编号|号|顺序号|no\.?|nr\.?|id|fid|seq|#)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SerialWord();

    [GeneratedRegex("名称|项目|单位|企业|公司|^(name|project|title)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FeatureWord();
}
