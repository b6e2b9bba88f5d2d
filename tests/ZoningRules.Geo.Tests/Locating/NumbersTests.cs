using System.Globalization;
using ZoningRules.Geo.Locating;

namespace ZoningRules.Geo.Tests.Locating;

public sealed class NumbersTests
{
    [Fact]
    public void Rounded_ValuesOfEverySize_IsTheDecimalRoundedToAMillionth()
    {
        var dice = new Random(6);
        for (var turn = 0; turn < 2_000_000; turn++)
        {
            var value = Value(dice, turn);

            var rounded = Numbers.Rounded(value);

            // As text too: a decimal keeps zeros at its end, and reports show them.
            var expected = Math.Round((decimal)value, 6);
            if (rounded != expected || decimal.GetBits(rounded)[3] != decimal.GetBits(expected)[3])
            {
                Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"{value:R}: {rounded} instead of {expected}"));
            }
        }
    }

    private static double Value(Random dice, int turn)
    {
        var value = Math.Pow(10, (dice.NextDouble() * 20) - 10);
        value = (turn % 6) switch
        {
            0 => Math.Round(value, dice.Next(0, 9)),
            1 => Math.BitIncrement(Math.Round(value, dice.Next(0, 8))),
            2 => Math.Round(value, 5) + 5e-7,
            3 => Math.Round(value, 6) + (dice.Next(-60, 60) * 1e-8),
            _ => value,
        };
        return dice.Next(2) == 0 ? value : -value;
    }
}
