using ZoningRules.Locations;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Coordinates;

/// <summary>Another way to read the numbers of a site: one of the mistakes that are made in practice.</summary>
/// <param name="Reading">What the numbers would be.</param>
/// <param name="DegreesOf">The CGCS2000 degrees of a position, east or longitude first.</param>
internal sealed record OtherReading(CoordinateReading Reading, Func<double, double, (double Longitude, double Latitude)> DegreesOf)
{
    /// <summary>The readings of numbers that are stated to be in a system and fit its ranges, likeliest first.</summary>
    public static IEnumerable<OtherReading> Of(Georeference stated, IReadOnlyList<(double East, double North)> positions)
    {
        var crs = stated.Crs;
        return crs.IsShifted ? OfShifted(crs)
            : crs.IsGeographic ? [.. OfMap(stated), .. PackedDegrees(stated, positions), .. OfUnshifted(stated)]
            : [.. OfNeighbours(stated), .. Exchanged(stated, positions), .. OfMap(stated), .. OfUnshifted(stated)];
    }

    private static IEnumerable<OtherReading> OfShifted(Crs crs)
    {
        yield return new(Named(CoordinateSystems.Cgcs2000.Id, CoordinateSystems.Cgcs2000.Id), (east, north) => (east, north));
        yield return crs.Datum == Datum.Gcj02
            ? new(Named("BD-09", "BD-09"), WebMapShift.FromBd)
            : new(Named("GCJ-02", "GCJ-02"), WebMapShift.FromGcj);
    }

    // Positions of a web map; in a belt they were projected without being taken back first.
    private static IEnumerable<OtherReading> OfMap(Georeference stated)
    {
        var named = stated.Crs.IsGeographic;
        yield return new(Named("GCJ-02", named ? "GCJ-02" : null), Then(stated, WebMapShift.FromGcj));
        yield return new(Named("BD-09", named ? "BD-09" : null), Then(stated, WebMapShift.FromBd));
    }

    // Positions that were taken back from a web map to which they never belonged.
    private static IEnumerable<OtherReading> OfUnshifted(Georeference stated)
    {
        yield return new(
            new(new("误作 GCJ-02 反算过的坐标", "coordinates taken back from GCJ-02 by mistake"), null), Then(stated, WebMapShift.ToGcj));
        yield return new(
            new(new("误作 BD-09 反算过的坐标", "coordinates taken back from BD-09 by mistake"), null), Then(stated, WebMapShift.ToBd));
    }

    // The same numbers in a belt one or two meridians away.
    private static IEnumerable<OtherReading> OfNeighbours(Georeference stated)
    {
        var crs = stated.Crs;
        var meridian = crs.CentralMeridian!.Value;
        return CoordinateSystems.All
            .Where(c => c.Datum == crs.Datum && c.CentralMeridian is not null && c.ZonePrefix is null == crs.ZonePrefix is null
                && Math.Abs(c.CentralMeridian.Value - meridian) is 3 or 6)
            .OrderBy(c => c.BeltWidth == crs.BeltWidth ? 0 : 1)
            .ThenBy(c => Math.Abs(c.CentralMeridian!.Value - meridian))
            .ThenBy(c => c.CentralMeridian)
            .DistinctBy(c => c.CentralMeridian)
            .Select(c => new OtherReading(
                new(new($"{c.Id}（中央经线 {c.CentralMeridian}°）", $"{c.Id} (central meridian {c.CentralMeridian}°)"), c.Id),
                (east, north) => (stated with { Crs = c }).DegreesOf(east - crs.FalseEasting + c.FalseEasting, north)));
    }

    private static IEnumerable<OtherReading> Exchanged(Georeference stated, IReadOnlyList<(double East, double North)> positions)
    {
        if (positions.All(p => PositionCheck.Fits(stated.Crs, p.North, p.East)))
        {
            yield return new(new(new("横纵坐标互换", "its axes exchanged"), null), (east, north) => stated.DegreesOf(north, east));
        }
    }

    private static IEnumerable<OtherReading> PackedDegrees(Georeference stated, IReadOnlyList<(double East, double North)> positions)
    {
        if (positions.All(p => Unpacked(p.East) is not null && Unpacked(p.North) is not null))
        {
            yield return new(
                new(new("度分秒连写（DDD.MMSS）", "degrees, minutes and seconds run together (DDD.MMSS)"), null),
                (east, north) => stated.DegreesOf(Unpacked(east) ?? east, Unpacked(north) ?? north));
        }
    }

    // 117.1230 as 117°12′30″; null when the digits cannot be minutes and seconds.
    private static double? Unpacked(double packed)
    {
        var number = (decimal)packed;
        var degrees = Math.Truncate(number);
        var minutes = Math.Truncate((number - degrees) * 100);
        var seconds = ((number - degrees) * 10_000) - (minutes * 100);
        return minutes < 60 && seconds < 60 ? (double)(degrees + (minutes / 60) + (seconds / 3600)) : null;
    }

    private static CoordinateReading Named(string name, string? crs) => new(LocalText.Same(name), crs);

    private static Func<double, double, (double Longitude, double Latitude)> Then(
        Georeference stated, Func<double, double, (double Longitude, double Latitude)> shift) => (east, north) =>
        {
            var (longitude, latitude) = stated.DegreesOf(east, north);
            return shift(longitude, latitude);
        };
}
