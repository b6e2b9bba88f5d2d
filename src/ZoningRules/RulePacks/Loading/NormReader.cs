using System.Collections.Immutable;
using ZoningRules.Facts;
using ZoningRules.Problems;
using ZoningRules.Problems.Sources;

namespace ZoningRules.RulePacks.Loading;

/// <summary>Reads one norm.</summary>
internal sealed class NormReader
{
    private readonly PackDraft draft;
    private readonly ProblemList problems;
    private readonly Members members;
    private readonly string id;
    private readonly AttributeDefinition? forEach;
    private readonly string? itemName;
    private readonly OperandParser operands;
    private readonly ConditionParser conditions;

    private NormReader(PackDraft draft, Members members, string id)
    {
        this.draft = draft;
        this.members = members;
        this.id = id;
        problems = draft.Problems;
        (forEach, itemName) = ForEach();
        operands = new(draft, forEach?.Type as AttributeType.Items, itemName);
        conditions = new(draft, new(draft, operands));
    }

    /// <summary>Reads a norm.</summary>
    /// <param name="draft">What it may name.</param>
    /// <param name="members">Its members.</param>
    /// <param name="id">Its id.</param>
    /// <param name="span">The words it encodes.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="ledgers">The dimension of each ledger that a cap has named so far.</param>
    public static Norm Read(PackDraft draft, Members members, string id, string span, SourcePlace place, Dictionary<string, string> ledgers) =>
        new NormReader(draft, members, id).Norm(span, place, ledgers);

    private Norm Norm(string span, SourcePlace place, Dictionary<string, string> ledgers)
    {
        var effect = members["effect"] is { } node ? Shapes.Choice(node, "effect", PackWords.Effects, problems, members.PlaceOf("effect")) : null;
        if (effect is { } known)
        {
            CheckMembers(known);
        }

        var readings = Readings();
        AttributeDefinition? decision = null;
        if (!readings.IsEmpty)
        {
            draft.Vocabulary.TryFind(MadeAttributes.OfReadings(id), out decision);
        }

        return new()
        {
            Id = id,
            Span = span,
            Gist = members.Local("gist"),
            Effect = effect ?? Effect.Manual,
            ForEach = forEach,
            ItemName = itemName,
            Applies = Condition("applies"),
            Unless = Condition("unless"),
            When = Condition("when"),
            Readings = readings,
            ReadingDecision = decision,
            ExceptionTo = members.OptionalText("exception-to"),
            AuthorisedBy = members["authorised-by"] is { } authority
                ? draft.Citation(authority, "authorised-by", members.PlaceOf("authorised-by"))
                : null,
            Obligations = Obligations(),
            Cap = members["cap"] is { } cap ? CapReader.Read(draft, cap, members.PlaceOf("cap"), ledgers) : null,
            Target = Target(),
            Addressee = members.OptionalLocal("addressee"),
            Reason = members.OptionalLocal("reason"),
            Show = Show(),
            Place = place,
        };
    }

    private void CheckMembers(Effect effect)
    {
        var computed = effect is Effect.Prohibit or Effect.Require or Effect.Oblige or Effect.Exit;
        if (computed && members.Has("when") == members.Has("readings"))
        {
            Wrong("effect", "应恰有 when、readings 之一", "it needs exactly one of when and readings");
        }

        foreach (var member in (ReadOnlySpan<string>)["when", "readings"])
        {
            if (!computed && members.Has(member))
            {
                Wrong(member, $"此种 effect 没有 {member}", $"this effect takes no {member}");
            }
        }

        Needs("cap", effect == Effect.Cap);
        Needs("addressee", effect == Effect.Manual);
        Needs("reason", effect == Effect.Manual);
        if (effect is Effect.Oblige or Effect.Exit && members["obligations"] is not SourceNode.List { Items.IsEmpty: false })
        {
            Wrong("effect", "至少要有一项 obligations", "it needs at least one of obligations");
        }

        if (effect == Effect.Cap && members.Has("for-each"))
        {
            Wrong("for-each", "总量控制不能逐项判断", "a cap cannot be about each item");
        }

        if (members.Has("authorised-by") && !members.Has("exception-to"))
        {
            Wrong("authorised-by", "authorised-by 须与 exception-to 同用", "authorised-by needs exception-to");
        }
    }

    private void Needs(string member, bool needed)
    {
        if (needed && !members.Has(member))
        {
            Wrong("effect", $"缺少 {member}", $"it needs {member}");
        }
        else if (!needed && members.Has(member))
        {
            Wrong(member, $"此种 effect 没有 {member}", $"this effect takes no {member}");
        }
    }

    private void Wrong(string member, string reasonZh, string reasonEn) =>
        problems.Add(ProblemCode.EffectMembers, members.PlaceOf(member), id, reasonZh, reasonEn);

    private (AttributeDefinition? Collection, string? ItemName) ForEach()
    {
        if (members.TextNode("for-each") is not { } node)
        {
            return (null, null);
        }

        var line = new LeafLine(node);
        var collection = line.TakeWord();
        var word = line.TakeWord();
        var item = line.Rest.Text;
        if (word.Text != "as" || !Naming.IsId(item) || item.Contains('.', StringComparison.Ordinal))
        {
            problems.Add(ProblemCode.BadLeaf, node.Place, Naming.Shortened(node.Value), "`ITEMS as NAME`");
            return (null, null);
        }

        if (!draft.Vocabulary.TryFind(collection.Text, out var definition))
        {
            var known = draft.Vocabulary.Attributes.Where(a => a.Type is AttributeType.Items).Select(a => a.Id);
            problems.Add(ProblemCode.UnknownAttribute, collection.Place, Naming.Shortened(collection.Text), Naming.Nearest(collection.Text, known));
            return (null, null);
        }

        if (definition.Type is not AttributeType.Items)
        {
            problems.Add(ProblemCode.LeafType, collection.Place, node.Value, $"{collection.Text} 不是集合", $"{collection.Text} is no collection");
            return (null, null);
        }

        var clash = draft.Vocabulary.Attributes.FirstOrDefault(a => a.Id.StartsWith(item + '.', StringComparison.Ordinal));
        if (clash is not null || item == "site")
        {
            problems.Add(ProblemCode.DuplicateId, line.Rest.Place, item, clash?.Place.ToString() ?? "—");
        }

        return (definition, item);
    }

    private Condition? Condition(string member) =>
        members[member] is { } node ? conditions.Parse(node, member, members.PlaceOf(member)) : null;

    private ImmutableArray<Reading> Readings()
    {
        var readings = ImmutableArray.CreateBuilder<Reading>();
        var nodes = members.List("readings");
        foreach (var node in nodes)
        {
            if (Members.Open(node, "readings", PackMembers.Reading, problems) is not { } reading)
            {
                continue;
            }

            var name = reading.Text("id");
            draft.CheckId(name, reading.PlaceOfValue("id"));
            if (readings.FirstOrDefault(r => r.Id == name) is not null)
            {
                problems.Add(ProblemCode.DuplicateId, reading.PlaceOfValue("id"), name, members.PlaceOf("readings").ToString());
            }

            readings.Add(new(
                name,
                reading.Choice("status", PackWords.ReadingStatuses),
                reading.Local("basis"),
                reading["when"] is { } when ? conditions.Parse(when, "when", reading.PlaceOf("when")) : new Condition.All([])));
        }

        if (members["readings"] is SourceNode.List && nodes.Length is < 2 or > 64)
        {
            Wrong("readings", "readings 应有 2 至 64 项", "readings takes 2 to 64 items");
        }

        if (readings.Count(r => r.Status == ReadingStatus.Confirmed) > 1)
        {
            Wrong("readings", "只能有一个 confirmed", "only one reading can be confirmed");
        }

        return readings.DrainToImmutable();
    }

    private ImmutableArray<Obligation> Obligations()
    {
        var obligations = ImmutableArray.CreateBuilder<Obligation>();
        foreach (var node in members.List("obligations"))
        {
            if (Members.Open(node, "obligations", PackMembers.Obligation, problems) is { } obligation)
            {
                obligations.Add(new(obligation.Local("text"), obligation.Local("of"), obligation.Local("due"), obligation.OptionalLocal("authority")));
            }
        }

        return obligations.DrainToImmutable();
    }

    private Target? Target()
    {
        if (members["target"] is not { } node
            || Members.Open(node, "target", PackMembers.Target, problems, members.PlaceOf("target")) is not { } target)
        {
            return null;
        }

        return new(target.Whole("year", 1949, 9999, 1949), target.Choice("binds", PackWords.Bindings));
    }

    private ImmutableArray<KeyValuePair<string, Operand>> Show()
    {
        var shown = ImmutableArray.CreateBuilder<KeyValuePair<string, Operand>>();
        foreach (var node in members.Texts("show"))
        {
            if (operands.Parse(node) is { } operand)
            {
                shown.Add(new(node.Value.Trim(), operand));
            }
        }

        return shown.DrainToImmutable();
    }
}
