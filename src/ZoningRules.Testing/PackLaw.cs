using FsCheck;
using FsCheck.Fluent;
using ZoningRules.Assessing;
using ZoningRules.RulePacks;

namespace ZoningRules.Testing;

/// <summary>A law that assessments keep for every pack, ready to be checked against one. See docs/semantics.md section 6.</summary>
public sealed class PackLaw
{
    private readonly Func<Assessor, Scenario, PackLawBreach?> breach;

    internal PackLaw(string name, string meaning, Func<Assessor, Scenario, string?> breach)
        : this(name, meaning, (assessor, scenario) => breach(assessor, scenario) is { } how ? new(how, scenario) : null)
    {
    }

    internal PackLaw(string name, string meaning, Func<Assessor, Scenario, PackLawBreach?> breach)
    {
        Name = name;
        Meaning = meaning;
        this.breach = breach;
    }

    /// <summary>A short name, as in a list of tests.</summary>
    public string Name { get; }

    /// <summary>The law in one sentence.</summary>
    public string Meaning { get; }

    /// <summary>How a scenario breaks the law, in one line; null when it keeps it.</summary>
    public string? BreachIn(Assessor assessor, Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(assessor);
        ArgumentNullException.ThrowIfNull(scenario);
        return breach(assessor, scenario)?.How;
    }

    /// <summary>Of a scenario that breaks the law: the one to look at, such as the same at the place where it comes out wrong.</summary>
    internal Scenario ExampleOf(Assessor assessor, Scenario scenario) => breach(assessor, scenario)?.Example ?? scenario;

    /// <summary>The law as a property of a pack, to be run by FsCheck with any test framework. It shrinks, and a failure states the breach.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="mix">How much of the scenarios is known.</param>
    public Property For(RulePack pack, ScenarioMix mix)
    {
        var assessor = new Assessor(pack);
        return Prop.ForAll(new ScenarioGenerator(pack, mix).Arbitrary, scenario =>
        {
            var found = BreachIn(assessor, scenario);
            return Prop.Label(found is null, found ?? Name);
        });
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
