using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace ZoningRules.Architecture.Tests;

/// <summary>How public types are made: sealed, immutable, closed where they are abstract, and named as docs/concepts.md names things.</summary>
public sealed partial class PublicTypeTests
{
    private static readonly string[] BannedEndings =
        ["Manager", "Helper", "Helpers", "Util", "Utils", "Service", "Processor", "Handler", "Base", "Impl", "Info", "Data"];

    private static readonly HashSet<Type> Mutable =
    [
        typeof(List<>), typeof(Dictionary<,>), typeof(HashSet<>), typeof(SortedDictionary<,>), typeof(SortedSet<>), typeof(Queue<>), typeof(Stack<>),
        typeof(IList<>), typeof(ICollection<>), typeof(IDictionary<,>), typeof(ISet<>),
    ];

    /// <summary>Types whose name may end as it does, each with the reason.</summary>
    private static readonly Dictionary<string, string> NameExceptions = new()
    {
        ["ZoningRules.Locations.LayerData"] = "a contract type older than this test; `LayerFiles` is proposed",
    };

    /// <summary>Types with public setters, each with the reason.</summary>
    private static readonly Dictionary<string, string> SetterExceptions = new()
    {
        ["ZoningRules.Assessing.JointZoningRulesOptions"] = "filled in by the callback of AddJointZoningRules, as hosts expect of options",
        ["ZoningRules.Assessing.ZoningRulesOptions"] = "filled in by the callback of AddZoningRules, as hosts expect of options",
    };

    [Fact]
    public void Classes_AreSealedOrClosed()
    {
        var open = Subject.PublicTypes().Where(t => t.IsClass && !t.IsSealed && !(t.IsAbstract && IsClosed(t)));

        Expect.None(open);
    }

    [Fact]
    public void AbstractTypes_HavePrivateProtectedConstructors_AndSealedNestedCases()
    {
        var hierarchies = Subject.PublicTypes().Where(t => t.IsClass && t.IsAbstract && !t.IsSealed).ToArray();

        Assert.NotEmpty(hierarchies);
        Assert.All(hierarchies, t =>
        {
            Assert.True(IsClosed(t), $"{t} has a constructor that outside code can call");
            Assert.All(
                t.Assembly.GetTypes().Where(c => c.BaseType == t),
                c => Assert.True(c.IsSealed && c.DeclaringType == t, $"{c} is not a sealed case nested in {t}"));
        });
    }

    [Fact]
    public void Properties_CannotBeSetAfterConstruction()
    {
        var settable = Subject.PublicTypes()
            .Where(t => !SetterExceptions.ContainsKey(t.FullName!))
            .SelectMany(t => t.GetProperties(Subject.Declared))
            .Where(p => p.SetMethod is { } set && Subject.IsVisible(set) && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)))
            .Select(p => $"{p.DeclaringType}.{p.Name}");

        Expect.None(settable);
    }

    [Fact]
    public void Fields_AreReadOnly()
    {
        var writable = Subject.PublicTypes()
            .SelectMany(t => t.GetFields(Subject.Declared))
            .Where(f => f.IsPublic && !f.IsInitOnly && !f.IsLiteral && f.Name != "value__")
            .Select(f => $"{f.DeclaringType}.{f.Name}");

        Expect.None(writable);
    }

    [Fact]
    public void StaticFields_AreReadOnly()
    {
        var writable = Subject.WrittenTypes()
            .SelectMany(t => t.GetFields(Subject.Declared))
            .Where(f => f.IsStatic && !f.IsInitOnly && !f.IsLiteral && !Subject.IsGenerated(f))
            .Select(f => $"{f.DeclaringType}.{f.Name}");

        Expect.None(writable);
    }

    [Fact]
    public void Collections_AreExposedReadOnly()
    {
        var exposed = Subject.PublicTypes()
            .SelectMany(t => t.GetProperties(Subject.Declared))
            .Where(p => p.GetMethod is { } get && Subject.IsVisible(get))
            .Where(p => p.PropertyType.IsArray || (p.PropertyType.IsGenericType && Mutable.Contains(p.PropertyType.GetGenericTypeDefinition())))
            .Select(p => $"{p.DeclaringType}.{p.Name}");

        Expect.None(exposed);
    }

    [Fact]
    public void Methods_TakeNoBooleans()
    {
        var flagged = Subject.PublicTypes()
            .SelectMany(t => t.GetMethods(Subject.Declared))
            .Where(m => Subject.IsVisible(m) && !m.IsSpecialName && !Subject.IsGenerated(m))
            .SelectMany(m => m.GetParameters())
            .Where(p => p.ParameterType == typeof(bool) || p.ParameterType == typeof(bool?))
            .Select(p => $"{p.Member.DeclaringType}.{p.Member.Name}({p.Name})");

        Expect.None(flagged);
    }

    [Fact]
    public void Types_HaveNoBannedEnding()
    {
        var banned = Subject.WrittenTypes()
            .Where(t => !NameExceptions.ContainsKey(t.FullName!))
            .Where(t => BannedEndings.Any(e => t.Name.Split('`')[0].EndsWith(e, StringComparison.Ordinal)));

        Expect.None(banned);
    }

    [Fact]
    public void Names_DoNotSayUnitAlone()
    {
        var bare = Subject.PublicTypes().Where(t => t.Name == "Unit");

        Expect.None(bare);
    }

    [Fact]
    public void Exceptions_AreStillNeeded()
    {
        var names = Subject.WrittenTypes().Select(t => t.FullName!).ToHashSet();

        Expect.None(NameExceptions.Keys.Concat(SetterExceptions.Keys).Except(names));
    }

    [Fact]
    public void Interfaces_CrossAProjectBoundaryOrHaveTwoImplementations()
    {
        var interfaces = Subject.WrittenTypes().Where(t => t.IsInterface).ToArray();
        var lonely = interfaces.Where(i =>
        {
            var implementations = Subject.WrittenTypes().Where(t => t.IsClass && i.IsAssignableFrom(t)).ToArray();
            return implementations.Length < 2 && implementations.All(t => t.Assembly == i.Assembly) && i != typeof(Evaluation.IRuleEngine);
        });

        // IRuleEngine is the seam at which an engine of another house is hung in; docs/decisions/0001 says why it has one implementation here.
        Expect.None(lonely);
    }

    [Fact]
    public void PublicTypes_StandAloneInAFileOfTheirName()
    {
        var wrong = new List<string>();
        foreach (var source in Repository.Files("src", ".cs"))
        {
            var declared = PublicType().Matches(Repository.Code(source)).Select(m => m.Groups[1].Value).ToArray();
            if (declared.Length > 1 || (declared.Length == 1 && declared[0] != Path.GetFileNameWithoutExtension(source)))
            {
                wrong.Add($"{source}: {string.Join(", ", declared)}");
            }
        }

        Expect.None(wrong);
    }

    /// <summary>No constructor can be called from outside, the copy constructor of a record aside: it needs a case to copy.</summary>
    private static bool IsClosed(Type type) => type.GetConstructors(Subject.Declared)
        .Where(c => !(c.GetParameters() is [{ ParameterType: var copied }] && copied == type))
        .All(c => c.IsPrivate || c.IsFamilyAndAssembly || c.IsAssembly || c.IsStatic);

    [GeneratedRegex(
        @"^public (?:(?:static|sealed|abstract|readonly|partial|ref) )*(?:record struct|record class|record|class|struct|interface|enum|delegate \w+) (\w+)",
        RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex PublicType();
}
