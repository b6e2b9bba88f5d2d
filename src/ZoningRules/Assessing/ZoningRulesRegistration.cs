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
}
