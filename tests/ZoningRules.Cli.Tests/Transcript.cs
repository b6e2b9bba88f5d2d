namespace ZoningRules.Cli.Tests;

/// <summary>What a run left behind.</summary>
internal sealed record Transcript(int Code, string Out, string Error)
{
    /// <summary>Asserts a failure: the code, nothing on standard output, no stack trace, and each of these words on the error stream.</summary>
    public void Fails(int code, params string[] words)
    {
        Assert.Empty(Out);
        Complains(code, words);
    }

    /// <summary>The same where a report may have been printed all the same.</summary>
    public void Complains(int code, params string[] words)
    {
        Assert.True(Code == code, $"exit code {Code} instead of {code}\n{Out}\n{Error}");
        Assert.DoesNotContain("   at ", Error, StringComparison.Ordinal);
        foreach (var word in words)
        {
            Assert.Contains(word, Error, StringComparison.Ordinal);
        }
    }
}
