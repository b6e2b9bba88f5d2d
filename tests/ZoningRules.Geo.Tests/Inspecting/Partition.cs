using System.Globalization;
using ZoningRules.Geo.Coordinates;
using ZoningRules.Geo.Inspecting;
using ZoningRules.Geo.Reading;
using ZoningRules.Locations;

namespace ZoningRules.Geo.Tests.Inspecting;

/// <summary>
/// A rectangle cut into control units that share their borders position by position, each a block of cells of a bent grid, in the belt of 117 E. A test may spoil it.
/// </summary>
internal sealed class Partition
{
    private const double Cell = 700;

    private readonly (double East, double North)[,] points;

    /// <summary>Makes a partition of columns by rows of control units.</summary>
    public Partition(Random random, int columns, int rows)
    {
        points = new (double, double)[columns + 1, rows + 1];
        for (var i = 0; i <= columns; i++)
        {
            for (var j = 0; j <= rows; j++)
            {
                // The outline is straight, so that it has nothing of a gap.
                double Bend(bool fixedHere) => fixedHere ? 0 : (random.NextDouble() - 0.5) * Cell * 0.5;
                points[i, j] = (500_000 + (i * Cell) + Bend(i == 0 || i == columns), 3_240_000 + (j * Cell) + Bend(j == 0 || j == rows));
            }
        }

        for (var i = 0; i < columns; i++)
        {
            for (var j = 0; j < rows; j++)
            {
                Units.Add([points[i, j], points[i + 1, j], points[i + 1, j + 1], points[i, j + 1]]);
            }
        }

        Rows = rows;
    }

    /// <summary>The corners of each control unit against the clock, the first not repeated.</summary>
    public List<List<(double East, double North)>> Units { get; } = [];

    /// <summary>How many there are in a column.</summary>
    public int Rows { get; }

    /// <summary>The code of a control unit by its place in the list.</summary>
    public static string Code(int index) => string.Create(CultureInfo.InvariantCulture, $"ZH3602{22:D2}{1 + (index % 3)}{index + 1:D4}");

    /// <summary>The file of this partition.</summary>
    public SourceLayer Source() => Layer([.. Units.Select((u, i) => (Code(i), u))]);

    /// <summary>A file of polygons.</summary>
    public static SourceLayer Layer(IEnumerable<(string Code, List<(double East, double North)> Ring)> polygons) => new(
        "partition.geojson",
        "",
        [.. polygons.Select(p => new Feature(
            [new(PartKind.Area, [Ring(p.Ring)])],
            System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(
                new Dictionary<string, IReadOnlyList<string>> { ["code"] = [p.Code], ["name"] = [$"单元{p.Code}"], ["category"] = [p.Code[8..9]] }, StringComparer.Ordinal)))],
        CoordinateSystems.All.Single(c => c.Id == "EPSG:4548"),
        AxisOrder.EastFirst,
        []);

    /// <summary>Inspects it with a tolerance of five metres.</summary>
    public (LayerInspection Inspection, LayerInspector Inspector) Inspect(SourceLayer? coverage = null, SourceLayer? holes = null, double tolerance = 5) => LayerInspector.Inspect(new()
    {
        Pack = SmallPack.Pack,
        Layer = SmallPack.Units,
        Source = Source(),
        Fields = SmallPack.Units.UnitFields,
        Coverage = coverage,
        Holes = holes,
        Tolerance = new((decimal)tolerance),
        Sliver = new(1),
        Illustrative = true,
    });

    private static RawRing Ring(List<(double East, double North)> ring) => new([.. ring.Select(p => p.East), ring[0].East], [.. ring.Select(p => p.North), ring[0].North]);
}
