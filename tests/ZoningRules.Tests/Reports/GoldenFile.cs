namespace ZoningRules.Tests.Reports;

/// <summary>Compares a text with a file of the repository; with UPDATE_GOLDEN=1 in the environment it writes the file instead.</summary>
internal static class GoldenFile
{
    /// <summary>The folder of the solution.</summary>
    public static string Repository { get; } = FindRepository();

    public static void Matches(string path, string actual)
    {
        var file = Path.Combine(Repository, path);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
            return;
        }

        Assert.True(File.Exists(file), $"{path} does not exist; run the tests once with UPDATE_GOLDEN=1 and look at it");
        var expected = File.ReadAllText(file).ReplaceLineEndings("\n");
        if (expected != actual)
        {
            Assert.Fail(Difference(path, expected.Split('\n'), actual.Split('\n')));
        }
    }

    private static string Difference(string path, string[] expected, string[] actual)
    {
        var line = 0;
        while (line < expected.Length && line < actual.Length && expected[line] == actual[line])
        {
            line++;
        }

        var from = Math.Max(0, line - 3);
        var before = string.Concat(expected[from..line].Select(l => $"    {l}\n"));
        var wanted = string.Concat(expected.Skip(line).Take(8).Select(l => $"  - {l}\n"));
        var found = string.Concat(actual.Skip(line).Take(8).Select(l => $"  + {l}\n"));
        return $"{path} differs from line {line + 1} (- expected, + found; UPDATE_GOLDEN=1 accepts):\n{before}{wanted}{found}";
    }

    private static string FindRepository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "ZoningRules.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("the tests do not run inside the repository");
        }

        return folder;
    }
}
