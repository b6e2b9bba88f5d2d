using System.Collections.Immutable;
using System.Text.Json;
using ZoningRules.Problems;
using ZoningRules.Proposals;
using ZoningRules.RulePacks;
using ZoningRules.Verdicts;

namespace ZoningRules.Cli.Batch;

/// <summary>Reads, assesses and writes down the rows of blocks. One for each thread.</summary>
internal sealed class RowAssessor : IDisposable
{
    private readonly Workbench bench;
    private readonly BatchOptions options;
    private readonly string? crs;
    private readonly bool converted;
    private readonly DateOnly otherwise;
    private readonly RunIdentity identity;
    private readonly TableRowReader? table;
    private readonly IResultWriter writer;

    public RowAssessor(Workbench bench, BatchOptions options, OpenedInput input, DateOnly otherwise, RunIdentity identity)
    {
        this.bench = bench;
        this.options = options;
        this.otherwise = otherwise;
        this.identity = identity;
        crs = input.Crs;
        converted = input.Converted;
        table = input.Rows.Heading is { } heading ? new(heading, input.Delimiter) : null;
        writer = WriterFor(bench.Packs, options);
    }

    /// <summary>A writer of result lines.</summary>
    public static IResultWriter WriterFor(PackSet packs, BatchOptions options) =>
        options.Form == ResultForm.Csv ? new CsvResults(packs) : new JsonResults(packs, options.Detail, options.Language);

    /// <summary>Assesses every row of a block.</summary>
    public void Assess(RowBlock block)
    {
        var row = block.FirstRow;
        foreach (var mark in block.Rows)
        {
            var result = Result(row, mark, block.Bytes(mark).Span);
            writer.Write(block.Results, result);
            if (result.Screening is { } screening)
            {
                block.Tally.Add(screening);
            }
            else
            {
                block.Tally.AddBad(result.Problems.Select(p => p.Id).Distinct());
            }

            row++;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        table?.Dispose();
        writer.Dispose();
    }

    private RowResult Result(long row, RowMark mark, ReadOnlySpan<byte> bytes)
    {
        var place = new SourcePlace(options.Input, (int)Math.Min(mark.Line, int.MaxValue));
        if (FaultOf(mark, place) is { } fault)
        {
            return new(row, mark.Line, null, null, null, [fault], string.Empty);
        }

        if (bytes.Contains((byte)0) || (converted && bytes.IndexOf("\uFFFD"u8) >= 0))
        {
            return new(row, mark.Line, null, null, null, [Problem.Of(ProblemCode.NotText, place, options.Input)], string.Empty);
        }

        Loaded<Proposal> read;
        var form = "row.json";
        var json = ReadOnlySpan<byte>.Empty;
        if (table is null)
        {
            form = IsFeature(bytes) ? "row.geojson" : "row.json";
            json = bytes;
            read = ProposalReader.ParseWithoutPlaces(form, json);
        }
        else if (!System.Text.Unicode.Utf8.IsValid(bytes))
        {
            return new(row, mark.Line, null, null, null, [Problem.Of(ProblemCode.NotText, place, options.Input)], string.Empty);
        }
        else
        {
            json = table.Read(bytes, place);
            read = table.Problems.Count > 0 ? Loaded<Proposal>.Bad(table.Problems) : ProposalReader.ParseWithoutPlaces(form, json);
        }

        if (!read.Succeeded)
        {
            return Bad(row, mark, null, read.Problems);
        }

        var (proposal, assessment, screened) = Screened(read.Value, place);
        if (!screened.Succeeded)
        {
            // Read again, this time with places, to tell where.
            (proposal, assessment, screened) = Screened(ProposalReader.Parse(form, json).Require(), place);
        }

        return screened.Succeeded
            ? new(row, mark.Line, proposal, screened.Value, assessment, [], identity.RowReceipt(proposal.Sha256, screened.Value.GoverningDate))
            : Bad(row, mark, proposal, screened.Problems);
    }

    private (Proposal Proposal, JointAssessment? Assessment, Loaded<JointScreening> Screened) Screened(Proposal proposal, SourcePlace place)
    {
        if (crs is not null && proposal.Site is Site.Geometry { Crs: null } geometry)
        {
            proposal = proposal with { Site = geometry with { Crs = crs } };
        }

        if (options.Detail != Detail.Full)
        {
            return (proposal, null, bench.Screen(proposal, otherwise));
        }

        proposal = proposal with { Source = place.ToString() };
        var assessed = bench.AssessJointly(proposal, otherwise);
        return assessed.Succeeded
            ? (proposal, assessed.Value, Loaded<JointScreening>.Good(JointScreening.Of(assessed.Value)))
            : (proposal, null, Loaded<JointScreening>.Bad(assessed.Problems));
    }

    private RowResult Bad(long row, RowMark mark, Proposal? proposal, ImmutableArray<Problem> problems) =>
        new(row, mark.Line, proposal, null, null, [.. problems.Select(p => (p.Code == ProblemCode.MissingCrs ? Complaints.WithOption(p) : p) with { Place = PlaceOf(p.Place, mark) })], string.Empty);

    // Readers count within the row; people count within the input.
    private SourcePlace? PlaceOf(SourcePlace? place, RowMark mark)
    {
        if (mark.Line == 0)
        {
            return null;
        }

        var line = (int)Math.Min(mark.Line + (table is null && place is { Line: > 1 } ? place.Line - 1 : 0), int.MaxValue);
        var column = table is not null || place is not { Column: > 0 } ? 0
            : place.Line > 1 ? place.Column
            : mark.Column == 0 ? 0
            : place.Column + mark.Column - 1;
        return new(options.Input, line, column);
    }

    private static Problem? FaultOf(RowMark mark, SourcePlace place) => mark.Fault switch
    {
        RowFault.TooLong => Problem.Of(ProblemCode.RowTooLong, place, $"{InputWindow.RowLimit / (1024 * 1024)} MiB"),
        RowFault.OpenQuote => Problem.Of(ProblemCode.BrokenQuotes, place),
        RowFault.EndsReading => Problem.Of(ProblemCode.RestUnreadable, place),
        RowFault.LateCrs => Problem.Of(ProblemCode.LateCrs, place),
        _ => null,
    };

    // A GeoJSON Feature says so in a member of its outermost object; nearly always in the first.
    private static bool IsFeature(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes, isFinalBlock: true, default);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return false;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("type"u8))
                {
                    return true;
                }

                if (reader.ValueTextEquals("name"u8) || reader.ValueTextEquals("site"u8) || reader.ValueTextEquals("attributes"u8))
                {
                    return false;
                }

                reader.Skip();
            }
        }
        catch (JsonException)
        {
            // The reader of proposals says what is wrong.
        }

        return false;
    }
}
