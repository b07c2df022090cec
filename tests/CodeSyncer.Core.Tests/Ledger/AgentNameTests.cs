using CodeSyncer.Core.Ledger;
using CsCheck;

namespace CodeSyncer.Core.Tests.Ledger;

public class AgentNameTests
{
    [Theory]
    [InlineData("mayor", "mayor")]
    [InlineData("rig-1/crew/kim", "rig-1_2fcrew_2fkim")]
    [InlineData("-K m", "_2d_4b_20m")]
    [InlineData("a_b", "a_5fb")]
    [InlineData("Jürgen", "_4a_c3_bcrgen")]
    public void Names_are_escaped_and_come_back(string name, string escaped)
    {
        Assert.Equal(escaped, AgentName.Escape(name));
        Assert.Equal(name, AgentName.Unescape(escaped));
    }

    [Fact]
    public void Every_valid_name_comes_back_and_fits_a_file() =>
        Gen.String.Where(AgentName.IsValid).Sample(name =>
            AgentName.Unescape(AgentName.Escape(name)) == name && AgentName.Escape(name).Length <= 240
            && LedgerPath.TryParse(LedgerPath.Agent(name), out var kind, out var file) && kind == "agents" && AgentName.Unescape(file) == name);

    [Theory]
    [InlineData("_2")]
    [InlineData("_zz")]
    [InlineData("A")]
    [InlineData("_61")]
    [InlineData("_ff")]
    public void What_was_never_escaped_is_no_name(string escaped) => Assert.Null(AgentName.Unescape(escaped));

    [Theory]
    [InlineData("")]
    [InlineData(" a")]
    [InlineData("a\u001b[2J")]
    public void Bad_names_are_told(string name) => Assert.False(AgentName.IsValid(name));

    [Fact]
    public void Long_names_and_half_letters_are_told()
    {
        Assert.False(AgentName.IsValid(new string('a', 81)));
        Assert.False(AgentName.IsValid("a\ud800"));
    }
}
