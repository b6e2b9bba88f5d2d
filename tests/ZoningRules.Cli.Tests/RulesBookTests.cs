namespace ZoningRules.Cli.Tests;

/// <summary><c>zoning rules book</c>.</summary>
public sealed class RulesBookTests
{
    [Fact]
    public void Book_ShippedPack_IsAnHtmlPageInTheLanguageAsked()
    {
        var zh = Zoning.Run("rules", "book");
        Assert.Equal((0, ""), (zh.Code, zh.Error));
        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"zh-CN\">", zh.Out, StringComparison.Ordinal);
        Assert.Contains("待确认的解释</h2>", zh.Out, StringComparison.Ordinal);
        Assert.Contains("签字</h2>", zh.Out, StringComparison.Ordinal);
        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"en\">", Zoning.Run("rules", "book", "--lang", "en").Out, StringComparison.Ordinal);
        Assert.Contains("待确认的解释 / Interpretations awaiting confirmation</h2>", Zoning.Run("rules", "book", "--lang", "both").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Book_OutputFile_HoldsTheWholeBook()
    {
        var file = Path.Combine(Zoning.Folder(), "book.md");
        var run = Zoning.Run("rules", "book", "samples/first-pack", "--format", "markdown", "-o", file);
        Assert.Equal((0, "", ""), (run.Code, run.Out, run.Error));
        Assert.Equal(Zoning.Run("rules", "book", "samples/first-pack", "--format", "markdown").Out, File.ReadAllText(file));
    }

    [Fact]
    public void Book_WrongPack_TellsWhatIsWrong() => Zoning.Run("rules", "book", "samples/where").Fails(65, "ZR");

    [Fact]
    public void Book_TextFormat_IsNotOffered() => Zoning.Run("rules", "book", "--format", "text").Fails(64, "text");
}
