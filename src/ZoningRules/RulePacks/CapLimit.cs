namespace ZoningRules.RulePacks;

/// <summary>The limit of a cap. Closed.</summary>
public abstract record CapLimit
{
    private protected CapLimit() { }

    /// <summary>A fixed amount in the base measure.</summary>
    public sealed record Fixed(decimal Amount) : CapLimit;

    /// <summary>A dated parameter.</summary>
    public sealed record Dated(Parameter Parameter) : CapLimit;

    /// <summary>The ledger's base amount less a share of it.</summary>
    /// <param name="Share">The share, 1 being the whole.</param>
    public sealed record BaseMinus(decimal Share) : CapLimit;
}
