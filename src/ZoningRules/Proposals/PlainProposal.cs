using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using ZoningRules.Measures;
using ZoningRules.Problems.Sources;

namespace ZoningRules.Proposals;

/// <summary>
/// Reads the proposals in JSON that nearly all are: right, and without anything unusual. It keeps no places and reports nothing: whatever it is not sure of it leaves to the
/// reader that does. INVARIANT: what it returns is what that reader returns, but for places.
/// </summary>
internal ref struct PlainProposal
{
    private const int MostAttributes = 64;
    private const int DeepestValue = 8;

    private readonly string name;
    private readonly ReadOnlySpan<byte> content;
    private readonly ImmutableArray<DeclaredValue>.Builder attributes = ImmutableArray.CreateBuilder<DeclaredValue>(16);
    private Utf8JsonReader reader;

    // The first thing that is not plain ends the reading.
    private bool isPlain = true;
    private string? called;
    private DateOnly? date;
    private string? crs;
    private Metres? accuracy;
    private string? point;
    private string? wkt;
    private bool hasSite;
    private bool hasGeometry;

    private PlainProposal(string name, ReadOnlySpan<byte> content)
    {
        this.name = name;
        this.content = content;
        reader = new(content);
    }

    /// <summary>Reads a proposal; null when the other reader must.</summary>
    public static Proposal? Read(string name, ReadOnlySpan<byte> content)
    {
        if (content.Length > SourceFile.ProposalLimit || content.Contains((byte)0) || content.StartsWith(Encoding.UTF8.Preamble) || !Utf8.IsValid(content))
        {
            return null;
        }

        var plain = new PlainProposal(name, content);
        try
        {
            return name.EndsWith(".geojson", StringComparison.OrdinalIgnoreCase) ? plain.Feature() : plain.Document();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // No JSON, or half of a surrogate pair: the other reader says so with its place.
            return null;
        }
    }

    private Proposal? Document()
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        var hasAttributes = false;
        while (isPlain && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("name"u8))
            {
                Once(ref called, Text());
            }
            else if (reader.ValueTextEquals("date"u8))
            {
                Date();
            }
            else if (reader.ValueTextEquals("site"u8) && !hasSite)
            {
                hasSite = true;
                Site();
            }
            else if (reader.ValueTextEquals("attributes"u8) && !hasAttributes && Opens())
            {
                hasAttributes = true;
                while (isPlain && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    Attribute();
                }
            }
            else
            {
                isPlain = false;
            }
        }

        if (!Ended() || called is null)
        {
            return null;
        }

        Site site = point is not null ? new Site.Geometry(SiteFormat.Point, point, crs, accuracy, new(name)) { InTown = InTown() }
            : wkt is not null ? new Site.Geometry(SiteFormat.Wkt, wkt, crs, accuracy, new(name)) { InTown = InTown() }
            : NoGeometry();
        return Made(site);
    }

    private Proposal? Feature()
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        var isFeature = false;
        var hasId = false;
        var hasProperties = false;
        while (isPlain && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("type"u8) && !isFeature)
            {
                isFeature = Text() == "Feature";
                isPlain &= isFeature;
            }
            else if (reader.ValueTextEquals("geometry"u8) && !hasGeometry)
            {
                reader.Read();
                hasGeometry = reader.TokenType != JsonTokenType.Null;
                isPlain &= hasGeometry;
                reader.Skip();
            }
            else if (reader.ValueTextEquals("id"u8) && !hasId)
            {
                hasId = true;
                Text();
            }
            else if (reader.ValueTextEquals("properties"u8) && !hasProperties && Opens())
            {
                hasProperties = true;
                Properties();
            }
            else
            {
                isPlain = false;
            }
        }

        if (!Ended() || !isFeature || !hasProperties || called is null)
        {
            return null;
        }

        return Made(hasGeometry ? new Site.Geometry(SiteFormat.GeoJson, Encoding.UTF8.GetString(content), crs, accuracy, new(name)) { InTown = InTown() } : NoGeometry());
    }

    private void Properties()
    {
        while (isPlain && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("name"u8))
            {
                Once(ref called, Text());
            }
            else if (reader.ValueTextEquals("date"u8))
            {
                Date();
            }
            else if (reader.ValueTextEquals("crs"u8))
            {
                Once(ref crs, Text()?.Trim());
            }
            else if (reader.ValueTextEquals("accuracy"u8))
            {
                Accuracy();
            }
            else
            {
                isPlain &= !IsMemberOfSites();
                Attribute();
            }
        }
    }

    // Members of a feature that the other reader may take for more than attributes.
    private readonly bool IsMemberOfSites()
    {
        foreach (var member in ProposalMembers.FeatureMembers)
        {
            if (reader.ValueTextEquals(member))
            {
                return true;
            }
        }

        return false;
    }

    private void Site()
    {
        if (!Opens())
        {
            return;
        }

        while (isPlain && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("crs"u8))
            {
                Once(ref crs, Text()?.Trim());
            }
            else if (reader.ValueTextEquals("accuracy"u8))
            {
                Accuracy();
            }
            else if (reader.ValueTextEquals("wkt"u8))
            {
                Once(ref wkt, Text());
            }
            else if (reader.ValueTextEquals("point"u8))
            {
                Once(ref point, Point());
            }
            else
            {
                isPlain = false;
            }
        }

        isPlain &= point is null != wkt is null;
    }

    private string? Point()
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray || !Coordinate(out var first) || !Coordinate(out var second) || !reader.Read()
            || reader.TokenType != JsonTokenType.EndArray)
        {
            isPlain = false;
            return null;
        }

        return $"{first},{second}";
    }

    private bool Coordinate(out string text)
    {
        text = Text()?.Trim() ?? string.Empty;
        isPlain &= MeasureTable.TryParseNumber(text, out _);
        return isPlain;
    }

    private void Accuracy()
    {
        isPlain &= accuracy is null;
        var problems = new ProblemList();
        if (Text() is { } text && SiteReader.Accuracy(text, null, problems) is { } read && problems.Count == 0)
        {
            accuracy = read;
        }
        else
        {
            isPlain = false;
        }
    }

    private void Date()
    {
        isPlain &= date is null;
        if (Text() is { } text && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read))
        {
            date = read;
        }
        else
        {
            isPlain = false;
        }
    }

    private void Attribute()
    {
        var attribute = reader.GetString()!;
        isPlain &= attributes.Count < MostAttributes;
        foreach (var before in attributes)
        {
            isPlain &= before.Attribute != attribute;
        }

        // A mapping here stands for dotted names.
        if (isPlain && reader.Read() && reader.TokenType != JsonTokenType.StartObject && Value(0) is { } value)
        {
            attributes.Add(new(attribute, value));
        }
        else
        {
            isPlain = false;
        }
    }

    // The value whose first token has been read.
    private RawValue? Value(int depth)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartArray when depth < DeepestValue:
                var items = ImmutableArray.CreateBuilder<RawValue>();
                while (isPlain && reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    if (Value(depth + 1) is { } item)
                    {
                        items.Add(item);
                    }
                }

                return new RawValue.List(items.DrainToImmutable());
            case JsonTokenType.StartObject when depth < DeepestValue:
                var entries = ImmutableArray.CreateBuilder<KeyValuePair<string, RawValue>>();
                while (isPlain && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var key = reader.GetString()!;
                    isPlain &= entries.Count < MostAttributes;
                    foreach (var before in entries)
                    {
                        isPlain &= before.Key != key;
                    }

                    reader.Read();
                    if (Value(depth + 1) is { } value)
                    {
                        entries.Add(new(key, value));
                    }
                }

                return new RawValue.Map(entries.DrainToImmutable());
            default:
                return Scalar() is { } text ? new RawValue.Text(text) : null;
        }
    }

    private string? Text()
    {
        reader.Read();
        return Scalar();
    }

    // The text of a token that is a single, filled-in value.
    private string? Scalar()
    {
        var text = reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False => Encoding.UTF8.GetString(reader.ValueSpan),
            _ => null,
        };
        if (!string.IsNullOrWhiteSpace(text))
        {
            return text;
        }

        isPlain = false;
        return null;
    }

    private bool Opens()
    {
        reader.Read();
        isPlain &= reader.TokenType == JsonTokenType.StartObject;
        return isPlain;
    }

    // Nothing may come after the outermost object but space.
    private bool Ended() => isPlain && reader.TokenType == JsonTokenType.EndObject && reader.CurrentDepth == 0 && !reader.Read();

    private void Once(ref string? member, string? value)
    {
        isPlain &= member is null;
        member = value;
    }

    private readonly Site NoGeometry() => InTown() is { } town ? town : new Site.NotStated();

    private readonly Site.Town? InTown() => SiteReader.Town(attributes.ToImmutable());

    private readonly Proposal Made(Site site) =>
        new(called!, date, site, attributes.ToImmutable(), [], name, Convert.ToHexStringLower(SHA256.HashData(content)));
}
