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
    [InlineData("é")]
    [InlineData("서비스")]
    [InlineData("हिन्दी-2")]
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
    [InlineData("a\u202Eb")]
    [InlineData("a\u200Bb")]
    [InlineData("com\u00B9")]
    [InlineData("a\uD800")]
    [InlineData("\u0301a")]
    [InlineData("😀")]
    [InlineData("가나다라마바사아자차카타파하")]
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

        var part = TownLayout.Part(text);
        Assert.Equal(part, Path.GetFileName(part));
        Assert.Equal(Path.Combine(Path.GetFullPath("x"), part), Path.GetFullPath(Path.Combine("x", part)));
        Assert.All(part, letter => Assert.True(char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.'));
        Assert.InRange(part.Length, 1, 200);
        Assert.Equal(text, TownLayout.NameOf(part));
    });

    [Theory]
    [InlineData("서비스", "서비스")]
    [InlineData("Ünï 코드", "Ünï-코드")]
    [InlineData("..shop/api.", "shop-api")]
    [InlineData("게이트웨이 게이트웨이 게이트웨이", "게이트웨이-게이트웨이-게이")]
    [InlineData("😀", null)]
    [InlineData("con", null)]
    public void Of_a_folders_name_the_letters_stay(string folder, string? name) => Assert.Equal(name, TownName.Of(folder));

    [Fact]
    public void What_is_made_a_name_is_one() => Gen.String[Gen.Char, 0, 60].Sample(text => Assert.True(TownName.Of(text) is not { } name || TownName.IsGood(name)));

    [Theory]
    [InlineData("_x")]
    [InlineData("_api")]
    public void A_part_that_no_name_gives_leads_back_to_none(string part) => Assert.True(TownLayout.NameOf(part) is not { } name || TownLayout.Part(name) != part);

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
    [InlineData("주문/crew/지민", false)]
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
