using ZoningRules.Geo.Reading.Formats.Archives;
using ZoningRules.Geo.Reading.Positions;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Reading.Formats.Kml;

/// <summary>KMZ: an archive with a KML text in it.</summary>
internal sealed class KmzFormat : IFeatureFormat
{
    private const string Main = "doc.kml";

    /// <inheritdoc/>
    public LocalText Name { get; } = new("KMZ", "KMZ");

    /// <inheritdoc/>
    public bool Recognises(FeatureFile file)
    {
        if (!ZippedFiles.Begins(file.Bytes.Span))
        {
            return false;
        }

        try
        {
            using var zip = ZippedFiles.Open(file.Bytes);
            return zip.Files.Any(IsKml);
        }
        catch (GeometryTextException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public FeatureDocument Read(FeatureFile file, FeatureWishes wishes)
    {
        using var zip = ZippedFiles.Open(file.Bytes);
        var texts = zip.Files.Where(IsKml).ToList();
        var reader = new KmlReader(file.Name, wishes);
        Queue<ZippedFile> waiting = new([texts.FirstOrDefault(f => f.Name.Equals(Main, StringComparison.OrdinalIgnoreCase)) ?? Only(texts, file.Name)]);
        HashSet<ZippedFile> seen = [.. waiting];
        while (waiting.TryDequeue(out var text))
        {
            if (text.Entry.Length > KmlFormat.ByteLimit)
            {
                throw KmlFormat.TooLarge(text.Name);
            }

            var before = reader.Links.Count;
            reader.Add(KmlFormat.TextOf(zip.Unpack(text)));
            foreach (var link in reader.Links.Skip(before))
            {
                if (texts.FirstOrDefault(t => IsAt(t, text.Folder, link)) is not { } linked)
                {
                    reader.LeaveOut($"NetworkLink `{Excerpt.Of(link)}`");
                }
                else if (seen.Add(linked))
                {
                    waiting.Enqueue(linked);
                }
            }
        }

        return reader.Document();
    }

    // An address within the archive, from the folder of the text that has it or from the top.
    private static bool IsAt(ZippedFile text, string folder, string link)
    {
        var path = link.StartsWith("./", StringComparison.Ordinal) ? link[2..] : link;
        return text.Folder + text.Name is var own && (own == folder + path || own == path);
    }

    // The format says doc.kml; several texts without it are several documents.
    private static ZippedFile Only(List<ZippedFile> texts, string name) => texts switch
    {
        [] => throw GeometryTextException.Bad($"压缩包 `{name}` 里没有 KML", $"the archive `{name}` holds no KML"),
        [var only] => only,
        _ => throw GeometryTextException.Bad(
            $"压缩包 `{name}` 里有 {texts.Count} 个 KML 而没有 {Main}，请解开后只提交一个",
            $"the archive `{name}` holds {texts.Count} KML texts and no {Main}; unpack it and submit one of them"),
    };

    private static bool IsKml(ZippedFile file) => file.Name.EndsWith(".kml", StringComparison.OrdinalIgnoreCase);
}
