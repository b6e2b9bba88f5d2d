using System.Globalization;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Reading;

/// <summary>Counts the positions of one text against a limit.</summary>
internal sealed class PositionLimit(int limit)
{
    /// <summary>The most positions a site may have.</summary>
    public const int OfSite = 20_000;

    /// <summary>The most crossings of a line with itself: beyond this it is a scribble that costs minutes to lay over the layers.</summary>
    public const int CrossingsOfSite = 1_000;

    /// <summary>The most characters a site's text may have.</summary>
    public const int CharactersOfSite = 4_000_000;

    /// <summary>The most positions a layer's file may have.</summary>
    public const int OfLayer = 100_000_000;

    private int Count { get; set; }

    /// <summary>Counts one more position.</summary>
    /// <exception cref="GeometryTextException">There are too many.</exception>
    public void Add() => Add(1);

    /// <summary>Counts more positions, before anything is made for them.</summary>
    /// <exception cref="GeometryTextException">There are too many.</exception>
    public void Add(int more)
    {
        Count = (int)Math.Min((long)Count + more, int.MaxValue);
        if (Count > limit)
        {
            throw new GeometryTextException(
                ProblemCode.TooManyPoints,
                string.Create(CultureInfo.InvariantCulture, $"> {limit}"),
                limit.ToString(CultureInfo.InvariantCulture));
        }
    }
}
