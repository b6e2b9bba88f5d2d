using System.Text.Json;

namespace ZoningRules.Architecture.Tests;

/// <summary>
/// A sample that knows us from our packages only: the libraries are packed as they were built for these tests, the sample is copied to a folder of its own and works there. No network:
/// third-party packages come out of the machine's package folder, which the restore of this solution has filled; ours come from the packed files and are put into a package folder of
/// their own.
/// </summary>
internal sealed class PackedSample : IDisposable
{
    private readonly string place = Directory.CreateTempSubdirectory("zoning-sample-").FullName;
    private readonly string restored;

    private PackedSample(string restored) => this.restored = restored;

    /// <summary>The folder of the packed files.</summary>
    public string Feed => Path.Combine(place, "feed");

    /// <summary>The copy of the sample.</summary>
    public string Folder => Path.Combine(place, "sample");

    /// <summary>Packs projects and copies a sample.</summary>
    /// <param name="sample">The sample's folder in the repository.</param>
    /// <param name="restored">A project whose restore brought every package that the sample needs.</param>
    /// <param name="projects">The projects to pack.</param>
    public static async Task<PackedSample> Of(string sample, string restored, params string[] projects)
    {
        var packed = new PackedSample(restored);
        foreach (var project in projects)
        {
            string[] pack = ["pack", $"src/{project}/{project}.csproj", "-c", Repository.Configuration, "--no-build", "--no-restore", "--nologo"];
            var (code, output, error) = await Shell.Run("dotnet", [.. pack, "-o", packed.Feed], Repository.Root);
            Assert.True(code == 0, $"dotnet pack {project}: exit code {code}\n{output}\n{error}");
        }

        foreach (var file in Repository.Files(sample).Where(f => !f.EndsWith("nuget.config", StringComparison.Ordinal)))
        {
            var copy = Path.Combine(packed.Folder, Path.GetRelativePath(sample, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Repository.Full(file), copy);
        }

        await File.WriteAllTextAsync(Path.Combine(packed.Folder, "nuget.config"), packed.Sources());
        return packed;
    }

    /// <summary>Runs dotnet in the copy, as on somebody else's machine.</summary>
    public Task<(int Code, string Output, string Error)> Run(params string[] arguments) => Shell.Run("dotnet", arguments, Folder, environment: new Dictionary<string, string?>
    {
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
        ["UseSharedCompilation"] = "false",
        // The sample is somebody else's project: our continuous integration's settings are not its own. NUGET_PACKAGES would outrank its nuget.config.
        ["CI"] = null,
        ["NUGET_PACKAGES"] = null,
    });

    public void Dispose() => Directory.Delete(place, true);

    // Ours only from the packed files, everything else only from the package folders that the restore of this solution used.
    private string Sources()
    {
        using var assets = JsonDocument.Parse(Repository.Read($"{restored}/obj/project.assets.json"));
        var folders = assets.RootElement.GetProperty("packageFolders").EnumerateObject().Select((f, i) => (Name: $"machine{i}", Path: f.Name)).ToArray();
        return $"""
            <?xml version="1.0" encoding="utf-8"?>
            <configuration>
              <config>
                <add key="globalPackagesFolder" value="{Path.Combine(place, "packages")}" />
              </config>
              <packageSources>
                <clear />
                <add key="packed" value="{Feed}" />
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
}
