using CodeSyncer.Testing;

namespace CodeSyncer.PowerShell.Tests.Repository;

[Collection(ModuleCollection.Name)]
public sealed class OnboardingCmdletTests : IDisposable
{
    private readonly GitSandbox _sandbox = new();
    private readonly SandboxRepository _repository;
    private readonly StagedModule _module;

    public OnboardingCmdletTests(StagedModule module)
    {
        _module = module;
        _repository = _sandbox.Init();
        _repository.Write("a.cs", "// @codesyncer-decision Charge at once; refunds are manual\n");
        _repository.Commit("start");
    }

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void Install_with_WhatIf_touches_nothing()
    {
        var before = FileTree.Of(_repository.Path);
        Run("Install-CodeSyncer -WhatIf");
        Assert.Equal(before, FileTree.Of(_repository.Path));
    }

    [Fact]
    public void Install_wires_documents_follow_and_uninstall_puts_every_byte_back()
    {
        var before = FileTree.Of(_repository.Path);
        Run("Install-CodeSyncer");
        Assert.True(_repository.Has(".git/hooks/pre-commit"));
        Assert.Contains("Charge at once", _repository.Read(".codesyncer/DECISIONS.md"), StringComparison.Ordinal);
        Assert.Equal([true], Run("Test-CodeSyncer -Quiet").Output.Select(answer => answer.BaseObject));
        Assert.DoesNotContain("Changed", Run("Install-CodeSyncer -PassThru").Each("State"));
        Run("Uninstall-CodeSyncer");
        Assert.Equal(before, FileTree.Of(_repository.Path));
    }

    [Fact]
    public void Repair_mends_what_the_test_finds()
    {
        Run("Install-CodeSyncer");
        File.Delete(_repository.At(".git/hooks/pre-commit"));
        Assert.Contains("Fail", Run("Test-CodeSyncer").Each("State"));
        Run("Repair-CodeSyncer -WhatIf");
        Assert.False(_repository.Has(".git/hooks/pre-commit"));
        Run("Repair-CodeSyncer");
        Assert.Equal([true], Run("Test-CodeSyncer -Quiet").Output.Select(answer => answer.BaseObject));
    }

    [Fact]
    public void An_error_of_one_repository_does_not_stop_the_next()
    {
        var answer = _module.InvokeAt(_repository, "$args[0], $args[1] | Install-CodeSyncer -PassThru", _sandbox.Home, _repository.Path);
        Assert.StartsWith("NoClones,", Assert.Single(answer.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.All(answer.Each("Repository"), repository => Assert.Equal(_repository.Path, repository));
        Assert.NotEmpty(answer.Output);
    }

    [Fact]
    public void Agents_are_wired_where_they_are_named_and_taken_out_with_none()
    {
        Run("Install-CodeSyncer -Agent claude, codex");
        Assert.True(_repository.Has(".claude/settings.local.json") && _repository.Has(".codex/hooks.json"));
        Run("Install-CodeSyncer");
        Assert.True(_repository.Has(".claude/settings.local.json"));
        Run("Install-CodeSyncer -Agent none");
        Assert.False(_repository.Has(".claude/settings.local.json") || _repository.Has(".codex/hooks.json"));
        var error = Assert.Single(_module.InvokeAt(_repository, "Install-CodeSyncer -Agent claud").Errors);
        Assert.StartsWith("UnknownAgentProgram,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("'claude'", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void Advice_names_cmdlets()
    {
        var agents = Run("Install-CodeSyncer -PassThru").Output.Single(step => (string)step.Properties["Subject"].Value == "agents");
        Assert.Contains("'Install-CodeSyncer -Agent claude,codex'", (string)agents.Properties["Text"].Value, StringComparison.Ordinal);
    }

    private ModuleAnswer Run(string script) => _module.InvokeAt(_repository, script).Succeeded();
}
