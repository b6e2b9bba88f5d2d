using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using ZoningRules.Facts;
using ZoningRules.Problems;

namespace ZoningRules.Cli.Batch;

/// <summary>What the columns of a table say, found once for all rows.</summary>
internal sealed partial class TableHeading
{
    private const int MostItems = 100;

    private static readonly ImmutableDictionary<string, ColumnUse> Members = new Dictionary<string, ColumnUse>
    {
        ["name"] = ColumnUse.Name,
        ["名称"] = ColumnUse.Name,
        ["项目名称"] = ColumnUse.Name,
        ["date"] = ColumnUse.Date,
        ["日期"] = ColumnUse.Date,
        ["法律时点"] = ColumnUse.Date,
        ["crs"] = ColumnUse.Crs,
        ["坐标系"] = ColumnUse.Crs,
        ["accuracy"] = ColumnUse.Accuracy,
        ["精度"] = ColumnUse.Accuracy,
        ["longitude"] = ColumnUse.Longitude,
        ["lon"] = ColumnUse.Longitude,
        ["lng"] = ColumnUse.Longitude,
        ["经度"] = ColumnUse.Longitude,
        ["latitude"] = ColumnUse.Latitude,
        ["lat"] = ColumnUse.Latitude,
        ["纬度"] = ColumnUse.Latitude,
        ["x"] = ColumnUse.North,
        ["纵坐标"] = ColumnUse.North,
        ["north"] = ColumnUse.North,
        ["y"] = ColumnUse.East,
        ["横坐标"] = ColumnUse.East,
        ["east"] = ColumnUse.East,
        ["wkt"] = ColumnUse.Wkt,
    }.ToImmutableDictionary(StringComparer.OrdinalIgnoreCase);

    private TableHeading(ImmutableArray<TableColumn> columns) => Columns = columns;

    /// <summary>The columns, in the order of the table.</summary>
    public ImmutableArray<TableColumn> Columns { get; }

    /// <summary>What the columns say, in one line: part of what a run rests on.</summary>
    public string Identity => string.Join('\u001f', Columns.Select(c => $"{c.Target} {c.Measure}"));

    /// <summary>Finds what each column says, or everything that is wrong with the heading.</summary>
    /// <param name="names">The headings.</param>
    /// <param name="place">The place of the heading.</param>
    /// <param name="vocabulary">The attributes.</param>
    /// <param name="fields">What the user says of columns.</param>
    public static Loaded<TableHeading> Read(IReadOnlyList<string> names, SourcePlace place, Vocabulary vocabulary, FieldMap fields)
    {
        var problems = new List<Problem>();
        var columns = ImmutableArray.CreateBuilder<TableColumn>(names.Count);
        foreach (var name in names)
        {
            var column = fields.TryFind(name, out var target) ? Column(name, target, vocabulary)
                : name.Length == 0 ? new(name, ColumnUse.Ignored)
                : Column(name, name, vocabulary);
            if (column is null)
            {
                problems.Add(Problem.Of(ProblemCode.UnknownColumn, place, name, Nearest(target ?? name, vocabulary)));
            }

            columns.Add(column ?? new(name, ColumnUse.Ignored));
        }

        foreach (var unused in fields.Headings.Where(h => !names.Contains(h)))
        {
            problems.Add(Problem.Of(ProblemCode.MissingColumn, place, $"`{unused}`"));
        }

        foreach (var same in columns.Where(c => c.Use != ColumnUse.Ignored).GroupBy(c => c.Target).Where(g => g.Count() > 1))
        {
            problems.Add(Problem.Of(ProblemCode.DuplicateColumn, place, same.Key, same.First().Heading, same.ElementAt(1).Heading));
        }

        Need(ColumnUse.Name, "name");
        Pair(ColumnUse.Longitude, "longitude", ColumnUse.Latitude, "latitude");
        Pair(ColumnUse.North, "x", ColumnUse.East, "y");
        return problems.Count > 0 ? Loaded<TableHeading>.Bad(problems) : Loaded<TableHeading>.Good(new(columns.MoveToImmutable()));

        void Need(ColumnUse use, string called)
        {
            if (!columns.Any(c => c.Use == use))
            {
                problems.Add(Problem.Of(ProblemCode.MissingColumn, place, $"`{called}`"));
            }
        }

        void Pair(ColumnUse one, string oneCalled, ColumnUse other, string otherCalled)
        {
            if (columns.Any(c => c.Use == one))
            {
                Need(other, otherCalled);
            }
            else if (columns.Any(c => c.Use == other))
            {
                Need(one, oneCalled);
            }
        }
    }

    // `ID`, `ID [MEASURE]`, `ITEMS[1].FIELD`, a member, or the printed name of an attribute.
    private static TableColumn? Column(string heading, string target, Vocabulary vocabulary)
    {
        if (target == "-")
        {
            return new(heading, ColumnUse.Ignored);
        }

        string? measure = null;
        var named = WithMeasure().Match(target);
        if (named.Success)
        {
            (target, measure) = (named.Groups[1].Value, named.Groups[2].Value);
            if (!vocabulary.Measures.TryParse($"1 {measure}", out _))
            {
                return null;
            }
        }

        if (Members.TryGetValue(target, out var use))
        {
            return measure is null || use == ColumnUse.Accuracy ? new(heading, use, Measure: measure) : null;
        }

        if (target is "site.town" or "site.county")
        {
            return new(heading, ColumnUse.Attribute, target);
        }

        var item = OfItem().Match(target);
        if (item.Success)
        {
            return int.TryParse(item.Groups[2].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MostItems
                && vocabulary.TryFind(item.Groups[1].Value, out var items) && items.Type is AttributeType.Items { Fields: var fields }
                && fields.FirstOrDefault(f => f.Id == item.Groups[3].Value) is { } field
                ? new(heading, ColumnUse.Field, items.Id, number, field.Id, measure, IsYesNo: field.Type is AttributeType.YesNo)
                : null;
        }

        var definition = vocabulary.TryFind(target, out var known) ? known : Labelled(target, vocabulary);
        return definition is null
            ? null
            : new(heading, ColumnUse.Attribute, definition.Id, Measure: measure, IsList: definition.Type is AttributeType.Choices or AttributeType.Items, IsYesNo: definition.Type is AttributeType.YesNo);
    }

    private static AttributeDefinition? Labelled(string label, Vocabulary vocabulary)
    {
        var found = vocabulary.Attributes.Where(a => a.Label.Zh == label || a.Label.En == label).Take(2).ToArray();
        return found.Length == 1 ? found[0] : null;
    }

    private static string Nearest(string name, Vocabulary vocabulary)
    {
        var near = vocabulary.Attributes.Select(a => a.Id)
            .Concat(Members.Keys)
            .Select(k => (Name: k, Common: CommonStart(k, name)))
            .Where(k => k.Common >= 4)
            .OrderByDescending(k => k.Common)
            .ThenBy(k => Math.Abs(k.Name.Length - name.Length))
            .ThenBy(k => k.Name, StringComparer.Ordinal)
            .Select(k => k.Name)
            .FirstOrDefault();
        return near is null ? "`project.industry`" : $"`{near}`";
    }

    private static int CommonStart(string one, string other) => one.AsSpan().CommonPrefixLength(other);

    [GeneratedRegex(@"^(\S+)\s*\[([^\[\]]+)\]$", RegexOptions.CultureInvariant)]
    private static partial Regex WithMeasure();

    [GeneratedRegex(@"^([^\[\]]+)\[(\d+)\]\.(\S+)$", RegexOptions.CultureInvariant)]
    private static partial Regex OfItem();
}
