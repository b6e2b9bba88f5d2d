using System.Collections.Immutable;
using System.Security.Cryptography;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Problems.Sources;

namespace ZoningRules.Proposals;

/// <summary>Reads proposals from YAML, JSON or a GeoJSON Feature. What the attributes mean is not checked here: that takes a vocabulary.</summary>
public static class ProposalReader
{
    private static readonly ImmutableArray<string> Endings = [".yaml", ".yml", ".json", ".geojson"];

    /// <summary>Reads a proposal file, and the geometry file it names, if any, relative to its folder.</summary>
    public static Loaded<Proposal> Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var problems = new ProblemList();
        if (!IsKnown(path, problems) || SourceFile.Read(path, path, SourceFile.ProposalLimit, problems) is not { } file)
        {
            return problems.Result<Proposal>(() => throw new System.Diagnostics.UnreachableException());
        }

        return Read(file, Path.GetDirectoryName(path) ?? string.Empty, problems);
    }

    /// <summary>Reads a proposal that is already in memory. It may not refer to a geometry file.</summary>
    /// <param name="name">A name for messages whose ending tells the format.</param>
    /// <param name="content">The bytes of the file.</param>
    public static Loaded<Proposal> Parse(string name, ReadOnlySpan<byte> content)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var problems = new ProblemList();
        if (!IsKnown(name, problems) || SourceFile.Check(name, content, SourceFile.ProposalLimit, problems) is not { } file)
        {
            return problems.Result<Proposal>(() => throw new System.Diagnostics.UnreachableException());
        }

        return Read(file, null, problems);
    }

    /// <summary>
    /// As <see cref="Parse"/>, several times as fast for programs that read many small proposals in JSON: a proposal that is right comes without the places of its values.
    /// Whoever finds something wrong with it later can parse it again to tell where.
    /// </summary>
    /// <param name="name">A name for messages whose ending tells the format.</param>
    /// <param name="content">The bytes of the file.</param>
    public static Loaded<Proposal> ParseWithoutPlaces(string name, ReadOnlySpan<byte> content)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var isJson = name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".geojson", StringComparison.OrdinalIgnoreCase);
        return isJson && PlainProposal.Read(name, content) is { } proposal ? Loaded<Proposal>.Good(proposal) : Parse(name, content);
    }

    private static bool IsKnown(string path, ProblemList problems)
    {
        if (Endings.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase))
        {
            return true;
        }

        problems.Add(ProblemCode.UnknownFileType, null, path, Naming.Listed(Endings));
        return false;
    }

    private static Loaded<Proposal> Read(SourceFile file, string? folder, ProblemList problems)
    {
        var ending = Path.GetExtension(file.Name);
        var isFeature = ending.Equals(".geojson", StringComparison.OrdinalIgnoreCase);
        var node = isFeature ? JsonNodes.Read(file, problems, verbatim: "geometry")
            : ending.Equals(".json", StringComparison.OrdinalIgnoreCase) ? JsonNodes.Read(file, problems)
            : YamlNodes.Read(file, problems);
        var proposal = node is null ? null : isFeature ? Feature(file, node, problems) : Document(file, node, folder, problems);
        return problems.Result(() => proposal ?? throw new System.Diagnostics.UnreachableException());
    }

    private static Proposal? Document(SourceFile file, SourceNode node, string? folder, ProblemList problems)
    {
        if (Members.Open(node, file.Name, ProposalMembers.Proposal, problems, file.Whole) is not { } members)
        {
            return null;
        }

        var attributes = RawValues.Attributes(members.Entries("attributes"), problems);
        var sites = new SiteReader(folder, problems);
        var site = sites.Read(members["site"], members.PlaceOf("site"), attributes);
        var decisions = ImmutableArray.CreateBuilder<OfficerDecision>();
        var decided = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in members.List("decisions"))
        {
            if (Members.Open(item, "decisions", ProposalMembers.Decision, problems) is not { } decision)
            {
                continue;
            }

            var attribute = decision.Text("attribute");
            if (!decided.Add(attribute))
            {
                problems.Add(ProblemCode.DuplicateMember, decision.PlaceOfValue("attribute"), Naming.Shortened(attribute));
            }

            decisions.Add(new(
                attribute,
                decision["value"] is { } value ? RawValues.Of(value, attribute, problems) : new RawValue.Text(Shapes.Placeholder),
                decision.Text("by"),
                decision.Date("date"),
                decision.Text("reason"),
                decision.PlaceOfValue("attribute")));
        }

        return new(
            members.Text("name"),
            members.OptionalDate("date"),
            site,
            attributes,
            decisions.DrainToImmutable(),
            file.Name,
            Hash(file.Bytes, sites.Files));
    }

    private static Proposal? Feature(SourceFile file, SourceNode node, ProblemList problems)
    {
        if (!Shapes.IsMap(node, file.Name, problems, null, out var map))
        {
            return null;
        }

        if (map["type"] is not SourceNode.Text { Value: "Feature" })
        {
            var found = map["type"] is SourceNode.Text other ? Naming.Shortened(other.Value) : string.Empty;
            problems.Add(ProblemCode.NotAChoice, (map["type"] ?? map).Place, "type", found, "Feature");
            return null;
        }

        if (map["properties"] is not { } inner)
        {
            problems.Add(ProblemCode.MissingMember, map.Place, "properties");
            return null;
        }

        if (!Shapes.IsMap(inner, "properties", problems, null, out var properties))
        {
            return null;
        }

        if (properties["name"] is not { } name)
        {
            problems.Add(ProblemCode.MissingMember, properties.Place, "name");
            return null;
        }

        var attributes = RawValues.Attributes(properties.Entries.Where(e => !ProposalMembers.FeatureMembers.Contains(e.Name)), problems);
        return new(
            Shapes.Text(name, "name", problems) ?? Shapes.Placeholder,
            properties["date"] is { } date ? Shapes.Date(date, "date", problems) : null,
            FeatureSite(file, map, properties, attributes, problems),
            attributes,
            [],
            file.Name,
            Hash(file.Bytes, []));
    }

    private static Site FeatureSite(
        SourceFile file, SourceNode.Map map, SourceNode.Map properties, ImmutableArray<DeclaredValue> attributes, ProblemList problems)
    {
        var crs = properties["crs"] is { } stated ? Shapes.Text(stated, "crs", problems)?.Trim() : null;
        var reader = new SiteReader(null, problems);
        var accuracy = Length("accuracy", reader.Accuracy);
        var width = Length("width", reader.Width);
        var repair = properties["repair"] is { } word && Shapes.Choice(word, "repair", Shapes.YesNoWords, problems) == true;
        if (map["geometry"] is SourceNode.Text { Style: not TextStyle.Nothing } geometry)
        {
            // The whole file, so that a `crs` member beside the geometry is not lost.
            return new Site.Geometry(SiteFormat.GeoJson, file.Text, crs, accuracy, geometry.Place)
            {
                Width = width,
                Repair = repair ? SiteRepair.Repair : SiteRepair.Refuse,
                InTown = SiteReader.Town(attributes),
            };
        }

        return SiteReader.Town(attributes) is { } town ? town : new Site.NotStated();

        Metres? Length(string name, Func<SourceNode.Text, Metres?> read) =>
            properties[name] is { } node && Shapes.Text(node, name, problems) is not null ? read((SourceNode.Text)node) : null;
    }

    private static string Hash(byte[] proposal, ImmutableArray<SiteFile> geometry)
    {
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sum.AppendData(proposal);
        foreach (var file in geometry)
        {
            sum.AppendData(file.Bytes.AsSpan());
        }

        return Convert.ToHexStringLower(sum.GetHashAndReset());
    }
}
