using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using ZoningRules.Problems.Sources;
using ZoningRules.Proposals;
using ZoningRules.RulePacks.Loading;

namespace ZoningRules.Tests.RulePacks;

/// <summary>The published schemas say what the readers accept.</summary>
public sealed class SchemaTests
{
    private static readonly ImmutableArray<string> Names = ["rule-pack", "zoning-case", "proposal", "ledgers"];

    private static readonly Dictionary<string, JsonElement> Schemas = Names.ToDictionary(n => n, n =>
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Root, "docs", "schemas", n + ".schema.json"))).RootElement);

    private static IEnumerable<MemberSet> Sets =>
        from type in (Type[])[typeof(PackMembers), typeof(ProposalMembers), typeof(MemberSet)]
        from declared in type.GetFields(BindingFlags.Static | BindingFlags.Public)
        where declared.FieldType == typeof(MemberSet)
        select (MemberSet)declared.GetValue(null)!;

    [Theory]
    [InlineData("rule-pack")]
    [InlineData("zoning-case")]
    public void EveryMemberThatAuthorsMeet_HasAHoverText(string name)
    {
        var silent = new List<string>();
        foreach (var definition in Schemas[name].GetProperty("$defs").EnumerateObject().Where(d => d.Value.TryGetProperty("properties", out _)))
        {
            silent.AddRange(definition.Value.GetProperty("properties").EnumerateObject()
                .Where(p => !p.Value.TryGetProperty("description", out var text) || text.GetString() is null or "")
                .Select(p => $"{definition.Name}.{p.Name}"));
        }

        Assert.Empty(silent);
    }

    [Fact]
    public void Modeline_OfTheTutorial_NamesASchemaAndChangesNothing()
    {
        var line = File.ReadLines(Path.Combine(Repository.Root, "docs", "writing-rules.md")).Single(l => l.StartsWith("# yaml-language-server: $schema=..", StringComparison.Ordinal));
        var schema = line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..];
        Assert.True(File.Exists(Path.Combine(Repository.Root, "rules", "jingdezhen", schema)), schema);
        using var plain = new SmallPack();
        using var marked = new SmallPack();
        marked.Write("manifest.yaml", $"{line}\n{File.ReadAllText(Path.Combine(marked.Folder, "manifest.yaml"))}");

        Assert.Equal(plain.Read().Require().Norms.Select(n => n.Norm.Id), marked.Read().Require().Norms.Select(n => n.Norm.Id));
    }

    [Fact]
    public void EveryMemberSet_IsPublishedWithTheSameMembers()
    {
        Assert.True(Sets.Count() > 40);
        foreach (var set in Sets)
        {
            var published = Schemas.Values.Where(s => s.GetProperty("$defs").TryGetProperty(set.Name, out _)).Select(s => s.GetProperty("$defs").GetProperty(set.Name)).ToList();
            Assert.True(published.Count > 0, $"no schema defines {set.Name}");
            foreach (var definition in published)
            {
                Assert.Equal(set.All.Order(), definition.GetProperty("properties").EnumerateObject().Select(p => p.Name).Order());
                Assert.Equal(set.Required.Order(), definition.GetProperty("required").EnumerateArray().Select(r => r.GetString()!).Order());
                Assert.False(definition.GetProperty("additionalProperties").GetBoolean());
            }
        }
    }

    [Fact]
    public void EveryClosedDefinition_HasAMemberSet()
    {
        var known = Sets.Select(s => s.Name).ToHashSet();
        foreach (var definition in Schemas.Values.SelectMany(s => s.GetProperty("$defs").EnumerateObject()))
        {
            if (definition.Value.TryGetProperty("properties", out _))
            {
                Assert.Contains(definition.Name, known);
            }
        }
    }

    [Theory]
    [InlineData("instrument", "rank")]
    [InlineData("attribute", "type")]
    [InlineData("attribute", "answered-by")]
    [InlineData("attribute", "unknown")]
    [InlineData("unit", "category")]
    [InlineData("requirement", "dimension")]
    [InlineData("norm", "effect")]
    [InlineData("reading", "status")]
    [InlineData("list", "mapping")]
    [InlineData("term", "status")]
    [InlineData("target", "binds")]
    [InlineData("table-column", "kind")]
    [InlineData("table-column", "holds")]
    [InlineData("figure-check", "is")]
    public void Words_ArePublished(string definition, string member)
    {
        var published = Schemas["rule-pack"].GetProperty("$defs").GetProperty(definition).GetProperty("properties").GetProperty(member).GetProperty("enum");
        IEnumerable<string> words = (definition, member) switch
        {
            ("instrument", _) => PackWords.Ranks.Select(w => w.Text),
            (_, "type") => AttributeReader.TypeWords,
            (_, "answered-by") => PackWords.Answerers.Select(w => w.Text),
            (_, "unknown") => PackWords.Reasons.Select(w => w.Text),
            ("unit", _) => PackWords.Categories.Select(w => w.Text),
            ("requirement", _) => PackWords.Dimensions.Select(w => w.Text),
            ("norm", _) => PackWords.Effects.Select(w => w.Text),
            ("reading", _) => PackWords.ReadingStatuses.Select(w => w.Text),
            ("list", _) => PackWords.Mappings.Select(w => w.Text),
            ("term", _) => PackWords.TermStatuses.Select(w => w.Text),
            ("table-column", "kind") => PackWords.ColumnKinds.Select(w => w.Text),
            ("table-column", _) => PackWords.Comparisons.Select(w => w.Text),
            ("figure-check", _) => PackWords.FigureRelations.Select(w => w.Text),
            _ => PackWords.Bindings.Select(w => w.Text),
        };
        Assert.Equal(words.Order(), published.EnumerateArray().Select(e => e.GetString()!).Order());
    }

    [Theory]
    [InlineData("jingdezhen")]
    [InlineData("jingdezhen-minerals")]
    public void EveryFileOfAShippedPack_ObeysItsSchema(string shipped)
    {
        var folder = Path.Combine(Repository.Root, "rules", shipped);
        foreach (var path in Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = path.Contains(Path.DirectorySeparatorChar + "cases" + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? "zoning-case" : "rule-pack";
            AssertObeys(name, Node(path));
        }
    }

    [Fact]
    public void EveryFileOfTheSmallPack_ObeysItsSchema()
    {
        using var pack = TablePack.Make();
        foreach (var path in Directory.EnumerateFiles(pack.Folder, "*.yaml", SearchOption.AllDirectories))
        {
            AssertObeys("rule-pack", Node(path));
        }
    }

    [Theory]
    [InlineData("proposal", "name: n\nsite: {point: [1, 2], crs: EPSG:4490}\nattributes: {a.b: [{c: d}]}\ndecisions: [{attribute: a, value: yes, by: b, date: 2026-01-01, reason: r}]", true)]
    [InlineData("proposal", "name: n\nsite: {coordinates: [[1, 2], [3, 4]]}", true)]
    [InlineData("proposal", "name: n\nsite: {coordinates: [[[1, 2], [3, 4]], [[5, 6]]]}", true)]
    [InlineData("proposal", "name: n\nsite: {geometry: {type: Point, coordinates: [1, 2]}}", true)]
    [InlineData("proposal", "date: 2026-01-01", false)]
    [InlineData("proposal", "name: n\nsites: {}", false)]
    [InlineData("proposal", "name: n\nsite: {point: [1, 2, 3]}", false)]
    [InlineData("ledgers", "schema: zoning-ledgers/1\nledgers: {a: {as-of: 2026-01-01, used: 1 t, reserved: 0 t}}", true)]
    [InlineData("ledgers", "schema: zoning-ledgers/1\nledgers: {a: {used: 1 t, reserved: 0 t}}", false)]
    public void Schema_Text_IsAcceptedOrNot(string schema, string text, bool accepted) => Assert.Equal(accepted, Errors(schema, Node("t.yaml", text)).Count == 0);

    private static SourceNode Node(string path, string? text = null)
    {
        var problems = new ProblemList();
        var file = SourceFile.FromBytes(path, text is null ? File.ReadAllBytes(path) : System.Text.Encoding.UTF8.GetBytes(text))!;
        var node = YamlNodes.Read(file, problems);
        Assert.Equal(0, problems.Count);
        return node!;
    }

    private static void AssertObeys(string schema, SourceNode node)
    {
        var errors = Errors(schema, node);
        Assert.True(errors.Count == 0, $"{node.File.Name}: {string.Join("; ", errors.Take(5))}");
    }

    private static List<string> Errors(string schema, SourceNode node)
    {
        var errors = new List<string>();
        Walk(Schemas[schema], Schemas[schema], node, errors);
        return errors;
    }

    // The part of JSON Schema that our schemas use. Every scalar is text, so a text passes for any scalar type.
    private static void Walk(JsonElement root, JsonElement schema, SourceNode node, List<string> errors)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            Walk(root, root.GetProperty("$defs").GetProperty(reference.GetString()!["#/$defs/".Length..]), node, errors);
        }

        if (schema.TryGetProperty("oneOf", out var choices))
        {
            var fitting = choices.EnumerateArray().Count(c =>
            {
                var inner = new List<string>();
                Walk(root, c, node, inner);
                return inner.Count == 0;
            });
            Check(fitting == 1, $"fits {fitting} of the alternatives");
        }

        if (schema.TryGetProperty("anyOf", out var some))
        {
            var fits = some.EnumerateArray().Any(c =>
            {
                var inner = new List<string>();
                Walk(root, c, node, inner);
                return inner.Count == 0;
            });
            Check(fits, "fits none of the alternatives");
        }

        if (schema.TryGetProperty("type", out var type))
        {
            var types = type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()).ToList() : [type.GetString()];
            Check(types.Contains(node switch { SourceNode.Map => "object", SourceNode.List => "array", _ => "string" }) || (node is SourceNode.Text && types.Any(t => t is "number" or "integer" or "boolean")), $"is no {type}");
        }

        var text = (node as SourceNode.Text)?.Value;
        if (schema.TryGetProperty("const", out var only))
        {
            Check(text == only.GetString(), $"is not {only}");
        }

        if (schema.TryGetProperty("enum", out var words))
        {
            Check(words.EnumerateArray().Any(w => w.GetString() == text), $"is none of {words}");
        }

        if (schema.TryGetProperty("pattern", out var pattern) && text is not null)
        {
            Check(System.Text.RegularExpressions.Regex.IsMatch(text, pattern.GetString()!), $"does not match {pattern}");
        }

        if (node is SourceNode.List list)
        {
            Check(!schema.TryGetProperty("minItems", out var least) || list.Items.Length >= least.GetInt32(), "has too few items");
            Check(!schema.TryGetProperty("maxItems", out var most) || list.Items.Length <= most.GetInt32(), "has too many items");
            if (schema.TryGetProperty("items", out var items))
            {
                foreach (var item in list.Items)
                {
                    Walk(root, items, item, errors);
                }
            }
        }

        if (node is SourceNode.Map map)
        {
            Members(root, schema, map, errors);
        }

        void Check(bool good, string what)
        {
            if (!good)
            {
                errors.Add($"{node.Line}:{node.Column} {what}");
            }
        }
    }

    private static void Members(JsonElement root, JsonElement schema, SourceNode.Map map, List<string> errors)
    {
        if (schema.TryGetProperty("required", out var required))
        {
            errors.AddRange(required.EnumerateArray().Where(r => map[r.GetString()!] is null).Select(r => $"{map.Line}:{map.Column} lacks {r}"));
        }

        if (schema.TryGetProperty("dependentRequired", out var dependent))
        {
            errors.AddRange(
                from member in dependent.EnumerateObject()
                where map[member.Name] is not null
                from needed in member.Value.EnumerateArray()
                where map[needed.GetString()!] is null
                select $"{map.Line}:{map.Column} lacks {needed}");
        }

        if ((schema.TryGetProperty("minProperties", out var least) && map.Entries.Length < least.GetInt32())
            || (schema.TryGetProperty("maxProperties", out var most) && map.Entries.Length > most.GetInt32()))
        {
            errors.Add($"{map.Line}:{map.Column} has too few or too many members");
        }

        foreach (var entry in map.Entries)
        {
            if (schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(entry.Name, out var inner))
            {
                Walk(root, inner, entry.Node, errors);
            }
            else if (schema.TryGetProperty("additionalProperties", out var other))
            {
                if (other.ValueKind == JsonValueKind.False)
                {
                    errors.Add($"{entry.Key.Line}:{entry.Key.Column} unknown {entry.Name}");
                }
                else
                {
                    Walk(root, other, entry.Node, errors);
                }
            }
        }
    }
}
