using System.Reflection;
using System.Runtime.CompilerServices;

namespace ZoningRules.Architecture.Tests;

/// <summary>The libraries that other people's code may reference, and how their public types are walked.</summary>
internal static class Subject
{
    public static Assembly Rules { get; } = Assembly.Load("ZoningRules");

    public static Assembly Geo { get; } = Assembly.Load("ZoningRules.Geo");

    public static Assembly Testing { get; } = Assembly.Load("ZoningRules.Testing");

    public static IReadOnlyList<Assembly> Libraries { get; } = [Rules, Geo, Testing];

    public const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<Type> PublicTypes() => Libraries.SelectMany(a => a.GetExportedTypes());

    /// <summary>All types that somebody wrote, public or not, of the libraries.</summary>
    public static IEnumerable<Type> WrittenTypes() => Libraries.SelectMany(a => a.GetTypes()).Where(t => !IsGenerated(t));

    public static bool IsGenerated(MemberInfo member) =>
        member.IsDefined(typeof(CompilerGeneratedAttribute), false)
        || member.Name.Contains('<')
        || member.Name.Contains('@')
        || (member.DeclaringType is { } outer && IsGenerated(outer))
        || member is Type { Namespace: null or "System.Runtime.CompilerServices" or "Microsoft.CodeAnalysis" };

    /// <summary>Whether code outside the assembly can see the member; of a sealed type protected members do not count.</summary>
    public static bool IsVisible(MethodBase method) =>
        method.IsPublic || ((method.IsFamily || method.IsFamilyOrAssembly) && method.DeclaringType is { IsSealed: false });

    public static bool IsRecord(Type type) => type.GetMethod("<Clone>$", Declared | BindingFlags.Instance) is not null
        || (type.IsValueType && type.GetMethod("PrintMembers", Declared) is not null);

    /// <summary>The name as sources write it: without arity, nested names with a point.</summary>
    public static string NameOf(Type type)
    {
        var name = type.Name.Split('`')[0];
        return type.DeclaringType is { } outer ? $"{NameOf(outer)}.{name}" : name;
    }
}
