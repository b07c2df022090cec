using CodeSyncer.Platform.Onboarding;
using CodeSyncer.Testing;

namespace CodeSyncer.Platform.Tests.Onboarding;

/// <summary>Beside the real husky, lefthook and pre-commit, all of which write hooks themselves.</summary>
public sealed class HookToolTests(NodeTools tools) : IClassFixture<NodeTools>, IDisposable
{
    private readonly OnboardingBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [ProgramFact("npm")]
    public void Husky_goes_on_and_no_tracked_file_changes()
    {
        var repository = _bench.Repository();
        tools.AddTo(repository);
        repository.Write(".husky/pre-commit", "echo husky >>\"$HOME/theirs\"\n[ ! -e stop ] || exit 3\n");
        repository.Commit("husky");
        NodeTools.Run(repository, "husky");
        var before = FileTree.Of(repository.At(".husky"));

        _bench.Init(repository, InitMode.Private);
        Assert.Equal("", repository.Git("status", "--porcelain", "--untracked-files=all"));
        repository.Git("commit", "-q", "--allow-empty", "-m", "second");
        Assert.Equal("husky\n", Theirs());
        Assert.Equal(["hook pre-commit", "hook post-commit"], _bench.Calls());

        repository.Write(".git/info/exclude", "stop\n" + repository.Read(".git/info/exclude"));
        repository.Write("stop", "");
        Assert.NotEqual(0, repository.TryGit("commit", "-q", "--allow-empty", "-m", "stopped").ExitCode);
        Assert.Empty(_bench.Calls());
        File.Delete(repository.At("stop"));

        NodeTools.Run(repository, "husky");
        Assert.True(_bench.PlanInit(repository).HasChanges, "husky wrote its hooks anew, which init notices");
        _bench.Init(repository);
        Theirs();
        repository.Git("commit", "-q", "--allow-empty", "-m", "third");
        Assert.Equal("husky\n", Theirs());
        Assert.Equal(2, _bench.Calls().Length);
        _bench.Uninstall(repository);
        Assert.Equal(before, FileTree.Of(repository.At(".husky")));
        Assert.Equal(".husky/_", repository.Git("config", "core.hooksPath"));
    }

    [ProgramFact("npm")]
    public void Lefthook_goes_on_and_writing_its_hooks_anew_does_not_lose_ours()
    {
        var repository = _bench.Repository();
        tools.AddTo(repository);
        repository.Write("lefthook.yml", """
            pre-commit:
              jobs:
                - run: echo job >>"$HOME/theirs"
            post-checkout:
              commands:
                x:
                  run: echo {3} >>"$HOME/theirs"
            """);
        repository.Commit("lefthook");
        NodeTools.Run(repository, "lefthook", "install");
        var before = FileTree.Of(repository.Path);
        var start = repository.Git("rev-parse", "HEAD");

        _bench.Init(repository, InitMode.Private);
        Assert.Equal("", repository.Git("status", "--porcelain", "--untracked-files=all"));
        Assert.False(_bench.PlanInit(repository).HasChanges);
        CommitsAndSwitchesOnce(repository, "one");
        NodeTools.Run(repository, "lefthook", "install", "--force");
        CommitsAndSwitchesOnce(repository, "two");
        Assert.True(_bench.PlanInit(repository).HasChanges, "lefthook wrote its hooks anew, which init notices");
        _bench.Init(repository);
        CommitsAndSwitchesOnce(repository, "three");

        repository.Git("-c", "core.hooksPath=/dev/null", "switch", "-q", "main");
        repository.Git("reset", "-q", "--hard", start);
        _bench.Uninstall(repository);
        var after = FileTree.Of(repository.Path);
        Assert.Equal(before.Where(IsTheirs), after.Where(IsTheirs));
        static bool IsTheirs(KeyValuePair<string, string> entry) => !entry.Key.StartsWith(".git/") || entry.Key.StartsWith(".git/hooks/");
    }

    [ProgramFact("npm")]
    public void Lefthook_in_a_linked_work_tree_reaches_us_as_well()
    {
        var repository = _bench.Repository();
        tools.AddTo(repository);
        repository.Write("lefthook.yml", "pre-commit:\n  commands:\n    x:\n      run: echo job >>\"$HOME/theirs\"\n");
        repository.Commit("lefthook");
        NodeTools.Run(repository, "lefthook", "install");
        var linked = repository.AddWorkTree("linked");
        _bench.Init(repository, InitMode.Private);
        linked.Write("b", "b");
        linked.Git("add", "b");
        linked.Git("commit", "-q", "-m", "second");
        Assert.Equal(["hook pre-commit", "hook post-commit"], _bench.Calls());
        Assert.Equal("job\n", Theirs());
    }

    [ProgramFact("npm")]
    public void A_personal_lefthook_file_keeps_what_it_says()
    {
        var repository = _bench.Repository();
        tools.AddTo(repository);
        repository.Write("lefthook.yml", "pre-commit:\n  commands:\n    x:\n      run: echo job >>\"$HOME/theirs\"\n");
        repository.Commit("lefthook");
        const string mine = "pre-push:\n  commands:\n    mine:\n      run: echo mine\n# no line end";
        repository.Write("lefthook-local.yml", mine);
        NodeTools.Run(repository, "lefthook", "install");
        _bench.Init(repository, InitMode.Private);
        Assert.StartsWith(mine, repository.Read("lefthook-local.yml"));
        NodeTools.Run(repository, "lefthook", "install", "--force");
        repository.Write("b", "b");
        repository.Git("add", "b");
        repository.Git("commit", "-q", "-m", "second");
        Assert.Equal(["hook pre-commit", "hook post-commit"], _bench.Calls());
        _bench.Uninstall(repository);
        Assert.Equal(mine, repository.Read("lefthook-local.yml"));
    }

    [ProgramFact("pre-commit")]
    public void Pre_commit_goes_on_whether_it_came_first_or_second()
    {
        var repository = _bench.Repository();
        repository.Write(".pre-commit-config.yaml", """
            repos:
              - repo: local
                hooks:
                  - {id: theirs, name: theirs, language: system, entry: sh -c 'echo theirs >>"$HOME/theirs"', always_run: true, pass_filenames: false}
            """);
        repository.Commit("pre-commit");
        var hooks = FileTree.Of(repository.At(".git/hooks"));
        PreCommit(repository, "install");
        var installed = FileTree.Of(repository.At(".git/hooks"));

        _bench.Init(repository, InitMode.Private);
        repository.Git("commit", "-q", "--allow-empty", "-m", "second");
        Assert.Equal(("theirs\n", 2), (Theirs(), _bench.Calls().Length));
        _bench.Uninstall(repository);
        Assert.Equal(installed, FileTree.Of(repository.At(".git/hooks")));

        PreCommit(repository, "uninstall");
        _bench.Init(repository, InitMode.Private);
        PreCommit(repository, "install");
        repository.Git("commit", "-q", "--allow-empty", "-m", "third");
        Assert.Equal("theirs\n", Theirs());
        Assert.Equal(["hook pre-commit", "hook post-commit"], _bench.Calls());
        Assert.False(_bench.PlanInit(repository).HasChanges);

        _bench.Uninstall(repository);
        repository.Git("commit", "-q", "--allow-empty", "-m", "fourth");
        Assert.Equal("theirs\n", Theirs());
        PreCommit(repository, "uninstall");
        Assert.Equal(hooks, FileTree.Of(repository.At(".git/hooks")));
    }

    [ProgramFact("pre-commit")]
    public void A_kept_hook_still_runs_and_comes_back_after_pre_commit_moved_ours_aside()
    {
        var repository = _bench.Repository();
        repository.Write(".pre-commit-config.yaml", "repos: []\n");
        repository.Commit("pre-commit");
        repository.WriteScript(".git/hooks/pre-commit", "#!/usr/bin/env python3\nimport os\nopen(os.environ['HOME'] + '/theirs', 'a').write('python\\n')\n");
        var python = repository.Read(".git/hooks/pre-commit");
        _bench.Init(repository, InitMode.Private);
        PreCommit(repository, "install");
        repository.Git("commit", "-q", "--allow-empty", "-m", "second");
        Assert.Equal(("python\n", 2), (Theirs(), _bench.Calls().Length));
        _bench.Uninstall(repository);
        Assert.Equal(python, repository.Read(".git/hooks/pre-commit.legacy"));
        repository.Git("commit", "-q", "--allow-empty", "-m", "third");
        Assert.Equal("python\n", Theirs());
    }

    private void CommitsAndSwitchesOnce(SandboxRepository repository, string name)
    {
        Theirs();
        _bench.Calls();
        // lefthook runs nothing where nothing is staged.
        repository.Write(name, name);
        repository.Git("add", name);
        repository.Git("commit", "-q", "-m", name);
        Assert.Equal("job\n", Theirs());
        Assert.Equal(["hook pre-commit", "hook post-commit"], _bench.Calls());
        var head = repository.Git("rev-parse", "HEAD");
        repository.Git("switch", "-q", "-c", name);
        Assert.Equal("1\n", Theirs());
        Assert.Equal([$"hook post-checkout {head} {head} 1"], _bench.Calls());
    }

    private static void PreCommit(SandboxRepository repository, string verb) =>
        repository.Sandbox.Run(repository.Path, "pre-commit", [verb]).Succeeded();

    private string Theirs()
    {
        var path = Path.Combine(_bench.Sandbox.Home, "theirs");
        if (!File.Exists(path))
            return "";
        var text = File.ReadAllText(path);
        File.Delete(path);
        return text;
    }
}
