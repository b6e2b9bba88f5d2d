using System.Globalization;
using System.Text;
using ZoningRules.RulePacks;

namespace ZoningRules.Benchmarks;

/// <summary>
/// A pack with the vocabulary and layers of Jingdezhen and as many norms as asked for, of the shapes that the real ones have; the same for every run.
/// </summary>
internal sealed class GeneratedPack
{
    private const string Quote = "县级及以上城市建成区不再审批35蒸吨/小时及以下燃煤锅炉。";

    private static readonly string[] Layers =
        ["river-main", "built-up-area", "industrial-parks", "drinking-water-protection", "livestock-ban", "no-burn", "natural-wetland", "permanent-farmland"];

    private static readonly string[] Amounts =
    [
        "water.annual-withdrawal <= {0}000 m3/a",
        "emission.cod > {0} t/a",
        "emission.nox > {0} t/a",
        "emission.vocs >= {0} t/a",
        "energy.annual > {0}00 tce/a",
    ];

    private static readonly string[] Actions =
        ["project.action in [new, relocate]", "project.action in [new, rebuild, expand, relocate]", "project.action is new"];

    private static readonly string[] Divisions =
        ["13", "15", "17", "22", "25", "26", "27", "29", "30", "31", "32", "33", "34", "35", "36", "38", "41", "42", "44", "46"];

    public GeneratedPack(int norms)
    {
        foreach (var file in Directory.EnumerateFiles(Bench.PackFolder, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(Bench.PackFolder, file);
            if (!path.StartsWith("requirements", StringComparison.Ordinal) && !path.StartsWith("cases", StringComparison.Ordinal))
            {
                var copy = Path.Combine(Folder, path);
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }
        }

        var random = new Random(20261122);
        Directory.CreateDirectory(Path.Combine(Folder, "requirements"));
        for (var from = 0; from < norms; from += 25)
        {
            var text = new StringBuilder("schema: zoning-rules/1\ninstrument: jdz-2020-8\nrequirements:\n");
            for (var i = from; i < Math.Min(norms, from + 25); i++)
            {
                Requirement(text, i, random);
            }

            File.WriteAllText(Path.Combine(Folder, "requirements", $"g{from:D4}.yaml"), text.ToString());
        }
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("zoning-generated-").FullName;

    public RulePack Read() => RulePackReader.Read(Folder).Require();

    /// <summary>Removes the files.</summary>
    public void Delete() => Directory.Delete(Folder, true);

    private static void Requirement(StringBuilder text, int number, Random random)
    {
        var amount = string.Format(CultureInfo.InvariantCulture, Amounts[random.Next(Amounts.Length)], random.Next(1, 400));
        var layer = Layers[random.Next(Layers.Length)];
        var place = random.Next(3) == 0
            ? $"site in {(layer == "river-main" ? "no-burn" : layer)}"
            : FormattableString.Invariant($"distance(site, {layer}) <= {random.Next(1, 60) * 100} m");
        var trades = string.Join(", ", Enumerable.Range(0, random.Next(1, 4)).Select(_ => Divisions[random.Next(Divisions.Length)]).Distinct());
        var action = Actions[random.Next(Actions.Length)];
        text.Append(CultureInfo.InvariantCulture, $$"""
              - id: GEN-{{number:D4}}
                place: 附件4 第12项
                title: {zh: 生成的要求, en: generated}
                dimension: spatial-layout
                heading: 限制开发建设活动的要求
                scope: city
                quote: "{{Quote}}"
                norms:
                  - id: GEN-{{number:D4}}.a
                    span: whole
                    gist: {zh: 生成的规则。, en: Generated.}
                    effect: prohibit
                    applies:
                      all:
                        - {{action}}
                        - project.industry in [{{trades}}]
                    when:
                      all:
                        - {{place}}
                        - {{amount}}

            """);
    }
}
