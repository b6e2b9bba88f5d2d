using ZoningRules.Problems;

namespace ZoningRules.Geo.Reading;

/// <summary>Ends the reading of a geometry text; caught where the reading began and turned into the problem it carries.</summary>
internal sealed class GeometryTextException(ProblemCode code, params string[] arguments) : Exception
{
    /// <summary>The kind of problem.</summary>
    public ProblemCode Code { get; } = code;

    /// <summary>Its arguments.</summary>
    public IReadOnlyList<string> Arguments { get; } = arguments;

    /// <summary>A text that cannot be read.</summary>
    public static GeometryTextException Bad(string zh, string en) => new(ProblemCode.BadGeometry, zh, en);

    /// <summary>A text without any position.</summary>
    public static GeometryTextException Empty() => new(ProblemCode.EmptyGeometry);
}
