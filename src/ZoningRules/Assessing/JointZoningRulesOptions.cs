namespace ZoningRules.Assessing;

/// <summary>What a host says when it registers several rule packs. Read once, when the packs are first needed.</summary>
public sealed class JointZoningRulesOptions
{
    /// <summary>The folders of the rule packs, those that hold manifest.yaml, in any order. Relative paths start at the process's working folder. At least one.</summary>
    public IReadOnlyList<string> RulesFolders { get; set; } = [];
}
