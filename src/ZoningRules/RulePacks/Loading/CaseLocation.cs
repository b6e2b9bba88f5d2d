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
    private const string NamedHole = "named-hole";
    private const string OutsideCoverage = "outside-coverage";

    // Farther than any distance in law; only its being far matters.
    private static readonly Metres Far = new(20_000);

    private readonly RulePack pack;
    private readonly Members members;
    private readonly ProblemList problems;

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
        var site = CasePlaces.Read(members, pack, problems);
        var others = Others();
        ImmutableArray<LayerRelation> relations = [.. pack.Vocabulary.Layers.Select(l => site.RelationTo(l.Id) ?? others(l.Id))];
        var hits = Hits();
        var gaps = Gaps();
        var parts = Parts(hits);
        var known = members["units"] is SourceNode.Text { Value: NoUnit } || hits.Count > 0 || !gaps.IsEmpty;
        return new()
        {
            Units =
            [
                .. hits.OrderBy(h => h.Unit.Code, StringComparer.Ordinal).Select(h => new UnitHit
                {
                    Code = h.Unit.Code,
                    Name = h.Unit.Name,
                    Category = h.Unit.Category,
                    Certainty = h.Certainty,
                    Area = new(0),
                    ShareOfSite = new(1m / hits.Count),
                    ShareOfUnit = new(0),
                    Relations = parts.TryGetValue(h.Unit.Code, out var part) ? [.. relations.Select(r => part.RelationTo(r.Layer) ?? r)] : relations,
                }),
            ],
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

    // How a layer that is not named lies.
    private Func<string, LayerRelation> Others()
    {
        if (members.TextNode("others") is { } node)
        {
            if (node.Value == Outside)
            {
                return layer => CasePlaces.Apart(layer) with { Distance = Interval<Metres>.Of(Far) };
            }

            problems.Add(ProblemCode.NotAChoice, node.Place, "others", Naming.Shortened(node.Value), Outside);
        }

        return layer => LayerRelation.Unanswered(layer, LayerStatus.NoLayer);
    }

    private List<(ControlUnit Unit, Truth Certainty)> Hits()
    {
        var hits = new List<(ControlUnit Unit, Truth Certainty)>();
        switch (members["units"])
        {
            case null or SourceNode.Text { Value: NoUnit or Unknown }:
                break;
            case SourceNode.Text word:
                problems.Add(ProblemCode.NotAChoice, word.Place, "units", Naming.Shortened(word.Value), "[ZH…], none, unknown");
                break;
            default:
                Add("units", Truth.True);
                break;
        }

        if (members.Has("perhaps-units"))
        {
            Add("perhaps-units", Truth.Unknown);
        }

        return hits;

        void Add(string member, Truth certainty)
        {
            var codes = members.Texts(member);
            if (codes.IsEmpty)
            {
                problems.Add(ProblemCode.EmptyValue, members.PlaceOf(member), member);
            }

            foreach (var code in codes)
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
                }
                else if (certainty == Truth.Unknown && hits.Exists(h => h.Unit == unit))
                {
                    problems.Add(ProblemCode.DuplicateMember, code.Place, code.Value);
                }
                else
                {
                    hits.Add((unit, certainty));
                }
            }
        }
    }

    // Parts of the site in no unit. `units: none` alone says that the whole site is one.
    private ImmutableArray<UnitGap> Gaps()
    {
        var gaps = ImmutableArray.CreateBuilder<UnitGap>();
        foreach (var word in members.Has("gaps") ? members.Texts("gaps") : [])
        {
            if (!CaseWords.Gaps.Contains(word.Value))
            {
                problems.Add(ProblemCode.NotAChoice, word.Place, "gaps", Naming.Shortened(word.Value), Naming.Listed(CaseWords.Gaps));
            }

            gaps.Add(new(new(0), new(members["units"] is SourceNode.Text { Value: NoUnit } ? 1 : 0), word.Value == NamedHole ? NamedHole : null, word.Value == OutsideCoverage));
        }

        return gaps.Count == 0 && members["units"] is SourceNode.Text { Value: NoUnit } ? [new(new(0), new(1), null, false)] : gaps.DrainToImmutable();
    }

    // What is said of the part in one unit; what is not lies as the whole site does.
    private Dictionary<string, CasePlaces> Parts(List<(ControlUnit Unit, Truth Certainty)> hits)
    {
        var parts = new Dictionary<string, CasePlaces>(StringComparer.Ordinal);
        foreach (var entry in members.Entries("parts"))
        {
            if (!hits.Exists(h => h.Unit.Code == entry.Name))
            {
                problems.Add(
                    ProblemCode.UnknownName, entry.Key.Place, "涉及的管控单元", "control unit hit", Naming.Shortened(entry.Name), Naming.Nearest(entry.Name, hits.Select(h => h.Unit.Code)));
            }
            else if (Members.Open(entry.Node, entry.Name, PackMembers.Part, problems, entry.Key.Place) is { } part)
            {
                parts.Add(entry.Name, CasePlaces.Read(part, pack, problems));
            }
        }

        return parts;
    }
}
