using System.Globalization;
using System.Text;
using ZoningRules.Geo.Coordinates;

namespace ZoningRules.Benchmarks.National;

/// <summary>
/// Writes projects at points all over the made-up country, one JSON object a line: 80 of 100 answer everything, 18 leave one to six answers out, and 2 have a
/// mistake. The same for the same country and count.
/// </summary>
internal static class NationalRows
{
    /// <summary>The file's name.</summary>
    public const string File = "projects.ndjson";

    private static readonly string[] Actions = ["new", "new", "rebuild", "expand", "relocate"];

    private static readonly string[] Industries =
        ["0311", "1311", "1511", "1712", "2211", "2511", "2614", "2710", "2911", "3011", "3110", "3211", "3360", "3511", "3612", "3811", "4411", "4620", "26", "171"];

    private static readonly string[] Classes = ["permitted", "permitted", "permitted", "permitted", "encouraged", "restricted"];

    private static readonly string[] Mistakes =
        ["\"project.industry\":\"9x\"", "\"project.height\":\"9 m\"", "\"water.annual-withdrawal\":\"much\"", "\"project.action\":\"renew\"", "\"emission.cod\":"];

    /// <summary>Writes the rows; returns the size of the file.</summary>
    public static long Write(NationalCoverage coverage, string path, int rows)
    {
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 20) { NewLine = "\n" };
        var random = new Random(7);
        var plane = new WorkingPlane(CoordinateSystems.BeltAt(117));
        var answers = new List<string>();
        for (var i = 0; i < rows; i++)
        {
            var (east, north) = coverage.Position(random);
            var (longitude, latitude) = plane.ToDegrees(east, north);
            Answer(answers, random);
            var kind = random.Next(100);
            for (var left = kind is >= 2 and < 20 ? random.Next(1, 7) : 0; left > 0; left--)
            {
                answers.RemoveAt(random.Next(answers.Count));
            }

            if (kind < 2)
            {
                answers[^1] = Mistakes[random.Next(Mistakes.Length)];
            }

            file.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $$$"""{"name":"年产 {{{random.Next(1, 1000)}}} 吨项目 {{{i}}}","site":{"point":[{{{longitude:F6}}},{{{latitude:F6}}}],"crs":"EPSG:4490","accuracy":"1 m"},"attributes":{{{{string.Join(',', answers)}}}}}"""));
        }

        file.Flush();
        return file.BaseStream.Length;
    }

    private static void Answer(List<string> answers, Random random)
    {
        answers.Clear();
        answers.Add("\"project.kind\":\"project\"");
        answers.Add($"\"project.action\":\"{Actions[random.Next(Actions.Length)]}\"");
        answers.Add($"\"project.industry\":\"{Industries[random.Next(Industries.Length)]}\"");
        answers.Add($"\"project.catalogue-class\":\"{Classes[random.Next(Classes.Length)]}\"");
        foreach (var question in (string[])["project.outdated-capacity", "project.overcapacity-sector", "project.two-high", "livestock.large-scale", "fuel.high-polluting"])
        {
            answers.Add($"\"{question}\":\"{(random.Next(10) == 0 ? "yes" : "no")}\"");
        }

        answers.Add($"\"project.discharges-pollutants\":\"{(random.Next(2) == 0 ? "yes" : "no")}\"");
        answers.Add("\"boilers\":[{\"fuel\":\"gas\",\"capacity\":\"10 t-steam/h\"}]");
        answers.Add($"\"recycling.wastes\":[{(random.Next(20) == 0 ? "\"tyres\"" : "")}]");
        answers.Add(Amount("water.annual-withdrawal", random.Next(500_000), "m3/a"));
        answers.Add(Amount("energy.annual", random.Next(50_000), "tce/a"));
        foreach (var emission in (string[])["cod", "nox", "vocs"])
        {
            answers.Add(string.Create(CultureInfo.InvariantCulture, $"\"emission.{emission}\":\"{random.Next(5_000) / 10m} t/a\""));
        }
    }

    private static string Amount(string attribute, int number, string measure) => string.Create(CultureInfo.InvariantCulture, $"\"{attribute}\":\"{number} {measure}\"");
}
