using ZoningRules.Geo.Indexing;

namespace ZoningRules.Benchmarks.National;

/// <summary>
/// A made-up coverage of control units, the same for the same size and seed: a jittered lattice whose borders are fractal lines that neighbours share bit by
/// bit, a fifth as many patches laid over it (some with a hole and a second part), and river lines. In metres of a 3-degree belt; units are about 100 km².
/// </summary>
internal sealed class NationalCoverage
{
    private const double Side = 10_000;
    private const int EdgesPerSide = 167;
    private const int LatticeColumns = 78;
    private const double MiddleEast = 500_000;
    private const double MiddleNorth = 3_240_000;

    private readonly int seed;
    private readonly int columns;
    private readonly int rows;

    public NationalCoverage(int units, int seed = 20261122)
    {
        this.seed = seed;
        Units = units;

        // At full size a strip as wide as a belt and as long as the country; smaller ones are as square as they can be.
        columns = Math.Min(LatticeColumns, (int)Math.Ceiling(Math.Sqrt(units)));
        rows = (units + columns - 1) / columns;
        (West, South) = (MiddleEast - (columns * Side / 2), MiddleNorth - (0.48 * rows * Side));
        Set = Make();
    }

    /// <summary>How many units tile the country; as many again divided by five are patches.</summary>
    public int Units { get; }

    public int Patches => Units / 5;

    public double West { get; }

    public double South { get; }

    public double East => West + (columns * Side);

    public double North => South + (rows * Side);

    /// <summary>The units, then the patches.</summary>
    public PolygonSet Set { get; }

    /// <summary>Lines of meandering rivers, east and north in turn.</summary>
    public double[][] Rivers(int count, int vertices)
    {
        const double step = 150;
        var rivers = new double[count][];
        for (var river = 0; river < count; river++)
        {
            var random = new Random(HashCode(3, river, 0));
            var line = new double[2 * vertices];
            var (east, north) = (West + (random.NextDouble() * (East - West)), South + (random.NextDouble() * (North - South)));
            var heading = random.NextDouble() * 2 * Math.PI;
            var bend = 0d;
            for (var i = 0; i < vertices; i++)
            {
                (line[2 * i], line[(2 * i) + 1]) = (east, north);
                bend = (0.9 * bend) + (0.12 * (random.NextDouble() - 0.5));
                heading += bend;
                (east, north) = (east + (step * Math.Cos(heading)), north + (step * Math.Sin(heading)));
                heading = east < West || east > East ? Math.PI - heading : north < South || north > North ? -heading : heading;
                (east, north) = (Math.Clamp(east, West, East), Math.Clamp(north, South, North));
            }

            rivers[river] = line;
        }

        return rivers;
    }

    /// <summary>A position in the country; along its outline perhaps a little outside.</summary>
    public (double East, double North) Position(Random random)
    {
        var unit = random.Next(Units);
        return (West + (Side * ((unit % columns) + random.NextDouble())), South + (Side * ((unit / columns) + random.NextDouble())));
    }

    /// <summary>A site of 8 to 40 corners and the stated area, closed, counter-clockwise.</summary>
    public static double[] Site(Random random, double east, double north, double squareMetres)
    {
        var corners = random.Next(8, 41);
        var radius = Math.Sqrt(squareMetres / Math.PI);
        var ring = new double[2 * (corners + 1)];
        for (var i = 0; i < corners; i++)
        {
            var (sine, cosine) = Math.SinCos(2 * Math.PI * i / corners);
            var reach = radius * (0.75 + (0.5 * random.NextDouble()));
            ring[2 * i] = east + (reach * cosine);
            ring[(2 * i) + 1] = north + (reach * sine);
        }

        (ring[^2], ring[^1]) = (ring[0], ring[1]);
        return ring;
    }

    /// <summary>The outline of all units, closed, counter-clockwise.</summary>
    public double[] Outline()
    {
        var builder = new List<double>();
        for (var i = 0; i < columns; i++)
        {
            builder.AddRange(Onward(Border(0, i, 0)));
        }

        var (full, rest) = (Units / columns, Units % columns);
        for (var j = 0; j < (rest == 0 ? full : full + 1); j++)
        {
            var width = j < full ? columns : rest;
            if (j == full)
            {
                // A step back along the top of the last full row.
                for (var i = columns - 1; i >= rest; i--)
                {
                    builder.AddRange(Back(Border(0, i, j)));
                }
            }

            builder.AddRange(Onward(Border(1, width, j)));
        }

        var top = rest == 0 ? full : full + 1;
        for (var i = (rest == 0 ? columns : rest) - 1; i >= 0; i--)
        {
            builder.AddRange(Back(Border(0, i, top)));
        }

        for (var j = top - 1; j >= 0; j--)
        {
            builder.AddRange(Back(Border(1, 0, j)));
        }

        builder.AddRange([builder[0], builder[1]]);
        return [.. builder];
    }

    private PolygonSet Make()
    {
        var builder = new PolygonSetBuilder((Units + Patches) * ((4 * EdgesPerSide) + 8));
        var ring = new List<double>();
        for (var unit = 0; unit < Units; unit++)
        {
            var (i, j) = (unit % columns, unit / columns);
            ring.Clear();
            ring.AddRange(Onward(Border(0, i, j)));
            ring.AddRange(Onward(Border(1, i + 1, j)));
            ring.AddRange(Back(Border(0, i, j + 1)));
            ring.AddRange(Back(Border(1, i, j)));
            Add(ring, RingRole.Shell);
            builder.EndArea();
        }

        for (var patch = 0; patch < Patches; patch++)
        {
            var random = new Random(HashCode(2, patch, 0));
            var (east, north) = Position(random);
            var radius = 2000 + (4000 * random.NextDouble());
            Disc(random, east, north, radius, 8, EdgesPerSide / 2, RingRole.Shell);
            if (patch % 7 == 0)
            {
                Disc(random, east, north, radius / 4, 4, 16, RingRole.Hole);
                Disc(random, east + (3 * radius) < East ? east + (3 * radius) : east - (3 * radius), north, radius / 3, 6, 16, RingRole.Shell);
            }

            builder.EndArea();
        }

        return builder.Build();

        void Add(List<double> positions, RingRole role)
        {
            positions.AddRange([positions[0], positions[1]]);
            builder.AddRing([.. positions], role);
        }

        void Disc(Random random, double east, double north, double radius, int corners, int edges, RingRole role)
        {
            ring.Clear();
            var nodes = Enumerable.Range(0, corners)
                .Select(k => (Angle: 2 * Math.PI * k / corners, Reach: radius * (0.85 + (0.3 * random.NextDouble()))))
                .Select(n => (East: east + (n.Reach * Math.Cos(n.Angle)), North: north + (n.Reach * Math.Sin(n.Angle))))
                .ToArray();
            for (var k = 0; k < corners; k++)
            {
                ring.AddRange(Onward(Fractal(random, nodes[k], nodes[(k + 1) % corners], edges)));
            }

            Add(ring, role);
        }
    }

    // The border from a lattice node to its eastern (0) or northern (1) neighbour.
    private double[] Border(int direction, int i, int j) =>
        Fractal(new Random(HashCode(direction, i, j)), Node(i, j), direction == 0 ? Node(i + 1, j) : Node(i, j + 1), EdgesPerSide);

    // Each way without the last position, which is the first of the next border.
    private static ReadOnlySpan<double> Onward(double[] border) => border.AsSpan(0, border.Length - 2);

    private static double[] Back(double[] border)
    {
        var back = new double[border.Length - 2];
        for (var i = 0; i < back.Length; i += 2)
        {
            (back[i], back[i + 1]) = (border[^(i + 2)], border[^(i + 1)]);
        }

        return back;
    }

    private (double East, double North) Node(int i, int j)
    {
        var random = new Random(HashCode(4, i, j));
        return (
            West + (Side * (i + (0.2 * (random.NextDouble() - 0.5)))),
            South + (Side * (j + (0.2 * (random.NextDouble() - 0.5)))));
    }

    private static double[] Fractal(Random random, (double East, double North) from, (double East, double North) to, int edges)
    {
        var line = new double[2 * (edges + 1)];
        (line[0], line[1]) = from;
        (line[^2], line[^1]) = to;
        Displace(random, line, 0, edges, 0.09);

        // To the millimetre, so that a file holds the same numbers.
        for (var i = 0; i < line.Length; i++)
        {
            line[i] = Math.Round(line[i], 3);
        }

        return line;
    }

    // Midpoints are moved sideways, less on each level, so that all turns together stay below half a right angle and no border meets another.
    private static void Displace(Random random, double[] line, int from, int to, double reach)
    {
        if (to - from < 2)
        {
            return;
        }

        var middle = (from + to) / 2;
        var (east, north) = (line[2 * to] - line[2 * from], line[(2 * to) + 1] - line[(2 * from) + 1]);
        var part = (middle - from) / (double)(to - from);
        var shift = reach * (random.NextDouble() < 0.5 ? -1 : 1) * (0.4 + (0.6 * random.NextDouble()));
        line[2 * middle] = line[2 * from] + (part * east) - (shift * north);
        line[(2 * middle) + 1] = line[(2 * from) + 1] + (part * north) + (shift * east);
        Displace(random, line, from, middle, 0.82 * reach);
        Displace(random, line, middle, to, 0.82 * reach);
    }

    private int HashCode(int kind, int i, int j)
    {
        unchecked
        {
            var hash = (uint)((((((seed * 31) + kind) * 8191) + i) * 131_071) + j);
            hash = (hash ^ (hash >> 16)) * 0x85EBCA6B;
            hash = (hash ^ (hash >> 13)) * 0xC2B2AE35;
            return (int)((hash ^ (hash >> 16)) & int.MaxValue);
        }
    }
}
