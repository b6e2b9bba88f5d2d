using ZoningRules.Facts;
using ZoningRules.Findings;
using ZoningRules.Measures;
using ZoningRules.RulePacks;
using ZoningRules.Testing;
using ZoningRules.Tests.Oracle;
using ZoningRules.Verdicts;

namespace ZoningRules.Tests.Laws;

/// <summary>A finding's trace is all its outcome rests on: whoever joins the truths in it by the norm's text comes to the same outcome.</summary>
public sealed class TraceTests
{
    [Fact]
    public void Trace_JoinedByTheNormsText_GivesTheOutcome() => Checked.ForAll(3000, GeneratedCase.Arbitrary(ScenarioMix.Typical), generated =>
    {
        var assessment = generated.Assess();
        foreach (var finding in assessment.Findings.Where(f => !f.SameForEveryValue && HasLines(f, generated.Scenario.Facts)))
        {
            Assert.Equal((finding.Norm.Id, finding.Outcome), (finding.Norm.Id, Rejoined(finding, assessment, generated.Scenario.Facts)));
        }
    });

    // A norm about items whose conditions have no line at all leaves no trace of its items.
    private static bool HasLines(Finding finding, DeclaredFacts facts) =>
        finding.Norm.ForEach is not { } collection
        || facts.Facts[collection.Slot].Value is FactValue.Items { All.IsEmpty: true }
        || finding.Trace.Any(l => l.Item is not null);

    private static Outcome Rejoined(Finding finding, Assessment assessment, DeclaredFacts facts)
    {
        var decision = finding.Norm.ReadingDecision is { } d && facts.Facts[d.Slot].Value is FactValue.Choice choice ? choice.Index : (int?)null;
        var isByPart = finding.Requirement.Scope is Scope.InCategory or Scope.InUnit;
        var parts = finding.Trace.Where(l => l.Role != TraceRole.Shown).GroupBy(l => l.Unit).ToDictionary(g => g.Key ?? "", g => g.ToArray());
        if (!isByPart && parts.Count == 0)
        {
            parts[""] = [];
        }

        return parts.Values.Select(lines => OracleRules.OutcomeOf(finding.Norm, InPart(finding, assessment, decision, lines, isByPart))).Append(Outcome.NotApplicable).Max();
    }

    private static Truths InPart(Finding finding, Assessment assessment, int? decision, TraceLine[] lines, bool isByPart)
    {
        var guard = isByPart ? lines.First(l => l.Role == TraceRole.Scope && l.Item is null).Truth : Truth.True;
        if (finding.Norm.ForEach is not { } collection)
        {
            return About(finding, assessment, decision, guard, lines);
        }

        var items = lines.Where(l => l.Item is not null).GroupBy(l => l.Item).Select(i => (i.Key, About(finding, assessment, decision, guard, [.. i]))).ToArray();
        var joined = new Truths(
            OracleRules.AnyOf(items.Select(i => i.Item2.A)), OracleRules.AnyOf(items.Select(i => i.Item2.B)), OracleRules.AnyOf(items.Select(i => i.Item2.C)));
        return items is [({ } name, _)] && name == $"{collection.Id}[?]"
            ? new(OracleRules.AllOf([joined.A, Truth.Unknown]), OracleRules.AllOf([joined.B, Truth.Unknown]), OracleRules.AllOf([joined.C, Truth.Unknown]))
            : joined;
    }

    private static Truths About(Finding finding, Assessment assessment, int? decision, Truth guard, TraceLine[] lines)
    {
        var norm = finding.Norm;
        var a = OracleRules.AllOf([guard, Applies(finding.Requirement.Scope, norm, assessment, lines)]);
        var whens = (norm.Readings.IsEmpty ? norm.When is { } when ? [when] : [] : OracleRules.ReadingsThatCount(norm, decision)).Select(w => Weigh(w, lines)).ToArray();
        var bad = norm.Effect switch
        {
            Effect.Prohibit => OracleRules.AnyOf(whens),
            Effect.Require => OracleRules.AnyOf(whens.Select(OracleRules.NotOf)),
            Effect.Cap => OracleRules.NotOf(lines.Single(l => l.Role == TraceRole.Cap).Truth),
            _ => Truth.False,
        };
        var met = norm.Effect is Effect.Oblige or Effect.Exit ? OracleRules.AnyOf(whens) : Truth.False;
        return new(a, OracleRules.AllOf([a, bad]), OracleRules.AllOf([a, met]));
    }

    private static Truth Applies(Scope scope, Norm norm, Assessment assessment, TraceLine[] lines) => OracleRules.AllOf(
    [
        scope is Scope.InZone zone ? Line($"site in {zone.Layer}", lines) : Truth.True,
        norm.Applies is { } applies ? Weigh(applies, lines) : Truth.True,
        norm.Unless is { } unless ? OracleRules.NotOf(Weigh(unless, lines)) : Truth.True,
        .. assessment.Findings.Where(f => f.Norm.ExceptionTo == norm.Id).Select(f => OracleRules.NotOf(OracleRules.AllOf(
        [
            f.Requirement.Scope switch
            {
                Scope.InCategory s => Line($"site only in category {s.Category.ToString().ToLowerInvariant()}", lines),
                Scope.InUnit s => Line($"site only in unit {s.Code}", lines),
                _ => Truth.True,
            },
            Applies(f.Requirement.Scope, f.Norm, assessment, lines),
        ]))),
    ]);

    private static Truth Weigh(Condition condition, TraceLine[] lines) => condition switch
    {
        Condition.All c => OracleRules.AllOf(c.Parts.Select(p => Weigh(p, lines))),
        Condition.Any c => OracleRules.AnyOf(c.Parts.Select(p => Weigh(p, lines))),
        Condition.Not c => OracleRules.NotOf(Weigh(c.Part, lines)),
        Condition.Leaf c => Line(c.Text, lines),
        _ => throw new InvalidOperationException(),
    };

    // However often a line is cited about one part and item, its truth is the same.
    private static Truth Line(string text, TraceLine[] lines) => lines.Where(l => l.Leaf == text).Select(l => l.Truth).Distinct().Single();
}
