using ZoningRules.Facts;
using ZoningRules.Measures;

namespace ZoningRules.Evaluation;

/// <summary>A set of finest codes, with the number of members below each ordinal so that a run is tested in constant time.</summary>
internal sealed class CodeSet
{
    private readonly int[] below;

    private CodeSet(bool[] members)
    {
        below = new int[members.Length + 1];
        for (var i = 0; i < members.Length; i++)
        {
            below[i + 1] = below[i] + (members[i] ? 1 : 0);
        }
    }

    public static CodeSet Of(CodeSystem system, IEnumerable<CodeEntry> entries, IEnumerable<CodeEntry> except)
    {
        var members = new bool[system.FinestCount];
        foreach (var entry in entries)
        {
            Array.Fill(members, true, entry.First, entry.Count);
        }

        foreach (var entry in except)
        {
            Array.Fill(members, false, entry.First, entry.Count);
        }

        return new(members);
    }

    public bool Holds(int ordinal) => below[ordinal + 1] != below[ordinal];

    /// <summary>How many finest codes the system has.</summary>
    public int Count => below.Length - 1;

    public Truth Covers(int first, int count)
    {
        var members = below[first + count] - below[first];
        return members == 0 ? Truth.False : members == count ? Truth.True : Truth.Unknown;
    }

    public bool SameAs(CodeSet other) => below.AsSpan().SequenceEqual(other.below);
}
