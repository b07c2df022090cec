using System.Management.Automation;
using CodeSyncer.Testing;

namespace CodeSyncer.PowerShell.Tests.Context;

[Collection(ModuleCollection.Name)]
public sealed class ContextCmdletTests : IDisposable
{
    private readonly GitSandbox _sandbox = new();
    private readonly SandboxRepository _repository;
    private readonly StagedModule _module;

    public ContextCmdletTests(StagedModule module)
    {
        _module = module;
        _repository = _sandbox.Init();
        _repository.Write("src/pay.cs", "// @codesyncer-decision [2026-01-15] Charge at once; refunds are manual\n// @codesyncer-todo Retry when the gateway times out\n");
        _repository.Write("a.py", "# @codesyncer-rule No prices in logs\n");
        _repository.Commit("start");
    }

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void Sync_writes_the_documents_and_says_so_only_when_asked()
    {
        Assert.Empty(Run("Sync-Context").Output);
        Assert.Contains("Charge at once", _repository.Read(".codesyncer/DECISIONS.md"), StringComparison.Ordinal);
        Assert.All(Run("Sync-Context -PassThru").Each("State"), state => Assert.Equal("Unchanged", state));
    }

    [Fact]
    public void Sync_with_WhatIf_touches_nothing()
    {
        var before = FileTree.Of(_repository.Path, ".git/codesyncer");
        Run("Sync-Context -WhatIf; Sync-Context -To published -WhatIf");
        Assert.Equal(before, FileTree.Of(_repository.Path, ".git/codesyncer"));
    }

    [Fact]
    public void Sync_leaves_a_file_of_the_users_alone_and_warns()
    {
        _repository.Write(".codesyncer/RULES.md", "mine\n");
        Assert.Contains("RULES.md", Assert.Single(Run("Sync-Context").Warnings), StringComparison.Ordinal);
        Assert.Equal("mine\n", _repository.Read(".codesyncer/RULES.md"));
    }

    [Fact]
    public void Sync_of_a_revision_needs_a_folder()
    {
        var error = Assert.Single(_module.InvokeAt(_repository, "Sync-Context -Rev main").Errors);
        Assert.StartsWith("RevisionNeedsTarget,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("-To", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void The_check_passes_sound_tags_and_compares_documents_only_where_there_should_be_some()
    {
        var check = Run("Test-Context").Output.Single();
        Assert.Equal((true, false), (check.Properties["Passed"].Value, check.Properties["DocumentsChecked"].Value));
        Assert.Equal([false], Run("Test-Context -To published -Quiet").Output.Select(answer => answer.BaseObject));
        Assert.Equal([true], Run("Sync-Context -To published; Test-Context -To published -Quiet").Output.Select(answer => answer.BaseObject));
    }

    [Fact]
    public void The_check_says_no_to_an_error()
    {
        _repository.Write(".codesyncer/config.yml", "lint:\n  bad-date: error\n");
        _repository.Write("src/b.cs", "// @codesyncer-decision [2026-02-31] Rounding happens at the till\n");
        Assert.Equal([false], Run("Test-Context -Quiet").Output.Select(answer => answer.BaseObject));
        Assert.Equal([true], Run("Test-Context -Staged -Quiet").Output.Select(answer => answer.BaseObject));
        Assert.Equal(["src/b.cs"], Run("(Test-Context).Findings").Each("RelativePath"));
        Assert.StartsWith("::error", Run("(Test-Context).ToGitHub()").Lines.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void Measure_counts_by_kind_and_folder_and_weighs_each_document()
    {
        var rows = Run("Measure-Context").Output.ToLookup(row => (string)row.Properties["Group"].Value);
        Assert.Equal(["decision 1", "rule 1", "todo 1"], rows["Kind"].Select(Counted));
        Assert.Equal(["src 2", ". 1"], rows["Folder"].Select(Counted));
        Assert.Equal(6, rows["Document"].Count());
        Assert.All(rows["Document"], row => Assert.True((int)row.Properties["Bytes"].Value > 0));
    }

    [Fact]
    public void Show_says_where_the_work_stands() => Assert.Contains("main", Run("Show-Context").Lines.Single(), StringComparison.Ordinal);

    [Fact]
    public void Show_is_for_the_agent_named_and_tells_its_parts_as_an_object()
    {
        _repository.Git("config", "user.name", "Kim Lee");
        Run("Save-WorkHook 'half done' -Agent bob");
        Assert.DoesNotContain("half done", Run("Show-Context").Lines.Single(), StringComparison.Ordinal);
        Assert.Contains("half done", Run("Show-Context -Agent bob -Short").Lines.Single(), StringComparison.Ordinal);
        var brief = Run("Show-Context -Agent bob -AsObject").Output.Single();
        Assert.Contains("half done", (string)brief.Properties["Text"].Value, StringComparison.Ordinal);
        Assert.Equal(["agent", "work", "context"], Run("(Show-Context -Agent bob -AsObject).Parts").Each("Name"));
        Assert.Equal(((string)brief.Properties["Text"].Value).Length, Run("(Show-Context -Agent bob -AsObject).Parts").Each("Characters").Cast<int>().Sum());
    }

    [Fact]
    public void Show_tells_the_town_at_its_root_and_the_mayor_what_a_mayor_does()
    {
        var town = Directory.CreateDirectory(_sandbox.At("shop/.codesyncer")).Parent!.FullName;
        File.WriteAllText(Path.Combine(town, ".codesyncer", "town.yml"), "name: shop\n");
        var answer = _module.InvokeAt(_repository, "Show-Context -Repository $args[0] -AsObject; Show-Context -Repository $args[0]", town).Succeeded();
        var brief = answer.Output[0];
        Assert.StartsWith("# Town shop\n\nYou are at the root of a town", (string)brief.Properties["Text"].Value, StringComparison.Ordinal);
        Assert.Equal(town, brief.Properties["Repository"].Value);
        Assert.Equal(brief.Properties["Text"].Value, Assert.Single(answer.Lines.Skip(1)));
        Assert.Contains("You are the mayor", Assert.Single(_module.InvokeAt(_repository, "Show-Context -Repository $args[0] -Agent mayor", town).Succeeded().Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void Watch_ends_when_the_pipeline_is_stopped()
    {
        using var shell = System.Management.Automation.PowerShell.Create(_module.Runspace);
        shell.AddCommand("Watch-Context").AddParameter("Repository", _repository.Path);
        using var output = new PSDataCollection<PSObject>();
        using var first = new ManualResetEventSlim();
        output.DataAdded += (_, _) => first.Set();
        var running = shell.BeginInvoke<PSObject, PSObject>(null, output);
        Assert.True(first.Wait(TimeSpan.FromMinutes(1)));
        shell.Stop();
        Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(running));
        Assert.Equal(3, output[0].Properties["Tags"].Value);
    }

    [Fact]
    public void Blame_names_the_commit_of_each_line_also_when_lines_moved()
    {
        var start = _repository.Git("rev-parse", "HEAD");
        _repository.Write("src/pay.cs", "// new\n" + _repository.Read("src/pay.cs") + "// @codesyncer-rule Amounts are integers\n");
        Assert.Equal([start, start, null], Run("Get-ContextTag src -Blame").Each("Commit"));
        _repository.Git("add", "-A");
        Assert.Equal([start, start, null], Run("Get-ContextTag src -Blame -Staged").Each("Commit"));
        Assert.Equal(["Kim Lee", "Kim Lee"], Run("Get-ContextTag src -Blame -Rev main").Each("Author"));
        var next = _repository.Commit("next");
        Assert.Equal([start, start, next], Run("Get-ContextTag src -Blame").Each("Commit"));
        Assert.Equal(new string?[] { null, null, null }, Run("Get-ContextTag src -Blame -Rev 'main^{tree}'").Each("Commit"));
    }

    private static string Counted(PSObject row) => $"{row.Properties["Name"].Value} {row.Properties["Tags"].Value}";

    private ModuleAnswer Run(string script) => _module.InvokeAt(_repository, script).Succeeded();
}
