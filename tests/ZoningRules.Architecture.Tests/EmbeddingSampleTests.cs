using System.Security.Cryptography;
using System.Text.Json;

namespace ZoningRules.Architecture.Tests;

/// <summary>
/// Packs the libraries as they were built for these tests, builds samples/embedding against the packages in a folder of its own, and runs it. No network:
/// third-party packages come out of the machine's package folder, which the restore of this solution has filled; ours come from the packed files and are put
/// into a package folder of their own.
/// </summary>
public sealed class EmbeddingSampleTests : IDisposable
{
    private readonly string place = Directory.CreateTempSubdirectory("zoning-embedding-").FullName;

    [Fact]
    public async Task Sample_BuiltAgainstPackages_Assesses()
    {
        foreach (var project in (string[])["ZoningRules", "ZoningRules.Geo"])
        {
            string[] pack = ["pack", $"src/{project}/{project}.csproj", "-c", Repository.Configuration, "--no-build", "--no-restore", "--nologo"];
            await Succeed(Repository.Root, [.. pack, "-o", Path.Combine(place, "feed")]);
        }

        Assert.Equal(
            ["ZoningRules.0.1.0.nupkg", "ZoningRules.0.1.0.snupkg", "ZoningRules.Geo.0.1.0.nupkg", "ZoningRules.Geo.0.1.0.snupkg"],
            Directory.GetFiles(Path.Combine(place, "feed")).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
        foreach (var file in Repository.Files("samples/embedding").Where(f => !f.EndsWith("nuget.config", StringComparison.Ordinal)))
        {
            var copy = Path.Combine(place, "sample", Path.GetRelativePath("samples/embedding", file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Repository.Full(file), copy);
        }

        await File.WriteAllTextAsync(Path.Combine(place, "sample", "nuget.config"), Sources());
        var sample = Path.Combine(place, "sample");
        await Succeed(sample, "build", "Embedding.csproj", "-c", "Release", "--nologo");
        var built = Path.Combine(sample, "bin", "Release", "net10.0");
        var (code, output, error) = await Shell.Run("dotnet", [Path.Combine(built, "Embedding.dll"), Repository.Full("rules/jingdezhen")], sample);

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

    public void Dispose() => Directory.Delete(place, true);

    private static string Hash(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));

    // Ours only from the packed files, everything else only from the package folders that the restore of this solution used.
    private string Sources()
    {
        using var restored = JsonDocument.Parse(Repository.Read("src/ZoningRules.Geo/obj/project.assets.json"));
        var folders = restored.RootElement.GetProperty("packageFolders").EnumerateObject().Select((f, i) => (Name: $"machine{i}", Path: f.Name)).ToArray();
        return $"""
            <?xml version="1.0" encoding="utf-8"?>
            <configuration>
              <config>
                <add key="globalPackagesFolder" value="{Path.Combine(place, "packages")}" />
              </config>
              <packageSources>
                <clear />
                <add key="packed" value="{Path.Combine(place, "feed")}" />
                {string.Join("\n    ", folders.Select(f => $"""<add key="{f.Name}" value="{f.Path}" />"""))}
              </packageSources>
              <packageSourceMapping>
                <packageSource key="packed">
                  <package pattern="ZoningRules*" />
                </packageSource>
                {string.Join("\n    ", folders.Select(f => $"""<packageSource key="{f.Name}"><package pattern="*" /></packageSource>"""))}
              </packageSourceMapping>
            </configuration>
            """;
    }

    private static async Task Succeed(string folder, params string[] arguments)
    {
        var quiet = new Dictionary<string, string?>
        {
            ["MSBUILDDISABLENODEREUSE"] = "1",
            ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
            ["UseSharedCompilation"] = "false",
            // The sample is somebody else's project: our continuous integration's settings are not its own. NUGET_PACKAGES would outrank its nuget.config.
            ["CI"] = null,
            ["NUGET_PACKAGES"] = null,
        };
        var (code, output, error) = await Shell.Run("dotnet", arguments, folder, environment: arguments[0] == "build" ? quiet : null);
        Assert.True(code == 0, $"dotnet {string.Join(' ', arguments)}: exit code {code}\n{output}\n{error}");
    }
}
