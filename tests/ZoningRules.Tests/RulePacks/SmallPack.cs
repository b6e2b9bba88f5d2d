using System.Security.Cryptography;
using System.Text;
using ZoningRules.Problems;
using ZoningRules.RulePacks;

namespace ZoningRules.Tests.RulePacks;

/// <summary>A small rule pack in a folder of its own, good unless a test changes it. Deleted at the end.</summary>
internal sealed class SmallPack : IDisposable
{
    public const string Text =
        "某市生态环境准入清单\n第一条 县级及以上城市建成区不再审批 35蒸吨/小时及以下燃煤锅炉。\n第二条 河流 1公里范围内不得新建化工等项目。"
        + "\n第三条 全市用水总量控制在 9.1亿立方米以内。\n第四条 加强监督。附件 甲镇、乙乡，不包含丙村 陶瓷产业园";

    private static readonly string TextHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    public SmallPack()
    {
        Folder = Directory.CreateTempSubdirectory("small-pack-").FullName;
        foreach (var (path, content) in Files())
        {
            Write(path, content);
        }
    }

    public string Folder { get; }

    public static RulePack Load()
    {
        using var pack = new SmallPack();
        return pack.Read().Require();
    }

    public Loaded<RulePack> Read() => RulePackReader.Read(Folder);

    public SmallPack Write(string path, string content) => Write(path, Encoding.UTF8.GetBytes(content));

    public SmallPack Write(string path, byte[] content)
    {
        var full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, content);
        return this;
    }

    public SmallPack Delete(string path)
    {
        File.Delete(Path.Combine(Folder, path));
        return this;
    }

    public SmallPack Edit(string path, string old, string replacement)
    {
        var full = Path.Combine(Folder, path);
        var text = File.ReadAllText(full);
        Assert.Contains(old, text, StringComparison.Ordinal);
        return Write(path, text.Replace(old, replacement, StringComparison.Ordinal));
    }

    /// <summary>Makes it a special plan: no control units, and every requirement about the whole territory.</summary>
    public SmallPack WithoutUnits()
    {
        const string layers = "layers/all.yaml";
        var text = File.ReadAllText(Path.Combine(Folder, layers));
        return Delete("units/all.yaml").Delete("layers/data/units.geojson")
            .Write(layers, text.Remove(text.IndexOf("  units:", StringComparison.Ordinal), text.IndexOf("  river:", StringComparison.Ordinal) - text.IndexOf("  units:", StringComparison.Ordinal)))
            .Edit("manifest.yaml", "unit-lists:\n  loaded: []\n  title: {zh: 单元清单, en: unit lists}\n  issuer: {zh: 市局, en: the bureau}\n  cite: {instrument: law, place: 第四条, quote: 加强监督}", "control-units: none")
            .Edit("requirements/city/all.yaml", "scope: category priority", "scope: city")
            .Edit("requirements/city/all.yaml", "scope: unit ZH36022220001", "scope: city");
    }

    public SmallPack Append(string path, string text)
    {
        File.AppendAllText(Path.Combine(Folder, path), text);
        return this;
    }

    public void Dispose() => Directory.Delete(Folder, true);

    private static Dictionary<string, string> Files() => new(StringComparer.Ordinal)
    {
        ["manifest.yaml"] =
            """
            schema: zoning-rules/1
            pack: small
            version: "1"
            title: {zh: 小包, en: small}
            jurisdiction: "360200"
            notices:
              - {zh: 示意, en: illustrative}
            basis:
              - {instrument: law, place: 第四条, quote: 加强监督}
            unit-lists:
              loaded: []
              title: {zh: 单元清单, en: unit lists}
              issuer: {zh: 市局, en: the bureau}
              cite: {instrument: law, place: 第四条, quote: 加强监督}
            """,
        ["instruments/law.yaml"] =
            $$"""
            schema: zoning-rules/1
            instruments:
              law:
                number: 某府发〔2020〕1号
                title: {zh: 清单, en: list}
                issuer: 某市人民政府
                rank: municipal
                adopted: 2020-12-31
                effective: 2020-12-31
                text: texts/law.txt
                sha256: {{TextHash}}
              code:
                number: 国家法
                title: {zh: 法, en: code}
                issuer: 国家
                rank: national
                effective: 2020-01-01
                text: texts/law.txt
                sha256: {{TextHash}}
            """,
        ["instruments/texts/law.txt"] = Text,
        ["vocabulary/all.yaml"] =
            """
            schema: zoning-rules/1
            measures:
              t-steam/h: {dimension: steam-rate, label: {zh: 蒸吨/小时, en: t/h}}
              MW: {to: t-steam/h, factor: 10/7, approximate: 1 %, label: {zh: 兆瓦, en: MW}}
              kW: {to: MW, factor: 1/1000, label: {zh: 千瓦, en: kW}}
              m3/a: {dimension: volume-per-year, label: {zh: 立方米/年, en: m³/a}}
            attributes:
              project.action:
                type: choice
                values:
                  new: {zh: 新建, en: new}
                  expand: {zh: 扩建, en: expansion}
                label: {zh: 建设性质, en: kind}
                ask: {zh: 新建？, en: New?}
                answered-by: applicant
                cost: 1
              project.industry:
                type: code
                system: trades
                label: {zh: 行业, en: trade}
                ask: {zh: 哪个行业？, en: Which trade?}
                answered-by: applicant
              project.polluting:
                type: yes-no
                label: {zh: 排污, en: polluting}
                ask: {zh: 排污？, en: Polluting?}
                answered-by: applicant
              fuels:
                type: choices
                values:
                  coal: {zh: 煤, en: coal}
                  gas: {zh: 气, en: gas}
                label: {zh: 燃料, en: fuels}
                ask: {zh: 燃料？, en: Fuels?}
                answered-by: applicant
              boilers:
                type: items
                fields:
                  fuel:
                    type: choice
                    values:
                      coal: {zh: 煤, en: coal}
                      gas: {zh: 气, en: gas}
                    label: {zh: 燃料, en: fuel}
                    ask: {zh: 燃料？, en: Fuel?}
                    answered-by: applicant
                  capacity:
                    type: quantity
                    measure: t-steam/h
                    minimum: 0
                    label: {zh: 出力, en: capacity}
                    ask: {zh: 多少？, en: How much?}
                    answered-by: applicant
                label: {zh: 锅炉, en: boilers}
                ask: {zh: 哪些锅炉？, en: Which boilers?}
                answered-by: applicant
              water.use:
                type: quantity
                measure: m3/a
                minimum: 0
                maximum: 1000000000
                label: {zh: 取水, en: water}
                ask: {zh: 取水多少？, en: How much water?}
                answered-by: applicant
              livestock.head:
                type: number
                minimum: 0
                label: {zh: 存栏, en: head}
                ask: {zh: 存栏多少？, en: How many?}
                answered-by: applicant
              remark:
                type: text
                label: {zh: 备注, en: remark}
                ask: {zh: 备注？, en: Remark?}
                answered-by: applicant
              term.vicinity:
                type: yes-no
                label: {zh: 周边, en: vicinity}
                ask: {zh: 是否周边？, en: In the vicinity?}
                answered-by: officer
                unknown: undefined-term
            """,
        ["code-systems/trades.csv"] =
            """
            code,level,parent,section,name,remark,derived
            C,1,,C,"制造业","",0
            26,2,C,C,"化工","含""精细""化工",0
            261,3,26,C,基础化学,,0
            2614,4,261,C,有机化学,,0
            2619,4,261,C,其他,,0
            27,2,C,C,医药,,0
            D,1,,D,电力,,0
            """,
        ["lists/all.yaml"] =
            """
            schema: zoning-rules/1
            code-systems:
              trades: {title: {zh: 行业, en: trades}, file: trades.csv}
            lists:
              heavy:
                label: {zh: 化工等, en: chemicals and the like}
                system: trades
                open: yes
                mapping: interpretation
                editions:
                  - from: 2020-12-31
                    cite: {instrument: law, place: 第二条, quote: 化工等项目}
                    members: ["26"]
                    review: ["27"]
                    except: ["2619"]
            """,
        ["parameters/all.yaml"] =
            """
            schema: zoning-rules/1
            parameters:
              water-limit:
                label: {zh: 用水上限, en: water limit}
                measure: m3/a
                values:
                  - {from: 2020-12-31, until: 2021-01-01, value: 910000000 m3/a, cite: {instrument: law, place: 第三条, quote: 9.1亿立方米}}
            """,
        ["layers/all.yaml"] =
            """
            schema: zoning-rules/1
            layers:
              units:
                label: {zh: 单元, en: units}
                shape: control-units
                file: data/units.geojson
                crs: EPSG:4490
                accuracy: 5 m
                coverage: data/units.geojson
                source: {title: 图, publisher: 局, date: 2020-12-31}
                fields: {code: code, name: name, category: category}
                categories: {"1": priority, "2": key, "3": general}
              river: {label: {zh: 河, en: river}, shape: lines, ask: {zh: 距河？, en: By the river?}, answered-by: surveyor}
              built-up: {label: {zh: 建成区, en: built-up area}, shape: areas, ask: {zh: 在建成区？, en: Built up?}, answered-by: authority}
              old-town: {of: built-up, where: {kind: [old]}, label: {zh: 老城, en: old town}, ask: {zh: 在老城？, en: Old town?}, answered-by: authority}
              old-core: {of: old-town, where: {core: ["1"]}, label: {zh: 老城中心, en: core}, ask: {zh: 在中心？, en: In the core?}, answered-by: authority}
            """,
        ["layers/data/units.geojson"] = """{"type":"FeatureCollection","features":[]}""",
        ["units/all.yaml"] =
            """
            schema: zoning-rules/1
            units:
              instrument: law
              place: 附件
              list:
                - {code: ZH36022210001, name: 甲县优先保护单元1, category: priority, county: 甲县, scope: 甲镇、乙乡}
                - {code: ZH36022220001, name: 甲县重点管控单元1, category: key, county: 甲县, scope: 陶瓷产业园, host-town: not-stated}
            towns:
              - {name: 甲镇, county: 甲县, aliases: [甲], units: [ZH36022210001], hole: 不包含丙村}
            """,
        ["requirements/city/all.yaml"] =
            """
            schema: zoning-rules/1
            instrument: law
            requirements:
              - id: R-01
                place: 第一条
                title: {zh: 锅炉, en: boilers}
                dimension: spatial-layout
                heading: 限制
                scope: city
                quote: 县级及以上城市建成区不再审批35蒸吨/小时及以下燃煤锅炉。
                norms:
                  - id: R-01.a
                    span: whole
                    gist: {zh: 不批小煤锅炉, en: no small coal boilers}
                    effect: prohibit
                    for-each: boilers as boiler
                    applies: boiler.fuel is coal
                    when:
                      all:
                        - site in built-up
                        - boiler.capacity <= 35 t-steam/h
              - id: R-02
                place: 第二条
                title: {zh: 河流, en: river}
                dimension: environmental-risk
                heading: 限制
                scope: category priority
                since: 2020-12-31
                quote: 河流1公里范围内不得新建化工等项目。
                terms:
                  - {term: 范围内, issue: {zh: 起算线, en: base line}, assumed: {zh: 中心线, en: centre line}, status: to-confirm}
                norms:
                  - id: R-02.a
                    span: 河流1公里范围内不得新建化工等项目
                    gist: {zh: 河边不建化工, en: no chemicals by the river}
                    effect: prohibit
                    readings:
                      - {id: near, status: assumed, basis: {zh: 按字面, en: literal}, when: "distance(site, river) <= 1 km"}
                      - id: any
                        status: alternative
                        basis: {zh: 从严, en: strict}
                        when:
                          all:
                            - project.action in [new]
                            - project.industry in list(heavy)
                    show: ["distance(site, river)"]
              - id: R-03
                place: 第三条
                title: {zh: 用水, en: water}
                dimension: resource-efficiency
                heading: 总量
                scope: unit ZH36022220001
                quote: 全市用水总量控制在9.1亿立方米以内。
                norms:
                  - id: R-03.a
                    span: 全市用水总量控制在9.1亿立方米以内
                    gist: {zh: 用水上限, en: a limit on water}
                    effect: cap
                    target: {year: 2020, binds: until-year}
                    cap: {ledger: water, increment: water.use, limit: param(water-limit), inclusive: yes, max-age: 90}
              - id: R-04
                place: 第四条
                title: {zh: 监督, en: supervision}
                dimension: pollutant-discharge
                heading: 监督
                scope: zone built-up
                quote: 加强监督。
                norms:
                  - id: R-04.a
                    span: 加强
                    gist: {zh: 加强, en: strengthen}
                    effect: manual
                    addressee: {zh: 政府, en: government}
                    reason: {zh: 对政府的要求, en: addressed to government}
                remainder:
                  - {text: 监督, reason: {zh: 同上, en: as above}}
            """,
    };
}
