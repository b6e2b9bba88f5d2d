using System.Collections.Immutable;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Problems.Sources;

namespace ZoningRules.Proposals;

/// <summary>Reads the member <c>datum-shift</c>: three translations, or all seven parameters with the meaning of the rotations' signs.</summary>
internal static class DatumShiftReader
{
    // Ten times what is found between the datums of China; more is a mistake in the measure, such as millimetres or degrees.
    private const decimal MostMetres = 5_000;
    private const decimal MostArcSeconds = 60;
    private const decimal MostPpm = 200;

    private static readonly ImmutableArray<string> Turning = ["rx", "ry", "rz", "scale", "rotation"];

    /// <summary>The parameters; null after a problem.</summary>
    public static DatumShift? Read(SourceNode node, SourcePlace place, Func<SourceNode.Text, Metres?> length, ProblemList problems)
    {
        if (Members.Open(node, "datum-shift", ProposalMembers.DatumShift, problems, place) is not { } members)
        {
            return null;
        }

        var given = Turning.Where(members.Has).ToList();
        if (given.Count > 0 && given.Count < Turning.Length)
        {
            problems.Add(ProblemCode.DatumShiftIncomplete, members.Place, Naming.Listed([.. Turning.Except(given)]));
        }

        return new(
            Number("dx", MostMetres),
            Number("dy", MostMetres),
            Number("dz", MostMetres),
            Number("rx", MostArcSeconds),
            Number("ry", MostArcSeconds),
            Number("rz", MostArcSeconds),
            Number("scale", MostPpm),
            members.Has("rotation") ? members.Choice("rotation", ProposalMembers.Rotations) : null)
        {
            Accuracy = members.TextNode("accuracy") is { } stated ? length(stated) : null,
        };

        decimal Number(string name, decimal most)
        {
            if (members.TextNode(name) is not { } text)
            {
                return 0;
            }

            if (!MeasureTable.TryParseNumber(text.Value.AsSpan().Trim(), out var value))
            {
                problems.Add(ProblemCode.BadNumber, text.Place, name, Naming.Shortened(text.Value));
            }
            else if (Math.Abs(value) > most)
            {
                problems.Add(ProblemCode.OutOfRange, text.Place, name, Naming.Shortened(text.Value), FormattableString.Invariant($"±{most}"));
            }

            return value;
        }
    }
}
