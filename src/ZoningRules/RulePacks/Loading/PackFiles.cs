using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using ZoningRules.Problems;
using ZoningRules.Problems.Sources;

namespace ZoningRules.RulePacks.Loading;

/// <summary>The files of a pack's folder, sorted by what they hold.</summary>
internal sealed class PackFiles
{
    private const string Schema = "zoning-rules/1";
    private const int DeepestFolder = 16;

    private readonly string shownFolder;
    private readonly ProblemList problems;
    private readonly Dictionary<string, SourceNode.Map> documents = new(StringComparer.Ordinal);
    private readonly HashSet<string> read = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> hashes = new(StringComparer.Ordinal);

    private PackFiles(string folder, string shownFolder, ImmutableArray<string> paths, ProblemList problems)
    {
        Folder = folder;
        this.shownFolder = shownFolder;
        Paths = paths;
        this.problems = problems;
    }

    /// <summary>Full path of the folder.</summary>
    public string Folder { get; }

    /// <summary>Paths of all files relative to the folder, with forward slashes, in ordinal order; hidden ones left out.</summary>
    public ImmutableArray<string> Paths { get; }

    /// <summary>Lists a folder. Null after a problem.</summary>
    public static PackFiles? List(string folder, ProblemList problems)
    {
        if (!Directory.Exists(folder))
        {
            problems.Add(ProblemCode.FolderNotFound, null, folder);
            return null;
        }

        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            MaxRecursionDepth = DeepestFolder,
            AttributesToSkip = 0,
            IgnoreInaccessible = false,
        };
        try
        {
            ImmutableArray<string> paths =
            [
                .. Directory.EnumerateFiles(full, "*", options)
                    .Select(p => p[(full.Length + 1)..].Replace('\\', '/'))
                    .Where(p => p[0] != '.' && !p.Contains("/.", StringComparison.Ordinal))
                    .Order(StringComparer.Ordinal),
            ];
            return new(full, Path.TrimEndingDirectorySeparator(folder).Replace('\\', '/'), paths, problems);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(ReadFailure.Of(e, string.Empty, folder));
            return null;
        }
    }

    /// <summary>Reads the YAML files under some folders of the pack ahead of the others.</summary>
    public void ReadDocuments(params ReadOnlySpan<string> folders)
    {
        foreach (var folder in folders)
        {
            Read([.. Paths.Where(p => IsYaml(p) && HasPlace(p) && p.StartsWith(folder, StringComparison.Ordinal))]);
        }
    }

    /// <summary>Reads every YAML file of the pack itself that is not yet read, cases excepted; reports misplaced ones.</summary>
    public void ReadAllDocuments()
    {
        var paths = Paths.Where(p => IsYaml(p) && !IsCase(p)).ToArray();
        foreach (var path in paths.Where(p => !HasPlace(p)))
        {
            problems.Add(ProblemCode.FileUnexpected, new(Shown(path)), path);
        }

        Read(Array.FindAll(paths, p => HasPlace(p) && !read.Contains(p)));
        if (!Paths.Contains("manifest.yaml"))
        {
            problems.Add(ProblemCode.FileNotFound, null, Shown("manifest.yaml"));
        }
    }

    // On all cores. INVARIANT: each file has a problem list of its own, joined in the order of the paths: what is reported does not depend on the cores.
    private void Read(string[] wanted)
    {
        var found = new (SourceFile? File, SourceNode.Map? Document, ProblemList Problems)[wanted.Length];
        Parallel.For(0, wanted.Length, i => found[i] = Document(wanted[i]));
        for (var i = 0; i < wanted.Length; i++)
        {
            read.Add(wanted[i]);
            problems.AddAll(found[i].Problems);
            if (found[i].File is { } file)
            {
                hashes[wanted[i]] = file.Sha256;
            }

            if (found[i].Document is { } document)
            {
                documents.Add(wanted[i], document);
            }
        }
    }

    private (SourceFile? File, SourceNode.Map? Document, ProblemList Problems) Document(string path)
    {
        var found = new ProblemList();
        var file = SourceFile.Read(Path.Combine(Folder, path), Shown(path), SourceFile.RuleFileLimit, found);
        return file is not null
            && YamlNodes.Read(file, found) is { } node
            && Shapes.IsMap(node, path, found, null, out var map)
            && SchemaLine.Check(map, Schema, found)
            ? (file, map, found)
            : (file, null, found);
    }

    /// <summary>The documents under a folder of the pack, or one by its path, in ordinal order.</summary>
    public IEnumerable<SourceNode.Map> Documents(string start) =>
        documents.Where(d => d.Key.StartsWith(start, StringComparison.Ordinal)).OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => d.Value);

    /// <summary>Opens the documents under a folder with their members.</summary>
    public IEnumerable<Members> Open(string start, MemberSet set)
    {
        foreach (var document in Documents(start))
        {
            if (Members.Open(document, document.File.Name, set, problems, document.File.Whole) is { } members)
            {
                yield return members;
            }
        }
    }

    /// <summary>Reads a text file of the pack. Null after a problem.</summary>
    /// <param name="path">Relative to the pack's folder.</param>
    /// <param name="mention">The place that names it, or null.</param>
    public SourceFile? ReadText(string path, SourcePlace? mention = null)
    {
        var file = SourceFile.Read(Path.Combine(Folder, path), Shown(path), SourceFile.RuleFileLimit, problems, mention);
        if (file is not null)
        {
            hashes[path] = file.Sha256;
        }

        return file;
    }

    /// <summary>The path of a file named in a document, relative to the pack; null, with a problem, when it leaves the pack.</summary>
    /// <param name="folder">The folder of the pack that the name is relative to.</param>
    /// <param name="name">The name as written.</param>
    /// <param name="member">The member that names it.</param>
    /// <param name="place">Where.</param>
    public string? Inside(string folder, string name, string member, SourcePlace place)
    {
        if (!Shapes.IsPlaceholder(name) && !Path.IsPathRooted(name) && !name.Contains('\0', StringComparison.Ordinal))
        {
            var full = Path.GetFullPath(Path.Combine(Folder, folder, name));
            if (full.StartsWith(Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                return full[(Folder.Length + 1)..].Replace('\\', '/');
            }
        }

        if (!Shapes.IsPlaceholder(name))
        {
            problems.Add(ProblemCode.WrongShape, place, member, "规则包内的相对路径", "a relative path inside the pack");
        }

        return null;
    }

    /// <summary>A path as messages show it.</summary>
    public string Shown(string path) => shownFolder.Length == 0 ? path : $"{shownFolder}/{path}";

    /// <summary>The pack's hash, as <see cref="RulePack.Sha256"/> states it.</summary>
    public string Sha256()
    {
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in Paths)
        {
            if (IsCase(path))
            {
                continue;
            }

            if (!hashes.TryGetValue(path, out var hash))
            {
                hash = HashOf(path);
            }

            sum.AppendData(Encoding.UTF8.GetBytes($"{path}\0{hash}\n"));
        }

        return Convert.ToHexStringLower(sum.GetHashAndReset());
    }

    /// <summary>Whether a path looks like a YAML file.</summary>
    public static bool IsYaml(string path) =>
        path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);

    private static bool IsCase(string path) => path.StartsWith("cases/", StringComparison.Ordinal);

    private static bool HasPlace(string path)
    {
        if (path == "manifest.yaml")
        {
            return true;
        }

        var slash = path.IndexOf('/', StringComparison.Ordinal);
        var nested = path.LastIndexOf('/') != slash;
        return path.EndsWith(".yaml", StringComparison.Ordinal) && slash > 0 && path[..slash] switch
        {
            "requirements" => true,
            "instruments" or "vocabulary" or "lists" or "parameters" or "layers" or "units" or "figures" => !nested,
            _ => false,
        };
    }

    private string HashOf(string path)
    {
        try
        {
            using var stream = File.OpenRead(Path.Combine(Folder, path));
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(ReadFailure.Of(e, Path.Combine(Folder, path), Shown(path)));
            return string.Empty;
        }
    }
}
