using System.Text;
using ZoningRules.Findings;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Reports;
using ZoningRules.RulePacks;
using ZoningRules.Verdicts;

namespace ZoningRules.Rescreening;

/// <summary>Which past results flip between two editions, as text or as JSON. Lines end in a line feed.</summary>
public static class RescreeningReport
{
    /// <summary>As text of at most 100 columns: a line on each edition, the flips with direction, cause, norms and places, and a count.</summary>
    public static string Render(RescreeningResult result, Language language)
    {
        ArgumentNullException.ThrowIfNull(result);
        var text = new StringBuilder();
        Line(Say("旧版：", "old: ") + Of(result.Old));
        Line(Say("新版：", "new: ") + Of(result.New));
        Line(result.ChangedLayers.IsEmpty
            ? Say("图层没有变化", "the layers are the same")
            : Say("有变化的图层：", "layers that differ: ") + string.Join(Say("、", ", "), result.ChangedLayers));
        foreach (var flip in result.Flips)
        {
            Line("");
            Line($"{flip.Proposal.Name} ({flip.Proposal.Source})");
            Line(
                $"{Labels.Of(flip.Old, language)} → {Labels.Of(flip.New, language)}{Say("（", " (")}{Direction(flip.Direction!.Value, language)}{Say("）；", "); ")}"
                + Cause(flip, language), 1);
            foreach (var norm in flip.Norms)
            {
                Line($"{norm.Norm}  {Outcome(norm.Before, language)} → {Outcome(norm.After, language)}", 1);
                Line($"{norm.Citation.Instrument.Number} {norm.Citation.Place}“{norm.Citation.Quote}”", 2);
            }

            foreach (var place in flip.Places)
            {
                Line($"{place.Target} {place.Name.In(language)}{Say("：", ": ")}{place.Before.In(language)} → {place.After.In(language)}", 1);
            }

            foreach (var circumstance in flip.Circumstances)
            {
                Line(circumstance.In(language), 1);
            }
        }

        Line("");
        var (all, flips) = (Figures.Of(result.Proposals.Length), result.Flips.ToArray());
        var (stricter, looser) = (Figures.Of(flips.Count(f => f.Direction == FlipDirection.Stricter)), Figures.Of(flips.Count(f => f.Direction == FlipDirection.Looser)));
        Line(Say(
            $"{all} 份申报材料，{Figures.Of(flips.Length)} 份结论改变：{stricter} 份更严，{looser} 份更宽",
            $"{Figures.Counted(result.Proposals.Length, "proposal", "proposals")}, {Figures.Counted(flips.Length, "flips", "flip")}: {stricter} stricter, {looser} looser"));
        return text.ToString();

        string Say(string zh, string en) => Labels.Say(language, zh, en);

        void Line(string line, int level = 0)
        {
            var indent = new string(' ', level * 2);
            foreach (var wrapped in Columns.Wrap(Columns.Clean(line), 100, indent, indent + "  "))
            {
                text.Append(wrapped).Append('\n');
            }
        }
    }

    /// <summary>As JSON, <c>zoning-rescreen/1</c>, as docs/schemas/rescreen.schema.json describes it: every proposal, flipped or not.</summary>
    public static string RenderJson(RescreeningResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return JsonReport.Text(json =>
        {
            json.WriteStartObject();
            json.WriteString("schema", "zoning-rescreen/1");
            foreach (var (name, pack) in new[] { ("old", result.Old), ("new", result.New) })
            {
                json.WriteStartObject(name);
                json.WriteString("id", pack.Id);
                json.WriteString("version", pack.Version);
                json.WriteString("sha256", pack.Sha256);
                json.WriteEndObject();
            }

            JsonReport.Strings(json, "changedLayers", result.ChangedLayers);
            json.WriteNumber("flips", result.Flips.Count());
            JsonReport.Array(json, "proposals", result.Proposals, proposal =>
            {
                json.WriteStartObject();
                json.WriteString("name", proposal.Proposal.Name);
                json.WriteString("source", proposal.Proposal.Source);
                json.WriteString("sha256", proposal.Proposal.Sha256);
                json.WriteString("governingDate", Figures.Of(proposal.GoverningDate));
                json.WriteString("old", JsonWords.Of(proposal.Old));
                json.WriteString("new", JsonWords.Of(proposal.New));
                json.WriteString("newRulesOnly", proposal.NewRulesOnly is { } rulesOnly ? JsonWords.Of(rulesOnly) : null);
                json.WriteString("newLayersOnly", proposal.NewLayersOnly is { } layersOnly ? JsonWords.Of(layersOnly) : null);
                json.WriteString("direction", proposal.Direction is { } direction ? RescreeningWords.Of(direction) : null);
                json.WriteString("cause", proposal.Cause is { } cause ? RescreeningWords.Of(cause) : null);
                JsonReport.Array(json, "norms", proposal.Norms, norm =>
                {
                    json.WriteStartObject();
                    json.WriteString("norm", norm.Norm);
                    json.WriteString("before", norm.Before is { } before ? JsonWords.Of(before) : null);
                    json.WriteString("after", norm.After is { } after ? JsonWords.Of(after) : null);
                    json.WriteString("instrument", norm.Citation.Instrument.Number);
                    json.WriteString("place", norm.Citation.Place);
                    json.WriteString("quote", norm.Citation.Quote);
                    json.WriteEndObject();
                });
                JsonReport.Array(json, "places", proposal.Places, place =>
                {
                    json.WriteStartObject();
                    json.WriteString("target", place.Target);
                    Both("name", place.Name);
                    Both("before", place.Before);
                    Both("after", place.After);
                    json.WriteEndObject();
                });
                JsonReport.Array(json, "circumstances", proposal.Circumstances, text =>
                {
                    json.WriteStartObject();
                    json.WriteString("zh", text.Zh);
                    json.WriteString("en", text.En);
                    json.WriteEndObject();
                });
                json.WriteEndObject();
            });
            json.WriteEndObject();

            void Both(string name, LocalText text)
            {
                json.WriteStartObject(name);
                json.WriteString("zh", text.Zh);
                json.WriteString("en", text.En);
                json.WriteEndObject();
            }
        });
    }

    private static string Of(RulePack pack) => $"{pack.Id} {pack.Version} ({pack.Sha256[..12]})";

    private static string Outcome(Outcome? outcome, Language language) => outcome is { } known ? Labels.Of(known, language) : Labels.Say(language, "无此规范", "no such norm");

    private static string Direction(FlipDirection direction, Language language) => direction switch
    {
        FlipDirection.Stricter => Labels.Say(language, "更严", "stricter"),
        FlipDirection.Looser => Labels.Say(language, "更宽", "looser"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Cause(RescreenedProposal flip, Language language)
    {
        var rules = Verdict(flip.NewRulesOnly, language);
        var layers = Verdict(flip.NewLayersOnly, language);
        return flip.Cause switch
        {
            FlipCause.Rules => Labels.Say(language, "由于规则：只换规则即如此", "because of the rules; the new layers alone change nothing"),
            FlipCause.Boundary => Labels.Say(language, "由于界线：只换图层即如此", "because of a boundary; the new rules alone change nothing"),
            FlipCause.Each => Labels.Say(language, $"规则和界线各自都改变结论：只换规则为{rules}，只换图层为{layers}", $"rules and boundaries each change it: the new rules alone give {rules}, the new layers alone {layers}"),
            FlipCause.Together => Labels.Say(language, "规则和界线合在一起才改变结论", "because of rules and boundaries together; neither alone changes it"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static string Verdict(Verdict? verdict, Language language) => verdict is { } known ? Labels.Of(known, language) : "—";
}
