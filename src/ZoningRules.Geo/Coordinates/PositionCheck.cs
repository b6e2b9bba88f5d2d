using System.Globalization;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Coordinates;

/// <summary>
/// Finds positions that cannot be meant as they are written: exchanged axes, degrees for metres and metres for degrees, a zone prefix too many or too few, numbers out of
/// range. It never mends them.
/// </summary>
internal static class PositionCheck
{
    private const double LeastNorth = 350_000;
    private const double GreatestNorth = 6_700_000;
    private const double LeastEast = 100_000;
    private const double GreatestEast = 900_000;

    /// <summary>The problems of some positions, one of each kind; positions are in the order of the text.</summary>
    public static IEnumerable<Problem> Problems(Crs crs, AxisOrder order, IEnumerable<(double First, double Second)> positions, SourcePlace? place)
    {
        HashSet<ProblemCode>? seen = null;
        foreach (var (first, second) in positions)
        {
            var (east, north) = order == AxisOrder.EastFirst ? (first, second) : (second, first);
            if (Fits(crs, east, north))
            {
                continue;
            }

            foreach (var problem in Diagnose(crs, east, north, Text(first, second), place).Where(p => (seen ??= []).Add(p.Code)))
            {
                yield return problem;
            }
        }
    }

    /// <summary>A position as the message shows it: the two numbers as they were written.</summary>
    public static string Text(double first, double second) =>
        string.Create(CultureInfo.InvariantCulture, $"{first:0.#########}, {second:0.#########}");

    /// <summary>Whether a position, east first, can be one of a system.</summary>
    public static bool Fits(Crs crs, double east, double north) => crs switch
    {
        { IsGeographic: false } => InBelt(east - (crs.FalseEasting - 500_000d), north),
        _ when crs == CoordinateSystems.Wgs84 => Math.Abs(east) <= 180 && Math.Abs(north) <= 90 && !(InChina(north, east) && !InChina(east, north)),
        _ => InChina(east, north),
    };

    private static bool InChina(double longitude, double latitude) => longitude is >= 70 and <= 140 && latitude is >= 0 and <= 60;

    private static bool InBelt(double east, double north) =>
        north is >= LeastNorth and <= GreatestNorth && east is >= LeastEast and <= GreatestEast;

    private static IEnumerable<Problem> Diagnose(Crs crs, double east, double north, string text, SourcePlace? place) =>
        crs.IsGeographic ? DiagnoseDegrees(crs, east, north, text, place) : DiagnoseBelt(crs, east, north, text, place);

    private static IEnumerable<Problem> DiagnoseDegrees(Crs crs, double east, double north, string text, SourcePlace? place)
    {
        if (InChina(north, east))
        {
            yield return Problem.Of(ProblemCode.SwappedAxes, place, text, crs.Id);
        }
        else if ((BeltFor(crs, east, north) ?? BeltFor(crs, north, east)) is { } belt)
        {
            yield return Problem.Of(
                ProblemCode.OutsideCrs,
                place,
                text,
                crs.Id,
                $"像是高斯-克吕格坐标，可能是 {belt}；核对后改写 crs",
                $"these look like Gauss-Kruger coordinates, probably {belt}; check and change crs");
        }
        else if (IsWebMercator(east, north))
        {
            yield return WebMercator(crs, text, place);
        }
        else
        {
            yield return Problem.Of(
                ProblemCode.OutsideCrs,
                place,
                text,
                crs.Id,
                "经度应在 70 至 140 度、纬度应在 0 至 60 度之间",
                "longitude must be 70 to 140 degrees, latitude 0 to 60 degrees");
        }
    }

    private static IEnumerable<Problem> DiagnoseBelt(Crs crs, double east, double north, string text, SourcePlace? place)
    {
        if (InBelt(north - (crs.FalseEasting - 500_000d), east))
        {
            yield return Problem.Of(ProblemCode.SwappedAxes, place, text, crs.Id);
        }
        else if (OtherBelt(crs, east, north) is { } likely)
        {
            yield return Problem.Of(ProblemCode.ZonePrefix, place, text, crs.Id, likely.Id);
        }
        else if (OtherBelt(crs, north, east) is { } exchanged)
        {
            yield return Problem.Of(ProblemCode.SwappedAxes, place, text, crs.Id);
            yield return Problem.Of(ProblemCode.ZonePrefix, place, text, crs.Id, exchanged.Id);
        }
        else if (Math.Abs(east) <= 180 && Math.Abs(north) <= 180)
        {
            yield return Problem.Of(
                ProblemCode.OutsideCrs,
                place,
                text,
                crs.Id,
                $"像是经纬度（度），可能是 {CoordinateSystems.DegreesOn(crs.Datum)}；核对后改写 crs",
                $"these look like degrees, probably {CoordinateSystems.DegreesOn(crs.Datum)}; check and change crs");
        }
        else if (IsWebMercator(east, north))
        {
            yield return WebMercator(crs, text, place);
        }
        else if (IsLocal(east, north))
        {
            yield return Problem.Of(
                ProblemCode.OutsideCrs,
                place,
                text,
                crs.Id,
                "像是地方独立坐标系，或减去了常数的坐标；请测绘单位换算为 CGCS2000 坐标后提供",
                "these look like a local grid, or like coordinates with constants taken off; have the surveyor convert them to CGCS2000");
        }
        else
        {
            var prefix = crs.ZonePrefix is { } zone ? zone.ToString(CultureInfo.InvariantCulture) : "";
            yield return Problem.Of(
                ProblemCode.OutsideCrs,
                place,
                text,
                crs.Id,
                $"X（北）应在 350000 至 6700000 米、Y（东）应在 {prefix}100000 至 {prefix}900000 米之间",
                $"X (north) must be 350000 to 6700000 m, Y (east) {prefix}100000 to {prefix}900000 m");
        }
    }

    // Local grids begin near the town they are made for, so that their numbers stay short.
    private static bool IsLocal(double east, double north) => Math.Abs(east) < 100_000 && Math.Abs(north) < 350_000;

    // Metres of EPSG:3857 within China. They are tried last: some of them look like a belt with the prefix 13 to 15.
    private static bool IsWebMercator(double east, double north) => east is >= 8_100_000 and <= 15_100_000 && north is >= 1_800_000 and <= 7_200_000;

    private static Problem WebMercator(Crs crs, string text, SourcePlace? place) => Problem.Of(
        ProblemCode.OutsideCrs,
        place,
        text,
        crs.Id,
        "像是网络墨卡托坐标（EPSG:3857），不能用于量算；请在 GIS 软件中导出为经纬度，并核对底图是否偏移（GCJ-02、BD-09）",
        "these look like Web Mercator (EPSG:3857), in which nothing can be measured; export degrees from the GIS program, and check whether the map was shifted (GCJ-02, BD-09)");

    // The belt whose easting convention the number follows, when it is not that of the stated one.
    private static Crs? OtherBelt(Crs crs, double east, double north)
    {
        if (InBelt(east, north))
        {
            return crs.ZonePrefix is null ? null : CoordinateSystems.WithoutPrefix(crs);
        }

        var zone = Math.Floor(east / 1_000_000);
        return zone is >= 13 and <= 45 && zone != crs.ZonePrefix && InBelt(east - (zone * 1_000_000), north)
            ? CoordinateSystems.BeltOfZone(crs.Datum, (int)zone)
            : null;
    }

    // What to write as crs for metres given as degrees.
    private static string? BeltFor(Crs crs, double east, double north)
    {
        var datum = crs.NeedsDatumShift ? crs.Datum : Datum.Cgcs2000;
        if (InBelt(east, north))
        {
            return datum switch { Datum.Xian1980 => "EPSG:2370-2390", Datum.Beijing1954 => "EPSG:2422-2442", _ => "EPSG:4534-4554" };
        }

        var zone = Math.Floor(east / 1_000_000);
        return zone is >= 13 and <= 45 && InBelt(east - (zone * 1_000_000), north) ? CoordinateSystems.BeltOfZone(datum, (int)zone)?.Id : null;
    }
}
