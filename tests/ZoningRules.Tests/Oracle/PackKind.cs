namespace ZoningRules.Tests.Oracle;

/// <summary>What kind of pack is generated.</summary>
internal enum PackKind
{
    /// <summary>With control units.</summary>
    Zoning,

    /// <summary>Without, as a special plan.</summary>
    Plan,
}
