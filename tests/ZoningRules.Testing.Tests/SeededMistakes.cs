namespace ZoningRules.Testing.Tests;

/// <summary>A slip that a hurried author makes in the Jingdezhen pack.</summary>
/// <param name="Number">Its number in docs/seeded-mistakes.md.</param>
/// <param name="What">The slip in words.</param>
/// <param name="File">The file, below the pack's folder.</param>
/// <param name="Old">What stands there.</param>
/// <param name="New">What the hurried author wrote.</param>
public sealed record SeededMistake(int Number, string What, string File, string Old, string New);

/// <summary>Thirty slips, most of them taken from real ones. docs/seeded-mistakes.md lists them with what finds each.</summary>
internal static class SeededMistakes
{
    private const string City = "requirements/city/";

    public static IReadOnlyList<SeededMistake> All { get; } =
    [
        new(1, "扩建 lost", City + "13-livestock-restricted.yaml", "project.action in [new, expand, relocate]", "project.action in [new, relocate]"),
        new(2, "< for 及以下", City + "12-boilers.yaml", "boiler.capacity <= 35 t-steam/h", "boiler.capacity < 35 t-steam/h"),
        new(3, "m for km", City + "09-rivers.yaml", "distance(site, river-main) <= 5 km", "distance(site, river-main) <= 5 m"),
        new(4, "1 km and 5 km exchanged", City + "09-rivers.yaml", "- project.industry in list(heavy-polluting)\n        when: distance(site, river-main) <= 1 km", "- project.industry in list(heavy-polluting)\n        when: distance(site, river-main) <= 5 km"),
        new(5, "> for <=", City + "12-boilers.yaml", "boiler.capacity <= 35 t-steam/h", "boiler.capacity > 35 t-steam/h"),
        new(6, "a wrong code prefix", "lists/activities.yaml", "members: [\"031\", \"032\", \"0391\", \"0399\"]", "members: [\"041\", \"032\", \"0391\", \"0399\"]"),
        new(7, "a code too wide", "lists/activities.yaml", "members: [\"041\"]", "members: [\"04\", \"03\"]"),
        new(8, "the exception for power plants lost", City + "24-no-burn-zone.yaml", "            - site in no-burn\n            - boiler.power-plant is no", "            - site in no-burn"),
        new(9, "a lapsed target that still binds", City + "21-water-total.yaml", "target: {year: 2020, binds: until-year}", "target: {year: 2030, binds: until-year}"),
        new(10, "a target that binds too early", City + "21-water-total.yaml", "target: {year: 2030, binds: in-year}", "target: {year: 2030, binds: until-year}"),
        new(11, "以内 without its limit", City + "21-water-total.yaml", "          limit: 910000000 m3/a\n          inclusive: yes", "          limit: 910000000 m3/a\n          inclusive: no"),
        new(12, "a nought too few", City + "21-water-total.yaml", "limit: 944000000 m3/a", "limit: 94400000 m3/a"),
        new(13, "any for all", City + "12-boilers.yaml", "        when:\n          all:", "        when:\n          any:"),
        new(14, "all for any", City + "04-soil.yaml", "        when:\n          any:", "        when:\n          all:"),
        new(15, "in for within", City + "11-parks.yaml", "            - site within metal-parks", "            - site in metal-parks"),
        new(16, "a wrong layer", City + "13-livestock-restricted.yaml", "when: site in livestock-restricted\n", "when: site in livestock-ban\n"),
        new(17, "a prohibition made an exit duty", City + "15-reservoirs-and-drinking-water.yaml", "        effect: prohibit\n        applies:\n          all:\n            - project.kind in [project, facility]", "        effect: exit\n        applies:\n          all:\n            - project.kind in [project, facility]"),
        new(18, "require for prohibit", City + "01-felling.yaml", "effect: prohibit", "effect: require"),
        new(19, "an attribute misspelt", City + "01-felling.yaml", "felling.purpose is commercial", "felling.purpse is commercial"),
        new(20, "a value misspelt", City + "01-felling.yaml", "felling.purpose is commercial", "felling.purpose is comercial"),
        new(21, "a layer misspelt", City + "01-felling.yaml", "site in public-welfare-forest", "site in public-welfare-forrest"),
        new(22, "a quote typed from memory", City + "12-boilers.yaml", "不再审批35蒸吨/小时及以下燃煤锅炉", "不得审批35蒸吨/小时及以下燃煤锅炉"),
        new(23, "a measure of another dimension", City + "12-boilers.yaml", "35 t-steam/h", "35 km"),
        new(24, "an indentation that swallows a line", City + "06-livestock-at-the-source.yaml", "            - livestock.large-scale is yes\n", ""),
        new(25, "not turned over", City + "10-two-high.yaml", "when: term.jdz-10-strict-control is refused", "when: {not: term.jdz-10-strict-control is refused}"),
        new(26, "replaced and added exchanged", City + "10-two-high.yaml", "capacity.retired >= capacity.added", "capacity.added >= capacity.retired"),
        new(27, "a reading lost its distance", City + "09-rivers.yaml", "                - project.catalogue-class in [restricted, eliminated]\n                - distance(site, river-main) <= 1 km", "                - project.catalogue-class in [restricted, eliminated]\n                - distance(site, river-main) <= 1000 km"),
        new(28, "only one of two classes", City + "09-rivers.yaml", "when: project.catalogue-class in [restricted, eliminated]", "when: project.catalogue-class in [eliminated]"),
        new(29, "a ledger allowed to be older", City + "21-water-total.yaml", "          limit: 944000000 m3/a\n          inclusive: yes\n          max-age: 90", "          limit: 944000000 m3/a\n          inclusive: yes\n          max-age: 900"),
        new(30, "a share with the point moved", City + "16-emission-totals.yaml", "limit: base minus 4.3 %", "limit: base minus 43 %"),
    ];
}
