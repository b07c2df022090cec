using CodeSyncer.Testing;

namespace CodeSyncer.Cli.Tests.GitHooks;

/// <summary>Files of the user's that have the names of our documents, and what git does with them.</summary>
public sealed class OwnershipTests : IDisposable
{
    private readonly Twins _twins = new();

    public void Dispose() => _twins.Dispose();

    [Fact]
    public void Documents_show_nowhere_in_git()
    {
        _twins.Onboard();
        Assert.True(_twins.Ours.Has(".codesyncer/DECISIONS.md"));
        Assert.Equal("", _twins.Ours.Git("status", "--porcelain", "--untracked-files=all"));
        _twins.AssertAlike();
    }

    [Fact]
    public void Branches_that_track_files_of_our_names_are_switched_to_and_from()
    {
        _twins.Git("switch", "-q", "-c", "tracks");
        _twins.Write(".codesyncer/DECISIONS.md", "# Decided long ago\n");
        _twins.Both(repository => repository.Commit("tracked documents"));
        _twins.Git("switch", "-q", "main");
        _twins.Onboard();
        Assert.Equal(0, _twins.Git("switch", "-q", "tracks").ExitCode);
        Assert.Equal("# Decided long ago\n", _twins.Document());
        _twins.Write("src/a.cs", "// @codesyncer-decision Meanwhile\n");
        _twins.Git("commit", "-qam", "meanwhile");
        Assert.Equal("# Decided long ago\n", _twins.Document());
        Assert.Equal(0, _twins.Git("switch", "-q", "main").ExitCode);
        Assert.Contains("No decision is on record yet", _twins.Document(), StringComparison.Ordinal);
        Assert.Equal(0, _twins.Git("merge", "-q", "--no-edit", "tracks").ExitCode);
        Assert.Equal("# Decided long ago\n", _twins.Document());
        _twins.AssertAlike();
    }

    [Fact]
    public void A_file_that_stood_there_before_us_stays_and_git_protects_it()
    {
        _twins.Ours.Write(".codesyncer/DECISIONS.md", "mine\n");
        _twins.Onboard();
        Assert.Equal("mine\n", _twins.Document());
        Assert.Contains("DECISIONS.md", _twins.Ours.Git("status", "--porcelain", "--untracked-files=all"), StringComparison.Ordinal);
        Assert.DoesNotContain("RULES.md", _twins.Ours.Git("status", "--porcelain", "--untracked-files=all"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_edited_by_hand_is_kept_said_once_and_comes_back_when_it_is_deleted()
    {
        _twins.Onboard();
        File.AppendAllText(_twins.Ours.At(".codesyncer/RULES.md"), "my own line\n");
        _twins.Write("src/a.cs", "// @codesyncer-rule In cents\n");
        var first = _twins.Git("commit", "-qam", "one");
        Assert.Contains("edited by hand", first.Error, StringComparison.Ordinal);
        Assert.Contains("my own line", _twins.Document("RULES.md"), StringComparison.Ordinal);
        Assert.Contains("?? .codesyncer/RULES.md", _twins.Git("status", "--porcelain", "--untracked-files=all").Output, StringComparison.Ordinal);
        _twins.Write("src/a.cs", "// @codesyncer-rule In euros\n");
        Assert.Equal("", _twins.Git("commit", "-qam", "two").Error);
        File.Delete(_twins.Ours.At(".codesyncer/RULES.md"));
        _twins.Sync();
        Assert.Contains("In euros", _twins.Document("RULES.md"), StringComparison.Ordinal);
        _twins.AssertAlike();
    }

    [Fact]
    public void No_link_out_of_the_repository_is_followed()
    {
        if (OperatingSystem.IsWindows())
            return;
        var outside = _twins.Ours.Sandbox.At("outside.md");
        File.WriteAllText(outside, "precious\n");
        Directory.CreateDirectory(_twins.Ours.At(".codesyncer"));
        File.CreateSymbolicLink(_twins.Ours.At(".codesyncer/OPEN.md"), outside);
        _twins.Onboard();
        Assert.Equal("precious\n", File.ReadAllText(outside));
        Assert.Equal(outside, new FileInfo(_twins.Ours.At(".codesyncer/OPEN.md")).LinkTarget);
        Assert.Contains("link", _twins.Run("sync").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_a_link_is_not_followed_either()
    {
        if (OperatingSystem.IsWindows())
            return;
        var outside = Directory.CreateDirectory(_twins.Ours.Sandbox.At("outside")).FullName;
        Directory.CreateSymbolicLink(_twins.Ours.At(".codesyncer"), outside);
        _twins.Onboard();
        Assert.Empty(Directory.EnumerateFileSystemEntries(outside));
    }

    [Fact]
    public void Lint_judges_what_is_staged_and_stops_only_where_the_configuration_says_so()
    {
        _twins.Onboard();
        _twins.Write("src/a.cs", "// @codesyncer-decison A misspelt kind\n");
        var free = _twins.Ours.TryGit("commit", "-qam", "free");
        Assert.Equal(0, free.ExitCode);
        Assert.Contains("src/a.cs:1: unknown-kind", free.Error, StringComparison.Ordinal);
        _twins.Ours.Write(".codesyncer/config.yml", "lint:\n  unknown-kind: error\n");
        _twins.Ours.Write("src/b.cs", "// @codesyncer-decison Staged\n");
        _twins.Ours.Git("add", "src/b.cs");
        _twins.Ours.Write("src/b.cs", "// @codesyncer-decision Mended, but not staged\n");
        Assert.Equal(1, _twins.Ours.TryGit("commit", "-qm", "stopped").ExitCode);
        _twins.Ours.Git("add", "src/b.cs");
        _twins.Ours.Write("src/b.cs", "// @codesyncer-decison Broken, but not staged\n");
        Assert.Equal(0, _twins.Ours.TryGit("commit", "-qm", "goes through").ExitCode);
    }

    [Fact]
    public void A_wrong_configuration_is_a_warning_in_a_hook_and_an_error_elsewhere()
    {
        _twins.Onboard();
        _twins.Ours.Write(".codesyncer/config.yml", "lintt:\n  unknown-kind: error\n");
        _twins.Ours.Write("src/a.cs", "// @codesyncer-decision All the same\n");
        var commit = _twins.Ours.TryGit("commit", "-qam", "all the same");
        Assert.Equal(0, commit.ExitCode);
        Assert.Contains("config.yml:1:", commit.Error, StringComparison.Ordinal);
        Assert.Contains("All the same", _twins.Document(), StringComparison.Ordinal);
        var lint = _twins.Run("lint");
        Assert.Equal(2, lint.ExitCode);
        Assert.Contains("lint", lint.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Uninstalling_puts_back_every_byte()
    {
        var before = FileTree.Of(_twins.Ours.Path);
        _twins.Onboard();
        _twins.Ours.Sandbox.Environment["XDG_DATA_HOME"] = _twins.Ours.Sandbox.At("user");
        _twins.Run("uninstall").Succeeded();
        Assert.Equal(before, FileTree.Of(_twins.Ours.Path));
    }
}
