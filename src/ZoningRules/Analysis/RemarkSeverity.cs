namespace ZoningRules.Analysis;

/// <summary>How much a remark matters.</summary>
public enum RemarkSeverity
{
    /// <summary>Worth knowing; nothing need be done.</summary>
    Note,

    /// <summary>Somebody should look at it before the pack is published.</summary>
    Warning,

    /// <summary>The pack says something it cannot mean.</summary>
    Error,
}
