using System.Collections.Immutable;
using ZoningRules.Facts;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Problems.Sources;

namespace ZoningRules.RulePacks.Loading;

/// <summary>What has been read of a pack so far, and the problems. Filled by the readers in the order in which one needs another.</summary>
internal sealed class PackDraft
{
    public PackDraft(PackFiles files, ProblemList problems)
    {
        Files = files;
        Problems = problems;
        Instruments = new("文书", "instrument", problems);
        CodeSystems = new("代码表", "code system", problems);
        Lists = new("名录", "list", problems);
        Parameters = new("参数", "parameter", problems);
        Layers = new("图层", "layer", problems);
        Units = new("管控单元", "control unit", problems);
        Norms = new("规范", "norm", problems);
        Requirements = new("要求", "requirement", problems);
    }

    /// <summary>Stands for a document that could not be found.</summary>
    public static Instrument PlaceholderInstrument { get; } = new()
    {
        Id = Shapes.Placeholder,
        Number = Shapes.Placeholder,
        Title = Shapes.PlaceholderText,
        Issuer = Shapes.Placeholder,
        Rank = InstrumentRank.County,
        InForce = new(DateOnly.MinValue, null),
        TextSha256 = string.Empty,
        Place = new(Shapes.Placeholder),
    };

    /// <summary>Stands for a citation that could not be read.</summary>
    public static Citation PlaceholderCitation { get; } = new(PlaceholderInstrument, Shapes.Placeholder, Shapes.Placeholder);

    public PackFiles Files { get; }

    public ProblemList Problems { get; }

    /// <summary>Whether the pack divides its territory into control units.</summary>
    public bool HasControlUnits { get; set; } = true;

    public Names<Instrument> Instruments { get; }

    public Dictionary<string, ArchivedText> Texts { get; } = new(StringComparer.Ordinal);

    public MeasureTable Measures { get; set; } = MeasureTable.Standard;

    public Names<CodeSystem> CodeSystems { get; }

    public Names<CodeList> Lists { get; }

    public Names<Parameter> Parameters { get; }

    public Names<LayerDefinition> Layers { get; }

    public Vocabulary Vocabulary { get; set; } = new(MeasureTable.Standard, [], []);

    public Names<ControlUnit> Units { get; }

    public Names<Requirement> Requirements { get; }

    public Names<Norm> Norms { get; }

    /// <summary>Reads <c>{instrument, place, quote}</c> and checks the quote.</summary>
    public Citation Citation(SourceNode? node, string member, SourcePlace place)
    {
        if (node is null || Members.Open(node, member, PackMembers.Citation, Problems, place) is not { } members)
        {
            return PlaceholderCitation;
        }

        var instrument = InstrumentNamed(members, "instrument");
        var quote = members.Text("quote");
        CheckQuote(quote, instrument, members.PlaceOfValue("quote"));
        return new(instrument, members.Text("place"), quote);
    }

    /// <summary>Reads the name of a document and finds it.</summary>
    public Instrument InstrumentNamed(Members members, string member) =>
        Instruments.Find(members.Text(member), members.PlaceOfValue(member)) ?? PlaceholderInstrument;

    /// <summary>Reports a quote that is not in the archived text.</summary>
    public void CheckQuote(string quote, Instrument instrument, SourcePlace place)
    {
        if (!Shapes.IsPlaceholder(quote) && Texts.TryGetValue(instrument.Id, out var text) && !text.Holds(quote))
        {
            Problems.Add(ProblemCode.QuoteNotInText, place, Start(quote), instrument.Id);
        }
    }

    /// <summary>Where a quote stands in the archived text; 0 when it does not.</summary>
    public int PositionOf(string quote, Instrument instrument) =>
        Texts.TryGetValue(instrument.Id, out var text) ? Math.Max(0, text.IndexOf(quote)) : 0;

    /// <summary>Reads the members <c>from</c> and <c>until</c>.</summary>
    public Period Period(Members members, string what)
    {
        var from = members.Date("from");
        var until = members.OptionalDate("until");
        CheckPeriod(from, until, what, members.PlaceOf("until"));
        return new(from, until);
    }

    /// <summary>Reports a period that ends before it starts.</summary>
    public void CheckPeriod(DateOnly from, DateOnly? until, string what, SourcePlace place)
    {
        if (until <= from)
        {
            Problems.Add(ProblemCode.EmptyPeriod, place, what);
        }
    }

    /// <summary>Orders dated versions by their first day and reports those that overlap.</summary>
    public ImmutableArray<T> InOrder<T>(IEnumerable<T> versions, Func<T, Period> period, string what, SourcePlace place)
    {
        ImmutableArray<T> ordered = [.. versions.OrderBy(v => period(v).From)];
        for (var i = 1; i < ordered.Length; i++)
        {
            if (period(ordered[i - 1]).Meets(period(ordered[i])))
            {
                Problems.Add(ProblemCode.Overlap, place, what, $"{period(ordered[i]).From:yyyy-MM-dd}");
            }
        }

        return ordered;
    }

    /// <summary>Checks an id of the pack; a placeholder passes.</summary>
    public void CheckId(string id, SourcePlace place)
    {
        if (!Shapes.IsPlaceholder(id) && !Naming.IsId(id))
        {
            Problems.Add(ProblemCode.BadId, place, Naming.Shortened(id));
        }
    }

    /// <summary>The beginning of a text, for messages.</summary>
    public static string Start(string text) => text.Length <= 24 ? text : string.Concat(text.AsSpan(0, 24), "…");
}
