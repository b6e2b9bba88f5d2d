namespace ZoningRules.Problems;

/// <summary>Every kind of problem. The number is the stable part of the identifier; arguments are listed with each code.</summary>
public enum ProblemCode
{
    /// <summary>A file does not exist. {0} path.</summary>
    FileNotFound = 1001,

    /// <summary>A file cannot be read. {0} path, {1} cause zh, {2} cause en.</summary>
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

    /// <summary>The site lies outside the area of the rule pack. {0} position, {1} readings that lie in it zh or empty, {2} the same en.</summary>
    OutsidePack = 3007,

    /// <summary>A geometry has too many positions. {0} count, {1} limit.</summary>
    TooManyPoints = 3008,

    /// <summary>A geometry collection mixes areas, lines or points. No arguments.</summary>
    MixedGeometry = 3009,

    /// <summary>A layer's file cannot be used. {0} layer, {1} cause zh, {2} cause en.</summary>
    BadLayer = 3010,

    /// <summary>A geometry states another coordinate reference system than the proposal. {0} in the geometry, {1} in the proposal.</summary>
    CrsConflict = 3011,

    /// <summary>A file has several layers and none was chosen. {0} file, {1} layers.</summary>
    SeveralLayers = 3101,

    /// <summary>A file has no such layer. {0} file, {1} layer, {2} layers.</summary>
    UnknownLayer = 3102,

    /// <summary>
    /// What stands beside positions, above them and in their range gives their axes opposite orders. {0} the two sources in Chinese, {1} in English,
    /// {2} the order by the first in Chinese, {3} in English, {4} the order by the second in Chinese, {5} in English.
    /// </summary>
    AxisContradiction = 3120,

    /// <summary>A table may be the corners of one boundary, or places of their own. {0} file, {1} rows.</summary>
    AmbiguousTable = 3121,

    /// <summary>The header of a boundary-point file contradicts its coordinates or itself. {0} contradiction in Chinese, {1} in English.</summary>
    BoundaryHeader = 3122,

    /// <summary>A system needs parameters that lead from it to CGCS2000. {0} crs, {1} its name.</summary>
    DatumShiftMissing = 3140,

    /// <summary>Parameters are given for a system that takes none. {0} crs.</summary>
    DatumShiftNotUsed = 3141,

    /// <summary>A datum shift has neither three parameters nor seven. {0} the missing members.</summary>
    DatumShiftIncomplete = 3142,

    /// <summary>A width is given for a geometry that is no line. No arguments.</summary>
    WidthWithoutLine = 3143,

    /// <summary>A boundary cannot be repaired. {0} cause zh, {1} cause en.</summary>
    NotRepairable = 3144,

    /// <summary>A land parcel is no area. No arguments.</summary>
    ParcelNotArea = 3145,

    /// <summary>An officer confirmed another system than the site states. {0} confirmed, {1} stated.</summary>
    OtherCrsConfirmed = 3146,

    /// <summary>A layer cannot take data. {0} layer, {1} reason zh, {2} reason en.</summary>
    LayerNotImportable = 3170,

    /// <summary>A file has no property for something a layer needs. {0} what zh, {1} what en, {2} its properties, {3} what the option <c>--map</c> would say.</summary>
    FieldMissing = 3171,

    /// <summary>Several properties of a file could hold something. {0} what zh, {1} what en, {2} the properties, {3} what the option <c>--map</c> would say.</summary>
    FieldAmbiguous = 3172,

    /// <summary>An import does not say what a layer must state. {0} the options.</summary>
    LayerDetailMissing = 3173,

    /// <summary>A layer's entry is written in a form that cannot be changed by the program. {0} layer.</summary>
    LayerEntryForm = 3174,

    /// <summary>A feature of a layer cannot be used. {0} feature zh, {1} feature en, {2} fault zh, {3} fault en.</summary>
    FeatureUnusable = 3175,

    /// <summary>A code or category of a control unit cannot be read. {0} feature zh, {1} feature en, {2} fault zh, {3} fault en.</summary>
    UnitFieldUnreadable = 3176,

    /// <summary>The category of a control unit contradicts its code. {0} code, {1} category of the code zh, {2} en, {3} stated category zh, {4} en.</summary>
    UnitCategoryConflict = 3177,

    /// <summary>Features with one code differ in name or category, or repeat each other. {0} code, {1} difference zh, {2} en.</summary>
    UnitRepeated = 3178,

    /// <summary>A control unit is drawn as several features. {0} code, {1} how many.</summary>
    UnitInSeveralFeatures = 3179,

    /// <summary>Control units overlap. {0} codes, {1} area zh, {2} area en, {3} mean width, {4} place.</summary>
    UnitOverlap = 3180,

    /// <summary>A place between control units, or inside the coverage, is in none. {0} codes beside it, {1} area zh, {2} area en, {3} mean width, {4} place, {5} reason zh, {6} reason en.</summary>
    UnitGap = 3181,

    /// <summary>A part of a feature is as thin as the tolerance. {0} feature, {1} area zh, {2} area en, {3} mean width, {4} place.</summary>
    ThinPart = 3182,

    /// <summary>A control unit does not lie in the county of its code. {0} code, {1} county of the code, {2} county it lies in, {3} place.</summary>
    UnitCounty = 3183,

    /// <summary>A control unit of a layer is not on the list of the law. {0} code, {1} name, {2} suggestion.</summary>
    UnitUnlisted = 3184,

    /// <summary>A control unit on the list of the law is not in a layer. {0} code, {1} name.</summary>
    UnitMissing = 3185,

    /// <summary>The name of a control unit differs from the list of the law. {0} code, {1} name in the layer, {2} name in the list, {3} remark zh, {4} remark en.</summary>
    UnitNameDiffers = 3186,

    /// <summary>A share of area, or a number of control units, differs from the published table. {0} county zh, {1} county en, {2} category zh, {3} category en, {4} computed, {5} published, {6} difference.</summary>
    ShareDiffers = 3187,

    /// <summary>A layer and its coverage or known holes do not fit each other. {0} how zh, {1} how en.</summary>
    CoverageMismatch = 3188,

    /// <summary>A part of a layer has no feature. {0} part, {1} reason zh, {2} reason en.</summary>
    PartEmpty = 3189,

    /// <summary>No program that turns SVG into PNG is on the machine. {0} the names looked for.</summary>
    NoRasteriser = 4201,

    /// <summary>The program that turns SVG into PNG failed. {0} its name, {1} what it said.</summary>
    RasteriserFailed = 4202,

    /// <summary>A map was asked for and the proposal gives no geometry. No arguments.</summary>
    NothingToDraw = 4203,

    /// <summary>A norm depends on a place in a way that no map can be drawn of: it compares the distances to two layers. {0} norm.</summary>
    NotMappable = 4204,

    /// <summary>No layer of control units could be read, so there is no area to search. No arguments.</summary>
    NoUnitsToSearch = 4205,

    /// <summary>The area to search within is a point or a line. No arguments.</summary>
    WithinNoArea = 4206,

    /// <summary>The area to search within shares nothing with the area that the control units cover. No arguments.</summary>
    WithinElsewhere = 4207,

    /// <summary>A file of candidates holds none or too many. {0} count, {1} limit.</summary>
    CandidateCount = 4208,

    /// <summary>A candidate has no geometry. {0} its number.</summary>
    CandidateEmpty = 4209,

    /// <summary>A candidate's geometry cannot be used. {0} name, {1} cause zh, {2} cause en.</summary>
    CandidateBad = 4210,

    /// <summary>A row of a batch is longer than may be. {0} limit.</summary>
    RowTooLong = 4301,

    /// <summary>A column of a table is neither a member nor an attribute. {0} heading, {1} nearest.</summary>
    UnknownColumn = 4302,

    /// <summary>A table lacks a column. {0} the columns that would do.</summary>
    MissingColumn = 4303,

    /// <summary>A row of a table has more cells than the heading. {0} cells, {1} columns.</summary>
    TooManyCells = 4304,

    /// <summary>A cell begins with a quotation mark and the row goes on wrongly or never ends. No arguments.</summary>
    BrokenQuotes = 4305,

    /// <summary>An item is left out though a later one is there. {0} the one left out, {1} the later one.</summary>
    ItemLeftOut = 4306,

    /// <summary>A batch has no rows. {0} input.</summary>
    NoRows = 4307,

    /// <summary>A feature collection states its coordinate reference system only after its features. No arguments.</summary>
    LateCrs = 4308,

    /// <summary>An input is not of a kind that a batch reads. {0} input, {1} why in Chinese, {2} why in English.</summary>
    UnknownInput = 4309,

    /// <summary>An unfinished batch cannot be taken up, for something differs. {0} file, {1} what in Chinese, {2} what in English.</summary>
    CannotResume = 4310,

    /// <summary>A mapping of a column cannot be read. {0} mapping, {1} why in Chinese, {2} why in English.</summary>
    BadFieldMapping = 4311,

    /// <summary>Nothing after this place of the input can be read. No arguments.</summary>
    RestUnreadable = 4312,

    /// <summary>Two columns of a table mean the same. {0} what, {1} heading, {2} other heading.</summary>
    DuplicateColumn = 4313,

    /// <summary>A file is no summary of a batch, or of another one. {0} file, {1} why in Chinese, {2} why in English.</summary>
    BadSummary = 4314,

    /// <summary>An unfinished batch stands in the way. {0} its file.</summary>
    UnfinishedBatch = 4315,

    /// <summary>A column of a table in a rule pack is wrong. {0} column, {1} why in Chinese, {2} why in English.</summary>
    TableColumn = 9630,

    /// <summary>A cell of a table in a rule pack is wrong. {0} row, {1} why in Chinese, {2} why in English.</summary>
    TableCell = 9631,

    /// <summary>Two rows of a table are about the same. {0} row, {1} other row, {2} its place.</summary>
    TableRowsOverlap = 9632,

    /// <summary>A text of a table names a column that is not there. {0} as written, {1} columns.</summary>
    TablePlaceholder = 9633,

    /// <summary>What a table says of things in no row does not do. {0} table, {1} why in Chinese, {2} why in English.</summary>
    TableOtherwise = 9634,

    /// <summary>A published figure is not in the words it is said to stand in. {0} figure, {1} number.</summary>
    FigureNotInQuote = 9635,

    /// <summary>A check of published figures has members that do not go together. {0} check, {1} why in Chinese, {2} why in English.</summary>
    FigureCheckMembers = 9636,

    /// <summary>A pack that says it has no control units has something that needs them. {0} what.</summary>
    UnitsNotExpected = 9650,

    /// <summary>A rule pack is given twice. {0} id, {1} folder, {2} other folder.</summary>
    PackRepeated = 9651,

    /// <summary>Two packs mean different things by one attribute. {0} attribute, {1} pack, {2} other pack, {3} what differs in Chinese, {4} in English.</summary>
    AttributeDiffers = 9652,

    /// <summary>Two packs mean different things by one measure. {0} measure, {1} pack, {2} other pack.</summary>
    MeasureDiffers = 9653,

    /// <summary>Two packs keep different accounts in a ledger of one name. {0} ledger, {1} pack, {2} other pack.</summary>
    LedgerDiffers = 9654,

    /// <summary>A file given on the command line does not say its coordinate reference system. {0} the systems known.</summary>
    CrsOptionMissing = 9610,

    /// <summary>A file to be written is one that was read. {0} its path, {1} the option.</summary>
    OutputIsInput = 9611,

    /// <summary>Two files to be written are the same. {0} its path, {1} the options.</summary>
    SameOutputs = 9612,

    /// <summary>An input is no table of projects but something else. {0} input, {1} what zh, {2} what en, {3} what to do zh, {4} what to do en.</summary>
    NotAList = 9613,

    /// <summary>A file of control units has no features. No arguments.</summary>
    LayerEmpty = 9614,

    /// <summary>A row has one coordinate without the other. {0} the empty column, {1} the filled one.</summary>
    HalfPosition = 9615,
}
