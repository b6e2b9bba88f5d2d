using System.Collections.Immutable;
using ZoningRules.Locations;
using ZoningRules.Problems;
using ZoningRules.Problems.Sources;

namespace ZoningRules.RulePacks.Loading;

/// <summary>Reads units/*.yaml: control units and towns.</summary>
internal sealed class UnitReader
{
    private readonly PackDraft draft;
    private readonly ProblemList problems;
    private readonly string jurisdiction;
    private readonly Dictionary<string, ControlUnit> countyCodes = new(StringComparer.Ordinal);
    private readonly List<ControlUnit> units = [];
    private readonly List<Town> towns = [];
    private SourcePlace? unitsPlace;
    private AreaShareTable? shares;

    private UnitReader(PackDraft draft, string jurisdiction)
    {
        this.draft = draft;
        this.jurisdiction = jurisdiction;
        problems = draft.Problems;
    }

    public static (ImmutableArray<ControlUnit> Units, Citation Citation, ImmutableArray<Town> Towns, AreaShareTable? Shares) Read(PackDraft draft, string jurisdiction)
    {
        var reader = new UnitReader(draft, jurisdiction);
        var citation = reader.ReadAll();
        return ([.. reader.units], citation, [.. reader.towns], reader.shares);
    }

    private Citation ReadAll()
    {
        var citation = PackDraft.PlaceholderCitation;
        var files = draft.Files.Open("units/", PackMembers.UnitFile).ToList();
        foreach (var file in files.Where(f => f.Has("units")))
        {
            if (unitsPlace is not null)
            {
                problems.Add(ProblemCode.DuplicateId, file.PlaceOf("units"), "units", unitsPlace.ToString());
                continue;
            }

            unitsPlace = file.PlaceOf("units");
            if (Members.Open(file["units"]!, "units", PackMembers.Units, problems, unitsPlace) is { } members)
            {
                citation = Units(members);
            }
        }

        if (!draft.HasControlUnits)
        {
            foreach (var member in files.SelectMany(f => PackMembers.UnitFile.Optional.Where(f.Has).Select(m => (Name: m, Place: f.PlaceOf(m)))))
            {
                problems.Add(ProblemCode.UnitsNotExpected, member.Place, member.Name);
            }
        }
        else if (unitsPlace is null)
        {
            problems.Add(ProblemCode.Empty, null, "units");
        }

        foreach (var file in files)
        {
            foreach (var node in file.List("towns"))
            {
                Town(node);
            }
        }

        shares = new AreaShareReader(draft, [.. units]).Read(files);
        return citation;
    }

    private Citation Units(Members members)
    {
        var instrument = draft.InstrumentNamed(members, "instrument");
        var quote = members.OptionalText("quote");
        if (quote is not null)
        {
            draft.CheckQuote(quote, instrument, members.PlaceOfValue("quote"));
        }

        foreach (var node in members.List("list"))
        {
            if (Members.Open(node, "list", PackMembers.Unit, problems) is { } unit)
            {
                Unit(unit, instrument);
            }
        }

        if (members["list"] is SourceNode.List { Items.IsEmpty: true })
        {
            problems.Add(ProblemCode.Empty, members.PlaceOf("list"), "units");
        }

        return new(instrument, members.Text("place"), quote ?? string.Empty);
    }

    private void Unit(Members members, Instrument instrument)
    {
        var code = members.Text("code");
        var place = members.PlaceOfValue("code");
        var scope = members.Text("scope");
        draft.CheckQuote(scope, instrument, members.PlaceOfValue("scope"));
        var unit = new ControlUnit(
            code,
            members.Text("name"),
            members.Choice("category", PackWords.Categories, ControlCategory.Priority),
            members.Text("county"),
            scope,
            members.Choice("host-town", PackWords.HostTowns, true),
            place);
        if (!Shapes.IsPlaceholder(code))
        {
            CheckCode(unit, members.PlaceOfValue("county"));
            if (draft.Units.Declare(code, place, unit))
            {
                units.Add(unit);
            }
        }
    }

    private void CheckCode(ControlUnit unit, SourcePlace countyPlace)
    {
        var code = unit.Code;
        if (code.Length != 13 || !code.StartsWith("ZH", StringComparison.Ordinal) || code.AsSpan(2).ContainsAnyExceptInRange('0', '9'))
        {
            Wrong("应为 ZH 加 11 位数字", "it must be ZH and 11 digits");
            return;
        }

        if (code[8] is < '1' or > '3')
        {
            Wrong("第 9 位（类别）应为 1、2 或 3", "the category digit must be 1, 2 or 3");
        }
        else if (code[8] - '0' != (int)unit.Category)
        {
            Wrong("类别位与 category 不一致", "the category digit contradicts the category");
        }

        if (jurisdiction.Length == 6 && !code.AsSpan(2).StartsWith(jurisdiction.AsSpan().TrimEnd('0'), StringComparison.Ordinal))
        {
            Wrong($"不属于辖区 {jurisdiction}", $"it lies outside the jurisdiction {jurisdiction}");
        }

        if (!countyCodes.TryAdd(unit.County, unit) && !countyCodes[unit.County].Code.AsSpan(0, 8).SequenceEqual(code.AsSpan(0, 8)))
        {
            var other = countyCodes[unit.County].Code;
            problems.Add(
                ProblemCode.UnitCode, countyPlace, code, $"{unit.County}的其他单元以 {other[..8]} 开头", $"other units of {unit.County} begin with {other[..8]}");
        }

        void Wrong(string zh, string en) => problems.Add(ProblemCode.UnitCode, unit.Place, code, zh, en);
    }

    private void Town(SourceNode node)
    {
        if (Members.Open(node, "towns", PackMembers.Town, problems) is not { } members)
        {
            return;
        }

        var name = members.Text("name");
        var county = members.Text("county");
        var place = members.PlaceOfValue("name");
        var codes = members.Texts("units");
        if (members["units"] is SourceNode.List { Items.IsEmpty: true })
        {
            problems.Add(ProblemCode.EmptyValue, members.PlaceOf("units"), "units");
        }

        foreach (var code in codes)
        {
            if (draft.Units.Find(code.Value, code.Place) is { } unit && unit.County != county && !Shapes.IsPlaceholder(county))
            {
                problems.Add(ProblemCode.TownCounty, code.Place, name, county, unit.County);
            }
        }

        var town = new Town(
            name,
            county,
            [.. members.Texts("aliases").Select(a => a.Value)],
            [.. codes.Select(c => c.Value)],
            members.OptionalText("hole"),
            place);
        foreach (var other in towns)
        {
            if (other.County == county && Spellings(other).Intersect(Spellings(town), StringComparer.Ordinal).Any())
            {
                problems.Add(ProblemCode.DuplicateId, place, name, other.Place.ToString());
            }
        }

        towns.Add(town);
    }

    private static IEnumerable<string> Spellings(Town town) => town.Aliases.Prepend(town.Name);
}
