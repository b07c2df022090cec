using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Town;
using CsCheck;

namespace CodeSyncer.Core.Tests.Town;

public class TownNameTests
{
    [Theory]
    [InlineData("api")]
    [InlineData("web-2")]
    [InlineData("Shop.Api_v1")]
    [InlineData("console")]
    [InlineData("7")]
    public void A_plain_word_is_a_name(string name) => Assert.Equal(name, TownName.Check("rig", name));

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("..")]
    [InlineData(".git")]
    [InlineData("-f")]
    [InlineData("a b")]
    [InlineData("a:b")]
    [InlineData("con")]
    [InlineData("CON.txt")]
    [InlineData("Lpt9")]
    [InlineData("nul.tar.gz")]
    [InlineData("api.")]
    [InlineData("api.lock")]
    [InlineData("a..b")]
    [InlineData("mayor")]
    [InlineData("Polecats")]
    [InlineData("é")]
    [InlineData("a\u202Eb")]
    [InlineData("12345678901234567890123456789012345678901")]
    public void What_is_a_path_a_device_or_no_plain_word_is_none(string name) =>
        Assert.Equal("BadTownName", Assert.Throws<CodeSyncerException>(() => TownName.Check("rig", name)).Id);

    [Fact]
    public void Every_name_is_one_folder_below_another_and_a_branch_that_git_takes() => Gen.String[Gen.Char, 0, 45].Sample(text =>
    {
        try
        {
            TownName.Check("rig", text);
        }
        catch (CodeSyncerException)
        {
            return;
        }

        Assert.Equal(text, Path.GetFileName(text));
        Assert.Equal(Path.Combine(Path.GetFullPath("x"), text), Path.GetFullPath(Path.Combine("x", text)));
        Assert.All(text, letter => Assert.True(char.IsAscii(letter) && !char.IsControl(letter)));
    });

    [Fact]
    public void Names_are_given_in_order_and_never_to_two_at_once()
    {
        var taken = new List<string>();
        for (var i = 0; i < 200; i++)
        {
            var name = PolecatNames.Next([], taken);
            Assert.DoesNotContain(taken, other => TownName.AreSame(other, name));
            TownName.Check("polecat", name);
            taken.Add(name);
        }

        Assert.Equal(["agate", "basalt"], taken.Take(2));
        taken.Remove("basalt");
        Assert.Equal("basalt", PolecatNames.Next([], taken));
        Assert.Equal("ash-2", PolecatNames.Next(["ash"], ["Ash"]));
    }

    [Theory]
    [InlineData("api/polecats/agate", true)]
    [InlineData("api/crew/kim", false)]
    public void An_address_reads_as_it_is_written(string text, bool isPolecat)
    {
        var address = AgentAddress.TryParse(text)!;
        Assert.Equal((text, isPolecat), (address.ToString(), address.IsPolecat));
        Assert.Equal(address, TownLayout.AgentAt(TownLayout.WorkTree(address) + "/src/a.cs"));
    }

    [Theory]
    [InlineData("mayor")]
    [InlineData("api/agate")]
    [InlineData("api/others/agate")]
    [InlineData("/crew/kim")]
    [InlineData("api/crew/")]
    [InlineData("api/crew/kim/x")]
    public void What_has_another_form_is_no_address(string text) => Assert.Null(AgentAddress.TryParse(text));
}
