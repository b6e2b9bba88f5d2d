using Xunit.Abstractions;
using Xunit.Sdk;

namespace ZoningRules.Architecture.Tests;

/// <summary>Runs the commands of documents in the order in which a reader meets them: a later one may need what an earlier one wrote.</summary>
public sealed class DocumentOrder : ITestCaseOrderer
{
    /// <summary>Cases with a document and a line by both; all others first.</summary>
    public IEnumerable<TTestCase> OrderTestCases<TTestCase>(IEnumerable<TTestCase> testCases)
        where TTestCase : ITestCase =>
        testCases
            .OrderBy(c => c.TestMethodArguments is [string document, ..] ? document : string.Empty, StringComparer.Ordinal)
            .ThenBy(c => c.TestMethodArguments is [_, int line, ..] ? line : 0);
}
