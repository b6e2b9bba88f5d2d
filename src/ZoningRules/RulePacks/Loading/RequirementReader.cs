using System.Collections.Immutable;
using ZoningRules.Problems;
using ZoningRules.Problems.Sources;

namespace ZoningRules.RulePacks.Loading;

/// <summary>Reads requirements/**/*.yaml.</summary>
internal sealed class RequirementReader
{
    private const string WholeQuote = "whole";

    private readonly PackDraft draft;
    private readonly ProblemList problems;
    private readonly List<(Requirement Requirement, Norm Norm, SourcePlace? Place)> norms = [];
    private readonly Dictionary<string, string> ledgers = new(StringComparer.Ordinal);

    private RequirementReader(PackDraft draft)
    {
        this.draft = draft;
        problems = draft.Problems;
    }

    public static void Read(PackDraft draft) => new RequirementReader(draft).ReadAll();

    /// <summary>A requirement and the beginning of its sentence, for messages.</summary>
    public static string Law(string requirement, string quote) => $"{requirement} “{PackDraft.Start(quote)}”";

    private void ReadAll()
    {
        foreach (var file in draft.Files.Open("requirements/", PackMembers.RequirementFile))
        {
            var instrument = draft.InstrumentNamed(file, "instrument");
            foreach (var node in file.List("requirements"))
            {
                problems.Law = node is SourceNode.Map map && map["id"] is SourceNode.Text id
                    ? Law(Naming.Shortened(id.Value), map["quote"] is SourceNode.Text quote ? quote.Value : string.Empty)
                    : null;
                if (Members.Open(node, "requirements", PackMembers.Requirement, problems) is { } members)
                {
                    Requirement(members, instrument);
                }

                problems.Law = null;
            }
        }

        if (draft.Requirements.Count == 0)
        {
            problems.Add(ProblemCode.Empty, null, "requirements");
        }

        ExceptionCheck.Run(draft, norms);
    }

    private void Requirement(Members members, Instrument instrument)
    {
        var id = members.Text("id");
        var place = members.PlaceOfValue("id");
        if (!Shapes.IsPlaceholder(id) && !Naming.IsLawId(id))
        {
            problems.Add(ProblemCode.BadId, place, Naming.Shortened(id));
        }

        var quote = members.Text("quote");
        draft.CheckQuote(quote, instrument, members.PlaceOfValue("quote"));
        var coverage = new QuoteCoverage(quote);
        var (table, rows) = members["table"] is { } node ? TableReader.Read(draft, node, members.PlaceOf("table")) : (null, []);
        if (!members.Has("norms") && !members.Has("table"))
        {
            problems.Add(ProblemCode.MissingMember, members.Place, "norms");
        }

        if (table is not null && !IsPartOf(id, table.Id))
        {
            problems.Add(ProblemCode.WrongShape, table.Place, "id", $"“{id}.字母”", $"{id}, a point and a letter");
        }

        ImmutableArray<SourceNode> nodes = [.. members.List("norms"), .. rows];
        var requirement = new Requirement
        {
            Id = id,
            Citation = new(instrument, members.Text("place"), quote),
            Title = members.Local("title"),
            Dimension = members.Choice("dimension", PackWords.Dimensions),
            Heading = members.Text("heading"),
            Scope = Scope(members),
            InForce = InForce(members, instrument, id),
            Terms = Terms(members),
            Norms = Norms(members, nodes, id, quote, coverage),
            Table = table,
            Remainder = Remainder(members, id, coverage),
            Position = draft.PositionOf(quote, instrument),
            Place = place,
        };
        if (!Shapes.IsPlaceholder(quote) && !requirement.Norms.IsEmpty && members.Has("table") == (table is not null))
        {
            coverage.Report(id, members.PlaceOfValue("quote"), problems);
        }

        if (draft.Requirements.Declare(id, place, requirement))
        {
            foreach (var norm in requirement.Norms)
            {
                norms.Add((requirement, norm, ExceptionPlace(nodes, norm)));
            }
        }
    }

    private static SourcePlace? ExceptionPlace(ImmutableArray<SourceNode> nodes, Norm norm) => norm.ExceptionTo is null
        ? null
        : nodes.OfType<SourceNode.Map>().FirstOrDefault(n => n["id"] is SourceNode.Text id && id.Value == norm.Id)?["exception-to"]?.Place;

    private Period InForce(Members members, Instrument instrument, string id)
    {
        var from = members.OptionalDate("since") ?? instrument.InForce.From;
        var until = members.OptionalDate("until") ?? instrument.InForce.Until;
        draft.CheckPeriod(from, until, id, members.Has("until") ? members.PlaceOf("until") : members.PlaceOf("since"));
        return new(from, until);
    }

    private Scope Scope(Members members)
    {
        if (members.TextNode("scope") is not { } node)
        {
            return new Scope.City();
        }

        var span = new LeafSpan(node, 0, node.Value.Length).Trimmed();
        if (span.Text == "city")
        {
            return new Scope.City();
        }

        if (!draft.HasControlUnits && (span.After("category") ?? span.After("unit")) is not null)
        {
            problems.Add(ProblemCode.UnitsNotExpected, node.Place, $"scope: {Naming.Shortened(span.Text)}");
            return new Scope.City();
        }

        if (span.After("category") is { } category)
        {
            foreach (var word in PackWords.Categories)
            {
                if (word.Text == category.Text)
                {
                    return new Scope.InCategory(word.Value);
                }
            }
        }
        else if (span.After("unit") is { } unit)
        {
            draft.Units.Find(unit.Text, unit.Place);
            return new Scope.InUnit(unit.Text);
        }
        else if (span.After("zone") is { } zone)
        {
            return new OperandParser(draft, null, null).Layer(zone) is { } layer ? new Scope.InZone(layer.Layer, layer.Slot) : new Scope.City();
        }

        problems.Add(
            ProblemCode.NotAChoice,
            node.Place,
            "scope",
            Naming.Shortened(node.Value),
            "city, category priority, category key, category general, unit ZH…, zone LAYER");
        return new Scope.City();
    }

    private ImmutableArray<TermToConfirm> Terms(Members members)
    {
        var terms = ImmutableArray.CreateBuilder<TermToConfirm>();
        foreach (var node in members.List("terms"))
        {
            if (Members.Open(node, "terms", PackMembers.Term, problems) is not { } term)
            {
                continue;
            }

            terms.Add(new(term.Text("term"), term.Local("issue"), term.Local("assumed"), term.Choice("status", PackWords.TermStatuses)));
        }

        return terms.DrainToImmutable();
    }

    private ImmutableArray<Norm> Norms(Members members, ImmutableArray<SourceNode> nodes, string requirement, string quote, QuoteCoverage coverage)
    {
        var written = members.List("norms").Length;
        var before = problems.Count;
        var read = ImmutableArray.CreateBuilder<Norm>();
        foreach (var (at, node) in nodes.Index())
        {
            if (Members.Open(node, "norms", PackMembers.Norm, problems) is not { } norm)
            {
                continue;
            }

            var id = norm.Text("id");
            var place = norm.PlaceOfValue("id");
            if (!Shapes.IsPlaceholder(id) && at < written && !IsPartOf(requirement, id))
            {
                Shapes.Wrong(norm["id"]!, "id", $"“{requirement}.字母”", $"{requirement}, a point and a letter", problems);
            }

            var span = norm.Text("span");
            if (span == WholeQuote)
            {
                span = quote;
                coverage.CoverAll();
            }
            else if (!Shapes.IsPlaceholder(span) && !Shapes.IsPlaceholder(quote) && !coverage.Cover(span))
            {
                problems.Add(ProblemCode.SpanNotInQuote, norm.PlaceOfValue("span"), PackDraft.Start(span), id);
            }

            var result = NormReader.Read(draft, norm, id, span, place, ledgers);
            if (draft.Norms.Declare(id, place, result))
            {
                read.Add(result);
            }
        }

        problems.DropRepeated(before);
        if (members["norms"] is SourceNode.List { Items.IsEmpty: true })
        {
            problems.Add(ProblemCode.EmptyValue, members.PlaceOf("norms"), "norms");
        }

        return read.DrainToImmutable();
    }

    private static bool IsPartOf(string requirement, string norm) =>
        Naming.IsLawId(norm)
        && norm.Length > requirement.Length + 1
        && norm.StartsWith(requirement, StringComparison.Ordinal)
        && norm[requirement.Length] == '.'
        && !norm.AsSpan(requirement.Length + 1).ContainsAnyExceptInRange('a', 'z');

    private ImmutableArray<KeyValuePair<string, LocalText>> Remainder(Members members, string id, QuoteCoverage coverage)
    {
        var remainder = ImmutableArray.CreateBuilder<KeyValuePair<string, LocalText>>();
        foreach (var node in members.List("remainder"))
        {
            if (Members.Open(node, "remainder", PackMembers.Remainder, problems) is not { } part)
            {
                continue;
            }

            var text = part.Text("text");
            if (!Shapes.IsPlaceholder(text) && !coverage.Cover(text))
            {
                problems.Add(ProblemCode.SpanNotInQuote, part.PlaceOfValue("text"), PackDraft.Start(text), id);
            }

            remainder.Add(new(text, part.Local("reason")));
        }

        return remainder.DrainToImmutable();
    }
}
