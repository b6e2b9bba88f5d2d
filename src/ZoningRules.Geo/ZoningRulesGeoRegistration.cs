using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ZoningRules.Locations;

namespace ZoningRules.Geo;

/// <summary>Registers locating with a host.</summary>
public static class ZoningRulesGeoRegistration
{
    /// <summary>
    /// Registers one <see cref="SiteLocator"/>, also as <see cref="ISiteLocator"/>, for the layers that are registered as a read-only list of
    /// <see cref="LayerDefinition"/>, and a <see cref="SiteLocatorFactory"/> for hosts that use several rule packs. The layers are read when they are first asked for. What is already
    /// registered stays.
    /// </summary>
    public static IServiceCollection AddZoningRulesGeo(this IServiceCollection services) =>
        services.AddZoningRulesGeo(provider => provider.GetRequiredService<IReadOnlyList<LayerDefinition>>());

    /// <summary>The same for layers that come from elsewhere, such as a rule pack.</summary>
    public static IServiceCollection AddZoningRulesGeo(this IServiceCollection services, Func<IServiceProvider, IEnumerable<LayerDefinition>> layers)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(layers);
        services.TryAddSingleton(provider => SiteLocator.Load(layers(provider)));
        services.TryAddSingleton<ISiteLocator>(provider => provider.GetRequiredService<SiteLocator>());
        services.TryAddSingleton<SiteLocatorFactory>(SiteLocator.Load);
        return services;
    }
}
