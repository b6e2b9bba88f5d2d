namespace ZoningRules.Assessing;

/// <summary>What a host says when it registers ZoningRules. Read once, when the rule pack is first needed.</summary>
public sealed class ZoningRulesOptions
{
    /// <summary>The folder of the rule pack, the one that holds manifest.yaml. A relative path starts at the process's working folder. Must be set.</summary>
    public string RulesFolder { get; set; } = string.Empty;
}
