using System.Buffers;

namespace ZoningRules.Cli.Batch;

/// <summary>Writes result lines. One for each thread; the same row gives the same bytes in all of them.</summary>
internal interface IResultWriter : IDisposable
{
    /// <summary>What stands before the first row; empty mostly.</summary>
    string Heading { get; }

    /// <summary>Writes one line with its line feed.</summary>
    void Write(ArrayBufferWriter<byte> output, in RowResult result);
}
