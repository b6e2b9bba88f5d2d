using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using ZoningRules.Facts;
using ZoningRules.Locations;
using ZoningRules.Problems;
using ZoningRules.RulePacks;

namespace ZoningRules.Tests.Oracle;

/// <summary>Generates small rule packs: one to eight norms of all effects over a small palette of lines, so that norms share unknowns.</summary>
internal sealed class RandomPack
{
    private readonly SmallWorld world = SmallWorld.Instance;
    private readonly Lines lines;
    private readonly Random dice;
    private readonly List<Func<AttributeDefinition?, Condition>> palette = [];
    private readonly List<Norm> norms = [];
    private int readings;
    private int lastKind;
    private int lastLayer;

    private readonly PackKind kind;

    private RandomPack(int seed, PackKind kind)
    {
        dice = new(seed);
        this.kind = kind;
        lines = new(world);
    }

    /// <summary>Packs; the size bounds the number of norms.</summary>
    public static Gen<RulePack> Packs => Of(PackKind.Zoning);

    /// <summary>The same without control units, as a special plan has them.</summary>
    public static Gen<RulePack> Plans => Of(PackKind.Plan);

    private static Gen<RulePack> Of(PackKind kind) =>
        Gen.Sized(size => Gen.Choose(int.MinValue, int.MaxValue).Select(seed => new RandomPack(seed, kind).Make(1 + (size / 9))));

    private RulePack Make(int mostNorms)
    {
        var count = dice.Next(3, 6);
        for (var i = 0; i < count; i++)
        {
            palette.Add(RandomLine());
        }

        List<Requirement> requirements = [];
        var wanted = dice.Next(1, Math.Min(mostNorms, 8) + 1);
        while (norms.Count < wanted)
        {
            var id = $"{(kind == PackKind.Plan ? "P" : "R")}{requirements.Count + 1}";
            var here = dice.Next(1, Math.Min(2, wanted - norms.Count) + 1);
            requirements.Add(Requirement(id, [.. Enumerable.Range(0, here).Select(i => RandomNorm($"{id}.{(char)('a' + i)}"))]));
        }

        return kind == PackKind.Plan ? world.Plan(requirements) : world.Pack(requirements, dice.Next(3) == 0 ? SmallWorld.Lists([.. SmallWorld.Units.Select(u => u.Code).Where(_ => dice.Next(2) == 0)]) : null);
    }

    private Requirement Requirement(string id, ImmutableArray<Norm> its) => Rules.Requirement(id, RandomScope(), its) with
    {
        InForce = dice.Next(10) switch
        {
            0 => new(new(2020, 12, 31), new(2026, 11, 22)),
            1 => new(new(2026, 11, 22), null),
            _ => new(new(2020, 12, 31), null),
        },
    };

    private Scope RandomScope() => dice.Next(10) switch
    {
        < 8 when kind == PackKind.Plan => new Scope.City(),
        < 4 => new Scope.City(),
        < 7 => new Scope.InCategory((ControlCategory)dice.Next(1, 4)),
        < 8 => new Scope.InUnit(SmallWorld.Units[dice.Next(4)].Code),
        _ => new Scope.InZone("zone", world.Slot("zone")),
    };

    private Norm RandomNorm(string id)
    {
        var effect = dice.Next(14) switch
        {
            < 4 => Effect.Prohibit,
            < 7 => Effect.Require,
            < 9 => Effect.Oblige,
            < 10 => Effect.Exit,
            < 12 => Effect.Cap,
            < 13 => Effect.Manual,
            _ => Effect.Prohibit,
        };
        var excepted = norms.Count > 0 && effect != Effect.Manual && dice.Next(4) == 0 ? norms[dice.Next(norms.Count)] : null;
        var collection = effect is Effect.Cap or Effect.Manual ? null
            : excepted is not null ? (dice.Next(2) == 0 ? excepted.ForEach : null)
            : dice.Next(4) == 0 ? (dice.Next(3) == 0 ? world.Wastes : world.Boilers) : null;
        var hasReadings = effect is Effect.Prohibit or Effect.Require or Effect.Oblige && readings < SmallWorld.MostReadings && dice.Next(6) == 0;
        var norm = Rules.Norm(id, effect) with
        {
            ForEach = collection,
            ItemName = collection is null ? null : "item",
            Applies = dice.Next(10) < 6 ? Conditions(collection, 1) : null,
            Unless = dice.Next(10) < 2 ? Conditions(collection, 1) : null,
            When = effect is Effect.Cap or Effect.Manual || hasReadings ? null : Conditions(collection, 2),
            Readings = hasReadings ? [RandomReading("strict", collection), RandomReading("mild", collection)] : [],
            ReadingDecision = hasReadings ? world.ReadingDecisions[readings++] : null,
            ExceptionTo = excepted?.Id,
            Obligations = effect is Effect.Oblige or Effect.Exit || (effect != Effect.Manual && dice.Next(4) == 0) ? [Rules.Duty] : [],
            Cap = effect == Effect.Cap ? RandomCap() : null,
            Target = dice.Next(8) == 0 ? new(2024 + dice.Next(4), dice.Next(2) == 0) : null,
            Addressee = effect == Effect.Manual ? LocalText.Same("authority") : null,
            Reason = effect == Effect.Manual ? LocalText.Same("discretion") : null,
        };
        norms.Add(norm);
        return norm;
    }

    private Reading RandomReading(string id, AttributeDefinition? collection) =>
        new(id, dice.Next(5) == 0 ? ReadingStatus.Confirmed : ReadingStatus.Assumed, LocalText.Same(id), Conditions(collection, 1));

    private Cap RandomCap() => new(
        dice.Next(2) == 0 ? "water-use" : "other",
        world.Withdrawal,
        dice.Next(4) switch
        {
            0 => new CapLimit.Dated(world.WaterLimit),
            1 => new CapLimit.BaseMinus(0.043m),
            _ => new CapLimit.Fixed(500),
        },
        dice.Next(2) == 0,
        90);

    private Condition Conditions(AttributeDefinition? collection, int depth) => dice.Next(depth == 0 ? 1 : 6) switch
    {
        < 3 => palette[dice.Next(palette.Count)](collection),
        3 => new Condition.Not(Conditions(collection, depth - 1)),
        4 => new Condition.All([.. Enumerable.Range(0, dice.Next(0, 8) == 0 ? 0 : 2).Select(_ => Conditions(collection, depth - 1))]),
        _ => new Condition.Any([.. Enumerable.Range(0, dice.Next(0, 8) == 0 ? 0 : 2).Select(_ => Conditions(collection, depth - 1))]),
    };

    // A line for norms about an item of the given collection, or about none.
    private Func<AttributeDefinition?, Condition> RandomLine()
    {
        // Every third line asks for what the line before it asks for, at another limit.
        var line = palette.Count > 0 && dice.Next(3) == 0 ? lastKind : dice.Next(19);
        var layers = line == lastKind ? lastLayer : dice.Next(3);
        (lastKind, lastLayer) = (line, layers);
        var mask = (ulong)dice.Next(1, 4);
        var comparison = (Comparison)dice.Next(4);
        var pick = dice.Next(3);
        var layer = (new[] { "park", "river", "zone" })[layers];
        string[] codes = (new string[][] { ["1"], ["21", "12"], ["22"] })[pick];
        return collection => line switch
        {
            0 => lines.Is(world.Kind, mask),
            1 => lines.Is(world.Strategic, mask % 2 + 1),
            2 => lines.Includes(world.Burnt, mask),
            3 => lines.Covered(world.Industry, null, codes),
            4 => lines.OnList(world.Industry, world.OpenList),
            5 => lines.OnList(world.Industry, world.ClosedList),
            6 => lines.Compare(world.Added, comparison, pick * 50),
            7 => lines.Compare(world.Added, comparison, world.AddedLimit),
            8 => lines.Compare(world.Retired, comparison, world.Added),
            9 => lines.Is(world.Vicinity, 0b10),
            10 => lines.SiteIn(layer),
            11 => lines.SiteWithin(layer),
            12 => lines.Distance(layer, comparison, 1000 * pick),
            13 => lines.Overlap(layer, comparison, 100 * pick),
            14 => lines.Share(layer, comparison, 0.5m * pick),
            15 => lines.Compare(world.Heads, comparison, 10 * pick),
            _ when collection == world.Wastes => pick == 0 ? lines.Is(SmallWorld.Field(world.Wastes, "sort"), 1, world.Wastes)
                : lines.Compare(SmallWorld.Field(world.Wastes, "amount"), comparison, 10 * pick, world.Wastes),
            _ when collection == world.Boilers => (line, pick) switch
            {
                (16, 0) => lines.Is(SmallWorld.Field(world.Boilers, "fuel"), mask, world.Boilers),
                (16, 1) => lines.Is(SmallWorld.Field(world.Boilers, "clean"), 0b10, world.Boilers),
                (16, _) => lines.OnList(SmallWorld.Field(world.Boilers, "trade"), world.OpenList, world.Boilers),
                (17, 0) => lines.Compare(SmallWorld.Field(world.Boilers, "capacity"), comparison, world.SizeLimit, world.Boilers),
                (17, 1) => lines.Compare(SmallWorld.Field(world.Boilers, "capacity"), comparison, SmallWorld.Field(world.Boilers, "permitted"), world.Boilers),
                _ => lines.Compare(SmallWorld.Field(world.Boilers, "capacity"), comparison, 35, world.Boilers),
            },
            _ => lines.Compare(world.Heads, comparison, 0),
        };
    }
}
