namespace ZoningRules.Problems.Sources;

/// <summary>How a text was written.</summary>
internal enum TextStyle
{
    /// <summary>Without quotes: a YAML plain scalar, or a JSON number, true or false.</summary>
    Plain,

    /// <summary>With quotes or as a block.</summary>
    Quoted,

    /// <summary>Nothing was written, or JSON null.</summary>
    Nothing,
}
