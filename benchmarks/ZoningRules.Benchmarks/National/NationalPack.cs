using System.Globalization;
using System.Text;
using ZoningRules.Geo.Indexing;
using ZoningRules.RulePacks;

namespace ZoningRules.Benchmarks.National;

/// <summary>
/// Writes a pack for the made-up country: the vocabulary and code system of Jingdezhen, the country's units, and red-line patches, parks, water protection areas
/// and rivers over all of it; norms that prohibit, require and oblige, about all units or those of one category. The same for the same size.
/// </summary>
internal static class NationalPack
{
    private const string Quote = "县级及以上城市建成区不再审批35蒸吨/小时及以下燃煤锅炉。";
    private const int Parks = 6_000;
    private const int WaterAreas = 4_000;
    private const int Rivers = 1_000;
    private const int RiverPositions = 1_000;
    private const int Norms = 50;

    private static readonly string[] Places =
    [
        "site in ecological-redline", "site in industrial-parks", "site in drinking-water-protection", "distance(site, river-main) <= {0}00 m",
        "distance(site, drinking-water-protection) < {0}00 m", "distance(site, ecological-redline) <= {0}0 m",
    ];

    private static readonly string[] Amounts =
    [
        "water.annual-withdrawal > {0}000 m3/a", "emission.cod > {0} t/a", "emission.nox > {0} t/a", "emission.vocs >= {0} t/a", "energy.annual > {0}00 tce/a",
    ];

    private static readonly string[] Answers =
    [
        "project.discharges-pollutants is yes", "project.overcapacity-sector is yes", "project.outdated-capacity is yes", "project.catalogue-class in [restricted, eliminated]",
        "livestock.large-scale is yes", "fuel.high-polluting is yes", "project.two-high is yes", "recycling.wastes includes any [tyres, batteries]",
    ];

    private static readonly string[] Divisions = ["13", "15", "17", "22", "25", "26", "27", "29", "30", "31", "32", "33", "35", "38", "44", "46"];

    private static readonly string[] Scopes = ["city", "city", "category priority", "category key", "category general"];

    /// <summary>Writes the pack; returns the size of its layers.</summary>
    public static long Write(NationalCoverage coverage, string folder)
    {
        foreach (var file in Directory.EnumerateFiles(Bench.PackFolder, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(Bench.PackFolder, file);
            if (path.Split(Path.DirectorySeparatorChar)[0] is not ("requirements" or "cases" or "layers") && Path.GetFileName(path) != "area-shares.yaml")
            {
                var copy = Path.Combine(folder, path);
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy, overwrite: true);
            }
        }

        Directory.CreateDirectory(Path.Combine(folder, "layers"));
        Directory.CreateDirectory(Path.Combine(folder, "requirements"));
        var data = Path.Combine(folder, "layers", "data");
        var size = NationalFiles.Write(coverage, data, coverage.Units);
        NationalFiles.WriteAreas(data, "ecological-redline.geojson", coverage.Set, coverage.Units..coverage.Set.Count);
        NationalFiles.WriteAreas(data, "industrial-parks.geojson", Areas(coverage, 11, Parks, 500_000), ..);
        NationalFiles.WriteAreas(data, "drinking-water-protection.geojson", Areas(coverage, 12, WaterAreas, 3_000_000), ..);
        NationalFiles.WriteLines(data, "river-main.geojson", coverage.Rivers(Rivers, RiverPositions));
        File.WriteAllText(Path.Combine(folder, "layers", "national.yaml"), LayersText());
        File.WriteAllText(Path.Combine(folder, "requirements", "national.yaml"), RequirementsText());
        RulePackReader.Read(folder).Require();
        return size;
    }

    private static PolygonSet Areas(NationalCoverage coverage, int seed, int count, double squareMetres)
    {
        var random = new Random(seed);
        var builder = new PolygonSetBuilder();
        for (var i = 0; i < count; i++)
        {
            var (east, north) = coverage.Position(random);
            builder.AddRing(NationalCoverage.Site(random, east, north, squareMetres * (0.5 + random.NextDouble())), RingRole.Shell);
            builder.EndArea();
        }

        return builder.Build();
    }

    private static string LayersText()
    {
        var text = new StringBuilder("schema: zoning-rules/1\nlayers:\n");
        Layer("units", "control-units", "    fields: {code: HJGKDYBM, name: HJGKDYMC, category: ZHGKDYFL}\n    categories: {\"1\": priority, \"2\": key, \"3\": general}\n    sliver: 1 m2\n");
        Layer("ecological-redline", "areas", "    sliver: 1 m2\n");
        Layer("industrial-parks", "areas", "    sliver: 1 m2\n");
        Layer("drinking-water-protection", "areas", "    sliver: 1 m2\n");
        Layer("river-main", "lines", string.Empty);
        return text.ToString();

        void Layer(string id, string shape, string more) => text.Append(CultureInfo.InvariantCulture, $$"""
              {{id}}:
                label: {zh: {{id}}, en: {{id}}}
                shape: {{shape}}
                file: data/{{id}}.geojson
                crs: EPSG:4548
                accuracy: 5 m
                coverage: data/outline.geojson
                illustrative: yes
            {{more}}    source:
                  title: 生成的图层
                  publisher: 生成
                  date: 2026-11-22
                ask: {zh: 场址与该图层的关系如何？, en: "How does the site lie to the layer?"}
                answered-by: authority

            """);
    }

    private static string RequirementsText()
    {
        var random = new Random(20261122);
        var text = new StringBuilder("schema: zoning-rules/1\ninstrument: jdz-2020-8\nrequirements:\n");
        for (var i = 0; i < Norms; i++)
        {
            var effect = (i % 5) switch { 0 or 1 or 2 => "prohibit", 3 => "require", _ => "oblige" };
            var trades = string.Join(", ", Enumerable.Range(0, 3).Select(_ => Divisions[random.Next(Divisions.Length)]).Distinct());
            var place = Filled(Places[i % Places.Length], random.Next(1, 20));
            var amount = Filled(Amounts[random.Next(Amounts.Length)], random.Next(50, 400));
            var answer = Answers[random.Next(Answers.Length)];
            var (first, second) = effect switch { "require" => ("site in industrial-parks", amount.Replace('>', '<').Replace("<=", "<", StringComparison.Ordinal)), "oblige" => (place, answer), _ => (place, random.Next(2) == 0 ? amount : answer) };
            text.Append(CultureInfo.InvariantCulture, $$"""
                  - id: NAT-{{i:D2}}
                    place: 附件4 第12项
                    title: {zh: 生成的要求, en: generated}
                    dimension: spatial-layout
                    heading: 限制开发建设活动的要求
                    scope: {{Scopes[i % Scopes.Length]}}
                    quote: "{{Quote}}"
                    norms:
                      - id: NAT-{{i:D2}}.a
                        span: whole
                        gist: {zh: 生成的规则。, en: Generated.}
                        effect: {{effect}}
                        applies:
                          all:
                            - project.action in [new, rebuild, expand, relocate]
                            - project.industry in [{{trades}}]
                        when:
                          {{(effect == "require" ? "any" : "all")}}:
                            - {{first}}
                            - {{second}}

                """);
            if (effect == "oblige")
            {
                text.Append("""
                            obligations:
                              - text: {zh: 生成的义务, en: generated}
                                of: {zh: 建设单位, en: the applicant}
                                due: {zh: 建设期, en: during construction}

                    """);
            }
        }

        return text.ToString();
    }

    private static string Filled(string pattern, int number) => string.Format(CultureInfo.InvariantCulture, pattern, number);
}
