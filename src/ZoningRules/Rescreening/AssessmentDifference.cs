using System.Collections.Immutable;
using ZoningRules.Findings;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Reports;
using ZoningRules.RulePacks;
using ZoningRules.Verdicts;

namespace ZoningRules.Rescreening;

/// <summary>Says what differs between assessments of one proposal, as far as it bears on the verdict.</summary>
internal sealed class AssessmentDifference(RulePack old, RulePack @new)
{
    /// <summary>Adds the norms that differ in the first pairs and the places that differ in the second.</summary>
    public RescreenedProposal Explain(
        RescreenedProposal flip, ImmutableArray<(Assessment Before, Assessment After)> rules, ImmutableArray<(Assessment Before, Assessment After)> layers)
    {
        var norms = rules.SelectMany(p => Norms(p.Before, p.After)).DistinctBy(n => n.Norm).OrderBy(n => n.Norm, StringComparer.Ordinal).ToImmutableArray();
        return flip with
        {
            Norms = norms,
            Places = [.. layers.SelectMany(p => Places(p.Before, p.After, norms)).DistinctBy(p => p.Target)],
            Circumstances = [.. rules.Concat(layers).SelectMany(p => Circumstances(p.Before, p.After)).Distinct()],
        };
    }

    private static IEnumerable<NormChange> Norms(Assessment before, Assessment after)
    {
        var (was, @is) = (ById(before), ById(after));
        var changed = was.Keys.Union(@is.Keys, StringComparer.Ordinal)
            .Select(id => (Was: was.GetValueOrDefault(id), Is: @is.GetValueOrDefault(id)))
            .Where(p => p.Was?.Outcome != p.Is?.Outcome)
            .Select(p => (Change: Change(p.Was, p.Is), Stricter: after.Verdict >= before.Verdict ? p.Is : p.Was))
            .Where(p => p.Stricter is { Outcome: not (Outcome.NotApplicable or Outcome.Satisfied) })
            .ToArray();
        var level = (after.Verdict >= before.Verdict ? after : before).Verdict switch
        {
            Verdict.Prohibited => Outcome.Violated,
            Verdict.Undetermined => Outcome.Undetermined,
            _ => Outcome.Conditional,
        };
        var decisive = changed.Where(p => p.Stricter!.Outcome == level).ToArray();
        return (decisive.Length > 0 ? decisive : changed).Select(p => p.Change);
    }

    private static Dictionary<string, Finding> ById(Assessment assessment) => assessment.Findings.ToDictionary(f => f.Norm.Id, StringComparer.Ordinal);

    private static NormChange Change(Finding? before, Finding? after) => new((after ?? before!).Norm.Id, before?.Outcome, after?.Outcome, (after ?? before!).Citation);

    private IEnumerable<PlaceChange> Places(Assessment before, Assessment after, ImmutableArray<NormChange> norms)
    {
        if (before.Location is not { } was || after.Location is not { } @is)
        {
            yield break;
        }

        var codes = was.Units.Concat(@is.Units).Select(u => u.Code).Distinct().Order(StringComparer.Ordinal);
        foreach (var code in codes)
        {
            var (x, y) = (was.Units.FirstOrDefault(u => u.Code == code), @is.Units.FirstOrDefault(u => u.Code == code));
            if (x?.Certainty != y?.Certainty)
            {
                yield return new(code, LocalText.Same((y ?? x)!.Name), Of(x), Of(y));
            }
        }

        var ids = norms.Select(n => n.Norm).ToHashSet(StringComparer.Ordinal);
        var mattering = old.Norms.Concat(@new.Norms).Where(n => ids.Contains(n.Norm.Id))
            .SelectMany(n => RuleWords.Layers(n.Norm).Concat(n.Requirement.Scope is Scope.InZone zone ? [zone.Layer] : []))
            .ToHashSet(StringComparer.Ordinal);
        var moved = was.Relations.Concat(@is.Relations).Select(r => r.Layer).Distinct().Order(StringComparer.Ordinal)
            .Select(layer => new PlaceChange(layer, LabelOf(layer), Of(was.Relations.FirstOrDefault(r => r.Layer == layer)), Of(@is.Relations.FirstOrDefault(r => r.Layer == layer))))
            .Where(c => c.Before != c.After && mattering.Contains(c.Target));
        foreach (var change in moved)
        {
            yield return change;
        }
    }

    private LocalText LabelOf(string layer) => @new.Layers.Concat(old.Layers).FirstOrDefault(l => l.Id == layer)?.Label ?? LocalText.Same(layer);

    private static LocalText Of(UnitHit? hit) => hit switch
    {
        null => new("不在其中", "not in it"),
        { Certainty: Truth.Unknown } => new("精度不足以确定是否涉及", "hit or not within the accuracy"),
        { ShareOfSite: var share } => new($"占场址 {Figures.Of(share)}", $"holds {Figures.Of(share)} of the site"),
    };

    private static LocalText Of(LayerRelation? relation)
    {
        if (relation is null)
        {
            return new("没有该图层", "no such layer");
        }

        if (relation.Status != LayerStatus.Measured && relation.In == Truth.Unknown)
        {
            return new(Labels.Of(relation.Status, Language.Zh), Labels.Of(relation.Status, Language.En));
        }

        var distance = relation.Distance is { } range && relation.In != Truth.True ? Figures.Of(range) : null;
        var (zh, en) = relation switch
        {
            { Within: Truth.True } => ("全部位于其中", "wholly in it"),
            { In: Truth.True, Share: { } share } => ($"部分位于其中（{Figures.Of(share)}）", $"partly in it ({Figures.Of(share)})"),
            { In: Truth.True } => ("与其相接", "meets it"),
            { In: Truth.False } => ("不在其中", "not in it"),
            _ => ("临界", "too close to call"),
        };
        return distance is null ? new(zh, en) : new($"{zh}，相距 {distance}", $"{en}, {distance} away");
    }

    private static IEnumerable<LocalText> Circumstances(Assessment before, Assessment after)
    {
        var (was, @is) = (Of(before), Of(after));
        return @is.Except(was).Select(t => new LocalText($"新增：{t.Zh}", $"now: {t.En}")).Concat(was.Except(@is).Select(t => new LocalText($"不再：{t.Zh}", $"no longer: {t.En}")));
    }

    private static LocalText[] Of(Assessment assessment) =>
    [
        .. assessment.Doubts.Select(d => d.Text),
        .. assessment.NotLoaded.Select(l => new LocalText($"{l.UnitName}的清单未载入，须向制发机关核对", $"the list of {l.UnitName} is not loaded and is to be checked with its issuer")),
    ];
}
