using ZoningRules.Facts;
using ZoningRules.Measures;

namespace ZoningRules.Evaluation;

/// <summary>The scenes in which a norm is evaluated about a sheet.</summary>
internal static class NormScenes
{
    /// <summary>The whole site, or each part that the norm's scope matches; the whole site with an unknown guard when it is not known where the site lies.</summary>
    public static IEnumerable<Scene> Of(CompiledNorm norm, FactSheet sheet)
    {
        if (!norm.ByPart)
        {
            return [Scene.Whole(sheet)];
        }

        return sheet.LocationKnown
            ? Enumerable.Range(0, sheet.Parts.Length)
                .Where(i => CompiledLeaf.AllUnits.Matches(norm.Requirement.Scope, sheet.Parts[i]))
                .Select(i => Scene.OfPart(sheet, i))
            : [Scene.Whole(sheet, Truth.Unknown)];
    }

    /// <summary>The scene itself, or one for each item of the norm's collection; one of an unknown item when the collection is not known.</summary>
    public static IEnumerable<Scene> Items(CompiledNorm norm, Scene scene)
    {
        if (norm.ItemsSlot < 0)
        {
            return [scene];
        }

        return scene.Sheet.Attributes[norm.ItemsSlot].Value is FactValue.Items items
            ? items.All.Select((item, i) => scene.With(item, i))
            : [scene.With(null, Scene.AnyItem)];
    }
}
