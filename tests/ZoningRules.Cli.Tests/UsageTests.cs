namespace ZoningRules.Cli.Tests;

public sealed class UsageTests
{
    [Theory]
    [InlineData]
    [InlineData("frob")]
    [InlineData("check")]
    [InlineData("check", "a.yaml", "--frob")]
    [InlineData("check", "a.yaml", "--format", "pdf")]
    [InlineData("check", "a.yaml", "--format", "1")]
    [InlineData("check", "a.yaml", "--lang", "fr")]
    [InlineData("check", "a.yaml", "--date", "2026-02-30")]
    [InlineData("check", "a.yaml", "--date", "22.11.2026")]
    [InlineData("check", "a.yaml", "--output")]
    [InlineData("locate")]
    [InlineData("locate", "a.geojson", "--point", "1,2")]
    [InlineData("locate", "--point", "117,29")]
    [InlineData("locate", "a.geojson", "--accuracy", "five")]
    [InlineData("locate", "a.geojson", "--accuracy", "-1")]
    [InlineData("ask")]
    [InlineData("rules")]
    [InlineData("rules", "show")]
    public void WrongArguments_Return64(params string[] arguments) => Zoning.Run(arguments).Fails(64, "zoning --help");

    [Fact]
    public void Help_IsEnglishWithChineseHints()
    {
        var help = Zoning.Run("--help");
        Assert.Equal(0, help.Code);
        Assert.Contains("Assess proposals", help.Out, StringComparison.Ordinal);
        Assert.Contains("审查建设项目", help.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("locate")]
    [InlineData("ask")]
    [InlineData("rules")]
    public void HelpOfVerb_Returns0(string verb) => Assert.Equal(0, Zoning.Run(verb, "--help").Code);

    [Fact]
    public void Version_IsThatOfTheProgram() => Assert.Matches(@"^\d+\.\d+\.\d+", Zoning.Run("--version").Out);

    [Fact]
    public void FileNamedLikeAResponseFile_IsAFile() => Zoning.Run("check", "@no-such-file.yaml").Fails(65, "@no-such-file.yaml");
}
