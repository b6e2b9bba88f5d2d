using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Problems.Sources;

namespace ZoningRules.RulePacks.Loading;

/// <summary>How a case says that a site, or the part of it in one control unit, lies to the layers: the members <c>in</c>, <c>distance</c>, <c>overlap</c> and <c>share</c>.</summary>
internal sealed class CasePlaces
{
    private static readonly Metres Here = new(0);

    private readonly RulePack pack;
    private readonly ProblemList problems;
    private readonly Dictionary<string, string> memberships = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Interval<decimal>> distances;
    private readonly Dictionary<string, Interval<decimal>> overlaps;
    private readonly Dictionary<string, Interval<decimal>> shares;

    private CasePlaces(Members members, RulePack pack, ProblemList problems)
    {
        this.pack = pack;
        this.problems = problems;
        foreach (var entry in members.Entries("in"))
        {
            if (IsLayer(entry) && Shapes.Text(entry.Node, entry.Name, problems, entry.Key.Place) is { } word)
            {
                if (!CaseWords.In.Contains(word))
                {
                    problems.Add(ProblemCode.NotAChoice, entry.Node.Place, entry.Name, Naming.Shortened(word), Naming.Listed(CaseWords.In));
                }

                memberships.Add(entry.Name, word);
            }
        }

        distances = Amounts(members, "distance", MeasureTable.Metre, null);
        overlaps = Amounts(members, "overlap", MeasureTable.SquareMetre, null);
        shares = Amounts(members, "share", MeasureTable.Percent, 1);
    }

    /// <summary>Reads the four members.</summary>
    public static CasePlaces Read(Members members, RulePack pack, ProblemList problems) => new(members, pack, problems);

    /// <summary>What is said of a layer; null when nothing is.</summary>
    public LayerRelation? RelationTo(string layer)
    {
        var distance = distances.TryGetValue(layer, out var metres) ? new Interval<Metres>(new(metres.Low), new(metres.High)) : (Interval<Metres>?)null;
        var overlap = overlaps.TryGetValue(layer, out var area) ? new Interval<SquareMetres>(new(area.Low), new(area.High)) : (Interval<SquareMetres>?)null;
        var share = shares.TryGetValue(layer, out var ratio) ? new Interval<Ratio>(new(ratio.Low), new(ratio.High)) : (Interval<Ratio>?)null;
        var relation = memberships.TryGetValue(layer, out var word) ? Said(layer, word)
            : distance is { Low.Value: > 0 } || overlap is { High.Value: 0 } || share is { High.Value: 0 } ? Apart(layer)
            : share is { Low.Value: 1 } ? Meeting(layer, Truth.True)
            : share is { Low.Value: > 0, High.Value: < 1 } ? Meeting(layer, Truth.False)
            : distance is { High.Value: 0 } || overlap is { Low.Value: > 0 } || share is { Low.Value: > 0 } ? Meeting(layer, Truth.Unknown)
            : distance is null && overlap is null && share is null ? null
            : Open(layer);
        if (relation is { In: Truth.Unknown, Status: LayerStatus.Measured } && distance is { Low.Value: > 0 })
        {
            relation = Apart(layer);
        }

        return relation is null ? null : relation with { Distance = distance ?? relation.Distance, Overlap = overlap ?? relation.Overlap, Share = share ?? relation.Share };
    }

    /// <summary>Outside a layer.</summary>
    public static LayerRelation Apart(string layer) => new()
    {
        Layer = layer,
        Status = LayerStatus.Measured,
        In = Truth.False,
        Within = Truth.False,
        Overlap = Interval<SquareMetres>.Of(new(0)),
        Share = Interval<Ratio>.Of(new(0)),
    };

    private static LayerRelation Said(string layer, string word) => word switch
    {
        "yes" => Meeting(layer, Truth.Unknown),
        "within" => Meeting(layer, Truth.True),
        "partly" => Meeting(layer, Truth.False),
        "no" => Apart(layer),
        "edge" => Open(layer) with { Within = Truth.False },
        "no-data" => LayerRelation.Unanswered(layer, LayerStatus.NoLayer),
        "failed" => LayerRelation.Unanswered(layer, LayerStatus.Failed),
        "not-covered" => LayerRelation.Unanswered(layer, LayerStatus.NotCovered),
        "partly-covered" => LayerRelation.Unanswered(layer, LayerStatus.NotCovered) with { In = Truth.True, Distance = Interval<Metres>.Of(Here) },
        "no-geometry" => LayerRelation.Unanswered(layer, LayerStatus.NoGeometry),
        _ => Open(layer),
    };

    private static LayerRelation Meeting(string layer, Truth within) => new()
    {
        Layer = layer,
        Status = LayerStatus.Measured,
        In = Truth.True,
        Within = within,
        Distance = Interval<Metres>.Of(Here),
        Share = within == Truth.True ? Interval<Ratio>.Of(new(1)) : null,
    };

    private static LayerRelation Open(string layer) => LayerRelation.Unanswered(layer, LayerStatus.Measured);

    private Dictionary<string, Interval<decimal>> Amounts(Members members, string member, MeasureUnit measure, decimal? most)
    {
        var amounts = new Dictionary<string, Interval<decimal>>(StringComparer.Ordinal);
        foreach (var entry in members.Entries(member))
        {
            if (!IsLayer(entry)
                || Shapes.Text(entry.Node, entry.Name, problems, entry.Key.Place) is not { } text
                || MeasureText.ReadRange(pack.Vocabulary.Measures, entry.Name, text, measure, entry.Node.Place, problems) is not { } range
                || MeasureText.ToBase(range.Low, entry.Name, entry.Node.Place, problems) is not { } low
                || MeasureText.ToBase(range.High, entry.Name, entry.Node.Place, problems) is not { } high)
            {
                continue;
            }

            if (low.Low < 0 || high.High > most)
            {
                problems.Add(ProblemCode.OutOfRange, entry.Node.Place, entry.Name, Naming.Shortened(text), most is null ? $"≥ 0 {measure.Name}" : "0..100 %");
                continue;
            }

            var amount = new Interval<decimal>(low.Low, high.High);
            amounts.Add(entry.Name, amount);
            Fits(entry, member, amount);
        }

        return amounts;
    }

    // A word and a number about one layer must not contradict each other.
    private void Fits(SourceEntry entry, string member, Interval<decimal> amount)
    {
        var word = memberships.GetValueOrDefault(entry.Name);
        var (zh, en) = (member, word) switch
        {
            ("distance", "yes" or "within" or "partly" or "partly-covered") when amount.Low > 0 => ("0 m（在图层内）", "0 m inside the layer"),
            ("overlap" or "share", "no") when amount.High > 0 => ("0（在图层外）", "0 outside the layer"),
            ("share", "within") when amount.Low < 1 => ("100 %（全部在图层内）", "100 % wholly inside the layer"),
            ("overlap" or "share", "no-data" or "failed" or "not-covered" or "no-geometry") => ("无（图层不能回答）", "nothing where the layer cannot answer"),
            _ => (null, null),
        };
        if (zh is not null)
        {
            Shapes.Wrong(entry.Node, entry.Name, zh, en!, problems);
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
}
