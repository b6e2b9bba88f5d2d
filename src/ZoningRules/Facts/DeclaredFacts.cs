using System.Collections.Immutable;
using ZoningRules.Problems;
using ZoningRules.Proposals;

namespace ZoningRules.Facts;

/// <summary>What an applicant declared and officers decided, typed against a vocabulary. Immutable.</summary>
public sealed class DeclaredFacts
{
    private static readonly Fact Nothing = new(new FactValue.Unknown(UnknownReasons.NotProvided), FactOrigin.None, null);

    /// <summary>Takes facts by slot.</summary>
    /// <exception cref="ArgumentException">There is not exactly one fact an attribute.</exception>
    public DeclaredFacts(Vocabulary vocabulary, ImmutableArray<Fact> facts)
    {
        if (facts.Length != vocabulary.Attributes.Length)
        {
            throw new ArgumentException("there must be one fact an attribute", nameof(facts));
        }

        Vocabulary = vocabulary;
        Facts = facts;
    }

    /// <summary>The vocabulary whose slots are used.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>A fact an attribute, by slot; unknown where nothing was said.</summary>
    public ImmutableArray<Fact> Facts { get; }

    /// <summary>
    /// Types what a proposal declares and what officers decided, or reports every unknown attribute, wrong value and misplaced decision. The word
    /// <c>unknown</c> stands for not saying anything.
    /// </summary>
    public static Loaded<DeclaredFacts> Bind(Vocabulary vocabulary, Proposal proposal) => FactBinder.Bind(vocabulary, proposal);

    /// <summary>The fact of an attribute; unknown for the slot -1.</summary>
    internal Fact InSlot(int slot) => slot < 0 ? Nothing : Facts[slot];
}
