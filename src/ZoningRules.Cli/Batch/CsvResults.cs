using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ZoningRules.Locations;
using ZoningRules.Problems;
using ZoningRules.Reports;
using ZoningRules.RulePacks;
using ZoningRules.Verdicts;

namespace ZoningRules.Cli.Batch;

/// <summary>Result lines as CSV after RFC 4180, UTF-8, with a heading. Several values in a cell are separated by semicolons.</summary>
internal sealed class CsvResults(PackSet packs) : IResultWriter
{
    private readonly StringBuilder text = new();
    private readonly List<string> cells = [];

    /// <inheritdoc/>
    public string Heading =>
        "row,line,status,name,date,verdict,possible,units,shares,deciding,doubts,obligations,questions,notLoaded,repaired,failedLayers,illustrative,receipt,problems,messageZh,messageEn"
        + string.Concat(packs.Packs.Length == 1 ? [] : packs.Packs.Select(p => $",verdict {p.Id}")) + "\n";

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
            ImmutableArray<UnitHit> units = [.. screening.Hits];
            var parts = screening.Parts.Select(p => p.Screening);
            cells.Add(screening.GoverningDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            cells.Add(JsonWords.Of(screening.Verdict));
            Joined(screening.Possible.Select(JsonWords.Of));
            Joined(units.Select(u => u.Code));
            Joined(units.Select(u => JsonResults.Rounded(u.ShareOfSite.Value).ToString(CultureInfo.InvariantCulture)));
            Joined(screening.Deciding.SelectMany(p => p.Screening.Deciding).Select(n => n.Norm.Id));
            Joined(parts.Where(p => packs.Packs.Length == 1 || p.Concern != Concern.NotConcerned).SelectMany(p => p.Doubts).Select(d => JsonWords.Of(d.Kind)));
            Joined(parts.SelectMany(p => p.Obliging).Select(n => n.Norm.Id));
            Joined(screening.Questions);
            Joined(parts.SelectMany(p => p.NotLoaded).Select(l => l.Unit));
            cells.Add(parts.Any(p => p.Location is { Repair: not null }) ? "yes" : "no");
            Joined(parts.SelectMany(JsonResults.FailedLayers).Distinct());
            cells.Add(screening.Illustrative ? "yes" : "no");
            cells.Add(result.Receipt);
            cells.AddRange(["", "", ""]);
            if (packs.Packs.Length > 1)
            {
                cells.AddRange(parts.Select(p => p.Concern == Concern.NotConcerned ? JsonWords.Of(p.Concern) : JsonWords.Of(p.Verdict)));
            }
        }
        else
        {
            cells.AddRange(Enumerable.Repeat(string.Empty, 14));
            Joined(result.Problems.Select(p => p.Id));
            Joined(result.Problems.Select(p => Wording.Message(p, Language.Zh)));
            Joined(result.Problems.Select(p => Wording.Message(p, Language.En)));
            if (packs.Packs.Length > 1)
            {
                cells.AddRange(packs.Packs.Select(_ => string.Empty));
            }
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
