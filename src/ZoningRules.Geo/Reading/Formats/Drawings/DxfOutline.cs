using System.Globalization;

namespace ZoningRules.Geo.Reading.Formats.Drawings;

/// <summary>Collects the vertices of a line of a drawing and makes positions of them, arcs flattened.</summary>
/// <param name="tolerance">How far a flattened arc may be from the true one.</param>
internal sealed class DxfOutline(double tolerance)
{
    private const int MostStepsOfArc = 20_000;

    private readonly List<(double X, double Y, double Bulge)> vertices = [];

    /// <summary>How many vertices there are.</summary>
    public int Count => vertices.Count;

    /// <summary>Whether it has an arc.</summary>
    public bool HasArcs => vertices.Exists(v => v.Bulge != 0);

    /// <summary>Adds a vertex; the bulge is the tangent of a quarter of the angle of the arc to the next one, positive anticlockwise.</summary>
    public void Add(double x, double y, double bulge) => vertices.Add((x, y, bulge));

    /// <summary>Whether the last vertex is where the first is.</summary>
    public bool EndsMeet() => vertices.Count > 2 && (vertices[0].X, vertices[0].Y) == (vertices[^1].X, vertices[^1].Y);

    /// <summary>The positions, the first repeated at the end of a closed line.</summary>
    /// <exception cref="GeometryTextException">There are too many, or an arc is beyond measure.</exception>
    public RawRing Positions(bool isClosed, PositionLimit limit, PositionLimit ofDrawing)
    {
        List<double> first = [];
        List<double> second = [];
        var segments = vertices.Count - (isClosed && !EndsMeet() ? 0 : 1);
        for (var i = 0; i < vertices.Count; i++)
        {
            var (x, y, bulge) = vertices[i];
            Put(x, y);
            if (i < segments && bulge != 0)
            {
                var next = vertices[(i + 1) % vertices.Count];
                Arc(x, y, next.X, next.Y, bulge);
            }
        }

        if (isClosed && !EndsMeet())
        {
            Put(vertices[0].X, vertices[0].Y);
        }

        return new([.. first], [.. second]);

        void Put(double x, double y)
        {
            limit.Add();
            ofDrawing.Add();
            first.Add(x);
            second.Add(y);
        }

        void Arc(double x, double y, double endX, double endY, double bulge)
        {
            var (dx, dy) = (endX - x, endY - y);
            var chord = Math.Sqrt((dx * dx) + (dy * dy));
            if (chord == 0)
            {
                return;
            }

            var angle = 4 * Math.Atan(bulge);
            var radius = chord * (1 + (bulge * bulge)) / (4 * Math.Abs(bulge));
            var widest = 2 * Math.Acos(Math.Max(-1, 1 - (tolerance / radius)));
            var steps = Math.Ceiling(Math.Abs(angle) / widest);
            if (!(steps <= MostStepsOfArc))
            {
                var shown = radius.ToString("0", CultureInfo.InvariantCulture);
                throw GeometryTextException.Bad($"圆弧半径 {shown} 过大，无法按精度转为折线", $"an arc of radius {shown} is too large to be flattened with the accuracy");
            }

            // The centre lies off the middle of the chord, to the left for a positive bulge up to a half circle.
            var away = (1 - (bulge * bulge)) / (4 * bulge);
            var (centreX, centreY) = (x + (dx / 2) - (dy * away), y + (dy / 2) + (dx * away));
            var (fromX, fromY) = (x - centreX, y - centreY);
            for (var step = 1; step < steps; step++)
            {
                var (sin, cos) = Math.SinCos(angle * step / steps);
                Put(centreX + (fromX * cos) - (fromY * sin), centreY + (fromX * sin) + (fromY * cos));
            }
        }
    }
}
