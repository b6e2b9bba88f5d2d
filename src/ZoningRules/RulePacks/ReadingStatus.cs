namespace ZoningRules.RulePacks;

/// <summary>How firm a reading is.</summary>
public enum ReadingStatus
{
    /// <summary>The likelier one.</summary>
    Assumed,

    /// <summary>Another possible one.</summary>
    Alternative,

    /// <summary>Confirmed by the authority: the others no longer count.</summary>
    Confirmed,
}
