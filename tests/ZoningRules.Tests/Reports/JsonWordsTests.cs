using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;
using ZoningRules.Analysis;
using ZoningRules.Facts;
using ZoningRules.Findings;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Reports;
using ZoningRules.Rescreening;
using ZoningRules.Verdicts;

namespace ZoningRules.Tests.Reports;

public sealed partial class JsonWordsTests
{
    private static readonly Type[] Capitals =
    [
        typeof(Verdict), typeof(Outcome), typeof(Truth), typeof(ControlCategory),
        typeof(RemarkKind), typeof(RemarkSeverity), typeof(DifferenceRelation), typeof(FlipDirection), typeof(FlipCause),
    ];

    public static TheoryData<Type> Types => [.. Words.Select(w => w.GetParameters()[0].ParameterType)];

    private static IEnumerable<MethodInfo> Words => new[] { typeof(JsonWords), typeof(AnalysisWords), typeof(RescreeningWords) }
        .SelectMany(w => w.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly));

    [Theory]
    [MemberData(nameof(Types))]
    public void Of_EveryValue_HasAWordOfItsOwnInTheCaseOfTheContract(Type type)
    {
        var of = Words.Single(w => w.GetParameters()[0].ParameterType == type);
        var values = Enum.GetValues(type).Cast<object>().Where(v => v is not UnknownReasons.None).ToList();

        var words = values.ConvertAll(v => (string)of.Invoke(null, [v])!);

        Assert.Equal(words.Distinct(StringComparer.Ordinal), words);
        Assert.All(words, w => Assert.Matches(Capitals.Contains(type) ? Capital() : Small(), w));
        Assert.Equal(typeof(Enum), type.BaseType);
    }

    [Theory]
    [InlineData(UnknownReasons.None)]
    [InlineData(UnknownReasons.Imprecise | UnknownReasons.OpenList)]
    public void Of_NoReasonOrSeveral_HasNoWord(UnknownReasons reasons) => Assert.Throws<UnreachableException>(() => JsonWords.Of(reasons));

    [Theory]
    [InlineData(Verdict.Admissible, "Admissible")]
    [InlineData(Verdict.Conditional, "Conditional")]
    [InlineData(Verdict.Undetermined, "Undetermined")]
    [InlineData(Verdict.Prohibited, "Prohibited")]
    public void Of_Verdict_IsTheWordOfTheContract(Verdict verdict, string word) => Assert.Equal(word, JsonWords.Of(verdict));

    [Theory]
    [InlineData(RemarkKind.NeverFires, "NeverFires")]
    [InlineData(RemarkKind.Skipped, "Skipped")]
    public void Of_RemarkKind_IsTheWordOfTheContract(RemarkKind kind, string word) => Assert.Equal(word, AnalysisWords.Of(kind));

    [Theory]
    [InlineData(DifferenceRelation.Incomparable, "Incomparable")]
    [InlineData(DifferenceRelation.Removed, "Removed")]
    public void Of_Relation_IsTheWordOfTheContract(DifferenceRelation relation, string word) => Assert.Equal(word, AnalysisWords.Of(relation));

    [Fact]
    public void Of_NoSuchValue_HasNoWord()
    {
        Assert.Throws<UnreachableException>(() => AnalysisWords.Of((RemarkKind)100));
        Assert.Throws<UnreachableException>(() => AnalysisWords.Of((RemarkSeverity)3));
        Assert.Throws<UnreachableException>(() => AnalysisWords.Of((DifferenceRelation)6));
        Assert.Throws<UnreachableException>(() => RescreeningWords.Of((FlipDirection)2));
        Assert.Throws<UnreachableException>(() => RescreeningWords.Of((FlipCause)4));
    }

    [GeneratedRegex(@"^([A-Z][a-z]+)+$")]
    private static partial Regex Capital();

    [GeneratedRegex(@"^[a-z]+(-[a-z]+)*$")]
    private static partial Regex Small();
}
