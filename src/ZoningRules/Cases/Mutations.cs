using System.Collections.Immutable;
using System.Globalization;
using ZoningRules.Facts;
using ZoningRules.Locations;
using ZoningRules.Problems;
using ZoningRules.Reports;
using ZoningRules.RulePacks;

namespace ZoningRules.Cases;

/// <summary>Makes the slips that people make in rule files: a wrong sign, a moved limit, a lost line, a widened list, a lost exception.</summary>
internal static class Mutations
{
    /// <summary>All slips in a pack, in the order of its norms.</summary>
    public static IEnumerable<Mutant> Of(RulePack pack) =>
        from requirement in pack.Requirements
        from norm in requirement.Norms
        where norm.Effect != Effect.Manual
        from mutant in Of(requirement, norm)
        select mutant;

    private static IEnumerable<Mutant> Of(Requirement requirement, Norm norm) =>
        Conditions(norm).Concat(Members(norm)).Select(slip => new Mutant(
            norm.Id, slip.Change, slip.Place ?? norm.Place, requirement with { Norms = [.. requirement.Norms.Select(n => n == norm ? slip.Norm : n)] })
        {
            IsBesideConditions = slip.Norm.Cap != norm.Cap || slip.Norm.Obligations != norm.Obligations,
        }).Concat(Scopes(requirement, norm));

    private static IEnumerable<Slip> Conditions(Norm norm)
    {
        foreach (var (condition, change, place) in Of(norm.Applies))
        {
            yield return new(norm with { Applies = condition }, In("applies", change), place);
        }

        foreach (var (condition, change, place) in Of(norm.Unless))
        {
            yield return new(norm with { Unless = condition }, In("unless", change), place);
        }

        foreach (var (condition, change, place) in Of(norm.When))
        {
            yield return new(norm with { When = condition }, In("when", change), place);
        }

        for (var i = 0; i < norm.Readings.Length; i++)
        {
            var reading = norm.Readings[i];
            foreach (var (condition, change, place) in Of(reading.When))
            {
                yield return new(norm with { Readings = norm.Readings.SetItem(i, reading with { When = condition }) }, In($"读法 {reading.Id}", $"reading {reading.Id}", change), place);
            }

            yield return new(norm with { Readings = norm.Readings.RemoveAt(i) }, new($"读法 {reading.Id}：漏写", $"reading {reading.Id}: lost"));
        }
    }

    private static IEnumerable<Slip> Members(Norm norm)
    {
        if (norm.Unless is not null)
        {
            yield return new(norm with { Unless = null }, new("unless：漏写", "unless: lost"));
        }

        if (norm.Applies is not null)
        {
            yield return new(norm with { Applies = null }, new("applies：漏写", "applies: lost"));
        }

        if (norm.ExceptionTo is { } baseId)
        {
            yield return new(norm with { ExceptionTo = null }, new($"exception-to：漏写 {baseId}", $"exception-to: {baseId} lost"));
        }

        if (!norm.Obligations.IsEmpty && norm.Effect is not (Effect.Oblige or Effect.Exit))
        {
            yield return new(norm with { Obligations = [] }, new("obligations：漏写", "obligations: lost"));
        }

        if (norm.Target is { } target)
        {
            yield return new(norm with { Target = target with { Year = target.Year + 1 } }, new("target：晚一年", "target: a year later"));
            yield return new(norm with { Target = target with { Year = target.Year - 1 } }, new("target：早一年", "target: a year earlier"));
            yield return new(norm with { Target = null }, new("target：漏写", "target: lost"));
        }

        if (norm.Cap is { } cap)
        {
            yield return new(norm with { Cap = cap with { Inclusive = !cap.Inclusive } }, new("cap：inclusive 颠倒", "cap: inclusive turned over"));
            yield return new(norm with { Cap = cap with { MaxAgeDays = cap.MaxAgeDays + 1 } }, new("cap：max-age 多一天", "cap: max-age a day longer"));
            yield return new(norm with { Cap = cap with { MaxAgeDays = cap.MaxAgeDays - 1 } }, new("cap：max-age 少一天", "cap: max-age a day shorter"));
            if (cap.Limit is CapLimit.Fixed amount)
            {
                yield return new(norm with { Cap = cap with { Limit = new CapLimit.Fixed(amount.Amount + 1) } }, new("cap：limit 多一", "cap: limit one more"));
                yield return new(norm with { Cap = cap with { Limit = new CapLimit.Fixed(amount.Amount - 1) } }, new("cap：limit 少一", "cap: limit one less"));
            }
            else if (cap.Limit is CapLimit.BaseMinus share)
            {
                yield return new(norm with { Cap = cap with { Limit = new CapLimit.BaseMinus(share.Share + 0.001m) } }, new("cap：比例多 0.1 %", "cap: share 0.1 % more"));
            }
        }
    }

    private static IEnumerable<Mutant> Scopes(Requirement requirement, Norm norm)
    {
        // Once for a requirement.
        if (norm != requirement.Norms.First(n => n.Effect != Effect.Manual))
        {
            yield break;
        }

        IEnumerable<(Scope Scope, LocalText Change)> scopes = requirement.Scope switch
        {
            Scope.InCategory own => Enum.GetValues<ControlCategory>().Where(c => c != own.Category).Select(c => ((Scope)new Scope.InCategory(c), Scoped($"category {JsonWords.Of(c).ToLowerInvariant()}"))).Append((new Scope.City(), Scoped("city"))),
            Scope.InZone or Scope.InUnit => [(new Scope.City(), Scoped("city"))],
            _ => [],
        };
        foreach (var (scope, change) in scopes)
        {
            yield return new(norm.Id, change, requirement.Place, requirement with { Scope = scope });
        }
    }

    private static IEnumerable<(Condition Condition, LocalText Change, SourcePlace? Place)> Of(Condition? condition)
    {
        switch (condition)
        {
            case Condition.All all:
                foreach (var changed in Parts(all.Parts, parts => new Condition.All(parts), () => new Condition.Any(all.Parts), "all"))
                {
                    yield return changed;
                }

                break;
            case Condition.Any any:
                foreach (var changed in Parts(any.Parts, parts => new Condition.Any(parts), () => new Condition.All(any.Parts), "any"))
                {
                    yield return changed;
                }

                break;
            case Condition.Not not:
                yield return (not.Part, new("not：漏写", "not: lost"), null);
                foreach (var (inner, change, place) in Of(not.Part))
                {
                    yield return (new Condition.Not(inner), change, place);
                }

                break;
            case Condition.Leaf leaf:
                yield return (new Condition.Not(leaf), new($"`{leaf.Text}` 真假颠倒", $"`{leaf.Text}` turned over"), leaf.Place);
                foreach (var (test, change) in Of(leaf.Test))
                {
                    yield return (leaf with { Test = test }, In($"`{leaf.Text}`", change), leaf.Place);
                }

                break;
            default:
                break;
        }
    }

    private static IEnumerable<(Condition Condition, LocalText Change, SourcePlace? Place)> Parts(
        ImmutableArray<Condition> parts, Func<ImmutableArray<Condition>, Condition> join, Func<Condition> other, string word)
    {
        if (parts.Length > 1)
        {
            yield return (other(), word == "all" ? new("all 改为 any", "all: any") : new("any 改为 all", "any: all"), null);
        }

        for (var i = 0; i < parts.Length; i++)
        {
            if (parts.Length > 1)
            {
                var (zh, en) = parts[i] is Condition.Leaf lost ? ($"：`{lost.Text}`", $": `{lost.Text}`") : (string.Empty, string.Empty);
                yield return (join(parts.RemoveAt(i)), new($"{word} 漏写第 {i + 1} 行{zh}", $"line {i + 1} of {word} lost{en}"), (parts[i] as Condition.Leaf)?.Place);
            }

            foreach (var (inner, change, place) in Of(parts[i]))
            {
                yield return (join(parts.SetItem(i, inner)), change, place);
            }
        }
    }

    private static IEnumerable<(LeafTest Test, LocalText Change)> Of(LeafTest test)
    {
        switch (test)
        {
            case LeafTest.OneOf one:
                return Masks(one.Of, one.Mask).Select(m => ((LeafTest)(one with { Mask = m.Mask }), m.Change));
            case LeafTest.Includes includes:
                return Masks(includes.Of, includes.Mask).Select(m => ((LeafTest)(includes with { Mask = m.Mask }), m.Change));
            case LeafTest.CodeIn codes:
                return Codes(codes.Codes, codes.System).Select(c => ((LeafTest)(codes with { Codes = c.Codes }), c.Change));
            case LeafTest.OnList list:
                return Lists(list.List).Select(l => ((LeafTest)(list with { List = l.List }), l.Change));
            case LeafTest.Compare compare:
                return Signs(compare.Comparison).Select(s => ((LeafTest)(compare with { Comparison = s }), Sign(s)))
                    .Concat(new[] { compare.Limit * 1.1m, compare.Limit * 0.9m, compare.Limit + 1, compare.Limit - 1 }
                        .Where(l => l != compare.Limit)
                        .Select(l => ((LeafTest)(compare with { Limit = l }), To("界限", "limit", l.ToString("0.####", CultureInfo.InvariantCulture)))));
            case LeafTest.CompareParameter compare:
                return Signs(compare.Comparison).Select(s => ((LeafTest)(compare with { Comparison = s }), Sign(s)));
            case LeafTest.CompareOperands compare:
                return Signs(compare.Comparison).Select(s => ((LeafTest)(compare with { Comparison = s }), Sign(s)));
            case LeafTest.SiteIn place:
                return [(new LeafTest.SiteWithin(place.Layer, place.Slot), new("改为 within", "within"))];
            case LeafTest.SiteWithin place:
                return [(new LeafTest.SiteIn(place.Layer, place.Slot), new("改为 in", "in"))];
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static IEnumerable<(ulong Mask, LocalText Change)> Masks(Operand of, ulong mask)
    {
        var definition = of is Operand.OfItem item ? item.Definition : ((Operand.OfProposal)of).Definition;
        ImmutableArray<ChoiceOption> options = definition.Type switch
        {
            AttributeType.Choice choice => choice.Options,
            AttributeType.Choices choices => choices.Options,
            _ => [],
        };
        for (var i = 0; i < options.Length; i++)
        {
            var bit = 1UL << i;
            if ((mask & bit) == 0)
            {
                yield return (mask | bit, new($"多了 {options[i].Id}", $"with {options[i].Id}"));
            }
            else if (mask != bit)
            {
                yield return (mask & ~bit, new($"少了 {options[i].Id}", $"without {options[i].Id}"));
            }
        }
    }

    private static IEnumerable<(ImmutableArray<CodeEntry> Codes, LocalText Change)> Codes(ImmutableArray<CodeEntry> codes, CodeSystem system)
    {
        foreach (var code in codes)
        {
            if (codes.Length > 1)
            {
                yield return (codes.Remove(code), new($"少了 {code.Code}", $"without {code.Code}"));
            }

            if (Wider(code, system) is { } wider)
            {
                yield return (codes.Replace(code, wider), new($"{code.Code} 扩大为 {wider.Code}", $"{wider.Code} for {code.Code}"));
            }
        }
    }

    private static IEnumerable<(CodeList List, LocalText Change)> Lists(CodeList list)
    {
        for (var i = 0; i < list.Editions.Length; i++)
        {
            var edition = list.Editions[i];
            foreach (var (codes, change) in Codes(edition.Members, list.System))
            {
                yield return (list with { Editions = list.Editions.SetItem(i, edition with { Members = codes }) }, new($"清单 {list.Name}：{change.Zh}", $"list {list.Name} {change.En}"));
            }

            foreach (var code in edition.Review)
            {
                yield return (list with { Editions = list.Editions.SetItem(i, edition with { Review = edition.Review.Remove(code) }) }, new($"清单 {list.Name} 的 review 少了 {code.Code}", $"list {list.Name} review without {code.Code}"));
            }

            if (!edition.Except.IsEmpty)
            {
                yield return (list with { Editions = list.Editions.SetItem(i, edition with { Except = [] }) }, new($"清单 {list.Name} 漏写 except", $"list {list.Name} without its exceptions"));
            }
        }
    }

    // The code one step up that covers more.
    private static CodeEntry? Wider(CodeEntry code, CodeSystem system) => system.Entries
        .Where(e => e.Count > code.Count && e.First <= code.First && e.First + e.Count >= code.First + code.Count)
        .OrderBy(e => e.Count)
        .FirstOrDefault();

    private static Comparison[] Signs(Comparison comparison) => comparison switch
    {
        Comparison.AtMost => [Comparison.LessThan, Comparison.AtLeast],
        Comparison.LessThan => [Comparison.AtMost, Comparison.MoreThan],
        Comparison.AtLeast => [Comparison.MoreThan, Comparison.AtMost],
        _ => [Comparison.AtLeast, Comparison.LessThan],
    };

    private static LocalText Sign(Comparison comparison) => To("比较符", "sign", comparison switch
    {
        Comparison.AtMost => "<=",
        Comparison.LessThan => "<",
        Comparison.AtLeast => ">=",
        _ => ">",
    });

    private static LocalText To(string zh, string en, string now) => new($"{zh}改为 {now}", $"{en} {now}");

    private static LocalText Scoped(string now) => new($"scope：改为 {now}", $"scope: {now}");

    private static LocalText In(string member, LocalText change) => In(member, member, change);

    private static LocalText In(string zh, string en, LocalText change) => new($"{zh}：{change.Zh}", $"{en}: {change.En}");

    private sealed record Slip(Norm Norm, LocalText Change, SourcePlace? Place = null);
}
