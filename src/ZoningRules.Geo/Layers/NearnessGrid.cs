using NetTopologySuite.Geometries;
using ZoningRules.Geo.Shapes;

namespace ZoningRules.Geo.Layers;

/// <summary>
/// An upper bound of the distance from a position to the nearest of many shapes, by the cell of a grid the position lies in: the distance from the cell's centre, and
/// half its diagonal. With it a search passes over what cannot be the nearest before it has found anything. Each cell is worked out when first asked about; what it
/// says does not depend on when that is. Thread-safe.
/// </summary>
internal sealed class NearnessGrid
{
    private const int CellsAShape = 4;

    private readonly double west;
    private readonly double south;
    private readonly double side;
    private readonly int columns;
    private readonly int rows;
    private readonly double reach;
    private readonly Func<Shape, double> distance;

    // Two threads may work out the same cell and write the same number. Zero is not yet worked out.
    private readonly double[] bounds;

    /// <summary>Makes a grid over a box.</summary>
    /// <param name="box">Least east, least north, greatest east, greatest north of all shapes.</param>
    /// <param name="shapes">How many shapes there are.</param>
    /// <param name="distance">Distance to the nearest shape.</param>
    public NearnessGrid(ReadOnlySpan<double> box, int shapes, Func<Shape, double> distance)
    {
        (west, south) = (box[0], box[1]);
        var (width, height) = (Math.Max(1, box[2] - west), Math.Max(1, box[3] - south));
        side = Math.Max(Math.Sqrt(width * height / (CellsAShape * shapes)), Math.Max(width, height) / (CellsAShape * shapes));
        columns = (int)(width / side) + 1;
        rows = (int)(height / side) + 1;
        reach = (side * Math.Sqrt(0.5)) + (4 * Tolerance.Length);
        this.distance = distance;
        bounds = new double[columns * rows];
    }

    /// <summary>The bound at a position, with room for ties; infinite outside the grid.</summary>
    public double At(double east, double north)
    {
        var (column, row) = (Math.Floor((east - west) / side), Math.Floor((north - south) / side));
        if (!(column >= 0 && column < columns && row >= 0 && row < rows))
        {
            return double.PositiveInfinity;
        }

        var cell = ((int)row * columns) + (int)column;
        var known = Volatile.Read(ref bounds[cell]);
        if (known == 0)
        {
            var centre = new Shape(new Point(west + ((column + 0.5) * side), south + ((row + 0.5) * side)));
            known = distance(centre) + reach;
            Volatile.Write(ref bounds[cell], known);
        }

        return known;
    }
}
