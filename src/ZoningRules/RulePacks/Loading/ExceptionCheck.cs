using ZoningRules.Problems;

namespace ZoningRules.RulePacks.Loading;

/// <summary>Checks the exceptions among norms: their bases exist, they form no circle, and none relaxes a higher-ranking rule without authority.</summary>
internal static class ExceptionCheck
{
    public static void Run(PackDraft draft, IReadOnlyList<(Requirement Requirement, Norm Norm, SourcePlace? Place)> norms)
    {
        var bases = new Dictionary<string, string>(StringComparer.Ordinal);
        var requirements = new Dictionary<string, Requirement>(StringComparer.Ordinal);
        var subjects = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (requirement, norm, _) in norms)
        {
            requirements.TryAdd(norm.Id, requirement);
            subjects.TryAdd(norm.Id, norm.ForEach?.Id);
        }

        foreach (var (requirement, norm, place) in norms)
        {
            if (norm.ExceptionTo is not { } target || place is null)
            {
                continue;
            }

            draft.Problems.Law = RequirementReader.Law(requirement.Id, requirement.Citation.Quote);
            if (draft.Norms.Find(target, place) is null || !requirements.TryGetValue(target, out var other))
            {
                continue;
            }

            bases.TryAdd(norm.Id, target);

            // The exception is evaluated where its base is: about the same item, or about no item at all.
            if (norm.ForEach is { } subject && subjects[target] != subject.Id)
            {
                draft.Problems.Add(
                    ProblemCode.EffectMembers, place, norm.Id, $"例外的 for-each 须与 `{target}` 相同，或者没有", $"the for-each of an exception must be that of `{target}`, or none");
            }

            if (other.Citation.Instrument.Rank < requirement.Citation.Instrument.Rank && norm.AuthorisedBy is null)
            {
                draft.Problems.Add(ProblemCode.Relaxation, place, norm.Id, target);
            }
        }

        draft.Problems.Law = null;
        ReportCircles(draft, norms, bases);
    }

    private static void ReportCircles(
        PackDraft draft, IReadOnlyList<(Requirement Requirement, Norm Norm, SourcePlace? Place)> norms, Dictionary<string, string> bases)
    {
        var settled = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (requirement, norm, place) in norms)
        {
            var path = new List<string>();
            var at = norm.Id;
            while (!settled.Contains(at) && !path.Contains(at) && bases.TryGetValue(at, out var next))
            {
                path.Add(at);
                at = next;
            }

            var start = path.IndexOf(at);
            if (start >= 0)
            {
                draft.Problems.Law = RequirementReader.Law(requirement.Id, requirement.Citation.Quote);
                draft.Problems.Add(ProblemCode.ExceptionCycle, place, string.Join(" → ", path.Skip(start).Append(at)));
            }

            settled.UnionWith(path);
            settled.Add(at);
        }

        draft.Problems.Law = null;
    }
}
