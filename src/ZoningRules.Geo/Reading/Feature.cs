using System.Collections.Frozen;

namespace ZoningRules.Geo.Reading;

/// <summary>A feature of a file, or a bare geometry taken as one.</summary>
/// <param name="Parts">The parts of its geometry; empty when it has none.</param>
/// <param name="Properties">The properties that were asked for, as text; lists give several texts, null and objects none.</param>
internal sealed record Feature(IReadOnlyList<RawPart> Parts, FrozenDictionary<string, IReadOnlyList<string>> Properties)
{
    /// <summary>The first text of a property, or null.</summary>
    public string? Property(string? name) =>
        name is not null && Properties.TryGetValue(name, out var values) && values.Count > 0 && values[0].Length > 0 ? values[0] : null;
}
