using System.Globalization;

namespace ZoningRules.Cli.Batch;

/// <summary>One of several nearly equal, contiguous parts of the rows, so that the results of all parts one after another are those of the whole.</summary>
/// <param name="Number">Which part, from 1.</param>
/// <param name="Count">How many parts.</param>
internal readonly record struct Shard(int Number, int Count)
{
    private const int Most = 100_000;

    /// <summary>Everything.</summary>
    public static Shard Whole => new(1, 1);

    /// <summary>The first row, from 1.</summary>
    public long First(long rows) => ((Number - 1) * rows / Count) + 1;

    /// <summary>The last row; one less than the first when the part is empty.</summary>
    public long Last(long rows) => Number * rows / Count;

    /// <summary>Reads <c>3/16</c>; null when it is none.</summary>
    public static Shard? Read(string text)
    {
        var parts = text.Split('/');
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count is >= 1 and <= Most && number >= 1 && number <= count
            ? new(number, count)
            : null;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Count}");
}
