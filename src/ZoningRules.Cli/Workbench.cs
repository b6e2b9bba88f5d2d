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

/// <summary>Rule packs, their layers and the ledgers, read once for a command. Most commands use one pack.</summary>
internal sealed class Workbench
{
    private readonly Surroundings around;
    private readonly DateOnly? askedDate;
    private readonly ImmutableArray<Ledger> ledgers;

    private Workbench(Surroundings around, PackSet packs, ImmutableArray<SiteLocator> locators, ImmutableArray<Ledger> ledgers, DateOnly? askedDate)
    {
        this.around = around;
        this.ledgers = ledgers;
        this.askedDate = askedDate;
        Locators = locators;
        Joint = new(packs, packs.Packs.Select((p, i) => new Assessor(p, locators[i])));
    }

    /// <summary>The packs.</summary>
    public PackSet Packs => Joint.Packs;

    /// <summary>The layers of each pack, in the order of the packs.</summary>
    public ImmutableArray<SiteLocator> Locators { get; }

    /// <summary>Assesses against all packs.</summary>
    public JointAssessor Joint { get; }

    /// <summary>Whether there is one pack, which then speaks for itself.</summary>
    public bool IsSingle => Locators.Length == 1;

    /// <summary>The one pack of a command that takes one.</summary>
    public RulePack Pack => Packs.Packs.Single();

    /// <summary>Its layers.</summary>
    public SiteLocator Locator => Locators.Single();

    /// <summary>Its assessor.</summary>
    public Assessor Assessor => Joint.Assessors.Single();

    /// <summary>The folder a command means: the one typed, else the pack of the working folder, else the one that travels with the program.</summary>
    public static string PackFolder(Surroundings around, string? typed)
    {
        const string here = "rules/jingdezhen";
        return typed ?? (Directory.Exists(here) ? here : Path.Combine(around.ProgramFolder, "rules", "jingdezhen"));
    }

    /// <summary>Reads pack, layers and ledgers; or everything wrong with them.</summary>
    public static Loaded<Workbench> Open(Surroundings around, string? rules, string? ledgers, DateOnly? date) =>
        Open(around, rules is null ? [] : [rules], ledgers, date);

    /// <summary>Reads packs, their layers and the ledgers; or everything wrong with any of them. Without folders the usual pack.</summary>
    public static Loaded<Workbench> Open(Surroundings around, IReadOnlyList<string> rules, string? ledgers, DateOnly? date)
    {
        var folders = rules.Count == 0 ? [PackFolder(around, null)] : rules;
        var read = folders.Select(ReadPack).ToArray();
        var packs = PackSet.Of(read.Select(r => r.Pack));
        if (!packs.Succeeded)
        {
            return Loaded<Workbench>.Bad(packs.Problems);
        }

        var accounts = ledgers is null ? null : LedgerReader.Read(ledgers, packs.Value);
        return accounts is null or { Succeeded: true }
            ? Loaded<Workbench>.Good(new(
                around, packs.Value, [.. packs.Value.Packs.Select(p => read.First(r => r.Pack.Value == p).Layers!.Value)], [.. accounts?.Value ?? []], date))
            : Loaded<Workbench>.Bad(accounts.Problems);
    }

    // The files of the layers are read while the rest of the pack is: a check is one short run on more than one core.
    private static (Loaded<RulePack> Pack, Lazy<SiteLocator>? Layers) ReadPack(string folder)
    {
        Lazy<SiteLocator>? layers = null;
        var pack = RulePackReader.Read(folder, found =>
        {
            layers = new(() => SiteLocator.Load(found));
            ThreadPool.QueueUserWorkItem(static wanted => _ = wanted.Value, layers, preferLocal: false);
        });
        return (pack, layers);
    }

    /// <summary>Says which layers failed. They stop nothing: what needs them stays undetermined.</summary>
    public void WarnOfLayers(Language language) => Complaints.Warn(around, language, [.. Locators.SelectMany(l => l.Problems)]);

    /// <summary>The ledgers' names with the hash of their file, ordered by name.</summary>
    public ImmutableArray<KeyValuePair<string, string>> LedgerHashes =>
        [.. ledgers.OrderBy(l => l.Name, StringComparer.Ordinal).Select(l => KeyValuePair.Create(l.Name, l.Sha256))];

    /// <summary>Assesses one proposal against the one pack, at the date asked for, else its own, else today in China.</summary>
    public Loaded<Assessment> Assess(Proposal proposal)
    {
        var context = ContextOf(proposal);
        return context.Succeeded ? Assessor.Assess(proposal, context.Value) : Loaded<Assessment>.Bad(context.Problems);
    }

    /// <summary>Assesses one proposal against all packs, at the date asked for, else its own, else today in China.</summary>
    public Loaded<JointAssessment> AssessJointly(Proposal proposal) => AssessJointly(proposal, around.TodayInChina());

    /// <summary>The same at the date asked for, else the proposal's own, else another.</summary>
    public Loaded<JointAssessment> AssessJointly(Proposal proposal, DateOnly otherwise)
    {
        var context = ContextOf(proposal, otherwise);
        return context.Succeeded ? Joint.Assess(proposal, context.Value) : Loaded<JointAssessment>.Bad(context.Problems);
    }

    /// <summary>The same, in short.</summary>
    public Loaded<JointScreening> Screen(Proposal proposal, DateOnly otherwise)
    {
        var context = ContextOf(proposal, otherwise);
        return context.Succeeded ? Joint.Screen(proposal, context.Value) : Loaded<JointScreening>.Bad(context.Problems);
    }

    /// <summary>The date that counts for a proposal, and the ledgers; or that a ledger is too late for it.</summary>
    public Loaded<AssessmentContext> ContextOf(Proposal proposal) => ContextOf(proposal, around.TodayInChina());

    /// <summary>An assessment made here, in which each pack that concerns the project tells how far it is from another verdict of its own.</summary>
    public JointAssessment WithMargins(JointAssessment assessment) => JointAssessment.Of(
        assessment.Proposal,
        assessment.Parts.Zip(Joint.Assessors, (part, assessor) => part.Concern == Concern.NotConcerned && !IsSingle ? part : WithMargin(part, assessor)));

    private Assessment WithMargin(Assessment assessment, Assessor assessor)
    {
        var (proposal, context) = IsSingle
            ? (assessment.Proposal, new AssessmentContext(assessment.GoverningDate, ledgers))
            : JointAssessor.PartFor(assessor, assessment.Proposal, new(assessment.GoverningDate, ledgers));
        return assessment with { Margin = new MarginSearch(assessor).Run(assessment with { Proposal = proposal }, context) };
    }

    private Loaded<AssessmentContext> ContextOf(Proposal proposal, DateOnly otherwise)
    {
        var date = askedDate ?? proposal.GoverningDate ?? otherwise;
        var late = LedgerReader.DateProblems(ledgers, date);
        return late.IsEmpty ? Loaded<AssessmentContext>.Good(new(date, ledgers)) : Loaded<AssessmentContext>.Bad(late);
    }
}
