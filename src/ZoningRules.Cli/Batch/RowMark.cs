namespace ZoningRules.Cli.Batch;

/// <summary>Where a row stands in its block and in the input.</summary>
/// <param name="Start">Where its bytes begin in the block.</param>
/// <param name="Length">How many there are.</param>
/// <param name="Line">Its first line in the input, from 1; 0 where there are no lines.</param>
/// <param name="Column">Where it begins on that line, from 1; 0 when that is not known.</param>
/// <param name="Fault">What was already found wrong with it.</param>
internal readonly record struct RowMark(int Start, int Length, long Line, int Column, RowFault Fault);
