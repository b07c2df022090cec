using CodeSyncer.Core.Ledger;

namespace CodeSyncer.Core.Tests.Ledger;

public class BeadIdTests
{
    [Theory]
    [InlineData("bd-a3f", true)]
    [InlineData("bd-a3f.1.2", true)]
    [InlineData("My_App-9", true)]
    [InlineData("", false)]
    [InlineData("-x", false)]
    [InlineData(".x", false)]
    [InlineData("a..b", false)]
    [InlineData("a.", false)]
    [InlineData("a.lock", false)]
    [InlineData("a/b", false)]
    [InlineData("a\\b", false)]
    [InlineData("a b", false)]
    [InlineData("a\n", false)]
    [InlineData("a~1", false)]
    [InlineData("ü", false)]
    public void An_id_is_good_as_a_path_and_as_a_ref(string id, bool valid) => Assert.Equal(valid, BeadId.IsValid(id));

    [Fact]
    public void An_id_of_ten_thousand_characters_is_refused() => Assert.False(BeadId.IsValid(new string('a', 10_000)));

    [Theory]
    [InlineData(0, 3)]
    [InlineData(160, 3)]
    [InlineData(170, 4)]
    [InlineData(980, 4)]
    [InlineData(1_000, 5)]
    [InlineData(5_800, 5)]
    [InlineData(6_000, 6)]
    [InlineData(100_000, 7)]
    public void The_hash_grows_with_the_number_of_items(int count, int length) => Assert.Equal(length, BeadId.HashLength(count));

    [Fact]
    public void A_taken_id_is_never_given_again_and_collisions_make_it_longer()
    {
        Assert.Equal("bd-000", BeadId.New("bd", 1, _ => 0, _ => false));
        Assert.Equal("bd-0000", BeadId.New("bd", 1, _ => 0, id => id == "bd-000"));
    }

    [Fact]
    public void Children_are_numbered_past_every_number_that_was_taken()
    {
        Assert.Equal("bd-a.1", BeadId.NewChild("bd-a", 0, _ => false));
        Assert.Equal("bd-a.8", BeadId.NewChild("bd-a", BeadId.LastChild("bd-a", ["bd-a.2", "bd-a.7", "bd-a.7.9", "bd-b.20", "bd-a.99999999999"]), _ => false));
        Assert.Equal("bd-a.9", BeadId.NewChild("bd-a", 7, id => id == "bd-a.8"));
        Assert.Equal("bd-a.1.2.1", BeadId.NewChild("bd-a.1.2", 0, _ => false));
        Assert.Null(BeadId.NewChild("bd-a.1.2.3", 0, _ => false));
    }
}
