namespace ZoningRules.Locations;

/// <summary>How grave a flaw of a layer is, from mild to grave.</summary>
public enum FlawSeverity
{
    /// <summary>Worth knowing; nothing is wrong.</summary>
    Note,

    /// <summary>Probably wrong: somebody should look. The layer can be used.</summary>
    Warning,

    /// <summary>Wrong: the layer cannot be used.</summary>
    Error,
}
