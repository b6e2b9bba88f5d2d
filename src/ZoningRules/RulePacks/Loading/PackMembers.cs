using ZoningRules.Problems.Sources;

namespace ZoningRules.RulePacks.Loading;

/// <summary>The members of every mapping in a rule pack, as docs/rule-language.md and docs/schemas/rule-pack.schema.json state them.</summary>
internal static class PackMembers
{
    public static readonly MemberSet Manifest =
        new("manifest", ["schema", "pack", "version", "title", "jurisdiction"], ["notices", "basis", "control-units", "unit-lists"]);

    public static readonly MemberSet UnitLists = new("unit-lists", ["loaded", "title", "issuer", "cite"], []);
    public static readonly MemberSet Citation = new("citation", ["instrument", "place", "quote"], []);

    public static readonly MemberSet InstrumentFile = new("instrument-file", ["schema", "instruments"], []);

    public static readonly MemberSet Instrument = new(
        "instrument", ["number", "title", "issuer", "rank", "effective", "text", "sha256"], ["adopted", "repealed", "note"]);

    public static readonly MemberSet VocabularyFile = new("vocabulary-file", ["schema"], ["measures", "attributes"]);
    public static readonly MemberSet BaseMeasure = new("base-measure", ["dimension", "label"], []);
    public static readonly MemberSet Conversion = new("conversion", ["to", "factor", "label"], ["approximate"]);

    public static readonly MemberSet Attribute = new(
        "attribute",
        ["type", "label", "ask", "answered-by"],
        ["evidence", "cost", "unknown", "values", "system", "measure", "minimum", "maximum", "fields"]);

    public static readonly MemberSet ListFile = new("list-file", ["schema"], ["code-systems", "lists"]);
    public static readonly MemberSet CodeSystem = new("code-system", ["title", "file"], []);
    public static readonly MemberSet List = new("list", ["label", "system", "open", "mapping", "editions"], ["note"]);
    public static readonly MemberSet Edition = new("edition", ["from", "cite", "members"], ["until", "review", "except"]);

    public static readonly MemberSet ParameterFile = new("parameter-file", ["schema", "parameters"], []);
    public static readonly MemberSet Parameter = new("parameter", ["label", "measure", "values"], []);
    public static readonly MemberSet ParameterValue = new("parameter-value", ["from", "value", "cite"], ["until"]);

    public static readonly MemberSet LayerFile = new("layer-file", ["schema", "layers"], []);

    public static readonly MemberSet Layer = new(
        "layer",
        ["label", "shape", "ask", "answered-by"],
        ["file", "crs", "accuracy", "coverage", "illustrative", "baseline", "source", "name-field", "sliver", "sha256", "stricter-than"]);

    public static readonly MemberSet UnitLayer = new(
        "unit-layer",
        ["label", "shape"],
        [
            "ask", "answered-by", "file", "crs", "accuracy", "coverage", "illustrative", "baseline", "source", "name-field", "sliver", "fields",
            "categories", "gaps", "sha256",
        ]);

    public static readonly MemberSet PartLayer = new("part-layer", ["of", "where", "label", "ask", "answered-by"], []);
    public static readonly MemberSet LayerSource = new("layer-source", ["title", "publisher", "date"], ["file", "sha256", "accepted"]);
    public static readonly MemberSet UnitFields = new("unit-fields", ["code", "name", "category"], []);

    public static readonly MemberSet UnitFile = new("unit-file", ["schema"], ["units", "towns", "area-shares"]);
    public static readonly MemberSet Units = new("units", ["instrument", "place", "list"], ["quote"]);
    public static readonly MemberSet Unit = new("unit", ["code", "name", "category", "county", "scope"], ["host-town"]);
    public static readonly MemberSet Town = new("town", ["name", "county", "units"], ["aliases", "hole"]);

    public static readonly MemberSet AreaShares = new("area-shares", ["instrument", "place", "rows"], ["total"]);
    public static readonly MemberSet AreaShareRow = new("area-share-row", ["county", "quote"], ["priority", "key", "general"]);
    public static readonly MemberSet AreaShareTotal = new("area-share-total", ["quote"], ["priority", "key", "general"]);
    public static readonly MemberSet AreaShare = new("area-share", ["units", "percent"], []);

    public static readonly MemberSet RequirementFile = new("requirement-file", ["schema", "instrument", "requirements"], []);

    public static readonly MemberSet Requirement = new(
        "requirement",
        ["id", "place", "title", "dimension", "heading", "scope", "quote"],
        ["norms", "table", "since", "until", "terms", "remainder"]);

    public static readonly MemberSet Table = new(
        "table",
        ["id", "gist", "effect", "columns", "rows", "otherwise"],
        ["applies", "unless", "obligations", "target", "show"]);

    public static readonly MemberSet TableColumn = new("table-column", ["kind", "title"], ["of", "holds"]);

    public static readonly MemberSet Otherwise = new(
        "otherwise",
        [],
        ["nothing", "span", "gist", "effect", "applies", "when", "unless", "show", "obligations", "target"]);

    public static readonly MemberSet FigureFile = new("figure-file", ["schema", "instrument", "figures", "checks"], []);
    public static readonly MemberSet Figure = new("figure", ["place", "quote", "value"], []);

    public static readonly MemberSet FigureCheck = new(
        "figure-check", ["id", "title", "is", "figure"], ["sum", "product", "share", "whole", "within"]);

    public static readonly MemberSet Term = new("term", ["term", "issue", "assumed", "status"], []);
    public static readonly MemberSet Remainder = new("remainder", ["text", "reason"], []);

    public static readonly MemberSet Norm = new(
        "norm",
        ["id", "span", "gist", "effect"],
        [
            "for-each", "applies", "when", "unless", "readings", "show", "exception-to", "authorised-by", "obligations", "cap", "target",
            "addressee", "reason",
        ]);

    public static readonly MemberSet Reading = new("reading", ["id", "status", "basis", "when"], []);
    public static readonly MemberSet Obligation = new("obligation", ["text", "of", "due"], ["authority"]);
    public static readonly MemberSet Target = new("target", ["year", "binds"], []);
    public static readonly MemberSet Cap = new("cap", ["ledger", "increment", "limit", "inclusive", "max-age"], []);
    public static readonly MemberSet Combination = new("combination", [], ["all", "any", "not"]);

    public static readonly MemberSet LedgerFile = new("ledger-file", ["schema", "ledgers"], []);
    public static readonly MemberSet Ledger = new("ledger", ["as-of", "used", "reserved"], ["base"]);

    public static readonly MemberSet Case = new("case", ["schema", "name", "date", "expect"], ["base", "given", "decisions", "at", "ledgers"]);
    public static readonly MemberSet CaseBase = new("case-base", ["schema"], ["given", "decisions", "at", "ledgers"]);
    public static readonly MemberSet At = new("at", [], ["units", "perhaps-units", "gaps", "in", "distance", "overlap", "share", "others", "parts"]);

    public static readonly MemberSet Part = new("part", [], ["in", "distance", "overlap", "share"]);

    public static readonly MemberSet Expect = new(
        "expect", ["verdict"], ["possible", "findings", "lapsed", "questions", "asked", "not-asked", "obligations"]);
}
