namespace ZoningRules.Geo.Indexing;

/// <summary>Square cells over a box of the plane, numbered row by row from south-west.</summary>
internal readonly struct GridFrame
{
    private const int MostCells = 1 << 27;

    private readonly double perCell;

    /// <summary>Lays about <paramref name="wanted"/> cells over a box.</summary>
    public GridFrame(double west, double south, double east, double north, long wanted)
    {
        (West, South, East, North) = (west, south, east, north);
        wanted = Math.Clamp(wanted, 1, MostCells);
        var (width, height) = (east - west, north - south);
        var longest = Math.Max(width, height);

        // A box without width is a row of cells; a box of one position is one cell.
        var size = Math.Max(Math.Sqrt(width * height / wanted), longest / wanted);
        var farthest = Math.Max(Math.Max(Math.Abs(west), Math.Abs(east)), Math.Max(Math.Abs(south), Math.Abs(north)));
        var ulp = Math.BitIncrement(farthest) - farthest;
        Size = Math.Max(size, Math.Max(1e6 * ulp, 1e-12));
        Margin = Math.Max(Size * 1e-6, 64 * ulp);
        perCell = 1 / Size;
        Columns = (int)(width * perCell) + 1;
        Rows = (int)(height * perCell) + 1;
    }

    /// <summary>The box's least east.</summary>
    public double West { get; }

    /// <summary>The box's least north.</summary>
    public double South { get; }

    /// <summary>The box's greatest east.</summary>
    public double East { get; }

    /// <summary>The box's greatest north.</summary>
    public double North { get; }

    /// <summary>The side of a cell.</summary>
    public double Size { get; }

    /// <summary>Far above any rounding of a position's cell, far below a cell.</summary>
    public double Margin { get; }

    /// <summary>How many columns there are.</summary>
    public int Columns { get; }

    /// <summary>How many rows there are.</summary>
    public int Rows { get; }

    /// <summary>Whether a position lies in the box, border included; false when it is not a number.</summary>
    public bool Holds(double east, double north) => east >= West && east <= East && north >= South && north <= North;

    /// <summary>The column of an east; the first or last when it is beyond.</summary>
    public int Column(double east) => Math.Clamp((int)Math.Clamp((east - West) * perCell, 0, Columns), 0, Columns - 1);

    /// <summary>The row of a north; the first or last when it is beyond.</summary>
    public int Row(double north) => Math.Clamp((int)Math.Clamp((north - South) * perCell, 0, Rows), 0, Rows - 1);

    /// <summary>The western side of a column; of the column after the last, the eastern side of the last.</summary>
    public double EastOf(int column) => West + (column * Size);

    /// <summary>The southern side of a row; of the row after the last, the northern side of the last.</summary>
    public double NorthOf(int row) => South + (row * Size);

    /// <summary>The middle of a column.</summary>
    public double MiddleEast(int column) => West + ((column + 0.5) * Size);

    /// <summary>The middle of a row.</summary>
    public double MiddleNorth(int row) => South + ((row + 0.5) * Size);
}
