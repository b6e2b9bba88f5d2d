using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ZoningRules.Evaluation;
using ZoningRules.Locations;
using ZoningRules.RulePacks;

namespace ZoningRules.Assessing;

/// <summary>Registers assessing with a host.</summary>
public static class ZoningRulesRegistration
{
    /// <summary>
    /// Registers one <see cref="RulePack"/>, one <see cref="IRuleEngine"/> and one <see cref="Assessor"/>, all thread-safe singletons, and the pack's layers as
    /// <c>IReadOnlyList&lt;LayerDefinition&gt;</c> for <c>AddZoningRulesGeo</c> of ZoningRules.Geo. What is already registered stays. Without an <see cref="ISiteLocator"/>
    /// a site with a geometry counts as not located.
    /// </summary>
    /// <remarks>
    /// The pack is read and checked when it is first asked for. If anything is wrong with it, asking throws one <see cref="InvalidOperationException"/> whose message holds every
    /// problem; no half pack is ever handed out.
    /// </remarks>
    /// <exception cref="ArgumentException"><see cref="ZoningRulesOptions.RulesFolder"/> was not set.</exception>
    public static IServiceCollection AddZoningRules(this IServiceCollection services, Action<ZoningRulesOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        var options = new ZoningRulesOptions();
        configure(options);
        ArgumentException.ThrowIfNullOrWhiteSpace(options.RulesFolder);
        var folder = options.RulesFolder;
        services.TryAddSingleton(_ => RulePackReader.Read(folder).Require());
        services.TryAddSingleton<IReadOnlyList<LayerDefinition>>(provider => provider.GetRequiredService<RulePack>().Layers);
        services.TryAddSingleton<IRuleEngine, DirectEngine>();
        services.TryAddSingleton(provider => new Assessor(
            provider.GetRequiredService<RulePack>(), provider.GetService<ISiteLocator>(), provider.GetRequiredService<IRuleEngine>()));
        return services;
    }

    /// <summary>
    /// Registers one <see cref="PackSet"/>, one <see cref="IRuleEngine"/> and one <see cref="JointAssessor"/>, all thread-safe singletons, for hosts that check a proposal against several
    /// packs. What is already registered stays; <see cref="AddZoningRules"/> may be used besides. The layers of each pack are read by the <see cref="SiteLocatorFactory"/> that
    /// <c>AddZoningRulesGeo</c> of ZoningRules.Geo registers; without one a site with a geometry counts as not located.
    /// </summary>
    /// <remarks>The packs are read and checked, each and together, when they are first asked for; anything wrong throws one <see cref="InvalidOperationException"/>.</remarks>
    /// <exception cref="ArgumentException"><see cref="JointZoningRulesOptions.RulesFolders"/> is empty or has an empty path.</exception>
    public static IServiceCollection AddJointZoningRules(this IServiceCollection services, Action<JointZoningRulesOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        var options = new JointZoningRulesOptions();
        configure(options);
        string[] folders = [.. options.RulesFolders];
        if (folders.Length == 0 || folders.Any(string.IsNullOrWhiteSpace))
        {
            throw new ArgumentException("there must be folders of rule packs, and none of them empty", nameof(configure));
        }

        services.TryAddSingleton(_ => PackSet.Read(folders).Require());
        services.TryAddSingleton<IRuleEngine, DirectEngine>();
        services.TryAddSingleton(provider => new JointAssessor(
            provider.GetRequiredService<PackSet>(), provider.GetService<SiteLocatorFactory>(), provider.GetRequiredService<IRuleEngine>()));
        return services;
    }
}
