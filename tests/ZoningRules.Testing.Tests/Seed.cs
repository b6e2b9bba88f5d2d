using FsCheck;
using Microsoft.FSharp.Core;

namespace ZoningRules.Testing.Tests;

/// <summary>Every run draws the same cases.</summary>
internal static class Seed
{
    public static readonly Rnd Fixed = new(20201231, 1);

    public static readonly FSharpOption<Replay> Replay = new(new(Fixed, FSharpOption<int>.None));
}
