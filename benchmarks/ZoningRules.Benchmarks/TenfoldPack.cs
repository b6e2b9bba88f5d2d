using System.Globalization;
using System.Text.RegularExpressions;
using ZoningRules.RulePacks;

namespace ZoningRules.Benchmarks;

/// <summary>The Jingdezhen pack with its requirements ten times, as ten cities under one roof might have them: each time under other ids and with limits a twentieth higher.</summary>
internal sealed partial class TenfoldPack
{
    public TenfoldPack()
    {
        foreach (var file in Directory.EnumerateFiles(Bench.PackFolder, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(Bench.PackFolder, file);
            if (path.StartsWith("requirements", StringComparison.Ordinal))
            {
                var text = File.ReadAllText(file);
                for (var city = 0; city < 10; city++)
                {
                    Write(Path.Combine("requirements", $"{(char)('a' + city)}", path), Changed(text, city));
                }
            }
            else if (!path.StartsWith("cases", StringComparison.Ordinal))
            {
                Write(path, null, file);
            }
        }
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("zoning-tenfold-").FullName;

    public RulePack Read() => RulePackReader.Read(Folder).Require();

    /// <summary>Removes the files.</summary>
    public void Delete() => Directory.Delete(Folder, true);

    private static string Changed(string text, int city) => Limit().Replace(
        text.Replace("JDZ-", $"J{(char)('A' + city)}Z-", StringComparison.Ordinal),
        m => string.Create(CultureInfo.InvariantCulture, $"{m.Groups[1].Value}{decimal.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture) * (1 + (city / 20m)):0.####}"));

    private void Write(string path, string? text, string? source = null)
    {
        var copy = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        if (source is not null)
        {
            File.Copy(source, copy);
        }
        else
        {
            File.WriteAllText(copy, text);
        }
    }

    // The number of a comparison with a measure.
    [GeneratedRegex(@"([<>]=? )(\d+(?:\.\d+)?)(?= (?:km|m|t-steam/h|t/a|m3/a|tce/a)\b)")]
    private static partial Regex Limit();
}
