using CodeSyncer.Platform.GitHooks;

namespace CodeSyncer.Platform.Tests.GitHooks;

public class HookDeadlineTests
{
    [Fact]
    public void After_the_time_limit_the_work_has_no_say()
    {
        using var error = new StringWriter();
        using var deadline = new HookDeadline(error);
        deadline.Said.WriteLine("the commit is stopped");
        Assert.True(deadline.TryGiveUp("given up"));
        Assert.False(deadline.TryFinish());
        Assert.Equal("given up" + Environment.NewLine, error.ToString());
    }

    [Fact]
    public void What_is_done_in_time_is_not_given_up()
    {
        using var error = new StringWriter();
        using var deadline = new HookDeadline(error);
        deadline.Said.Write("the commit is stopped");
        Assert.True(deadline.TryFinish());
        Assert.False(deadline.TryGiveUp("given up"));
        Assert.Equal("the commit is stopped", error.ToString());
    }
}
