using System.Collections.Immutable;
using ZoningRules.Assessing;
using ZoningRules.Facts;
using ZoningRules.Geo;
using ZoningRules.Margins;
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

    /// <summary>The ledgers' names with the hash of their file, ordered by name.</summary>
    public ImmutableArray<KeyValuePair<string, string>> LedgerHashes =>
        [.. ledgers.OrderBy(l => l.Name, StringComparer.Ordinal).Select(l => KeyValuePair.Create(l.Name, l.Sha256))];

    /// <summary>Assesses one proposal at the date asked for, else its own, else today in China.</summary>
    public Loaded<Assessment> Assess(Proposal proposal) => Assess(proposal, around.TodayInChina());

    /// <summary>Assesses one proposal at the date asked for, else its own, else another.</summary>
    public Loaded<Assessment> Assess(Proposal proposal, DateOnly otherwise)
    {
        var context = ContextOf(proposal, otherwise);
        return context.Succeeded ? Assessor.Assess(proposal, context.Value) : Loaded<Assessment>.Bad(context.Problems);
    }

    /// <summary>The same, in short.</summary>
    public Loaded<Screening> Screen(Proposal proposal, DateOnly otherwise)
    {
        var context = ContextOf(proposal, otherwise);
        return context.Succeeded ? Assessor.Screen(proposal, context.Value) : Loaded<Screening>.Bad(context.Problems);
    }

    /// <summary>The date that counts for a proposal, and the ledgers; or that a ledger is too late for it.</summary>
    public Loaded<AssessmentContext> ContextOf(Proposal proposal) => ContextOf(proposal, around.TodayInChina());

    /// <summary>An assessment made here, with how far it is from another verdict.</summary>
    public Assessment WithMargin(Assessment assessment) =>
        assessment with { Margin = new MarginSearch(Assessor).Run(assessment, new(assessment.GoverningDate, ledgers)) };

    private Loaded<AssessmentContext> ContextOf(Proposal proposal, DateOnly otherwise)
    {
        var date = askedDate ?? proposal.GoverningDate ?? otherwise;
        var late = LedgerReader.DateProblems(ledgers, date);
        return late.IsEmpty ? Loaded<AssessmentContext>.Good(new(date, ledgers)) : Loaded<AssessmentContext>.Bad(late);
    }
}
