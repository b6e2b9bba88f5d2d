using ZoningRules.Problems;

namespace ZoningRules.RulePacks;

/// <summary>A legal document with its archived text.</summary>
public sealed record Instrument
{
    /// <summary>The id used in files.</summary>
    public required string Id { get; init; }

    /// <summary>Its document number, such as 景府发〔2020〕8号.</summary>
    public required string Number { get; init; }

    /// <summary>Its title.</summary>
    public required LocalText Title { get; init; }

    /// <summary>Who issued it.</summary>
    public required string Issuer { get; init; }

    /// <summary>Its rank.</summary>
    public required InstrumentRank Rank { get; init; }

    /// <summary>When it was adopted, or null.</summary>
    public DateOnly? Adopted { get; init; }

    /// <summary>When it is in force.</summary>
    public required Period InForce { get; init; }

    /// <summary>SHA-256 of the archived text's bytes, lower-case hex.</summary>
    public required string TextSha256 { get; init; }

    /// <summary>Where it is declared.</summary>
    public required SourcePlace Place { get; init; }
}
