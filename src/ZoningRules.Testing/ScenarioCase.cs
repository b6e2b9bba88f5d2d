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
    /// <summary>
    /// The case file, with the verdict that comes of it today. Null when the case language cannot say the scenario, such as a unit perhaps hit: what is returned was read
    /// back and came to the same verdict and possible verdicts.
    /// </summary>
    public static string? Of(Scenario scenario, Assessor assessor)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(assessor);
        if (Place(scenario.Location) is not { } place)
        {
            return null;
        }

        var expected = scenario.AssessedBy(assessor);
        var proposal = ProposalText.ToProposal(scenario.Facts);
        var officer = proposal.Decisions.Select(d => d.Attribute).ToHashSet(StringComparer.Ordinal);
        var lines = ProposalText.Lines(scenario.Facts).ToLookup(l => officer.Contains(l[..l.IndexOf(':', StringComparison.Ordinal)]));
        var text = new StringBuilder("schema: zoning-case/1\nname: {zh: 缩减后的反例, en: a counterexample made small}\n");
        text.Append(CultureInfo.InvariantCulture, $"date: {scenario.GoverningDate:yyyy-MM-dd}\n");
        Block("given", lines[false]);
        Block("decisions", lines[true]);
        text.Append(place);
        Block("ledgers", scenario.Ledgers.Select(l => string.Create(
            CultureInfo.InvariantCulture, $"{l.Name}: {{as-of: {l.AsOf:yyyy-MM-dd}, used: {l.Used}{Measure(l.Name)}, reserved: {l.Reserved}{Measure(l.Name)}{(l.Base is { } b ? $", base: {b}{Measure(l.Name)}" : string.Empty)}}}")));
        text.Append(CultureInfo.InvariantCulture, $"expect:\n  verdict: {expected.Verdict}\n  possible: [{string.Join(", ", expected.Possible)}]\n");
        var written = text.ToString();
        var read = CaseReader.Parse("case.yaml", Encoding.UTF8.GetBytes(written), assessor.Pack);
        return read.Succeeded && CaseCheck.Differences(assessor, read.Value).IsEmpty ? written : null;

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

    // Empty when nothing is known of the place; null when it cannot be said.
    private static string? Place(SiteLocation? location)
    {
        if (location is null)
        {
            return string.Empty;
        }

        if (location.Units.Any(u => u.Certainty != Truth.True) || (!location.Gaps.IsEmpty && !location.Units.IsEmpty))
        {
            return null;
        }

        var text = new StringBuilder("at:\n");
        text.Append(location.Units.IsEmpty
            ? location.Gaps.IsEmpty ? "  units: unknown\n" : "  units: none\n"
            : $"  units: [{string.Join(", ", location.Units.Select(u => u.Code).Distinct(StringComparer.Ordinal))}]\n");
        var memberships = new StringBuilder();
        var distances = new StringBuilder();
        foreach (var relation in location.Relations)
        {
            var word = (relation.Status, relation.In, relation.Within) switch
            {
                (LayerStatus.NoLayer, _, _) => "no-data",
                (LayerStatus.Measured, Truth.True, Truth.True) => "within",
                (LayerStatus.Measured, Truth.True, _) => "yes",
                (LayerStatus.Measured, Truth.False, _) => "no",
                (LayerStatus.Measured, Truth.Unknown, _) => "unknown",
                _ => null,
            };
            if (word is null)
            {
                return null;
            }

            memberships.Append("    ").Append(relation.Layer).Append(": ").Append(word).Append('\n');
            if (relation is { Distance: { } distance } && relation.In != Truth.True && word != "no-data")
            {
                var (low, high) = (distance.Low.Value, distance.High.Value);
                distances.Append(CultureInfo.InvariantCulture, $"    {relation.Layer}: {(low == high ? $"{low}" : $"{low}..{high}")} m\n");
            }
        }

        text.Append(memberships.Length > 0 ? "  in:\n" : string.Empty).Append(memberships);
        text.Append(distances.Length > 0 ? "  distance:\n" : string.Empty).Append(distances);
        return text.ToString();
    }
}
