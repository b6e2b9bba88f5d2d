using System.Collections.Immutable;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Problems.Sources;

namespace ZoningRules.RulePacks.Loading;

/// <summary>Makes a location from the member <c>at</c> of a case.</summary>
internal sealed class CaseLocation
{
    private const string NoUnit = "none";
    private const string Unknown = "unknown";
    private const string Outside = "outside";

    // Farther than any distance in law; only its being far matters.
    private static readonly Metres Far = new(20_000);

    private readonly RulePack pack;
    private readonly Members members;
    private readonly ProblemList problems;
    private readonly Dictionary<string, (string Word, SourcePlace Place)> memberships = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Interval<Metres>> distances = new(StringComparer.Ordinal);

    private CaseLocation(RulePack pack, Members members, ProblemList problems)
    {
        this.pack = pack;
        this.members = members;
        this.problems = problems;
    }

    /// <summary>Reads a location. Null after a problem.</summary>
    public static SiteLocation? Read(SourceNode node, SourcePlace place, RulePack pack, ProblemList problems) =>
        Members.Open(node, "at", PackMembers.At, problems, place) is { } members ? new CaseLocation(pack, members, problems).Read() : null;

    private SiteLocation Read()
    {
        ReadMemberships();
        ReadDistances();
        var others = LayerStatus.NoLayer;
        if (members.TextNode("others") is { } node)
        {
            if (node.Value == Outside)
            {
                others = LayerStatus.Measured;
            }
            else
            {
                problems.Add(ProblemCode.NotAChoice, node.Place, "others", Naming.Shortened(node.Value), Outside);
            }
        }

        ImmutableArray<LayerRelation> relations = [.. pack.Vocabulary.Layers.Select(l => Relation(l.Id, others))];
        var (units, gaps, known) = Units(relations);
        return new()
        {
            Units = units,
            Gaps = gaps,
            Relations = relations,
            Layers =
            [
                .. pack.Layers.Select(l => new LayerUse(
                    l.Id,
                    MadeAttributes.IsPlace(l)
                        ? relations.First(r => r.Layer == l.Id).Status
                        : known ? LayerStatus.Measured : LayerStatus.NoLayer,
                    string.Empty,
                    string.Empty,
                    null,
                    false)),
            ],
        };
    }

    private void ReadMemberships()
    {
        foreach (var entry in members.Entries("in"))
        {
            if (IsLayer(entry) && Shapes.Text(entry.Node, entry.Name, problems, entry.Key.Place) is { } word)
            {
                if (!CaseWords.In.Contains(word))
                {
                    problems.Add(ProblemCode.NotAChoice, entry.Node.Place, entry.Name, Naming.Shortened(word), Naming.Listed(CaseWords.In));
                }

                memberships.Add(entry.Name, (word, entry.Key.Place));
            }
        }
    }

    private void ReadDistances()
    {
        foreach (var entry in members.Entries("distance"))
        {
            if (!IsLayer(entry)
                || Shapes.Text(entry.Node, entry.Name, problems, entry.Key.Place) is not { } text
                || MeasureText.ReadRange(pack.Vocabulary.Measures, entry.Name, text, MeasureTable.Metre, entry.Node.Place, problems) is not { } range
                || MeasureText.ToBase(range.Low, entry.Name, entry.Node.Place, problems) is not { } low
                || MeasureText.ToBase(range.High, entry.Name, entry.Node.Place, problems) is not { } high)
            {
                continue;
            }

            if (low.Low < 0)
            {
                problems.Add(ProblemCode.OutOfRange, entry.Node.Place, entry.Name, Naming.Shortened(text), "≥ 0 m");
                continue;
            }

            distances.Add(entry.Name, new(new(low.Low), new(high.High)));
            if (low.Low > 0 && memberships.TryGetValue(entry.Name, out var stated) && stated.Word is ("yes" or "within"))
            {
                Shapes.Wrong(entry.Node, entry.Name, "0 m（在图层内）", "0 m inside the layer", problems);
            }
        }
    }

    private bool IsLayer(SourceEntry entry)
    {
        if (pack.Vocabulary.TryFindLayer(entry.Name, out _))
        {
            return true;
        }

        var known = pack.Vocabulary.Layers.Select(l => l.Id);
        problems.Add(ProblemCode.UnknownName, entry.Key.Place, "图层", "layer", Naming.Shortened(entry.Name), Naming.Nearest(entry.Name, known));
        return false;
    }

    private LayerRelation Relation(string layer, LayerStatus others)
    {
        Interval<Metres>? distance = distances.TryGetValue(layer, out var given) ? given : null;
        if (!memberships.TryGetValue(layer, out var stated))
        {
            return distance is null
                ? others == LayerStatus.Measured ? Apart(layer, Interval<Metres>.Of(Far)) : LayerRelation.Unanswered(layer, LayerStatus.NoLayer)
                : distance.Value.Low.Value > 0 ? Apart(layer, distance)
                : distance.Value.High.Value == 0 ? Meeting(layer, Truth.Unknown)
                : Open(layer, distance);
        }

        return stated.Word switch
        {
            "yes" => Meeting(layer, Truth.Unknown),
            "within" => Meeting(layer, Truth.True),
            "no" => Apart(layer, distance),
            "no-data" => LayerRelation.Unanswered(layer, LayerStatus.NoLayer),
            _ => distance is { Low.Value: > 0 } ? Apart(layer, distance) : Open(layer, distance),
        };
    }

    private static LayerRelation Meeting(string layer, Truth within) => new()
    {
        Layer = layer,
        Status = LayerStatus.Measured,
        In = Truth.True,
        Within = within,
        Distance = Interval<Metres>.Of(new(0)),
        Share = within == Truth.True ? Interval<Ratio>.Of(new(1)) : null,
    };

    private static LayerRelation Apart(string layer, Interval<Metres>? distance) => new()
    {
        Layer = layer,
        Status = LayerStatus.Measured,
        In = Truth.False,
        Within = Truth.False,
        Distance = distance,
        Overlap = Interval<SquareMetres>.Of(new(0)),
        Share = Interval<Ratio>.Of(new(0)),
    };

    private static LayerRelation Open(string layer, Interval<Metres>? distance) => new()
    {
        Layer = layer,
        Status = LayerStatus.Measured,
        In = Truth.Unknown,
        Within = Truth.Unknown,
        Distance = distance,
    };

    private (ImmutableArray<UnitHit> Units, ImmutableArray<UnitGap> Gaps, bool Known) Units(ImmutableArray<LayerRelation> relations)
    {
        if (members["units"] is not { } node)
        {
            return ([], [], false);
        }

        if (node is SourceNode.Text word)
        {
            switch (word.Value)
            {
                case NoUnit:
                    return ([], [new(new(0), new(1), null, false)], true);
                case Unknown:
                    return ([], [], false);
                default:
                    problems.Add(ProblemCode.NotAChoice, word.Place, "units", Naming.Shortened(word.Value), "[ZH…], none, unknown");
                    return ([], [], false);
            }
        }

        var nodes = members.Texts("units");
        if (nodes.IsEmpty)
        {
            problems.Add(ProblemCode.EmptyValue, members.PlaceOf("units"), "units");
        }

        var hits = new List<UnitHit>();
        foreach (var code in nodes)
        {
            if (!pack.UnitsByCode.TryGetValue(code.Value, out var unit))
            {
                problems.Add(
                    ProblemCode.UnknownName,
                    code.Place,
                    "管控单元",
                    "control unit",
                    Naming.Shortened(code.Value),
                    Naming.Nearest(code.Value, pack.Units.Select(u => u.Code)));
                continue;
            }

            hits.Add(new()
            {
                Code = unit.Code,
                Name = unit.Name,
                Category = unit.Category,
                Certainty = Truth.True,
                Area = new(0),
                ShareOfSite = new(1m / nodes.Length),
                ShareOfUnit = new(0),
                Relations = relations,
            });
        }

        return ([.. hits.OrderBy(h => h.Code, StringComparer.Ordinal)], [], true);
    }
}
