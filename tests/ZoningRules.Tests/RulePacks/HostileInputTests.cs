using System.Text;
using ZoningRules.Facts;
using ZoningRules.Problems;
using ZoningRules.Proposals;
using ZoningRules.RulePacks;

namespace ZoningRules.Tests.RulePacks;

/// <summary>Whatever the bytes are: a value or problems, never an exception.</summary>
public sealed class HostileInputTests
{
    private static readonly string Good = """
        name: 项目
        date: 2026-11-22
        site: {point: [117.20, 29.27], crs: EPSG:4490, accuracy: 1 m}
        attributes:
          project: {action: new, industry: "2614"}
          boilers: [{fuel: coal, capacity: 20..24.5 MW}]
          fuels: [coal]
          water.use: 120000 m3/a
          remark: |
            two
            lines
        decisions:
          - {attribute: term.vicinity, value: yes, by: 张三, date: 2026-11-20, reason: "a\u0041b"}
        """;

    private static readonly RulePack Pack = SmallPack.Load();

    public static TheoryData<string, string> Nasty()
    {
        var deep = 100_000;
        var data = new TheoryData<string, string>
        {
            { "p.yaml", new string('[', deep) },
            { "p.yaml", new string('{', deep) },
            { "p.yaml", string.Concat(Enumerable.Repeat("- ", deep)) },
            { "p.yaml", string.Concat(Enumerable.Repeat("? ", deep)) },
            { "p.yaml", string.Concat(Enumerable.Range(0, 500).Select(i => new string(' ', i) + "a:\n")) },
            { "p.json", new string('[', deep) },
            { "p.json", string.Concat(Enumerable.Repeat("{\"a\":", deep)) },
            { "p.geojson", "{\"type\":\"Feature\",\"geometry\":" + new string('[', deep) },
            { "p.yaml", $"{new string('k', 1_000_000)}: v" },
            { "p.yaml", $"? {new string('k', 1_000_000)}\n: v" },
            { "p.yaml", $"\"{new string('k', 1_000_000)}\": v" },
            { "p.json", $"{{\"{new string('k', 1_000_000)}\": 1}}" },
            { "p.yaml", $"name: n\nattributes: {{water.use: {new string('9', 1_000_000)} m3/a}}" },
            { "p.yaml", $"name: n\nattributes: {{water.use: {new string('.', 100_000)}}}" },
            { "p.yaml", "name: n\nattributes:\n" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"  a{i}: b\n")) },
            { "p.json", "{\"name\":\"n\",\"attributes\":{" + string.Join(',', Enumerable.Range(0, 20_000).Select(i => $"\"a{i}\":{i}")) + "}}" },
            { "p.yaml", "name: \"\\ud800\"" },
            { "p.yaml", "name: \"\\Uffffffff\"" },
            { "p.yaml", "name: n\nsite: {geometry: {type: \"\\ud800\"}}" },
            { "p.yaml", "name: n\nsite: {geometry: {\"\\udc00\": 1}}" },
            { "p.yaml", "name: \"\\x\"" },
            { "p.yaml", "%YAML 9999999999999999999.1\n---\nname: n" },
            { "p.yaml", "%TAG ! x\n---\nname: n" },
            { "p.yaml", "!<> a" },
            { "p.yaml", "& a" },
            { "p.yaml", "* a" },
            { "p.yaml", "name: |9999999999\n a" },
            { "p.yaml", "\u0085\u2028name: n" },
            { "p.yaml", "a: &a [*a, *a]\nname: *a" },
            { "p.yaml", "&a a: *a" },
        };
        return data;
    }

    [Theory]
    [MemberData(nameof(Nasty), DisableDiscoveryEnumeration = true)]
    public void Parse_Nasty_NeverThrows(string name, string text) => Check(name, Encoding.UTF8.GetBytes(text));

    [Theory]
    [InlineData("p.yaml")]
    [InlineData("p.json")]
    [InlineData("p.geojson")]
    public void Parse_RandomBytes_NeverThrows(string name)
    {
        for (var seed = 0; seed < 2000; seed++)
        {
            var random = new Random(seed);
            var bytes = new byte[random.Next(1, 60)];
            random.NextBytes(bytes);
            Check(name, bytes, seed);

            const string alphabet = "{}[]:,-?&*!|>'\"%@`#\n\t \\ab0.~<";
            Check(name, Encoding.UTF8.GetBytes(string.Concat(bytes.Select(b => alphabet[b % alphabet.Length]))), seed);
        }
    }

    [Fact]
    public void Parse_DamagedProposal_NeverThrows()
    {
        for (var seed = 0; seed < 3000; seed++)
        {
            Check("p.yaml", Damaged(Encoding.UTF8.GetBytes(Good), new Random(seed)), seed);
        }
    }

    [Fact]
    public void Read_DamagedPack_NeverThrows()
    {
        using var pack = TablePack.Make();
        var files = Directory.EnumerateFiles(pack.Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        for (var seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            var path = files[random.Next(files.Count)];
            var bytes = File.ReadAllBytes(path);
            File.WriteAllBytes(path, Damaged(bytes, random));
            try
            {
                var loaded = pack.Read();
                foreach (var problem in loaded.Problems)
                {
                    WrongPackTests.AssertWorded(problem);
                }
            }
            catch (Exception e) when (e is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"seed {seed}, {path}: {e}");
            }

            File.WriteAllBytes(path, bytes);
        }
    }

    private static byte[] Damaged(byte[] good, Random random)
    {
        var bytes = good.ToList();
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(bytes.Count - at, random.Next(1, 20)));
                    break;
                case 2:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes("{}[]:,-?&*!|>'\"\n "[random.Next(17)].ToString()));
                    break;
                default:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(bytes.Count - at, random.Next(1, 40))));
                    break;
            }

            if (bytes.Count == 0)
            {
                bytes.Add((byte)'a');
            }
        }

        return [.. bytes];
    }

    private static void Check(string name, byte[] bytes, int seed = -1)
    {
        try
        {
            var read = ProposalReader.Parse(name, bytes);
            if (read.Succeeded)
            {
                _ = DeclaredFacts.Bind(Pack.Vocabulary, read.Value);
                _ = ProposalWriter.Write(read.Value);
            }
            else
            {
                Assert.All(read.Problems, p => Wording.Full(p, Language.Zh));
            }
        }
        catch (Exception e) when (e is not Xunit.Sdk.XunitException)
        {
            Assert.Fail($"seed {seed}, {name}: {e}");
        }
    }
}
