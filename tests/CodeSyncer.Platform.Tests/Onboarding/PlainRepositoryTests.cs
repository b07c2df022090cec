using CodeSyncer.Core.Errors;
using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.Onboarding;
using CodeSyncer.Testing;

namespace CodeSyncer.Platform.Tests.Onboarding;

public sealed class PlainRepositoryTests : IDisposable
{
    private readonly OnboardingBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public void After_init_git_calls_the_users_executable_at_every_hook()
    {
        var repository = bench.Repository();
        bench.Init(repository);
        repository.Write("a.txt", "b\n");
        repository.Git("commit", "-q", "-am", "second");
        Assert.Equal(["hook pre-commit", "hook post-commit"], bench.Calls());

        repository.Git("commit", "-q", "--amend", "-m", "again");
        Assert.Equal(["hook pre-commit", "hook post-commit", "hook post-rewrite amend"], bench.Calls());

        var first = repository.Git("rev-parse", "HEAD~1");
        var second = repository.Git("rev-parse", "HEAD");
        repository.Git("switch", "-q", "-c", "other", "HEAD~1");
        Assert.Equal([$"hook post-checkout {second} {first} 1"], bench.Calls());
        repository.Git("merge", "-q", "main");
        Assert.Equal(["hook post-merge 0"], bench.Calls());

        repository.Git("switch", "-q", "-c", "third", "HEAD~1");
        bench.Calls();
        var patch = bench.Sandbox.At("patch");
        File.WriteAllText(patch, repository.Git("format-patch", "-1", "--stdout", "main") + "\n");
        repository.Git("am", "-q", patch);
        Assert.Contains("hook post-applypatch", bench.Calls());
    }

    [Fact]
    public void A_second_init_has_nothing_to_do()
    {
        var repository = bench.Repository();
        Assert.True(bench.Init(repository).HasChanges);
        var plan = bench.PlanInit(repository);
        Assert.False(plan.HasChanges, string.Join('\n', plan.Steps));
    }

    [Fact]
    public void A_plan_alone_touches_nothing()
    {
        var repository = bench.Repository();
        var before = FileTree.Of(bench.Sandbox.Root);
        Assert.True(bench.PlanInit(repository, InitMode.Shared).HasChanges);
        Assert.Equal(before, FileTree.Of(bench.Sandbox.Root));
    }

    [Theory]
    [InlineData(InitMode.Local)]
    [InlineData(InitMode.Private)]
    [InlineData(InitMode.Shared)]
    public void Uninstall_puts_every_byte_back(InitMode mode)
    {
        var repository = bench.Repository();
        var before = FileTree.Of(repository.Path);
        bench.Init(repository, mode);
        Assert.NotEqual(before, FileTree.Of(repository.Path));
        bench.Uninstall(repository);
        Assert.Equal(before, FileTree.Of(repository.Path));
        Assert.False(bench.Uninstall(repository).HasChanges);
    }

    [Fact]
    public void A_repository_without_any_template_gets_back_its_bare_bones()
    {
        var repository = bench.Repository("repo", "--template=");
        var before = FileTree.Of(repository.Path);
        bench.Init(repository);
        repository.Git("commit", "-q", "--allow-empty", "-m", "second");
        Assert.Equal(["hook pre-commit", "hook post-commit"], bench.Calls());
        repository.Git("reset", "-q", "--hard", "HEAD~1");
        bench.Uninstall(repository);
        Assert.Equal(before.Keys.Where(path => !path.StartsWith(".git/objects")), FileTree.Of(repository.Path).Keys
            .Where(path => !path.StartsWith(".git/objects") && path != ".git/ORIG_HEAD"));
    }

    [Fact]
    public void Init_names_what_it_left_to_commit_and_status_shows_nothing_else()
    {
        var repository = bench.Repository();
        var init = bench.NewInit(repository, InitMode.Shared);
        init.Plan().Apply();
        Assert.Equal([".codesyncer/onboard.ps1", "AGENTS.md", "CLAUDE.md"], init.LeftToCommit().Order(StringComparer.Ordinal));
        Assert.Equal(
            init.LeftToCommit().Order(StringComparer.Ordinal),
            repository.Git("status", "--porcelain", "--untracked-files=all").Split('\n').Select(line => line[3..]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Private_leaves_nothing_that_others_would_see_and_stays_private()
    {
        var repository = bench.Repository();
        bench.Init(repository, InitMode.Private);
        Assert.Equal("", repository.Git("status", "--porcelain", "--ignored"));
        bench.Init(repository);
        Assert.Equal("", repository.Git("status", "--porcelain", "--ignored"));
    }

    [Fact]
    public void Generated_documents_are_hidden_one_by_one_and_a_tracked_one_is_not()
    {
        var repository = bench.Repository();
        repository.Write(".codesyncer/RULES.md", "the team's own\n");
        repository.Commit("rules");
        bench.Init(repository, InitMode.Private);
        foreach (var name in Platform.Onboarding.Init.Documents.Append("notes.md"))
            repository.Write(".codesyncer/" + name, "x\n");
        Assert.Equal(
            " M .codesyncer/RULES.md\n?? .codesyncer/notes.md",
            bench.Sandbox.Run(repository.Path, "git", ["status", "--porcelain", "--untracked-files=all"]).Output.TrimEnd());
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(5, false)]
    [InlineData(139, false)]
    public void Only_a_check_that_says_no_stops_a_commit(int exitCode, bool stops)
    {
        var repository = bench.Repository();
        bench.Init(repository);
        bench.MakeTheExecutableExitWith(exitCode);
        Assert.Equal(stops, repository.TryGit("commit", "--allow-empty", "-m", "second").ExitCode != 0);
        Assert.Equal(0, repository.TryGit("switch", "-c", "other").ExitCode);
        Assert.Equal(0, repository.TryGit("commit", "--allow-empty", "--no-verify", "-m", "third").ExitCode);
    }

    [Fact]
    public void An_executable_that_cannot_run_stops_nothing()
    {
        var repository = bench.Repository();
        bench.Init(repository);
        OnboardingBench.WriteScript(bench.Places.Executable, "\u007fELF of another machine (((");
        Assert.Equal(0, repository.TryGit("commit", "--allow-empty", "-m", "second").ExitCode);
        Assert.Equal(0, repository.TryGit("switch", "-c", "other").ExitCode);
    }

    [Fact]
    public void A_missing_executable_says_one_line_and_stops_nothing()
    {
        var repository = bench.Repository();
        bench.Init(repository);
        File.Delete(bench.Places.Executable);
        var answer = repository.TryGit("switch", "-q", "-c", "other");
        Assert.Equal(0, answer.ExitCode);
        Assert.Single(answer.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("codesyncer init", answer.Error);
    }

    [Fact]
    public void An_executable_on_the_path_then_the_one_that_a_variable_names_stand_in()
    {
        var repository = bench.Repository();
        bench.Init(repository);
        File.Delete(bench.Places.Executable);
        bench.Sandbox.Environment["CODESYNCER_BIN"] = bench.Source.Path;
        repository.Git("switch", "-q", "-c", "other");
        Assert.Single(bench.Calls());
        bench.Sandbox.Environment["CODESYNCER_BIN"] = null;
        bench.Sandbox.Environment["PATH"] = Path.GetDirectoryName(bench.Source.Path) + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        repository.Git("switch", "-q", "main");
        Assert.Single(bench.Calls());
    }

    [Theory]
    [InlineData("CODESYNCER", "0")]
    [InlineData("CODESYNCER_INSIDE", "1")]
    public void A_variable_turns_it_off(string name, string value)
    {
        var repository = bench.Repository();
        bench.Init(repository);
        bench.Sandbox.Environment[name] = value;
        var answer = repository.TryGit("commit", "-q", "--allow-empty", "-m", "second");
        Assert.Equal((0, ""), (answer.ExitCode, answer.Error));
        Assert.Empty(bench.Calls());
    }

    [Fact]
    public void Lines_that_the_user_adds_to_our_hook_run_and_stay()
    {
        var repository = bench.Repository();
        bench.Init(repository);
        File.AppendAllText(repository.At(".git/hooks/pre-commit"), "echo user >>\"$HOME/user.log\"\n");
        repository.Git("commit", "-q", "--allow-empty", "-m", "second");
        Assert.Equal(["hook pre-commit", "hook post-commit"], bench.Calls());
        Assert.Equal("user\n", File.ReadAllText(Path.Combine(bench.Sandbox.Home, "user.log")));
        bench.Uninstall(repository);
        Assert.Equal("#!/bin/sh\necho user >>\"$HOME/user.log\"\n", repository.Read(".git/hooks/pre-commit"));
    }

    [Fact]
    public void Spaces_quotes_and_other_scripts_in_paths_do_no_harm()
    {
        var repository = bench.Repository("it's a 저장소 \"$HOME\" \\ & more");
        bench.Init(repository);
        repository.Git("commit", "-q", "--allow-empty", "-m", "second");
        Assert.Equal(["hook pre-commit", "hook post-commit"], bench.Calls());
    }

    [Fact]
    public void Linked_work_trees_share_the_hooks()
    {
        var repository = bench.Repository();
        var linked = repository.AddWorkTree("linked");
        bench.Init(linked, InitMode.Private);
        repository.Git("commit", "-q", "--allow-empty", "-m", "second");
        linked.Git("commit", "-q", "--allow-empty", "-m", "second");
        Assert.Equal(4, bench.Calls().Length);
        Assert.False(bench.PlanInit(repository).HasChanges);
        bench.Uninstall(repository);

        var before = FileTree.Of(repository.Path);
        bench.Init(linked, InitMode.Private);
        bench.Uninstall(repository);
        Assert.Equal(before, FileTree.Of(repository.Path));
    }

    [Fact]
    public void A_submodule_is_wired_by_itself()
    {
        var library = bench.Repository("library");
        var repository = bench.Repository();
        bench.Sandbox.Environment["GIT_ALLOW_PROTOCOL"] = "file";
        repository.Git("submodule", "add", "-q", library.Path, "lib");
        repository.Commit("with a submodule");
        var submodule = new SandboxRepository(bench.Sandbox, repository.At("lib"));
        bench.Init(submodule, InitMode.Private);
        submodule.Git("commit", "-q", "--allow-empty", "-m", "inside");
        Assert.Equal(2, bench.Calls().Length);
        repository.Git("commit", "-q", "--allow-empty", "-m", "outside");
        Assert.Empty(bench.Calls());
        Assert.Equal("", submodule.Git("status", "--porcelain"));
    }

    [Fact]
    public void A_bare_repository_can_be_wired_for_its_work_trees()
    {
        var origin = bench.Repository("origin");
        var bare = bench.Sandbox.Clone(origin.Path, "bare.git", "--bare");
        var before = FileTree.Of(bare.Path);
        bench.Init(bare);
        Assert.False(bare.Has("AGENTS.md"));
        bench.Uninstall(bare);
        Assert.Equal(before, FileTree.Of(bare.Path));

        bench.Init(bare);
        var linked = bare.AddWorkTree("linked");
        Assert.Single(bench.Calls());
        linked.Git("commit", "-q", "--allow-empty", "-m", "second");
        Assert.Equal(2, bench.Calls().Length);
    }

    [Fact]
    public void Where_something_cannot_be_written_nothing_is_half_done()
    {
        var repository = bench.Repository();
        Directory.Delete(repository.At(".git/hooks"), recursive: true);
        File.WriteAllText(repository.At(".git/codesyncer"), "in the way");
        var before = FileTree.Of(repository.Path);
        var error = Assert.Throws<CodeSyncerException>(() => bench.Init(repository));
        Assert.Equal(("CannotWrite", ErrorKind.NoRepository), (error.Id, error.Kind));
        Assert.Equal(before, FileTree.Of(repository.Path));
    }

    [Fact]
    public void What_was_done_before_a_failure_is_undone()
    {
        var repository = bench.Repository();
        Directory.CreateDirectory(repository.At(".git/hooks/post-merge/in the way"));
        var before = FileTree.Of(repository.Path);
        Assert.Equal("CannotWrite", Assert.Throws<CodeSyncerException>(() => bench.Init(repository)).Id);
        Assert.Equal(before, FileTree.Of(repository.Path));
    }

    [Fact]
    public void Purge_takes_what_later_use_left_and_a_plain_uninstall_does_not()
    {
        var repository = bench.Repository();
        bench.Init(repository);
        repository.Write(".git/codesyncer/ledger.git/HEAD", "kept");
        bench.Uninstall(repository);
        Assert.True(repository.Has(".git/codesyncer/ledger.git/HEAD"));
        Assert.False(repository.Has(".git/codesyncer/enabled"));
        bench.Uninstall(repository, purge: true);
        Assert.False(repository.Has(".git/codesyncer"));
    }

    [Fact]
    public void Without_its_record_the_hooks_and_the_exclude_file_still_come_back()
    {
        var repository = bench.Repository();
        var before = FileTree.Of(repository.Path);
        bench.Init(repository, InitMode.Private);
        Directory.Delete(repository.At(".git/codesyncer/state"), recursive: true);
        bench.Uninstall(repository);
        Assert.Equal(before, FileTree.Of(repository.Path));
    }

    [Fact]
    public void Without_a_build_to_install_the_installed_one_serves_and_none_at_all_is_an_error()
    {
        var repository = bench.Repository();
        var init = new Init(GitRepository.Discover(repository.Path), bench.Places, new InitOptions(), source: null);
        Assert.Equal("NoExecutable", Assert.Throws<CodeSyncerException>(init.Plan).Id);
        new UserExecutable(bench.Places).Install(bench.Source);
        init.Plan().Apply();
        repository.Git("commit", "-q", "--allow-empty", "-m", "second");
        Assert.Equal(2, bench.Calls().Length);
    }
}
