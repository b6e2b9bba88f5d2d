using System.Collections.Immutable;
using ZoningRules.Problems;
using ZoningRules.Proposals;
using ZoningRules.Verdicts;

namespace ZoningRules.Cli.Batch;

/// <summary>What became of a row: a screening, or everything wrong with it.</summary>
/// <param name="Row">Its number, from 1.</param>
/// <param name="Line">Its line in the input, from 1; 0 where there are no lines.</param>
/// <param name="Proposal">The proposal; null when the row holds none.</param>
/// <param name="Screening">What was found; null for a bad row.</param>
/// <param name="Assessment">The whole assessment when that was asked for.</param>
/// <param name="Problems">What is wrong; empty for an assessed row.</param>
/// <param name="Receipt">The fingerprint of everything the row rested on; empty for a bad row.</param>
internal readonly record struct RowResult(
    long Row, long Line, Proposal? Proposal, JointScreening? Screening, JointAssessment? Assessment, ImmutableArray<Problem> Problems, string Receipt);
