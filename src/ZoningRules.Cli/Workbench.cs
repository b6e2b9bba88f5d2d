using System.Collections.Immutable;
using ZoningRules.Assessing;
using ZoningRules.Facts;
using ZoningRules.Geo;
using ZoningRules.Problems;
using ZoningRules.Proposals;
using ZoningRules.RulePacks;
using ZoningRules.Verdicts;

namespace ZoningRules.Cli;

/// <summary>A rule pack, its layers and the ledgers, read once for a command.</summary>
internal sealed class Workbench
{
    private readonly Surroundings around;
    private readonly DateOnly? askedDate;
    private readonly ImmutableArray<Ledger> ledgers;

    private Workbench(Surroundings around, RulePack pack, SiteLocator locator, ImmutableArray<Ledger> ledgers, DateOnly? askedDate)
    {
        this.around = around;
        this.ledgers = ledgers;
        this.askedDate = askedDate;
        Pack = pack;
        Locator = locator;
        Assessor = new(pack, locator);
    }

    public RulePack Pack { get; }

    public SiteLocator Locator { get; }

    public Assessor Assessor { get; }

    /// <summary>The folder a command means: the one typed, else the pack of the working folder, else the one that travels with the program.</summary>
    public static string PackFolder(Surroundings around, string? typed)
    {
        const string here = "rules/jingdezhen";
        return typed ?? (Directory.Exists(here) ? here : Path.Combine(around.ProgramFolder, "rules", "jingdezhen"));
    }

    /// <summary>Reads pack, layers and ledgers; or everything wrong with them.</summary>
    public static Loaded<Workbench> Open(Surroundings around, string? rules, string? ledgers, DateOnly? date)
    {
        // The files of the layers are read while the rest of the pack is: a check is one short run on more than one core.
        Lazy<SiteLocator>? layers = null;
        var pack = RulePackReader.Read(PackFolder(around, rules), found =>
        {
            layers = new(() => SiteLocator.Load(found));
            ThreadPool.QueueUserWorkItem(static wanted => _ = wanted.Value, layers, preferLocal: false);
        });
        if (!pack.Succeeded)
        {
            return Loaded<Workbench>.Bad(pack.Problems);
        }

        var accounts = ledgers is null ? null : LedgerReader.Read(ledgers, pack.Value);
        return accounts is null or { Succeeded: true }
            ? Loaded<Workbench>.Good(new(around, pack.Value, layers!.Value, [.. accounts?.Value ?? []], date))
            : Loaded<Workbench>.Bad(accounts.Problems);
    }

    /// <summary>Says which layers failed. They stop nothing: what needs them stays undetermined.</summary>
    public void WarnOfLayers(Language language) => Complaints.Warn(around, language, Locator.Problems);

    /// <summary>Assesses one proposal at the date asked for, else its own, else today in China.</summary>
    public Loaded<Assessment> Assess(Proposal proposal)
    {
        var date = askedDate ?? proposal.GoverningDate ?? around.TodayInChina();
        var late = LedgerReader.DateProblems(ledgers, date);
        return late.IsEmpty ? Assessor.Assess(proposal, new(date, ledgers)) : Loaded<Assessment>.Bad(late);
    }
}
