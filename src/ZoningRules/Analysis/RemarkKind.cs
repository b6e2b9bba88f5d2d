namespace ZoningRules.Analysis;

/// <summary>What an analysis looks for. The number is part of the id, such as <c>ZA101</c>.</summary>
public enum RemarkKind
{
    /// <summary>A norm's condition can be met in no case at all.</summary>
    NeverFires = 101,

    /// <summary>A norm forbids everything it applies to: nothing can comply.</summary>
    NoWayToComply = 102,

    /// <summary>Wherever one norm forbids, another does: it never decides anything by itself.</summary>
    ImpliedBy = 103,

    /// <summary>Two norms forbid exactly the same.</summary>
    SameAs = 104,

    /// <summary>Whatever fulfils a demand is forbidden by another norm.</summary>
    Contradiction = 105,

    /// <summary>An obligation attaches only where the project is forbidden anyway.</summary>
    ObligationImpossible = 106,

    /// <summary>Two exceptions to one norm can apply to the same case.</summary>
    ExceptionsOverlap = 107,

    /// <summary>An exception never applies where its base does: it relaxes nothing.</summary>
    ExceptionIdle = 108,

    /// <summary>A zone that is stricter by its nature lacks a ban that a looser one has.</summary>
    LadderInversion = 109,

    /// <summary>A parameter or list that norms use has no value or edition for some time.</summary>
    TimeGap = 201,

    /// <summary>The year of a target has passed.</summary>
    TargetPast = 202,

    /// <summary>The cited document is no longer in force.</summary>
    InstrumentRepealed = 203,

    /// <summary>A comparison includes or excludes its limit otherwise than the words of the law.</summary>
    InclusivenessContradicted = 301,

    /// <summary>The law does not say whether a limit itself is included, and no term to confirm says what is assumed.</summary>
    InclusivenessUnstated = 302,

    /// <summary>A number in the norm's words stands in none of its comparisons.</summary>
    NumberNotUsed = 303,

    /// <summary>A term without a stated meaning awaits confirmation.</summary>
    TermOpen = 304,

    /// <summary>A list that ends in 等 awaits confirmation of its members.</summary>
    ListOpen = 305,

    /// <summary>Readings of a sentence await confirmation.</summary>
    ReadingsOpen = 306,

    /// <summary>Words of the law that no norm covers.</summary>
    WordsNotCovered = 307,

    /// <summary>Figures that a document publishes do not add up.</summary>
    FiguresDisagree = 308,

    /// <summary>An attribute that no norm, list decision or cap uses.</summary>
    AttributeUnused = 401,

    /// <summary>A layer that norms need and that has no data.</summary>
    LayerWithoutData = 402,

    /// <summary>A layer that no norm uses.</summary>
    LayerUnused = 403,

    /// <summary>A list or parameter that no norm uses.</summary>
    DefinitionUnused = 404,

    /// <summary>Unit lists exist in law and are not in the pack.</summary>
    UnitListsMissing = 405,

    /// <summary>A part of the analysis could not be carried out.</summary>
    Skipped = 901,
}
