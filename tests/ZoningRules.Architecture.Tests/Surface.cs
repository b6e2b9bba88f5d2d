using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace ZoningRules.Architecture.Tests;

/// <summary>Writes down the public surface of an assembly: one type a block, members in ordinal order, what records make by themselves left out.</summary>
internal static class Surface
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(char)] = "char",
        [typeof(decimal)] = "decimal",
        [typeof(double)] = "double",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(ulong)] = "ulong",
        [typeof(uint)] = "uint",
    };

    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().Where(t => !Subject.IsGenerated(t)).OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            text.Append(Head(type)).Append('\n');
            foreach (var member in Members(type).Order(StringComparer.Ordinal))
            {
                text.Append("    ").Append(member).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Head(Type type)
    {
        var kind = type.IsEnum ? "enum"
            : type.IsInterface ? "interface"
            : typeof(Delegate).IsAssignableFrom(type) ? "delegate"
            : type.IsValueType ? (Subject.IsRecord(type) ? "record struct" : "struct")
            : Subject.IsRecord(type) ? "record" : "class";
        var how = type.IsEnum || type.IsInterface || type.IsValueType ? ""
            : type.IsAbstract && type.IsSealed ? "static "
            : type.IsAbstract ? "abstract "
            : type.IsSealed ? "sealed " : "";
        string[] parents = type.IsEnum || type.IsValueType || type.BaseType is null || type.BaseType == typeof(object) ? [] : [Name(type.BaseType)];
        IEnumerable<string> contracts = type.IsEnum ? [] : type.GetInterfaces()
            .Except(type.BaseType?.GetInterfaces() ?? [])
            .Where(i => i.IsPublic && !(i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEquatable<>)))
            .Select(i => Name(i))
            .Order(StringComparer.Ordinal);
        var all = parents.Concat(contracts).ToArray();
        return $"{how}{kind} {type.Namespace}.{Subject.NameOf(type)}{Arguments(type)}{(all.Length == 0 ? "" : " : " + string.Join(", ", all))}";
    }

    // Of a nested type the arguments of the outer one are left out.
    private static string Arguments(Type type)
    {
        var own = type.GetGenericArguments().Skip(type.DeclaringType?.GetGenericArguments().Length ?? 0).Select(a => a.Name).ToArray();
        return own.Length == 0 ? "" : $"<{string.Join(", ", own)}>";
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.Static))
            {
                yield return $"{Convert.ToInt64(field.GetRawConstantValue(), CultureInfo.InvariantCulture):D6} {field.Name}";
            }

            yield break;
        }

        foreach (var constructor in type.GetConstructors(Subject.Declared).Where(c => !c.IsStatic && Subject.IsVisible(c) && !IsCopy(c)))
        {
            yield return $".ctor({Parameters(constructor)})";
        }

        foreach (var field in type.GetFields(Subject.Declared).Where(f => f.IsPublic))
        {
            yield return $"{(field.IsLiteral ? "const " : field.IsStatic ? "static " : "")}{Name(field.FieldType, Nullability().Create(field))} {field.Name}";
        }

        foreach (var property in type.GetProperties(Subject.Declared).Where(IsShown))
        {
            var set = property.SetMethod is { } setter && Subject.IsVisible(setter)
                ? setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? " init;" : " set;"
                : "";
            var required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
            var indexes = property.GetIndexParameters() is { Length: > 0 } ? $"[{Parameters(property.GetMethod!)}]" : "";
            var of = Name(property.PropertyType, Nullability().Create(property));
            yield return $"{(property.GetMethod!.IsStatic ? "static " : "")}{required}{of} {property.Name}{indexes} {{ get;{set} }}";
        }

        foreach (var method in type.GetMethods(Subject.Declared).Where(IsShown))
        {
            var generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(a => a.Name))}>" : "";
            var returned = Name(method.ReturnType, Nullability().Create(method.ReturnParameter));
            yield return $"{(method.IsStatic ? "static " : "")}{returned} {method.Name}{generic}({Parameters(method)})";
        }
    }

    private static bool IsShown(PropertyInfo property) => property.GetMethod is { } get && Subject.IsVisible(get) && property.Name != "EqualityContract";

    private static bool IsShown(MethodInfo method) =>
        Subject.IsVisible(method)
        && !Subject.IsGenerated(method)
        && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal))
        && !IsRestated(method);

    private static bool IsCopy(ConstructorInfo constructor) =>
        constructor.GetParameters() is [{ ParameterType: var copied }] && copied == constructor.DeclaringType;

    private static bool IsRestated(MethodInfo method) => method.Name is "Equals" or "GetHashCode" or "ToString" or "Deconstruct";

    private static NullabilityInfoContext Nullability() => new();

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(p =>
    {
        var how = p.IsOut ? "out "
            : p.ParameterType.IsByRef ? (p.IsIn ? "in " : "ref ")
            : p.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "";
        var extends = p.Position == 0 && method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "";
        var absent = p.HasDefaultValue ? $" = {Literal(p.DefaultValue)}" : "";
        return $"{extends}{how}{Name(p.ParameterType, Nullability().Create(p))} {p.Name}{absent}";
    }));

    private static string Literal(object? value) => value switch
    {
        null => "default",
        string text => $"\"{text}\"",
        bool truth => truth ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Name(Type type, NullabilityInfo? nullability = null)
    {
        var question = nullability is { ReadState: NullabilityState.Nullable } && !type.IsValueType ? "?" : "";
        if (type.IsByRef)
        {
            return Name(type.GetElementType()!, nullability);
        }

        if (type.IsArray)
        {
            return $"{Name(type.GetElementType()!, nullability?.ElementType)}[]{question}";
        }

        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return Name(value) + "?";
        }

        if (Keywords.TryGetValue(type, out var keyword))
        {
            return keyword + question;
        }

        if (type.IsGenericParameter)
        {
            return type.Name + question;
        }

        var arguments = type.IsGenericType
            ? $"<{string.Join(", ", type.GetGenericArguments().Select((a, i) => Name(a, nullability?.GenericTypeArguments.ElementAtOrDefault(i))))}>"
            : "";
        return Subject.NameOf(type) + arguments + question;
    }
}
