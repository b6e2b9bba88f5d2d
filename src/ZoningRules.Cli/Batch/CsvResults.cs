using System.Buffers;
using System.Globalization;
using System.Text;
using ZoningRules.Problems;
using ZoningRules.Reports;

namespace ZoningRules.Cli.Batch;

/// <summary>Result lines as CSV after RFC 4180, UTF-8, with a heading. Several values in a cell are separated by semicolons.</summary>
internal sealed class CsvResults : IResultWriter
{
    private readonly StringBuilder text = new();
    private readonly List<string> cells = [];

    /// <inheritdoc/>
    public string Heading =>
        "row,line,status,name,date,verdict,possible,units,shares,deciding,doubts,obligations,questions,notLoaded,illustrative,receipt,problems,messageZh,messageEn\n";

    /// <inheritdoc/>
    public void Write(ArrayBufferWriter<byte> output, in RowResult result)
    {
        cells.Clear();
        cells.Add(result.Row.ToString(CultureInfo.InvariantCulture));
        cells.Add(result.Line > 0 ? result.Line.ToString(CultureInfo.InvariantCulture) : string.Empty);
        cells.Add(result.Screening is null ? "bad-input" : "assessed");
        cells.Add(result.Proposal?.Name ?? string.Empty);
        if (result.Screening is { } screening)
        {
            var units = screening.Location?.Units ?? [];
            cells.Add(screening.GoverningDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            cells.Add(JsonWords.Of(screening.Verdict));
            Joined(screening.Possible.Select(JsonWords.Of));
            Joined(units.Select(u => u.Code));
            Joined(units.Select(u => JsonResults.Rounded(u.ShareOfSite.Value).ToString(CultureInfo.InvariantCulture)));
            Joined(screening.Deciding.Select(n => n.Norm.Id));
            Joined(screening.Doubts.Select(d => JsonWords.Of(d.Kind)));
            Joined(screening.Obliging.Select(n => n.Norm.Id));
            Joined(screening.Questions);
            Joined(screening.NotLoaded.Select(l => l.Unit));
            cells.Add(screening.Location is { Illustrative: true } ? "yes" : "no");
            cells.Add(result.Receipt);
            cells.AddRange(["", "", ""]);
        }
        else
        {
            cells.AddRange(Enumerable.Repeat(string.Empty, 12));
            Joined(result.Problems.Select(p => p.Id));
            Joined(result.Problems.Select(p => Wording.Message(p, Language.Zh)));
            Joined(result.Problems.Select(p => Wording.Message(p, Language.En)));
        }

        text.Clear();
        Csv.Append(text, cells);
        text.Append('\n');
        foreach (var chunk in text.GetChunks())
        {
            Encoding.UTF8.GetBytes(chunk.Span, output);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private void Joined(IEnumerable<string> values) => cells.Add(string.Join(';', values));
}
