using System.Collections.Immutable;
using ZoningRules.Facts;
using ZoningRules.Findings;
using ZoningRules.Locations;
using ZoningRules.Verdicts;

namespace ZoningRules.Geo.Siting;

/// <summary>What places of one zone have in common. Two keys with equal texts are equal.</summary>
internal sealed record ZoneKey
{
    private ZoneKey(string text, string? unit, Assessment assessment, SiteLocation location, ImmutableArray<ListNotLoaded> notLoaded)
    {
        Text = text;
        Unit = unit;
        Assessment = assessment;
        Units = [.. location.Units.Select(u => u.Code).Order(StringComparer.Ordinal)];
        NotLoaded = notLoaded;
    }

    /// <summary>Everything in one line.</summary>
    public string Text { get; }

    /// <summary>The control unit as drawn, or null.</summary>
    public string? Unit { get; }

    /// <summary>An assessment with the same findings, perhaps made in another unit of the same category.</summary>
    public Assessment Assessment { get; }

    /// <summary>The control units hit or perhaps hit.</summary>
    public ImmutableArray<string> Units { get; }

    /// <summary>The lists to be checked there.</summary>
    public ImmutableArray<ListNotLoaded> NotLoaded { get; }

    /// <summary>The norms that call for the verdict.</summary>
    public ImmutableArray<string> Deciding => [.. DecidingFindings(Assessment).Select(f => f.Norm.Id)];

    /// <summary>Why it is undetermined.</summary>
    public UnknownReasons Reasons => ReasonsOf(Assessment);

    /// <summary>Whether the project is prohibited; then nothing else about the place matters.</summary>
    public bool IsProhibited => Assessment.Verdict == Verdict.Prohibited;

    /// <summary>The key of a place.</summary>
    /// <param name="assessment">An assessment with the findings of the place.</param>
    /// <param name="location">Where the place lies.</param>
    /// <param name="unit">The control unit it lies in as drawn, or null.</param>
    public static ZoneKey Of(Assessment assessment, SiteLocation location, string? unit)
    {
        ImmutableArray<ListNotLoaded> notLoaded = assessment.Pack.UnitLists is not { } lists ? []
            : [.. location.Units.Where(u => !lists.Loaded.Contains(u.Code)).OrderBy(u => u.Code, StringComparer.Ordinal)
                .Select(u => new ListNotLoaded(u.Code, u.Name, lists.Title, lists.Issuer, lists.Citation))];
        string[] parts = assessment.Verdict == Verdict.Prohibited ? [] :
        [
            string.Join(',', assessment.Possible),
            ((int)ReasonsOf(assessment)).ToString(System.Globalization.CultureInfo.InvariantCulture),
            string.Join(',', assessment.Obligations.Select(o => o.Norm)),
            string.Join(',', notLoaded.Select(l => l.Unit)),
            string.Join(',', assessment.Doubts.Select(d => d.Kind + d.Text.Zh)),
            string.Join(',', location.Units.Select(u => u.Code).Order(StringComparer.Ordinal)),
        ];
        var deciding = string.Join(',', DecidingFindings(assessment).Select(f => f.Norm.Id));
        return new(string.Join('|', [unit ?? "", assessment.Verdict.ToString(), deciding, .. parts]), unit, assessment, location, notLoaded);
    }

    private static IEnumerable<Finding> DecidingFindings(Assessment assessment)
    {
        var outcome = assessment.Verdict switch
        {
            Verdict.Prohibited => Outcome.Violated,
            Verdict.Undetermined => Outcome.Undetermined,
            _ => Outcome.Conditional,
        };
        return assessment.Findings.Where(f => f.Outcome == outcome);
    }

    private static UnknownReasons ReasonsOf(Assessment assessment) => assessment.Verdict == Verdict.Undetermined
        ? DecidingFindings(assessment).Aggregate(UnknownReasons.None, (all, f) => all | f.Reasons)
        : UnknownReasons.None;
}
