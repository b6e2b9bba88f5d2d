using System.Globalization;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Problems.Sources;

namespace ZoningRules.RulePacks.Loading;

/// <summary>Reads the measures of vocabulary/*.yaml and resolves their conversions.</summary>
internal sealed class MeasureReader
{
    private readonly PackDraft draft;
    private readonly ProblemList problems;
    private readonly Dictionary<string, (SourceEntry Entry, Members Members)> declared = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MeasureUnit?> resolved = new(StringComparer.Ordinal);
    private readonly HashSet<string> open = new(StringComparer.Ordinal);

    private MeasureReader(PackDraft draft)
    {
        this.draft = draft;
        problems = draft.Problems;
    }

    public static void Read(PackDraft draft, IEnumerable<Members> files) => new MeasureReader(draft).ReadAll(files);

    private void ReadAll(IEnumerable<Members> files)
    {
        foreach (var entry in files.SelectMany(f => f.Entries("measures")))
        {
            Declare(entry);
        }

        foreach (var name in declared.Keys)
        {
            Resolve(name);
        }

        var bases = new Dictionary<string, MeasureUnit>(StringComparer.Ordinal);
        foreach (var measure in resolved.Values.OfType<MeasureUnit>().Where(m => !declared[m.Name].Members.Has("to")))
        {
            if (!bases.TryAdd(measure.Dimension, measure))
            {
                problems.Add(
                    ProblemCode.DuplicateId,
                    declared[measure.Name].Members.PlaceOfValue("dimension"),
                    measure.Dimension,
                    declared[bases[measure.Dimension].Name].Members.PlaceOfValue("dimension").ToString());
            }
            else if (MeasureTable.Standard.BaseOf(measure.Dimension) is not null)
            {
                problems.Add(ProblemCode.DuplicateId, declared[measure.Name].Members.PlaceOfValue("dimension"), measure.Dimension, "—");
            }
        }

        draft.Measures = new(resolved.Values.OfType<MeasureUnit>());
    }

    private void Declare(SourceEntry entry)
    {
        var place = entry.Key.Place;
        if (!IsName(entry.Name))
        {
            problems.Add(ProblemCode.BadId, place, Naming.Shortened(entry.Name));
            return;
        }

        if (MeasureTable.Standard.TryFind(entry.Name, out _) || declared.ContainsKey(entry.Name))
        {
            var other = declared.TryGetValue(entry.Name, out var before) ? before.Entry.Key.Place.ToString() : "—";
            problems.Add(ProblemCode.DuplicateId, place, entry.Name, other);
            return;
        }

        var converts = entry.Node is SourceNode.Map map && map["to"] is not null;
        if (Members.Open(entry.Node, entry.Name, converts ? PackMembers.Conversion : PackMembers.BaseMeasure, problems, place) is { } members)
        {
            declared.Add(entry.Name, (entry, members));
        }
    }

    // A name may begin with digits (`10k-t/a`), since a space stands between number and name, but it is never a number itself.
    private static bool IsName(string name)
    {
        if (name.Length is 0 or > 40 || name[0] is '.' or '-' or '+' || !name.AsSpan().ContainsAnyExceptInRange('*', '9'))
        {
            return false;
        }

        foreach (var c in name)
        {
            if (!char.IsAscii(c) || char.IsControl(c) || c is ' ' or ',' or '(' or ')' or '[' or ']' or '{' or '}' or '"' or '\'' or '`')
            {
                return false;
            }
        }

        return !name.Contains("..", StringComparison.Ordinal);
    }

    private MeasureUnit? Resolve(string name)
    {
        if (resolved.TryGetValue(name, out var done))
        {
            return done;
        }

        var (entry, members) = declared[name];
        if (!open.Add(name))
        {
            problems.Add(ProblemCode.ConversionCycle, entry.Key.Place, name);
            return resolved[name] = null;
        }

        var measure = members.Has("to") ? Converted(name, members) : new MeasureUnit(name, members.Text("dimension"), 1, 1, 0, members.Local("label"));
        if (!members.Has("to"))
        {
            draft.CheckId(measure!.Dimension, members.PlaceOfValue("dimension"));
        }

        open.Remove(name);
        resolved.TryAdd(name, measure);
        return resolved[name];
    }

    private MeasureUnit? Converted(string name, Members members)
    {
        var label = members.Local("label");
        var factor = Factor(members);
        var approximate = Approximate(members);
        var to = members.Text("to");
        MeasureUnit? target;
        if (declared.ContainsKey(to))
        {
            target = Resolve(to);
        }
        else if (!MeasureTable.Standard.TryFind(to, out target))
        {
            if (!Shapes.IsPlaceholder(to))
            {
                var known = declared.Keys.Concat(MeasureTable.Standard.All.Select(m => m.Name));
                problems.Add(ProblemCode.UnknownName, members.PlaceOfValue("to"), "计量单位", "measure", Naming.Shortened(to), Naming.Nearest(to, known));
            }
        }

        if (target is null || factor is not { } ratio || approximate is not { } percent)
        {
            return null;
        }

        try
        {
            return new(
                name,
                target.Dimension,
                ratio.Numerator * target.Numerator,
                ratio.Denominator * target.Denominator,
                percent + target.ApproximatePercent + (percent * target.ApproximatePercent / 100),
                label);
        }
        catch (OverflowException)
        {
            problems.Add(ProblemCode.OutOfRange, members.PlaceOfValue("factor"), "factor", members.Text("factor"), "±7.9e28");
            return null;
        }
    }

    private (decimal Numerator, decimal Denominator)? Factor(Members members)
    {
        if (members.TextNode("factor") is not { } node)
        {
            return null;
        }

        var text = node.Value;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var denominator = 1m;
        if (!MeasureTable.TryParseNumber(slash < 0 ? text : text.AsSpan(0, slash), out var numerator)
            || (slash >= 0 && !MeasureTable.TryParseNumber(text.AsSpan(slash + 1), out denominator)))
        {
            problems.Add(ProblemCode.BadNumber, node.Place, "factor", Naming.Shortened(text));
            return null;
        }

        if (numerator <= 0 || denominator <= 0)
        {
            problems.Add(ProblemCode.OutOfRange, node.Place, "factor", Naming.Shortened(text), "> 0");
            return null;
        }

        return (numerator, denominator);
    }

    private decimal? Approximate(Members members)
    {
        if (!members.Has("approximate"))
        {
            return 0;
        }

        if (members.TextNode("approximate") is not { } node
            || MeasureText.Read(MeasureTable.Standard, "approximate", node.Value, MeasureTable.Percent, node.Place, problems) is not { } share)
        {
            return null;
        }

        if (share.Value is < 0 or >= 100)
        {
            problems.Add(ProblemCode.OutOfRange, node.Place, "approximate", share.Value.ToString(CultureInfo.InvariantCulture), "0..100 %");
            return null;
        }

        return share.Value;
    }
}
