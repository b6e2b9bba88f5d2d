using System.Globalization;
using ZoningRules.Problems;
using ZoningRules.RulePacks;

namespace ZoningRules.Analysis;

/// <summary>Gaps in time: dated values, editions, targets and documents.</summary>
internal sealed class TimeChecks(RulePack pack, DateOnly date, List<Remark> remarks)
{
    public void Run()
    {
        var uses = PackUses.Of(pack);
        foreach (var parameter in pack.Parameters.Where(p => uses.Parameters.ContainsKey(p.Name)))
        {
            Gaps(parameter.Name, parameter.Label, [.. parameter.Values.Select(v => v.InForce)], uses.Parameters[parameter.Name], parameter.Place);
        }

        foreach (var list in pack.Lists.Where(l => uses.Lists.ContainsKey(l.Name)))
        {
            Gaps(list.Name, list.Label, [.. list.Editions.Select(e => e.InForce)], uses.Lists[list.Name], list.Place);
        }

        foreach (var (requirement, norm) in pack.Norms.Where(n => n.Norm.Target is { } target && !target.Binds(date) && date.Year > target.Year))
        {
            remarks.Add(new(RemarkKind.TargetPast, norm.Id, new(
                $"目标年份 {norm.Target!.Year} 年已过，不再约束；原文没有写明此后的要求",
                $"its target year {norm.Target.Year} has passed and it no longer binds; the text says nothing about the time after"), norm.Place)
            { Citation = requirement.Citation });
        }

        foreach (var requirement in pack.Requirements.Where(r => r.InForce.Holds(date) && r.Citation.Instrument.InForce.Until <= date))
        {
            var instrument = requirement.Citation.Instrument;
            remarks.Add(new(RemarkKind.InstrumentRepealed, requirement.Id, new(
                $"所引文件 {instrument.Number} 自 {Day(instrument.InForce.Until!.Value)} 起失效，而本条仍在执行",
                $"the document {instrument.Number} is no longer in force since {Day(instrument.InForce.Until.Value)}, and the requirement still counts"), requirement.Place)
            { Citation = requirement.Citation });
        }
    }

    private void Gaps(string name, LocalText label, List<Period> periods, Period needed, SourcePlace place)
    {
        DateOnly? from = needed.From;
        foreach (var period in periods.Where(p => p.Until is not { } until || until > needed.From))
        {
            if (from is { } start && period.From > start)
            {
                Say(start, period.From);
            }

            from = period.Until;
        }

        if (from is { } open && (needed.Until is not { } last || open < last))
        {
            Say(open, needed.Until);
        }

        void Say(DateOnly start, DateOnly? end) => remarks.Add(new(RemarkKind.TimeGap, name, new(
            $"“{label.Zh}”自 {Day(start)} 起{(end is { } e ? $"至 {Day(e)} 前" : "再")}没有值，用到它的规范在此期间不能判定",
            $"“{label.En}” has no value from {Day(start)}{(end is { } f ? $" until {Day(f)}" : " on")}: norms that use it stay undetermined then"), place));
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
