using System.Collections.Immutable;
using System.Diagnostics;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Proposals;
using ZoningRules.RulePacks;
using ZoningRules.Verdicts;

namespace ZoningRules.Reports;

/// <summary>Sites, units, layers and sources in words.</summary>
internal static class SiteWords
{
    /// <summary>What a proposal without geometry says about its site.</summary>
    public static string Of(Site site, Language language) => site switch
    {
        Site.Geometry => Labels.Say(language, "场址有几何", "the site has a geometry"),
        Site.Town(var name, null, _) => Labels.Say(language, $"没有场址边界，只知所在乡镇：{name}", $"no site boundary; only the town is known: {name}"),
        Site.Town(var name, var county, _) => Labels.Say(language, $"没有场址边界，只知所在乡镇：{county} {name}", $"no site boundary; only the town is known: {name}, {county}"),
        Site.NotStated => Labels.Say(language, "申报材料没有说明场址", "the proposal does not say where the site is"),
        _ => throw new UnreachableException(),
    };

    /// <summary>Area, accuracy and coordinate systems of a located site.</summary>
    public static string Of(SiteLocation location, Language language)
    {
        var parts = new[]
        {
            location.Area is { Value: > 0 } area ? Labels.Say(language, $"面积 {Figures.Of(area, language)}", $"area {Figures.Of(area, language)}") : null,
            location.Length is { } length ? Labels.Say(language, $"长 {Figures.Of(length)}", $"length {Figures.Of(length)}") : null,
            Labels.Say(language, $"边界精度 ± {Figures.Of(location.Accuracy)}", $"boundary accuracy ± {Figures.Of(location.Accuracy)}"),
            location.Representative is { } position ? Labels.Say(language, $"代表点 {Figures.Of(position)}", $"at {Figures.Of(position)}") : null,
            location.Crs is { } crs ? Labels.Say(language, $"坐标系 {crs}", $"coordinates in {crs}") : null,
            location.Method is { } method ? Labels.Say(language, $"在 {method} 中量算", $"measured in {method}") : null,
        };
        return string.Join(Labels.Say(language, "，", ", "), parts.OfType<string>());
    }

    /// <summary>The units hit, with a heading row.</summary>
    public static ImmutableArray<ImmutableArray<string>> Units(SiteLocation location, Language language)
    {
        var isLine = location.Units.Any(u => u.Length is not null);
        ImmutableArray<string> heading = language == Language.Zh
            ? ["管控单元编码", "类别", isLine ? "长度" : "重叠面积", "占场址", "占单元", "名称"]
            : ["Control unit", "Category", isLine ? "Length" : "Common area", "Of site", "Of unit", "Name"];
        return
        [
            heading,
            .. location.Units.Select(u => ImmutableArray.Create(
                u.Code,
                Labels.Of(u.Category, language),
                u.Length is { } length ? Figures.Of(length) : u.Area.Value == 0 ? "—" : Figures.Of(u.Area, language),
                Figures.Of(u.ShareOfSite),
                u.Area.Value == 0 ? "—" : Figures.Of(u.ShareOfUnit),
                u.Name + (u.Certainty == Truth.Unknown ? Labels.Say(language, "（精度不足以确定是否涉及）", " (within the accuracy it may or may not be hit)") : ""))),
            .. location.Units.IsEmpty ? [ImmutableArray.Create(Labels.Say(language, "（无）", "(none)"), "", "", "", "", "")] : Array.Empty<ImmutableArray<string>>(),
        ];
    }

    /// <summary>A part of the site in no unit.</summary>
    public static string Of(UnitGap gap, Language language)
    {
        var size = gap.Area.Value == 0 ? Figures.Of(gap.ShareOfSite) : $"{Figures.Of(gap.Area, language)}, {Figures.Of(gap.ShareOfSite)}";
        return gap.OutsideCoverage
            ? Labels.Say(language, $"不在单元图层覆盖范围内的部分（{size}）", $"a part outside the coverage of the unit layer ({size})")
            : gap.Reason is { } reason
                ? Labels.Say(language, $"不属于任何单元的部分（{size}）：{reason}", $"a part in no control unit ({size}): {reason}")
                : Labels.Say(language, $"不属于任何单元的部分（{size}），原因不明", $"a part in no control unit ({size}), for no known reason");
    }

    /// <summary>Layers that the site lies in, and the distance to those nearby; layers that could not answer are named with the sources.</summary>
    public static IEnumerable<string> Relations(SiteLocation location, Outline outline)
    {
        // A part of another layer that is not touched says nothing that the whole layer does not say.
        var parts = outline.Assessment.Pack.Layers.Where(l => l.PartOf is not null).Select(l => l.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var relation in Ordered(location).Where(r => r.In != Truth.False || (r.Distance is { Low.Value: <= 5000 } && !parts.Contains(r.Layer))))
        {
            if (relation.Status != LayerStatus.Measured && relation.In == Truth.Unknown)
            {
                continue;
            }

            yield return outline.Say($"{outline.Wording.Layer(relation.Layer)}：", $"{outline.Wording.Layer(relation.Layer)}: ") + Lies(relation, outline.Language);
        }
    }

    /// <summary>Layers that the site lies in first, then those that it may lie in, then by distance, then by id.</summary>
    public static IEnumerable<LayerRelation> Ordered(SiteLocation location) => location.Relations
        .OrderByDescending(r => r.In == Truth.True ? 2 : r.In == Truth.Unknown && r.Status == LayerStatus.Measured ? 1 : 0)
        .ThenBy(r => r.Distance?.Low.Value ?? decimal.MaxValue)
        .ThenBy(r => r.Layer, StringComparer.Ordinal);

    /// <summary>How the site lies to one layer.</summary>
    public static string Lies(LayerRelation relation, Language language)
    {
        var feature = relation.NearestFeature is { } name ? Labels.Say(language, $"（{name}）", $" ({name})") : "";
        var place = relation.In switch
        {
            Truth.True when relation.Within == Truth.True => Labels.Say(language, "全部位于其内", "wholly inside"),
            Truth.True => Labels.Say(language, "部分位于其内", "partly inside"),
            Truth.Unknown => Labels.Say(language, "是否位于其内，精度不足以判断", "inside or not within the accuracy"),
            Truth.False => relation.Distance is { } distance ? Labels.Say(language, $"相距 {Figures.Of(distance)}", $"{Figures.Of(distance)} away") : Labels.Say(language, "不在其内", "outside"),
            _ => throw new UnreachableException(),
        };
        var share = relation.In != Truth.False && relation.Within != Truth.True && relation.Share is { } s ? Labels.Say(language, $"，占场址 {Figures.Of(s)}", $", {Figures.Of(s)} of the site") : "";
        var direction = relation.In == Truth.False && relation.BearingDegrees is { } bearing ? Labels.Say(language, $"，在场址的{Direction(bearing, Language.Zh)}方", $", to the {Direction(bearing, Language.En)}") : "";
        return place + share + direction + feature;
    }

    /// <summary>A legal document in a line.</summary>
    public static string Of(Instrument instrument, Language language)
    {
        var until = instrument.InForce.Until is { } end ? Labels.Say(language, $"，{Figures.Of(end)} 起失效", $", until {Figures.Of(end)}") : "";
        var numbered = instrument.Number != instrument.Title.Zh;
        return Labels.Say(
            language,
            $"{(numbered ? instrument.Number : "")}《{instrument.Title.Zh}》 {instrument.Issuer}，{Figures.Of(instrument.InForce.From)} 起施行{until}；存档文本 SHA-256 {Short(instrument.TextSha256)}",
            $"{instrument.Number} “{instrument.Title.En}”, {instrument.Issuer}, in force from {Figures.Of(instrument.InForce.From)}{until}; archived text SHA-256 {Short(instrument.TextSha256)}");
    }

    /// <summary>The files behind the layers consulted: the layers that use one, and a line about it.</summary>
    public static IEnumerable<(HashSet<string> Layers, string Words)> Files(Receipt receipt, Outline outline) => receipt.Layers
        .Where(l => l.Status == LayerStatus.Measured)
        .GroupBy(l => (l.Sha256, l.Source, l.SourceDate, l.Illustrative))
        .Select(g =>
        {
            var date = g.Key.SourceDate is { } day ? $" {Figures.Of(day)}" : "";
            var notice = g.Key.Illustrative ? outline.Say("，示意，非法定界线", ", illustrative, not a legal boundary") : "";
            var whole = g.Where(l => outline.Assessment.Pack.Layers.All(d => d.Id != l.Id || d.PartOf is null)).ToArray();
            var names = string.Join(outline.Say("、", ", "), (whole.Length > 0 ? whole : g.ToArray()).Select(l => outline.Wording.Layer(l.Id)));
            return (g.Select(l => l.Id).ToHashSet(StringComparer.Ordinal),
                $"{names}{outline.Say("：", ": ")}{g.Key.Source}{date}{notice}{outline.Say("；", "; ")}SHA-256 {Short(g.Key.Sha256)}");
        });

    /// <summary>
    /// The layers that could not answer for a site, by reason, the gravest first: failed, then such as do not cover it, then those without data. A part is left out
    /// where the layer it is a part of is named.
    /// </summary>
    public static IEnumerable<(LayerStatus Status, string Words)> Unanswering(Assessment assessment, Outline outline)
    {
        var status = assessment.Receipt.Layers.ToDictionary(l => l.Id, l => l.Status, StringComparer.Ordinal);
        foreach (var relation in assessment.Location?.Relations.Where(r => r.Status == LayerStatus.NotCovered) ?? [])
        {
            status[relation.Layer] = LayerStatus.NotCovered;
        }

        if (assessment.Location is { Gaps: var gaps } && gaps.Any(g => g.OutsideCoverage))
        {
            foreach (var units in assessment.Pack.Layers.Where(l => l.Shape == LayerShape.ControlUnits))
            {
                status[units.Id] = LayerStatus.NotCovered;
            }
        }

        var whole = assessment.Pack.Layers.ToDictionary(l => l.Id, l => l.PartOf, StringComparer.Ordinal);
        foreach (var reason in (LayerStatus[])[LayerStatus.Failed, LayerStatus.NotCovered, LayerStatus.NoLayer])
        {
            var names = assessment.Receipt.Layers
                .Select(l => l.Id)
                .Where(id => status[id] == reason && !(whole.GetValueOrDefault(id) is { } of && status.GetValueOrDefault(of) == reason))
                .Select(outline.Wording.Layer)
                .ToArray();
            if (names.Length > 0)
            {
                var heading = reason switch
                {
                    LayerStatus.Failed => outline.Say("读取失败的图层，需要它的要求待定：", "Layers that failed; what needs them is undetermined: "),
                    LayerStatus.NotCovered => outline.Say("未完全覆盖场址的图层：", "Layers that do not wholly cover the site: "),
                    _ => outline.Say("无资料的图层：", "Layers without data: "),
                };
                yield return (reason, heading + string.Join(outline.Say("、", ", "), names));
            }
        }
    }

    /// <summary>Engine, pack, proposal and ledgers with the start of their hashes.</summary>
    public static string Identity(Receipt receipt, Language language)
    {
        var parts = new[]
        {
            Labels.Say(language, $"引擎 {receipt.Engine}", $"engine {receipt.Engine}"),
            Labels.Say(language, $"规则包 {receipt.PackId} {receipt.PackVersion} SHA-256 {Short(receipt.PackSha256)}", $"rule pack {receipt.PackId} {receipt.PackVersion} SHA-256 {Short(receipt.PackSha256)}"),
            receipt.ProposalSha256.Length == 0 ? null : Labels.Say(language, $"申报材料 SHA-256 {Short(receipt.ProposalSha256)}", $"proposal SHA-256 {Short(receipt.ProposalSha256)}"),
        };
        var ledgers = receipt.Ledgers.Select(l => Labels.Say(language, $"台账 {l.Key} SHA-256 {Short(l.Value)}", $"ledger {l.Key} SHA-256 {Short(l.Value)}"));
        return string.Join(Labels.Say(language, "；", "; "), parts.OfType<string>().Concat(ledgers));
    }

    /// <summary>The first twelve digits of a hash; a dash for none.</summary>
    public static string Short(string sha256) => sha256.Length switch
    {
        0 => "—",
        <= 12 => sha256,
        _ => sha256[..12] + "…",
    };

    private static string Direction(decimal bearing, Language language) => ((int)Math.Floor((bearing + 22.5m) / 45m) % 8) switch
    {
        0 => Labels.Say(language, "北", "north"),
        1 => Labels.Say(language, "东北", "north-east"),
        2 => Labels.Say(language, "东", "east"),
        3 => Labels.Say(language, "东南", "south-east"),
        4 => Labels.Say(language, "南", "south"),
        5 => Labels.Say(language, "西南", "south-west"),
        6 => Labels.Say(language, "西", "west"),
        _ => Labels.Say(language, "西北", "north-west"),
    };
}
