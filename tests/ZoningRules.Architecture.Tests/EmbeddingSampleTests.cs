using System.Security.Cryptography;

namespace ZoningRules.Architecture.Tests;

/// <summary>Builds samples/embedding against the packages and runs it.</summary>
public sealed class EmbeddingSampleTests
{
    [Fact]
    public async Task Sample_BuiltAgainstPackages_Assesses()
    {
        using var sample = await PackedSample.Of("samples/embedding", "src/ZoningRules.Geo", "ZoningRules", "ZoningRules.Geo");
        Assert.Equal(
            ["ZoningRules.0.1.0.nupkg", "ZoningRules.0.1.0.snupkg", "ZoningRules.Geo.0.1.0.nupkg", "ZoningRules.Geo.0.1.0.snupkg"],
            Directory.GetFiles(sample.Feed).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
        var build = await sample.Run("build", "Embedding.csproj", "-c", "Release", "--nologo");
        Assert.True(build.Code == 0, $"dotnet build: exit code {build.Code}\n{build.Output}\n{build.Error}");

        var built = Path.Combine(sample.Folder, "bin", "Release", "net10.0");
        string[] arguments = [Path.Combine(built, "Embedding.dll"), Repository.Full("rules/jingdezhen"), Repository.Full("rules/jingdezhen-minerals")];
        var (code, output, error) = await Shell.Run("dotnet", arguments, sample.Folder);

        Assert.True(code == 0, $"exit code {code}\n{output}\n{error}");
        var golden = Repository.Full("samples/embedding/output.txt");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            await File.WriteAllTextAsync(golden, output);
        }

        Assert.Equal((await File.ReadAllTextAsync(golden)).ReplaceLineEndings("\n"), output.ReplaceLineEndings("\n"));
        Assert.Equal(Hash(Path.Combine(AppContext.BaseDirectory, "ZoningRules.dll")), Hash(Path.Combine(built, "ZoningRules.dll")));
    }

    [Fact]
    public async Task Sample_IsNotInTheSolution() =>
        Assert.DoesNotContain("Embedding.csproj", await File.ReadAllTextAsync(Repository.Full("ZoningRules.sln")), StringComparison.Ordinal);

    private static string Hash(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));
}
