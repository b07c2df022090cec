using CodeSyncer.Core.Errors;
using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.Onboarding;
using CodeSyncer.Testing;

namespace CodeSyncer.Platform.Tests.Onboarding;

/// <summary>core.hooksPath is never set by us: we go where git looks. The scopes of a user and a system are tried with the executable itself.</summary>
public sealed class HooksPathTests : IDisposable
{
    private readonly OnboardingBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void A_folder_that_repositories_share_is_wired_and_speaks_only_where_init_ran()
    {
        var shared = _bench.Sandbox.At("shared hooks");
        OnboardingBench.WriteScript(Path.Combine(shared, "pre-commit"), "#!/bin/sh\necho theirs >>\"$HOME/theirs\"\n");
        var before = FileTree.Of(shared);
        var onboarded = Using(shared, "onboarded");
        var second = Using(shared, "second");
        var stranger = Using(shared, "stranger");
        _bench.Init(onboarded);
        onboarded.Git("commit", "-q", "--allow-empty", "-m", "second");
        Assert.Equal(["hook pre-commit", "hook post-commit"], _bench.Calls());
        var linked = onboarded.AddWorkTree("linked");
        Assert.Single(_bench.Calls());
        linked.Git("commit", "-q", "--allow-empty", "-m", "second");
        Assert.Equal(["hook pre-commit", "hook post-commit"], _bench.Calls());

        File.Delete(_bench.Places.Executable);
        var answer = stranger.TryGit("commit", "-q", "--allow-empty", "-m", "second");
        Assert.Equal((0, "", ""), (answer.ExitCode, answer.Output, answer.Error));
        Assert.Empty(_bench.Calls());

        _bench.Init(second);
        _bench.Uninstall(onboarded);
        onboarded.Git("commit", "-q", "--allow-empty", "-m", "third");
        Assert.Empty(_bench.Calls());
        second.Git("commit", "-q", "--allow-empty", "-m", "second");
        Assert.Equal(2, _bench.Calls().Length);
        _bench.Uninstall(second);
        Assert.Equal(before, FileTree.Of(shared));
    }

    [Fact]
    public void A_tracked_folder_is_edited_only_when_asked_and_new_hooks_beside_its_own_stay_out_of_sight()
    {
        var repository = WithTrackedHooks();
        var plan = _bench.Init(repository, InitMode.Private);
        Assert.Contains(plan.Steps, step => step.State == StepState.Warning && step.Text.StartsWith("pre-commit:") && step.Text.Contains("--shared"));
        Assert.Equal("", repository.Git("status", "--porcelain", "--untracked-files=all"));
        repository.Git("commit", "-q", "--allow-empty", "-m", "second");
        Assert.Equal(["hook post-commit"], _bench.Calls());
        Assert.Equal("#!/bin/sh\necho theirs >>\"$HOME/theirs\"\n", repository.Read(".githooks/pre-commit"));

        var before = Directory.GetFiles(repository.At(".githooks"));
        _bench.Uninstall(repository);
        Assert.Equal(["pre-commit"], Directory.GetFiles(repository.At(".githooks")).Select(Path.GetFileName));
        Assert.True(before.Length > 1);
    }

    [Fact]
    public void Shared_wires_tracked_hooks_for_everyone_and_a_clone_without_us_notices_nothing()
    {
        var repository = WithTrackedHooks();
        var before = FileTree.Of(repository.At(".githooks"));
        var init = _bench.NewInit(repository, InitMode.Shared);
        init.Plan().Apply();
        Assert.Contains(".githooks/pre-commit", init.LeftToCommit());
        Assert.Contains(".githooks/post-checkout", init.LeftToCommit());
        Assert.DoesNotContain(_bench.Sandbox.Root, repository.Read(".githooks/pre-commit"));
        Assert.False(_bench.PlanInit(repository).HasChanges);
        _bench.Sandbox.Environment["XDG_DATA_HOME"] = Path.GetDirectoryName(_bench.Places.DataDirectory);
        repository.Commit("hooks for all");
        Assert.Equal(["hook pre-commit", "hook post-commit"], _bench.Calls());

        var colleague = _bench.Sandbox.Clone(repository.Path, "colleague");
        colleague.Git("config", "core.hooksPath", ".githooks");
        var answer = colleague.TryGit("commit", "-q", "--allow-empty", "-m", "theirs");
        Assert.Equal((0, "", ""), (answer.ExitCode, answer.Output, answer.Error));
        Assert.Empty(_bench.Calls());
        Assert.Equal("", colleague.Git("status", "--porcelain"));

        _bench.Init(colleague);
        Assert.Equal("", colleague.Git("status", "--porcelain", "--untracked-files=all"));
        colleague.Git("commit", "-q", "--allow-empty", "-m", "now onboarded");
        Assert.Equal(["hook pre-commit", "hook post-commit"], _bench.Calls());
        _bench.Uninstall(colleague);
        Assert.Equal("", colleague.Git("status", "--porcelain", "--untracked-files=all"));
        _bench.Uninstall(repository);
        Assert.Equal(before, FileTree.Of(repository.At(".githooks")));
    }

    [Fact]
    public void Hooks_that_are_switched_off_stay_off()
    {
        var repository = _bench.Repository();
        repository.Git("config", "core.hooksPath", "/dev/null");
        var plan = _bench.Init(repository);
        Assert.Contains(plan.Steps, step => step.State == StepState.Warning && step.Text.Contains("/dev/null"));
        repository.Git("commit", "-q", "--allow-empty", "-m", "second");
        Assert.Empty(_bench.Calls());
        _bench.Uninstall(repository);
    }

    [Fact]
    public void A_value_of_one_work_tree_alone_counts_there()
    {
        var repository = _bench.Repository();
        var linked = repository.AddWorkTree("linked");
        repository.Git("config", "extensions.worktreeConfig", "true");
        linked.Git("config", "--worktree", "core.hooksPath", _bench.Sandbox.At("of linked"));
        var place = HooksPlace.Of(GitRepository.Discover(linked.Path));
        Assert.Equal(_bench.Sandbox.At("of linked"), place.Directory);
        Assert.StartsWith("worktree, ", place.Origin);
        Assert.Equal(repository.At(".git/hooks"), HooksPlace.Of(GitRepository.Discover(repository.Path)).Directory);
        _bench.Init(linked, InitMode.Private);
        linked.Git("commit", "-q", "--allow-empty", "-m", "second");
        Assert.Equal(2, _bench.Calls().Length);
        repository.Git("commit", "-q", "--allow-empty", "-m", "second");
        Assert.Empty(_bench.Calls());
        _bench.Uninstall(linked);
        Assert.False(Directory.Exists(_bench.Sandbox.At("of linked")));
    }

    [Fact]
    public void When_the_path_moves_init_wires_there_too_and_uninstall_clears_both()
    {
        var repository = _bench.Repository();
        var before = FileTree.Of(repository.Path, ".git/config");
        _bench.Init(repository, InitMode.Private);
        repository.Git("config", "core.hooksPath", "elsewhere");
        repository.Git("commit", "-q", "--allow-empty", "-m", "second");
        Assert.Empty(_bench.Calls());
        Assert.True(_bench.PlanInit(repository).HasChanges);
        _bench.Init(repository);
        Assert.Equal("", repository.Git("status", "--porcelain", "--untracked-files=all"));
        repository.Git("commit", "-q", "--allow-empty", "-m", "third");
        Assert.Equal(2, _bench.Calls().Length);
        repository.Git("-c", "core.hooksPath=/dev/null", "reset", "-q", "--hard", "HEAD~2");
        _bench.Uninstall(repository);
        Assert.Equal(
            before.Where(Lasting), FileTree.Of(repository.Path, ".git/config").Where(Lasting));
        static bool Lasting(KeyValuePair<string, string> entry) =>
            !entry.Key.StartsWith(".git/") || entry.Key.StartsWith(".git/hooks") || entry.Key.StartsWith(".git/info") || entry.Key.StartsWith(".git/codesyncer");
    }

    [Theory]
    [InlineData("outside")]
    [InlineData("repo/scripts/hooks")]
    public void A_hooks_folder_that_is_a_link_is_taken_for_what_it_leads_to(string target)
    {
        var repository = _bench.Repository();
        Directory.Delete(repository.At(".git/hooks"), recursive: true);
        Directory.CreateDirectory(_bench.Sandbox.At(target));
        Directory.CreateSymbolicLink(repository.At(".git/hooks"), _bench.Sandbox.At(target));
        _bench.Init(repository, InitMode.Private);
        Assert.Equal("", repository.Git("status", "--porcelain", "--untracked-files=all"));
        repository.Git("commit", "-q", "--allow-empty", "-m", "second");
        Assert.Equal(["hook pre-commit", "hook post-commit"], _bench.Calls());
        Assert.False(_bench.PlanInit(repository).HasChanges);
        _bench.Uninstall(repository);
        Assert.Empty(Directory.GetFileSystemEntries(_bench.Sandbox.At(target)));
    }

    [Fact]
    public void A_path_that_is_a_file_is_said_and_nothing_is_wired()
    {
        var repository = _bench.Repository();
        repository.Git("config", "core.hooksPath", repository.At("a.txt"));
        Assert.Contains(_bench.Init(repository).Steps, step => step.State == StepState.Warning && step.Text.Contains("a.txt"));
        Assert.Equal("a\n", repository.Read("a.txt"));
    }

    private SandboxRepository Using(string hooks, string name)
    {
        var repository = _bench.Repository(name);
        repository.Git("config", "core.hooksPath", hooks);
        return repository;
    }

    private SandboxRepository WithTrackedHooks()
    {
        var repository = _bench.Repository();
        repository.WriteScript(".githooks/pre-commit", "#!/bin/sh\necho theirs >>\"$HOME/theirs\"\n");
        repository.Commit("hooks");
        repository.Git("config", "core.hooksPath", ".githooks");
        return repository;
    }
}
