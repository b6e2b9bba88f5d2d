namespace ZoningRules.RulePacks;

/// <summary>What a norm does.</summary>
public enum Effect
{
    /// <summary>Forbids what its condition describes.</summary>
    Prohibit,

    /// <summary>Demands what its condition describes.</summary>
    Require,

    /// <summary>Attaches an obligation where its condition holds.</summary>
    Oblige,

    /// <summary>Keeps a running total within a limit.</summary>
    Cap,

    /// <summary>Lays a duty on existing facilities where its condition holds.</summary>
    Exit,

    /// <summary>Addressed to an authority or left to discretion: shown, never computed.</summary>
    Manual,
}
