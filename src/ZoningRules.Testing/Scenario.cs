using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ZoningRules.Assessing;
using ZoningRules.Facts;
using ZoningRules.Locations;

namespace ZoningRules.Testing;

/// <summary>Everything one assessment rests on besides the pack. Immutable.</summary>
/// <param name="Facts">What is declared and decided.</param>
/// <param name="Location">Where the site lies; null when that is not known.</param>
/// <param name="Ledgers">Ledger snapshots.</param>
/// <param name="GoverningDate">The date whose law counts.</param>
public sealed record Scenario(DeclaredFacts Facts, SiteLocation? Location, ImmutableArray<Ledger> Ledgers, DateOnly GoverningDate)
{
    /// <summary>The same with another fact for one attribute.</summary>
    public Scenario WithFact(AttributeDefinition attribute, Fact fact)
    {
        ArgumentNullException.ThrowIfNull(attribute);
        return this with { Facts = new(Facts.Vocabulary, Facts.Facts.SetItem(attribute.Slot, fact)) };
    }

    /// <summary>The same without one attribute.</summary>
    public Scenario Without(AttributeDefinition attribute)
    {
        ArgumentNullException.ThrowIfNull(attribute);
        return WithFact(attribute, new(new FactValue.Unknown(attribute.UnknownAs), FactOrigin.None, null));
    }

    /// <summary>What the assessor makes of it.</summary>
    public Verdicts.Assessment AssessedBy(Assessor assessor)
    {
        ArgumentNullException.ThrowIfNull(assessor);
        return assessor.AssessFacts(Facts, Location, new(GoverningDate, Ledgers));
    }

    /// <summary>Lines like those of a case file.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"date: {GoverningDate:yyyy-MM-dd}\ngiven:\n");
        foreach (var line in ProposalText.Lines(Facts))
        {
            text.Append("  ").Append(line).Append('\n');
        }

        text.Append(LocationText.Of(Location));
        foreach (var ledger in Ledgers)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"ledger {ledger.Name}: as-of {ledger.AsOf:yyyy-MM-dd}, used {ledger.Used}, reserved {ledger.Reserved}, base {ledger.Base?.ToString(CultureInfo.InvariantCulture) ?? "unknown"}\n");
        }

        return text.ToString();
    }
}
