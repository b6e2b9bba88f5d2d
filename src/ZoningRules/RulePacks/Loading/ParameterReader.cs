using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Problems.Sources;

namespace ZoningRules.RulePacks.Loading;

/// <summary>Reads parameters/*.yaml.</summary>
internal static class ParameterReader
{
    public static void Read(PackDraft draft)
    {
        foreach (var entry in draft.Files.Open("parameters/", PackMembers.ParameterFile).SelectMany(f => f.Entries("parameters")))
        {
            Parameter(draft, entry);
        }
    }

    /// <summary>Finds the measure that a member names; null after a problem.</summary>
    public static MeasureUnit? MeasureNamed(PackDraft draft, Members members, string member)
    {
        var name = members.Text(member);
        if (draft.Measures.TryFind(name, out var measure))
        {
            return measure;
        }

        if (!Shapes.IsPlaceholder(name))
        {
            draft.Problems.Add(
                ProblemCode.UnknownName,
                members.PlaceOfValue(member),
                "计量单位",
                "measure",
                Naming.Shortened(name),
                Naming.Nearest(name, draft.Measures.All.Select(m => m.Name)));
        }

        return null;
    }

    private static void Parameter(PackDraft draft, SourceEntry entry)
    {
        draft.CheckId(entry.Name, entry.Key.Place);
        if (Members.Open(entry.Node, entry.Name, PackMembers.Parameter, draft.Problems, entry.Key.Place) is not { } members)
        {
            return;
        }

        var measure = MeasureNamed(draft, members, "measure");
        var values = new List<ParameterValue>();
        foreach (var node in members.List("values"))
        {
            if (Members.Open(node, "values", PackMembers.ParameterValue, draft.Problems) is not { } value)
            {
                continue;
            }

            var period = draft.Period(value, entry.Name);
            var citation = draft.Citation(value["cite"], "cite", value.PlaceOf("cite"));
            if (measure is not null && ExactAmount(draft, value, "value", measure) is { } amount)
            {
                values.Add(new(period, amount, citation));
            }
        }

        if (values.Count == 0 && members["values"] is SourceNode.List { Items.IsEmpty: true })
        {
            draft.Problems.Add(ProblemCode.EmptyValue, members.PlaceOf("values"), "values");
        }

        draft.Parameters.Declare(entry.Name, entry.Key.Place, new()
        {
            Name = entry.Name,
            Label = members.Local("label"),
            Measure = measure ?? MeasureTable.Count,
            Values = draft.InOrder(values, v => v.InForce, entry.Name, members.PlaceOf("values")),
            Place = entry.Key.Place,
        });
    }

    // A limit of the law is one number: an approximate measure would blur it.
    private static Quantity? ExactAmount(PackDraft draft, Members members, string member, MeasureUnit expected)
    {
        if (members.TextNode(member) is not { } node
            || MeasureText.Read(draft.Measures, member, node.Value, expected, node.Place, draft.Problems) is not { } amount
            || MeasureText.ToBase(amount, member, node.Place, draft.Problems) is null)
        {
            return null;
        }

        if (amount.Measure.ApproximatePercent != 0)
        {
            Shapes.Wrong(node, member, "不含近似换算的数值", "an amount in an exact measure", draft.Problems);
            return null;
        }

        return amount;
    }
}
