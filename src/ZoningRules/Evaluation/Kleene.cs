using ZoningRules.Measures;

namespace ZoningRules.Evaluation;

/// <summary>Strong Kleene connectives.</summary>
internal static class Kleene
{
    public static Truth Not(Truth truth) => (Truth)(2 - (int)truth);

    public static Truth And(Truth left, Truth right) => left < right ? left : right;

    public static Truth Or(Truth left, Truth right) => left > right ? left : right;

    public static Truth Of(bool value) => value ? Truth.True : Truth.False;
}
