using ZoningRules.Locations;
using ZoningRules.Problems;

namespace ZoningRules.Facts;

/// <summary>An attribute of a proposal, or a field of an item.</summary>
public sealed record AttributeDefinition
{
    /// <summary>The id used in files; a field's id has no dot.</summary>
    public required string Id { get; init; }

    /// <summary>What values it may have.</summary>
    public required AttributeType Type { get; init; }

    /// <summary>How it is printed.</summary>
    public required LocalText Label { get; init; }

    /// <summary>The question that asks for it.</summary>
    public required LocalText Ask { get; init; }

    /// <summary>Who can answer.</summary>
    public required Answerer AnsweredBy { get; init; }

    /// <summary>What proves the answer, or null.</summary>
    public LocalText? Evidence { get; init; }

    /// <summary>How hard the answer is to get, 1 to 9; cheap questions are asked first.</summary>
    public int Cost { get; init; } = 3;

    /// <summary>The reason when nothing is given.</summary>
    public UnknownReasons UnknownAs { get; init; } = UnknownReasons.NotProvided;

    /// <summary>The fact when nothing is given: unknown for the reason <see cref="UnknownAs"/>, of no origin.</summary>
    public Fact Unsaid => new(new FactValue.Unknown(UnknownAs), FactOrigin.None, null);

    /// <summary>For an attribute the loader makes for a layer: the layer's id; null otherwise.</summary>
    public string? Layer { get; init; }

    /// <summary>Position in <see cref="Vocabulary.Attributes"/>, or among the fields of its items.</summary>
    public required int Slot { get; init; }

    /// <summary>Where it is declared; for one the loader makes, the place of what it was made for.</summary>
    public required SourcePlace Place { get; init; }
}
