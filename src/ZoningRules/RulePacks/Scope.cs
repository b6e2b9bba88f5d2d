using ZoningRules.Locations;

namespace ZoningRules.RulePacks;

/// <summary>Where a requirement counts. Closed.</summary>
public abstract record Scope
{
    private protected Scope() { }

    /// <summary>Everywhere in the jurisdiction.</summary>
    public sealed record City : Scope;

    /// <summary>In the control units of one category, for the part of the site inside each.</summary>
    public sealed record InCategory(ControlCategory Category) : Scope;

    /// <summary>In one control unit, for the part of the site inside it.</summary>
    public sealed record InUnit(string Code) : Scope;

    /// <summary>Where the site lies in a layer.</summary>
    /// <param name="Layer">The layer's id.</param>
    /// <param name="Slot">Its slot in the vocabulary.</param>
    public sealed record InZone(string Layer, int Slot) : Scope;
}
