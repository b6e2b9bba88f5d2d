using ZoningRules.Facts;
using ZoningRules.RulePacks;

namespace ZoningRules.Tests.RulePacks;

public sealed class LedgerReaderTests
{
    [Fact]
    public void Read_Good_IsInTheBaseMeasureWithTheFilesHash()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("l.yaml", "schema: zoning-ledgers/1\nledgers:\n  water: {as-of: 2026-10-31, used: 880000000 m3/a, reserved: 5 m3/a, base: 9 m3/a}\n");

        var ledger = Assert.Single(LedgerReader.Read(path, SmallPack.Load()).Require());

        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path)));
        Assert.Equal(new Ledger("water", new DateOnly(2026, 10, 31), 880_000_000, 5, 9, hash), ledger);
    }
}
