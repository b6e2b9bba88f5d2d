namespace ZoningRules.Cli.Batch;

/// <summary>How much a result line says.</summary>
internal enum Detail
{
    /// <summary>The verdict, what is still possible, the units, the norms that decide, obligations and questions.</summary>
    Verdict,

    /// <summary>The outcome of every norm that bears on the project, besides.</summary>
    Findings,

    /// <summary>The whole assessment, besides, as <c>zoning check --format json</c> writes it.</summary>
    Full,
}
