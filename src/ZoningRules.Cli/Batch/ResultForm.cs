namespace ZoningRules.Cli.Batch;

/// <summary>How result lines are written.</summary>
internal enum ResultForm
{
    /// <summary>A JSON object a line.</summary>
    Ndjson,

    /// <summary>A table.</summary>
    Csv,
}
