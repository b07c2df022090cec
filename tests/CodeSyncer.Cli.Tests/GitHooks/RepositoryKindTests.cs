using CodeSyncer.Testing;

namespace CodeSyncer.Cli.Tests.GitHooks;

/// <summary>Repositories of every kind and in every condition.</summary>
public sealed class RepositoryKindTests
{
    [Theory]
    [InlineData("index.version", "4")]
    [InlineData("core.splitIndex", "true")]
    [InlineData("core.untrackedCache", "true")]
    [InlineData("feature.manyFiles", "true")]
    [InlineData("core.autocrlf", "true")]
    [InlineData("core.quotePath", "false")]
    public void Settings_of_the_index_make_no_difference(string key, string value)
    {
        using var twins = new Twins();
        twins.Both(repository => repository.Git("config", key, value));
        twins.Both(repository => repository.Git("update-index", "--force-write-index", "--refresh"));
        Commits(twins.Onboard(), "src/a.cs");
    }

    [Fact]
    public void Sha256_object_names_are_read()
    {
        using var twins = new Twins("--object-format=sha256");
        Commits(twins.Onboard(), "src/a.cs");
    }

    [Theory]
    [InlineData("dir with spaces/a b.cs")]
    [InlineData("이름/설계 결정.cs")]
    [InlineData("ünïcödé/'quoted' \"name\".cs")]
    [InlineData("-dash/--force.cs")]
    public void Any_path_does(string path)
    {
        if (OperatingSystem.IsWindows() && path.Contains('"', StringComparison.Ordinal))
            return;
        using var twins = new Twins();
        Commits(twins.Onboard(), path);
    }

    [Fact]
    public void Packed_objects_and_refs_are_read()
    {
        using var twins = new Twins().Onboard();
        Commits(twins, "src/a.cs");
        twins.Git("switch", "-q", "-c", "other");
        twins.Write("src/b.cs", "// @codesyncer-decision In a pack\n");
        twins.Both(repository => repository.Commit("other"));
        twins.Git("switch", "-q", "main");
        twins.Both(repository => repository.Git("gc", "-q", "--prune=now"));
        Directory.Delete(twins.Ours.At(".git/codesyncer/cache"), recursive: true);
        twins.Git("switch", "-q", "other");
        Assert.Contains("In a pack", twins.Document(), StringComparison.Ordinal);
        twins.AssertAlike();
    }

    [Fact]
    public void A_linked_work_tree_has_documents_of_its_own()
    {
        using var twins = new Twins().Onboard();
        twins.Git("worktree", "add", "-q", "-b", "side", "../side tree");
        var side = new SandboxRepository(twins.Ours.Sandbox, twins.Ours.At("../side tree"));
        Assert.True(side.Has(".codesyncer/DECISIONS.md"));
        side.Write("src/side.cs", "// @codesyncer-decision On the side\n");
        side.Commit("side");
        Assert.Contains("On the side", side.Read(".codesyncer/DECISIONS.md"), StringComparison.Ordinal);
        Assert.DoesNotContain("On the side", twins.Document(), StringComparison.Ordinal);
        Assert.Equal("", side.Git("status", "--porcelain"));
        side.Git("worktree", "remove", side.Path);
        Assert.False(Directory.Exists(side.Path));
    }

    [Fact]
    public void A_submodule_is_left_alone_and_does_not_disturb()
    {
        using var twins = new Twins();
        twins.Both(repository =>
        {
            var library = repository.Sandbox.Init("library");
            library.Write("lib.cs", "// @codesyncer-decision In the library\n");
            library.Commit("library");
            repository.Git("-c", "protocol.file.allow=always", "submodule", "add", "-q", "../library", "lib");
            repository.Commit("submodule");
        });
        Commits(twins.Onboard(), "src/a.cs");
        Assert.DoesNotContain("In the library", twins.Document(), StringComparison.Ordinal);
        Assert.False(twins.Ours.Has("lib/.codesyncer"));
    }

    [Fact]
    public void A_shallow_clone_is_served()
    {
        using var sandbox = new GitSandbox();
        var clone = Clone(sandbox, "--depth=1");
        clone.Write("src/n.cs", "// @codesyncer-decision In a shallow clone\n");
        clone.Commit("next");
        Assert.Contains("In a shallow clone", clone.Read(".codesyncer/DECISIONS.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_partial_clone_fetches_nothing_for_us()
    {
        using var sandbox = new GitSandbox();
        var clone = Clone(sandbox, "--filter=blob:none", "--no-checkout");
        clone.Git("sparse-checkout", "set", "src", ".codesyncer");
        clone.Git("checkout", "-q", "main");
        var before = Objects(clone);
        clone.Sandbox.Run(sandbox.Root, PublishedExecutable.Path, ["-C", clone.Path, "sync"]).Succeeded();
        Assert.Equal(before, Objects(clone));
        Assert.Contains("Of the source", clone.Read(".codesyncer/DECISIONS.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_created_outside_of_a_sparse_checkout()
    {
        using var sandbox = new GitSandbox();
        var clone = Clone(sandbox);
        clone.Git("sparse-checkout", "set", "--cone", "--sparse-index", "src");
        Directory.Delete(clone.At(".codesyncer"), recursive: true);
        clone.Write("src/n.cs", "// @codesyncer-decision In the cone\n");
        clone.Commit("next");
        Assert.False(clone.Has(".codesyncer"));
        clone.Git("sparse-checkout", "add", ".codesyncer");
        sandbox.Run(sandbox.Root, PublishedExecutable.Path, ["-C", clone.Path, "sync"]).Succeeded();
        var decisions = clone.Read(".codesyncer/DECISIONS.md");
        Assert.Contains("In the cone", decisions, StringComparison.Ordinal);
        Assert.Contains("Outside of the cone", decisions, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bare_repository_is_wired_but_nothing_is_rendered()
    {
        using var sandbox = new GitSandbox();
        var bare = sandbox.Init("bare.git", "--bare");
        sandbox.Environment["XDG_DATA_HOME"] = sandbox.At("data");
        sandbox.Run(sandbox.Root, PublishedExecutable.Path, ["init", bare.Path]).Succeeded();
        var sync = sandbox.Run(sandbox.Root, PublishedExecutable.Path, ["-C", bare.Path, "sync"]);
        Assert.Equal(4, sync.ExitCode);
        Assert.Contains("bare", sync.Error, StringComparison.Ordinal);
        Assert.False(bare.Has(".codesyncer"));
    }

    [Fact]
    public void A_colleague_without_our_tool_notices_nothing()
    {
        using var twins = new Twins().Onboard();
        Commits(twins, "src/a.cs");
        var colleague = twins.Ours.Sandbox.Clone(twins.Ours.Path, "colleague");
        Assert.False(colleague.Has(".codesyncer"));
        colleague.Write("src/c.cs", "// @codesyncer-decision By a colleague\n");
        colleague.Commit("theirs");
        Assert.Equal("", colleague.TryGit("switch", "-c", "x").Output);
        Assert.False(Directory.Exists(colleague.At(".git/codesyncer")));
        Assert.DoesNotContain("codesyncer", colleague.Git("for-each-ref"), StringComparison.Ordinal);
    }

    [Fact]
    public void Switched_off_nothing_of_ours_runs()
    {
        using var twins = new Twins().Onboard();
        twins.Ours.Sandbox.Environment["CODESYNCER"] = "0";
        var before = twins.Document();
        twins.Write("src/a.cs", "// @codesyncer-decision While switched off\n");
        var commit = twins.Git("commit", "-qam", "quiet");
        Assert.Equal("", commit.Error);
        Assert.Equal(before, twins.Document());
        Assert.Empty(twins.Calls);
    }

    [Fact]
    public void A_commit_goes_through_where_our_own_folder_cannot_be_written()
    {
        using var twins = new Twins().Onboard();
        twins.Write("src/a.cs", "// @codesyncer-decision Nowhere to write\n");
        Directory.Delete(twins.Ours.At(".codesyncer"), recursive: true);
        Directory.Delete(twins.Ours.At(".git/codesyncer/cache"), recursive: true);
        // A file where a folder must be fails for everybody, for root too.
        twins.Ours.Write(".git/codesyncer/cache", "");
        twins.Ours.Write(".codesyncer", "");
        twins.Ours.Git("config", "core.excludesFile", twins.Ours.At(".git/quiet"));
        twins.Ours.Write(".git/quiet", ".codesyncer\n");
        Assert.Equal(0, twins.Ours.TryGit("commit", "-qam", "anyway").ExitCode);
    }

    [Fact]
    public void A_commit_goes_through_where_our_index_of_blobs_is_damaged()
    {
        using var twins = new Twins().Onboard();
        var noise = new byte[5000];
        new Random(7).NextBytes(noise);
        File.WriteAllBytes(twins.Ours.At(".git/codesyncer/cache/tags.bin"), noise);
        File.WriteAllBytes(twins.Ours.At(".git/codesyncer/state/trees/main/rendered"), noise);
        File.WriteAllBytes(twins.Ours.At(".git/codesyncer/state/trees/main/branch-start"), noise);
        File.WriteAllBytes(twins.Ours.At(".git/codesyncer/state/trees/main/edits.bin"), noise);
        Commits(twins, "src/a.cs");
    }

    private static void Commits(Twins twins, string path)
    {
        twins.Write(path, "// @codesyncer-decision Written here\nclass X { }\n");
        twins.Both(repository => repository.Commit("decide"));
        Assert.Contains("Written here", twins.Document(), StringComparison.Ordinal);
        twins.Git("switch", "-q", "-c", "away", "HEAD~1");
        Assert.DoesNotContain("Written here", twins.Document(), StringComparison.Ordinal);
        twins.Git("switch", "-q", "main");
        Assert.Contains("Written here", twins.Document(), StringComparison.Ordinal);
        twins.AssertAlike();
    }

    private static SandboxRepository Clone(GitSandbox sandbox, params string[] options)
    {
        var origin = sandbox.Init("origin");
        origin.Git("config", "uploadpack.allowFilter", "true");
        origin.Git("config", "uploadpack.allowAnySHA1InWant", "true");
        origin.Write("src/a.cs", "// @codesyncer-decision Of the source\n");
        origin.Write("other/b.cs", "// @codesyncer-decision Outside of the cone\n");
        origin.Commit("first");
        origin.Write("src/a.cs", "// @codesyncer-decision Of the source, reworded\n");
        origin.Commit("second");
        var clone = sandbox.Clone("file://" + origin.Path, "clone", options);
        sandbox.Environment["XDG_DATA_HOME"] = sandbox.At("data");
        sandbox.Run(sandbox.Root, PublishedExecutable.Path, ["init", "--private", clone.Path]).Succeeded();
        return clone;
    }

    private static string Objects(SandboxRepository repository) =>
        repository.Git("cat-file", "--batch-all-objects", "--batch-check=%(objectname)");
}
