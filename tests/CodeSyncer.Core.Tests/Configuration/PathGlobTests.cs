using CodeSyncer.Core.Configuration;

namespace CodeSyncer.Core.Tests.Configuration;

public class PathGlobTests
{
    [Theory]
    [InlineData("*.cs", "src/deep/a.cs")]
    [InlineData("/a", "a")]
    [InlineData("src/*.cs", "src/a.cs")]
    [InlineData("**/gen", "gen")]
    [InlineData("a/**/z", "a/z")]
    [InlineData("a/**/z", "a/b/c/z")]
    [InlineData("a/**", "a/b")]
    [InlineData("x[a/b]y/z", "xay/z")]
    [InlineData("[]-]x", "]x")]
    [InlineData("[^a-c]", "d")]
    [InlineData("[\\]]", "]")]
    [InlineData("[[:digit:]]*", "7up")]
    [InlineData("\\!keep", "!keep")]
    [InlineData("\\#tag", "#tag")]
    [InlineData("a\\ ", "a ")]
    [InlineData("?.md", "한.md")]
    [InlineData("?", "😀")]
    public void A_pattern_takes_the_path(string pattern, string path) => Assert.True(new PathGlob(pattern).Matches(path, isFolder: false));

    [Theory]
    [InlineData("src/*.cs", "src/deep/a.cs")]
    [InlineData("/a", "b/a")]
    [InlineData("a/**", "a")]
    [InlineData("a/", "a")]
    [InlineData("a/b", "c/a/b")]
    [InlineData("*", "")]
    [InlineData("a[", "a[")]
    [InlineData("[[:nonsense:]]", "a")]
    [InlineData("a\\", "a\\")]
    [InlineData("# comment", "# comment")]
    [InlineData("", "")]
    [InlineData("/", "a")]
    [InlineData("a//b", "a/b")]
    [InlineData("A", "a")]
    public void A_pattern_leaves_the_path(string pattern, string path) => Assert.False(new PathGlob(pattern).Matches(path, isFolder: false) && path.Length > 0);

    [Fact]
    public void One_pattern_speaks_of_the_path_alone_and_a_list_of_what_lies_in_it_too()
    {
        Assert.False(new PathGlob("vendor").Matches("vendor/a.c", isFolder: false));
        Assert.True(new PathGlobs(["vendor"]).Matches("vendor/a.c"));
        Assert.True(new PathGlobs(["vendor/"]).Matches("vendor/a.c"));
    }

    [Fact]
    public void What_lies_in_a_matched_folder_cannot_be_taken_back_but_in_a_sparse_checkout()
    {
        Assert.True(new PathGlobs(["vendor/", "!vendor/a.c"]).Matches("vendor/a.c"));
        Assert.False(new PathGlobs(["vendor/*", "!vendor/a.c"]).Matches("vendor/a.c"));
        Assert.False(new PathGlobs(["vendor/", "!vendor/a.c"], canTakeBack: true).Matches("vendor/a.c"));
    }
}
