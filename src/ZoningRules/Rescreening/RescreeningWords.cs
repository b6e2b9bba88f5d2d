using System.Diagnostics;

namespace ZoningRules.Rescreening;

/// <summary>The words that the JSON of <c>rescreen</c> uses for the closed types of a rescreening, the same in every language; a contract, as <see cref="Reports.JsonWords"/> is.</summary>
public static class RescreeningWords
{
    /// <summary>Which way a verdict went, such as <c>Stricter</c>.</summary>
    public static string Of(FlipDirection direction) => direction switch
    {
        FlipDirection.Looser => "Looser",
        FlipDirection.Stricter => "Stricter",
        _ => throw new UnreachableException(),
    };

    /// <summary>What made a verdict another one, such as <c>Boundary</c>.</summary>
    public static string Of(FlipCause cause) => cause switch
    {
        FlipCause.Rules => "Rules",
        FlipCause.Boundary => "Boundary",
        FlipCause.Each => "Each",
        FlipCause.Together => "Together",
        _ => throw new UnreachableException(),
    };
}
