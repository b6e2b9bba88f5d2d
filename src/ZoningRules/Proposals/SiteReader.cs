using System.Collections.Immutable;
using System.Text;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Problems.Sources;

namespace ZoningRules.Proposals;

/// <summary>Reads where a project is proposed.</summary>
/// <param name="folder">The folder that a geometry file is relative to; null when files may not be read.</param>
/// <param name="problems">Takes problems.</param>
internal sealed class SiteReader(string? folder, ProblemList problems)
{

    private const decimal MostWidth = 10_000;

    /// <summary>The files of the geometry, if any were read, then those of the parcel.</summary>
    public ImmutableArray<SiteFile> Files { get; private set; } = [];

    /// <summary>Reads the member <c>site</c>; without a geometry the attributes may name a town.</summary>
    public Site Read(SourceNode? node, SourcePlace place, ImmutableArray<DeclaredValue> attributes)
    {
        if (node is null)
        {
            return Town(attributes) is { } only ? only : new Site.NotStated();
        }

        if (Members.Open(node, "site", ProposalMembers.Site, problems, place) is not { } members)
        {
            return new Site.NotStated();
        }

        var town = members.OptionalText("town");
        var county = members.OptionalText("county");
        if (town is not null && attributes.Any(a => a.Attribute == SiteAttributes.Town))
        {
            problems.Add(ProblemCode.DuplicateMember, members.PlaceOf("town"), SiteAttributes.Town);
        }

        if (Geometry(members, place) is { } site)
        {
            return site is Site.Geometry geometry
                ? geometry with
                {
                    Width = members.TextNode("width") is { } width ? Width(width) : null,
                    Repair = members.YesNo("repair") ? SiteRepair.Repair : SiteRepair.Refuse,
                    InTown = town is null ? Town(attributes) : new(town, county, members.PlaceOfValue("town")),
                    Parcel = members["parcel"] is { } parcel ? Parcel(parcel, members.PlaceOf("parcel")) : null,
                }
                : site;
        }

        if (town is not null)
        {
            return new Site.Town(town, county, members.PlaceOfValue("town"));
        }

        if (Town(attributes) is { } named)
        {
            return named;
        }

        problems.Add(ProblemCode.NoSite, place);
        return new Site.NotStated();
    }

    /// <summary>The town that attributes name, or null.</summary>
    public static Site.Town? Town(ImmutableArray<DeclaredValue> attributes)
    {
        var town = attributes.FirstOrDefault(a => a.Attribute == SiteAttributes.Town);
        var county = attributes.FirstOrDefault(a => a.Attribute == SiteAttributes.County);
        return town?.Value is RawValue.Text { Value: var name } && !string.IsNullOrWhiteSpace(name) && name != "unknown"
            ? new(name, (county?.Value as RawValue.Text)?.Value is { } known and not "unknown" ? known : null, town.Value.Place ?? town.Place)
            : null;
    }

    /// <summary>How exact the boundary is; null after a problem.</summary>
    public Metres? Accuracy(SourceNode.Text node) => Accuracy(node.Value, node.Place, problems);

    /// <summary>The same, from its text.</summary>
    public static Metres? Accuracy(string text, SourcePlace? place, ProblemList problems)
    {
        if (MeasureText.Read(MeasureTable.Standard, "accuracy", text, MeasureTable.Metre, place, problems) is not { } amount)
        {
            return null;
        }

        if (amount.Value < 0)
        {
            problems.Add(ProblemCode.OutOfRange, place, "accuracy", text, "≥ 0 m");
        }

        return new(amount.ToBase().High);
    }

    /// <summary>How wide a corridor is; null after a problem.</summary>
    public Metres? Width(SourceNode.Text node)
    {
        if (MeasureText.Read(MeasureTable.Standard, "width", node.Value, MeasureTable.Metre, node.Place, problems) is not { } amount)
        {
            return null;
        }

        var width = amount.ToBase().High;
        if (width is <= 0 or > MostWidth)
        {
            problems.Add(ProblemCode.OutOfRange, node.Place, "width", node.Value, "> 0 m – 10000 m");
        }

        return new(width);
    }

    // A path, a GeoJSON object, or a mapping with the members of a site that say how its geometry is written.
    private Site.Geometry? Parcel(SourceNode node, SourcePlace place)
    {
        if (node is not SourceNode.Map map || map["type"] is not null)
        {
            return Whole(node, "parcel", null, node.Place) as Site.Geometry;
        }

        if (Members.Open(node, "parcel", ProposalMembers.Parcel, problems, place) is not { } members)
        {
            return null;
        }

        var site = Geometry(members, place);
        if (site is null)
        {
            problems.Add(ProblemCode.NoSite, place);
        }

        return site as Site.Geometry;
    }

    // Null when no member gives a geometry.
    private Site? Geometry(Members members, SourcePlace place)
    {
        var given = ProposalMembers.Geometries.Where(members.Has).ToList();
        if (given.Count > 1)
        {
            problems.Add(ProblemCode.SeveralSites, place, Naming.Listed(given));
        }

        var crs = members.OptionalText("crs")?.Trim();
        var accuracy = members.TextNode("accuracy") is { } stated ? Accuracy(stated) : null;
        var axes = members.Has("axes") ? members.Choice("axes", ProposalMembers.Axes) : (SiteAxes?)null;
        var shift = members["datum-shift"] is { } node ? DatumShiftReader.Read(node, members.PlaceOf("datum-shift"), Accuracy, problems) : null;
        if (given.Count == 0)
        {
            return null;
        }

        var site = Drawn(members, given[0]);
        return site is Site.Geometry geometry ? geometry with { Crs = crs, Accuracy = accuracy, Axes = axes, DatumShift = shift } : site;
    }

    private Site Drawn(Members members, string member)
    {
        var node = members[member]!;
        var place = members.PlaceOfValue(member);
        return member switch
        {
            "wkt" => new Site.Geometry(SiteFormat.Wkt, members.Text("wkt"), null, null, place),
            "point" => new Site.Geometry(SiteFormat.Point, Position(node, "point", members.PlaceOf("point")), null, null, place),
            "coordinates" => new Site.Geometry(SiteFormat.Coordinates, Coordinates(node, members.PlaceOf("coordinates")), null, null, place),
            _ => Whole(node, member, members.OptionalText("layer")?.Trim(), place),
        };
    }

    // A GeoJSON object, or the path of a file.
    private Site Whole(SourceNode node, string member, string? layer, SourcePlace place)
    {
        if (node is SourceNode.Map)
        {
            return new Site.Geometry(SiteFormat.GeoJson, GeoJsonText.Of(node), null, null, place);
        }

        if (Shapes.Text(node, member, problems, place) is not { } text || Shapes.IsPlaceholder(text))
        {
            return new Site.NotStated();
        }

        return text.AsSpan().TrimStart().StartsWith("{")
            ? new Site.Geometry(SiteFormat.GeoJson, text, null, null, place)
            : File(text, member, layer, place);
    }

    private Site File(string name, string member, string? layer, SourcePlace place)
    {
        if (folder is null || Path.IsPathRooted(name))
        {
            var (zh, en) = folder is null
                ? ("GeoJSON 对象（此处不能引用文件）", "a GeoJSON object (files cannot be referred to here)")
                : ("相对路径或 GeoJSON 对象", "a relative path or a GeoJSON object");
            problems.Add(ProblemCode.WrongShape, place, member, zh, en);
            return new Site.NotStated();
        }

        var files = SiteFiles.Read(Path.Combine(folder, name), problems, place);
        Files = Files.AddRange(files);
        return files.IsEmpty
            ? new Site.NotStated()
            : new Site.Geometry(SiteFormat.File, name, null, null, new(Path.Combine(folder, name))) { Files = files, Layer = layer };
    }

    // `[x, y]`, or a text that ZoningRules.Geo reads.
    private string Position(SourceNode node, string member, SourcePlace place)
    {
        if (node is not SourceNode.List list)
        {
            return Shapes.Text(node, member, problems, place) ?? Shapes.Placeholder;
        }

        if (list.Items.Length != 2)
        {
            Wrong(list, member);
            return Shapes.Placeholder;
        }

        return $"{Coordinate(list.Items[0], member)},{Coordinate(list.Items[1], member)}";
    }

    private string Coordinate(SourceNode node, string member)
    {
        if (Shapes.Text(node, member, problems) is not { } text)
        {
            return Shapes.Placeholder;
        }

        if (!MeasureTable.TryParseNumber(text.AsSpan().Trim(), out _))
        {
            problems.Add(ProblemCode.BadNumber, node.Place, member, Naming.Shortened(text));
        }

        return text.Trim();
    }

    // A list of positions or of rings of positions, or a text.
    private string Coordinates(SourceNode node, SourcePlace place)
    {
        if (node is not SourceNode.List list)
        {
            return Shapes.Text(node, "coordinates", problems, place) ?? Shapes.Placeholder;
        }

        if (list.Items.IsEmpty)
        {
            problems.Add(ProblemCode.EmptyValue, place, "coordinates");
            return Shapes.Placeholder;
        }

        var text = new StringBuilder();
        if (list.Items[0] is SourceNode.List { Items: [SourceNode.List, ..] })
        {
            foreach (var item in list.Items)
            {
                if (item is SourceNode.List ring)
                {
                    text.Append(text.Length == 0 ? string.Empty : "\n");
                    Ring(ring, text);
                }
                else
                {
                    Wrong(item, "coordinates");
                }
            }
        }
        else
        {
            Ring(list, text);
        }

        return text.ToString();
    }

    private void Ring(SourceNode.List ring, StringBuilder text)
    {
        foreach (var position in ring.Items)
        {
            if (position is SourceNode.List)
            {
                text.Append(Position(position, "coordinates", position.Place)).Append('\n');
            }
            else
            {
                Wrong(position, "coordinates");
            }
        }
    }

    private void Wrong(SourceNode node, string member) =>
        Shapes.Wrong(node, member, "两个数的列表，如 [117.20, 29.27]", "a list of two numbers such as [117.20, 29.27]", problems);
}
