using System.Collections.Immutable;

namespace ZoningRules.Problems;

/// <summary>Something wrong in a file that was read, or in an argument a user typed. The sentence is made by <see cref="Wording"/>.</summary>
/// <param name="Code">What kind of problem it is.</param>
/// <param name="Arguments">The words that fill the sentence, in the order <see cref="Wording"/> states for the code.</param>
/// <param name="Place">Where it is, or null when it has no place.</param>
/// <param name="Law">For rule files: the requirement and the sentence of law concerned, or null.</param>
public sealed record Problem(ProblemCode Code, ImmutableArray<string> Arguments, SourcePlace? Place = null, string? Law = null)
{
    /// <summary>Makes a problem from its words.</summary>
    public static Problem Of(ProblemCode code, SourcePlace? place, params string[] arguments) => new(code, [.. arguments], place);

    /// <summary>The stable identifier: <c>ZR</c> and four digits.</summary>
    public string Id => $"ZR{(int)Code:D4}";

    /// <summary>Compares code, arguments, place and law.</summary>
    public bool Equals(Problem? other) =>
        other is not null && Code == other.Code && Place == other.Place && Law == other.Law && Arguments.SequenceEqual(other.Arguments);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, Place, Law, Arguments.Length);
}
