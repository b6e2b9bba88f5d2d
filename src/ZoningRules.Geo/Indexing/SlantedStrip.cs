using System.Runtime.CompilerServices;

namespace ZoningRules.Geo.Indexing;

/// <summary>
/// The part of a row of cells west of a piece of an edge, as a function of north: measured from the row's southern side and, once cut to a cell, from the cell's
/// western side. It counts once for an edge that runs north and minus once for one that runs south, so that the strips of a ring add up to what it encloses.
/// </summary>
internal readonly struct SlantedStrip
{
    private SlantedStrip(double low, double high, double atLow, double atHigh, double slope, int direction)
    {
        Low = low;
        High = high;
        AtLow = atLow;
        AtHigh = atHigh;
        Slope = slope;
        Direction = direction;
    }

    /// <summary>The least north.</summary>
    public double Low { get; }

    /// <summary>The greatest north; above the least.</summary>
    public double High { get; }

    /// <summary>The east at the least north.</summary>
    public double AtLow { get; }

    /// <summary>The east at the greatest north.</summary>
    public double AtHigh { get; }

    /// <summary>1 or -1.</summary>
    public int Direction { get; }

    /// <summary>Its signed measure.</summary>
    public double Measure => Direction * (High - Low) * (AtLow + AtHigh) / 2;

    private double Slope { get; }

    /// <summary>Cuts an edge to a row. East stays as it is, for a row may be long. False when nothing of it is there, or when it is level.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryCut(ReadOnlySpan<double> edge, int turn, double bottom, double height, out SlantedStrip strip)
    {
        var (south, north) = (edge[1] - bottom, edge[3] - bottom);
        var direction = turn;
        var (atSouth, atNorth) = (edge[0], edge[2]);
        if (south > north)
        {
            (south, north, atSouth, atNorth) = (north, south, atNorth, atSouth);
            direction = -turn;
        }

        if (!(south < height && north > 0 && south < north))
        {
            strip = default;
            return false;
        }

        var slope = (atNorth - atSouth) / (north - south);
        var (low, high) = (Math.Max(south, 0), Math.Min(north, height));
        strip = new(
            low,
            high,
            low > south ? atSouth + ((low - south) * slope) : atSouth,
            high < north ? atSouth + ((high - south) * slope) : atNorth,
            slope,
            direction);
        return low < high;
    }

    /// <summary>The strip measured from the western side of a cell, without what lies west of it. False when nothing is left.</summary>
    public bool TryShift(double left, out SlantedStrip strip)
    {
        var (atLow, atHigh) = (AtLow - left, AtHigh - left);
        if (atLow >= 0 && atHigh >= 0)
        {
            strip = new(Low, High, atLow, atHigh, Slope, Direction);
            return true;
        }

        if (atLow <= 0 && atHigh <= 0)
        {
            strip = default;
            return false;
        }

        var middle = Low + ((High - Low) * (atLow / (atLow - atHigh)));
        strip = atLow < 0 ? new(middle, High, 0, atHigh, Slope, Direction) : new(Low, middle, atLow, 0, Slope, Direction);
        return strip.Low < strip.High;
    }

    /// <summary>Cuts it to a cell: what lies west of it falls away, what lies east of it stands at its eastern side. At most two pieces come of it.</summary>
    public int CutToCell(double left, double width, Span<SlantedStrip> pieces)
    {
        if (!TryShift(left, out var strip))
        {
            return 0;
        }

        if (strip.AtLow <= width && strip.AtHigh <= width)
        {
            pieces[0] = strip;
            return 1;
        }

        if (strip.AtLow >= width && strip.AtHigh >= width)
        {
            pieces[0] = new(strip.Low, strip.High, width, width, 0, Direction);
            return 1;
        }

        var middle = strip.Low + ((strip.High - strip.Low) * ((width - strip.AtLow) / (strip.AtHigh - strip.AtLow)));
        var lowIsInside = strip.AtLow < width;
        pieces[0] = new(strip.Low, middle, lowIsInside ? strip.AtLow : width, width, lowIsInside ? strip.Slope : 0, Direction);
        pieces[1] = new(middle, strip.High, width, lowIsInside ? width : strip.AtHigh, lowIsInside ? 0 : strip.Slope, Direction);
        return 2;
    }

    /// <summary>Its signed measure north of a line.</summary>
    public double MeasureAbove(double north) =>
        north <= Low ? Measure : north >= High ? 0 : Direction * (High - north) * (East(north) + AtHigh) / 2;

    /// <summary>The measure that it has in common with another strip of the same cell, with its own sign. They must overlap in north.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Common(in SlantedStrip other)
    {
        var (low, high) = (Math.Max(Low, other.Low), Math.Min(High, other.High));
        var (a, b) = (East(low), East(high));
        var (otherA, otherB) = (other.East(low), other.East(high));
        var (gapA, gapB) = (a - otherA, b - otherB);
        var twice = gapA <= 0 == gapB <= 0
            ? gapA <= 0 ? a + b : otherA + otherB
            : Crossed(a, b, otherA, otherB, gapA / (gapA - gapB));
        return Direction * (high - low) * twice / 2;
    }

    // Twice the mean of the lesser of two lines that cross at a part of the way.
    private static double Crossed(double a, double b, double otherA, double otherB, double part)
    {
        var at = a + (part * (b - a));
        var (first, last) = (Math.Min(a, otherA), Math.Min(b, otherB));
        return (part * (first + at)) + ((1 - part) * (at + last));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double East(double north) => AtLow + ((north - Low) * Slope);
}
