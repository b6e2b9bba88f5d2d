using ZoningRules.Facts;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Problems.Sources;

namespace ZoningRules.RulePacks.Loading;

/// <summary>Reads the budget of a cap norm.</summary>
internal static class CapReader
{
    private const string Base = "base";

    /// <summary>Reads a cap. Null after a problem.</summary>
    public static Cap? Read(PackDraft draft, SourceNode node, SourcePlace place, Dictionary<string, string> ledgers)
    {
        if (Members.Open(node, "cap", PackMembers.Cap, draft.Problems, place) is not { } members)
        {
            return null;
        }

        var ledger = members.Text("ledger");
        draft.CheckId(ledger, members.PlaceOfValue("ledger"));
        var age = members.Whole("max-age", 0, 36500, 0);
        var inclusive = members.YesNo("inclusive");
        if (Increment(draft, members) is not { } increment)
        {
            return null;
        }

        var measure = ((AttributeType.Number)increment.Type).Measure;
        if (!Shapes.IsPlaceholder(ledger) && !ledgers.TryAdd(ledger, measure.Dimension) && ledgers[ledger] != measure.Dimension)
        {
            draft.Problems.Add(ProblemCode.WrongDimension, members.PlaceOfValue("ledger"), "ledger", ledger, measure.Name);
        }

        return Limit(draft, members, measure) is { } limit ? new(ledger, increment, limit, inclusive, age) : null;
    }

    private static AttributeDefinition? Increment(PackDraft draft, Members members)
    {
        if (members.TextNode("increment") is not { } node || new OperandParser(draft, null, null).Parse(node) is not { } operand)
        {
            return null;
        }

        if (operand is Operand.OfProposal { Definition: { Type: AttributeType.Number } definition })
        {
            return definition;
        }

        draft.Problems.Add(ProblemCode.LeafType, node.Place, node.Value, "增量应为数值属性", "the increment must be a quantity attribute");
        return null;
    }

    private static CapLimit? Limit(PackDraft draft, Members members, MeasureUnit measure)
    {
        if (members.TextNode("limit") is not { } node)
        {
            return null;
        }

        var problems = draft.Problems;
        var span = new LeafSpan(node, 0, node.Value.Length).Trimmed();
        if (span.Call("param") is { } name)
        {
            if (draft.Parameters.Find(name.Text, name.Place) is not { } parameter)
            {
                return null;
            }

            if (parameter.Measure.Dimension != measure.Dimension)
            {
                problems.Add(ProblemCode.WrongDimension, name.Place, "limit", name.Text, measure.Name);
            }

            return new CapLimit.Dated(parameter);
        }

        if (span.After(Base)?.After("minus") is { } share)
        {
            if (MeasureText.Read(draft.Measures, "limit", share.Text, MeasureTable.Percent, share.Place, problems) is not { } percent)
            {
                return null;
            }

            if (percent.ToBase() is not { IsPoint: true, Low: >= 0 and <= 1 } ratio)
            {
                problems.Add(ProblemCode.OutOfRange, share.Place, "limit", share.Text, "0..100 %");
                return null;
            }

            return new CapLimit.BaseMinus(ratio.Low);
        }

        if (MeasureText.Read(draft.Measures, "limit", span.Text, measure, span.Place, problems) is not { } amount
            || MeasureText.ToBase(amount, "limit", span.Place, problems) is not { } range)
        {
            return null;
        }

        if (!range.IsPoint)
        {
            Shapes.Wrong(node, "limit", "不含近似换算的数值", "an amount in an exact measure", problems);
        }

        return new CapLimit.Fixed(range.Low);
    }
}
