using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger.Mail;

namespace CodeSyncer.Core.Tests.Ledger.Mail;

public class AddressBookTests
{
    private readonly PostOffice _office = new();

    private string Unknown(string address) => Assert.Throws<CodeSyncerException>(() => _office.Book.Check(MailAddress.Parse(address))).Hint;

    [Theory]
    [InlineData("kin", "kim")]
    [InlineData("mayro", "mayor")]
    [InlineData("api/crew/anne", "api/crew/ann")]
    [InlineData("@rig/apo", "@rig/api")]
    public void An_unknown_recipient_is_an_error_that_names_the_nearest(string address, string nearest) =>
        Assert.Contains($"did you mean '{nearest}'?", Unknown(address), StringComparison.Ordinal);

    [Fact]
    public void A_name_near_nothing_is_told_how_to_be_sent_to() => Assert.Contains("--new", Unknown("zebra-crossing"), StringComparison.Ordinal);

    [Fact]
    public void A_misspelled_group_names_the_group() =>
        Assert.Equal("did you mean '@crew'?", Assert.Throws<CodeSyncerException>(() => MailAddress.Parse("@crwe")).Hint);

    [Theory]
    [InlineData("kim")]
    [InlineData("@crew")]
    [InlineData("@town")]
    [InlineData("@rig/api")]
    public void Those_who_acted_their_rigs_and_the_groups_of_everybody_are_known(string address) => _office.Book.Check(MailAddress.Parse(address));

    [Fact]
    public void A_registered_agent_is_known_until_it_is_removed_and_again_when_it_is_back()
    {
        _office.As("kim", change => AgentRules.Register(change, "web/polecats/max", AgentRecord.PolecatRole, "web"));
        Assert.True(_office.Book.Knows(MailAddress.Parse("web/polecats/max")));
        Assert.True(_office.Book.Knows(MailAddress.Parse("@rig/web")));
        _office.As("kim", change => AgentRules.Remove(change, "web/polecats/max"));
        Assert.False(_office.Book.Knows(MailAddress.Parse("web/polecats/max")));
        var back = _office.As("kim", change => AgentRules.Register(change, "web/polecats/max"));
        Assert.Equal(("web", AgentRecord.PolecatRole, false), (back.Rig, back.Role, back.IsRemoved));
        Assert.True(_office.Book.Knows(MailAddress.Parse("web/polecats/max")));
    }

    [Fact]
    public void Registering_and_removing_twice_changes_nothing()
    {
        var first = _office.As("kim", change => AgentRules.Register(change, "max", "crew"));
        Assert.Equal(first.Fields, _office.As("lee", change => AgentRules.Register(change, "max", "crew")).Fields);
        var removed = _office.As("kim", change => AgentRules.Remove(change, "max"));
        Assert.Equal(removed.Fields, _office.As("lee", change => AgentRules.Remove(change, "max")).Fields);
        Assert.Equal("UnknownAgent", Assert.Throws<CodeSyncerException>(() => _office.As("kim", change => AgentRules.Remove(change, "none"))).Id);
    }

    [Theory]
    [InlineData("@crew")]
    [InlineData("queue:x")]
    [InlineData("a\nb")]
    public void Only_agents_are_registered(string name) =>
        Assert.Equal("BadAddress", Assert.Throws<CodeSyncerException>(() => _office.As("kim", change => AgentRules.Register(change, name))).Id);

    [Fact]
    public void The_longest_queue_still_names_a_file() =>
        Assert.Equal("BadAddress", Assert.Throws<CodeSyncerException>(() => MailAddress.Parse("queue:" + new string('Q', 80))).Id);

    [Fact]
    public void Addresses_read_as_they_are_written()
    {
        foreach (var text in new[] { "kim", "kim@feature-x", "api/crew/ann", "@crew", "@town", "@rig/api", "queue:build/fast" })
            Assert.Equal(text, MailAddress.Parse(text).ToString());
    }
}
