using System.Runtime.InteropServices;
using ZoningRules.Facts;
using ZoningRules.Findings;
using ZoningRules.Measures;

namespace ZoningRules.Evaluation;

/// <summary>The engine that decides: a direct three-valued evaluator over the compiled form. Stateless and thread-safe.</summary>
public sealed class DirectEngine : IRuleEngine
{
    /// <inheritdoc/>
    public NormOutcomes Evaluate(RuleProgram program, FactSheet sheet)
    {
        var known = new byte[program.LeafCount];
        var outcomes = new Outcome[program.CompiledNorms.Length];
        var strictest = Outcome.NotApplicable;
        foreach (var norm in program.CompiledNorms)
        {
            var outcome = OutcomeOf(norm, program, sheet, known, null);
            outcomes[norm.Index] = outcome;
            strictest = outcome > strictest ? outcome : strictest;
        }

        return new(ImmutableCollectionsMarshal.AsImmutableArray(outcomes), strictest, ImmutableCollectionsMarshal.AsImmutableArray(known));
    }

    /// <summary>A norm's outcome over all parts it is evaluated about; for one reading only when one is given.</summary>
    internal static Outcome OutcomeOf(CompiledNorm norm, RuleProgram program, FactSheet sheet, Span<byte> known, CompiledReading? only)
    {
        if (!norm.ByPart)
        {
            return OutcomeIn(norm, program, Scene.Whole(sheet), known, only);
        }

        if (!sheet.LocationKnown)
        {
            return OutcomeIn(norm, program, Scene.Whole(sheet, Truth.Unknown), known, only);
        }

        var strictest = Outcome.NotApplicable;
        for (var part = 0; part < sheet.Parts.Length; part++)
        {
            if (CompiledLeaf.AllUnits.Matches(norm.Requirement.Scope, sheet.Parts[part]))
            {
                var outcome = OutcomeIn(norm, program, Scene.OfPart(sheet, part), known, only);
                strictest = outcome > strictest ? outcome : strictest;
            }
        }

        return strictest;
    }

    /// <summary>The table of docs/semantics.md section 4.</summary>
    internal static Outcome Conclude(CompiledNorm norm, Truth applies, Truth condition)
    {
        if (!norm.Forbids)
        {
            return condition switch { Truth.True => Outcome.Conditional, Truth.Unknown => Outcome.Undetermined, _ => Outcome.NotApplicable };
        }

        if (condition != Truth.False)
        {
            return condition == Truth.True ? Outcome.Violated : Outcome.Undetermined;
        }

        return applies == Truth.False ? Outcome.NotApplicable
            : norm.Norm.Obligations.IsEmpty ? Outcome.Satisfied
            : applies == Truth.True ? Outcome.Conditional
            : Outcome.Undetermined;
    }

    private static Outcome OutcomeIn(CompiledNorm norm, RuleProgram program, in Scene scene, Span<byte> known, CompiledReading? only)
    {
        if (norm.ItemsSlot < 0)
        {
            var applies = Kleene.And(scene.Guard, norm.Applies.Evaluate(scene, known));
            return Conclude(norm, applies, Kleene.And(applies, applies == Truth.False ? Truth.False : Condition(norm, program, scene, known, only)));
        }

        var anyApplies = Truth.False;
        var anyMeets = Truth.False;
        if (scene.Sheet.Attributes[norm.ItemsSlot].Value is FactValue.Items items)
        {
            for (var i = 0; i < items.All.Length; i++)
            {
                About(scene.With(items.All[i], i), known);
            }
        }
        else
        {
            About(scene.With(null, Scene.AnyItem), known);
            anyApplies = Kleene.And(anyApplies, Truth.Unknown);
            anyMeets = Kleene.And(anyMeets, Truth.Unknown);
        }

        return Conclude(norm, anyApplies, anyMeets);

        void About(in Scene item, Span<byte> kept)
        {
            var applies = Kleene.And(item.Guard, norm.Applies.Evaluate(item, kept));
            anyApplies = Kleene.Or(anyApplies, applies);
            if (applies != Truth.False)
            {
                anyMeets = Kleene.Or(anyMeets, Kleene.And(applies, Condition(norm, program, item, kept, only)));
            }
        }
    }

    private static Truth Condition(CompiledNorm norm, RuleProgram program, in Scene scene, Span<byte> known, CompiledReading? only)
    {
        if (norm.Norm.Cap is { } cap)
        {
            return CapArithmetic.Of(cap, scene.Sheet, program.Date).Exceeds(cap, scene.Sheet);
        }

        var result = Truth.False;
        foreach (var reading in norm.Conditions)
        {
            if (only is null ? norm.Counts(reading, scene.Sheet) : ReferenceEquals(only, reading))
            {
                result = Kleene.Or(result, reading.Condition.Evaluate(scene, known));
            }
        }

        return result;
    }
}
