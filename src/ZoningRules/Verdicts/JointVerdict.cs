using System.Collections.Immutable;

namespace ZoningRules.Verdicts;

/// <summary>
/// Joins what several packs say about one proposal, as docs/semantics.md section 8 states: over every choice of a verdict that each pack may still come to, or of its silence when it may
/// not be concerned, the strictest.
/// </summary>
internal sealed class JointVerdict
{
    private const int Silence = -1;

    private readonly ImmutableArray<ImmutableArray<int>> parts;

    private JointVerdict(ImmutableArray<ImmutableArray<int>> parts)
    {
        this.parts = parts;
        HashSet<int> joint = [Silence];
        foreach (var part in parts)
        {
            joint = [.. joint.SelectMany(before => part.Select(verdict => Math.Max(before, verdict)))];
        }

        // Where every pack is silent, nothing is admitted.
        Possible = [.. joint.Select(v => v == Silence ? Verdict.Undetermined : (Verdict)v).Distinct().Order()];
    }

    /// <summary>The joint verdicts still possible, mildest first.</summary>
    public ImmutableArray<Verdict> Possible { get; }

    /// <summary>The one joint verdict that is possible, or Undetermined.</summary>
    public Verdict Verdict => Possible is [var only] ? only : Verdict.Undetermined;

    /// <summary>Whether at most one pack may still come to different things, so that no unknown that two packs share can rule out a combination.</summary>
    public bool IsExact => parts.Count(p => p.Length > 1) <= 1;

    /// <summary>Joins what packs may come to.</summary>
    public static JointVerdict Of(IEnumerable<(Concern Concern, ImmutableArray<Verdict> Possible)> parts) => new([.. parts.Select(p => Sayings(p.Concern, p.Possible))]);

    /// <summary>Whether what is still open in a part can change the joint verdict, or stands in its way.</summary>
    public bool IsOpen(int part)
    {
        var own = parts[part];
        var others = parts.Where((_, i) => i != part).Select(p => p[0]).Append(Silence).Max();
        return Verdict == Verdict.Undetermined && (own[^1] > others || own is [(int)Verdict.Undetermined]);
    }

    // A pack that may be silent is alone Undetermined where it is; among others its silence counts as nothing.
    private static ImmutableArray<int> Sayings(Concern concern, ImmutableArray<Verdict> possible) => concern switch
    {
        Concern.Concerned => [.. possible.Select(v => (int)v).Order()],
        Concern.Undecided => [Silence, .. possible.Where(v => v != Verdict.Undetermined).Select(v => (int)v).Order()],
        Concern.NotConcerned => [Silence],
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
