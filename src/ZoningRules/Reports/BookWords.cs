using System.Collections.Immutable;
using System.Globalization;
using ZoningRules.Facts;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.RulePacks;

namespace ZoningRules.Reports;

/// <summary>Says things in the languages of a book: one after the other on a line, or each on its own.</summary>
internal sealed class BookWords(ImmutableArray<Language> languages)
{
    /// <summary>A short text; two languages share the line.</summary>
    public string Say(string zh, string en) => string.Join(" / ", languages.Select(l => Labels.Say(l, zh, en)).Distinct());

    /// <summary>A label of a closed type.</summary>
    public string Say(Func<Language, string> label) => string.Join(" / ", languages.Select(label).Distinct());

    /// <summary>The pack's own words; two languages share the line.</summary>
    public string Say(LocalText text) => Say(text.Zh, text.En);

    /// <summary>Longer words, a line a language.</summary>
    public Passage Tell(string zh, string en) => new([.. languages.Select(l => Labels.Say(l, zh, en)).Distinct().Select(t => ImmutableArray.Create(new Run(t)))]);

    /// <summary>The pack's longer words, a line a language.</summary>
    public Passage Tell(LocalText text) => Tell(text.Zh, text.En);

    /// <summary>When something counts; the first day is included, the last is not.</summary>
    public string Days(Period period) => period.Until is { } until
        ? Say($"{Figures.Of(period.From)} 起，{Figures.Of(until)} 前", $"from {Figures.Of(period.From)} until before {Figures.Of(until)}")
        : Say($"{Figures.Of(period.From)} 起", $"from {Figures.Of(period.From)}");

    /// <summary>Several names on a line.</summary>
    public string Names(IEnumerable<string> names) => string.Join(languages[0] == Language.Zh ? "、" : ", ", names);

    /// <summary>Where a requirement counts.</summary>
    public string Where(Scope scope, RulePack pack) => scope switch
    {
        Scope.City => Say("全市", "the whole city"),
        Scope.InCategory(var category) => Say(l => Labels.Of(category, l)),
        Scope.InUnit(var code) => pack.UnitsByCode.TryGetValue(code, out var found) ? $"{code} {found.Name}" : code,
        Scope.InZone(var layer, _) => Say(l => new RuleWords(pack, l).Layer(layer)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The account of a cap on one line.</summary>
    public string Account(Cap cap)
    {
        var measure = cap.Increment.Type is AttributeType.Number(var m, _, _) ? " " + m.Name : "";
        var limit = cap.Limit switch
        {
            CapLimit.Fixed(var amount) => amount.ToString(CultureInfo.InvariantCulture) + measure,
            CapLimit.Dated(var parameter) => Say(parameter.Label),
            CapLimit.BaseMinus(var share) => Say(
                $"台账基数减 {(share * 100).ToString("0.####", CultureInfo.InvariantCulture)} %", $"the ledger's base minus {(share * 100).ToString("0.####", CultureInfo.InvariantCulture)} %"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        var sign = cap.Inclusive ? "≤" : "<";
        var days = cap.MaxAgeDays.ToString(CultureInfo.InvariantCulture);
        return Say(
            $"台账 {cap.Ledger}：已用 + 预留 + {cap.Increment.Label.Zh} {sign} {limit}；超过 {days} 天的台账视为过期",
            $"ledger {cap.Ledger}: used + reserved + {cap.Increment.Label.En} {sign} {limit}; a ledger older than {days} days is stale");
    }
}
