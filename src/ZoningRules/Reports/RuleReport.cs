using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using ZoningRules.Facts;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Problems.Sources;
using ZoningRules.RulePacks;

namespace ZoningRules.Reports;

/// <summary>One thing of a rule pack on a page: a requirement, norm, list, parameter, layer, attribute, instrument, control unit or town. Lines end in a line feed.</summary>
public static class RuleReport
{
    /// <summary>The page of what has this id, or a problem that names the nearest id.</summary>
    public static Loaded<string> Render(RulePack pack, string id, Language language)
    {
        var page = new Page(pack, language);
        if (page.TryWrite(id))
        {
            return Loaded<string>.Good(page.ToString());
        }

        var known = pack.Requirements.Select(r => r.Id)
            .Concat(pack.Norms.Select(n => n.Norm.Id))
            .Concat(pack.Lists.Select(l => l.Name))
            .Concat(pack.Parameters.Select(p => p.Name))
            .Concat(pack.Layers.Select(l => l.Id))
            .Concat(pack.Vocabulary.Attributes.Select(a => a.Id))
            .Concat(pack.Instruments.Select(i => i.Id))
            .Concat(pack.Units.Select(u => u.Code))
            .Concat(pack.Towns.Select(t => t.Name));
        return Loaded<string>.Bad(Problem.Of(ProblemCode.UnknownName, null, "规则", "rule", Naming.Shortened(id), Naming.Nearest(id, known)));
    }

    /// <summary>A pack in a few lines: what it holds, and what in it awaits confirmation.</summary>
    public static string Summary(RulePack pack, Language language)
    {
        string Say(string zh, string en) => Labels.Say(language, zh, en);
        string Count(int count) => Figures.Of(count);
        var terms = pack.Requirements.Sum(r => r.Terms.Count(t => !t.Confirmed));
        var readings = pack.Norms.Count(n => n.Norm.Readings.Length > 0 && n.Norm.Readings.All(r => r.Status != ReadingStatus.Confirmed));
        var absent = pack.Layers.Where(l => l.Data is null && l.PartOf is null).Select(l => l.Id).ToArray();
        var illustrative = pack.Layers.Count(l => l.Data is { Illustrative: true });
        var lines = new[]
        {
            $"{pack.Title.In(language)} ({pack.Id} {pack.Version})",
            Say(
                $"{Count(pack.Requirements.Length)} 条要求，{Count(pack.Norms.Count())} 条规范，{Count(pack.Units.Length)} 个管控单元，{Count(pack.Towns.Length)} 个乡镇，{Count(pack.Vocabulary.Attributes.Length)} 个属性，{Count(pack.Lists.Length)} 个清单，{Count(pack.Parameters.Length)} 个参数，{Count(pack.Layers.Length)} 个图层，{Count(pack.Instruments.Length)} 份文件",
                $"{Figures.Counted(pack.Requirements.Length, "requirement", "requirements")}, {Figures.Counted(pack.Norms.Count(), "norm", "norms")}, {Figures.Counted(pack.Units.Length, "control unit", "control units")}, {Figures.Counted(pack.Towns.Length, "town", "towns")}, {Figures.Counted(pack.Vocabulary.Attributes.Length, "attribute", "attributes")}, {Figures.Counted(pack.Lists.Length, "list", "lists")}, {Figures.Counted(pack.Parameters.Length, "parameter", "parameters")}, {Figures.Counted(pack.Layers.Length, "layer", "layers")}, {Figures.Counted(pack.Instruments.Length, "instrument", "instruments")}"),
            Say(
                $"待主管部门确认：{Count(terms)} 个用语，{Count(readings)} 处多种读法，{Count(pack.Lists.Count(l => l.Interpretation))} 个由我们对应行业代码的清单",
                $"awaiting confirmation: {Figures.Counted(terms, "term", "terms")}, {Figures.Counted(readings, "norm", "norms")} with several readings, {Figures.Counted(pack.Lists.Count(l => l.Interpretation), "list", "lists")} whose codes are our mapping"),
            illustrative == 0 ? null : Say($"示意图层 {Count(illustrative)} 个，非法定界线", $"{Figures.Counted(illustrative, "illustrative layer", "illustrative layers")}; not legal boundaries"),
            absent.Length == 0 ? null : Say($"没有数据的图层：{string.Join("、", absent)}", $"layers without data: {string.Join(", ", absent)}"),
            $"SHA-256 {pack.Sha256}",
        };
        return string.Concat(lines.OfType<string>().Select(l => Columns.Clean(l) + "\n"));
    }

    private sealed class Page(RulePack pack, Language language)
    {
        private readonly StringBuilder text = new();

        public override string ToString() => text.ToString();

        public bool TryWrite(string id)
        {
            if (pack.Requirements.FirstOrDefault(r => r.Id == id) is { } requirement)
            {
                Write(requirement);
            }
            else if (pack.Norms.FirstOrDefault(n => n.Norm.Id == id) is { Norm: { } norm } pair)
            {
                Write(pair.Requirement, norm);
            }
            else if (pack.Lists.FirstOrDefault(l => l.Name == id) is { } list)
            {
                Write(list);
            }
            else if (pack.Parameters.FirstOrDefault(p => p.Name == id) is { } parameter)
            {
                Write(parameter);
            }
            else if (pack.Layers.FirstOrDefault(l => l.Id == id) is { } layer)
            {
                Write(layer);
            }
            else if (pack.Vocabulary.TryFind(id, out var attribute))
            {
                Write(attribute);
            }
            else
            {
                return TryWritePlace(id);
            }

            return true;
        }

        private bool TryWritePlace(string id)
        {
            if (pack.Instruments.FirstOrDefault(i => i.Id == id || i.Number == id) is { } instrument)
            {
                Line($"{instrument.Id}  {SiteWords.Of(instrument, language)}");
                Line(instrument.Place.ToString(), 1);
            }
            else if (pack.Units.FirstOrDefault(u => u.Code == id) is { } unit)
            {
                Line($"{unit.Code}  {unit.Name}  {Labels.Of(unit.Category, language)}  {unit.County}");
                Member("范围", "Scope", unit.Scope);
            }
            else if (pack.Towns.FirstOrDefault(t => t.Name == id || t.Aliases.Contains(id)) is { } town)
            {
                Line($"{town.Name}  {town.County}");
                Member("单元", "Control units", string.Join(Say("、", ", "), town.UnitCodes));
                if (town.Hole is { } hole)
                {
                    Member("空白", "Hole", hole);
                }
            }
            else
            {
                return false;
            }

            return true;
        }

        private void Write(Requirement requirement)
        {
            Line($"{requirement.Id}  {requirement.Title.In(language)}");
            Member("维度", "Dimension", $"{Labels.Of(requirement.Dimension, language)} — {requirement.Heading}");
            Member("适用范围", "Scope", OfScope(requirement.Scope));
            Member("有效期", "In force", Period(requirement.InForce));
            Law(requirement.Citation);
            Terms(requirement);
            foreach (var norm in requirement.Norms)
            {
                text.Append('\n');
                WriteNorm(norm);
            }

            foreach (var (words, reason) in requirement.Remainder)
            {
                text.Append('\n');
                Line(Say($"未编码的文字“{words}”：{reason.Zh}", $"not encoded “{words}”: {reason.En}"));
            }

            Line(requirement.Place.ToString());
        }

        private void Write(Requirement requirement, Norm norm)
        {
            WriteNorm(norm);
            Law(requirement.Citation);
            Terms(requirement);
            Line(norm.Place.ToString());
        }

        private void WriteNorm(Norm norm)
        {
            Line($"{norm.Id}  {Labels.Of(norm.Effect, language)}");
            Member("要义", "Gist", norm.Gist.In(language));
            Member("原文", "Words", $"“{norm.Span}”");
            if (norm.ForEach is { } items)
            {
                Line($"for-each: {items.Id} as {norm.ItemName}", 1);
            }

            Condition("applies", norm.Applies);
            Condition("unless", norm.Unless);
            Condition("when", norm.When);
            foreach (var reading in norm.Readings)
            {
                Line(Say($"读法 {reading.Id}（{Labels.Of(reading.Status, Language.Zh)}）：{reading.Basis.Zh}", $"reading {reading.Id} ({Labels.Of(reading.Status, Language.En)}): {reading.Basis.En}"), 1);
                Condition("when", reading.When, 2);
            }

            if (norm.Cap is { } cap)
            {
                Line($"cap: {cap.Increment.Id} {Say("计入台账", "on ledger")} {cap.Ledger} {(cap.Inclusive ? "≤" : "<")} {OfLimit(cap)}", 1);
            }

            if (norm.Target is { } target)
            {
                Line(target.OnlyInYear ? Say($"只约束 {target.Year} 年", $"binds in {target.Year} only") : Say($"约束到 {target.Year} 年底", $"binds to the end of {target.Year}"), 1);
            }

            if (norm.ExceptionTo is { } excepted)
            {
                Line(Say($"是 {excepted} 的例外", $"exception to {excepted}"), 1);
            }

            foreach (var duty in norm.Obligations)
            {
                Line(Say($"义务（{duty.Of.Zh}，{duty.Due.Zh}）：{duty.Text.Zh}", $"obligation ({duty.Of.En}, {duty.Due.En}): {duty.Text.En}"), 1);
            }

            if (norm.Addressee is { } addressee)
            {
                Line($"{addressee.In(language)}{Say("：", ": ")}{norm.Reason?.In(language)}", 1);
            }

            foreach (var list in RuleWords.Lists(norm))
            {
                Line(Say($"清单 {list.Name}：{list.Label.Zh}", $"list {list.Name}: {list.Label.En}"), 1);
            }

            foreach (var parameter in RuleWords.Parameters(norm))
            {
                Line(Say($"参数 {parameter.Name}：{parameter.Label.Zh}", $"parameter {parameter.Name}: {parameter.Label.En}"), 1);
            }

            var words = new RuleWords(pack, language);
            foreach (var layer in RuleWords.Layers(norm))
            {
                Line(Say($"图层 {layer}：{words.Layer(layer)}", $"layer {layer}: {words.Layer(layer)}"), 1);
            }
        }

        private void Write(CodeList list)
        {
            Line($"{list.Name}  {list.Label.In(language)}");
            Line(list.Open ? Say("清单以“等”结尾", "the law's list is open (等)") : Say("清单已列尽", "the law's list is complete"), 1);
            Line(list.Interpretation ? Say("行业代码是对法条用语的对应", "the codes are our mapping of the law's words") : Say("代码为法条所列", "the law gives the codes"), 1);
            if (list.Note is { } note)
            {
                Line(note.In(language), 1);
            }

            foreach (var edition in list.Editions)
            {
                Line(Period(edition.InForce), 1);
                Codes("成员", "members", edition.Members);
                Codes("待认定", "for an officer", edition.Review);
                Codes("除外", "except", edition.Except);
                Law(edition.Citation);
            }

            Line(list.Place.ToString());
        }

        private void Write(Parameter parameter)
        {
            Line($"{parameter.Name}  {parameter.Label.In(language)}");
            foreach (var value in parameter.Values)
            {
                Line($"{Period(value.InForce)}: {value.Value}", 1);
                Law(value.Citation);
            }

            Line(parameter.Place.ToString());
        }

        private void Write(LayerDefinition layer)
        {
            Line($"{layer.Id}  {layer.Label.In(language)}");
            if (layer.Data is { } data)
            {
                Line($"{data.SourceTitle}, {data.SourcePublisher}, {Figures.Of(data.SourceDate)}; {data.Crs}; ± {Figures.Of(data.Accuracy)}", 1);
                if (data.Illustrative)
                {
                    Line(Say("示意，非法定界线", "illustrative; not a legal boundary"), 1);
                }

                if (data.Baseline is { } baseline)
                {
                    Member("基线", "Base line", baseline.In(language));
                }
            }
            else
            {
                Line(layer.PartOf is { } whole ? Say($"图层 {whole} 的一部分", $"a part of the layer {whole}") : Say("没有数据", "no data"), 1);
            }

            Line($"{layer.Ask.In(language)} {Say("〔", "[")}{Labels.Of(layer.AnsweredBy, language)}{Say("〕", "]")}", 1);
            var users = pack.Norms.Where(n => RuleWords.Layers(n.Norm).Contains(layer.Id)).Select(n => n.Norm.Id).ToArray();
            Member("用于", "Used by", users.Length == 0 ? "—" : string.Join(Say("、", ", "), users));
            Line(layer.Place.ToString());
        }

        private void Write(AttributeDefinition attribute)
        {
            Line($"{attribute.Id}  {attribute.Label.In(language)}");
            Line($"{attribute.Ask.In(language)} {Say("〔", "[")}{Labels.Of(attribute.AnsweredBy, language)}{Say("〕", "]")}", 1);
            Line(OfType(attribute.Type), 1);
            if (attribute.Evidence is { } evidence)
            {
                Member("凭据", "Evidence", evidence.In(language));
            }

            Line(attribute.Place.ToString());
        }

        private string OfType(AttributeType type) => type switch
        {
            AttributeType.YesNo => "yes | no",
            AttributeType.Choice(var options) => string.Join(" | ", options.Select(o => $"{o.Id} {o.Label.In(language)}")),
            AttributeType.Choices(var options) => "[" + string.Join(", ", options.Select(o => $"{o.Id} {o.Label.In(language)}")) + "]",
            AttributeType.Code(var system) => system.Title.In(language),
            AttributeType.Number(var measure, _, _) => measure.Label.In(language),
            AttributeType.Text => Say("文字", "text"),
            AttributeType.Items(var fields) => "[{" + string.Join(", ", fields.Select(f => $"{f.Id} {f.Label.In(language)}")) + "}]",
            _ => throw new UnreachableException(),
        };

        private string OfScope(Scope scope) => scope switch
        {
            Scope.City => Say("全市", "the whole city"),
            Scope.InCategory(var category) => Labels.Of(category, language),
            Scope.InUnit(var code) => code,
            Scope.InZone(var layer, _) => new RuleWords(pack, language).Layer(layer),
            _ => throw new UnreachableException(),
        };

        private static string OfLimit(Cap cap)
        {
            var measure = cap.Increment.Type is AttributeType.Number(var m, _, _) ? " " + m.Name : "";
            return cap.Limit switch
            {
                CapLimit.Fixed(var amount) => amount.ToString(CultureInfo.InvariantCulture) + measure,
                CapLimit.Dated(var parameter) => $"param({parameter.Name})",
                CapLimit.BaseMinus(var share) => $"base minus {(share * 100).ToString("0.####", CultureInfo.InvariantCulture)} %",
                _ => throw new UnreachableException(),
            };
        }

        private void Condition(string name, Condition? condition, int level = 1)
        {
            if (condition is null)
            {
                return;
            }

            if (condition is RulePacks.Condition.Leaf leaf)
            {
                Line($"{name}: {leaf.Text}", level);
                return;
            }

            Line(name + ":", level);
            Tree(condition, level + 1, "");
        }

        private void Tree(Condition condition, int level, string mark)
        {
            switch (condition)
            {
                case RulePacks.Condition.Leaf leaf:
                    Line(mark + leaf.Text, level);
                    break;
                case RulePacks.Condition.All(var parts):
                    Parts(mark + "all:", parts, level);
                    break;
                case RulePacks.Condition.Any(var parts):
                    Parts(mark + "any:", parts, level);
                    break;
                case RulePacks.Condition.Not(var part):
                    Parts(mark + "not:", [part], level);
                    break;
                default:
                    throw new UnreachableException();
            }
        }

        private void Parts(string name, ImmutableArray<Condition> parts, int level)
        {
            Line(name, level);
            foreach (var part in parts)
            {
                Tree(part, level + 1, "- ");
            }
        }

        private void Codes(string zh, string en, ImmutableArray<CodeEntry> codes)
        {
            if (!codes.IsEmpty)
            {
                Member(zh, en, string.Join(Say("、", ", "), codes.Select(c => $"{c.Code} {c.Name}")));
            }
        }

        private void Terms(Requirement requirement)
        {
            foreach (var term in requirement.Terms)
            {
                var status = term.Confirmed ? Say("已确认", "confirmed") : Say("待确认", "to be confirmed");
                Line(Say($"用语“{term.Term}”（{status}）：{term.Issue.Zh}；取：{term.Assumed.Zh}", $"term “{term.Term}” ({status}): {term.Issue.En} Taken as: {term.Assumed.En}"), 1);
            }
        }

        private string Period(Period period) => period.Until is { } until
            ? Say($"{Figures.Of(period.From)} 起，{Figures.Of(until)} 前", $"from {Figures.Of(period.From)} until before {Figures.Of(until)}")
            : Say($"{Figures.Of(period.From)} 起", $"from {Figures.Of(period.From)}");

        private void Law(Citation citation) =>
            Line(Say($"依据：{citation.Instrument.Number} {citation.Place}“{citation.Quote}”", $"Law: {citation.Instrument.Number}, {citation.Place}: “{citation.Quote}”"), 1);

        private void Member(string zh, string en, string value) => Line(Say($"{zh}：{value}", $"{en}: {value}"), 1);

        private void Line(string line, int level = 0)
        {
            var indent = new string(' ', level * 2);
            foreach (var wrapped in Columns.Wrap(Columns.Clean(line), 100, indent, indent + "  "))
            {
                text.Append(wrapped).Append('\n');
            }
        }

        private string Say(string zh, string en) => Labels.Say(language, zh, en);
    }
}
