using System.Globalization;
using System.Text;
using ZoningRules.Assessing;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.RulePacks;

namespace ZoningRules.Testing;

/// <summary>Writes a scenario as a case file.</summary>
public static class ScenarioCase
{
    // Names of towns stand for a place; a scenario says its place otherwise, and the names generated for it are made up.
    private static readonly string[] Town = ["site.town:", "site.county:"];

    /// <summary>
    /// The case file, with the verdict that comes of it today. What is returned was read back and came to the same verdict and possible verdicts; null when it did not, as with a
    /// relation that no measurement gives.
    /// </summary>
    public static string? Of(Scenario scenario, Assessor assessor)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(assessor);
        var written = Written(scenario, assessor);
        var read = CaseReader.Parse("case.yaml", Encoding.UTF8.GetBytes(written), assessor.Pack);
        return read.Succeeded && CaseCheck.Differences(assessor, read.Value).IsEmpty ? written : null;
    }

    /// <summary>The same without being read back.</summary>
    internal static string Written(Scenario scenario, Assessor assessor)
    {
        var expected = scenario.AssessedBy(assessor);
        var proposal = ProposalText.ToProposal(scenario.Facts);
        var officer = proposal.Decisions.Select(d => d.Attribute).ToHashSet(StringComparer.Ordinal);
        var lines = ProposalText.Lines(scenario.Facts).Where(l => !Array.Exists(Town, l.StartsWith)).ToLookup(l => officer.Contains(l[..l.IndexOf(':', StringComparison.Ordinal)]));
        var text = new StringBuilder("schema: zoning-case/1\nname: {zh: 缩减后的反例, en: a counterexample made small}\n");
        text.Append(CultureInfo.InvariantCulture, $"date: {scenario.GoverningDate:yyyy-MM-dd}\n");
        Block("given", lines[false]);
        Block("decisions", lines[true]);
        text.Append(Place(scenario.Location));
        Block("ledgers", scenario.Ledgers.Select(l => string.Create(
            CultureInfo.InvariantCulture, $"{l.Name}: {{as-of: {l.AsOf:yyyy-MM-dd}, used: {l.Used}{Measure(l.Name)}, reserved: {l.Reserved}{Measure(l.Name)}{(l.Base is { } b ? $", base: {b}{Measure(l.Name)}" : string.Empty)}}}")));
        text.Append(CultureInfo.InvariantCulture, $"expect:\n  verdict: {expected.Verdict}\n  possible: [{string.Join(", ", expected.Possible)}]\n");
        return text.ToString();

        void Block(string name, IEnumerable<string> entries)
        {
            if (entries.Any())
            {
                text.Append(name).Append(":\n");
                foreach (var entry in entries)
                {
                    text.Append("  ").Append(entry).Append('\n');
                }
            }
        }

        string Measure(string ledger)
        {
            var increment = assessor.Pack.Norms.Select(n => n.Norm.Cap).FirstOrDefault(c => c?.Ledger == ledger)?.Increment;
            return increment?.Type is Facts.AttributeType.Number number && assessor.Pack.Vocabulary.Measures.BaseOf(number.Measure.Dimension) is { } measure ? $" {measure.Name}" : string.Empty;
        }
    }

    // Empty when nothing is known of the place.
    private static string Place(SiteLocation? location)
    {
        if (location is null)
        {
            return string.Empty;
        }

        var text = new StringBuilder("at:\n");
        var sure = Codes(location, Truth.True);
        var perhaps = Codes(location, Truth.Unknown);
        var gaps = location.Gaps.Select(g => g switch
        {
            { Reason: not null } => "named-hole",
            { OutsideCoverage: true } => "outside-coverage",
            _ => "no-unit",
        }).ToList();
        text.Append(sure.Length > 0 ? $"  units: [{sure}]\n" : gaps.Count > 0 && perhaps.Length == 0 ? "  units: none\n" : perhaps.Length > 0 ? string.Empty : "  units: unknown\n");
        text.Append(perhaps.Length > 0 ? $"  perhaps-units: [{perhaps}]\n" : string.Empty);
        text.Append(gaps is [] or ["no-unit"] && sure.Length + perhaps.Length == 0 ? string.Empty : gaps.Count > 0 ? $"  gaps: [{string.Join(", ", gaps)}]\n" : string.Empty);
        text.Append(Relations("  ", location.Relations));
        var parts = location.Units.DistinctBy(u => u.Code).Select(u => (u.Code, Own: Relations("      ", u.Relations.Except(location.Relations)))).Where(p => p.Own.Length > 0).ToList();
        text.Append(parts.Count > 0 ? "  parts:\n" : string.Empty);
        foreach (var (code, own) in parts)
        {
            text.Append("    ").Append(code).Append(":\n").Append(own);
        }

        return text.ToString();
    }

    private static string Codes(SiteLocation location, Truth certainty) =>
        string.Join(", ", location.Units.Where(u => u.Certainty == certainty).Select(u => u.Code).Distinct(StringComparer.Ordinal));

    private static string Relations(string indent, IEnumerable<LayerRelation> relations)
    {
        var all = relations.ToList();
        return Map("in", all.Select(r => (r.Layer, (string?)Word(r))))
            + Map("distance", all.Select(r => (r.Layer, r is { Distance: { } d } && (d.High.Value > 0 || r.In != Truth.True) ? Amount(d.Low.Value, d.High.Value, "m") : null)))
            + Map("overlap", all.Select(r => (r.Layer, r is { Overlap: { } o, In: not Truth.False } ? Amount(o.Low.Value, o.High.Value, "m2") : null)))
            + Map("share", all.Select(r => (r.Layer, r is { Share: { } s, In: not Truth.False, Within: not Truth.True } ? Amount(s.Low.Value * 100, s.High.Value * 100, "%") : null)));

        string Map(string name, IEnumerable<(string Layer, string? Value)> entries) => entries.Where(e => e.Value is not null).ToList() is { Count: > 0 } said
            ? $"{indent}{name}:\n{string.Concat(said.Select(e => $"{indent}  {e.Layer}: {e.Value}\n"))}"
            : string.Empty;
    }

    private static string Amount(decimal low, decimal high, string measure) =>
        string.Create(CultureInfo.InvariantCulture, $"{(low == high ? $"{low}" : $"{low}..{high}")} {measure}");

    private static string Word(LayerRelation relation) => (relation.Status, relation.In, relation.Within) switch
    {
        (LayerStatus.Measured, Truth.True, Truth.True) => "within",
        (LayerStatus.Measured, Truth.True, Truth.Unknown) => "yes",
        (LayerStatus.Measured, Truth.True, _) => "partly",
        (LayerStatus.Measured, Truth.False, _) => "no",
        (LayerStatus.Measured, _, Truth.False) => "edge",
        (LayerStatus.Measured, _, _) => "unknown",
        (LayerStatus.NoLayer, _, _) => "no-data",
        (LayerStatus.Failed, _, _) => "failed",
        (LayerStatus.NotCovered, Truth.True, _) => "partly-covered",
        (LayerStatus.NotCovered, _, _) => "not-covered",
        _ => "no-geometry",
    };
}
