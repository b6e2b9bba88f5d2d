using System.Text;

namespace ZoningRules.Cli.Batch;

/// <summary>Result lines on standard output. They cannot be taken up later.</summary>
internal sealed class StreamSink(TextWriter output) : IResultSink
{
    /// <inheritdoc/>
    public Journal? Earlier => null;

    /// <inheritdoc/>
    public bool IsCommitDue => false;

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> lines)
    {
        try
        {
            output.Write(Encoding.UTF8.GetString(lines));
        }
        catch (IOException)
        {
            throw new OutputLostException("-", new("读取方已关闭", "its reader has gone away"));
        }
    }

    /// <inheritdoc/>
    public void Commit(Func<long, Journal> journal)
    {
    }

    /// <inheritdoc/>
    public void Complete() => Flush();

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private void Flush()
    {
        try
        {
            output.Flush();
        }
        catch (IOException)
        {
            throw new OutputLostException("-", new("读取方已关闭", "its reader has gone away"));
        }
    }
}
