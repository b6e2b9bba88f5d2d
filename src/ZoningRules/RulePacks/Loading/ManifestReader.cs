using System.Collections.Immutable;
using ZoningRules.Locations;
using ZoningRules.Problems;
using ZoningRules.Problems.Sources;

namespace ZoningRules.RulePacks.Loading;

/// <summary>Reads manifest.yaml.</summary>
internal static class ManifestReader
{
    /// <summary>Opens the manifest; null when it is missing or, with a problem, malformed.</summary>
    public static Members? Open(PackDraft draft) => draft.Files.Open("manifest.yaml", PackMembers.Manifest).FirstOrDefault();

    /// <summary>The jurisdiction: six digits.</summary>
    public static string Jurisdiction(PackDraft draft, Members manifest)
    {
        if (manifest.TextNode("jurisdiction") is not { } node)
        {
            return Shapes.Placeholder;
        }

        if (node.Value.Length != 6 || node.Value.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            Shapes.Wrong(node, "jurisdiction", "六位行政区划代码", "a six-digit division code", draft.Problems);
            return Shapes.Placeholder;
        }

        return node.Value;
    }

    /// <summary>The sentences shown on every report.</summary>
    public static ImmutableArray<LocalText> Notices(PackDraft draft, Members manifest) =>
        [.. manifest.List("notices").Select(n => Shapes.Local(n, "notices", draft.Problems)).OfType<LocalText>()];

    /// <summary>The law that makes the list binding.</summary>
    public static ImmutableArray<Citation> Basis(PackDraft draft, Members manifest) =>
        [.. manifest.List("basis").Select(n => draft.Citation(n, "basis", n.Place))];

    /// <summary>Reads whether the pack has control units, and checks that its manifest and layers agree with what it says.</summary>
    public static bool HasControlUnits(PackDraft draft, Members? manifest)
    {
        var listed = manifest?.Choice("control-units", PackWords.ControlUnits, true) ?? true;
        var layer = draft.Layers.Ordered.FirstOrDefault(l => l.Shape == LayerShape.ControlUnits);
        if (listed)
        {
            if (layer is null)
            {
                draft.Problems.Add(ProblemCode.Empty, null, "shape: control-units");
            }

            return true;
        }

        if (layer is not null)
        {
            draft.Problems.Add(ProblemCode.UnitsNotExpected, layer.Place, "shape: control-units");
        }

        if (manifest!["unit-lists"] is not null)
        {
            draft.Problems.Add(ProblemCode.UnitsNotExpected, manifest.PlaceOf("unit-lists"), "unit-lists");
        }

        if (manifest["basis"] is not SourceNode.List { Items.IsEmpty: false })
        {
            draft.Problems.Add(ProblemCode.Empty, manifest.PlaceOf("control-units"), "basis");
        }

        return false;
    }

    /// <summary>The lists per unit that exist in law, or null.</summary>
    public static UnitLists? UnitLists(PackDraft draft, Members manifest)
    {
        if (manifest["unit-lists"] is not { } node
            || Members.Open(node, "unit-lists", PackMembers.UnitLists, draft.Problems, manifest.PlaceOf("unit-lists")) is not { } members)
        {
            return null;
        }

        var loaded = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var code in members.Texts("loaded"))
        {
            if (draft.Units.Find(code.Value, code.Place) is not null && !loaded.Add(code.Value))
            {
                draft.Problems.Add(ProblemCode.DuplicateMember, code.Place, code.Value);
            }
        }

        return new(
            loaded.ToImmutable(),
            members.Local("title"),
            members.Local("issuer"),
            draft.Citation(members["cite"], "cite", members.PlaceOf("cite")));
    }
}
