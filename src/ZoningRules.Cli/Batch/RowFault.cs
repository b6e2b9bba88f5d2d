namespace ZoningRules.Cli.Batch;

/// <summary>What can be wrong with a row before it is read.</summary>
internal enum RowFault
{
    /// <summary>Nothing so far.</summary>
    None,

    /// <summary>It is longer than a row may be; its bytes were not kept.</summary>
    TooLong,

    /// <summary>A quotation mark was opened and never closed.</summary>
    OpenQuote,

    /// <summary>It is not what must stand here, and nothing after it can be read.</summary>
    EndsReading,

    /// <summary>The feature collection states its coordinate reference system here, too late.</summary>
    LateCrs,
}
