using System.Text;
using CodeSyncer.Core.GitHooks;
using CodeSyncer.Testing;

namespace CodeSyncer.Platform.Tests.Onboarding;

/// <summary>Every form of the shim, run by every shell that the machine has.</summary>
public sealed class ShimShellTests : IDisposable
{
    private readonly OnboardingBench _bench = new();

    public void Dispose() => _bench.Dispose();

    public static TheoryData<string, HookForm, bool> Cases()
    {
        var cases = new TheoryData<string, HookForm, bool>();
        foreach (var shell in new[] { "sh", "dash", "bash", "bash --posix", "busybox sh", "zsh", "ksh", "mksh" }.Where(shell => Tools.Find(shell.Split(' ')[0]) is not null))
        {
            foreach (var form in new[] { HookForm.Fresh, HookForm.Section, HookForm.Kept })
            {
                cases.Add(shell, form, false);
                cases.Add(shell, form, true);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void It_calls_the_executable_with_the_arguments_of_git(string shell, HookForm form, bool guarded)
    {
        var repository = _bench.Repository();
        var hook = repository.At(".git/hooks/post-checkout");
        var shim = guarded ? HookShim.ForSharedPlace(_bench.Source.Path) : HookShim.ForRepository(_bench.Source.Path);
        var script = HookShim.Block.Put("#!/bin/sh\n"u8, shim.Body("post-checkout", form, "post-checkout.codesyncer-kept"), hook);
        if (form == HookForm.Section)
            script = [.. script, .. "printf 'theirs %s\\n' \"$#\"; exit 4\n"u8];
        OnboardingBench.WriteScript(hook + ".codesyncer-kept", "#!/bin/sh\nprintf 'theirs %s\\n' \"$#\"; exit 4\n");
        OnboardingBench.WriteScript(hook, Encoding.ASCII.GetString(script));
        var first = form == HookForm.Fresh ? (0, "", "") : (4, "theirs 3\n", "");

        Assert.Equal(first, Run(shell, repository, hook));
        Assert.Equal(guarded ? [] : ["hook post-checkout a b c * 1"], _bench.Calls());
        repository.Write(".git/codesyncer/enabled", "");
        Assert.Equal(first, Run(shell, repository, hook));
        Assert.Equal(["hook post-checkout a b c * 1"], _bench.Calls());
        Assert.True(_bench.WasCalledLater("hook save-work switch a b"));

        _bench.MakeTheExecutableExitWith(1);
        Assert.Equal(first, Run(shell, repository, hook));
        _bench.Calls();
        _bench.Sandbox.Environment["CODESYNCER"] = "0";
        Assert.Equal(first, Run(shell, repository, hook));
        Assert.Empty(_bench.Calls());
    }

    private (int, string, string) Run(string shell, SandboxRepository repository, string hook)
    {
        var words = shell.Split(' ');
        var answer = _bench.Sandbox.Run(repository.Path, words[0], [.. words.Skip(1), hook, "a b", "c *", "1"]);
        return (answer.ExitCode, answer.Output, answer.Error);
    }
}
