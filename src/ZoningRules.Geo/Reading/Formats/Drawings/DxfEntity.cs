namespace ZoningRules.Geo.Reading.Formats.Drawings;

/// <summary>What an entity of a drawing says, as far as it is used.</summary>
internal sealed class DxfEntity
{
    private readonly List<(double X, double Y, double Bulge)> vertices = [];

    /// <summary>Its kind, such as <c>LWPOLYLINE</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Its layer.</summary>
    public string Layer { get; set; } = "0";

    /// <summary>Whether it is on a sheet and not in the drawing itself.</summary>
    public bool IsOnSheet { get; set; }

    /// <summary>Flags of group 70.</summary>
    public int Flags { get; set; }

    /// <summary>The radius of a circle.</summary>
    public double Radius { get; set; }

    /// <summary>The direction of its plane; upwards unless it says otherwise.</summary>
    public (double X, double Y, double Z) Normal { get; set; } = (0, 0, 1);

    /// <summary>Its height, when it is not 0.</summary>
    public bool HasHeight { get; set; }

    /// <summary>The second point of a line.</summary>
    public (double X, double Y)? End { get; set; }

    /// <summary>Its vertices, in order.</summary>
    public IReadOnlyList<(double X, double Y, double Bulge)> Vertices => vertices;

    /// <summary>Whether it is a net or a body and no line.</summary>
    public bool IsNet => Kind == "POLYLINE" && (Flags & (16 | 64)) != 0;

    /// <summary>Begins a vertex.</summary>
    public void AddX(double x) => vertices.Add((x, 0, 0));

    /// <summary>Completes the last vertex.</summary>
    public void SetY(double y) => Change(v => v with { Y = y });

    /// <summary>Says how the line bends after the last vertex.</summary>
    public void SetBulge(double bulge) => Change(v => v with { Bulge = bulge });

    /// <summary>Adds a whole vertex.</summary>
    public void Add(double x, double y, double bulge) => vertices.Add((x, y, bulge));

    /// <summary>Takes all vertices away.</summary>
    public void Clear() => vertices.Clear();

    private void Change(Func<(double X, double Y, double Bulge), (double X, double Y, double Bulge)> change)
    {
        if (vertices.Count > 0)
        {
            vertices[^1] = change(vertices[^1]);
        }
    }
}
