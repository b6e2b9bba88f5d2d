using System.Text;
using ZoningRules.Geo;
using ZoningRules.Locations;
using ZoningRules.Proposals;
using ZoningRules.RulePacks;

namespace ZoningRules.Benchmarks;

/// <summary>What the benchmarks work on: the Jingdezhen pack and proposals in it.</summary>
internal static class Bench
{
    private static readonly Lazy<Proposal> UsualForm = new(Usual);

    public static DateOnly Date { get; } = new(2026, 11, 22);

    public static string PackFolder { get; } = Path.Combine(Root(), "rules", "jingdezhen");

    public static RulePack ReadPack() => RulePackReader.Read(PackFolder).Require();

    public static SiteLocator ReadLayers(RulePack pack) => SiteLocator.Load(pack.Layers);

    /// <summary>A polygon of 20 corners and about 4 ha in a chemical park.</summary>
    public static string Polygon { get; } = Circle(117.0943, 29.2219, 20);

    /// <summary>A chemical project of which everything the rules may ask is answered.</summary>
    public static Proposal Answered() => Proposal(
        """
          project.kind: project
          project.action: new
          project.industry: "2614"
          project.catalogue-class: permitted
          project.outdated-capacity: no
          project.overcapacity-sector: no
          project.two-high: no
          project.discharges-pollutants: yes
          project.increases-soil-pollution: no
          project.major-strategic: no
          project.fugitive-emissions: no
          project.electroplating: no
          project.surface-coating: no
          boilers:
            - {fuel: coal, capacity: 40 t-steam/h, power-plant: no, ultra-low-emission: yes}
            - {fuel: gas, capacity: 10 t-steam/h, power-plant: no, ultra-low-emission: no}
          fuels: [coal, gas]
          fuel.high-polluting: yes
          fuel.high-polluting-other-than-coal: no
          fuel.sells-high-polluting: no
          fuel.coal-furnaces: no
          livestock.large-scale: no
          livestock.head: 0
          aquaculture.method: other
          aquaculture.water-body: other
          aquaculture.reservoir-class: none
          aquaculture.inputs: []
          felling.purpose: none
          recycling.wastes: []
          capacity.added: 0 t/a
          capacity.retired: 0 t/a
          water.annual-withdrawal: 120000 m3/a
          water.sources: [tap]
          emission.cod: 3.2 t/a
          emission.nh3n: 0.3 t/a
          emission.nox: 1.5 t/a
          emission.so2: 0.8 t/a
          emission.vocs: 2 t/a
          energy.annual: 4000 tce/a
        """,
        """
          list.nonferrous-coking: no
          term.jdz-11-strict-control: admitted
          term.jdz-16-standing: no
        """);

    /// <summary>The same project as it usually arrives: a dozen answers.</summary>
    public static Proposal Usual() => Proposal(
        """
          project.kind: project
          project.action: new
          project.industry: "2614"
          project.catalogue-class: permitted
          project.discharges-pollutants: yes
          boilers: [{fuel: coal, capacity: 40 t-steam/h}]
          fuels: [coal]
          livestock.large-scale: no
          felling.purpose: none
          recycling.wastes: []
          water.annual-withdrawal: 120000 m3/a
          emission.cod: 3.2 t/a
        """,
        null);

    /// <summary>The usual form for another site.</summary>
    public static Proposal UsualAt(Site site) => UsualForm.Value with { Site = site };

    /// <summary>The same site and nothing else: everything is still open.</summary>
    public static Proposal Bare() => Proposal("  project.kind: project", null);

    public static SiteLocation Locate(ISiteLocator locator, Proposal proposal) => locator.Locate((Site.Geometry)proposal.Site).Require();

    private static Proposal Proposal(string attributes, string? decisions)
    {
        var text = new StringBuilder($"name: benchmark\nsite:\n  wkt: \"{Polygon}\"\n  crs: EPSG:4490\n  accuracy: 1 m\nattributes:\n{attributes}\n");
        if (decisions is not null)
        {
            text.Append("decisions:\n");
            foreach (var line in decisions.ReplaceLineEndings("\n").Split('\n').Select(l => l.Trim().Split(": ")))
            {
                text.Append($"  - {{attribute: {line[0]}, value: {line[1]}, by: benchmark, date: 2026-11-20, reason: benchmark}}\n");
            }
        }

        return ProposalReader.Parse("benchmark.yaml", Encoding.UTF8.GetBytes(text.ToString())).Require();
    }

    private static string Circle(double longitude, double latitude, int corners)
    {
        var positions = Enumerable.Range(0, corners)
            .Select(i => (Angle: 2 * Math.PI * i / corners, Radius: 0.001 * (1 + (0.1 * (i % 3)))))
            .Select(c => FormattableString.Invariant($"{longitude + (c.Radius * Math.Cos(c.Angle)):F6} {latitude + (c.Radius * Math.Sin(c.Angle)):F6}"))
            .ToList();
        return $"POLYGON (({string.Join(", ", positions.Append(positions[0]))}))";
    }

    private static string Root()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "ZoningRules.sln")))
            {
                return at.FullName;
            }
        }

        throw new InvalidOperationException("the benchmarks run inside the repository");
    }
}
