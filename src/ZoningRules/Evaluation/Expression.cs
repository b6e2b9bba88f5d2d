using ZoningRules.Facts;
using ZoningRules.Measures;

namespace ZoningRules.Evaluation;

/// <summary>A condition in the form that is evaluated.</summary>
internal sealed class Expression
{
    public static readonly Expression True = new(ExpressionKind.All, null, []);

    private Expression(ExpressionKind kind, CompiledLeaf? leaf, Expression[] parts)
    {
        Kind = kind;
        Leaf = leaf;
        Parts = parts;
    }

    public ExpressionKind Kind { get; }

    public CompiledLeaf? Leaf { get; }

    public Expression[] Parts { get; }

    public static Expression Of(CompiledLeaf leaf) => new(ExpressionKind.Leaf, leaf, []);

    public static Expression Not(Expression part) =>
        part.Kind == ExpressionKind.Not ? part.Parts[0] : new(ExpressionKind.Not, null, [part]);

    public static Expression All(params IEnumerable<Expression> parts) => Join(ExpressionKind.All, parts);

    public static Expression Any(params IEnumerable<Expression> parts) => Join(ExpressionKind.Any, parts);

    /// <summary>
    /// Evaluates in a scene. Truths of leaves that are the same in every scene are kept in <paramref name="known"/>: 0 when not yet evaluated, else 1 + truth, by leaf index.
    /// </summary>
    public Truth Evaluate(in Scene scene, Span<byte> known)
    {
        switch (Kind)
        {
            case ExpressionKind.Leaf:
                return Test(Leaf!, scene, known);
            case ExpressionKind.Not:
                return Kleene.Not(Parts[0].Evaluate(scene, known));
            case ExpressionKind.All:
                {
                    var result = Truth.True;
                    foreach (var part in Parts)
                    {
                        result = Kleene.And(result, part.Evaluate(scene, known));
                        if (result == Truth.False)
                        {
                            break;
                        }
                    }

                    return result;
                }

            default:
                {
                    var result = Truth.False;
                    foreach (var part in Parts)
                    {
                        result = Kleene.Or(result, part.Evaluate(scene, known));
                        if (result == Truth.True)
                        {
                            break;
                        }
                    }

                    return result;
                }
        }
    }

    /// <summary>The united reasons of the unknown leaves that make the expression Unknown; None when it is not.</summary>
    public UnknownReasons Reasons(in Scene scene, Span<byte> known)
    {
        if (Evaluate(scene, known) != Truth.Unknown)
        {
            return UnknownReasons.None;
        }

        if (Leaf is { } leaf)
        {
            return leaf.Reasons(scene);
        }

        var reasons = UnknownReasons.None;
        foreach (var part in Parts)
        {
            reasons |= part.Reasons(scene, known);
        }

        return reasons;
    }

    private static Truth Test(CompiledLeaf leaf, in Scene scene, Span<byte> known)
    {
        if (leaf.IsItem || (leaf.IsPlace && !scene.IsWhole) || leaf.Index >= known.Length)
        {
            return leaf.Test(scene);
        }

        ref var kept = ref known[leaf.Index];
        if (kept == 0)
        {
            kept = (byte)(1 + (byte)leaf.Test(scene));
        }

        return (Truth)(kept - 1);
    }

    private static Expression Join(ExpressionKind kind, IEnumerable<Expression> parts)
    {
        var flat = parts.SelectMany(p => p.Kind == kind ? p.Parts : [p]).ToArray();
        return flat.Length == 1 ? flat[0] : new(kind, null, flat);
    }
}
