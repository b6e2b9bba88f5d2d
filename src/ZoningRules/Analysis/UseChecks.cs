using ZoningRules.Facts;
using ZoningRules.Locations;
using ZoningRules.Problems;
using ZoningRules.RulePacks;

namespace ZoningRules.Analysis;

/// <summary>What is declared and not used, what is used and has no data.</summary>
internal sealed class UseChecks(RulePack pack, List<Remark> remarks)
{
    public void Run()
    {
        var uses = PackUses.Of(pack);
        foreach (var attribute in pack.Vocabulary.Attributes.Where(a => a.Layer is null && !uses.Attributes.Contains(a.Slot) && a.Type is not AttributeType.Text))
        {
            Say(RemarkKind.AttributeUnused, attribute.Id, new($"没有规范用到“{attribute.Label.Zh}”，申报与否都不影响结论", $"no norm uses “{attribute.Label.En}”: declaring it changes nothing"), attribute.Place);
        }

        foreach (var collection in pack.Vocabulary.Attributes.Where(a => uses.Attributes.Contains(a.Slot)))
        {
            foreach (var field in (collection.Type as AttributeType.Items)?.Fields ?? [])
            {
                if (field.Type is not AttributeType.Text && !uses.Fields.Contains((collection.Id, field.Id)))
                {
                    Say(RemarkKind.AttributeUnused, $"{collection.Id}[].{field.Id}", new($"没有规范用到“{field.Label.Zh}”", $"no norm uses “{field.Label.En}”"), field.Place);
                }
            }
        }

        foreach (var layer in pack.Layers.Where(l => l.Shape != LayerShape.ControlUnits))
        {
            var used = uses.Layers.Contains(layer.Id);
            if (!used)
            {
                Say(RemarkKind.LayerUnused, layer.Id, new($"没有规范用到图层“{layer.Label.Zh}”", $"no norm uses the layer “{layer.Label.En}”"), layer.Place);
            }
            else if (layer.Data is null && layer.PartOf is null)
            {
                Say(RemarkKind.LayerWithoutData, layer.Id, new(
                    $"图层“{layer.Label.Zh}”没有数据：用到它的规范要靠申报或主管部门答复", $"the layer “{layer.Label.En}” has no data: norms that use it rest on declarations or on the authority's answer"), layer.Place);
            }
        }

        foreach (var list in pack.Lists.Where(l => !uses.Lists.ContainsKey(l.Name)))
        {
            Say(RemarkKind.DefinitionUnused, list.Name, new($"没有规范用到清单“{list.Label.Zh}”", $"no norm uses the list “{list.Label.En}”"), list.Place);
        }

        foreach (var parameter in pack.Parameters.Where(p => !uses.Parameters.ContainsKey(p.Name)))
        {
            Say(RemarkKind.DefinitionUnused, parameter.Name, new($"没有规范用到参数“{parameter.Label.Zh}”", $"no norm uses the parameter “{parameter.Label.En}”"), parameter.Place);
        }

        if (pack.UnitLists is { } lists && pack.Units.Where(u => !lists.Loaded.Contains(u.Code)).ToList() is { Count: > 0 } missing)
        {
            remarks.Add(new(RemarkKind.UnitListsMissing, pack.Id, new(
                $"{missing.Count} 个管控单元的“{lists.Title.Zh}”不在规则包内，须向{lists.Issuer.Zh}核对",
                $"the “{lists.Title.En}” of {missing.Count} control units are not in the pack; check them with {lists.Issuer.En}"), missing[0].Place)
            { Citation = lists.Citation });
        }
    }

    private void Say(RemarkKind kind, string subject, LocalText message, SourcePlace place) => remarks.Add(new(kind, subject, message, place));
}
