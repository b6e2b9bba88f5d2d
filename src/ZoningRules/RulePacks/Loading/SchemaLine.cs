using ZoningRules.Problems;
using ZoningRules.Problems.Sources;

namespace ZoningRules.RulePacks.Loading;

/// <summary>The line <c>schema: …</c> that a file begins with.</summary>
internal static class SchemaLine
{
    /// <summary>Whether a document is of the expected kind; otherwise a problem.</summary>
    public static bool Check(SourceNode.Map document, string expected, ProblemList problems)
    {
        var stated = document["schema"];
        if (stated is SourceNode.Text text && text.Value == expected)
        {
            return true;
        }

        var found = stated is SourceNode.Text other ? Naming.Shortened(other.Value) : string.Empty;
        problems.Add(ProblemCode.WrongSchema, stated?.Place ?? document.File.Whole, found, expected);
        return false;
    }
}
