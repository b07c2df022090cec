using CodeSyncer.Core.Errors;
using CodeSyncer.Testing;

namespace CodeSyncer.Platform.Tests.Onboarding;

/// <summary>Whatever hook is there goes on as before, and comes back byte for byte.</summary>
public sealed class ExistingHookTests : IDisposable
{
    private readonly OnboardingBench _bench = new();

    public void Dispose() => _bench.Dispose();

    public static TheoryData<string, string> Scripts() => new()
    {
        { "sh", "#!/bin/sh\nfirst='theirs'\n" },
        { "sh with options", "#!/bin/sh -eu\nfirst='theirs'\n" },
        { "bash", "#!/usr/bin/env bash\nset -euo pipefail\nfirst=(theirs); [[ ${first[0]} == theirs ]]\n" },
        { "env with options", "#!/usr/bin/env -S bash -eu\nfirst=(theirs)\n" },
        { "dash", "#!/bin/dash\nfirst='theirs'\n" },
        { "busybox", "#!/bin/busybox sh\nfirst='theirs'\n" },
        { "zsh", "#!/usr/bin/env zsh\nfirst=(theirs)\n" },
        { "ksh", "#!/usr/bin/env ksh\nfirst=(theirs)\n" },
        { "python", "#!/usr/bin/env python3\nimport os, sys\nlog = open(os.environ['HOME'] + '/theirs', 'a')\nlog.write(os.path.basename(sys.argv[0])[:10] + ' ' + ' '.join(sys.argv[1:]) + '|' + sys.stdin.read() + '\\n')\nsys.exit(int(os.environ.get('THEIR_EXIT', '0')))\n" },
        { "no first line", "first='theirs'\n" },
    };

    private const string ShellTail = """
        printf '%s %s|%s\n' "$(basename "$0" | cut -c1-10)" "$*" "$(cat)" >>"$HOME/theirs"
        exit "${THEIR_EXIT:-0}"
        """;

    [Theory]
    [MemberData(nameof(Scripts))]
    public void It_runs_first_with_its_arguments_and_input_and_its_exit_code_counts(string name, string script)
    {
        if (InterpreterIsMissing(script))
            return;
        var text = name == "python" ? script : script + ShellTail;
        var repository = _bench.Repository();
        foreach (var hook in new[] { "pre-commit", "post-rewrite", "post-checkout" })
            repository.WriteScript(".git/hooks/" + hook, text);
        var before = FileTree.Of(repository.At(".git"));
        _bench.Init(repository, Platform.Onboarding.InitMode.Private);

        repository.Git("commit", "-q", "--allow-empty", "-m", "second");
        Assert.Equal("pre-commit |\n", Theirs());
        Assert.Equal(["hook pre-commit", "hook post-commit"], _bench.Calls());

        var old = repository.Git("rev-parse", "HEAD");
        repository.Git("commit", "-q", "--amend", "--allow-empty", "-m", "again");
        var now = repository.Git("rev-parse", "HEAD");
        Assert.Equal($"pre-commit |\npost-rewri amend|{old} {now}", Theirs().TrimEnd('\n'));
        Assert.Equal(3, _bench.Calls().Length);

        _bench.Sandbox.Environment["THEIR_EXIT"] = "7";
        Assert.NotEqual(0, repository.TryGit("commit", "-q", "--allow-empty", "-m", "stopped").ExitCode);
        Assert.Empty(_bench.Calls());
        Assert.NotEqual(0, repository.TryGit("switch", "-q", "-c", "other").ExitCode);
        Assert.Single(_bench.Calls());
        repository.Git("-c", "core.hooksPath=/dev/null", "switch", "-q", "main");

        _bench.Sandbox.Environment["THEIR_EXIT"] = null;
        _bench.Sandbox.Environment["CODESYNCER"] = "0";
        Theirs();
        repository.Git("commit", "-q", "--allow-empty", "-m", "off");
        Assert.Equal("pre-commit |\n", Theirs());
        Assert.Empty(_bench.Calls());

        Assert.False(_bench.PlanInit(repository).HasChanges);
        _bench.Uninstall(repository);
        Assert.Equal(Hooks(before), Hooks(FileTree.Of(repository.At(".git"))));
    }

    [Theory]
    [InlineData("scripts/check", "../../scripts/check")]
    [InlineData(".git/hooks/many-in-one", "many-in-one")]
    public void A_symbolic_link_stays_one_and_leads_where_it_led(string target, string link)
    {
        var repository = _bench.Repository();
        repository.WriteScript(target, "#!/bin/sh\necho \"$(basename \"$0\" | cut -c1-10)\" >>\"$HOME/theirs\"\n");
        foreach (var hook in new[] { "pre-commit", "post-commit" })
            File.CreateSymbolicLink(repository.At(".git/hooks/" + hook), link);
        var before = FileTree.Of(repository.Path);
        _bench.Init(repository, Platform.Onboarding.InitMode.Private);
        Assert.Equal(before[target], FileTree.Of(repository.Path)[target]);
        repository.Git("commit", "-q", "--allow-empty", "-m", "second");
        Assert.Equal("pre-commit\npost-commi\n", Theirs());
        Assert.Equal(["hook pre-commit", "hook post-commit"], _bench.Calls());
        Assert.False(_bench.PlanInit(repository).HasChanges);
        repository.Git("-c", "core.hooksPath=/dev/null", "reset", "-q", "--hard", "HEAD~1");
        _bench.Uninstall(repository);
        Assert.Equal(Hooks(before, ""), Hooks(FileTree.Of(repository.Path), ""));
    }

    [Fact]
    public void A_file_that_tells_by_its_name_what_it_is_keeps_its_name()
    {
        var repository = _bench.Repository();
        const string script = "#!/usr/bin/env python3\nimport os, sys\nopen(os.environ['HOME'] + '/theirs', 'a').write(os.path.basename(sys.argv[0]) + '\\n')\n";
        repository.WriteScript(".git/hooks/pre-commit", script);
        repository.WriteScript(".git/hooks/post-commit", script);
        _bench.Init(repository);
        repository.Git("commit", "-q", "--allow-empty", "-m", "second");
        Assert.Equal("pre-commit\npost-commit\n", Theirs());
    }

    [Fact]
    public void A_link_that_leads_nowhere_and_a_file_that_cannot_run_are_kept_and_not_run()
    {
        var repository = _bench.Repository();
        File.CreateSymbolicLink(repository.At(".git/hooks/pre-commit"), "nowhere");
        repository.Write(".git/hooks/post-commit", "#!/bin/sh\necho theirs >>\"$HOME/theirs\"\n");
        var before = FileTree.Of(repository.At(".git/hooks"));
        _bench.Init(repository);
        repository.Git("commit", "-q", "--allow-empty", "-m", "second");
        Assert.Equal(["hook pre-commit", "hook post-commit"], _bench.Calls());
        Assert.Equal("", Theirs());
        Assert.False(_bench.PlanInit(repository).HasChanges);
        _bench.Uninstall(repository);
        Assert.Equal(before, FileTree.Of(repository.At(".git/hooks")));
    }

    [Fact]
    public void Odd_modes_come_back_and_so_does_a_file_without_a_last_line_end()
    {
        var repository = _bench.Repository();
        repository.WriteScript(".git/hooks/pre-commit", "#!/bin/sh");
        repository.WriteScript(".git/hooks/post-commit", "#!/bin/sh\r\nexit 0\r\n");
        repository.WriteScript(".git/hooks/post-merge", "");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(repository.At(".git/hooks/pre-commit"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var before = FileTree.Of(repository.At(".git/hooks"));
        _bench.Init(repository);
        _bench.Uninstall(repository);
        Assert.Equal(before, FileTree.Of(repository.At(".git/hooks")));
    }

    [Fact]
    public void What_the_user_changes_in_a_hook_afterwards_stays()
    {
        var repository = _bench.Repository();
        repository.WriteScript(".git/hooks/pre-commit", "#!/bin/sh\necho one\n");
        _bench.Init(repository);
        File.AppendAllText(repository.At(".git/hooks/pre-commit"), "echo two\n");
        _bench.Uninstall(repository);
        Assert.Equal("#!/bin/sh\necho one\necho two\n", repository.Read(".git/hooks/pre-commit"));
    }

    [Fact]
    public void A_hook_written_over_ours_is_wired_again_and_the_one_kept_before_is_not_lost()
    {
        var repository = _bench.Repository();
        repository.WriteScript(".git/hooks/pre-commit", "#!/usr/bin/env python3\n");
        _bench.Init(repository);
        repository.WriteScript(".git/hooks/pre-commit", "#!/usr/bin/env python3\nnew = 1\n");
        var plan = _bench.Init(repository);
        Assert.Contains(plan.Steps, step => step.State == Platform.Onboarding.StepState.Warning && step.Text.Contains("pre-commit.codesyncer-kept"));
        var uninstalled = _bench.Uninstall(repository);
        Assert.Contains(uninstalled.Steps, step => step.State == Platform.Onboarding.StepState.Warning);
        Assert.Equal("#!/usr/bin/env python3\nnew = 1\n", repository.Read(".git/hooks/pre-commit"));
        Assert.Equal("#!/usr/bin/env python3\n", repository.Read(".git/hooks/pre-commit.codesyncer-kept"));
    }

    [Fact]
    public void Half_a_section_is_an_error_and_nothing_is_touched()
    {
        var repository = _bench.Repository();
        repository.WriteScript(".git/hooks/pre-commit", "#!/bin/sh\n# BEGIN codesyncer 1\nexit 0\n");
        var before = FileTree.Of(repository.Path);
        Assert.Equal("BrokenBlock", Assert.Throws<CodeSyncerException>(() => _bench.Init(repository)).Id);
        Assert.Equal("BrokenBlock", Assert.Throws<CodeSyncerException>(() => _bench.Uninstall(repository)).Id);
        Assert.Equal(before, FileTree.Of(repository.Path));
    }

    [Fact]
    public void An_older_section_becomes_ours_and_a_newer_one_stays()
    {
        var repository = _bench.Repository();
        repository.WriteScript(".git/hooks/pre-commit", "#!/bin/sh\n# BEGIN codesyncer 0\nexit 3\n# END codesyncer\n");
        repository.WriteScript(".git/hooks/post-commit", "#!/bin/sh\n# BEGIN codesyncer 99\necho newer >>\"$HOME/theirs\"\n# END codesyncer\n");
        _bench.Init(repository);
        repository.Git("commit", "-q", "--allow-empty", "-m", "second");
        Assert.Equal(["hook pre-commit"], _bench.Calls());
        Assert.Equal("newer\n", Theirs());
    }

    private string Theirs()
    {
        var path = Path.Combine(_bench.Sandbox.Home, "theirs");
        if (!File.Exists(path))
            return "";
        var text = File.ReadAllText(path);
        File.Delete(path);
        return text;
    }

    private static bool InterpreterIsMissing(string script)
    {
        var words = script.StartsWith("#!") ? script[2..script.IndexOf('\n')].Split(' ') : ["/bin/sh"];
        return words[0].EndsWith("/env") ? Tools.Find(words.Skip(1).First(word => word[0] != '-')) is null : !File.Exists(words[0]);
    }

    private static IEnumerable<KeyValuePair<string, string>> Hooks(IDictionary<string, string> tree, string prefix = "hooks") =>
        tree.Where(entry => prefix.Length > 0
            ? entry.Key.StartsWith(prefix) || entry.Key == "info/exclude"
            : !entry.Key.StartsWith(".git/") || entry.Key.StartsWith(".git/hooks"));
}
