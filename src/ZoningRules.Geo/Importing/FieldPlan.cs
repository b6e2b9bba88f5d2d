using System.Collections.Immutable;
using ZoningRules.Geo.Inspecting;
using ZoningRules.Locations;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Importing;

/// <summary>Which property of a file becomes which property of a layer, decided by what the user says and by the names in use; never guessed.</summary>
internal sealed class FieldPlan
{
    /// <summary>The properties of control units in a written layer.</summary>
    public const string CodeField = "HJGKDYBM";

    /// <inheritdoc cref="CodeField"/>
    public const string NameField = "HJGKDYMC";

    /// <inheritdoc cref="CodeField"/>
    public const string CategoryField = "ZHGKDYFL";

    /// <summary>What the category property of a written layer holds.</summary>
    public static readonly ImmutableDictionary<string, ControlCategory> Categories =
        Enum.GetValues<ControlCategory>().ToImmutableDictionary(c => ((int)c).ToString(System.Globalization.CultureInfo.InvariantCulture), c => c);

    private FieldPlan(ImmutableDictionary<string, string> targets, UnitFields? units, string? name, ImmutableArray<LocalText> steps)
    {
        Targets = targets;
        Units = units;
        FeatureName = name;
        Steps = steps;
    }

    /// <summary>The name that a property of the file gets in the layer, where it is another one.</summary>
    public ImmutableDictionary<string, string> Targets { get; }

    /// <summary>For control units: the properties of the file; null for other layers.</summary>
    public UnitFields? Units { get; }

    /// <summary>For other layers: the property of the layer that names a feature; null when none does.</summary>
    public string? FeatureName { get; }

    /// <summary>What was decided.</summary>
    public ImmutableArray<LocalText> Steps { get; }

    /// <summary>Decides for control units.</summary>
    public static FieldPlan? OfUnits(SourceLayer source, LayerImportRequest request, List<Problem> problems)
    {
        var properties = source.Properties;
        var place = new SourcePlace(request.Path);
        var stated = Stated(request, properties, [.. FieldRole.OfUnits.Select(r => r.Target)], place, problems);
        var chosen = new Dictionary<FieldRole, string?>();
        var before = problems.Count;
        foreach (var role in FieldRole.OfUnits)
        {
            if (stated.TryGetValue(role.Target, out var named))
            {
                chosen[role] = named;
                continue;
            }

            // What a DBF left of a name may be the beginning of several.
            ImmutableArray<string> found = [.. role.Candidates(properties).Where(p => !stated.ContainsValue(p))];
            if (found is [var only])
            {
                chosen[role] = only;
            }
            else if (found.Length > 1)
            {
                problems.Add(Problem.Of(
                    ProblemCode.FieldAmbiguous, place, role.Label.Zh, role.Label.En, string.Join(", ", found), $"{found[0]}={role.Target}"));
            }
            else if (role == FieldRole.Category)
            {
                chosen[role] = null;
            }
            else
            {
                problems.Add(Problem.Of(ProblemCode.FieldMissing, place, role.Label.Zh, role.Label.En, Listed(properties), role.Target));
            }
        }

        foreach (var twice in chosen.Where(c => c.Value is not null).GroupBy(c => c.Value!, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            var roles = twice.Select(c => c.Key).ToArray();
            problems.Add(Problem.Of(
                ProblemCode.FieldAmbiguous,
                place,
                string.Join('、', roles.Select(r => r.Label.Zh)),
                string.Join(", ", roles.Select(r => r.Label.En)),
                twice.Key,
                $"{twice.Key}={roles[0].Target}"));
        }

        if (problems.Count > before || chosen.Count < FieldRole.OfUnits.Length)
        {
            return null;
        }

        var (code, name, category) = (chosen[FieldRole.Code]!, chosen[FieldRole.Name]!, chosen[FieldRole.Category]);
        var targets = ImmutableDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal).Add(code, CodeField).Add(name, NameField);
        if (category is not null)
        {
            targets = targets.Add(category, CategoryField);
        }

        return new(targets, new(code, name, category ?? "", Categories), null,
        [
            category is null
                ? new($"字段对应：{code} 为编码，{name} 为名称；没有类别字段，类别取自编码第 9 位", $"fields: {code} is the code, {name} the name; no category: it is read from the 9th character of the code")
                : new($"字段对应：{code} 为编码，{name} 为名称，{category} 为类别", $"fields: {code} is the code, {name} the name, {category} the category"),
        ]);
    }

    /// <summary>Decides for any other layer.</summary>
    public static FieldPlan OfFeatures(SourceLayer source, LayerImportRequest request, string? formerName, List<Problem> problems)
    {
        var properties = source.Properties;
        var place = new SourcePlace(request.Path);
        var stated = Stated(request, properties, null, place, problems);
        var targets = stated.ToImmutableDictionary(s => s.Value, s => s.Key, StringComparer.Ordinal);
        string Target(string property) => targets.GetValueOrDefault(property, property);
        if (request.NameField is { } asked)
        {
            if (Find(properties, asked) is { } property)
            {
                return Made(Target(property));
            }

            if (targets.ContainsValue(asked))
            {
                return Made(asked);
            }

            problems.Add(Problem.Of(ProblemCode.FieldMissing, place, $"名称（--name-field {asked}）", $"name (--name-field {asked})", Listed(properties), "name"));
            return Made(null);
        }

        if (formerName is not null && properties.Any(p => Target(p) == formerName))
        {
            return Made(formerName);
        }

        var found = FieldRole.FeatureName.Candidates(properties);
        if (found.Length > 1)
        {
            problems.Add(Problem.Of(
                ProblemCode.FieldAmbiguous, place, FieldRole.FeatureName.Label.Zh, FieldRole.FeatureName.Label.En, string.Join(", ", found), $"{found[0]}=name"));
        }

        return Made(found is [var only] ? Target(only) : null);

        FieldPlan Made(string? name)
        {
            var renamed = string.Join(", ", targets.Where(t => t.Key != t.Value).OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => $"{t.Key} → {t.Value}"));
            return new(targets, null, name,
            [
                .. renamed.Length > 0 ? [new LocalText($"字段改名：{renamed}", $"properties renamed: {renamed}")] : Array.Empty<LocalText>(),
                name is null ? new("没有名称字段，报告中不显示要素名称", "no property names the features; reports show no names") : new($"名称字段：{name}", $"features are named by {name}"),
            ]);
        }
    }

    // Target to property, for what the user said; properties may be written in any case.
    private static Dictionary<string, string> Stated(
        LayerImportRequest request, ImmutableArray<string> properties, string[]? targets, SourcePlace place, List<Problem> problems)
    {
        var stated = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (property, target) in request.Fields.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            if (targets is not null && !targets.Contains(target))
            {
                problems.Add(Problem.Of(ProblemCode.NotAChoice, place, $"--map {property}", target, string.Join(", ", targets)));
            }
            else if (Find(properties, property) is not { } found)
            {
                problems.Add(Problem.Of(ProblemCode.FieldMissing, place, $"`{property}`（--map）", $"`{property}` of --map", Listed(properties), "…"));
            }
            else if (!stated.TryAdd(target, found))
            {
                problems.Add(Problem.Of(ProblemCode.FieldAmbiguous, place, $"`{target}`", $"`{target}`", $"{stated[target]}, {found}", $"{found}={target}"));
            }
        }

        return stated;
    }

    private static string? Find(ImmutableArray<string> properties, string name) =>
        properties.FirstOrDefault(p => p == name) ?? properties.FirstOrDefault(p => p.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static string Listed(ImmutableArray<string> properties) =>
        properties.IsEmpty ? "—" : string.Join(", ", properties.Take(40)) + (properties.Length > 40 ? ", …" : "");
}
