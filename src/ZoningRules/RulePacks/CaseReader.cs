using System.Collections.Immutable;
using ZoningRules.Facts;
using ZoningRules.Problems;
using ZoningRules.Problems.Sources;
using ZoningRules.Proposals;
using ZoningRules.RulePacks.Loading;

namespace ZoningRules.RulePacks;

/// <summary>Reads the test cases of a rule pack.</summary>
public sealed class CaseReader
{
    private const string Schema = "zoning-case/1";
    private const string CaseFolder = "cases/";
    private const string BaseFolder = "cases/bases/";

    private static readonly LocalText OfCase = new("测试用例给定", "given by the case");

    private readonly RulePack pack;
    private readonly PackFiles? files;
    private readonly ProblemList problems;
    private readonly Dictionary<string, Parts?> bases = new(StringComparer.Ordinal);

    private CaseReader(RulePack pack, PackFiles? files, ProblemList problems)
    {
        this.pack = pack;
        this.files = files;
        this.problems = problems;
    }

    /// <summary>Reads all cases below <c>cases/</c> in the folder of a pack, ordered by path; none when there is no such folder.</summary>
    /// <param name="folder">The folder of the pack, as messages should show it.</param>
    /// <param name="pack">The pack.</param>
    public static Loaded<IReadOnlyList<RuleCase>> Read(string folder, RulePack pack)
    {
        var problems = new ProblemList();
        var cases = new List<RuleCase>();
        if (PackFiles.List(folder, problems) is { } files)
        {
            var reader = new CaseReader(pack, files, problems);
            foreach (var path in files.Paths.Where(p => p.StartsWith(CaseFolder, StringComparison.Ordinal) && PackFiles.IsYaml(p)))
            {
                if (path.StartsWith(BaseFolder, StringComparison.Ordinal))
                {
                    reader.Base(path, null);
                }
                else if (reader.Case(path) is { } found)
                {
                    cases.Add(found);
                }
            }
        }

        return problems.Result<IReadOnlyList<RuleCase>>(() => cases);
    }

    /// <summary>Reads one case that is already in memory. It may not have a base.</summary>
    /// <param name="name">A name for messages, and the path of the case.</param>
    /// <param name="content">The bytes of the file, in UTF-8.</param>
    /// <param name="pack">The pack.</param>
    public static Loaded<RuleCase> Parse(string name, ReadOnlySpan<byte> content, RulePack pack)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(pack);
        var problems = new ProblemList();
        var reader = new CaseReader(pack, null, problems);
        RuleCase? found = null;
        if (SourceFile.Check(name, content, SourceFile.RuleFileLimit, problems) is { } file
            && YamlNodes.Read(file, problems) is { } node
            && Shapes.IsMap(node, name, problems, null, out var map)
            && SchemaLine.Check(map, Schema, problems)
            && Members.Open(map, name, PackMembers.Case, problems, file.Whole) is { } members)
        {
            if (members.TextNode("base") is { } supplied)
            {
                problems.Add(ProblemCode.UnknownName, supplied.Place, "基础用例", "base", Naming.Shortened(supplied.Value), string.Empty);
            }

            found = reader.Case(members, reader.PartsOf(members), name, name);
        }

        return problems.Result(() => found ?? throw new System.Diagnostics.UnreachableException());
    }

    private Members? Open(string path, MemberSet set, SourcePlace? mention)
    {
        if (!path.EndsWith(".yaml", StringComparison.Ordinal))
        {
            problems.Add(ProblemCode.FileUnexpected, new(files!.Shown(path)), path);
            return null;
        }

        return files!.ReadText(path, mention) is { } file
            && YamlNodes.Read(file, problems) is { } node
            && Shapes.IsMap(node, path, problems, null, out var map)
            && SchemaLine.Check(map, Schema, problems)
                ? Members.Open(map, path, set, problems, file.Whole)
                : null;
    }

    private Parts? Base(string path, SourcePlace? mention)
    {
        if (!bases.TryGetValue(path, out var parts))
        {
            parts = Open(path, PackMembers.CaseBase, mention) is { } members ? PartsOf(members) : null;
            bases.Add(path, parts);
        }

        return parts;
    }

    private RuleCase? Case(string path)
    {
        if (Open(path, PackMembers.Case, null) is not { } members)
        {
            return null;
        }

        var parts = PartsOf(members);
        if (members.TextNode("base") is { } name)
        {
            var basePath = $"{BaseFolder}{name.Value}.yaml";
            if (!files!.Paths.Contains(basePath))
            {
                var known = files.Paths.Where(p => p.StartsWith(BaseFolder, StringComparison.Ordinal)).Select(Path.GetFileNameWithoutExtension);
                problems.Add(
                    ProblemCode.UnknownName, name.Place, "基础用例", "base", Naming.Shortened(name.Value), Naming.Nearest(name.Value, known.OfType<string>()));
                return null;
            }

            if (Base(basePath, name.Place) is not { } supplied)
            {
                return null;
            }

            parts = parts.Over(supplied);
        }

        return Case(members, parts, path[CaseFolder.Length..], files!.Shown(path));
    }

    private RuleCase Case(Members members, Parts parts, string path, string shown)
    {
        var local = members.Local("name");
        var date = members.Date("date");
        var attributes = parts.Given.Where(IsStated).ToImmutableArray();
        var proposal = new Proposal(
            local.Zh,
            date,
            SiteReader.Town(attributes) is { } town ? town : new Site.NotStated(),
            attributes,
            [.. parts.Decisions.Where(IsStated).Select(d => new OfficerDecision(d.Attribute, d.Value, OfCase.Zh, date, OfCase.Zh, d.Place))],
            shown);
        var facts = DeclaredFacts.Bind(pack.Vocabulary, proposal);
        problems.AddAll(facts.Problems);
        return new()
        {
            Name = local,
            Date = date,
            Proposal = proposal,
            Location = parts.At is { } at ? CaseLocation.Read(at.Node, at.Key.Place, pack, problems) : null,
            Ledgers = [.. LedgerEntries.Read(parts.Ledgers, [pack], string.Empty, problems).OrderBy(l => l.Name, StringComparer.Ordinal)],
            Expectations = members["expect"] is { } expect ? Expectations(expect, members.PlaceOf("expect")) : new() { Verdict = Shapes.Placeholder },
            Path = path,
            Place = members.PlaceOf("name"),
        };
    }

    private static bool IsStated(DeclaredValue value) => value.Value is not RawValue.Text { Value: FactBinder.Unknown };

    private Parts PartsOf(Members members) => new(
        RawValues.Attributes(members.Entries("given"), problems),
        RawValues.Attributes(members.Entries("decisions"), problems),
        members.Map.Entries.FirstOrDefault(e => e.Name == "at"),
        members.Entries("ledgers"));

    private CaseExpectations Expectations(SourceNode node, SourcePlace place)
    {
        if (Members.Open(node, "expect", PackMembers.Expect, problems, place) is not { } members)
        {
            return new() { Verdict = Shapes.Placeholder };
        }

        var findings = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        foreach (var entry in members.Entries("findings"))
        {
            Norm(entry.Key);
            if (Shapes.Text(entry.Node, entry.Name, problems, entry.Key.Place) is not null)
            {
                findings.Add(new(entry.Name, Word((SourceNode.Text)entry.Node, entry.Name, CaseWords.Outcomes)));
            }
        }

        return new()
        {
            Verdict = members.TextNode("verdict") is { } verdict ? Word(verdict, "verdict", CaseWords.Verdicts) : Shapes.Placeholder,
            Possible = members.Has("possible") ? [.. members.Texts("possible").Select(t => Word(t, "possible", CaseWords.Verdicts))] : null,
            Findings = findings.DrainToImmutable(),
            Lapsed = [.. members.Texts("lapsed").Select(Norm)],
            Questions = members.Has("questions") ? [.. members.Texts("questions").Select(Attribute)] : null,
            Asked = [.. members.Texts("asked").Select(Attribute)],
            NotAsked = [.. members.Texts("not-asked").Select(Attribute)],
            Obligations = [.. members.Texts("obligations").Select(Norm)],
        };
    }

    private string Word(SourceNode.Text node, string member, ImmutableArray<string> words)
    {
        if (!words.Contains(node.Value))
        {
            problems.Add(ProblemCode.NotAChoice, node.Place, member, Naming.Shortened(node.Value), Naming.Listed(words));
        }

        return node.Value;
    }

    private string Norm(SourceNode.Text node)
    {
        if (!pack.Norms.Any(n => n.Norm.Id == node.Value))
        {
            problems.Add(
                ProblemCode.UnknownName,
                node.Place,
                "规范",
                "norm",
                Naming.Shortened(node.Value),
                Naming.Nearest(node.Value, pack.Norms.Select(n => n.Norm.Id)));
        }

        return node.Value;
    }

    // `site`, `ledger.NAME`, an attribute, or `items[1].field`.
    private string Attribute(SourceNode.Text node)
    {
        var name = node.Value;
        var bracket = name.IndexOf('[', StringComparison.Ordinal);
        var collection = bracket < 0 ? name : name[..bracket];
        var known = name == "site"
            || (name.StartsWith("ledger.", StringComparison.Ordinal) && pack.Norms.Any(n => n.Norm.Cap?.Ledger == name["ledger.".Length..]))
            || (pack.Vocabulary.TryFind(collection, out var definition) && (bracket < 0 || IsField(definition, name[bracket..])));
        if (!known)
        {
            problems.Add(pack.Vocabulary.UnknownAttribute(name, node.Place));
        }

        return name;
    }

    private static bool IsField(AttributeDefinition definition, string rest)
    {
        var close = rest.IndexOf("].", StringComparison.Ordinal);
        return definition.Type is AttributeType.Items items
            && close > 1
            && !rest.AsSpan(1, close - 1).ContainsAnyExceptInRange('0', '9')
            && items.Fields.Any(f => f.Id == rest[(close + 2)..]);
    }

    private sealed record Parts(
        ImmutableArray<DeclaredValue> Given, ImmutableArray<DeclaredValue> Decisions, SourceEntry? At, ImmutableArray<SourceEntry> Ledgers)
    {
        // What is said here counts; the base supplies the rest. A location is supplied as a whole or not at all.
        public Parts Over(Parts supplied) => new(
            Merged(Given, supplied.Given, v => v.Attribute),
            Merged(Decisions, supplied.Decisions, v => v.Attribute),
            At ?? supplied.At,
            Merged(Ledgers, supplied.Ledgers, e => e.Name));

        private static ImmutableArray<T> Merged<T>(ImmutableArray<T> own, ImmutableArray<T> supplied, Func<T, string> name)
        {
            var names = own.Select(name).ToHashSet(StringComparer.Ordinal);
            return [.. own, .. supplied.Where(s => !names.Contains(name(s)))];
        }
    }
}
