using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Problems.Sources;

namespace ZoningRules.RulePacks.Loading;

/// <summary>Reads figures/*.yaml: numbers a document publishes, and what they should add up to.</summary>
internal sealed partial class FigureReader
{
    private readonly PackDraft draft;
    private readonly ProblemList problems;
    private readonly Names<PublishedFigure> figures;
    private readonly Names<FigureCheck> checks;

    private FigureReader(PackDraft draft)
    {
        this.draft = draft;
        problems = draft.Problems;
        figures = new("公布数字", "figure", problems);
        checks = new("核对", "check", problems);
    }

    /// <summary>The figures and the checks, each ordered by name.</summary>
    public static (ImmutableArray<PublishedFigure> Figures, ImmutableArray<FigureCheck> Checks) Read(PackDraft draft)
    {
        var reader = new FigureReader(draft);
        var files = draft.Files.Open("figures/", PackMembers.FigureFile).ToList();
        foreach (var file in files)
        {
            var instrument = draft.InstrumentNamed(file, "instrument");
            foreach (var entry in file.Entries("figures"))
            {
                reader.Figure(entry, instrument);
            }
        }

        foreach (var node in files.SelectMany(f => f.List("checks")))
        {
            reader.Check(node);
        }

        return ([.. reader.figures.Ordered], [.. reader.checks.Ordered]);
    }

    private void Figure(SourceEntry entry, Instrument instrument)
    {
        draft.CheckId(entry.Name, entry.Key.Place);
        if (Members.Open(entry.Node, entry.Name, PackMembers.Figure, problems, entry.Key.Place) is not { } members)
        {
            return;
        }

        var quote = members.Text("quote");
        draft.CheckQuote(quote, instrument, members.PlaceOfValue("quote"));
        var value = Number(members, "value");
        if (members.TextNode("value") is { } node && !Shapes.IsPlaceholder(quote) && !Numbers().Matches(quote).Any(m => m.Value == node.Value.Trim()))
        {
            problems.Add(ProblemCode.FigureNotInQuote, node.Place, entry.Name, Naming.Shortened(node.Value));
        }

        figures.Declare(entry.Name, entry.Key.Place, new(entry.Name, new(instrument, members.Text("place"), quote), value, entry.Key.Place));
    }

    private void Check(SourceNode node)
    {
        if (Members.Open(node, "checks", PackMembers.FigureCheck, problems) is not { } members)
        {
            return;
        }

        var id = members.Text("id");
        draft.CheckId(id, members.PlaceOfValue("id"));
        FigureOperation? operation = null;
        foreach (var word in PackWords.FigureOperations.Where(w => members.Has(w.Text)))
        {
            if (operation is not null)
            {
                Wrong(members, word.Text, "sum、product、share 只能有一个", "only one of sum, product and share");
            }

            operation ??= word.Value;
        }

        if (operation is null)
        {
            Wrong(members, "id", "应有 sum、product、share 之一", "one of sum, product and share is needed");
        }

        if (members.Has("whole") != (operation == FigureOperation.Share))
        {
            Wrong(members, "whole", "share 须有 whole，其他核对没有", "a share has a whole, and nothing else does");
        }

        var published = figures.Find(members.Text("figure"), members.PlaceOfValue("figure"));
        var check = new FigureCheck
        {
            Id = id,
            Title = members.Local("title"),
            Operation = operation ?? FigureOperation.Sum,
            Terms = Named(members, PackWords.FigureOperations.First(w => w.Value == (operation ?? FigureOperation.Sum)).Text),
            Whole = Named(members, "whole"),
            Relation = members.Choice("is", PackWords.FigureRelations),
            Published = published ?? new(Shapes.Placeholder, PackDraft.PlaceholderCitation, 0, members.PlaceOfValue("figure")),
            Within = members.Has("within") ? Number(members, "within") : 0,
            Place = members.PlaceOfValue("id"),
        };
        if (check.Within < 0)
        {
            problems.Add(ProblemCode.OutOfRange, members.PlaceOfValue("within"), "within", members.Text("within"), "≥ 0");
        }

        checks.Declare(id, check.Place, check);
    }

    private ImmutableArray<PublishedFigure> Named(Members members, string member)
    {
        if (members[member] is SourceNode.List { Items.IsEmpty: true })
        {
            problems.Add(ProblemCode.EmptyValue, members.PlaceOf(member), member);
        }

        return [.. members.Texts(member).Select(t => figures.Find(t.Value, t.Place)).OfType<PublishedFigure>()];
    }

    private decimal Number(Members members, string member)
    {
        if (members.TextNode(member) is not { } node)
        {
            return 0;
        }

        if (MeasureTable.TryParseNumber(node.Value, out var value))
        {
            return value;
        }

        problems.Add(ProblemCode.BadNumber, node.Place, member, Naming.Shortened(node.Value));
        return 0;
    }

    private void Wrong(Members members, string member, string zh, string en) =>
        problems.Add(ProblemCode.FigureCheckMembers, members.PlaceOf(member), Naming.Shortened(members["id"] is SourceNode.Text id ? id.Value : "?"), zh, en);

    [GeneratedRegex(@"(?<![\d.])\d+(\.\d+)?(?![\d.])")]
    private static partial Regex Numbers();
}
