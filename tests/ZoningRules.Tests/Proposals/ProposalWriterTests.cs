using System.Collections.Immutable;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Proposals;
using ZoningRules.Tests.RulePacks;

namespace ZoningRules.Tests.Proposals;

public sealed class ProposalWriterTests
{
    private static readonly SourcePlace Nowhere = new("p.yaml");

    private static readonly ImmutableArray<string> Awkward =
    [
        "yes", "no", "null", "~", "- a", "a: b", "a #b", "'", "\"", "\\", "{", "[a]", "&a", "*a", "!a", "%a", "@", "`", "|", ">", "?", "1e3", "0x10", "2020-12-31",
        "a\nb", " a", "a ", "\ta", "a\r\nb", "<<", "---", "...", "年产 5 万吨", "甲\u2028乙", "\u0085x", "\u0001", "😀", "a, b", "x]", "unknown", ": ", "a:", "\ufeff", "\u00a0x", "~1", "#", "\u200b",
        "35蒸吨/小时（合计）", "\uffff", "\ue000",
    ];

    private static Gen<string> Texts => Gen.OneOf(
        Gen.Elements<string>([.. Awkward]),
        ArbMap.Default.GeneratorFor<NonEmptyString>().Select(s => s.Get).Where(s => !string.IsNullOrWhiteSpace(s) && IsText(s)),
        from a in Gen.Elements<string>([.. Awkward])
        from b in Gen.Elements<string>([.. Awkward])
        select a + b);

    private static Gen<RawValue> Values(int depth) => depth == 0
        ? Texts.Select(t => (RawValue)new RawValue.Text(t))
        : Gen.Frequency(
            (3, Values(0)),
            (1, Values(depth - 1).ListOf(3).Select(v => (RawValue)new RawValue.List([.. v]))),
            (1, Texts.Zip(Values(depth - 1)).ListOf(2).Select(m => (RawValue)new RawValue.Map([.. m.DistinctBy(e => e.Item1).Select(e => KeyValuePair.Create(e.Item1, e.Item2))]))));

    private static Gen<Site.Geometry> Extras =>
        from axes in Gen.Elements<SiteAxes?>(null, SiteAxes.EastNorth, SiteAxes.NorthEast)
        from shift in Gen.Elements(
            null,
            new DatumShift(-1.5m, 2, 0, 0, 0, 0, 0, null),
            new DatumShift(1, 2, 3, -0.25m, 5, 6, 7.125m, RotationConvention.CoordinateFrame) { Accuracy = new(0.1m) })
        from width in Gen.Elements<Metres?>(null, new Metres(30))
        from repair in Gen.Elements(SiteRepair.Refuse, SiteRepair.Repair)
        from town in Gen.OneOf(Gen.Constant((Site.Town?)null), Texts.Select(t => (Site.Town?)new Site.Town(t, null, null)))
        from parcel in Gen.Elements(
            null,
            new Site.Geometry(SiteFormat.Wkt, "POLYGON ((1 2, 3 4, 5 6, 1 2))", "EPSG:4490", new Metres(2), Nowhere) { Axes = SiteAxes.NorthEast })
        select new Site.Geometry(SiteFormat.Point, "1,2", null, null, Nowhere)
        {
            Axes = axes,
            DatumShift = shift,
            Width = width,
            Repair = repair,
            InTown = town,
            Parcel = parcel,
        };

    private static Gen<Site> Sites => Gen.OneOf(
        Gen.Constant((Site)new Site.NotStated()),
        Texts.Select(t => (Site)new Site.Town(t, null, null)),
        from format in Gen.Elements(SiteFormat.Wkt, SiteFormat.Point, SiteFormat.Coordinates)
        from content in Gen.OneOf(Texts, Gen.Constant("1,2\n3,4\n\n5,6\n"), Gen.Constant("POLYGON ((\n  1 2))"))
        from crs in Gen.Elements<string?>(null, "EPSG:4490")
        from accuracy in Gen.Elements<Metres?>(null, new Metres(0), new Metres(0.25m))
        from more in Extras
        select (Site)(more with { Format = format, Content = content, Crs = crs, Accuracy = accuracy }),
        Gen.Elements("{\"type\":\"Point\",\n \"coordinates\":[1,2]}\n", "{\"type\": \"Point\"}", "{\r\n\t\"a\": \"\\u0000\"}\n\n").Select(g => (Site)new Site.Geometry(SiteFormat.GeoJson, g, "EPSG:4490", null, Nowhere)));

    private static Gen<Proposal> Proposals =>
        from name in Texts
        from date in Gen.Elements<DateOnly?>(null, new DateOnly(2026, 11, 22))
        from site in Sites
        from attributes in Gen.Elements("a", "b.c", "boilers", "x-1", "z").Zip(Values(2).Where(v => v is not RawValue.Map)).ListOf(4)
        from decisions in Gen.Elements("list.a", "term.b").Zip(Values(1)).ListOf(2)
        from officer in Texts
        from reason in Texts
        select new Proposal(
            name,
            date,
            site,
            [.. attributes.DistinctBy(a => a.Item1).Select(a => new DeclaredValue(a.Item1, a.Item2))],
            [.. decisions.DistinctBy(d => d.Item1).Select(d => new OfficerDecision(d.Item1, d.Item2, officer, new DateOnly(2026, 1, 2), reason))]);

    [Fact]
    public void Write_ReadBack_IsTheSame() =>
        Prop.ForAll(Proposals.ToArbitrary(), proposal =>
        {
            var text = ProposalWriter.Write(proposal);
            var read = ProposalReader.Parse("p.yaml", Encoding.UTF8.GetBytes(text));
            return (read.Succeeded && Said(read.Value) == Said(proposal))
                .Label(read.Succeeded ? $"{text}\n{Said(read.Value)}\n{Said(proposal)}" : $"{text}\n{WrongPackTests.Said(read.Problems)}");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Write_Ordinary_ReadsLikeOneWrittenByHand()
    {
        var proposal = new Proposal(
            "年产5万吨项目",
            new DateOnly(2026, 11, 22),
            new Site.Geometry(SiteFormat.Coordinates, "117.20, 29.27\n117.21, 29.28\n", "EPSG:4490", new Metres(1), Nowhere),
            [
                new("project.action", new RawValue.Text("new")),
                new("boilers", new RawValue.List([new RawValue.Map([new("fuel", new RawValue.Text("coal")), new("capacity", new RawValue.Text("20 t-steam/h"))])])),
            ],
            [new("term.vicinity", new RawValue.Text("yes"), "张三", new DateOnly(2026, 11, 20), "距学校80米")]);
        Assert.Equal(
            """
            name: 年产5万吨项目
            date: 2026-11-22
            site:
              coordinates: |
                117.20, 29.27
                117.21, 29.28
              crs: "EPSG:4490"
              accuracy: 1 m
            attributes:
              project.action: new
              boilers: [{fuel: coal, capacity: 20 t-steam/h}]
            decisions:
              - attribute: term.vicinity
                value: yes
                by: 张三
                date: 2026-11-20
                reason: 距学校80米

            """.ReplaceLineEndings("\n"),
            ProposalWriter.Write(proposal));
    }

    private static bool IsText(string text)
    {
        try
        {
            new UTF8Encoding(false, true).GetByteCount(text);
            return !text.Contains('\0', StringComparison.Ordinal);
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }

    private static string Said(Proposal p)
    {
        var site = p.Site switch
        {
            Site.Geometry g => Said(g),
            Site.Town t => $"{t.Name} {t.County}",
            _ => "none",
        };
        return $"{p.Name}|{p.GoverningDate}|{site}|{string.Join('|', p.Attributes.Select(a => $"{a.Attribute}={Said(a.Value)}"))}|{string.Join('|', p.Decisions.Select(d => $"{d.Attribute}={Said(d.Value)} {d.By} {d.Date} {d.Reason}"))}";
    }

    private static string Said(Site.Geometry g) =>
        $"{g.Format} {g.Content} {g.Crs} {g.Accuracy?.Value:0.##} {g.Axes} {g.DatumShift} {g.Width} {g.Repair} {g.InTown?.Name} {(g.Parcel is { } parcel ? Said(parcel) : null)}";

    private static string Said(RawValue value) => value switch
    {
        RawValue.Text t => $"<{t.Value}>",
        RawValue.List l => $"[{string.Join(';', l.Values.Select(Said))}]",
        RawValue.Map m => $"{{{string.Join(';', m.Entries.Select(e => $"{e.Key}={Said(e.Value)}"))}}}",
        _ => "?",
    };
}
