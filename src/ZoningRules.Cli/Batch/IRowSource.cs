namespace ZoningRules.Cli.Batch;

/// <summary>Gives the rows of an input one after another, without holding more of it than a row or a block.</summary>
internal interface IRowSource : IDisposable
{
    /// <summary>The heading of a table; null when every row is a proposal or a feature in JSON.</summary>
    TableHeading? Heading { get; }

    /// <summary>Adds rows until the block is full or the input ends.</summary>
    /// <returns>Whether there was a row.</returns>
    bool Fill(RowBlock block);

    /// <summary>SHA-256 of the input read so far, or of the whole where it is not read from front to end.</summary>
    byte[] Digest();

    /// <summary>How far the input was read, in bytes.</summary>
    long Position { get; }
}
