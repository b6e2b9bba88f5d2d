using System.Globalization;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Reading;

/// <summary>
/// Reads positions written as plain numbers: one for a point, one a line for rings. The two numbers are separated by a comma (also full-width), a semicolon or
/// white space; brackets around them are ignored.
/// </summary>
internal static class CoordinateText
{
    private static readonly char[] Separators = [',', '，', ';', '；', ' ', '\t', '\u3000'];

    /// <summary>Reads one position.</summary>
    /// <exception cref="GeometryTextException">It is not one position.</exception>
    public static RawPart ReadPoint(string text)
    {
        var trimmed = Trim(text);
        if (trimmed.Length == 0)
        {
            throw GeometryTextException.Empty();
        }

        var (first, second) = ReadPosition(trimmed, null);
        return new(PartKind.Point, [new([first], [second])]);
    }

    /// <summary>Reads the rings of a polygon, and tells which of them had to be closed, counted from 1.</summary>
    /// <exception cref="GeometryTextException">A line is not a position, or a ring has too few.</exception>
    public static (RawPart Part, IReadOnlyList<int> Closed) ReadRings(string text, PositionLimit limit)
    {
        List<RawRing> rings = [];
        List<int> closed = [];
        List<double> first = [];
        List<double> second = [];
        var line = 0;
        foreach (var span in text.AsSpan().EnumerateLines())
        {
            line++;
            var trimmed = Trim(span.ToString());
            if (trimmed.Length == 0)
            {
                EndRing();
                continue;
            }

            limit.Add();
            var (x, y) = ReadPosition(trimmed, line);
            first.Add(x);
            second.Add(y);
        }

        EndRing();
        return rings.Count == 0 ? throw GeometryTextException.Empty() : (new(PartKind.Area, rings), closed);

        void EndRing()
        {
            if (first.Count == 0)
            {
                return;
            }

            var number = rings.Count + 1;
            if (first.Zip(second).Distinct().Count() < 3)
            {
                throw GeometryTextException.Bad(
                    string.Create(CultureInfo.InvariantCulture, $"第 {number} 个环不足三个不同的点"),
                    string.Create(CultureInfo.InvariantCulture, $"ring {number} has fewer than three different positions"));
            }

            if (first[0] != first[^1] || second[0] != second[^1])
            {
                first.Add(first[0]);
                second.Add(second[0]);
                closed.Add(number);
            }

            rings.Add(new([.. first], [.. second]));
            first.Clear();
            second.Clear();
        }
    }

    /// <summary>The step that closed a ring.</summary>
    public static LocalText ClosedStep(int ring) =>
        new($"第 {ring} 个环首尾不重合，已用首点闭合", $"ring {ring} did not return to its first position and was closed with it");

    private static string Trim(string text) => text.Trim().Trim('\uFEFF', '[', ']', '(', ')', '（', '）').Trim();

    private static (double First, double Second) ReadPosition(string text, int? line)
    {
        var numbers = text.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        if (numbers.Length == 2 && Number(numbers[0]) is { } first && Number(numbers[1]) is { } second)
        {
            return (first, second);
        }

        var shown = new string([.. text.Take(40).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c)]);
        var (zh, en) = line is { } number
            ? (string.Create(CultureInfo.InvariantCulture, $"第 {number} 行"), string.Create(CultureInfo.InvariantCulture, $"line {number}: "))
            : ("", "");
        throw GeometryTextException.Bad($"{zh}应为两个数，逗号分隔，而不是 `{shown}`", $"{en}expected two numbers separated by a comma, not `{shown}`");
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}
