namespace ZoningRules.RulePacks;

/// <summary>Days from a first day, included, until a day that is excluded; open-ended when there is none.</summary>
/// <param name="From">The first day.</param>
/// <param name="Until">The first day after, or null.</param>
public readonly record struct Period(DateOnly From, DateOnly? Until)
{
    /// <summary>Whether a day lies in it.</summary>
    public bool Holds(DateOnly date) => date >= From && (Until is not { } until || date < until);

    /// <summary>Whether two periods share a day.</summary>
    public bool Meets(Period other) =>
        (Until is not { } until || other.From < until) && (other.Until is not { } otherUntil || From < otherUntil);
}
