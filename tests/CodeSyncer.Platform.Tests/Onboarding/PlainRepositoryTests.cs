using CodeSyncer.Core.Errors;
using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.Onboarding;
using CodeSyncer.Testing;

namespace CodeSyncer.Platform.Tests.Onboarding;

public sealed class PlainRepositoryTests : IDisposable
{
    private readonly OnboardingBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void After_init_git_calls_the_users_executable_at_every_hook()
    {
        var repository = _bench.Repository();
        _bench.Init(repository);
        repository.Write("a.txt", "b\n");
        repository.Git("commit", "-q", "-am", "second");
        Assert.Equal(["hook pre-commit", "hook post-commit"], _bench.Calls());

        repository.Git("commit", "-q", "--amend", "-m", "again");
        Assert.Equal(["hook pre-commit", "hook post-commit", "hook post-rewrite amend"], _bench.Calls());

        var first = repository.Git("rev-parse", "HEAD~1");
        var second = repository.Git("rev-parse", "HEAD");
        repository.Git("switch", "-q", "-c", "other", "HEAD~1");
        Assert.Equal([$"hook post-checkout {second} {first} 1"], _bench.Calls());
        repository.Git("merge", "-q", "main");
        Assert.Equal(["hook post-merge 0"], _bench.Calls());

        repository.Git("switch", "-q", "-c", "third", "HEAD~1");
        _bench.Calls();
        var patch = _bench.Sandbox.At("patch");
        File.WriteAllText(patch, repository.Git("format-patch", "-1", "--stdout", "main") + "\n");
        repository.Git("am", "-q", patch);
        Assert.Contains("hook post-applypatch", _bench.Calls());
    }

    [Fact]
    public void A_second_init_has_nothing_to_do()
    {
        var repository = _bench.Repository();
        Assert.True(_bench.Init(repository).HasChanges);
        var plan = _bench.PlanInit(repository);
        Assert.False(plan.HasChanges, string.Join('\n', plan.Steps));
    }

    [Fact]
    public void A_plan_alone_touches_nothing()
    {
        var repository = _bench.Repository();
        var before = FileTree.Of(_bench.Sandbox.Root);
        Assert.True(_bench.PlanInit(repository, InitMode.Shared).HasChanges);
        Assert.Equal(before, FileTree.Of(_bench.Sandbox.Root));
    }

    [Theory]
    [InlineData(InitMode.Local)]
    [InlineData(InitMode.Private)]
    [InlineData(InitMode.Shared)]
    public void Uninstall_puts_every_byte_back(InitMode mode)
    {
        var repository = _bench.Repository();
        var before = FileTree.Of(repository.Path);
        _bench.Init(repository, mode);
        Assert.NotEqual(before, FileTree.Of(repository.Path));
        _bench.Uninstall(repository);
        Assert.Equal(before, FileTree.Of(repository.Path));
        Assert.False(_bench.Uninstall(repository).HasChanges);
    }

    [Fact]
    public void A_repository_without_any_template_gets_back_its_bare_bones()
    {
        var repository = _bench.Repository("repo", "--template=");
        var before = FileTree.Of(repository.Path);
        _bench.Init(repository);
        repository.Git("commit", "-q", "--allow-empty", "-m", "second");
        Assert.Equal(["hook pre-commit", "hook post-commit"], _bench.Calls());
        repository.Git("reset", "-q", "--hard", "HEAD~1");
        _bench.Uninstall(repository);
        Assert.Equal(before.Keys.Where(path => !path.StartsWith(".git/objects")), FileTree.Of(repository.Path).Keys
            .Where(path => !path.StartsWith(".git/objects") && path != ".git/ORIG_HEAD"));
    }

    [Fact]
    public void Init_names_what_it_left_to_commit_and_status_shows_nothing_else()
    {
        var repository = _bench.Repository();
        var init = _bench.NewInit(repository, InitMode.Shared);
        init.Plan().Apply();
        Assert.Equal([".codesyncer/onboard.ps1", "AGENTS.md", "CLAUDE.md"], init.LeftToCommit().Order(StringComparer.Ordinal));
        Assert.Equal(
            init.LeftToCommit().Order(StringComparer.Ordinal),
            repository.Git("status", "--porcelain", "--untracked-files=all").Split('\n').Select(line => line[3..]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Private_leaves_nothing_that_others_would_see_and_stays_private()
    {
        var repository = _bench.Repository();
        _bench.Init(repository, InitMode.Private);
        Assert.Equal("", repository.Git("status", "--porcelain", "--ignored"));
        _bench.Init(repository);
        Assert.Equal("", repository.Git("status", "--porcelain", "--ignored"));
    }

    [Fact]
    public void Generated_documents_are_hidden_one_by_one()
    {
        var repository = _bench.Repository();
        _bench.Init(repository, InitMode.Private);
        foreach (var name in Platform.Context.OwnPaths.Documents.Append("notes.md"))
            repository.Write(".codesyncer/" + name, "x\n");
        Assert.Equal("?? .codesyncer/notes.md", repository.Git("status", "--porcelain", "--untracked-files=all"));
    }

    [Fact]
    public void Documents_in_every_work_tree_go_with_us_but_not_one_that_a_person_edited()
    {
        var repository = _bench.Repository();
        var linked = repository.AddWorkTree("linked");
        _bench.Init(repository, InitMode.Private);
        foreach (var tree in new[] { repository, linked })
            new Platform.Context.ContextSync(Workspace.Open(tree.Path)).Run(new Platform.Context.SyncOptions());
        File.AppendAllText(linked.At(".codesyncer/RULES.md"), "mine\n");
        var plan = _bench.Uninstall(linked);
        Assert.False(repository.Has(".codesyncer"));
        Assert.Equal([linked.At(".codesyncer/RULES.md")], Directory.GetFiles(linked.At(".codesyncer")));
        Assert.Contains(plan.Steps, step => step.State == StepState.Warning && step.Text.Contains("RULES.md"));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(5, false)]
    [InlineData(139, false)]
    public void Only_a_check_that_says_no_stops_a_commit(int exitCode, bool stops)
    {
        var repository = _bench.Repository();
        _bench.Init(repository);
        _bench.MakeTheExecutableExitWith(exitCode);
        Assert.Equal(stops, repository.TryGit("commit", "--allow-empty", "-m", "second").ExitCode != 0);
        Assert.Equal(0, repository.TryGit("switch", "-c", "other").ExitCode);
        Assert.Equal(0, repository.TryGit("commit", "--allow-empty", "--no-verify", "-m", "third").ExitCode);
    }

    [Fact]
    public void An_executable_that_cannot_run_stops_nothing()
    {
        var repository = _bench.Repository();
        _bench.Init(repository);
        OnboardingBench.WriteScript(_bench.Places.Executable, "\u007fELF of another machine (((");
        Assert.Equal(0, repository.TryGit("commit", "--allow-empty", "-m", "second").ExitCode);
        Assert.Equal(0, repository.TryGit("switch", "-c", "other").ExitCode);
    }

    [Fact]
    public void A_missing_executable_says_one_line_and_stops_nothing()
    {
        var repository = _bench.Repository();
        _bench.Init(repository);
        File.Delete(_bench.Places.Executable);
        var answer = repository.TryGit("switch", "-q", "-c", "other");
        Assert.Equal(0, answer.ExitCode);
        Assert.Single(answer.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("codesyncer init", answer.Error);
    }

    [Fact]
    public void An_executable_on_the_path_then_the_one_that_a_variable_names_stand_in()
    {
        var repository = _bench.Repository();
        _bench.Init(repository);
        File.Delete(_bench.Places.Executable);
        _bench.Sandbox.Environment["CODESYNCER_BIN"] = _bench.Source.Path;
        repository.Git("switch", "-q", "-c", "other");
        Assert.Single(_bench.Calls());
        _bench.Sandbox.Environment["CODESYNCER_BIN"] = null;
        _bench.Sandbox.Environment["PATH"] = Path.GetDirectoryName(_bench.Source.Path) + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        repository.Git("switch", "-q", "main");
        Assert.Single(_bench.Calls());
    }

    [Theory]
    [InlineData("CODESYNCER", "0")]
    [InlineData("CODESYNCER_INSIDE", "1")]
    public void A_variable_turns_it_off(string name, string value)
    {
        var repository = _bench.Repository();
        _bench.Init(repository);
        _bench.Sandbox.Environment[name] = value;
        var answer = repository.TryGit("commit", "-q", "--allow-empty", "-m", "second");
        Assert.Equal((0, ""), (answer.ExitCode, answer.Error));
        Assert.Empty(_bench.Calls());
    }

    [Fact]
    public void Lines_that_the_user_adds_to_our_hook_run_and_stay()
    {
        var repository = _bench.Repository();
        _bench.Init(repository);
        File.AppendAllText(repository.At(".git/hooks/pre-commit"), "echo user >>\"$HOME/user.log\"\n");
        repository.Git("commit", "-q", "--allow-empty", "-m", "second");
        Assert.Equal(["hook pre-commit", "hook post-commit"], _bench.Calls());
        Assert.Equal("user\n", File.ReadAllText(Path.Combine(_bench.Sandbox.Home, "user.log")));
        _bench.Uninstall(repository);
        Assert.Equal("#!/bin/sh\necho user >>\"$HOME/user.log\"\n", repository.Read(".git/hooks/pre-commit"));
    }

    [Fact]
    public void Spaces_quotes_and_other_scripts_in_paths_do_no_harm()
    {
        var repository = _bench.Repository("it's a 저장소 \"$HOME\" \\ & more");
        _bench.Init(repository);
        repository.Git("commit", "-q", "--allow-empty", "-m", "second");
        Assert.Equal(["hook pre-commit", "hook post-commit"], _bench.Calls());
    }

    [Fact]
    public void Linked_work_trees_share_the_hooks()
    {
        var repository = _bench.Repository();
        var linked = repository.AddWorkTree("linked");
        _bench.Init(linked, InitMode.Private);
        repository.Git("commit", "-q", "--allow-empty", "-m", "second");
        linked.Git("commit", "-q", "--allow-empty", "-m", "second");
        Assert.Equal(4, _bench.Calls().Length);
        Assert.False(_bench.PlanInit(repository).HasChanges);
        _bench.Uninstall(repository);

        var before = FileTree.Of(repository.Path);
        _bench.Init(linked, InitMode.Private);
        _bench.Uninstall(repository);
        Assert.Equal(before, FileTree.Of(repository.Path));
    }

    [Fact]
    public void A_submodule_is_wired_by_itself()
    {
        var library = _bench.Repository("library");
        var repository = _bench.Repository();
        _bench.Sandbox.Environment["GIT_ALLOW_PROTOCOL"] = "file";
        repository.Git("submodule", "add", "-q", library.Path, "lib");
        repository.Commit("with a submodule");
        var submodule = new SandboxRepository(_bench.Sandbox, repository.At("lib"));
        _bench.Init(submodule, InitMode.Private);
        submodule.Git("commit", "-q", "--allow-empty", "-m", "inside");
        Assert.Equal(2, _bench.Calls().Length);
        repository.Git("commit", "-q", "--allow-empty", "-m", "outside");
        Assert.Empty(_bench.Calls());
        Assert.Equal("", submodule.Git("status", "--porcelain"));
    }

    [Fact]
    public void A_bare_repository_can_be_wired_for_its_work_trees()
    {
        var origin = _bench.Repository("origin");
        var bare = _bench.Sandbox.Clone(origin.Path, "bare.git", "--bare");
        var before = FileTree.Of(bare.Path);
        _bench.Init(bare);
        Assert.False(bare.Has("AGENTS.md"));
        _bench.Uninstall(bare);
        Assert.Equal(before, FileTree.Of(bare.Path));

        _bench.Init(bare);
        var linked = bare.AddWorkTree("linked");
        Assert.Single(_bench.Calls());
        linked.Git("commit", "-q", "--allow-empty", "-m", "second");
        Assert.Equal(2, _bench.Calls().Length);
    }

    [Fact]
    public void Where_something_cannot_be_written_nothing_is_half_done()
    {
        var repository = _bench.Repository();
        Directory.Delete(repository.At(".git/hooks"), recursive: true);
        File.WriteAllText(repository.At(".git/codesyncer"), "in the way");
        var before = FileTree.Of(repository.Path);
        var error = Assert.Throws<CodeSyncerException>(() => _bench.Init(repository));
        Assert.Equal(("CannotWrite", ErrorKind.NoRepository), (error.Id, error.Kind));
        Assert.Equal(before, FileTree.Of(repository.Path));
    }

    [Fact]
    public void What_was_done_before_a_failure_is_undone()
    {
        var repository = _bench.Repository();
        Directory.CreateDirectory(repository.At(".git/hooks/post-merge/in the way"));
        var before = FileTree.Of(repository.Path);
        Assert.Equal("CannotWrite", Assert.Throws<CodeSyncerException>(() => _bench.Init(repository)).Id);
        Assert.Equal(before, FileTree.Of(repository.Path));
    }

    [Fact]
    public void Purge_takes_what_later_use_left_and_a_plain_uninstall_does_not()
    {
        var repository = _bench.Repository();
        _bench.Init(repository);
        repository.Write(".git/codesyncer/ledger.git/HEAD", "kept");
        _bench.Uninstall(repository);
        Assert.True(repository.Has(".git/codesyncer/ledger.git/HEAD"));
        Assert.False(repository.Has(".git/codesyncer/enabled"));
        _bench.Uninstall(repository, purge: true);
        Assert.False(repository.Has(".git/codesyncer"));
    }

    [Fact]
    public void A_repository_that_was_moved_still_works_and_is_still_put_back()
    {
        var repository = _bench.Repository();
        var before = FileTree.Of(repository.Path);
        _bench.Init(repository, InitMode.Shared);
        Directory.Move(repository.Path, _bench.Sandbox.At("moved"));
        var moved = new SandboxRepository(_bench.Sandbox, _bench.Sandbox.At("moved"));
        Assert.False(_bench.PlanInit(moved).HasChanges);
        moved.Git("switch", "-q", "--detach");
        Assert.Single(_bench.Calls());
        moved.Git("switch", "-q", "main");
        _bench.Uninstall(moved);
        static bool Lasting(KeyValuePair<string, string> entry) => !entry.Key.StartsWith(".git/logs") && entry.Key != ".git/index";
        Assert.Equal(before.Where(Lasting), FileTree.Of(moved.Path).Where(Lasting));
    }

    [Fact]
    public void Without_its_record_the_hooks_and_the_exclude_file_still_come_back()
    {
        var repository = _bench.Repository();
        var before = FileTree.Of(repository.Path);
        _bench.Init(repository, InitMode.Private);
        Directory.Delete(repository.At(".git/codesyncer/state"), recursive: true);
        _bench.Uninstall(repository);
        Assert.Equal(before, FileTree.Of(repository.Path));
    }

    [Fact]
    public void Without_a_build_to_install_the_installed_one_serves_and_none_at_all_is_an_error()
    {
        var repository = _bench.Repository();
        var init = new Init(GitRepository.Discover(repository.Path), _bench.Places, new InitOptions(), source: null);
        Assert.Equal("NoExecutable", Assert.Throws<CodeSyncerException>(init.Plan).Id);
        new UserExecutable(_bench.Places).Install(_bench.Source);
        init.Plan().Apply();
        repository.Git("commit", "-q", "--allow-empty", "-m", "second");
        Assert.Equal(2, _bench.Calls().Length);
    }
}
