using CodeSyncer.Testing;

namespace CodeSyncer.Cli.Tests.Onboarding;

/// <summary>The script that a colleague runs once in a fresh clone.</summary>
public sealed class OnboardScriptTests : IDisposable
{
    private readonly User _user = new();

    public void Dispose() => _user.Dispose();

    [ProgramFact("pwsh")]
    public void It_onboards_a_fresh_clone_and_may_run_again()
    {
        var colleague = CloneOfSharedRepository();
        Assert.False(colleague.Has(".git/codesyncer"));
        Run(colleague).Succeeded();
        Assert.Contains("Chose sync processing", colleague.Read(".codesyncer/DECISIONS.md"));
        Assert.Equal("", colleague.Git("status", "--porcelain", "--untracked-files=all"));
        Assert.Contains("Nothing to do", Run(colleague).Succeeded().Output);
    }

    [ProgramFact("pwsh")]
    public void Without_the_tool_it_says_how_to_get_it_and_fails()
    {
        var colleague = CloneOfSharedRepository();
        File.Delete(_user.Installed);
        var answer = Run(colleague);
        Assert.Equal(2, answer.ExitCode);
        Assert.Contains("CodeSyncer.Tools", answer.Output);
        Assert.False(colleague.Has(".git/codesyncer"));
    }

    private SandboxRepository CloneOfSharedRepository()
    {
        var repository = _user.Repository();
        _user.Run(repository, "init", "--shared").Succeeded();
        repository.Commit("onboarded");
        return _user.Sandbox.Clone(repository.Path, "a colleague's clone");
    }

    private ProcessAnswer Run(SandboxRepository repository)
    {
        // Modules of the machine, ours among them, are not what is tried here.
        _user.Sandbox.Environment["PSModulePath"] = "";
        return _user.Sandbox.Run(_user.Sandbox.Root, "pwsh", ["-NoProfile", "-File", repository.At(".codesyncer/onboard.ps1")]);
    }
}
