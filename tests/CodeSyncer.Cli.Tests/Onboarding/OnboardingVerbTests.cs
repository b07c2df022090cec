using System.Text.Json;
using CodeSyncer.Testing;

namespace CodeSyncer.Cli.Tests.Onboarding;

/// <summary>init, uninstall and doctor as a user runs them.</summary>
public sealed class OnboardingVerbTests : IDisposable
{
    private readonly User _user = new();

    public void Dispose() => _user.Dispose();

    [Fact]
    public void Init_installs_wires_renders_and_says_what_is_left_to_commit()
    {
        var repository = _user.Repository();
        var said = _user.Run(repository, "init").Succeeded().Output;
        Assert.EndsWith("Left to commit: AGENTS.md, CLAUDE.md\n", said);
        Assert.Contains("Chose sync processing", repository.Read(".codesyncer/DECISIONS.md"));
        Assert.Equal("?? AGENTS.md\n?? CLAUDE.md", repository.Git("status", "--porcelain", "--untracked-files=all"));

        File.Delete(_user.Downloaded);
        repository.Write("src/b.cs", "// @codesyncer-decision [2026-02-01] Second choice\n");
        repository.Commit("second");
        Assert.Contains("Second choice", repository.Read(".codesyncer/DECISIONS.md"));
    }

    [Fact]
    public void Init_names_the_stack_that_it_found()
    {
        var repository = _user.Repository();
        repository.Write("package.json", """{"name": "shop", "devDependencies": {"typescript": "5.9.0"}}""");
        repository.Write("go.mod", "module example.org/shop\n\ngo 1.25\n");
        repository.Commit("manifests");
        var line = _user.Run(repository, "init", "--dry-run").Succeeded().Output.Split('\n').Single(line => line.StartsWith("  = stack"));
        Assert.Contains("TypeScript", line);
        Assert.Contains("Go", line);
        Assert.Contains("2 projects", line);
    }

    [Fact]
    public void In_a_bare_repository_only_the_hooks_are_wired()
    {
        var origin = _user.Repository("origin");
        var bare = _user.Sandbox.Clone(origin.Path, "bare.git", "--bare");
        var before = FileTree.Of(bare.Path);
        _user.Run(bare, "init").Succeeded();
        _user.Run(bare, "doctor").Succeeded();
        Assert.Equal(["codesyncer"], FileTree.Of(bare.Path, "hooks", "info").Keys.Except(before.Keys).Select(path => path.Split('/')[0]).Distinct());
        _user.Run(bare, "uninstall", "--purge").Succeeded();
        Assert.Equal(before, FileTree.Of(bare.Path));
    }

    [Fact]
    public void A_second_init_says_that_nothing_is_to_do()
    {
        var repository = _user.Repository();
        _user.Run(repository, "init").Succeeded();
        var before = FileTree.Of(_user.Sandbox.Root, "repo/.git/index");
        Assert.Contains("Nothing to do", _user.Run(repository, "init").Succeeded().Output);
        Assert.Equal(before, FileTree.Of(_user.Sandbox.Root, "repo/.git/index"));
    }

    [Theory]
    [InlineData("init", "--dry-run")]
    [InlineData("init", "--dry-run", "--shared")]
    [InlineData("doctor")]
    public void What_only_looks_touches_nothing(params string[] arguments)
    {
        var repository = _user.Repository();
        var before = FileTree.Of(_user.Sandbox.Root);
        _user.Run(repository, arguments);
        Assert.Equal(before, FileTree.Of(_user.Sandbox.Root));
    }

    [Theory]
    [InlineData()]
    [InlineData("--private")]
    [InlineData("--shared")]
    public void Uninstall_puts_every_byte_of_the_repository_back(params string[] options)
    {
        var repository = _user.Repository();
        repository.WriteScript(".git/hooks/pre-commit", "#!/bin/bash\necho theirs\n");
        repository.Write("CLAUDE.md", "no line end");
        repository.Write(".git/info/exclude", "*.log");
        var before = FileTree.Of(repository.Path);
        _user.Run(repository, ["init", .. options]).Succeeded();
        repository.Git("switch", "-q", "--detach");
        repository.Git("switch", "-q", "main");
        Assert.Contains("The executable stays", _user.Run(repository, "uninstall").Succeeded().Output);
        Assert.Equal(Lasting(before), Lasting(FileTree.Of(repository.Path)));
        Assert.Contains("Nothing to do", _user.Run(repository, "uninstall").Succeeded().Output);
    }

    [Theory]
    [InlineData("--global")]
    [InlineData("--system")]
    public void A_hooks_path_for_all_repositories_is_wired_where_git_looks(string scope)
    {
        var hooks = Directory.CreateDirectory(_user.Sandbox.At("hooks of all")).FullName;
        var repository = _user.Repository();
        repository.Git("config", scope, "core.hooksPath", hooks);
        Assert.Contains(hooks, _user.Run(repository, "init").Succeeded().Output);
        repository.Write("src/b.cs", "// @codesyncer-decision [2026-02-01] Second choice\n");
        repository.Commit("second");
        Assert.Contains("Second choice", repository.Read(".codesyncer/DECISIONS.md"));

        var stranger = _user.Repository("stranger");
        Assert.False(stranger.Has(".codesyncer"));
        Assert.False(stranger.Has(".git/codesyncer"));
        _user.Run(repository, "uninstall").Succeeded();
        Assert.Empty(Directory.GetFileSystemEntries(hooks));
        Assert.Equal(hooks, repository.Git("config", scope, "core.hooksPath"));
    }

    [Fact]
    public void A_hooks_path_of_the_environment_alone_is_said_and_not_followed()
    {
        var repository = _user.Repository();
        _user.Sandbox.Environment["GIT_CONFIG_COUNT"] = "1";
        _user.Sandbox.Environment["GIT_CONFIG_KEY_0"] = "core.hooksPath";
        _user.Sandbox.Environment["GIT_CONFIG_VALUE_0"] = _user.Sandbox.At("passing");
        Assert.Contains("only in this shell's environment", _user.Run(repository, "init").Succeeded().Output);
        Assert.True(repository.Has(".git/hooks/pre-commit"));
        Assert.False(Directory.Exists(_user.Sandbox.At("passing")));
    }

    [Fact]
    public void Doctor_says_what_is_wrong_fails_and_mends_it()
    {
        var repository = _user.Repository();
        Assert.Equal(1, _user.Run(repository, "doctor").ExitCode);
        _user.Run(repository, "init").Succeeded();
        _user.Run(repository, "doctor").Succeeded();
        File.Delete(repository.At(".git/hooks/post-checkout"));
        var answer = _user.Run(repository, "doctor", "--json");
        Assert.Equal(1, answer.ExitCode);
        var failed = JsonDocument.Parse(answer.Output).RootElement.EnumerateArray().Single(finding => finding.GetProperty("state").GetString() == "fail");
        Assert.Equal("hooks", failed.GetProperty("check").GetString());
        Assert.Contains("post-checkout", failed.GetProperty("text").GetString());
        Assert.Contains("doctor --fix", failed.GetProperty("advice").GetString());
        Assert.Contains("+ hooks", _user.Run(repository, "doctor", "--fix").Succeeded().Output);
        _user.Run(repository, "doctor").Succeeded();
    }

    [Fact]
    public void Bad_input_is_one_line_and_the_right_exit_code()
    {
        var repository = _user.Repository();
        var outside = Directory.CreateDirectory(_user.Sandbox.At("outside")).FullName;
        AssertFails(4, _user.Sandbox.Run(outside, _user.Downloaded, ["init"]));
        AssertFails(4, _user.Sandbox.Run(outside, _user.Downloaded, ["uninstall"]));
        AssertFails(4, _user.Sandbox.Run(outside, _user.Downloaded, ["doctor"]));
        AssertFails(2, _user.Run(repository, "init", "nowhere"));
        AssertFails(2, _user.Run(repository, "init", "--private", "--shared"));
        AssertFails(2, _user.Run(repository, "init", "--agents", "clod"));
        Assert.False(repository.Has(".git/codesyncer/enabled"));
    }

    [Fact]
    public void A_path_and_C_name_the_repository()
    {
        var repository = _user.Repository("a 저장소");
        _user.Sandbox.Run(_user.Sandbox.Root, _user.Downloaded, ["-C", "a 저장소", "init", "src"]).Succeeded();
        Assert.True(repository.Has(".codesyncer/DECISIONS.md"));
        _user.Sandbox.Run(_user.Sandbox.Root, _user.Downloaded, ["uninstall", "a 저장소/src"]).Succeeded();
        Assert.False(repository.Has(".codesyncer"));
    }

    [UnixFact]
    public void A_read_only_repository_is_a_clear_error_and_nothing_is_half_done()
    {
        var repository = _user.Repository();
        SetModes(_user.Sandbox.Root, 0b111_111_111);
        SetModes(repository.Path, 0b101_101_101);
        _user.Sandbox.Run(repository.Path, "git", ["config", "--global", "safe.directory", "*"]).Succeeded();
        var before = FileTree.Of(repository.Path);
        AssertFails(4, AsNobody(repository, "init"));
        Assert.Equal(before, FileTree.Of(repository.Path));
        Assert.Equal(1, AsNobody(repository, "doctor").ExitCode);
        SetModes(repository.Path, 0b111_111_111);
    }

    private static void SetModes(string folder, int mode)
    {
        if (OperatingSystem.IsWindows())
            return;
        foreach (var directory in Directory.GetDirectories(folder, "*", SearchOption.AllDirectories).Append(folder))
            File.SetUnixFileMode(directory, (UnixFileMode)mode);
    }

    /// <summary>Rights do not bind root, who runs tests in containers.</summary>
    private ProcessAnswer AsNobody(SandboxRepository repository, string verb) => Environment.UserName == "root"
        ? _user.Sandbox.Run(repository.Path, "setpriv", ["--reuid=65534", "--regid=65534", "--clear-groups", _user.Downloaded, verb])
        : _user.Run(repository, verb);

    private static void AssertFails(int code, ProcessAnswer answer)
    {
        Assert.Equal(code, answer.ExitCode);
        Assert.StartsWith("codesyncer: ", answer.Error);
        Assert.Single(answer.Error.TrimEnd('\n').Split('\n'));
    }

    private static IEnumerable<KeyValuePair<string, string>> Lasting(IDictionary<string, string> tree) =>
        tree.Where(entry => !entry.Key.StartsWith(".git/logs") && entry.Key != ".git/index");
}
