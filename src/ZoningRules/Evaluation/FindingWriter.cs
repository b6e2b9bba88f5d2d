using System.Collections.Immutable;
using System.Globalization;
using ZoningRules.Facts;
using ZoningRules.Findings;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.RulePacks;

namespace ZoningRules.Evaluation;

/// <summary>Writes out findings: every leaf with the value under it, reasons and differing readings.</summary>
internal sealed class FindingWriter(RuleProgram program, FactSheet sheet)
{
    private readonly byte[] known = new byte[program.LeafCount];

    /// <summary>The finding of a norm.</summary>
    public Finding Write(CompiledNorm norm, Outcome outcome, bool sameForEveryValue) => new()
    {
        Requirement = norm.Requirement,
        Norm = norm.Norm,
        Outcome = outcome,
        Reasons = outcome == Outcome.Undetermined ? Reasons(norm) : UnknownReasons.None,
        WriteTrace = () => Trace(norm),
        DifferingReadings = Differing(norm, outcome),
        SameForEveryValue = sameForEveryValue,
    };

    /// <summary>A manual norm, shown and not computed.</summary>
    public static Finding Manual(Requirement requirement, Norm norm) => new()
    {
        Requirement = requirement,
        Norm = norm,
        Outcome = Outcome.NotApplicable,
        Reasons = UnknownReasons.None,
        Trace = [],
    };

    private ImmutableArray<TraceLine> Trace(CompiledNorm norm)
    {
        var trace = ImmutableArray.CreateBuilder<TraceLine>();
        foreach (var scene in Scenes(norm))
        {
            var unit = norm.ByPart && scene.Part >= 0 ? sheet.Parts[scene.Part].Code : null;
            if (norm.ByPart)
            {
                trace.Add(ScopeLine(norm, scene, unit));
            }

            foreach (var (item, name) in Items(norm, scene))
            {
                Lines(norm, item, unit, name, trace);
            }
        }

        return trace.ToImmutable();
    }

    private UnknownReasons Reasons(CompiledNorm norm)
    {
        var reasons = UnknownReasons.None;
        foreach (var scene in Scenes(norm))
        {
            if (norm.ByPart && scene.Guard == Truth.Unknown)
            {
                reasons |= sheet.LocationKnown ? UnknownReasons.Imprecise : UnknownReasons.NotProvided;
            }

            foreach (var (item, name) in Items(norm, scene))
            {
                if (name is not null && item.Item is null && sheet.Attributes[norm.ItemsSlot].Value is FactValue.Unknown unknown)
                {
                    reasons |= unknown.Reasons;
                }

                reasons |= Reasons(norm, item);
            }
        }

        return reasons == UnknownReasons.None ? UnknownReasons.NotProvided : reasons;
    }

    private static TraceLine ScopeLine(CompiledNorm norm, in Scene scene, string? unit)
    {
        return new(
            TraceRole.Scope,
            Name(norm.Requirement.Scope),
            new("场址位于适用的管控单元", "the site lies in a control unit the clause is about"),
            scene.Guard,
            unit is null ? new("单元不明", "unit not known") : LocalText.Same(unit),
            scene.Guard == Truth.Unknown && unit is null ? FactOrigin.None : FactOrigin.Measured,
            scene.Guard == Truth.Unknown ? (unit is null ? UnknownReasons.NotProvided : UnknownReasons.Imprecise) : UnknownReasons.None,
            unit);
    }

    private IEnumerable<Scene> Scenes(CompiledNorm norm)
    {
        if (!norm.ByPart)
        {
            yield return Scene.Whole(sheet);
        }
        else if (!sheet.LocationKnown)
        {
            yield return Scene.Whole(sheet, Truth.Unknown);
        }
        else
        {
            for (var i = 0; i < sheet.Parts.Length; i++)
            {
                if (CompiledLeaf.AllUnits.Matches(norm.Requirement.Scope, sheet.Parts[i]))
                {
                    yield return Scene.OfPart(sheet, i);
                }
            }
        }
    }

    private IEnumerable<(Scene Scene, string? Name)> Items(CompiledNorm norm, Scene scene)
    {
        if (norm.ItemsSlot < 0)
        {
            yield return (scene, null);
            yield break;
        }

        var name = norm.Norm.ForEach!.Id;
        if (sheet.Attributes[norm.ItemsSlot].Value is not FactValue.Items items)
        {
            yield return (scene.With(null, Scene.AnyItem), $"{name}[?]");
            yield break;
        }

        for (var i = 0; i < items.All.Length; i++)
        {
            yield return (scene.With(items.All[i], i), $"{name}[{(i + 1).ToString(CultureInfo.InvariantCulture)}]");
        }
    }

    private void Lines(CompiledNorm norm, Scene scene, string? unit, string? item, ImmutableArray<TraceLine>.Builder trace)
    {
        if (norm.Requirement.Scope is Scope.InZone zone)
        {
            trace.Add(ZoneLine(TraceRole.Scope, zone, norm, scene, unit, item));
        }

        Lines(norm.Norm.Applies, TraceRole.Applies, norm.Norm, scene, unit, item, null, trace);
        Lines(norm.Norm.Unless, TraceRole.Unless, norm.Norm, scene, unit, item, null, trace);
        ExceptionLines(norm, scene, unit, item, trace);
        Lines(norm.Norm.When, TraceRole.When, norm.Norm, scene, unit, item, null, trace);
        foreach (var reading in norm.Conditions.Where(c => c.Reading is not null && norm.Counts(c, sheet)))
        {
            Lines(reading.Reading!.When, TraceRole.When, norm.Norm, scene, unit, item, reading.Reading.Id, trace);
        }

        if (norm.Norm.Cap is { } cap)
        {
            trace.Add(CapLine(cap, scene, unit, item));
        }

        foreach (var (text, operand) in norm.Norm.Show)
        {
            var (value, origin) = LeafWording.Value(operand, norm.Norm, scene);
            trace.Add(new(
                TraceRole.Shown, text, LeafWording.Label(operand, program.Pack.Vocabulary), Truth.Unknown, value, origin, UnknownReasons.None, unit, item));
        }
    }

    // Everything an exception's own applying rests on: where it counts, what it is about, and its own exceptions.
    private void ExceptionLines(CompiledNorm norm, Scene scene, string? unit, string? item, ImmutableArray<TraceLine>.Builder trace)
    {
        foreach (var exception in program.Exceptions[norm.Norm.Id])
        {
            switch (exception.Requirement.Scope)
            {
                case Scope.InZone zone:
                    trace.Add(ZoneLine(TraceRole.Unless, zone, exception, scene, unit, item));
                    break;
                case Scope.InCategory or Scope.InUnit:
                    trace.Add(OnlyLine(exception.Requirement.Scope, scene, unit, item));
                    break;
            }

            Lines(exception.Norm.Applies, TraceRole.Unless, exception.Norm, scene, unit, item, null, trace);
            Lines(exception.Norm.Unless, TraceRole.Unless, exception.Norm, scene, unit, item, null, trace);
            ExceptionLines(exception, scene, unit, item, trace);
        }
    }

    private TraceLine ZoneLine(TraceRole role, Scope.InZone zone, CompiledNorm norm, in Scene scene, string? unit, string? item)
    {
        var label = program.Pack.Vocabulary.Layers[zone.Slot].Label;
        var (value, origin) = LeafWording.Value(new LeafTest.SiteIn(zone.Layer, zone.Slot), norm.Norm, scene);
        var place = scene.Places[zone.Slot];
        return new(
            role, $"site in {zone.Layer}", new($"场址位于{label.Zh}", $"the site lies in {label.En}"), place.In, value, origin,
            place.In == Truth.Unknown ? place.Reasons : UnknownReasons.None, unit, item);
    }

    private TraceLine OnlyLine(Scope scope, in Scene scene, string? unit, string? item)
    {
        var leaf = new CompiledLeaf.AllUnits(scope);
        var truth = leaf.Test(scene);
        return new(
            TraceRole.Unless,
            $"site only in {Name(scope)}",
            new("场址全部位于例外适用的管控单元", "the whole site lies in control units the exception is about"),
            truth,
            LocalText.Same(sheet.Parts.IsEmpty ? "—" : string.Join(", ", sheet.Parts.Select(p => p.Code))),
            sheet.LocationKnown ? FactOrigin.Measured : FactOrigin.None,
            truth == Truth.Unknown ? leaf.Reasons(scene) : UnknownReasons.None,
            unit,
            item);
    }

    private static string Name(Scope scope) => scope is Scope.InCategory category
        ? $"category {category.Category.ToString().ToLowerInvariant()}"
        : $"unit {((Scope.InUnit)scope).Code}";

    private void Lines(
        Condition? condition, TraceRole role, Norm norm, Scene scene, string? unit, string? item, string? reading, ImmutableArray<TraceLine>.Builder trace)
    {
        switch (condition)
        {
            case Condition.All all:
                foreach (var part in all.Parts)
                {
                    Lines(part, role, norm, scene, unit, item, reading, trace);
                }

                break;
            case Condition.Any any:
                foreach (var part in any.Parts)
                {
                    Lines(part, role, norm, scene, unit, item, reading, trace);
                }

                break;
            case Condition.Not not:
                Lines(not.Part, role, norm, scene, unit, item, reading, trace);
                break;
            case Condition.Leaf leaf:
                var line = program.Lines[leaf];
                var (value, origin) = LeafWording.Value(leaf.Test, norm, scene);
                trace.Add(new(
                    role, leaf.Text, line.Words, line.Expression.Evaluate(scene, known), value, origin, line.Expression.Reasons(scene, known), unit, item, reading));
                break;
        }
    }

    private TraceLine CapLine(Cap cap, in Scene scene, string? unit, string? item)
    {
        var arithmetic = CapArithmetic.Of(cap, sheet, program.Date);
        var measure = ((AttributeType.Number)cap.Increment.Type).Measure;
        var (increment, origin) = LeafWording.Value(new Operand.OfProposal(cap.Increment), null!, scene);
        var exceeds = arithmetic.Exceeds(cap, sheet);
        var ledger = arithmetic.Ledger;
        string Amount(decimal value) => LeafWording.Amount(Interval<decimal>.Of(value), measure);
        var used = ledger is null ? "—" : Amount(ledger.Used);
        var reserved = ledger is null ? "—" : Amount(ledger.Reserved);
        var limit = arithmetic.Limit is { } most ? Amount(most) : "—";
        var asOf = ledger?.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "—";
        return new(
            TraceRole.Cap,
            $"ledger.{cap.Ledger}: used + reserved + {cap.Increment.Id} {(cap.Inclusive ? "<=" : "<")} limit",
            new($"已用 + 预留 + 本项目{cap.Increment.Label.Zh} {(cap.Inclusive ? "≤" : "<")} 上限", $"used + reserved + {cap.Increment.Label.En} {(cap.Inclusive ? "≤" : "<")} limit"),
            Kleene.Not(exceeds),
            new($"{used} + {reserved} + {increment.Zh}；上限 {limit}（台账截至 {asOf}）", $"{used} + {reserved} + {increment.En}; limit {limit} (ledger as of {asOf})"),
            origin,
            exceeds == Truth.Unknown ? CapReasons(cap, arithmetic) : UnknownReasons.None,
            unit,
            item);
    }

    private UnknownReasons CapReasons(Cap cap, in CapArithmetic arithmetic) => arithmetic.Reason | sheet.Attributes[cap.Increment.Slot].Value switch
    {
        FactValue.Unknown unknown => unknown.Reasons,
        FactValue.Number { Range.IsPoint: false } => UnknownReasons.Imprecise,
        _ => UnknownReasons.None,
    };

    private UnknownReasons Reasons(CompiledNorm norm, Scene scene)
    {
        if (norm.Applies.Evaluate(scene, known) == Truth.False)
        {
            return UnknownReasons.None;
        }

        var reasons = norm.Applies.Reasons(scene, known);
        foreach (var reading in norm.Conditions.Where(c => norm.Counts(c, sheet)))
        {
            reasons |= reading.Condition.Reasons(scene, known);
        }

        if (norm.Norm.Cap is { } cap)
        {
            var arithmetic = CapArithmetic.Of(cap, sheet, program.Date);
            reasons |= arithmetic.Exceeds(cap, sheet) == Truth.Unknown ? CapReasons(cap, arithmetic) : UnknownReasons.None;
        }

        return reasons;
    }

    private ImmutableArray<KeyValuePair<string, Outcome>> Differing(CompiledNorm norm, Outcome outcome)
    {
        if (norm.Norm.Readings.IsEmpty)
        {
            return [];
        }

        var counting = norm.Conditions.Where(c => norm.Counts(c, sheet)).ToArray();
        return counting.Length < 2
            ? []
            : [.. counting
                .Select(c => KeyValuePair.Create(c.Reading!.Id, DirectEngine.OutcomeOf(norm, program, sheet, known, c)))
                .Where(p => p.Value != outcome)];
    }
}
