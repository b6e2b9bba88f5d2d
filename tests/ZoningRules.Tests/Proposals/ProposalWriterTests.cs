using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Proposals;
using ZoningRules.Tests.RulePacks;

namespace ZoningRules.Tests.Proposals;

public sealed class ProposalWriterTests : IDisposable
{
    // Names that YAML or a shell would stumble over; a path begins with none of YAML's marks by luck only.
    private static readonly ImmutableArray<string> FilesThere =
        ["site.geojson", "红线 1.geojson", "sub folder/a.b.kml", "yes", "1e3", "- x.txt", "a: b.txt", "#1.txt", "'q'.txt", "[x].shp", "sub folder/../site.geojson", "&a", "~"];

    private static readonly SourcePlace Nowhere = new("p.yaml");

    private static readonly ImmutableArray<string> Awkward =
    [
        "yes", "no", "null", "~", "- a", "a: b", "a #b", "'", "\"", "\\", "{", "[a]", "&a", "*a", "!a", "%a", "@", "`", "|", ">", "?", "1e3", "0x10", "2020-12-31",
        "a\nb", " a", "a ", "\ta", "a\r\nb", "<<", "---", "...", "年产 5 万吨", "甲\u2028乙", "\u0085x", "\u0001", "😀", "a, b", "x]", "unknown", ": ", "a:", "\ufeff", "\u00a0x", "~1", "#", "\u200b",
        "35蒸吨/小时（合计）", "\uffff", "\ue000",
    ];

    private readonly string folder = MakeFolder();

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

    // What a reader takes as it stands: members that it trims have nothing to trim.
    private static Gen<string> Trimmed => Texts.Where(t => t.Trim() == t && t.Length > 0);

    // Numbers as people write them, and as arithmetic leaves them.
    private static Gen<decimal> Numbers(int most) => Gen.OneOf(
        Gen.Elements(0m, 0.1m, 1m, 1.50m, 0.0000001m, most),
        from units in Gen.Choose(0, most - 1)
        from fraction in Gen.Choose(0, 999_999_999)
        select units + (fraction / 1_000_000_000m));

    private static Gen<decimal> Signed(int most) => Numbers(most).Zip(Gen.Elements(1m, -1m)).Select(n => n.Item1 * n.Item2);

    private static Gen<T?> Perhaps<T>(Gen<T> some)
        where T : struct => Gen.OneOf(Gen.Constant((T?)null), some.Select(v => (T?)v));

    private static Gen<T?> PerhapsNull<T>(Gen<T> some)
        where T : class => Gen.OneOf(Gen.Constant((T?)null), some.Select(v => (T?)v));

    private static Gen<Metres> Lengths(int most) => Numbers(most).Select(n => new Metres(n));

    private static Gen<DatumShift> Shifts =>
        from x in Signed(5000)
        from y in Signed(5000)
        from z in Signed(5000)
        from rx in Signed(60)
        from ry in Signed(60)
        from rz in Signed(60)
        from scale in Signed(200)
        from rotation in Perhaps(Gen.Elements(RotationConvention.PositionVector, RotationConvention.CoordinateFrame))
        from accuracy in Perhaps(Lengths(100))
        select rotation is null
            ? new DatumShift(x, y, z, 0, 0, 0, 0, null) { Accuracy = accuracy }
            : new DatumShift(x, y, z, rx, ry, rz, scale, rotation) { Accuracy = accuracy };

    private static Gen<Site.Town> Towns =>
        from name in Texts
        from county in PerhapsNull(Texts)
        select new Site.Town(name, county, null);

    // How a geometry is written, of a site and of a parcel alike.
    private static Gen<Site.Geometry> Drawings =>
        from drawn in Gen.OneOf(
            from format in Gen.Elements(SiteFormat.Wkt, SiteFormat.Point, SiteFormat.Coordinates)
            from content in Gen.OneOf(Texts, Gen.Constant("1,2\n3,4\n\n5,6\n"), Gen.Constant("POLYGON ((\n  1 2))"))
            select new Site.Geometry(format, content, null, null, Nowhere),
            Gen.Elements("{\"type\":\"Point\",\n \"coordinates\":[1,2]}\n", "{\"type\": \"Point\"}", "{\r\n\t\"a\": \"\\u0000\"}\n\n")
                .Select(g => new Site.Geometry(SiteFormat.GeoJson, g, null, null, Nowhere)),
            from file in Gen.Elements<string>([.. FilesThere])
            from layer in PerhapsNull(Trimmed)
            select new Site.Geometry(SiteFormat.File, file, null, null, Nowhere) { Layer = layer })
        from crs in PerhapsNull(Gen.OneOf(Gen.Elements("EPSG:4490", "GCJ-02"), Trimmed))
        from accuracy in Perhaps(Lengths(1000))
        from axes in Perhaps(Gen.Elements(SiteAxes.EastNorth, SiteAxes.NorthEast))
        from shift in PerhapsNull(Shifts)
        select drawn with { Crs = crs, Accuracy = accuracy, Axes = axes, DatumShift = shift };

    private static Gen<Site> Sites => Gen.Frequency(
        (1, Gen.Constant((Site)new Site.NotStated())),
        (1, Towns.Select(t => (Site)t)),
        (6, from drawn in Drawings
            from width in Perhaps(Lengths(10_000).Where(w => w.Value > 0))
            from repair in Gen.Elements(SiteRepair.Refuse, SiteRepair.Repair)
            from town in PerhapsNull(Towns)
            from parcel in PerhapsNull(Drawings)
            select (Site)(drawn with { Width = width, Repair = repair, InTown = town, Parcel = parcel })));

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
            File.WriteAllText(Path.Combine(folder, "p.yaml"), text);
            var read = ProposalReader.Read(Path.Combine(folder, "p.yaml"));
            return (read.Succeeded && Said(read.Value) == Said(proposal))
                .Label(read.Succeeded ? $"{text}\n{Said(read.Value)}\n{Said(proposal)}" : $"{text}\n{WrongPackTests.Said(read.Problems)}");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    // A member that is added to proposals must be added here too.
    [Fact]
    public void Generated_Proposals_HaveEveryMember()
    {
        var texts = Gen.Sample(Proposals, 400).Select(ProposalWriter.Write).ToArray();
        var members = ProposalMembers.Site.All.Concat(ProposalMembers.Parcel.All).Concat(ProposalMembers.DatumShift.All).Concat(ProposalMembers.Decision.All).Distinct();

        Assert.All(members, m => Assert.Contains(texts, t => t.Contains($"{m}: ", StringComparison.Ordinal) || t.Contains($"{m}:\n", StringComparison.Ordinal)));
        Assert.Contains(texts, t => t.Contains("    layer: ", StringComparison.Ordinal));
    }

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

    public void Dispose() => Directory.Delete(folder, recursive: true);

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

    private static string Said(Site.Geometry g) => string.Join(
        ' ',
        g.Format,
        g.Content,
        g.Layer ?? "-",
        g.Crs ?? "-",
        Said(g.Accuracy),
        g.Axes,
        Said(g.DatumShift),
        Said(g.Width),
        g.Repair,
        g.InTown is { } town ? $"{town.Name}/{town.County}" : "-",
        g.Parcel is { } parcel ? $"({Said(parcel)})" : "-");

    // Trailing zeros are no difference.
    private static string Said(Metres? length) => length is { } metres ? Said(metres.Value) : "-";

    private static string Said(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    private static string Said(DatumShift? shift) => shift is { } s
        ? string.Join(',', new[] { s.TranslationX, s.TranslationY, s.TranslationZ, s.RotationX, s.RotationY, s.RotationZ, s.ScalePpm }.Select(Said)) + $",{s.Convention},{Said(s.Accuracy)}"
        : "-";

    private static string MakeFolder()
    {
        var made = Directory.CreateTempSubdirectory("zoning-writer-").FullName;
        Directory.CreateDirectory(Path.Combine(made, "sub folder"));
        foreach (var file in FilesThere)
        {
            File.WriteAllText(Path.Combine(made, file), file);
        }

        return made;
    }

    private static string Said(RawValue value) => value switch
    {
        RawValue.Text t => $"<{t.Value}>",
        RawValue.List l => $"[{string.Join(';', l.Values.Select(Said))}]",
        RawValue.Map m => $"{{{string.Join(';', m.Entries.Select(e => $"{e.Key}={Said(e.Value)}"))}}}",
        _ => "?",
    };
}
