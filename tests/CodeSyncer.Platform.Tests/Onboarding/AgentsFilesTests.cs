using System.Text;
using CodeSyncer.Core.Context;
using CodeSyncer.Core.Errors;
using CodeSyncer.Platform.Onboarding;
using CodeSyncer.Testing;

namespace CodeSyncer.Platform.Tests.Onboarding;

/// <summary>AGENTS.md and CLAUDE.md are the user's: our block comes and goes, all else stays byte for byte.</summary>
public sealed class AgentsFilesTests : IDisposable
{
    private readonly OnboardingBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("# Agents\n\nBe kind.\n")]
    [InlineData("# Agents\r\n\r\nBe kind.\r\n")]
    [InlineData("no last line end")]
    [InlineData("\uFEFFwith a mark\r\n")]
    [InlineData("")]
    public void What_the_user_wrote_stays_and_comes_back(string text)
    {
        var repository = _bench.Repository();
        repository.Write("AGENTS.md", text);
        repository.Write("CLAUDE.md", text);
        var before = FileTree.Of(repository.Path);
        _bench.Init(repository);
        Assert.StartsWith(text, Encoding.UTF8.GetString(File.ReadAllBytes(repository.At("AGENTS.md"))));
        Assert.Contains("codesyncer decisions", repository.Read("AGENTS.md"));
        Assert.Contains("@AGENTS.md", repository.Read("CLAUDE.md"));
        Assert.DoesNotContain("codesyncer decisions", repository.Read("CLAUDE.md"));
        _bench.Uninstall(repository);
        Assert.Equal(before, FileTree.Of(repository.Path));
    }

    [Theory]
    [InlineData("AGENTS.md", "CLAUDE.md")]
    [InlineData("CLAUDE.md", "AGENTS.md")]
    public void One_file_through_a_link_gets_one_block(string file, string link)
    {
        var repository = _bench.Repository();
        repository.Write(file, "text\n");
        File.CreateSymbolicLink(repository.At(link), file);
        _bench.Init(repository);
        var text = repository.Read(file);
        Assert.Equal(2, text.Split("<!-- BEGIN codesyncer").Length);
        Assert.DoesNotContain("@AGENTS.md", text);
        Assert.Equal(file, new FileInfo(repository.At(link)).LinkTarget);
        Assert.False(_bench.PlanInit(repository).HasChanges);
        _bench.Uninstall(repository);
        Assert.Equal("text\n", repository.Read(file));
        Assert.Equal(file, new FileInfo(repository.At(link)).LinkTarget);
    }

    [Theory]
    [InlineData("AGENTS.md")]
    [InlineData("CLAUDE.md")]
    public void A_link_out_of_the_repository_is_said_and_never_followed(string name)
    {
        var repository = _bench.Repository();
        var outside = _bench.Sandbox.At("outside.md");
        File.WriteAllText(outside, "someone else's\n");
        File.CreateSymbolicLink(repository.At(name), "../outside.md");
        var plan = _bench.Init(repository);
        Assert.Contains(plan.Steps, step => step.State == StepState.Warning && step.Subject == name && step.Text.Contains(outside));
        Assert.Equal("someone else's\n", File.ReadAllText(outside));
        _bench.Uninstall(repository);
        Assert.Equal("someone else's\n", File.ReadAllText(outside));
    }

    [Fact]
    public void A_folder_on_the_way_that_leads_out_counts_as_out()
    {
        var repository = _bench.Repository();
        Directory.CreateDirectory(_bench.Sandbox.At("elsewhere"));
        Directory.CreateSymbolicLink(repository.At("docs"), _bench.Sandbox.At("elsewhere"));
        File.CreateSymbolicLink(repository.At("AGENTS.md"), "docs/AGENTS.md");
        var plan = _bench.Init(repository);
        Assert.Contains(plan.Steps, step => step.State == StepState.Warning && step.Subject == "AGENTS.md");
        Assert.Empty(Directory.GetFiles(_bench.Sandbox.At("elsewhere")));
    }

    [Fact]
    public void A_link_within_the_repository_is_followed()
    {
        var repository = _bench.Repository();
        repository.Write("docs/agents.md", "text\n");
        File.CreateSymbolicLink(repository.At("AGENTS.md"), "docs/agents.md");
        _bench.Init(repository);
        Assert.Contains("BEGIN codesyncer", repository.Read("docs/agents.md"));
        Assert.Equal("docs/agents.md", new FileInfo(repository.At("AGENTS.md")).LinkTarget);
        _bench.Uninstall(repository);
        Assert.Equal("text\n", repository.Read("docs/agents.md"));
    }

    [Fact]
    public void Links_that_lead_round_in_a_circle_are_an_error_and_nothing_is_changed()
    {
        var repository = _bench.Repository();
        File.CreateSymbolicLink(repository.At("AGENTS.md"), "CLAUDE.md");
        File.CreateSymbolicLink(repository.At("CLAUDE.md"), "AGENTS.md");
        var before = FileTree.Of(repository.Path);
        Assert.Equal("CannotRead", Assert.Throws<CodeSyncerException>(() => _bench.Init(repository)).Id);
        Assert.Equal(before, FileTree.Of(repository.Path));
    }

    [Fact]
    public void Half_a_block_is_an_error_and_nothing_is_changed()
    {
        var repository = _bench.Repository();
        repository.Write("AGENTS.md", "<!-- BEGIN codesyncer 1 -->\ntext\n");
        var before = FileTree.Of(repository.Path);
        Assert.Equal("BrokenBlock", Assert.Throws<CodeSyncerException>(() => _bench.Init(repository)).Id);
        Assert.Equal(before, FileTree.Of(repository.Path));
    }

    [Fact]
    public void A_newer_block_stays_and_an_older_one_is_brought_forward()
    {
        var repository = _bench.Repository();
        repository.Write("AGENTS.md", "<!-- BEGIN codesyncer 99 -->\nnewer\n<!-- END codesyncer -->\n");
        _bench.Init(repository);
        Assert.Equal("<!-- BEGIN codesyncer 99 -->\nnewer\n<!-- END codesyncer -->\n", repository.Read("AGENTS.md"));
        repository.Write("AGENTS.md", "<!-- BEGIN codesyncer 0 -->\nolder\n<!-- END codesyncer -->\n");
        _bench.Init(repository);
        Assert.Equal(AgentsBlock.Body, AgentsBlock.Block.Body(File.ReadAllBytes(repository.At("AGENTS.md")), "AGENTS.md"));
    }

    [Theory]
    [InlineData("See @AGENTS.md first.\n")]
    [InlineData("@./AGENTS.md\r\n")]
    public void An_import_that_the_user_wrote_is_enough(string text)
    {
        var repository = _bench.Repository();
        repository.Write("CLAUDE.md", text);
        _bench.Init(repository);
        Assert.Equal(text, Encoding.UTF8.GetString(File.ReadAllBytes(repository.At("CLAUDE.md"))));
    }

    [Fact]
    public void Claude_md_in_its_own_folder_is_found_there()
    {
        var repository = _bench.Repository();
        repository.Write(".claude/CLAUDE.md", "text\n");
        _bench.Init(repository);
        Assert.Contains("@../AGENTS.md", repository.Read(".claude/CLAUDE.md"));
        Assert.False(repository.Has("CLAUDE.md"));
        _bench.Uninstall(repository);
        Assert.Equal("text\n", repository.Read(".claude/CLAUDE.md"));
    }

    [Fact]
    public void Uninstall_leaves_the_block_that_came_with_a_clone()
    {
        var repository = _bench.Repository();
        _bench.Init(repository);
        repository.Commit("onboarded");
        var colleague = _bench.Sandbox.Clone(repository.Path, "colleague");
        _bench.Init(colleague);
        Assert.Equal("", colleague.Git("status", "--porcelain", "--untracked-files=all"));
        _bench.Uninstall(colleague);
        Assert.Equal("", colleague.Git("status", "--porcelain", "--untracked-files=all"));
    }

    [Fact]
    public void What_the_user_added_to_a_file_of_ours_stays()
    {
        var repository = _bench.Repository();
        _bench.Init(repository);
        File.AppendAllText(repository.At("AGENTS.md"), "mine\n");
        _bench.Uninstall(repository);
        Assert.Equal("mine\n", repository.Read("AGENTS.md"));
        Assert.False(repository.Has("CLAUDE.md"));
    }

    [Fact]
    public void A_file_of_ours_that_became_a_link_does_not_stop_uninstall()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var bench = new OnboardingBench();
        var repository = bench.Repository();
        bench.Init(repository);
        File.Delete(repository.At("CLAUDE.md"));
        File.CreateSymbolicLink(repository.At("CLAUDE.md"), "AGENTS.md");
        bench.Uninstall(repository);
        Assert.False(File.Exists(repository.At("AGENTS.md")));
        Assert.Equal("AGENTS.md", new FileInfo(repository.At("CLAUDE.md")).LinkTarget);
        Assert.False(File.Exists(repository.At(".git/hooks/pre-commit")));
    }
}
