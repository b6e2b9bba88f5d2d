namespace ZoningRules.Cli.Batch;

/// <summary>Where result lines go.</summary>
internal interface IResultSink : IDisposable
{
    /// <summary>What an earlier, interrupted run left; null when this one begins at the beginning.</summary>
    Journal? Earlier { get; }

    /// <summary>Writes whole lines.</summary>
    /// <exception cref="OutputLostException">They could not be written.</exception>
    void Write(ReadOnlySpan<byte> lines);

    /// <summary>Whether so much was written since the last commit that the next is due.</summary>
    bool IsCommitDue { get; }

    /// <summary>Makes sure that what was written can be taken up later.</summary>
    /// <exception cref="OutputLostException">It could not be written.</exception>
    void Commit(Func<long, Journal> journal);

    /// <summary>Puts the complete results in their place.</summary>
    /// <exception cref="OutputLostException">They could not be put there.</exception>
    void Complete();
}
