using System.Reflection;

namespace ZoningRules.Architecture.Tests;

/// <summary>The types that the public members of a type name.</summary>
internal static class Signatures
{
    public static IEnumerable<Type> TypesOf(Type type) => Members(type).SelectMany(Parts);

    public static bool IsOurs(Type type) => Subject.Libraries.Contains(type.Assembly);

    public static bool IsPlatform(Type type)
    {
        var name = type.Assembly.GetName().Name!;
        return name == "System.Private.CoreLib" || name == "netstandard" || name.StartsWith("System.", StringComparison.Ordinal)
            || name == "Microsoft.Extensions.DependencyInjection.Abstractions";
    }

    private static IEnumerable<Type> Members(Type type)
    {
        if (type.BaseType is { } parent)
        {
            yield return parent;
        }

        foreach (var contract in type.GetInterfaces())
        {
            yield return contract;
        }

        foreach (var method in type.GetMethods(Subject.Declared).Cast<MethodBase>().Concat(type.GetConstructors(Subject.Declared)).Where(Subject.IsVisible))
        {
            if (method is MethodInfo { ReturnType: var returned })
            {
                yield return returned;
            }

            foreach (var parameter in method.GetParameters())
            {
                yield return parameter.ParameterType;
            }
        }

        foreach (var field in type.GetFields(Subject.Declared).Where(f => f.IsPublic))
        {
            yield return field.FieldType;
        }
    }

    private static IEnumerable<Type> Parts(Type type)
    {
        if (type.IsGenericParameter)
        {
            return [];
        }

        if (type.HasElementType)
        {
            return Parts(type.GetElementType()!);
        }

        return type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Prepend(type.GetGenericTypeDefinition()) : [type];
    }
}
