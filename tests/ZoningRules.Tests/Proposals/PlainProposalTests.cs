using System.Globalization;
using System.Text;
using ZoningRules.Problems;
using ZoningRules.Proposals;

namespace ZoningRules.Tests.Proposals;

/// <summary>The quick reader gives what the other gives: the same proposal but for places, or the same problems.</summary>
public sealed class PlainProposalTests
{
    private static readonly string[] Texts =
    [
        "\"a\"", "\"\"", "\"  \"", "\"项目\"", "\"\\u4e2d\\n\"", "\"\\ud800\"", "12", "-0.5e3", "true", "false", "null", "[]", "{}", "[\"a\"]", "[[1, \"b\"], []]",
        "{\"x\": 1}", "[{\"fuel\": \"coal\", \"capacity\": \"20 t-steam/h\"}]", "[{\"fuel\": \"coal\", \"fuel\": \"gas\"}]", "[{\"fuel\": \"\"}]", "[null]", "\"unknown\"", "\"1 m\"", "\"-1 m\"", "\"5\"", "\"2026-11-22\"", "\"2026-02-30\"",
        "\"EPSG:4490\"", "\" EPSG:4490 \"", "[117.1, 29.2]", "[\"117.1\", \" 29.2\"]", "[117.1]", "[117.1, \"x\"]", "[117.1, 29.2, 3]", "\"POINT(117.1 29.2)\"",
        "{\"type\": \"Point\", \"coordinates\": [117.1, 29.2]}", "{\"town\": \"蛟潭镇\"}", "{\"point\": [117.1, 29.2], \"crs\": \"EPSG:4490\"}",
        "{\"point\": [117.1, 29.2], \"wkt\": \"POINT(117.1 29.2)\"}", "{\"wkt\": \"POINT(117.1 29.2)\", \"accuracy\": \"1 m\", \"crs\": 4490}", "{\"crs\": \"EPSG:4490\"}",
        "{\"project.kind\": \"project\", \"boilers\": []}", "{\"site.town\": \"蛟潭镇\", \"site.county\": \"浮梁县\"}", "{\"project\": {\"kind\": \"project\"}}", "{\"name\": \"b\", \"accuracy\": \"3 m\"}",
    ];

    private static readonly string[] Members =
        ["name", "name", "date", "site", "site", "attributes", "attributes", "decisions", "type", "geometry", "properties", "id", "crs", "accuracy", "other", "repair", "point", "wkt"];

    [Fact]
    public void ParseWithoutPlaces_GeneratedText_GivesWhatParseGives()
    {
        var random = new Random(20261122);
        var good = 0;
        var quick = 0;
        for (var i = 0; i < 60_000; i++)
        {
            var ending = random.Next(2) == 0 ? "row.json" : "row.geojson";
            var text = Damaged(Proposal(random, ending), random);
            var slow = ProposalReader.Parse(ending, text);
            var lean = ProposalReader.ParseWithoutPlaces(ending, text);
            Compare(slow, lean, text);
            good += slow.Succeeded ? 1 : 0;
            quick += slow.Succeeded && lean.Value!.Attributes.All(a => a.Place is null) && !slow.Value.Attributes.IsEmpty ? 1 : 0;
        }

        Assert.True(good > 5_000, $"only {good} were right");
        Assert.True(quick > 2_000, $"only {quick} were read the quick way");
    }

    [Fact]
    public void ParseWithoutPlaces_Samples_GivesWhatParseGives()
    {
        foreach (var path in Directory.EnumerateFiles(Path.Combine(Repository.Root, "samples", "proposals")).Where(p => Path.GetExtension(p) is ".geojson" or ".yaml"))
        {
            var bytes = File.ReadAllBytes(path);
            var name = Path.GetFileName(path);
            Compare(ProposalReader.Parse(name, bytes), ProposalReader.ParseWithoutPlaces(name, bytes), bytes);
        }
    }

    [Fact]
    public void ParseWithoutPlaces_UsualRow_IsQuick()
    {
        var row = """{"name": "a", "site": {"point": [117.1, 29.2], "crs": "EPSG:4490", "accuracy": "1 m"}, "attributes": {"project.kind": "project", "boilers": [{"fuel": "coal"}]}}"""u8;
        var feature = """{"type": "Feature", "id": 7, "geometry": {"type": "Point", "coordinates": [117.1, 29.2]}, "properties": {"name": "a", "crs": "EPSG:4490", "project.kind": "project"}}"""u8;
        Assert.All(ProposalReader.ParseWithoutPlaces("a.json", row).Require().Attributes, a => Assert.Null(a.Place));
        Assert.All(ProposalReader.ParseWithoutPlaces("a.geojson", feature).Require().Attributes, a => Assert.Null(a.Place));
    }

    private static void Compare(Loaded<Proposal> slow, Loaded<Proposal> lean, byte[] text)
    {
        var shown = Encoding.UTF8.GetString(text);
        Assert.True(slow.Succeeded == lean.Succeeded, shown);
        if (!slow.Succeeded)
        {
            Assert.True(slow.Problems.SequenceEqual(lean.Problems), shown);
            return;
        }

        Assert.True(Text(slow.Value) == Text(lean.Value!), $"{shown}\n{Text(slow.Value)}\n{Text(lean.Value!)}");
    }

    // Everything but places.
    private static string Text(Proposal proposal)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{proposal.Name} {proposal.GoverningDate} {proposal.Source} {proposal.Sha256}\n");
        text.Append(proposal.Site switch
        {
            Site.Geometry g => $"{g with { Place = new(""), InTown = g.InTown is { } town ? town with { Place = null } : null }} {g.Files.Length}",
            Site.Town t => $"{t with { Place = null }}",
            _ => "nowhere",
        });
        foreach (var attribute in proposal.Attributes)
        {
            text.Append('\n').Append(attribute.Attribute).Append(": ");
            Write(attribute.Value);
        }

        text.Append('\n').Append(proposal.Decisions.Length);
        return text.ToString();

        void Write(RawValue value)
        {
            switch (value)
            {
                case RawValue.Text single:
                    text.Append('"').Append(single.Value).Append('"');
                    break;
                case RawValue.List list:
                    text.Append('[');
                    list.Values.ToList().ForEach(Write);
                    text.Append(']');
                    break;
                default:
                    text.Append('{');
                    foreach (var (name, inner) in ((RawValue.Map)value).Entries)
                    {
                        text.Append(name).Append('=');
                        Write(inner);
                    }

                    text.Append('}');
                    break;
            }
        }
    }

    private static string Proposal(Random random, string ending)
    {
        var isFeature = ending == "row.geojson";
        if (random.Next(3) == 0)
        {
            return Map(random, Members);
        }

        var site = $$"""{"{{(random.Next(2) == 0 ? "point" : "wkt")}}": {{Any(random)}}, "crs": {{Any(random)}}{{(random.Next(3) == 0 ? ", \"accuracy\": \"1 m\"" : "")}}}""";
        site = random.Next(3) switch { 0 => """{"point": [117.1, 29.2], "crs": "EPSG:4490"}""", 1 => Any(random), _ => site };
        var attributes = random.Next(3) == 0 ? Any(random) : Map(random, ["project.kind", "boilers", "fuels", "site.town", "site.county", "x.y", "project.kind"]);
        return isFeature
            ? $$"""{"type": "Feature", "geometry": {{(random.Next(3) == 0 ? Any(random) : """{"type": "Point", "coordinates": [1, 2]}""")}}, "properties": {{Map(random, ["project.kind", "boilers", "crs", "accuracy", "date", "site.town", "date"], "\"name\": \"n\"")}}}"""
            : $$"""{"name": "n", "site": {{site}}, "attributes": {{attributes}}{{(random.Next(4) == 0 ? $", \"date\": {Any(random)}" : "")}}}""";
    }

    private static string Map(Random random, string[] names, string? first = null)
    {
        var members = Enumerable.Range(0, random.Next(5)).Select(_ => $"\"{names[random.Next(names.Length)]}\": {Any(random)}");
        return $"{{{string.Join(", ", first is null ? members : members.Prepend(first))}}}";
    }

    private static string Any(Random random) => Texts[random.Next(Texts.Length)];

    // Now and then a byte is lost, doubled or wrong.
    private static byte[] Damaged(string text, Random random)
    {
        var bytes = Encoding.UTF8.GetBytes(text).ToList();
        for (var i = random.Next(8) - 6; i > 0 && bytes.Count > 1; i--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(3))
            {
                case 0:
                    bytes.RemoveAt(at);
                    break;
                case 1:
                    bytes.Insert(at, bytes[at]);
                    break;
                default:
                    bytes[at] = (byte)random.Next(256);
                    break;
            }
        }

        return [.. bytes];
    }
}
