using System.Diagnostics;
using ZoningRules.Geo.Coordinates;
using ZoningRules.Geo.Reading;
using ZoningRules.Locations;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Inspecting;

/// <summary>Says whether a feature can be used by itself.</summary>
internal static class FeatureCheck
{
    /// <summary>What the parts of a layer's features must be.</summary>
    public static PartKind KindOf(LayerShape shape) => shape switch
    {
        LayerShape.Areas or LayerShape.ControlUnits or LayerShape.Towns => PartKind.Area,
        LayerShape.Lines => PartKind.Line,
        LayerShape.Points => PartKind.Point,
        _ => throw new UnreachableException(),
    };

    /// <summary>The first fault of a feature, with its place where it has one; null when it can be used.</summary>
    public static LocalText? FaultOf(Feature feature, PartKind kind, SourceLayer source)
    {
        if (feature.Parts.Count == 0)
        {
            return new("没有图形", "it has no geometry");
        }

        foreach (var part in feature.Parts)
        {
            if (part.Kind != kind)
            {
                return new($"是{Name(part.Kind).Zh}，图层需要{Name(kind).Zh}", $"it is {Name(part.Kind).En}, the layer needs {Name(kind).En}");
            }

            var positions = part.Rings.SelectMany(r => r.First.Zip(r.Second));
            if (PositionCheck.Problems(source.Crs, source.Order, positions, null).FirstOrDefault() is { } problem)
            {
                return new(Wording.Message(problem, Language.Zh), Wording.Message(problem, Language.En));
            }

            if (Validity.FaultOf(part, source.Order) is { } fault)
            {
                return new($"图形无效，{fault.Zh}，位于 {fault.Position}", $"its geometry is invalid: {fault.En} at {fault.Position}");
            }
        }

        return null;
    }

    private static (string Zh, string En) Name(PartKind kind) => kind switch
    {
        PartKind.Area => ("面", "an area"),
        PartKind.Line => ("线", "a line"),
        PartKind.Point => ("点", "a point"),
        _ => throw new UnreachableException(),
    };
}
