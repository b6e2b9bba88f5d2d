using System.Collections.Immutable;
using System.Globalization;
using ZoningRules.Facts;
using ZoningRules.Locations;
using ZoningRules.RulePacks;

namespace ZoningRules.Tests.Analysis.Smt;

/// <summary>One norm as three formulas: where it applies, where it is met, and where it is met in every reading.</summary>
internal sealed record SmtNorm(Requirement Requirement, Norm Norm, string Applies, string OwnMeets, string Meets, string Surely)
{
    public bool Forbids => Norm.Effect is Effect.Prohibit or Effect.Require or Effect.Cap;
}

/// <summary>
/// Writes the norms of packs as SMT-LIB 2 over a proposal of which nothing is known, from docs/semantics.md and the rule files alone: integers for choices and codes, reals for
/// numbers, truths for the rest. It knows nothing of cells, of decision diagrams or of the compiled form.
/// </summary>
internal sealed class SmtNorms(DateOnly date)
{
    private readonly SortedDictionary<string, string> declared = new(StringComparer.Ordinal);
    private readonly List<string> facts = [];
    private readonly Dictionary<string, Cap> caps = new(StringComparer.Ordinal);

    /// <summary>The norms that count on the date, in the order of the pack; two packs of one vocabulary may be written one after the other.</summary>
    public ImmutableArray<SmtNorm> Write(RulePack pack)
    {
        Places(pack);
        Units(pack);
        var counting = pack.Norms.Where(n => n.Norm.Effect != Effect.Manual && Oracle.OracleRules.InForce(n.Requirement, date) && n.Norm.Target?.Binds(date) != false).ToArray();
        var asked = new Dictionary<string, int>(StringComparer.Ordinal);
        var own = counting.ToDictionary(n => n.Norm.Id, n => Own(n.Requirement, n.Norm, asked), StringComparer.Ordinal);
        return [.. counting.Select(n =>
        {
            var applies = Guarded(n.Requirement, n.Norm, Folded(counting, own, n.Norm));
            var readings = Readings(n.Norm, asked);
            var bad = readings.Select(r => And([applies, r])).ToArray();
            return new SmtNorm(
                n.Requirement, n.Norm, applies, And([Guarded(n.Requirement, n.Norm, own[n.Norm.Id]), Or(readings)]), Or(bad), And(bad));
        })];
    }

    /// <summary>Declarations and what is true of every proposal.</summary>
    public string Preamble() =>
        string.Concat(declared.Select(d => $"(declare-const {d.Key} {d.Value})\n")) + string.Concat(facts.Distinct().Select(f => $"(assert {f})\n"));

    public static string And(IEnumerable<string> parts) => parts.ToArray() is { Length: > 0 } all ? $"(and {string.Join(' ', all)})" : "true";

    public static string Or(IEnumerable<string> parts) => parts.ToArray() is { Length: > 0 } any ? $"(or {string.Join(' ', any)})" : "false";

    public static string Not(string part) => $"(not {part})";

    /// <summary>The site lies in units of this category and of no other; of none when it is null.</summary>
    public static string Only(ControlCategory? category) =>
        And(Enum.GetValues<ControlCategory>().Select(c => c == category ? Category(c) : Not(Category(c))));

    /// <summary>An attribute of type choice has its option.</summary>
    public string Chosen(AttributeDefinition definition, int option) => $"(= {Integer(Name(definition, null), Options(definition))} {option})";

    private static string Category(ControlCategory category) => $"|category {category}|";

    private static string Name(AttributeDefinition definition, AttributeDefinition? collection) => collection is null ? $"|{definition.Id}|" : $"|{collection.Id}[].{definition.Id}|";

    private static int Options(AttributeDefinition definition) => definition.Type is AttributeType.Choice choice ? choice.Options.Length : 2;

    private static string Real(decimal value) => value < 0 ? $"(- {Real(-value)})" : value.ToString(CultureInfo.InvariantCulture) is var text && text.Contains('.') ? text : text + ".0";

    private string Declare(string name, string sort)
    {
        declared[name] = sort;
        return name;
    }

    private string Integer(string name, int count)
    {
        facts.Add($"(and (>= {name} 0) (< {name} {count}))");
        return Declare(name, "Int");
    }

    private static string OfSite(string what, string layer) => $"|{what} {layer}|";

    // How a site can lie to a layer: outside at some distance, partly inside, or within; and a part of a layer lies in the layer.
    private void Places(RulePack pack)
    {
        foreach (var layer in pack.Vocabulary.Layers)
        {
            var (isIn, within) = (Declare(OfSite("in", layer.Id), "Bool"), Declare(OfSite("within", layer.Id), "Bool"));
            var (distance, overlap, share) = (Declare(OfSite("distance", layer.Id), "Real"), Declare(OfSite("overlap", layer.Id), "Real"), Declare(OfSite("share", layer.Id), "Real"));
            facts.Add($"(=> {within} {isIn})");
            facts.Add($"(ite {isIn} (and (= {distance} 0.0) (>= {overlap} 0.0) (>= {share} 0.0) (<= {share} 1.0)) (and (>= {distance} 0.0) (= {overlap} 0.0) (= {share} 0.0)))");
            facts.Add($"(=> {within} (= {share} 1.0))");
            if (layer.PartOf is { } whole)
            {
                facts.Add($"(and (=> {isIn} {OfSite("in", whole)}) (=> {within} {OfSite("within", whole)}))");
            }
        }
    }

    private void Units(RulePack pack)
    {
        foreach (var category in Enum.GetValues<ControlCategory>())
        {
            Declare(Category(category), "Bool");
            if (pack.Units.Where(u => u.Category == category).Select(u => Declare($"|unit {u.Code}|", "Bool")).ToArray() is { Length: > 0 } units)
            {
                facts.Add($"(= {Category(category)} {Or(units)})");
            }
        }
    }

    private string Guarded(Requirement requirement, Norm norm, string about)
    {
        var guard = requirement.Scope switch
        {
            Scope.InCategory category => Category(category.Category),
            Scope.InUnit unit => $"|unit {unit.Code}|",
            _ => "true",
        };
        return And([guard, norm.ForEach is { } collection ? Declare($"|some {collection.Id}|", "Bool") : "true", about]);
    }

    // Zone, applies and not unless.
    private string Own(Requirement requirement, Norm norm, Dictionary<string, int> asked) => And(
    [
        requirement.Scope is Scope.InZone zone ? OfSite("in", zone.Layer) : "true",
        norm.Applies is { } applies ? Of(applies, norm, asked) : "true",
        norm.Unless is { } unless ? Not(Of(unless, norm, asked)) : "true",
    ]);

    // And no exception applies, of which one that counts in some units only needs every unit hit to be such.
    private string Folded((Requirement Requirement, Norm Norm)[] counting, Dictionary<string, string> own, Norm norm) => And(
    [
        own[norm.Id],
        .. counting.Where(e => e.Norm.ExceptionTo == norm.Id).Select(e => Not(And(
        [
            e.Requirement.Scope is Scope.InCategory or Scope.InUnit ? Declare($"|only {e.Requirement.Scope}|", "Bool") : "true",
            Folded(counting, own, e.Norm),
        ]))),
    ]);

    private string[] Readings(Norm norm, Dictionary<string, int> asked)
    {
        if (norm.Cap is { } cap)
        {
            // The same cap in two editions is exceeded in both or in neither.
            caps.TryAdd(norm.Id, cap);
            var edition = Same(caps[norm.Id], cap) ? string.Empty : " new";
            return [And([$"(> {Number(cap.Increment, null)} 0.0)", Declare($"|exceeded {norm.Id}{edition}|", "Bool")])];
        }

        Condition[] all = norm.When is { } when ? [when] : [.. Oracle.OracleRules.ReadingsThatCount(norm, null)];
        return [.. all.Select(w => norm.Effect == Effect.Require ? Not(Of(w, norm, asked)) : Of(w, norm, asked))];
    }

    private static bool Same(Cap a, Cap b) => (a.Ledger, a.Increment.Id, a.Inclusive) == (b.Ledger, b.Increment.Id, b.Inclusive) && a.Limit == b.Limit;

    private string Of(Condition condition, Norm norm, Dictionary<string, int> asked) => condition switch
    {
        Condition.All all => And(all.Parts.Select(p => Of(p, norm, asked))),
        Condition.Any any => Or(any.Parts.Select(p => Of(p, norm, asked))),
        Condition.Not not => Not(Of(not.Part, norm, asked)),
        Condition.Leaf leaf => Of(leaf.Test, norm, asked),
        _ => throw new InvalidOperationException(),
    };

    private string Of(LeafTest test, Norm norm, Dictionary<string, int> asked) => test switch
    {
        LeafTest.OneOf one => Options(Integer(Name(one.Of, norm), Options(Definition(one.Of))), one.Mask),
        LeafTest.Includes includes => Or(Bits(includes.Mask).Select(i => Declare(Name(includes.Of, norm).TrimEnd('|') + $" {i}|", "Bool"))),
        LeafTest.CodeIn codes => Codes(Code(codes.Of, norm, codes.System), codes.Codes),
        LeafTest.OnList { List: var list } on => list.Editions.FirstOrDefault(e => Holds(e.InForce)) is { } edition
            ? OnList(Code(on.Of, norm, list.System), edition, on.Decision)
            : Unpublished(norm, asked),
        LeafTest.Compare compare => Compared(Number(compare.Of, norm), compare.Comparison, Real(compare.Limit)),
        LeafTest.CompareParameter compare => compare.Limit.Values.FirstOrDefault(v => Holds(v.InForce)) is { } value
            ? Compared(Number(compare.Of, norm), compare.Comparison, Real(value.Value.ToBase().Low))
            : Unpublished(norm, asked),
        LeafTest.CompareOperands pair => Compared(Number(pair.Left, norm), pair.Comparison, Number(pair.Right, norm)),
        LeafTest.SiteIn place => OfSite("in", place.Layer),
        LeafTest.SiteWithin place => OfSite("within", place.Layer),
        _ => throw new InvalidOperationException(),
    };

    private bool Holds(Period period) => period.From <= date && (period.Until is not { } until || date < until);

    private string OnList(string code, CodeListEdition edition, AttributeDefinition? decision)
    {
        var kept = Not(Codes(code, edition.Except));
        var member = And([Codes(code, edition.Members), kept]);
        return decision is null ? member : Or([member, And([Codes(code, edition.Review), kept, Chosen(decision, 1)])]);
    }

    // What nobody publishes may be so or not, for each line on its own; the same line of another edition says the same.
    private string Unpublished(Norm norm, Dictionary<string, int> asked)
    {
        var number = asked.GetValueOrDefault(norm.Id);
        asked[norm.Id] = number + 1;
        return Declare($"|unpublished {norm.Id} {number}|", "Bool");
    }

    private string Code(Operand operand, Norm norm, CodeSystem system) => Integer(Name(operand, norm), system.FinestCount);

    private static string Codes(string code, IEnumerable<CodeEntry> entries) =>
        Or(entries.Select(e => $"(and (>= {code} {e.First}) (< {code} {e.First + e.Count}))"));

    private static string Options(string name, ulong mask) => Or(Bits(mask).Select(i => $"(= {name} {i})"));

    private static IEnumerable<int> Bits(ulong mask) => Enumerable.Range(0, 64).Where(i => (mask >> i & 1) != 0);

    private static AttributeDefinition Definition(Operand operand) => operand switch
    {
        Operand.OfProposal attribute => attribute.Definition,
        Operand.OfItem field => field.Definition,
        _ => throw new InvalidOperationException(),
    };

    private static string Name(Operand operand, Norm norm) => Name(Definition(operand), operand is Operand.OfItem ? norm.ForEach : null);

    private string Number(Operand operand, Norm norm) => operand switch
    {
        Operand.Distance place => OfSite("distance", place.Layer),
        Operand.Overlap place => OfSite("overlap", place.Layer),
        Operand.Share place => OfSite("share", place.Layer),
        Operand.OfItem field => Number(field.Definition, norm.ForEach),
        _ => Number(Definition(operand), null),
    };

    private string Number(AttributeDefinition definition, AttributeDefinition? collection)
    {
        var name = Declare(Name(definition, collection), "Real");
        var bounds = (AttributeType.Number)definition.Type;
        facts.AddRange(bounds.Minimum is { } low ? [$"(>= {name} {Real(low)})"] : []);
        facts.AddRange(bounds.Maximum is { } high ? [$"(<= {name} {Real(high)})"] : []);
        return name;
    }

    private static string Compared(string left, Comparison comparison, string right) => comparison switch
    {
        Comparison.AtMost => $"(<= {left} {right})",
        Comparison.LessThan => $"(< {left} {right})",
        Comparison.AtLeast => $"(>= {left} {right})",
        _ => $"(> {left} {right})",
    };
}
