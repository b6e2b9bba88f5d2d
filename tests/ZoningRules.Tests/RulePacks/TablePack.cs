using System.Security.Cryptography;
using System.Text;

namespace ZoningRules.Tests.RulePacks;

/// <summary>The small pack with a table of least scales and with published figures.</summary>
internal static class TablePack
{
    public const string Tables = "requirements/tables.yaml";
    public const string Figures = "figures/all.yaml";
    public const string Vocabulary = "vocabulary/mine.yaml";

    private const string Text = "最低规模 煤（地下/露天） 万吨 30/30 地热 立方米/日 40 高岭土、瓷土 万吨 5.5 说明。共 12 个，其中大型 5 个、小型 6 个，占 41.67%。";

    public static SmallPack Make() => new SmallPack()
        .Write("instruments/texts/table.txt", Text)
        .Write(
            "instruments/table.yaml",
            $$"""
            schema: zoning-rules/1
            instruments:
              plan:
                number: 某府发〔2022〕10号
                title: {zh: 规划, en: plan}
                issuer: 某市人民政府
                rank: municipal
                effective: 2022-12-18
                text: texts/table.txt
                sha256: {{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))}}
            """)
        .Write(
            Vocabulary,
            """
            schema: zoning-rules/1
            measures:
              t/a: {dimension: mass, label: {zh: 吨, en: t}}
              10k-t/a: {to: t/a, factor: 10000, label: {zh: 万吨, en: 10 000 t}}
              m3/d: {dimension: water-a-day, label: {zh: 立方米/日, en: m³ a day}}
            attributes:
              mine.mineral:
                type: choice
                values:
                  coal: {zh: 煤, en: coal}
                  water: {zh: 地热, en: hot water}
                  kaolin: {zh: 高岭土, en: kaolin}
                  china: {zh: 瓷土, en: china clay}
                  other: {zh: 其他, en: other}
                label: {zh: 矿种, en: mineral}
                ask: {zh: 什么矿？, en: Which mineral?}
                answered-by: applicant
              mine.deep:
                type: yes-no
                label: {zh: 地下, en: underground}
                ask: {zh: 地下？, en: Underground?}
                answered-by: applicant
              mine.ore:
                type: quantity
                measure: t/a
                label: {zh: 矿石, en: ore}
                ask: {zh: 多少矿石？, en: How much ore?}
                answered-by: applicant
              mine.tailings:
                type: quantity
                measure: t/a
                label: {zh: 尾矿, en: tailings}
                ask: {zh: 多少尾矿？, en: How much tailings?}
                answered-by: applicant
              mine.water:
                type: quantity
                measure: m3/d
                label: {zh: 水, en: water}
                ask: {zh: 多少水？, en: How much water?}
                answered-by: applicant
              mine.admitted:
                type: yes-no
                label: {zh: 准予, en: admitted}
                ask: {zh: 准予？, en: Admitted?}
                answered-by: officer
                unknown: undefined-term
            """)
        .Write(
            Tables,
            """
            schema: zoning-rules/1
            instrument: plan
            requirements:
              - id: T-01
                place: 专栏
                title: {zh: 最低规模, en: least scale}
                dimension: resource-efficiency
                heading: 准入
                scope: city
                quote: "最低规模 煤（地下/露天） 万吨 30/30 地热 立方米/日 40 高岭土、瓷土 万吨 5.5 说明。"
                table:
                  id: T-01.a
                  gist: {zh: "{mineral}不小于{least}。", en: "{mineral}: at least {least}."}
                  effect: require
                  applies:
                    all: [project.action is new]
                  columns:
                    name: {kind: words, title: {zh: 名称, en: name}}
                    mineral: {kind: key, of: mine.mineral, title: {zh: 矿种, en: mineral}}
                    deep: {kind: key, of: mine.deep, title: {zh: 地下, en: underground}}
                    least: {kind: limit, of: [mine.ore, mine.water], holds: ">=", title: {zh: 最低规模, en: least}}
                  rows:
                    - {id: coal-deep, quote: 煤（地下/露天） 万吨 30/30, name: 煤（地下/露天）, mineral: coal, deep: yes, least: 30 10k-t/a}
                    - {id: water, quote: 地热 立方米/日 40, name: 地热, mineral: water, deep: any, least: 40 m3/d}
                    - {id: clay, quote: 高岭土、瓷土 万吨 5.5, name: 高岭土、瓷土, mineral: [kaolin, china], deep: any, least: 5.5 10k-t/a}
                  otherwise:
                    span: 最低规模
                    gist: {zh: 表外的由主管部门决定。, en: The authority decides on what is not listed.}
                    effect: prohibit
                    when: mine.admitted is no
                remainder:
                  - {text: 说明, reason: {zh: 说明, en: a remark}}
            """)
        .Write(
            Figures,
            """
            schema: zoning-rules/1
            instrument: plan
            figures:
              all: {place: 正文, quote: "共 12 个，其中大型 5 个、小型 6 个", value: 12}
              large: {place: 正文, quote: "其中大型 5 个", value: 5}
              small: {place: 正文, quote: "小型 6 个", value: 6}
              share: {place: 正文, quote: "占 41.67%", value: 41.67}
            checks:
              - {id: by-size, title: {zh: 按规模之和, en: by size}, sum: [large, small], is: equal, figure: all}
              - {id: larger-share, title: {zh: 大型占比, en: share of large}, share: [large], whole: [all], is: equal, figure: share, within: 0.005}
              - {id: product, title: {zh: 乘积, en: product}, product: [large, small], is: at-least, figure: all}
              - {id: fewer, title: {zh: 不超过, en: no more}, sum: [large], is: at-most, figure: small}
            """);
}
