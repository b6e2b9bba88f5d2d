#!/usr/bin/env python3
"""Writes the cases under rules/jingdezhen-minerals/cases/{grid,edges,dates}.

The expectations come from the plan as restated below by hand, not from the rule pack: the table rows are retyped from the text, and outcomes are worked out
in three-valued logic here. So the cases are a second reading of the plan that the pack must agree with. Run from the root of the repository.
"""
import os, shutil, sys

ROOT = "rules/jingdezhen-minerals/cases"
T, F, U = True, False, None
NEW = ("new", "relocate")
BUILD = ("new", "rebuild", "expand", "relocate")
LIMESTONE = ("limestone-cement", "limestone-lime", "limestone-other")
FACING = ("facing-granite", "facing-marble", "facing-other")

# Box 5-2: row, minerals, method (None: any), basis, least scale in base measures.
LEAST = [
    ("coal-underground", ("coal",), "underground", "raw-coal", 300000),
    ("coal-open-pit", ("coal",), "open-pit", "raw-coal", 300000),
    ("geothermal", ("geothermal",), None, "water", 40),
    ("manganese", ("manganese",), None, "ore", 30000),
    ("copper", ("copper",), None, "ore", 30000),
    ("lead", ("lead",), None, "ore", 100000),
    ("zinc", ("zinc",), None, "ore", 100000),
    ("tin", ("tin",), None, "ore", 60000),
    ("gold", ("gold",), "underground", "ore", 30000),
    ("fluorite", ("fluorite",), None, "ore", 30000),
    ("limestone", LIMESTONE, None, "ore", 500000),
    ("quartz", ("quartz",), None, "ore", 100000),
    ("kaolin", ("kaolin",), None, "ore", 50000),
    ("ceramic-clay", ("ceramic-clay", "purple-clay"), None, "ore", 50000),
    ("bentonite", ("bentonite",), None, "ore", 30000),
    ("magnesian-clay", ("magnesian-clay",), None, "ore", 10000),
    ("sepiolite-clay", ("sepiolite-clay",), None, "ore", 50000),
    ("brick-shale", ("brick-shale",), None, "ore", 60000),
    ("building-stone", ("building-stone",), None, "ore", 500000),
    ("facing-stone", FACING, None, "blocks", 3000),
]
TOTALS = {
    "coal": ("coal",), "copper": ("copper",), "lead-zinc": ("lead", "zinc"), "gold": ("gold",), "ceramic-clay": ("ceramic-clay", "purple-clay"),
    "kaolin": ("kaolin",), "bentonite": ("bentonite",), "quartz-conglomerate": ("quartz-conglomerate",), "limestone-cement": ("limestone-cement",),
    "limestone-lime": ("limestone-lime",), "facing-marble": ("facing-marble",), "facing-granite": ("facing-granite",), "building-stone": ("building-stone",),
    "brick-shale": ("brick-shale",),
}
COUNTS = {
    "gold": ("gold",), "copper": ("copper",), "tin": ("tin",), "coal": ("coal",), "fluorite": ("fluorite",), "calcite": ("calcite",),
    "ceramic-clay": ("ceramic-clay", "purple-clay"), "kaolin": ("kaolin",), "bentonite": ("bentonite",), "quartz-conglomerate": ("quartz-conglomerate",),
    "sepiolite-clay": ("sepiolite-clay",), "limestone-cement": ("limestone-cement",), "limestone-lime": ("limestone-lime",), "facing-marble": ("facing-marble",),
    "facing-granite": ("facing-granite",), "building-stone": ("building-stone",), "brick-shale": ("brick-shale",), "brick-clay": ("brick-clay",),
    "geothermal": ("geothermal",),
}
MINERALS = """coal geothermal manganese copper lead zinc tin gold heavy-sand tungsten silver fluorite limestone-cement limestone-lime limestone-other quartz
quartz-conglomerate kaolin ceramic-clay purple-clay china-stone bentonite magnesian-clay sepiolite-clay brick-shale brick-clay building-stone building-sand
facing-granite facing-marble facing-other calcite haydite-shale chrysanthemum-stone dolomite-glass sandstone-ceramic marl unconventional-gas other""".split()
HARD = "coal geothermal manganese copper lead zinc tin gold heavy-sand tungsten silver fluorite unconventional-gas".split()
SCALE = {"ore": ("mine.annual-ore", "t-ore/a"), "raw-coal": ("mine.annual-raw-coal", "t-raw-coal/a"), "water": ("mine.daily-water", "m3/d"), "blocks": ("mine.annual-blocks", "m3-blocks/a")}


def both(*xs):
    return F if any(x is F for x in xs) else U if any(x is U for x in xs) else T


def either(*xs):
    return T if any(x is T for x in xs) else U if any(x is U for x in xs) else F


def opposite(x):
    return U if x is U else not x


class Facts(dict):
    """Known facts; what is missing is unknown."""

    def among(self, name, values):
        return U if self.get(name) is None else self[name] in values

    def yes(self, name):
        return self.among(name, ("yes",))

    def under(self, name, limit, or_equal=False):
        value = self.get(name)
        return U if value is None else value <= limit if or_equal else value < limit

    def at(self, layer):
        return {"yes": T, "within": T, "no": F, None: U}[self.get("in:" + layer)]


def forbids(applies, bad):
    b = both(applies, bad)
    return "Violated" if b is T else "Undetermined" if b is U else "NotApplicable" if applies is F else "Satisfied"


def demands(applies, good):
    return forbids(applies, opposite(good))


def attaches(condition):
    return "Conditional" if condition is T else "Undetermined" if condition is U else "NotApplicable"


def outcomes(f, year):
    o = {}
    mining, exploring = f.among("mine.activity", ("mining",)), f.among("mine.activity", ("exploration",))
    any_activity = f.among("mine.activity", ("mining", "exploration"))
    new, build = f.among("project.action", NEW), f.among("project.action", BUILD)
    old = f.among("project.action", ("existing", "expand", "rebuild"))
    origin = lambda *v: f.among("mine.right-origin", v)
    mineral = lambda v: f.among("mine.mineral", v)
    in_block = both(f.yes("mine.block-for-mineral"), f.at("mining-blocks"), f.yes("mine.wholly-in-block"))
    fresh = origin("open-ground", "exploration-right")
    o["02.b"] = attaches(both(mining, f.yes("mine.quarry")))
    o["03.a"] = attaches(both(any_activity, f.among("mine.county", ("fuliang", "leping"))))
    o["04.a"] = demands(both(mining, origin("open-ground")), in_block)
    exception = opposite(f.yes("term.jdzm-block-exception"))
    o["05.a"] = forbids(both(mining, origin("open-ground"), f.at("mining-blocks"), exception), f.yes("mine.block-held"))
    o["05.b"] = demands(both(mining, origin("exploration-right")), either(f.yes("mine.within-exploration-right"), in_block))
    o["06.a"] = forbids(both(exploring, f.at("exploration-blocks"), exception), f.yes("mine.exploration-block-held"))
    o["06.b"] = demands(exploring, either(f.among("mine.mineral-class", ("first",)), f.at("exploration-blocks")))
    o["07.a"] = demands(both(mining, f.among("mine.mineral-class", ("third",)), f.at("concentrated-mining-areas")), f.yes("term.jdzm-07-conditions"))
    soft = either(mineral(("building-stone", "building-sand", "brick-clay")), both(opposite(mineral(HARD)), f.yes("term.jdzm-08-sand-clay")))
    o["08.a"] = forbids(exploring, soft)
    restricted = either(mineral(("heavy-sand",)), both(mineral(("coal",)), f.yes("term.jdzm-09-coal")))
    o["09.a"] = forbids(both(mining, restricted), f.among("term.jdzm-09-restricted", ("refused",)))
    o["10.a"] = forbids(both(mining, mineral(("brick-clay",))), f.at("arable-land"))
    o["10.b"] = forbids(mining, f.yes("mine.banned-by-higher-list"))
    o["11.a"] = demands(both(mining, new), f.yes("term.jdzm-11-positions"))
    o["12.a"] = attaches(both(mining, fresh, f.among("mine.issuing-level", ("city", "county"))))
    county = both(mining, fresh, f.among("mine.issuing-level", ("county",)))
    o["13.a"] = forbids(county, f.yes("term.jdzm-13-ridge"))
    o["13.b"] = demands(county, f.yes("term.jdzm-13-benches"))
    planned = both(mining, new, f.at("national-planned-mining-area"), opposite(f.yes("term.jdzm-14-exception")))
    o["14.a"] = demands(planned, f.among("mine.size-class", ("large", "medium")))
    o["15.a"] = attaches(both(mining, new, f.at("key-mining-areas")))
    o["16.a"] = demands(both(mining, new), f.yes("term.jdzm-16-matching"))
    o["17.a"] = forbids(both(mining, new), f.under("mine.service-life", 5))
    long_lived = mineral(("building-stone", "brick-shale") + LIMESTONE)
    o["17.b"] = forbids(both(mining, new, long_lived), f.under("mine.service-life", 10))
    rows = F
    for row, minerals, method, basis, least in LEAST:
        about = both(mineral(minerals), T if method is None else f.among("mine.method", (method,)))
        rows = either(rows, about)
        o["18.a-" + row] = forbids(both(mining, new, about), f.under(SCALE[basis][0], least))
    o["18.a-otherwise"] = forbids(both(mining, new, opposite(rows)), f.among("term.jdzm-18-unlisted", ("refused",)))
    if year <= 2025:
        shale = mineral(("brick-shale",))
        o["19.a"] = forbids(both(mining, new, shale), f.under("mine.annual-ore", 60000))
        o["19.b"] = attaches(both(mining, old, shale, f.under("mine.annual-ore", 60000, or_equal=True)))
        quarry = f.yes("mine.quarry")
        short = (f.under("mine.annual-ore", 500000), f.under("mine.service-life", 10))
        o["20.a"] = forbids(both(mining, new, quarry), both(*short) if f.get("reading.JDZM-2021-20.a") == "both" else either(*short))
        o["20.b"] = attaches(both(mining, old, quarry, f.under("mine.annual-ore", 300000)))
        ledger, more = f.get("ledger"), f.get("mine.tungsten-concentrate")
        over = F if more == 0 else U if ledger is None or more is None else ledger + more > 1000
        o["21.a"] = forbids(both(mining, mineral(("tungsten",)), build), over)
        for row, minerals in TOTALS.items():
            o["21.b-" + row] = attaches(both(mining, build, mineral(minerals)))
        o["22.a"] = attaches(both(mining, new, f.among("mine.size-class", ("small",))))
        for row, minerals in COUNTS.items():
            o["23.a-" + row] = attaches(both(mining, new, mineral(minerals)))
    o["27.a"] = attaches(both(mining, new))
    o["28.a"] = attaches(both(mining, old))
    o["30.a"] = attaches(both(mining, new))
    o["31.a"] = attaches(both(mining, f.among("mine.method", ("open-pit",))))
    o["31.b"] = attaches(mining)
    o["32.a"] = attaches(mining)
    o["32.b"] = attaches(both(any_activity, f.yes("mine.bad-standing")))
    o["KEY-EXPLORATION.a"] = attaches(both(exploring, f.at("key-exploration-areas")))
    if year >= 2026:
        replaced = both(any_activity, f.yes("term.jdzm-successor"))
        o["PERIOD.a"] = forbids(replaced, f.among("term.jdzm-new-plan", ("refused",)))
        if o["PERIOD.a"] == "Satisfied":
            o["PERIOD.a"] = "Conditional" if replaced is T else "Undetermined"
    return o


LAYERS = "mining-blocks exploration-blocks concentrated-mining-areas key-mining-areas key-exploration-areas national-planned-mining-area arable-land".split()
BASE = Facts({
    "mine.activity": "mining", "project.action": "new", "mine.mineral": "kaolin", "mine.method": "open-pit", "mine.annual-ore": 80000, "mine.service-life": 12,
    "mine.quarry": "no", "mine.size-class": "medium", "mine.right-origin": "open-ground", "mine.issuing-level": "provincial", "mine.county": "changjiang",
    "mine.mineral-class": "second", "mine.block-for-mineral": "yes", "mine.wholly-in-block": "yes", "mine.block-held": "no", "mine.banned-by-higher-list": "no",
    "mine.bad-standing": "no", "term.jdzm-11-positions": "yes", "term.jdzm-16-matching": "yes", "term.jdzm-block-exception": "no", "in:mining-blocks": "within",
})
for one in LAYERS:
    BASE.setdefault("in:" + one, "no")
EXPLORATION = Facts({**BASE, "mine.activity": "exploration", "mine.exploration-block-held": "no", "in:exploration-blocks": "within", "in:mining-blocks": "no", "term.jdzm-08-sand-clay": "no", "mine.mineral": "copper"})
MEASURES = {"mine.service-life": "a", "mine.tungsten-concentrate": "t-wo3-65/a", "mine.reserves": "t-ore", **{a: m for a, m in SCALE.values()}}


DECIDED = ("term.", "reading.")


def decisions(facts):
    return {k: v for k, v in facts.items() if k.startswith(DECIDED)}


def written(key, value):
    return f"{value:g} {MEASURES[key]}" if key in MEASURES and value != int(value) else f"{value} {MEASURES[key]}" if key in MEASURES else value


def base_file(name, comment, facts):
    lines = ["schema: zoning-case/1", f"# {comment}", "given:"]
    lines += [f"  {k}: {written(k, v)}" for k, v in facts.items() if not k.startswith((*DECIDED, "in:")) and k not in ("ledger", "ledger-date")]
    lines += ["decisions:"] + [f"  {k}: {v}" for k, v in decisions(facts).items()]
    lines += ["at:", f"  in: {{{', '.join(f'{k[3:]}: {v}' for k, v in facts.items() if k.startswith('in:') and v != 'no')}}}", "  others: outside"]
    put(f"bases/{name}.yaml", lines)


def put(path, lines):
    path = os.path.join(ROOT, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


# Norms that only attach duties: whether one more attaches changes no verdict that is Conditional anyway.
DUTIES = ("02.b", "03.a", "12.a", "15.a", "19.b", "20.b", "21.b", "22.a", "23.a", "27.a", "28.a", "30.a", "31.a", "31.b", "32.a", "32.b", "KEY-EXPLORATION.a")


def verdict(found):
    if "Conditional" in found.values():
        found = {n: "Conditional" if v == "Undetermined" and n.startswith(DUTIES) else v for n, v in found.items()}
    order = ["NotApplicable", "Satisfied", "Conditional", "Undetermined", "Violated"]
    worst = max((order.index(v) for v in found.values()), default=0)
    return ["Undetermined", "Admissible", "Conditional", "Undetermined", "Prohibited"][worst]


count = 0
written_paths = set()


def case(path, zh, en, changes, shown, base="new-mine", date="2025-06-30", expected=None, lapsed=(), stale=False):
    """Writes a case. `changes` are facts over the base (None: unknown); `shown` are the norms whose outcomes are stated, besides all that are not NotApplicable."""
    global count
    count += 1
    start = {"new-mine": BASE, "exploration": EXPLORATION}[base]
    facts = Facts({**start, **changes})
    found = outcomes(Facts({**facts, "ledger": None}) if stale else facts, int(date[:4]))
    for norm in shown:
        if norm not in found:
            sys.exit(f"{path}: no norm {norm}")
    stated = {n: v for n, v in found.items() if v != "NotApplicable" or n in shown}
    lines = ["schema: zoning-case/1", "name:", f"  zh: {zh}", f'  en: "{en}"', f"base: {base}", f"date: {date}"]
    given = {k: v for k, v in changes.items() if not k.startswith((*DECIDED, "in:")) and k not in ("ledger", "ledger-date")}
    lines += ["given:" if given else "given: {}"] + [f"  {k}: {'unknown' if v is None else written(k, v)}" for k, v in given.items()]
    settled = {k: v for k, v in changes.items() if k.startswith(DECIDED)}
    if settled:
        lines += ["decisions:"] + [f"  {k}: {'unknown' if v is None else v}" for k, v in settled.items()]
    if any(k.startswith("in:") for k in changes):
        places = {k[3:]: "unknown" if v is None else v for k, v in facts.items() if k.startswith("in:") and v != "no"}
        lines += ["at:", f"  in: {{{', '.join(f'{k}: {v}' for k, v in places.items())}}}", "  others: outside"]
    if facts.get("ledger") is not None:
        lines += [f"ledgers: {{tungsten-concentrate: {{as-of: {facts.get('ledger-date', date)}, used: {facts['ledger']} t-wo3-65/a, reserved: 0 t-wo3-65/a}}}}"]
    lines += ["expect:", f"  verdict: {expected or verdict(found)}", "  findings:"] + [f"    JDZM-2021-{n}: {v}" for n, v in stated.items()]
    if lapsed:
        lines += [f"  lapsed: [{', '.join('JDZM-2021-' + n for n in lapsed)}]"]
    if path in written_paths:
        sys.exit(f"{path}: written twice")
    written_paths.add(path)
    put(path + ".yaml", lines)


def rows_of(mineral):
    return (
        ["18.a-" + r for r, m, *_ in LEAST if mineral in m] + ["18.a-otherwise"] + ["21.b-" + r for r, m in TOTALS.items() if mineral in m]
        + ["23.a-" + r for r, m in COUNTS.items() if mineral in m])


def scaled(mineral, method=None):
    """Facts of a mine of a mineral at twice its least scale, or with a decision when the table has none."""
    for row, minerals, needs, basis, least in LEAST:
        if mineral in minerals and (needs is None or needs == (method or needs)):
            facts = {"mine.mineral": mineral, "mine.annual-ore": None, SCALE[basis][0]: 2 * least}
            return facts if needs is None else {**facts, "mine.method": needs}
    return {"mine.mineral": mineral, "term.jdzm-18-unlisted": "admitted", **({"mine.method": method} if method else {})}


for folder in ("grid", "edges", "dates", "bases"):
    shutil.rmtree(os.path.join(ROOT, folder), ignore_errors=True)
base_file("new-mine", "A new kaolin mine of medium size in a block of its own, everything known and in order. It is Conditional only because new mines have duties.", BASE)
base_file("exploration", "Exploration for copper in an exploration block, everything known and in order.", EXPLORATION)

ALL_ROWS = [n for n in outcomes(BASE, 2025) if n[:4] in ("18.a", "21.b", "23.a")]
for mineral in MINERALS:
    special = {"mine.tungsten-concentrate": 100, "ledger": 500} if mineral == "tungsten" else {"term.jdzm-09-restricted": "admitted"} if mineral == "heavy-sand" else {"term.jdzm-09-coal": "no"} if mineral == "coal" else {}
    for action in ("new", "relocate", "rebuild", "expand", "existing"):
        shown = ALL_ROWS if action == "new" else rows_of(mineral)
        case(f"grid/{mineral}-{action}", f"{mineral}，{action}：各表逐行", f"{mineral}, {action}: the tables row by row", {**scaled(mineral), "project.action": action, **special}, shown)

for row, minerals, method, basis, least in LEAST:
    attribute = SCALE[basis][0]
    norm = "18.a-" + row
    for mineral in minerals:
        setting = {**scaled(mineral, method), **({"term.jdzm-09-coal": "no"} if mineral == "coal" else {})}
        for word, value in (("under", least - 1), ("at", least), ("over", least + 1), ("unknown", None)):
            case(f"edges/18-{row}/{mineral}-{word}", f"最低规模：{mineral}，{word}", f"least scale: {mineral}, {word}", {**setting, attribute: value}, [norm, "18.a-otherwise"])
    first = {**scaled(minerals[0], method), attribute: least - 1, **({"term.jdzm-09-coal": "no"} if minerals[0] == "coal" else {})}
    case(f"edges/18-{row}/relocate-under", f"最低规模：{row} 迁建", f"least scale: {row}, relocation", {**first, "project.action": "relocate"}, [norm])
    case(f"edges/18-{row}/expand-under", f"最低规模：{row} 扩建不适用", f"least scale: {row}, expansion is not meant", {**first, "project.action": "expand"}, [norm])
    case(f"edges/18-{row}/action-unknown", f"最低规模：{row} 建设性质不明", f"least scale: {row}, kind of construction not known", {**first, "project.action": None}, [norm])
    case(f"edges/18-{row}/exploration", f"最低规模：{row} 勘查不适用", f"least scale: {row}, exploration is not meant", {**first, "mine.activity": "exploration", "in:exploration-blocks": "within", "mine.exploration-block-held": "no", "term.jdzm-08-sand-clay": "no"}, [norm], expected=None)
    case(f"edges/18-{row}/activity-unknown", f"最低规模：{row} 是否开采不明", f"least scale: {row}, activity not known", {**first, "mine.activity": None}, [norm])
    case(f"edges/18-{row}/mineral-unknown", f"最低规模：{row} 矿种不明", f"least scale: {row}, mineral not known", {**first, "mine.mineral": None}, [norm])
    case(f"edges/18-{row}/activity-none", f"最低规模：{row} 不涉及矿产", f"least scale: {row}, no mineral project", {**first, "mine.activity": "none"}, [norm], expected="Undetermined")
    if method:
        for action in ("existing", "rebuild", "expand"):
            case(f"edges/18-{row}/{action}", f"最低规模：{row}，{action} 不适用", f"least scale: {row}, {action} is not meant", {**first, "project.action": action}, [norm])
        other = "open-pit" if method == "underground" else "underground"
        case(f"edges/18-{row}/method-{other}", f"最低规模：{row}，另一种开采方式", f"least scale: {row}, the other method", {**first, "mine.method": other, "term.jdzm-18-unlisted": "admitted"}, [norm, "18.a-otherwise"])
        case(f"edges/18-{row}/method-unknown", f"最低规模：{row} 开采方式不明", f"least scale: {row}, method not known", {**first, "mine.method": None}, [norm])
        case(f"edges/18-{row}/method-other", f"最低规模：{row} 其他开采方式不在表中", f"least scale: {row}, another method is not in the table", {**first, "mine.method": "other", "term.jdzm-18-unlisted": "refused"}, [norm, "18.a-otherwise"])
for word in ("admitted", "refused", None):
    for action in ("new", "relocate", "expand", None):
        case(f"edges/18-otherwise/silver-{word or 'undecided'}-{action or 'unknown'}", f"表外矿种：{word or '未定'}，{action or '不明'}", f"mineral not in the table: {word or 'undecided'}, {action or 'unknown'}", {"mine.mineral": "silver", "project.action": action, "term.jdzm-18-unlisted": word}, ["18.a-otherwise"])
for mineral in ("silver", "coal", "gold"):
    for method in ("underground", "open-pit", "other", None):
        case(f"edges/18-otherwise/{mineral}-{method or 'unknown'}", f"表外情形：{mineral}，{method or '不明'}", f"not in the table: {mineral}, {method or 'unknown'}", {**scaled(mineral), "mine.method": method, "term.jdzm-18-unlisted": "refused", "term.jdzm-09-coal": "no"}, ["18.a-otherwise"])
case("edges/18-otherwise/exploration", "表外矿种勘查", "mineral not in the table, exploration", {"mine.mineral": "silver", "term.jdzm-18-unlisted": "refused"}, ["18.a-otherwise"], base="exploration")

for mineral in MINERALS:
    setting = {**scaled(mineral, "underground"), "mine.method": "underground", **({"term.jdzm-09-coal": "no"} if mineral == "coal" else {}), **({"term.jdzm-09-restricted": "admitted"} if mineral == "heavy-sand" else {})}
    setting.update({"mine.tungsten-concentrate": 0} if mineral == "tungsten" else {})
    case(f"grid/{mineral}-underground", f"{mineral}，地下开采：专栏5-2逐行", f"{mineral}, underground: box 5-2 row by row", setting, [n for n in ALL_ROWS if n.startswith("18.a")])

# Rows of the expected figures: what they do not reach.
for kind, table in (("21", TOTALS), ("23", COUNTS)):
    for row, minerals in table.items():
        norm = f"{kind}.{'b' if kind == '21' else 'a'}-{row}"
        setting = {**scaled(minerals[0]), **({"term.jdzm-09-coal": "no"} if minerals[0] == "coal" else {})}
        for word, change in (("exploration", {"mine.activity": "exploration", "in:exploration-blocks": "within", "mine.exploration-block-held": "no", "term.jdzm-08-sand-clay": "no"}), ("activity-unknown", {"mine.activity": None}), ("activity-none", {"mine.activity": "none"}), ("action-unknown", {"project.action": None}), ("mineral-unknown", {"mine.mineral": None})):
            case(f"edges/{kind}-{row}/{word}", f"预期指标 {row}：{word}", f"expected figure {row}: {word}", {**setting, **change}, [norm])


def vary(number, base, norms, variants):
    for word, changes in variants.items():
        expected = changes.pop("expected", None)
        case(f"edges/{number}/{word}", f"第{number}条：{word}", f"item {number}: {word}", changes, norms, base=base, expected=expected)


ACTIONS = {f"action-{a or 'unknown'}": {"project.action": a} for a in ("new", "rebuild", "expand", "relocate", "existing", None)}
ACTIVITIES = {f"activity-{a or 'unknown'}": {"mine.activity": a, "mine.exploration-block-held": "no", "term.jdzm-08-sand-clay": "no", "in:exploration-blocks": "within"} for a in ("exploration", "none", None)}


def matrix(number, norms, setting, *groups, base="new-mine"):
    variants = {"as-is": dict(setting)}
    for group in groups:
        for word, changes in group.items():
            variants[word] = {**setting, **changes}
    vary(number, base, norms, variants)


def each(name, *values):
    return {f"{name.split('.')[-1].split(':')[-1]}-{'unknown' if v is None else v}": {name: v} for v in values}


matrix("02", ["02.b"], {"mine.quarry": "yes", "mine.annual-ore": 600000}, each("mine.quarry", "no", None), ACTIVITIES)
matrix("03", ["03.a"], {"mine.county": "fuliang"}, each("mine.county", "leping", "changjiang", "zhushan", None), ACTIVITIES)
matrix("03-exploration", ["03.a"], {"mine.county": "leping"}, base="exploration")
matrix("04", ["04.a"], {}, each("in:mining-blocks", "yes", "no", None), each("mine.block-for-mineral", "no", None), each("mine.wholly-in-block", "no", None))
OUT = {"mine.block-for-mineral": "no"}
matrix("04-origin", ["04.a"], OUT, {f"origin-{v or 'unknown'}": {"mine.right-origin": v, "mine.within-exploration-right": "yes"} for v in ("exploration-right", "held", None)}, ACTIVITIES)
HELD = {"mine.block-held": "yes", "term.jdzm-block-exception": "no"}
matrix("05", ["05.a"], HELD, each("mine.block-held", "no", None), each("term.jdzm-block-exception", "yes", None), {
    "mining-blocks-no": {"in:mining-blocks": "no"},
    # Outside the block item 4 refuses it, inside item 5 does.
    "mining-blocks-unknown": {"in:mining-blocks": None, "expected": "Prohibited"},
}, {f"origin-{v or 'unknown'}": {"mine.right-origin": v, "mine.within-exploration-right": "yes"} for v in ("exploration-right", "held", None)}, ACTIVITIES)
TURN = {"mine.right-origin": "exploration-right", "mine.within-exploration-right": "no", "mine.block-for-mineral": "no"}
matrix("05-turned", ["05.b"], TURN, each("mine.within-exploration-right", "yes", None), each("mine.block-for-mineral", "yes", None), {f"origin-{v or 'unknown'}": {"mine.right-origin": v} for v in ("open-ground", "held", None)}, ACTIVITIES)
IN = {**TURN, "mine.block-for-mineral": "yes"}
matrix("05-turned-in-block", ["05.b"], IN, each("in:mining-blocks", "yes", "no", None), each("mine.wholly-in-block", "no", None))
TAKEN = {"mine.exploration-block-held": "yes"}
MINING = {f"activity-{a or 'unknown'}": {"mine.activity": a} for a in ("mining", "none", None)}
matrix("06", ["06.a"], TAKEN, each("mine.exploration-block-held", "no", None), each("term.jdzm-block-exception", "yes", None), {"in-exploration-blocks-no": {"in:exploration-blocks": "no", "mine.mineral-class": "first"}, "in-exploration-blocks-unknown": {"in:exploration-blocks": None, "mine.mineral-class": "first"}, "in-exploration-blocks-unknown-second": {"in:exploration-blocks": None, "expected": "Prohibited"}}, MINING, base="exploration")
NOBLOCK = {"in:exploration-blocks": "no"}
matrix("06-class", ["06.b"], NOBLOCK, each("mine.mineral-class", "first", "third", None), each("in:exploration-blocks", "yes", None), MINING, base="exploration")
CONC = {"mine.mineral-class": "third", "in:concentrated-mining-areas": "yes", "term.jdzm-07-conditions": "no"}
matrix("07", ["07.a"], CONC, each("term.jdzm-07-conditions", "yes", None), each("mine.mineral-class", "first", "second", None), each("in:concentrated-mining-areas", "no", None), ACTIVITIES)
for decided in ("yes", "no", None):
    matrix(f"08-{decided or 'undecided'}", ["08.a"], {"term.jdzm-08-sand-clay": decided}, each("mine.mineral", *MINERALS, None), MINING, base="exploration")
matrix("08-stone", ["08.a"], {"mine.mineral": "building-stone"}, MINING, base="exploration")
COAL = {**scaled("coal"), "term.jdzm-09-coal": "yes", "term.jdzm-09-restricted": "refused"}
matrix("09", ["09.a"], COAL, each("term.jdzm-09-coal", "no", None), each("term.jdzm-09-restricted", "admitted", None), ACTIVITIES)
matrix("09-sand", ["09.a"], {"mine.mineral": "heavy-sand", "term.jdzm-18-unlisted": "admitted", "term.jdzm-09-restricted": "refused", "term.jdzm-09-coal": "no"}, each("term.jdzm-09-restricted", "admitted", None), each("mine.mineral", "tungsten", "gold", "geothermal", None), {"coal-high": {**COAL}})
CLAY = {"mine.mineral": "brick-clay", "term.jdzm-18-unlisted": "admitted", "in:arable-land": "yes"}
matrix("10", ["10.a"], CLAY, each("in:arable-land", "no", None), {"mineral-building-stone": {"mine.mineral": "building-stone", "mine.annual-ore": 600000}, "mineral-brick-shale": {"mine.mineral": "brick-shale"}, "mineral-unknown": {"mine.mineral": None}}, ACTIVITIES)
for mineral in MINERALS:
    setting = {**scaled(mineral), "in:arable-land": "yes", "mine.tungsten-concentrate": 0, "term.jdzm-09-coal": "no", "term.jdzm-09-restricted": "admitted"}
    case(f"edges/10-arable/{mineral}", f"可耕地：{mineral}", f"arable land: {mineral}", setting, ["10.a"])
matrix("10-list", ["10.b"], {"mine.banned-by-higher-list": "yes"}, each("mine.banned-by-higher-list", "no", None), ACTIVITIES)
matrix("11", ["11.a"], {"term.jdzm-11-positions": "no"}, each("term.jdzm-11-positions", "yes", None), ACTIONS, ACTIVITIES)
CITY = {"mine.issuing-level": "city"}
ORIGINS = {f"origin-{v or 'unknown'}": {"mine.right-origin": v, "mine.within-exploration-right": "yes"} for v in ("exploration-right", "held", None)}
matrix("12", ["12.a"], CITY, {"level-county": {"mine.issuing-level": "county", "term.jdzm-13-ridge": "no", "term.jdzm-13-benches": "yes"}, **{f"level-{v or 'unknown'}": {"mine.issuing-level": v} for v in ("national", "provincial", None)}}, ORIGINS, ACTIVITIES)
RIDGE = {"mine.issuing-level": "county", "term.jdzm-13-ridge": "yes", "term.jdzm-13-benches": "no"}
LEVELS = {f"level-{v or 'unknown'}": {"mine.issuing-level": v} for v in ("national", "provincial", "city", None)}
matrix("13", ["13.a", "13.b"], RIDGE, each("term.jdzm-13-ridge", "no", None), each("term.jdzm-13-benches", "yes", None), LEVELS, ORIGINS, ACTIVITIES)
SMALL = {"mine.size-class": "small", "in:national-planned-mining-area": "yes", "term.jdzm-14-exception": "no"}
matrix("14", ["14.a"], SMALL, each("mine.size-class", "medium", "large", None), each("term.jdzm-14-exception", "yes", None), each("in:national-planned-mining-area", "no", None), ACTIONS, ACTIVITIES)
matrix("15", ["15.a"], {"in:key-mining-areas": "yes"}, each("in:key-mining-areas", "no", None), ACTIONS, ACTIVITIES)
matrix("16", ["16.a"], {"term.jdzm-16-matching": "no", "mine.reserves": 900000}, each("term.jdzm-16-matching", "yes", None), ACTIONS, ACTIVITIES)
matrix("17", ["17.a"], {"mine.service-life": 4.9}, each("mine.service-life", 5, 5.1, None), ACTIONS, ACTIVITIES)
for mineral in ("building-stone", "brick-shale") + LIMESTONE:
    matrix(f"17-{mineral}", ["17.b"], {**scaled(mineral), "mine.service-life": 9.9}, each("mine.service-life", 10, 10.1, None), ACTIONS, ACTIVITIES)
matrix("17-other", ["17.b"], {"mine.service-life": 9}, each("mine.mineral", *[m for m in MINERALS if m not in ("building-stone", "brick-shale") + LIMESTONE], None))
SHALE = {"mine.mineral": "brick-shale", "mine.annual-ore": 59999}
matrix("19", ["19.a", "19.b"], SHALE, each("mine.annual-ore", 60000, 60001, None), ACTIONS, ACTIVITIES, each("mine.mineral", "brick-clay", "kaolin", None))
for action in ("existing", "expand", "rebuild"):
    matrix(f"19-{action}", ["19.b"], {**SHALE, "project.action": action}, each("mine.annual-ore", 60000, 60001, None), ACTIVITIES, each("mine.mineral", "brick-clay", None))
matrix("19-new-mineral", ["19.a"], {**SHALE, "mine.service-life": 12}, {f"{m}": {"mine.mineral": m, "mine.tungsten-concentrate": 0, "term.jdzm-09-coal": "no", "term.jdzm-09-restricted": "admitted", "term.jdzm-18-unlisted": "admitted"} for m in MINERALS if m != "brick-shale"})
matrix("19-mineral", ["19.b"], {**SHALE, "project.action": "existing"}, {f"{m}": {"mine.mineral": m, "mine.tungsten-concentrate": 0, "term.jdzm-09-coal": "no", "term.jdzm-09-restricted": "admitted"} for m in MINERALS if m != "brick-shale"})
QUARRY = {"mine.mineral": "building-stone", "mine.quarry": "yes", "mine.annual-ore": 499999}
matrix("20", ["20.a", "20.b"], QUARRY, each("mine.annual-ore", 500000, 500001, None), each("mine.quarry", "no", None), ACTIONS, ACTIVITIES)
OTHERQ = {"mine.mineral": "calcite", "term.jdzm-18-unlisted": "admitted", "mine.quarry": "yes", "mine.annual-ore": 500000, "mine.service-life": 9.9}
matrix("20-life", ["20.a"], OTHERQ, each("mine.service-life", 10, None), {"both": {"mine.annual-ore": 499999}, "neither": {"mine.service-life": 10}, "small": {"mine.annual-ore": 499999, "mine.service-life": 10}}, ACTIVITIES)
for reading in ("both", "either"):
    matrix(f"20-reading-{reading}", ["20.a"], {**OTHERQ, "reading.JDZM-2021-20.a": reading}, {f"{ore}-{life}": {"mine.annual-ore": ore, "mine.service-life": life} for ore in (449999, 450000, 499999, 500000, 500001, 549999, None) for life in (8.9, 9, 9.9, 10, 10.1, 10.9, None)})
OLDQ = {**OTHERQ, "project.action": "existing", "mine.annual-ore": 299999, "mine.right-origin": "held"}
matrix("20-existing", ["20.a", "20.b"], OLDQ, each("mine.annual-ore", 300000, 300001, None), each("mine.quarry", "no", None), each("project.action", "new", "relocate", "expand", "rebuild", None), ACTIVITIES)
W = {"mine.mineral": "tungsten", "term.jdzm-18-unlisted": "admitted", "mine.tungsten-concentrate": 101, "ledger": 900}
matrix("21", ["21.a"], W, each("mine.tungsten-concentrate", 100, 0, None), each("ledger", None, 899), ACTIONS, ACTIVITIES, {"mineral-copper": {"mine.mineral": "copper"}, "mineral-silver": {"mine.mineral": "silver"}, "mineral-heavy-sand": {"mine.mineral": "heavy-sand", "term.jdzm-09-restricted": "admitted"}, "mineral-unknown": {"mine.mineral": None}})
# The account may be up to 365 days old; an older one decides nothing.
matrix("21-account", ["21.a"], {**W, "mine.tungsten-concentrate": 100}, {"365-days": {"ledger-date": "2024-06-30"}})
case("edges/21-account/366-days", "台账超过365天", "the account is older than 365 days", {**W, "mine.tungsten-concentrate": 100, "ledger-date": "2024-06-29"}, ["21.a"], stale=True)
matrix("22", ["22.a"], {"mine.size-class": "small"}, each("mine.size-class", "medium", "large", None), ACTIONS, ACTIVITIES)
matrix("27-30", ["27.a", "28.a", "30.a", "31.a", "31.b", "32.a"], {}, ACTIONS, ACTIVITIES, {f"method-{v or 'unknown'}": {"mine.method": v} for v in ("underground", "other", None)})
matrix("32", ["32.b"], {"mine.bad-standing": "yes"}, each("mine.bad-standing", "no", None), ACTIVITIES)
matrix("32-exploration", ["32.b"], {"mine.bad-standing": "yes"}, base="exploration")
matrix("key-exploration", ["KEY-EXPLORATION.a"], {"in:key-exploration-areas": "yes"}, each("in:key-exploration-areas", "no", None), MINING, base="exploration")

# The last day of the plan period and the first after it.
LAPSED_ROWS = ("21.b", "23.a")
for mineral in MINERALS:
    past = [n for n in rows_of(mineral) if n.startswith(LAPSED_ROWS)]
    if past:
        setting = {**scaled(mineral), "term.jdzm-successor": "no", **({"term.jdzm-09-coal": "no"} if mineral == "coal" else {})}
        case(f"dates/lapsed-{mineral}", f"规划期满后 {mineral} 的预期指标已过期", f"after the plan period the expected figures for {mineral} have lapsed", setting, [], date="2026-01-01", lapsed=past)
LAPSED = [n for n in outcomes(BASE, 2025) if n not in outcomes(BASE, 2026)]
case("dates/last-day-quarry", "规划期最后一日新建小采石场", "a new small quarry on the last day of the plan period", OTHERQ, ["20.a"], date="2025-12-31")
case("dates/lapsed-tungsten-cap", "规划期满后钨的总量已过期", "after the plan period the cap for tungsten has lapsed", {**W, "term.jdzm-successor": "no"}, [], date="2026-01-01", lapsed=["21.a"])
case("dates/lapsed-small", "规划期满后大中型比例指标已过期", "after the plan period the share of larger mines has lapsed", {"mine.size-class": "small", "term.jdzm-successor": "no"}, [], date="2026-01-01", lapsed=["22.a"])
case("dates/lapsed-shale", "规划期满后砖瓦用页岩的整合要求已过期", "after the plan period the merging of shale mines has lapsed", {**SHALE, "project.action": "existing", "term.jdzm-successor": "no"}, [], date="2026-01-01", lapsed=["19.a", "19.b"])
case("dates/lapsed-new-shale", "规划期满后新建小页岩矿：第19条已过期，专栏5-2仍不允许", "after the plan period a new small shale mine: item 19 has lapsed, box 5-2 still refuses it", {**SHALE, "term.jdzm-successor": "no"}, ["18.a-brick-shale"], date="2026-01-01", lapsed=["19.a", "19.b"])
case("dates/lapsed-quarry", "规划期满后采石场的整改要求已过期", "after the plan period the upgrading of quarries has lapsed", {**OLDQ, "term.jdzm-successor": "no"}, [], date="2026-01-01", lapsed=["20.a", "20.b"])
case("dates/first-day-quarry", "规划期满次日新建小采石场：第20条已过期", "a new small quarry on the day after: item 20 has lapsed", {**OTHERQ, "term.jdzm-successor": "no"}, ["PERIOD.a"], date="2026-01-01", lapsed=LAPSED)
case("dates/first-day-stone", "规划期满后建筑用石料仍按专栏5-2", "after the plan period box 5-2 still stands for building stone", {**QUARRY, "term.jdzm-successor": "no"}, ["18.a-building-stone", "PERIOD.a"], date="2026-01-01", lapsed=LAPSED)
for word, decided in (("none", "no"), ("issued", "yes"), ("unchecked", None)):
    for result in ("admitted", "refused", None):
        for base in ("new-mine", "exploration"):
            case(f"dates/successor-{word}-{result or 'open'}-{base}", f"规划期满后，新规划：{word}，{result or '未定'}", f"after the plan period, new plan: {word}, {result or 'undecided'}", {"term.jdzm-successor": decided, "term.jdzm-new-plan": result}, ["PERIOD.a"], base=base, date="2026-11-22", lapsed=LAPSED, expected="Conditional" if (word, result, base) == ("unchecked", "admitted", "new-mine") else None)
for word, activity in (("none", "none"), ("unknown", None)):
    case(f"dates/successor-activity-{word}", f"规划期满后，矿业活动：{word}", f"after the plan period, activity: {word}", {"mine.activity": activity, "term.jdzm-successor": "yes", "term.jdzm-new-plan": "refused"}, ["PERIOD.a"], date="2026-11-22", lapsed=LAPSED)
print(f"{count} cases")
