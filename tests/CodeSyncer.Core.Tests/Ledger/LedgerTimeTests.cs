using CodeSyncer.Core.Ledger;

namespace CodeSyncer.Core.Tests.Ledger;

public class LedgerTimeTests
{
    [Theory]
    [InlineData("2025-11-02T21:58:07.295058-08:00", "2025-11-03T05:58:07.295058Z")]
    [InlineData("2025-12-25T00:59:03.123456789Z", "2025-12-25T00:59:03.1234567Z")]
    [InlineData("2025-12-25T00:59:03+05:30", "2025-12-24T19:29:03Z")]
    [InlineData("2024-02-29T23:59:60Z", "2024-02-29T23:59:59Z")]
    [InlineData("0001-01-01T00:00:00+09:00", "0001-01-01T00:00:00Z")]
    public void Any_offset_and_any_fraction_is_read(string text, string written)
    {
        Assert.True(LedgerTime.TryParse(text, out var time));
        Assert.Equal(written, LedgerTime.Write(time));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2025-11-02")]
    [InlineData("2025-02-30T00:00:00Z")]
    [InlineData("2025-11-02T21:58:07")]
    [InlineData("2025-11-02T21:58:07.Z")]
    [InlineData("2025-11-02T24:00:00Z")]
    [InlineData("2025-11-02T21:58:07+0800")]
    [InlineData("2025-11-02T21:58:07Zjunk")]
    public void What_is_no_time_is_none(string text) => Assert.False(LedgerTime.TryParse(text, out _));
}
