namespace ZoningRules.Problems;

/// <summary>Every kind of problem. The number is the stable part of the identifier; arguments are listed with each code.</summary>
public enum ProblemCode
{
    /// <summary>A file does not exist. {0} path.</summary>
    FileNotFound = 1001,

    /// <summary>A file cannot be read. {0} path, {1} cause.</summary>
    FileUnreadable = 1002,

    /// <summary>A file is larger than is accepted. {0} path, {1} size, {2} limit.</summary>
    FileTooLarge = 1003,

    /// <summary>A file is not UTF-8 text. {0} path.</summary>
    NotText = 1004,

    /// <summary>A file's ending is not known. {0} path, {1} accepted endings.</summary>
    UnknownFileType = 1005,

    /// <summary>A folder does not exist. {0} path.</summary>
    FolderNotFound = 1006,

    /// <summary>A file stands where a pack has none. {0} path.</summary>
    FileUnexpected = 1007,

    /// <summary>The YAML or JSON is malformed. {0} what the reader says.</summary>
    Syntax = 1101,

    /// <summary>A YAML feature outside the restricted profile. {0} the feature.</summary>
    YamlFeature = 1102,

    /// <summary>A member occurs twice. {0} its name.</summary>
    DuplicateMember = 1103,

    /// <summary>A member is not known here. {0} its name, {1} nearest or list.</summary>
    UnknownMember = 1104,

    /// <summary>A required member is missing. {0} its name.</summary>
    MissingMember = 1105,

    /// <summary>A value has the wrong form. {0} member, {1} expected form zh, {2} expected form en.</summary>
    WrongShape = 1106,

    /// <summary>A value is empty. {0} member.</summary>
    EmptyValue = 1107,

    /// <summary>A value is not one of the allowed ones. {0} member, {1} value, {2} allowed.</summary>
    NotAChoice = 1108,

    /// <summary>The schema line is missing or of another kind. {0} found, {1} expected.</summary>
    WrongSchema = 1109,

    /// <summary>A date is not a date. {0} member, {1} value.</summary>
    BadDate = 1110,

    /// <summary>A number is not a number. {0} member, {1} value.</summary>
    BadNumber = 1111,

    /// <summary>A measure value is malformed or its measure unknown. {0} member, {1} value, {2} known measures.</summary>
    BadMeasure = 1112,

    /// <summary>A measure of the wrong dimension. {0} member, {1} value, {2} expected measure.</summary>
    WrongDimension = 1113,

    /// <summary>A number is outside the stated range. {0} member, {1} value, {2} range.</summary>
    OutOfRange = 1114,

    /// <summary>An id has characters that ids may not have. {0} id.</summary>
    BadId = 1115,

    /// <summary>An id is declared twice. {0} id, {1} other place.</summary>
    DuplicateId = 1116,

    /// <summary>An attribute is not declared. {0} attribute, {1} suggestion.</summary>
    UnknownAttribute = 1201,

    /// <summary>An attribute name that the loader makes itself. {0} attribute.</summary>
    ReservedAttribute = 1202,

    /// <summary>A list, layer, parameter, instrument, norm, unit or code system that does not exist. {0} kind zh, {1} kind en, {2} name, {3} suggestion.</summary>
    UnknownName = 1203,

    /// <summary>A code is not in its code system. {0} code, {1} system.</summary>
    UnknownCode = 1204,

    /// <summary>A condition line cannot be read. {0} line, {1} what is expected.</summary>
    BadLeaf = 1205,

    /// <summary>A condition compares things of different types. {0} line, {1} reason zh, {2} reason en.</summary>
    LeafType = 1206,

    /// <summary>Measures convert to each other in a circle. {0} measure.</summary>
    ConversionCycle = 1207,

    /// <summary>A row of a code table is malformed. {0} reason zh, {1} reason en.</summary>
    BadCodeRow = 1208,

    /// <summary>An archived text is not the one that was approved. {0} instrument, {1} stated, {2} found.</summary>
    TextHash = 1301,

    /// <summary>A quote is not in the archived text. {0} start of quote, {1} instrument.</summary>
    QuoteNotInText = 1302,

    /// <summary>A norm's span is not in its requirement's quote. {0} span, {1} norm.</summary>
    SpanNotInQuote = 1303,

    /// <summary>A part of a quote belongs to no norm. {0} the part, {1} requirement.</summary>
    QuoteNotCovered = 1304,

    /// <summary>A unit code is malformed or contradicts its category or county. {0} code, {1} reason zh, {2} reason en.</summary>
    UnitCode = 1305,

    /// <summary>Dated versions overlap. {0} what, {1} date.</summary>
    Overlap = 1306,

    /// <summary>A period ends before it starts. {0} what.</summary>
    EmptyPeriod = 1307,

    /// <summary>A norm has members its effect does not take or lacks one it needs. {0} norm, {1} reason zh, {2} reason en.</summary>
    EffectMembers = 1308,

    /// <summary>A pack lacks a whole part. {0} part.</summary>
    Empty = 1309,

    /// <summary>An exception relaxes a rule of a higher-ranking instrument without authority. {0} exception, {1} base.</summary>
    Relaxation = 1401,

    /// <summary>Exceptions form a circle. {0} the circle.</summary>
    ExceptionCycle = 1402,

    /// <summary>Layers are parts of each other. {0} layer.</summary>
    PartCycle = 1403,

    /// <summary>A geometry has no coordinate reference system. {0} known systems.</summary>
    MissingCrs = 2001,

    /// <summary>A coordinate reference system is not supported. {0} stated, {1} known.</summary>
    UnknownCrs = 2002,

    /// <summary>A site has neither geometry nor town. No arguments.</summary>
    NoSite = 2003,

    /// <summary>A site gives its geometry twice. {0} members.</summary>
    SeveralSites = 2004,

    /// <summary>A decision of an officer was declared as an attribute. {0} attribute.</summary>
    OfficerAttribute = 2005,

    /// <summary>An attribute that is not for an officer stands under decisions. {0} attribute.</summary>
    NotADecision = 2006,

    /// <summary>A town is not known. {0} town, {1} suggestion.</summary>
    UnknownTown = 2007,

    /// <summary>A town does not lie in the stated county. {0} town, {1} stated county, {2} its county.</summary>
    TownCounty = 2008,

    /// <summary>A range is written with its ends exchanged. {0} attribute, {1} value.</summary>
    AttributeOrder = 2009,

    /// <summary>A ledger is not used by any norm. {0} name, {1} known.</summary>
    LedgerUnknown = 2010,

    /// <summary>A ledger is dated after the governing date. {0} name, {1} its date, {2} governing date.</summary>
    LedgerDate = 2011,

    /// <summary>A geometry text cannot be read. {0} cause in Chinese, {1} cause in English.</summary>
    BadGeometry = 3001,

    /// <summary>A geometry has no points or no area. No arguments.</summary>
    EmptyGeometry = 3002,

    /// <summary>A polygon is not valid. {0} kind zh, {1} kind en, {2} position.</summary>
    InvalidGeometry = 3003,

    /// <summary>Coordinates are outside the range of their coordinate reference system. {0} position, {1} crs, {2} hint zh, {3} hint en.</summary>
    OutsideCrs = 3004,

    /// <summary>Coordinates look exchanged. {0} position, {1} crs.</summary>
    SwappedAxes = 3005,

    /// <summary>A belt coordinate has, or lacks, the zone prefix. {0} position, {1} crs, {2} the likely crs.</summary>
    ZonePrefix = 3006,

    /// <summary>The site lies outside the area of the rule pack. {0} position.</summary>
    OutsidePack = 3007,

    /// <summary>A geometry has too many positions. {0} count, {1} limit.</summary>
    TooManyPoints = 3008,

    /// <summary>A geometry collection mixes areas, lines or points. No arguments.</summary>
    MixedGeometry = 3009,

    /// <summary>A layer's file cannot be used. {0} layer, {1} cause zh, {2} cause en.</summary>
    BadLayer = 3010,

    /// <summary>A geometry states another coordinate reference system than the proposal. {0} in the geometry, {1} in the proposal.</summary>
    CrsConflict = 3011,
}
