using System.Collections.Immutable;
using System.Globalization;
using ZoningRules.Locations;
using ZoningRules.Problems;
using ZoningRules.Problems.Sources;

namespace ZoningRules.RulePacks.Loading;

/// <summary>Reads the member <c>area-shares</c> of units/*.yaml.</summary>
internal sealed class AreaShareReader(PackDraft draft, ImmutableArray<ControlUnit> units)
{
    private readonly ProblemList problems = draft.Problems;

    /// <summary>The table of some files; null when none has one. Files that have another one are reported.</summary>
    public AreaShareTable? Read(IEnumerable<Members> files)
    {
        SourcePlace? first = null;
        AreaShareTable? table = null;
        foreach (var file in files.Where(f => f.Has("area-shares")))
        {
            var place = file.PlaceOf("area-shares");
            if (first is not null)
            {
                problems.Add(ProblemCode.DuplicateId, place, "area-shares", first.ToString());
                continue;
            }

            first = place;
            if (Members.Open(file["area-shares"]!, "area-shares", PackMembers.AreaShares, problems, place) is { } members)
            {
                table = Table(members);
            }
        }

        return table;
    }

    private AreaShareTable Table(Members members)
    {
        var instrument = draft.InstrumentNamed(members, "instrument");
        var rows = ImmutableArray.CreateBuilder<AreaShareRow>();
        foreach (var node in members.List("rows"))
        {
            if (Members.Open(node, "rows", PackMembers.AreaShareRow, problems) is { } row)
            {
                var county = row.Text("county");
                if (units.All(u => u.County != county) && !Shapes.IsPlaceholder(county))
                {
                    problems.Add(
                        ProblemCode.UnknownName, row.PlaceOfValue("county"), "县（市、区）", "county", county, Naming.NearestOrAll(county, [.. units.Select(u => u.County).Distinct()]));
                }

                if (rows.Any(r => r.County == county))
                {
                    problems.Add(ProblemCode.DuplicateId, row.PlaceOfValue("county"), county, members.PlaceOf("rows").ToString());
                }

                rows.Add(Row(row, county, instrument));
            }
        }

        if (members["total"] is { } total && Members.Open(total, "total", PackMembers.AreaShareTotal, problems, members.PlaceOf("total")) is { } whole)
        {
            rows.Add(Row(whole, null, instrument));
        }

        return new(instrument, members.Text("place"), rows.ToImmutable());
    }

    private AreaShareRow Row(Members row, string? county, Instrument instrument)
    {
        var quote = row.Text("quote");
        draft.CheckQuote(quote, instrument, row.PlaceOfValue("quote"));
        var shares = ImmutableArray.CreateBuilder<AreaShare>();
        foreach (var word in PackWords.Categories)
        {
            if (row[word.Text] is not { } node || Members.Open(node, word.Text, PackMembers.AreaShare, problems, row.PlaceOf(word.Text)) is not { } share)
            {
                continue;
            }

            var count = share.Whole("units", 1, 1_000_000, 1);
            var percent = Percent(share);
            if (share.TextNode("percent") is { } text && !Shapes.IsPlaceholder(quote))
            {
                CheckInQuote($"{county} {count.ToString(CultureInfo.InvariantCulture)} {text.Value}", quote, text.Place);
            }

            shares.Add(new(word.Value, count, new(percent / 100)));
        }

        return new(county, quote, shares.ToImmutable());
    }

    // The numbers of a share stand next to each other in its row, after the county's name.
    private void CheckInQuote(string said, string quote, SourcePlace place)
    {
        var words = said.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var row = quote.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var at = Enumerable.Range(0, row.Length).Any(i => i + 1 < row.Length && row[i] == words[^2] && row[i + 1] == words[^1]);
        if (!at || (words.Length == 3 && !row.Contains(words[0])))
        {
            problems.Add(ProblemCode.SpanNotInQuote, place, said.Trim(), "area-shares");
        }
    }

    private decimal Percent(Members share)
    {
        if (share.TextNode("percent") is not { } node)
        {
            return 0;
        }

        if (!decimal.TryParse(node.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent))
        {
            problems.Add(ProblemCode.BadNumber, node.Place, "percent", Naming.Shortened(node.Value));
            return 0;
        }

        if (percent > 100)
        {
            problems.Add(ProblemCode.OutOfRange, node.Place, "percent", Naming.Shortened(node.Value), "0..100");
        }

        return percent;
    }
}
