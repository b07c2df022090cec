using CodeSyncer.PowerShell.Tests.Ledger;

namespace CodeSyncer.PowerShell.Tests.Mail;

public sealed class MailCmdletTests(StagedModule module) : LedgerBench(module)
{
    [Fact]
    public void Mail_is_read_answered_and_confirmed_down_the_pipeline()
    {
        Assert.Empty(Run("Send-AgentMail bob 'Review' 'Please look at pay.cs' -New -Priority urgent -Type task").Output);
        var mail = Run("Get-AgentMail -Agent bob").Output.Single();
        Assert.Equal("Kim Lee bob urgent task True", string.Join(' ', new[] { "From", "To", "Priority", "Type", "IsUnread" }.Select(name => mail.Properties[name].Value)));
        Assert.Equal(["Re: Review"], Run("Get-AgentMail -Agent bob | Send-AgentMail -Body 'Done' -Agent bob -PassThru").Each("Subject"));
        Assert.Empty(Run("Get-AgentMail -Agent bob").Output);
        Assert.Equal(["Done"], Run("Get-AgentMail | Confirm-AgentMail -PassThru").Each("Body"));
        Assert.Empty(Run("Get-AgentMail").Output);
        Assert.Equal(["Review", "Re: Review"], Run("Get-AgentMail -Thread $args[0]", mail.Properties["Id"].Value).Each("Subject"));
    }

    [Fact]
    public void Every_message_piped_gets_its_answer_in_one_change()
    {
        Run("Send-AgentMail bob 'One' '1' -New; Send-AgentMail bob 'Two' '2'");
        var before = Changes();
        Assert.Equal(["Re: One", "Re: Two"], Run("Get-AgentMail -Agent bob | Send-AgentMail -Body 'Yes' -Agent bob -PassThru").Each("Subject"));
        Assert.Equal(before + 1, Changes());
        Assert.Empty(Run("@() | Send-AgentMail -Body 'Nobody asked'").Output);
        Assert.Equal(before + 1, Changes());
    }

    [Fact]
    public void A_name_that_nobody_knows_is_refused_with_the_nearest()
    {
        Run("Send-AgentMail bob 'Hi' '' -New");
        var (id, record) = Fail("Send-AgentMail bobb 'Hi' 'there'");
        Assert.Equal("UnknownRecipient", id);
        Assert.Contains("'bob'", record.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Contains("-New", record.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.DoesNotContain("--new", record.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_is_marked_only_where_it_is_said()
    {
        Run("Send-AgentMail bob 'Hi' 'there' -New");
        Run("Get-AgentMail -Agent bob; Get-AgentMail (Get-AgentMail -Agent bob).Id -Agent bob");
        Assert.Equal([true], Run("Get-AgentMail -Agent bob").Each("IsUnread"));
        Run("Get-AgentMail -Agent bob | Confirm-AgentMail -Read -Agent bob -WhatIf");
        Assert.Equal([true], Run("Get-AgentMail -Agent bob").Each("IsUnread"));
        Run("Get-AgentMail -Agent bob | Confirm-AgentMail -Read -Agent bob");
        var mail = Run("Get-AgentMail -Agent bob -All").Output.Single();
        Assert.Equal((false, 1, 0), ((bool)mail.Properties["IsUnread"].Value, ((string[])mail.Properties["ReadBy"].Value).Length, ((string[])mail.Properties["ConfirmedBy"].Value).Length));
    }

    [Fact]
    public void Nobody_confirms_the_mail_of_another()
    {
        Run("Send-AgentMail bob 'Hi' 'there' -New");
        var (id, record) = Fail("Get-AgentMail -Agent bob | Confirm-AgentMail -Agent eve");
        Assert.Equal("NotYourMail", id);
        Assert.Contains("-Agent", record.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_reaches_each_who_has_acted()
    {
        Run("New-Bead 'One' -Agent bob > $null; Send-AgentMail '@town' 'Lunch' 'at noon'");
        Assert.Equal(["Lunch"], Run("Get-AgentMail -Agent bob").Each("Subject"));
        Assert.Empty(Run("Get-AgentMail").Output);
    }

    [Fact]
    public void Nothing_is_sent_with_WhatIf()
    {
        Run("Send-AgentMail bob 'Hi' 'there' -New -WhatIf");
        Assert.Empty(Run("Get-AgentMail -Agent bob -All").Output);
    }
}
