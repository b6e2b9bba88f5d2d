using System.Diagnostics;
using System.Globalization;
using ZoningRules.Facts;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.RulePacks;

namespace ZoningRules.Evaluation;

/// <summary>Puts leaves and the values under them into words.</summary>
internal static class LeafWording
{
    private static readonly LocalText Dash = LocalText.Same("—");

    /// <summary>A leaf as a sentence an officer can read aloud.</summary>
    public static LocalText Of(LeafTest test, DateOnly date, Vocabulary vocabulary) => test switch
    {
        LeafTest.OneOf one => Join(Label(one.Of, vocabulary), " 为 ", " is ", Options(one.Of, one.Mask)),
        LeafTest.Includes includes => Join(Label(includes.Of, vocabulary), " 含 ", " includes ", Options(includes.Of, includes.Mask)),
        LeafTest.CodeIn codes => Join(
            Label(codes.Of, vocabulary), " 属 ", " is in ", LocalText.Same(string.Join(", ", codes.Codes.Select(c => $"{c.Code} {c.Name}")))),
        LeafTest.OnList list => Join(Label(list.Of, vocabulary), " 列入 ", " is on the list ", list.List.Label),
        LeafTest.Compare compare => Compared(compare.Of, compare.Comparison, compare.Limit, vocabulary),
        LeafTest.CompareParameter parameter => parameter.Limit.On(date) is { } value
            ? Compared(parameter.Of, parameter.Comparison, value.Value.ToBase().Low, vocabulary)
            : Join(Label(parameter.Of, vocabulary), Sign(parameter.Comparison), Sign(parameter.Comparison), parameter.Limit.Label),
        LeafTest.CompareOperands pair => Join(Label(pair.Left, vocabulary), Sign(pair.Comparison), Sign(pair.Comparison), Label(pair.Right, vocabulary)),
        LeafTest.SiteIn place => Join(new("场址位于（或部分位于）", "the site, or a part of it, lies in "), "", "", Label(place.Slot, vocabulary)),
        LeafTest.SiteWithin place => Join(new("场址全部位于", "the whole site lies in "), "", "", Label(place.Slot, vocabulary)),
        _ => throw new UnreachableException(),
    };

    /// <summary>The value under a leaf, its origin, or a dash.</summary>
    public static (LocalText Value, FactOrigin Origin) Value(LeafTest test, Norm norm, in Scene scene) => test switch
    {
        LeafTest.OneOf one => Value(one.Of, norm, scene),
        LeafTest.Includes includes => Value(includes.Of, norm, scene),
        LeafTest.CodeIn codes => Value(codes.Of, norm, scene),
        LeafTest.OnList list => Value(list.Of, norm, scene),
        LeafTest.Compare compare => Value(compare.Of, norm, scene),
        LeafTest.CompareParameter compare => Value(compare.Of, norm, scene),
        LeafTest.CompareOperands pair => Pair(Value(pair.Left, norm, scene), Value(pair.Right, norm, scene)),
        LeafTest.SiteIn place => Inside(scene.Places[place.Slot], scene.Places[place.Slot].In),
        LeafTest.SiteWithin place => Inside(scene.Places[place.Slot], scene.Places[place.Slot].Within),
        _ => throw new UnreachableException(),
    };

    /// <summary>The value of an operand, its origin, or a dash.</summary>
    public static (LocalText Value, FactOrigin Origin) Value(Operand operand, Norm norm, in Scene scene)
    {
        switch (operand)
        {
            case Operand.Distance distance:
                return Measured(scene.Places[distance.Slot], scene.Places[distance.Slot].Distance, r => LocalText.Same(Length(r)));
            case Operand.Overlap overlap:
                return Measured(scene.Places[overlap.Slot], scene.Places[overlap.Slot].Overlap, Area);
            case Operand.Share share:
                return Measured(scene.Places[share.Slot], scene.Places[share.Slot].Share, r => LocalText.Same(Percent(r)));
            case Operand.OfProposal attribute:
                return Value(attribute.Definition, scene.Sheet.Attributes[attribute.Definition.Slot]);
            case Operand.OfItem field:
                return Value(field.Definition, scene.Item?.Fields[field.Definition.Slot]);
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>An amount in a measure, from the base measure; the interval as middle ± half width.</summary>
    public static string Amount(Interval<decimal> range, MeasureUnit measure)
    {
        var low = measure.FromBase(Printable(range.Low));
        var high = measure.FromBase(Printable(range.High));
        var middle = (low / 2) + (high / 2);
        var half = (high / 2) - (low / 2);
        return half == 0 ? $"{Number(middle)} {measure.Name}" : $"{Number(middle)} ± {Number(half)} {measure.Name}";
    }

    // Beyond this no amount means anything, and adding or converting two could leave the range of decimal.
    private static decimal Printable(decimal value) => Math.Clamp(value, -1e20m, 1e20m);

    private static (LocalText Value, FactOrigin Origin) Value(AttributeDefinition definition, Fact? fact) => fact?.Value switch
    {
        FactValue.Choice choice => (Option(definition, choice.Index), fact.Origin),
        FactValue.ChoiceSet set => (set.Mask == 0 ? new("无", "none") : Options(definition, set.Mask), fact.Origin),
        FactValue.Code code => (LocalText.Same($"{code.Entry.Code} {code.Entry.Name}"), fact.Origin),
        FactValue.Number number when definition.Type is AttributeType.Number type => (LocalText.Same(fact.Shown ?? Amount(number.Range, type.Measure)), fact.Origin),
        FactValue.Text text => (LocalText.Same(text.Value), fact.Origin),
        _ => (Dash, FactOrigin.None),
    };

    private static (LocalText Value, FactOrigin Origin) Pair((LocalText Value, FactOrigin Origin) left, (LocalText Value, FactOrigin Origin) right) =>
        (new($"{left.Value.Zh} / {right.Value.Zh}", $"{left.Value.En} / {right.Value.En}"), left.Origin == FactOrigin.None ? right.Origin : left.Origin);

    private static (LocalText Value, FactOrigin Origin) Inside(PlaceFact place, Truth truth)
    {
        if (place.Dispute is { } dispute)
        {
            return (dispute, FactOrigin.Measured);
        }

        var distance = place.In == Truth.True || place.Distance is not { } range ? "" : Length(range);
        var value = truth switch
        {
            Truth.True => new LocalText("是", "yes"),
            Truth.False when distance.Length > 0 => new($"否，相距 {distance}", $"no, {distance} away"),
            Truth.False => new("否", "no"),
            _ when place.Reasons == UnknownReasons.Imprecise && distance.Length > 0 => new($"临界，相距 {distance}", $"too close to call, {distance} away"),
            _ => Dash,
        };
        return (value, place.Origin);
    }

    private static (LocalText Value, FactOrigin Origin) Measured(PlaceFact place, Interval<decimal>? range, Func<Interval<decimal>, LocalText> print) =>
        range is { } known ? (print(known), place.Origin)
            : place.Dispute is { } dispute ? (dispute, FactOrigin.Measured)
            : (Dash, FactOrigin.None);

    private static string Length(Interval<decimal> range) => Figures.Of(new Interval<Metres>(new(range.Low), new(range.High)));

    private static LocalText Area(Interval<decimal> range)
    {
        var area = new Interval<SquareMetres>(new(range.Low), new(range.High));
        return new(Figures.Of(area, Language.Zh), Figures.Of(area, Language.En));
    }

    private static string Percent(Interval<decimal> range) => Figures.Of(new Interval<Ratio>(new(range.Low), new(range.High)));

    // A limit of the law is exact: it is never rounded.
    private static string Limit(decimal metres) => metres < 1000 ? $"{Number(metres)} m" : $"{Number(metres / 1000)} km";

    private static LocalText Compared(Operand of, Comparison comparison, decimal limit, Vocabulary vocabulary)
    {
        var text = of switch
        {
            Operand.Distance => LocalText.Same(Limit(limit)),
            Operand.Overlap => LocalText.Same(Amount(Interval<decimal>.Of(limit), MeasureTable.SquareMetre)),
            Operand.Share => LocalText.Same(Amount(Interval<decimal>.Of(limit), MeasureTable.Percent)),
            _ when Definition(of).Type is AttributeType.Number number => LocalText.Same(Amount(Interval<decimal>.Of(limit), number.Measure)),
            _ => LocalText.Same(Number(limit)),
        };
        return Join(Label(of, vocabulary), Sign(comparison), Sign(comparison), text);
    }

    private static string Sign(Comparison comparison) => comparison switch
    {
        Comparison.AtMost => " ≤ ",
        Comparison.LessThan => " < ",
        Comparison.AtLeast => " ≥ ",
        _ => " > ",
    };

    /// <summary>An operand in words.</summary>
    public static LocalText Label(Operand operand, Vocabulary vocabulary) => operand switch
    {
        Operand.Distance distance => About("场址距", "", "distance from the site to ", distance.Slot, vocabulary),
        Operand.Overlap overlap => About("场址与", "的重叠面积", "area of the site in ", overlap.Slot, vocabulary),
        Operand.Share share => About("场址位于", "的比例", "share of the site in ", share.Slot, vocabulary),
        _ => Definition(operand).Label,
    };

    private static LocalText Label(int layerSlot, Vocabulary vocabulary) => vocabulary.Layers[layerSlot].Label;

    private static LocalText About(string before, string after, string beforeEn, int layerSlot, Vocabulary vocabulary)
    {
        var label = Label(layerSlot, vocabulary);
        return new($"{before}{label.Zh}{after}", $"{beforeEn}{label.En}");
    }

    private static AttributeDefinition Definition(Operand operand) => operand switch
    {
        Operand.OfProposal attribute => attribute.Definition,
        Operand.OfItem field => field.Definition,
        _ => throw new UnreachableException(),
    };

    private static LocalText Options(Operand operand, ulong mask) => Options(Definition(operand), mask);

    private static LocalText Options(AttributeDefinition definition, ulong mask)
    {
        var chosen = Enumerable.Range(0, 64).Where(i => (mask >> i & 1) != 0).Select(i => Option(definition, i)).ToArray();
        return new(string.Join("、", chosen.Select(o => o.Zh)), string.Join(", ", chosen.Select(o => o.En)));
    }

    private static LocalText Option(AttributeDefinition definition, int index) => definition.Type switch
    {
        AttributeType.YesNo => index == 1 ? new("是", "yes") : new("否", "no"),
        AttributeType.Choice choice => choice.Options[index].Label,
        AttributeType.Choices choices => choices.Options[index].Label,
        _ => throw new UnreachableException(),
    };

    private static LocalText Join(LocalText left, string zh, string en, LocalText right) =>
        new($"{left.Zh}{zh}{right.Zh}", $"{left.En}{en}{right.En}");

    private static string Number(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
