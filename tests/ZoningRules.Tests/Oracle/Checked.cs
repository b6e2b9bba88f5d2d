using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace ZoningRules.Tests.Oracle;

/// <summary>
/// Runs properties, each time the same cases. A failure prints the seed and the smallest case; setting the environment variable ZONING_SEED to what it prints runs that case
/// again, and <c>random</c> tries new ones.
/// </summary>
internal static class Checked
{
    private const string UsualSeed = "(20261122,1234567)";

    public static void ForAll<T>(int cases, Arbitrary<T> arbitrary, Action<T> holds)
    {
        var config = Config.QuickThrowOnFailure.WithMaxTest(cases).WithEndSize(100).WithQuietOnSuccess(true);
        Check.One(Replay is { } replay ? config.WithReplay(replay) : config, Prop.ForAll(arbitrary, holds));
    }

    private static FSharpOption<Replay>? Replay
    {
        get
        {
            var text = Environment.GetEnvironmentVariable("ZONING_SEED") is { Length: > 0 } given ? given : UsualSeed;
            if (text == "random")
            {
                return null;
            }

            // As FsCheck prints it: (seed,gamma) or (seed,gamma,size).
            var numbers = text.Trim('(', ')', ' ').Split(',').Select(n => ulong.Parse(n.Trim(), CultureInfo.InvariantCulture)).ToArray();
            return new(new(new Rnd(numbers[0], numbers[1]), numbers.Length > 2 ? new FSharpOption<int>(checked((int)numbers[2])) : FSharpOption<int>.None));
        }
    }
}
