using System.Collections.Immutable;
using System.Globalization;
using ZoningRules.Facts;
using ZoningRules.Locations;
using ZoningRules.Problems;
using ZoningRules.Proposals;
using ZoningRules.Verdicts;

namespace ZoningRules.Evaluation;

/// <summary>Turns the unknowns that matter into questions for people.</summary>
internal sealed class QuestionWriter(RuleProgram program, FactSheet sheet)
{
    private static readonly LocalText AskSite = new(
        "请提供场址的边界图形（坐标系、精度），或更精确的边界测量，以确定所在管控单元", "Give the site's boundary with its coordinate system and accuracy, or a more precise survey, so that its control unit is certain");

    /// <summary>The question that asks where the site lies.</summary>
    public static Question Site(ImmutableArray<string> decides, UnknownReasons reasons) => new()
    {
        Attribute = "site",
        Ask = AskSite,
        AnsweredBy = reasons == UnknownReasons.Imprecise ? Answerer.Surveyor : Answerer.Applicant,
        Reasons = reasons,
        Cost = 2,
        Decides = decides,
    };

    /// <summary>The question that asks in which system the coordinates are.</summary>
    public static Question Crs(LocalText doubt) => new()
    {
        Attribute = SiteAttributes.Crs,
        Ask = new(
            $"{doubt.Zh}。场址坐标实际采用哪个坐标系？由测绘单位核实后改写 crs，或由审批人员确认原坐标系",
            $"{doubt.En}. In which coordinate system are the coordinates? Let the surveyor check and change crs, or let an officer confirm the one stated"),
        AnsweredBy = Answerer.Surveyor,
        Reasons = UnknownReasons.Conflicting,
        Cost = 1,
        Decides = [],
    };

    /// <summary>The questions, cheapest first, then those that help to decide most norms, then by attribute.</summary>
    public ImmutableArray<Question> Write(IEnumerable<OpenQuestion> asked)
    {
        var questions = new Dictionary<string, Question>(StringComparer.Ordinal);
        foreach (var (unknown, norm) in asked)
        {
            foreach (var question in Of(unknown))
            {
                var id = program.Norms[norm].Id;
                questions[question.Attribute] = questions.TryGetValue(question.Attribute, out var same)
                    ? same with { Decides = same.Decides.Contains(id) ? same.Decides : same.Decides.Add(id), Reasons = same.Reasons | question.Reasons }
                    : question with { Decides = [id] };
            }
        }

        return Ordered(questions.Values.Select(q => q with { Decides = [.. q.Decides.Order(StringComparer.Ordinal)] }));
    }

    /// <summary>The order in which questions are asked.</summary>
    public static ImmutableArray<Question> Ordered(IEnumerable<Question> questions) =>
        [.. questions.OrderBy(q => q.Cost).ThenByDescending(q => q.Decides.Length).ThenBy(q => q.Attribute, StringComparer.Ordinal)];

    private IEnumerable<Question> Of(Unknown unknown)
    {
        var key = unknown.Key;
        if (sheet.LocationDoubt is { } doubt && IsAboutPlace(unknown))
        {
            return [Crs(doubt)];
        }

        switch (key.Kind)
        {
            case VariableKind.Attribute:
                return [Attribute(program.Pack.Vocabulary.Attributes[key.First], sheet.Attributes[key.First])];
            case VariableKind.Exists:
            case VariableKind.Field when key.Second == Scene.AnyItem:
                return [Attribute(program.Pack.Vocabulary.Attributes[key.First], sheet.Attributes[key.First])];
            case VariableKind.Field:
                return [Field(key, unknown.Scene)];
            case VariableKind.Place:
                return [Place(key.First, unknown)];
            case VariableKind.Guard:
                return [Site([], sheet.LocationKnown ? UnknownReasons.Imprecise : UnknownReasons.NotProvided)];
            case VariableKind.Pair:
                return unknown.Leaves.OfType<CompiledLeaf.Pair>().SelectMany(p => Pair(p, unknown.Scene));
            case VariableKind.Ledger:
                return unknown.Leaves.OfType<CompiledLeaf.LedgerExceeded>().Select(l => l.Reasons(unknown.Scene) is var reasons and not UnknownReasons.NoValue
                    ? Ledger(l.Name, reasons)
                    : Open(l.Name));
            default:
                return unknown.Leaves.Select(l => l is CompiledLeaf.Open open ? Open(open.Name) : Site([], l.Reasons(unknown.Scene)));
        }
    }

    private static bool IsAboutPlace(Unknown unknown) => unknown.Key.Kind is VariableKind.Place or VariableKind.Guard;

    private IEnumerable<Question> Pair(CompiledLeaf.Pair pair, Scene scene)
    {
        foreach (var source in new[] { pair.Left, pair.Right })
        {
            if (source.RangeIn(scene) is { IsPoint: true })
            {
                continue;
            }

            if (source.Fact is not { } fact)
            {
                yield return Place(source.Layer, new(source.Variable(scene), scene, program));
            }
            else if (fact.IsField && scene.Item is not null)
            {
                yield return Field(fact.Variable(scene), scene);
            }
            else
            {
                var slot = fact.IsField ? fact.ItemsSlot : fact.Definition.Slot;
                yield return Attribute(program.Pack.Vocabulary.Attributes[slot], sheet.Attributes[slot]);
            }
        }
    }

    private static Question Attribute(AttributeDefinition definition, Fact fact) => new()
    {
        Attribute = definition.Id,
        Ask = definition.Ask,
        AnsweredBy = definition.AnsweredBy,
        Evidence = definition.Evidence,
        Definition = definition,
        Reasons = fact.Value is FactValue.Unknown unknown ? unknown.Reasons : UnknownReasons.Imprecise,
        Cost = definition.Cost,
        Decides = [],
    };

    private Question Field(VariableKey key, Scene scene)
    {
        var items = program.Pack.Vocabulary.Attributes[key.First];
        var field = ((AttributeType.Items)items.Type).Fields[key.Third];
        return Attribute(field, scene.Item!.Fields[key.Third]) with
        {
            Attribute = $"{items.Id}[{(key.Second + 1).ToString(CultureInfo.InvariantCulture)}].{field.Id}",
        };
    }

    // The attribute that can still settle the place: the distance when a rule asks for one, else whether the site is inside.
    private Question Place(int slot, Unknown unknown)
    {
        var layer = program.Pack.Vocabulary.Layers[slot];
        var place = unknown.Scene.Places[slot];
        var id = unknown.Leaves.Any(l => l is CompiledLeaf.PlaceNumber { Measure: PlaceMeasure.Distance })
            ? Vocabulary.DistanceToLayer(layer.Id)
            : Vocabulary.InLayer(layer.Id);
        program.Pack.Vocabulary.TryFind(id, out var definition);
        return new()
        {
            Attribute = id,
            Ask = definition?.Ask ?? layer.Ask,
            AnsweredBy = place.Reasons == UnknownReasons.Imprecise ? Answerer.Surveyor : layer.AnsweredBy,
            Definition = definition,
            Reasons = place.Reasons,
            Cost = definition?.Cost ?? 3,
            Decides = [],
        };
    }

    private static Question Ledger(string name, UnknownReasons reasons) => new()
    {
        Attribute = $"ledger.{name}",
        Ask = new($"请提供台账 {name} 在法律时点前有效期内的快照", $"Give a snapshot of the ledger {name} that is not too old on the governing date"),
        AnsweredBy = Answerer.Authority,
        Reasons = reasons,
        Cost = 4,
        Decides = [],
    };

    private static Question Open(string name) => new()
    {
        Attribute = name,
        Ask = new($"法规引用的 {name} 在法律时点没有公布的值，请主管部门明确", $"The law refers to {name}, which is not published for the governing date; ask the authority"),
        AnsweredBy = Answerer.Authority,
        Reasons = UnknownReasons.NoValue,
        Cost = 9,
        Decides = [],
    };
}
