using CodeSyncer.Platform.Onboarding;

namespace CodeSyncer.Platform.Tests.Onboarding;

public sealed class UserExecutableTests : IDisposable
{
    private readonly OnboardingBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void It_is_installed_once_and_then_the_same()
    {
        var executable = new UserExecutable(_bench.Places);
        Assert.Null(executable.Version());
        Assert.Equal(InstallOutcome.New, executable.Install(_bench.Source));
        Assert.Equal(InstallOutcome.Same, executable.Install(_bench.Source));
        Assert.Equal("0.1.0 probe", executable.Version());
    }

    [Theory]
    [InlineData("0.0.9", InstallOutcome.Replaced)]
    [InlineData("0.1.0", InstallOutcome.Replaced)]
    [InlineData("0.1.0-rc.1", InstallOutcome.Replaced)]
    [InlineData("0.2.0", InstallOutcome.NewerKept)]
    [InlineData("not a version", InstallOutcome.Replaced)]
    public void A_newer_version_stays_and_any_other_is_replaced(string installed, InstallOutcome expected)
    {
        OnboardingBench.WriteScript(_bench.Places.Executable, $"#!/bin/sh\necho '{installed}'\n");
        Assert.Equal(expected, new UserExecutable(_bench.Places).Install(_bench.Source));
        Assert.Equal(expected == InstallOutcome.Replaced ? "0.1.0 probe" : installed, new UserExecutable(_bench.Places).Version());
    }

    [Fact]
    public void One_that_does_not_run_is_replaced()
    {
        OnboardingBench.WriteScript(_bench.Places.Executable, "#!/nowhere\n");
        Assert.Equal(InstallOutcome.Replaced, new UserExecutable(_bench.Places).Install(_bench.Source));
    }

    [Fact]
    public void Leftovers_of_earlier_installations_are_cleared_and_those_of_one_going_on_are_not()
    {
        var old = _bench.Places.Executable + ".old-0";
        var abandoned = _bench.Places.Executable + ".123.tmp";
        var running = _bench.Places.Executable + ".124.tmp";
        foreach (var file in new[] { old, abandoned, running })
            OnboardingBench.WriteScript(file, "");
        File.SetLastWriteTimeUtc(abandoned, DateTime.UtcNow - TimeSpan.FromDays(1));
        new UserExecutable(_bench.Places).Install(_bench.Source);
        Assert.Equal([false, false, true], new[] { old, abandoned, running }.Select(File.Exists));
    }

    [Fact]
    public async Task Hooks_keep_working_while_it_is_replaced_again_and_again()
    {
        var repository = _bench.Repository();
        _bench.Init(repository);
        var other = new ExecutableSource(_bench.Sandbox.At("build", "other"), "0.1.0", "probe");
        OnboardingBench.WriteScript(other.Path, File.ReadAllText(_bench.Source.Path) + "# another build\n");
        using var stop = new CancellationTokenSource();
        var replacing = Task.Run(() =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
                new UserExecutable(_bench.Places).Install(i % 2 == 0 ? other : _bench.Source);
        });
        // A git that this very process starts while it writes has the new file open too until it is git, and the system
        // refuses to run a file that somebody has open for writing. Whoever installs starts no git meanwhile.
        var busy = 0;
        for (var i = 0; i < 20; i++)
        {
            var lines = repository.TryGit("commit", "-q", "--allow-empty", "-m", "next").Succeeded().Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.All(lines, line => Assert.Contains("Text file busy", line, StringComparison.Ordinal));
            busy += lines.Length;
        }

        await stop.CancelAsync();
        await replacing;
        Assert.Equal(40 - busy, _bench.Calls().Length);
    }
}
