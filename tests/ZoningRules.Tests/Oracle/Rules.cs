using System.Collections.Immutable;
using System.Text;
using ZoningRules.Facts;
using ZoningRules.Problems;
using ZoningRules.RulePacks;

namespace ZoningRules.Tests.Oracle;

/// <summary>Makes requirements and norms for tests, changes packs, and prints them.</summary>
internal static class Rules
{
    public static readonly Obligation Duty = new(LocalText.Same("duty"), LocalText.Same("applicant"), LocalText.Same("before"), null);

    public static Norm Norm(string id, Effect effect) => new()
    {
        Id = id,
        Span = "原文",
        Gist = LocalText.Same(id),
        Effect = effect,
        Place = SmallWorld.Nowhere,
    };

    public static Requirement Requirement(string id, Scope scope, params ImmutableArray<Norm> norms) => new()
    {
        Id = id,
        Citation = SmallWorld.Cite,
        Title = LocalText.Same(id),
        Dimension = Dimension.SpatialLayout,
        Heading = "heading",
        Scope = scope,
        InForce = new(new(2020, 12, 31), null),
        Terms = [],
        Norms = norms,
        Remainder = [],
        Place = SmallWorld.Nowhere,
    };

    public static RulePack With(this RulePack pack, IEnumerable<Requirement> requirements) => SmallWorld.Instance.Pack(requirements, pack.UnitLists);

    /// <summary>Smaller packs: without a requirement or norm (and its exceptions), or with a simpler condition.</summary>
    public static IEnumerable<RulePack> Shrink(RulePack pack)
    {
        if (pack.UnitLists is not null)
        {
            yield return SmallWorld.Instance.Pack(pack.Requirements);
        }

        foreach (var (_, norm) in pack.Norms)
        {
            yield return Without(pack, [norm.Id]);
        }

        foreach (var (requirement, norm) in pack.Norms)
        {
            foreach (var simpler in Simpler(norm))
            {
                yield return pack.With(pack.Requirements.Select(r =>
                    ReferenceEquals(r, requirement) ? r with { Norms = [.. r.Norms.Select(n => ReferenceEquals(n, norm) ? simpler : n)] } : r));
            }
        }

        foreach (var requirement in pack.Requirements.Where(r => r.Scope is not Scope.City))
        {
            yield return pack.With(pack.Requirements.Select(r => ReferenceEquals(r, requirement) ? r with { Scope = new Scope.City() } : r));
        }
    }

    public static RulePack Without(RulePack pack, HashSet<string> norms)
    {
        var before = -1;
        while (before != norms.Count)
        {
            before = norms.Count;
            norms.UnionWith(pack.Norms.Where(n => n.Norm.ExceptionTo is { } to && norms.Contains(to)).Select(n => n.Norm.Id));
        }

        return pack.With(pack.Requirements
            .Select(r => r with { Norms = [.. r.Norms.Where(n => !norms.Contains(n.Id))] })
            .Where(r => !r.Norms.IsEmpty));
    }

    /// <summary>The rules as lines of text.</summary>
    public static string Text(RulePack pack)
    {
        var text = new StringBuilder();
        if (pack.UnitLists is { } lists)
        {
            text.Append("unit lists loaded: [").AppendJoin(", ", lists.Loaded.Order(StringComparer.Ordinal)).Append("]\n");
        }

        foreach (var requirement in pack.Requirements)
        {
            text.Append($"{requirement.Id} {ScopeText(requirement.Scope)} from {requirement.InForce.From:yyyy-MM-dd} until {requirement.InForce.Until?.ToString("yyyy-MM-dd") ?? "-"}\n");
            foreach (var norm in requirement.Norms)
            {
                text.Append($"  {norm.Id} {norm.Effect.ToString().ToLowerInvariant()}");
                text.Append(norm.ForEach is { } collection ? $" for-each {collection.Id} as item" : "");
                text.Append(norm.ExceptionTo is { } to ? $" exception-to {to}" : "");
                text.Append(norm.Target is { } target ? $" target {(target.OnlyInYear ? "in" : "until")} {target.Year}" : "");
                text.Append(norm.Obligations.IsEmpty ? "\n" : " with an obligation\n");
                Line(text, "applies", norm.Applies);
                Line(text, "unless", norm.Unless);
                Line(text, "when", norm.When);
                foreach (var reading in norm.Readings)
                {
                    Line(text, $"reading {reading.Id} ({reading.Status}, decided by {norm.ReadingDecision?.Id})", reading.When);
                }

                if (norm.Cap is { } cap)
                {
                    text.Append($"    cap: ledger {cap.Ledger}, increment {cap.Increment.Id}, limit {Limit(cap.Limit)}, inclusive {cap.Inclusive}, max-age {cap.MaxAgeDays}\n");
                }
            }
        }

        return text.ToString();
    }

    private static string Limit(CapLimit limit) => limit switch
    {
        CapLimit.Fixed l => $"{l.Amount}",
        CapLimit.Dated l => $"param({l.Parameter.Name})",
        CapLimit.BaseMinus l => $"base minus {l.Share * 100} %",
        _ => throw new InvalidOperationException(),
    };

    private static void Line(StringBuilder text, string name, Condition? condition)
    {
        if (condition is not null)
        {
            text.Append($"    {name}: {Lines.Text(condition)}\n");
        }
    }

    private static string ScopeText(Scope scope) => scope switch
    {
        Scope.City => "city",
        Scope.InCategory s => $"category {s.Category}",
        Scope.InUnit s => $"unit {s.Code}",
        Scope.InZone s => $"zone {s.Layer}",
        _ => throw new InvalidOperationException(),
    };

    private static IEnumerable<Norm> Simpler(Norm norm)
    {
        if (norm.Applies is { } applies)
        {
            yield return norm with { Applies = null };
            foreach (var simpler in Simpler(applies))
            {
                yield return norm with { Applies = simpler };
            }
        }

        if (norm.Unless is { } unless)
        {
            yield return norm with { Unless = null };
            foreach (var simpler in Simpler(unless))
            {
                yield return norm with { Unless = simpler };
            }
        }

        foreach (var simpler in norm.When is { } when ? Simpler(when) : [])
        {
            yield return norm with { When = simpler };
        }

        if (!norm.Readings.IsEmpty)
        {
            yield return norm with { Readings = [], ReadingDecision = null, When = norm.Readings[0].When };
            yield return norm with { Readings = [], ReadingDecision = null, When = norm.Readings[1].When };
        }

        if (norm.ExceptionTo is not null)
        {
            yield return norm with { ExceptionTo = null };
        }

        if (!norm.Obligations.IsEmpty && norm.Effect is not (Effect.Oblige or Effect.Exit))
        {
            yield return norm with { Obligations = [] };
        }

        if (norm.Target is not null)
        {
            yield return norm with { Target = null };
        }
    }

    private static IEnumerable<Condition> Simpler(Condition condition)
    {
        IEnumerable<Condition> parts = condition switch
        {
            Condition.All c => c.Parts,
            Condition.Any c => c.Parts,
            Condition.Not c => [c.Part],
            _ => [],
        };
        return parts.Concat(condition is Condition.Not not ? Simpler(not.Part).Select(p => (Condition)new Condition.Not(p)) : []);
    }
}
