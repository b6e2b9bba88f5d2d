using System.Text;

namespace ZoningRules.Cli.Tests;

public sealed class BadInputTests
{
    private const string Point = "site: {point: [117.28, 29.05], crs: EPSG:4490}\n";

    [Fact]
    public void MissingFile_IsNamed() => Zoning.Run("check", "no/such.yaml").Fails(65, "ZR1001", "no/such.yaml");

    [Fact]
    public void MissingCrs_IsAskedFor() => Check("name: x\nsite: {point: [117.28, 29.05]}\n").Fails(65, "ZR2001", "EPSG:4490");

    [Fact]
    public void UnknownCrs_ListsTheKnownOnes() => Check("name: x\nsite: {point: [117.28, 29.05], crs: EPSG:9}\n").Fails(65, "ZR2002", "EPSG:9");

    [Fact]
    public void UnknownAttribute_SuggestsTheNearest() =>
        Check($"name: x\n{Point}attributes:\n  project.akshun: new\n").Fails(65, "ZR1201", "project.akshun", "project.action", "p.yaml:4");

    [Fact]
    public void WrongMeasure_SaysWhichIsExpected() =>
        Check($"name: x\n{Point}attributes:\n  water.annual-withdrawal: 5 t/a\n").Fails(65, "ZR1113", "5 t/a", "m3/a");

    [Fact]
    public void DuplicateKey_IsRefused() => Check($"name: x\nname: y\n{Point}").Fails(65, "ZR1103", "name");

    [Fact]
    public void ImpossibleDate_IsRefused() => Check($"name: x\ndate: 2026-02-30\n{Point}").Fails(65, "ZR1110", "2026-02-30");

    [Fact]
    public void SwappedCoordinates_AreFound() => Check("name: x\nsite: {point: [29.05, 117.28], crs: EPSG:4490}\n").Fails(65, "ZR3005", "p.yaml");

    [Fact]
    public void SeveralProblems_AreToldAtOnce() =>
        Check($"name: x\ndate: 2026-02-30\n{Point}attributes:\n  project.akshun: new\n  frob: 1\nfrob: 2\n").Fails(65, "2026-02-30", "个问题");

    [Fact]
    public void EnglishMessages_OnRequest()
    {
        var path = Zoning.FileOf("p.yaml", $"name: x\n{Point}attributes:\n  project.akshun: new\n");
        Zoning.Run("check", path, "--lang", "en").Fails(65, "project.akshun", "help:");
    }

    [Fact]
    public void BinaryGarbage_IsNoText()
    {
        var path = Path.Combine(Zoning.Folder(), "p.yaml");
        File.WriteAllBytes(path, [0x89, 0x50, 0x4e, 0x47, 0x00, 0xff, 0xfe, 0x80]);
        Zoning.Run("check", path).Fails(65, "p.yaml");
    }

    [Fact]
    public void NestedWithoutEnd_IsRefused() => Check("name: " + new string('[', 100_000)).Fails(65, "p.yaml");

    [Fact]
    public void HugeSparseFile_IsRefusedWithoutReadingIt()
    {
        foreach (var name in new[] { "p.yaml", "p.geojson" })
        {
            var path = Path.Combine(Zoning.Folder(), name);
            using (var file = File.Create(path))
            {
                file.SetLength(200L * 1024 * 1024);
            }

            Zoning.Run("check", path).Fails(65, "ZR1003", name);
            File.Delete(path);
        }
    }

    [Fact]
    public void FolderAsProposal_IsRefused() => Zoning.Run("check", Zoning.Folder()).Fails(65);

    [Fact]
    public void EmptyFile_IsRefused() => Check("").Fails(65, "p.yaml");

    [Fact]
    public void UnknownEnding_IsRefused() => Zoning.Run("check", Zoning.FileOf("p.docx", "x")).Fails(65, "ZR1005", "p.docx");

    [Fact]
    public void MissingRules_AreNamed() => Zoning.Run("check", "samples/proposals/12-almost-nothing.yaml", "--rules", "no/rules").Fails(65, "no/rules");

    [Fact]
    public void MissingLedgers_AreNamed() => Zoning.Run("check", "samples/proposals/12-almost-nothing.yaml", "--ledgers", "no.yaml").Fails(65, "no.yaml");

    [Fact]
    public void FutureLedger_IsRefused()
    {
        var ledgers = Zoning.FileOf("l.yaml", "schema: zoning-ledgers/1\nledgers:\n  water-use: {as-of: 2026-12-31, used: 1 m3/a, reserved: 0 m3/a}\n");
        Zoning.Run("check", "samples/proposals/12-almost-nothing.yaml", "--ledgers", ledgers).Fails(65, "ZR2011");
    }

    [Fact]
    public void UnknownTown_SuggestsTheNearest() => Check("name: x\nsite: {town: 湘湖乡}\n").Fails(65, "ZR2007", "湘湖镇");

    [Fact]
    public void ControlCharacters_DoNotReachTheTerminal()
    {
        var path = Zoning.FileOf("p.yaml", $"name: \"a\\u001b[31mb\"\n{Point}");
        Assert.DoesNotContain('\u001b', Zoning.Run("check", path).Out);
    }

    [Fact]
    public void Utf8Mark_IsNoMistake()
    {
        var path = Path.Combine(Zoning.Folder(), "p.yaml");
        File.WriteAllText(path, $"name: 有标记\n{Point}", new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        Assert.Equal(2, Zoning.Run("check", path).Code);
    }

    private static Transcript Check(string content) => Zoning.Run("check", Zoning.FileOf("p.yaml", content));
}
