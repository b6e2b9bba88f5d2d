using System.Collections.Immutable;
using ZoningRules.Findings;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.RulePacks;

namespace ZoningRules.Tests.Oracle;

/// <summary>Guard-and-applies (A), A-and-bad (B), A-and-condition (C).</summary>
internal readonly record struct Truths(Truth A, Truth B, Truth C);

/// <summary>
/// docs/semantics.md sections 2 to 4 over one scene: with a world, in two values; without one, in three, where a leaf is decided by trying every value its
/// things may have.
/// </summary>
internal sealed class OracleRules(OracleScene scene, Func<Thing, object>? world, ISet<Thing>? asked = null)
{
    public static IEnumerable<Condition.Leaf> Leaves(Condition condition) => condition switch
    {
        Condition.All c => c.Parts.SelectMany(Leaves),
        Condition.Any c => c.Parts.SelectMany(Leaves),
        Condition.Not c => Leaves(c.Part),
        Condition.Leaf c => [c],
        _ => throw new InvalidOperationException(),
    };

    /// <summary>The norms that are evaluated on the date.</summary>
    public static IEnumerable<(Requirement Requirement, Norm Norm)> Counting(OracleScene scene) =>
        scene.Pack.Norms.Where(n => InForce(n.Requirement, scene.Date) && (n.Norm.Target is null || Binds(n.Norm.Target, scene.Date)));

    public static bool InForce(Requirement requirement, DateOnly date) =>
        requirement.InForce.From <= date && (requirement.InForce.Until is null || date < requirement.InForce.Until);

    /// <summary>The places about which a requirement speaks.</summary>
    public static IReadOnlyList<int> Parts(OracleScene scene, Scope scope) => scope switch
    {
        Scope.City or Scope.InZone => [-1],
        _ when !scene.UnitKnown => [-1],
        _ => [.. Enumerable.Range(0, scene.Units.Length).Where(p => Matches(scope, scene.Units[p]))],
    };

    /// <summary>A, B and C of a norm about one part, over its items and over the readings that count.</summary>
    public Truths Of(Requirement requirement, Norm norm, int part)
    {
        var readings = Readings(norm);
        return new(
            OverItems(norm, part, f => A(requirement, norm, f)),
            OverItems(norm, part, f => norm.Effect switch
            {
                Effect.Prohibit => AnyOf(readings.Select(w => AllOf([A(requirement, norm, f), Weigh(w, f)]))),
                Effect.Require => AnyOf(readings.Select(w => AllOf([A(requirement, norm, f), NotOf(Weigh(w, f))]))),
                Effect.Cap => AllOf([A(requirement, norm, f), Over(norm)]),
                _ => Truth.False,
            }),
            OverItems(norm, part, f => norm.Effect is Effect.Oblige or Effect.Exit
                ? AnyOf(readings.Select(w => AllOf([A(requirement, norm, f), Weigh(w, f)])))
                : Truth.False));
    }

    public Truth Leaf(Condition.Leaf leaf, Frame frame) => Decide(scene.Touched(leaf, frame), w => scene.Holds(leaf, frame, w));

    /// <summary>The table of section 4.</summary>
    public static Outcome OutcomeOf(Norm norm, Truths truths)
    {
        if (norm.Effect is Effect.Oblige or Effect.Exit)
        {
            return truths.C switch
            {
                Truth.True => Outcome.Conditional,
                Truth.Unknown => Outcome.Undetermined,
                _ => Outcome.NotApplicable,
            };
        }

        return (truths.B, truths.A, HasObligations: !norm.Obligations.IsEmpty) switch
        {
            (Truth.True, _, _) => Outcome.Violated,
            (Truth.Unknown, _, _) => Outcome.Undetermined,
            (_, Truth.False, _) => Outcome.NotApplicable,
            (_, _, false) => Outcome.Satisfied,
            (_, Truth.True, true) => Outcome.Conditional,
            _ => Outcome.Undetermined,
        };
    }

    private static bool Binds(Target target, DateOnly date) => target.OnlyInYear ? date.Year == target.Year : date.Year <= target.Year;

    private static bool Matches(Scope scope, UnitHit hit) => scope switch
    {
        Scope.InCategory s => s.Category == hit.Category,
        Scope.InUnit s => s.Code == hit.Code,
        _ => true,
    };

    public static Truth AllOf(IEnumerable<Truth> truths) => truths.Aggregate(Truth.True, (a, b) => a < b ? a : b);

    public static Truth AnyOf(IEnumerable<Truth> truths) => truths.Aggregate(Truth.False, (a, b) => a > b ? a : b);

    public static Truth NotOf(Truth truth) => Truth.True - truth + Truth.False;

    private ImmutableArray<Condition> Readings(Norm norm)
    {
        if (norm.Readings.IsEmpty)
        {
            return norm.When is { } when ? [when] : [];
        }

        return ReadingsThatCount(norm, scene.DecidedReading(norm));
    }

    /// <summary>The conditions of the readings that count: the confirmed ones, or else all; of these the one an officer decided.</summary>
    public static ImmutableArray<Condition> ReadingsThatCount(Norm norm, int? decision)
    {
        var confirmed = norm.Readings.Where(r => r.Status == ReadingStatus.Confirmed).ToArray();
        var counting = confirmed.Length > 0 ? confirmed : [.. norm.Readings];
        return decision is { } decided && counting.Contains(norm.Readings[decided])
            ? [norm.Readings[decided].When]
            : [.. counting.Select(r => r.When)];
    }

    private Truth A(Requirement requirement, Norm norm, Frame frame) =>
        AllOf([Guard(requirement.Scope, frame.Part), Zone(requirement.Scope, frame), Applies(norm, frame)]);

    // Applies and not unless and no exception.
    private Truth Applies(Norm norm, Frame frame) => AllOf(
    [
        norm.Applies is { } applies ? Weigh(applies, frame) : Truth.True,
        norm.Unless is { } unless ? NotOf(Weigh(unless, frame)) : Truth.True,
        .. Counting(scene).Where(e => e.Norm.ExceptionTo == norm.Id).Select(e =>
            NotOf(AllOf([EveryUnitMatches(e.Requirement.Scope), Zone(e.Requirement.Scope, frame), Applies(e.Norm, frame)]))),
    ]);

    private Truth Zone(Scope scope, Frame frame) =>
        scope is Scope.InZone zone ? Leaf(new Condition.Leaf("", new LeafTest.SiteIn(zone.Layer, zone.Slot), new("")), frame) : Truth.True;

    private Truth Guard(Scope scope, int part) => scope switch
    {
        Scope.City or Scope.InZone => Truth.True,
        _ => part < 0 ? Unknown(new Thing.Hit(scope.ToString())) : Hit(part),
    };

    private Truth Hit(int part) => scene.Units[part].Certainty == Truth.True ? Truth.True : Unknown(new Thing.Hit($"{part}"));

    private Truth EveryUnitMatches(Scope scope)
    {
        if (scope is Scope.City or Scope.InZone)
        {
            return Truth.True;
        }

        if (!scene.UnitKnown)
        {
            return Unknown(new Thing.Hit($"only {scope}"));
        }

        // At least one unit matches, none that does not is hit, and no part of the site lies in no unit.
        return scene.Gaps.IsEmpty && scene.Units.Any(u => Matches(scope, u))
            ? AllOf(Enumerable.Range(0, scene.Units.Length).Where(p => !Matches(scope, scene.Units[p])).Select(p => NotOf(Hit(p))))
            : Truth.False;
    }

    private Truth OverItems(Norm norm, int part, Func<Frame, Truth> about)
    {
        if (norm.ForEach is not { } collection)
        {
            return about(new(part, null));
        }

        if (scene.GivenItems(collection.Id) is { } given)
        {
            return AnyOf(given.Select((_, i) => about(new(part, new(collection.Id, i, null)))));
        }

        asked?.Add(new Thing.Items(collection.Id));
        if (world is null)
        {
            // There may be no item at all, so nothing is surely true of one.
            return about(new(part, new(collection.Id, null, null))) == Truth.False ? Truth.False : Truth.Unknown;
        }

        return AnyOf(((object[][])world(new Thing.Items(collection.Id))).Select(i => about(new(part, new(collection.Id, null, i)))));
    }

    private Truth Weigh(Condition condition, Frame frame) => condition switch
    {
        Condition.All c => AllOf(c.Parts.Select(p => Weigh(p, frame))),
        Condition.Any c => AnyOf(c.Parts.Select(p => Weigh(p, frame))),
        Condition.Not c => NotOf(Weigh(c.Part, frame)),
        Condition.Leaf c => Leaf(c, frame),
        _ => throw new InvalidOperationException(),
    };

    private Truth Over(Norm norm) => Decide(scene.TouchedByCap(norm, norm.Cap!), w => scene.Exceeds(norm, norm.Cap!, w));

    private Truth Unknown(Thing thing) => Decide([thing], w => (bool)w(thing));

    // In a world: yes or no. Without one: yes (no) when it is so for every value of the things.
    private Truth Decide(IEnumerable<Thing> things, Func<Func<Thing, object>, bool> holds)
    {
        asked?.UnionWith(things);
        if (world is not null)
        {
            return holds(world) ? Truth.True : Truth.False;
        }

        var answers = OracleWorlds.Over(scene, [.. things]).Select(holds).Distinct().ToArray();
        return answers.Length == 2 ? Truth.Unknown : answers[0] ? Truth.True : Truth.False;
    }
}
