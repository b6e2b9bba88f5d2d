using ZoningRules.Geo.Reading;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Reports;
using ZoningRules.RulePacks;

namespace ZoningRules.Geo.Inspecting;

/// <summary>Reads the properties of control units and compares them with each other and with the list of the law.</summary>
internal sealed class UnitRows(RulePack pack, UnitFields fields, List<LayerFlaw> flaws)
{
    private const int CodeLength = 13;
    private const int CategoryAt = 8;

    /// <summary>The county of a code: its name where the pack knows it, else its six digits.</summary>
    public string CountyOf(string code) =>
        pack.Units.FirstOrDefault(u => u.Code.AsSpan(0, CategoryAt).SequenceEqual(code.AsSpan(0, CategoryAt)))?.County ?? code[2..CategoryAt];

    /// <summary>What a feature says; null after a flaw that leaves its code or category unknown.</summary>
    public UnitRow? Read(Feature feature, int number)
    {
        var code = feature.Property(fields.Code)?.Trim().ToUpperInvariant();
        var label = new LocalText($"第 {number} 个要素", $"feature {number}");
        if (code is null)
        {
            Unreadable($"字段 {fields.Code} 为空，没有单元编码", $"{fields.Code} is empty; there is no unit code");
            return null;
        }

        label = new($"第 {number} 个要素（{Shown(code)}）", $"feature {number} ({Shown(code)})");
        if (code.Length != CodeLength || !code.StartsWith("ZH", StringComparison.Ordinal) || code.AsSpan(2).ContainsAnyExceptInRange('0', '9'))
        {
            Unreadable($"编码 `{Shown(code)}` 不是 ZH 加 11 位数字", $"the code `{Shown(code)}` is not ZH and 11 digits");
            return null;
        }

        if (code[CategoryAt] is < '1' or > '3')
        {
            Unreadable($"编码 `{code}` 的第 9 位应为 1、2 或 3", $"the 9th character of `{code}` must be 1, 2 or 3");
            return null;
        }

        var ofCode = (ControlCategory)(code[CategoryAt] - '0');
        if (fields.Category.Length > 0)
        {
            var stated = feature.Property(fields.Category)?.Trim();
            if (stated is null || Category(stated) is not { } category)
            {
                Unreadable(
                    stated is null ? $"类别字段 {fields.Category} 为空" : $"不认识类别 `{Shown(stated)}`（字段 {fields.Category}）",
                    stated is null ? $"{fields.Category} is empty; there is no category" : $"unknown category `{Shown(stated)}` in {fields.Category}");
            }
            else if (category != ofCode)
            {
                flaws.Add(new(FlawSeverity.Error, Problem.Of(
                    ProblemCode.UnitCategoryConflict,
                    null,
                    code,
                    Labels.Of(ofCode, Language.Zh),
                    Labels.Of(ofCode, Language.En),
                    Labels.Of(category, Language.Zh),
                    Labels.Of(category, Language.En)))
                { Units = [code] });
            }
        }

        var name = feature.Property(fields.Name)?.Trim();
        if (string.IsNullOrEmpty(name))
        {
            Unreadable($"字段 {fields.Name} 为空，没有单元名称", $"{fields.Name} is empty; there is no unit name");
        }

        return new(number, code, name ?? "", ofCode);

        void Unreadable(string zh, string en) =>
            flaws.Add(new(FlawSeverity.Error, Problem.Of(ProblemCode.UnitFieldUnreadable, null, label.Zh, label.En, zh, en)));
    }

    /// <summary>Compares the rows of one code.</summary>
    public void CheckRepeated(IReadOnlyList<UnitRow> rows)
    {
        foreach (var same in rows.GroupBy(r => r.Code, StringComparer.Ordinal).Where(g => g.Count() > 1).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var names = same.Select(r => r.Name).Distinct(StringComparer.Ordinal).ToArray();
            if (names.Length > 1)
            {
                var numbers = string.Join('、', same.Select(r => r.Number));
                var shown = string.Join(" / ", names.Select(Shown));
                flaws.Add(new(FlawSeverity.Error, Problem.Of(
                    ProblemCode.UnitRepeated, null, same.Key, $"第 {numbers} 个要素名称不同（{shown}）", $"features {numbers.Replace("、", ", ", StringComparison.Ordinal)} differ in name ({shown})"))
                { Units = [same.Key] });
            }
            else
            {
                flaws.Add(new(FlawSeverity.Note, Problem.Of(ProblemCode.UnitInSeveralFeatures, null, same.Key, Figures.Of(same.Count()))) { Units = [same.Key] });
            }
        }
    }

    /// <summary>Compares codes and names with the list of the law, which counts.</summary>
    public void CheckListed(IReadOnlyList<UnitRow> rows)
    {
        var byCode = rows.GroupBy(r => r.Code, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var listedByName = pack.Units.GroupBy(u => u.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Code, StringComparer.Ordinal);
        foreach (var row in byCode.Values.OrderBy(r => r.Code, StringComparer.Ordinal))
        {
            if (!pack.UnitsByCode.TryGetValue(row.Code, out var listed))
            {
                var suggestion = listedByName.TryGetValue(row.Name, out var other) ? $"`{other}`" : "";
                flaws.Add(new(FlawSeverity.Warning, Problem.Of(ProblemCode.UnitUnlisted, null, row.Code, Shown(row.Name), suggestion)) { Units = [row.Code] });
            }
            else if (row.Name.Length > 0 && row.Name != listed.Name)
            {
                var (zh, en) = Remark(row, listed.Name, listedByName);
                flaws.Add(new(FlawSeverity.Warning, Problem.Of(ProblemCode.UnitNameDiffers, null, row.Code, Shown(row.Name), listed.Name, zh, en)) { Units = [row.Code] });
            }
        }

        foreach (var missing in pack.Units.Where(u => !byCode.ContainsKey(u.Code)))
        {
            flaws.Add(new(FlawSeverity.Warning, Problem.Of(ProblemCode.UnitMissing, null, missing.Code, missing.Name)) { Units = [missing.Code] });
        }
    }

    private static (string Zh, string En) Remark(UnitRow row, string listed, Dictionary<string, string> listedByName) =>
        listedByName.TryGetValue(row.Name, out var other) ? ($"（“{Shown(row.Name)}”是 {other} 的名称，可能写反）", $"; “{Shown(row.Name)}” is the name of {other}, perhaps they are exchanged")
        : Plain(row.Name) == Plain(listed) ? ("（只是写法不同）", "; only the spelling differs")
        : ("", "");

    // Width, spaces, brackets and the characters for numbers aside.
    private static string Plain(string name) => string.Concat(name
        .Select(c => c is >= '\uff01' and <= '\uff5e' ? (char)(c - 0xfee0) : c)
        .Where(char.IsLetterOrDigit)
        .Select(c => "〇一二三四五六七八九".IndexOf(c, StringComparison.Ordinal) is >= 0 and var digit ? (char)('0' + digit) : c));

    private ControlCategory? Category(string text)
    {
        if (fields.Categories.TryGetValue(text, out var known))
        {
            return known;
        }

        // A number column comes as 1, 1.0 or 01.
        if (decimal.TryParse(text, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var number))
        {
            return number is 1 or 2 or 3 ? (ControlCategory)(int)number : null;
        }

        return text switch
        {
            _ when text.StartsWith("优先", StringComparison.Ordinal) => ControlCategory.Priority,
            _ when text.StartsWith("重点", StringComparison.Ordinal) => ControlCategory.Key,
            _ when text.StartsWith("一般", StringComparison.Ordinal) => ControlCategory.General,
            _ => text.ToLowerInvariant() switch
            {
                "priority" => ControlCategory.Priority,
                "key" => ControlCategory.Key,
                "general" => ControlCategory.General,
                _ => null,
            },
        };
    }

    internal static string Shown(string text) => text.Length > 40 ? $"{text[..40]}…" : text;
}
