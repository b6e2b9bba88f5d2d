using System.Security.Cryptography;
using System.Text;
using ZoningRules.Geo.Reading.Rows;

namespace ZoningRules.Cli.Batch;

/// <summary>The rows of a GeoPackage layer or a workbook sheet, handed on as records of a CSV table.</summary>
internal sealed class FileRows(FeatureTable table, byte[] digest, long length) : IRowSource
{
    private readonly StringBuilder text = new();
    private long read;

    /// <inheritdoc/>
    public TableHeading? Heading { get; set; }

    /// <inheritdoc/>
    public long Position => Math.Min(read, length);

    /// <summary>SHA-256 of a whole file.</summary>
    public static byte[] DigestOf(string path)
    {
        using var stream = File.OpenRead(path);
        return SHA256.HashData(stream);
    }

    /// <inheritdoc/>
    public bool Fill(RowBlock block)
    {
        while (!block.IsFull && table.MoveNext())
        {
            text.Clear();
            Csv.Append(text, Enumerable.Range(0, table.Columns.Length).Select(table.Cell));
            var bytes = Encoding.UTF8.GetBytes(text.ToString());
            read += bytes.Length;
            block.Add(bytes.Length > InputWindow.RowLimit ? [] : bytes, table.Line, 1, bytes.Length > InputWindow.RowLimit ? RowFault.TooLong : RowFault.None);
        }

        return block.Rows.Count > 0;
    }

    /// <inheritdoc/>
    public byte[] Digest() => digest;

    /// <inheritdoc/>
    public void Dispose() => table.Dispose();
}
