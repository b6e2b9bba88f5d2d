using System.Collections.Immutable;
using ZoningRules.Facts;
using ZoningRules.Findings;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Verdicts;

namespace ZoningRules.Tests.Reports;

/// <summary>Decision margins that show every case of every closed type, for the sample assessments.</summary>
internal static class SampleMargins
{
    /// <summary>A prohibited project with a site, layers, numbers, a date and changes.</summary>
    public static Assessment Prohibited()
    {
        var assessment = SampleAssessments.Prohibited();
        var norms = Norms(assessment);
        return assessment with
        {
            Margin = new()
            {
                Site = new()
                {
                    Stated = new(1),
                    HoldsTo = new(7.3m),
                    End = new BoundaryEnd.Flips(new(7.31m), Verdict.Undetermined, [Verdict.Conditional, Verdict.Prohibited], [River(norms), Unit(norms)], new(43.2m, new(7.31m), [Verdict.Conditional, Verdict.Prohibited])),
                },
                Layers =
                [
                    new()
                    {
                        Layer = "river-main",
                        Stated = new(20),
                        HoldsTo = new(26.3m),
                        End = new BoundaryEnd.Flips(new(26.31m), Verdict.Conditional, [Verdict.Conditional], [River(norms) with { Norms = [norms[0], norms[0], norms[1], norms[1], norms[1]] }], null),
                    },
                    new() { Layer = "lakes", Stated = new(10), HoldsTo = new(300), End = new BoundaryEnd.Flips(new(300.01m), Verdict.Undetermined, [Verdict.Prohibited, Verdict.Undetermined], [Edge()], null) },
                    new() { Layer = "units", Stated = new(5), HoldsTo = new(80), End = new BoundaryEnd.NotFollowed(new("精确推演超出规模限制", "the exact pass outgrew its bounds")) },
                    new() { Layer = "soil", Stated = new(10), HoldsTo = new(10_000), End = new BoundaryEnd.Searched() },
                ],
                Attributes =
                [
                    new()
                    {
                        Attribute = "boilers[1].capacity",
                        Definition = Capacity,
                        Shown = "24.5 MW",
                        Ranges =
                        [
                            new(0, true, 35, true, Verdict.Prohibited, [Verdict.Prohibited], []),
                            new(35, false, 65, false, Verdict.Conditional, [Verdict.Conditional], norms),
                            new(65, true, 65, true, Verdict.Undetermined, [Verdict.Conditional, Verdict.Prohibited], [norms[1]]),
                            new(65, false, null, false, Verdict.Admissible, [Verdict.Admissible], []),
                        ],
                        First = 0,
                        Last = 1,
                    },
                    new() { Attribute = "emission.cod", Definition = Capacity, Shown = "3 t/a", Ranges = [new(null, false, null, false, Verdict.Prohibited, [Verdict.Prohibited], [])], First = 0, Last = 0 },
                ],
                NextDate = new(new(2030, 1, 1), Verdict.Undetermined, [Verdict.Conditional, Verdict.Prohibited], norms),
                Change = new()
                {
                    Changeable = ["boilers[1].capacity", "boilers", "project.action"],
                    Changes =
                    [
                        new(["boilers[1].capacity"], [new([LocalText.Same("> 35 t-steam/h")], Verdict.Conditional, [Verdict.Conditional], [])], 0),
                        new(
                            ["boilers", "project.action"],
                            [new([new("一项也没有", "none at all"), new("现有", "existing")], Verdict.Undetermined, [Verdict.Conditional, Verdict.Prohibited], ["site.in.soil"])],
                            3),
                        new(["project.action"], [], 0),
                    ],
                    TriedUpTo = 3,
                    NotEnough = 4,
                    Hopeless = false,
                    Unavoidable = [],
                    Doubts = [],
                },
                Elsewhere = [new("二号地块", Verdict.Conditional, [Verdict.Conditional])],
            },
        };
    }

    /// <summary>An undetermined project: what a better survey would bring, and nothing to change.</summary>
    public static Assessment Undetermined()
    {
        var assessment = SampleAssessments.InTown();
        var norms = Norms(assessment);
        return assessment with
        {
            Margin = new()
            {
                Site = new() { Stated = new(50), HoldsTo = new(10_000), End = new BoundaryEnd.Searched() },
                Layers =
                [
                    new() { Layer = "river-main", Stated = new(20), HoldsTo = new(10_000), End = new BoundaryEnd.Searched(), Sharper = new(new(3.99m), [Verdict.Conditional]) },
                    new() { Layer = "soil", Stated = new(20), HoldsTo = new(40), End = new BoundaryEnd.Flips(new(40.01m), Verdict.Undetermined, [Verdict.Admissible, Verdict.Conditional, Verdict.Prohibited], [Doubt()], null), Sharper = new(new(1), [Verdict.Conditional, Verdict.Undetermined]) },
                ],
                Attributes = [],
                Unexamined = ["boilers"],
                Change = Hopeless(assessment, norms),
            },
        };
    }

    /// <summary>No geometry; nothing can be changed and several norms take turns.</summary>
    public static Assessment WithoutSite()
    {
        var assessment = SampleAssessments.Prohibited();
        return assessment with { Margin = new() { Layers = [], Attributes = [], Change = Hopeless(assessment, []) with { Doubts = [] } } };
    }

    /// <summary>Nothing was found within the bound.</summary>
    public static Assessment NothingFound()
    {
        var assessment = SampleAssessments.Prohibited();
        return assessment with { Margin = new() { Layers = [], Attributes = [], Change = Hopeless(assessment, []) with { Hopeless = false, Doubts = [] } } };
    }

    private static AttributeDefinition Capacity { get; } = new()
    {
        Id = "capacity",
        Type = new AttributeType.Number(new("t-steam/h", "steam-rate", 1, 1, 0, LocalText.Same("t/h")), 0, null),
        Label = new("锅炉容量", "boiler capacity"),
        Ask = LocalText.Same("?"),
        AnsweredBy = Locations.Answerer.Applicant,
        Slot = 0,
        Place = new("vocabulary.yaml", 1),
    };

    private static ChangeSearch Hopeless(Assessment assessment, ImmutableArray<NormChange> norms) => new()
    {
        Changeable = ["project.action"],
        Changes = [],
        TriedUpTo = 1,
        NotEnough = 1,
        Hopeless = true,
        Unavoidable = norms,
        Doubts = assessment.Doubts,
    };

    private static ImmutableArray<NormChange> Norms(Assessment assessment) =>
    [
        new(assessment.Findings[0].Norm.Id, Outcome.Violated, Outcome.Undetermined, assessment.Findings[0].Citation),
        new(assessment.Findings[1].Norm.Id, null, Outcome.Violated, assessment.Findings[1].Citation),
    ];

    private static MarginCause River(ImmutableArray<NormChange> norms) => new()
    {
        Target = "river-main",
        Name = new("主要河流", "main rivers"),
        Leaf = "distance(site, river-main) <= 1 km",
        Words = new("场址距主要河流 ≤ 1 km", "distance from the site to the main rivers ≤ 1 km"),
        Before = Truth.True,
        After = Truth.Unknown,
        AtCoverageEdge = false,
        Feature = "乐安河",
        BearingDegrees = 359.7m,
        Norms = norms,
    };

    private static MarginCause Unit(ImmutableArray<NormChange> norms) => River(norms) with
    {
        Target = "ZH36028120002",
        Name = LocalText.Same("甲单元"),
        Leaf = "category key",
        Words = new("场址位于适用的管控单元", "the site lies in a control unit the clause is about"),
        Before = null,
        Feature = null,
        BearingDegrees = null,
    };

    private static MarginCause Edge() => River([]) with { Target = "lakes", Name = new("湖泊", "lakes"), AtCoverageEdge = true, Feature = null, BearingDegrees = null };

    private static MarginCause Doubt() => River([]) with { Target = "units", Name = new("管控单元", "control units"), Leaf = "doubt", After = Truth.False };
}
