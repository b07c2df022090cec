using CodeSyncer.Platform.Git;
using CodeSyncer.Testing;

namespace CodeSyncer.Platform.Tests.Git;

public sealed class ExcludeFileTests : IDisposable
{
    private readonly GitSandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void Git_ignores_what_is_set_and_the_users_lines_stay()
    {
        var repository = _sandbox.Init();
        repository.Write(".git/info/exclude", "*.log\r\n# mine");
        var exclude = new ExcludeFile(GitRepository.Discover(repository.Path));
        Assert.True(exclude.SetPatterns(["/a.md", "/b.md"]));
        Assert.False(exclude.SetPatterns(["/a.md", "/b.md"]));
        foreach (var name in new[] { "a.md", "b.md", "x.log", "c.md" })
            repository.Write(name, "");
        Assert.Equal("?? c.md", repository.Git("status", "--porcelain"));
        Assert.StartsWith("*.log\r\n# mine\r\n", repository.Read(".git/info/exclude"));

        Assert.True(exclude.Remove("/a.md"));
        Assert.Equal(["/b.md"], exclude.Patterns());
        Assert.True(exclude.Add("/c.md", "/b.md"));
        Assert.Equal(["/b.md", "/c.md"], exclude.Patterns());
        Assert.True(exclude.SetPatterns([]));
        Assert.Equal("*.log\r\n# mine", repository.Read(".git/info/exclude"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_file_that_was_not_there_is_gone_again(bool directory)
    {
        var repository = _sandbox.Init("repo", "--template=");
        if (directory)
            Directory.CreateDirectory(repository.At(".git/info"));
        var exclude = new ExcludeFile(GitRepository.Discover(repository.Path));
        exclude.SetPatterns(["/a.md"]);
        exclude.SetPatterns(["/a.md", "/b.md"]);
        Assert.True(repository.Has(".git/info/exclude"));
        exclude.SetPatterns([]);
        Assert.False(repository.Has(".git/info/exclude"));
        Assert.Equal(directory, repository.Has(".git/info"));
    }

    [Fact]
    public void An_empty_file_that_was_there_stays()
    {
        var repository = _sandbox.Init();
        repository.Write(".git/info/exclude", "");
        var exclude = new ExcludeFile(GitRepository.Discover(repository.Path));
        exclude.SetPatterns(["/a.md"]);
        exclude.SetPatterns([]);
        Assert.Equal("", repository.Read(".git/info/exclude"));
    }

    [Fact]
    public void Linked_work_trees_share_it()
    {
        var repository = _sandbox.Init();
        repository.Commit("first");
        var linked = repository.AddWorkTree("linked");
        new ExcludeFile(GitRepository.Discover(linked.Path)).SetPatterns(["/a.md"]);
        repository.Write("a.md", "");
        linked.Write("a.md", "");
        Assert.Equal("", repository.Git("status", "--porcelain"));
        Assert.Equal("", linked.Git("status", "--porcelain"));
    }
}
