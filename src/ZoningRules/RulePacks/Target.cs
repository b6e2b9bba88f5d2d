namespace ZoningRules.RulePacks;

/// <summary>The year by or in which a norm binds.</summary>
/// <param name="Year">The year.</param>
/// <param name="OnlyInYear">True: binds only in that year. False: binds until the end of that year.</param>
public sealed record Target(int Year, bool OnlyInYear)
{
    /// <summary>Whether the norm binds on a day.</summary>
    public bool Binds(DateOnly date) => OnlyInYear ? date.Year == Year : date.Year <= Year;
}
