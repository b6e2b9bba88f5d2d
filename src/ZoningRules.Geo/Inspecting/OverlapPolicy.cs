namespace ZoningRules.Geo.Inspecting;

/// <summary>What an import does about control units that overlap by more than the tolerance.</summary>
public enum OverlapPolicy
{
    /// <summary>It refuses the layer.</summary>
    Refuse,

    /// <summary>It takes the layer and records what was accepted.</summary>
    Accept,
}
