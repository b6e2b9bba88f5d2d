using System.Collections.Immutable;
using ZoningRules.Facts;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Problems.Sources;

namespace ZoningRules.RulePacks.Loading;

/// <summary>Reads the one-line leaves of docs/rule-language.md, section 9, and types them. Null always comes with a problem.</summary>
/// <param name="draft">What the leaves may name.</param>
/// <param name="operands">Reads their operands.</param>
internal sealed class LeafParser(PackDraft draft, OperandParser operands)
{
    private const string Forms =
        "`ATTRIBUTE is VALUE`, `ATTRIBUTE in [VALUE, …]`, `ATTRIBUTE in list(NAME)`, `ATTRIBUTE includes VALUE`, `ATTRIBUTE includes any [VALUE, …]`, "
        + "`QUANTITY <= 35 t-steam/h`, `QUANTITY <= param(NAME)`, `site in LAYER`, `site within LAYER`, `distance(site, LAYER) <= 1 km`";

    private readonly ProblemList problems = draft.Problems;

    /// <summary>Reads a leaf.</summary>
    public Condition.Leaf? Parse(SourceNode.Text node)
    {
        var line = new LeafLine(node);
        return Test(line) is { } test ? new(line.Whole.Text, test, node.Place) : null;
    }

    private LeafTest? Test(LeafLine line)
    {
        var subject = line.TakeOperand();
        var relation = line.TakeWord();
        if (subject.Text.Length == 0 || line.Rest.Text.Length == 0)
        {
            return Bad(line);
        }

        return (subject.Text, relation.Text) switch
        {
            ("site", "in") => operands.Layer(line.Rest) is { } layer ? new LeafTest.SiteIn(layer.Layer, layer.Slot) : null,
            ("site", "within") => SiteWithin(line),
            (_, "is") => Is(line, subject, [line.Rest]),
            (_, "in") => In(line, subject),
            (_, "includes") => Includes(line, subject),
            (_, "<=") => Compare(line, subject, Comparison.AtMost),
            (_, "<") => Compare(line, subject, Comparison.LessThan),
            (_, ">=") => Compare(line, subject, Comparison.AtLeast),
            (_, ">") => Compare(line, subject, Comparison.MoreThan),
            _ => Bad(line),
        };
    }

    private LeafTest.SiteWithin? SiteWithin(LeafLine line)
    {
        if (operands.Layer(line.Rest) is not { } layer)
        {
            return null;
        }

        if (!operands.IsAreas(layer.Slot))
        {
            Type(line, line.Rest, $"图层 {layer.Layer} 没有面积", $"the layer {layer.Layer} has no area");
            return null;
        }

        return new(layer.Layer, layer.Slot);
    }

    private LeafTest? Is(LeafLine line, LeafSpan subject, ImmutableArray<LeafSpan> values)
    {
        if (operands.Parse(line, subject) is not { } operand)
        {
            return null;
        }

        switch (OperandParser.TypeOf(operand))
        {
            case AttributeType.YesNo:
                return Mask(line, subject, values, ["no", "yes"]) is { } yesNo ? new LeafTest.OneOf(operand, yesNo) : null;
            case AttributeType.Choice choice:
                return Mask(line, subject, values, [.. choice.Options.Select(o => o.Id)]) is { } mask ? new LeafTest.OneOf(operand, mask) : null;
            case AttributeType.Code code:
                return Codes(line, values, code.System) is { } codes ? new LeafTest.CodeIn(operand, code.System, codes) : null;
            case AttributeType.Choices:
                return Type(line, subject, "列表属性用 includes", "an attribute of type choices takes `includes`");
            default:
                return Type(line, subject, "`is` 和 `in` 只用于是否、选项和代码", "`is` and `in` take a choice, yes-no or code");
        }
    }

    private LeafTest? In(LeafLine line, LeafSpan subject)
    {
        if (line.Rest.Call("list") is { } list)
        {
            return OnList(line, subject, list);
        }

        return line.Rest.Items() is { } values ? Is(line, subject, values) : Bad(line);
    }

    private LeafTest? OnList(LeafLine line, LeafSpan subject, LeafSpan name)
    {
        var operand = operands.Parse(line, subject);
        var list = draft.Lists.Find(name.Text, name.Place);
        if (operand is null || list is null)
        {
            return null;
        }

        if (OperandParser.TypeOf(operand) is not AttributeType.Code code)
        {
            return Type(line, subject, "`in list(…)` 只用于代码", "`in list(…)` takes a code");
        }

        if (code.System.Id != list.System.Id && !ListReader.IsPlaceholder(list.System))
        {
            return Type(
                line,
                name,
                $"名录用 {list.System.Id} 的代码，属性用 {code.System.Id} 的代码",
                $"the list has codes of {list.System.Id}, the attribute of {code.System.Id}");
        }

        AttributeDefinition? decision = null;
        if (list.Open && !draft.Vocabulary.TryFind(MadeAttributes.OfList(list.Name), out decision))
        {
            return null;
        }

        return new LeafTest.OnList(operand, list, decision);
    }

    private LeafTest? Includes(LeafLine line, LeafSpan subject)
    {
        var values = line.Rest.After("any") is { } many ? many.Items() : [line.Rest];
        if (values is null)
        {
            return Bad(line);
        }

        if (operands.Parse(line, subject) is not { } operand)
        {
            return null;
        }

        return OperandParser.TypeOf(operand) is AttributeType.Choices choices
            ? Mask(line, subject, values.Value, [.. choices.Options.Select(o => o.Id)]) is { } mask ? new LeafTest.Includes(operand, mask) : null
            : Type(line, subject, "`includes` 只用于列表属性", "`includes` takes an attribute of type choices");
    }

    private LeafTest? Compare(LeafLine line, LeafSpan subject, Comparison comparison)
    {
        if (operands.Parse(line, subject) is not { } left)
        {
            return null;
        }

        if (OperandParser.MeasureOf(left) is not { } measure)
        {
            return Type(line, subject, "只有数值可以比较大小", "only numbers compare");
        }

        var right = line.Rest;
        if (right.Call("param") is { } name)
        {
            return CompareParameter(line, left, measure, comparison, name);
        }

        if (char.IsAsciiLetterLower(right.Text[0]))
        {
            return CompareOperands(line, left, measure, comparison);
        }

        return Limit(draft, line, measure) is { } limit ? new LeafTest.Compare(left, comparison, limit) : null;
    }

    private LeafTest? CompareParameter(LeafLine line, Operand left, MeasureUnit measure, Comparison comparison, LeafSpan name)
    {
        if (draft.Parameters.Find(name.Text, name.Place) is not { } parameter)
        {
            return null;
        }

        return parameter.Measure.Dimension == measure.Dimension
            ? new LeafTest.CompareParameter(left, comparison, parameter)
            : Type(line, name, $"参数 {parameter.Name} 的单位是 {parameter.Measure.Name}", $"the parameter {parameter.Name} is in {parameter.Measure.Name}");
    }

    private LeafTest? CompareOperands(LeafLine line, Operand left, MeasureUnit measure, Comparison comparison)
    {
        var span = line.TakeOperand();
        if (line.Rest.Text.Length > 0)
        {
            return Bad(line);
        }

        if (operands.Parse(line, span) is not { } right)
        {
            return null;
        }

        return OperandParser.MeasureOf(right)?.Dimension == measure.Dimension
            ? new LeafTest.CompareOperands(left, comparison, right)
            : Type(line, span, $"两边不能换算：左边的单位是 {measure.Name}", $"the two sides do not convert: the left one is in {measure.Name}");
    }

    /// <summary>The rest of a line as a fixed limit in the base measure.</summary>
    private decimal? Limit(PackDraft pack, LeafLine line, MeasureUnit measure)
    {
        var span = line.Rest;
        if (MeasureText.Read(pack.Measures, line.Whole.Text, span.Text, measure, span.Place, problems) is not { } amount
            || MeasureText.ToBase(amount, line.Whole.Text, span.Place, problems) is not { } range)
        {
            return null;
        }

        if (!range.IsPoint)
        {
            Type(line, span, $"{amount.Measure.Name} 是近似换算，不能作界限", $"{amount.Measure.Name} converts approximately and cannot be a limit");
            return null;
        }

        return range.Low;
    }

    private ulong? Mask(LeafLine line, LeafSpan subject, ImmutableArray<LeafSpan> values, ImmutableArray<string> options)
    {
        var mask = 0UL;
        var complete = true;
        foreach (var value in values)
        {
            var index = options.IndexOf(value.Unquoted);
            if (index < 0)
            {
                problems.Add(ProblemCode.NotAChoice, value.Place, subject.Text, Naming.Shortened(value.Unquoted), Naming.Listed(options));
                complete = false;
            }
            else if ((mask & (1UL << index)) != 0)
            {
                Type(line, value, $"{value.Unquoted} 重复", $"{value.Unquoted} occurs twice");
                complete = false;
            }
            else
            {
                mask |= 1UL << index;
            }
        }

        return complete ? mask : null;
    }

    private ImmutableArray<CodeEntry>? Codes(LeafLine line, ImmutableArray<LeafSpan> values, CodeSystem system)
    {
        var codes = ImmutableArray.CreateBuilder<CodeEntry>(values.Length);
        var complete = true;
        foreach (var value in values)
        {
            if (!system.TryFind(value.Unquoted, out var entry))
            {
                complete = false;
                if (!ListReader.IsPlaceholder(system))
                {
                    problems.Add(ProblemCode.UnknownCode, value.Place, Naming.Shortened(value.Unquoted), system.Id);
                }
            }
            else if (codes.Contains(entry))
            {
                Type(line, value, $"{entry.Code} 重复", $"{entry.Code} occurs twice");
                complete = false;
            }
            else
            {
                codes.Add(entry);
            }
        }

        return complete ? codes.DrainToImmutable() : null;
    }

    private LeafTest? Bad(LeafLine line)
    {
        problems.Add(ProblemCode.BadLeaf, line.Whole.Place, Naming.Shortened(line.Whole.Text), Forms);
        return null;
    }

    private LeafTest? Type(LeafLine line, LeafSpan at, string reasonZh, string reasonEn)
    {
        problems.Add(ProblemCode.LeafType, at.Place, Naming.Shortened(line.Whole.Text), reasonZh, reasonEn);
        return null;
    }
}
