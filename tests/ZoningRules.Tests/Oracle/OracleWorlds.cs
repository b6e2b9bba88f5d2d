namespace ZoningRules.Tests.Oracle;

/// <summary>All ways to give values to things.</summary>
internal static class OracleWorlds
{
    public static IEnumerable<Func<Thing, object>> Over(OracleScene scene, IReadOnlyList<Thing> things)
    {
        IEnumerable<Dictionary<Thing, object>> worlds = [[]];
        foreach (var thing in things)
        {
            worlds = worlds.SelectMany(w => scene.ValuesOf(thing).Select(v => new Dictionary<Thing, object>(w) { [thing] = v }));
        }

        return worlds.Select(w => (Func<Thing, object>)(thing => w[thing]));
    }
}
