using System.Globalization;

namespace ZoningRules.Geo.Reading.Positions;

/// <summary>Collects what is wrong with the lines of a text, so that all of it is told at once.</summary>
internal sealed class LineFaults
{
    private const int MostShown = 10;

    private List<(string Zh, string En)> Shown { get; } = [];

    private int Count { get; set; }

    /// <summary>Whether enough was found to stop reading.</summary>
    public bool IsFull => Count > MostShown * 10;

    /// <summary>Adds a fault of a line, counted from 1.</summary>
    public void Add(int line, string zh, string en)
    {
        var number = line.ToString(CultureInfo.InvariantCulture);
        Add($"第 {number} 行{zh}", $"line {number}: {en}");
    }

    /// <summary>Adds a fault of a place in a line, both counted from 1.</summary>
    public void Add(int line, int column, string zh, string en)
    {
        var (l, c) = (line.ToString(CultureInfo.InvariantCulture), column.ToString(CultureInfo.InvariantCulture));
        Add($"第 {l} 行第 {c} 列{zh}", $"line {l}, column {c}: {en}");
    }

    /// <summary>Adds a fault that says itself where it is.</summary>
    public void Add(string zh, string en)
    {
        Count++;
        if (Shown.Count < MostShown)
        {
            Shown.Add((zh, en));
        }
    }

    /// <summary>Ends the reading when anything was found.</summary>
    /// <exception cref="GeometryTextException">There are faults.</exception>
    public void ThrowIfAny()
    {
        if (Count == 0)
        {
            return;
        }

        var more = Count - Shown.Count;
        var (zh, en) = more == 0
            ? ("", "")
            : (string.Create(CultureInfo.InvariantCulture, $"；另有 {more} 处"), string.Create(CultureInfo.InvariantCulture, $"; and {more} more"));
        throw GeometryTextException.Bad(string.Join("；", Shown.Select(f => f.Zh)) + zh, string.Join("; ", Shown.Select(f => f.En)) + en);
    }
}
