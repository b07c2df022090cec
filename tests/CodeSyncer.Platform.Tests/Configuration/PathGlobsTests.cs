using CodeSyncer.Core.Configuration;
using CodeSyncer.Testing;
using CsCheck;

namespace CodeSyncer.Platform.Tests.Configuration;

public class PathGlobsTests
{
    private static readonly Gen<string> Name = Gen.OneOfConst("a", "b", "ab", "a.cs", "b.min.js", "[x]", "c d");
    private static readonly Gen<string> Path = Name.Array[1, 4].Select(names => string.Join('/', names));
    private static readonly Gen<string> Part = Gen.OneOfConst("a", "b", "*", "**", "?", "*.cs", "a*", "[ab]", "[!a]", "*b", "\\[x\\]", "c d", "ab");
    private static readonly Gen<string> Pattern = Gen.Select(Gen.OneOfConst("", "", "!"), Gen.OneOfConst("", "/"), Part.Array[1, 3], Gen.OneOfConst("", "", "/"),
        (not, root, parts, folder) => not + root + string.Join('/', parts) + folder);

    [Fact]
    public void They_match_exactly_what_git_ignores()
    {
        using var sandbox = new GitSandbox();
        var repository = sandbox.Init();
        Gen.Select(Pattern.Array[1, 4], Path.Array[1, 12]).Sample((patterns, paths) =>
        {
            repository.Write(".gitignore", string.Join('\n', patterns) + "\n");
            var asked = paths.Distinct().ToList();
            var answer = sandbox.Run(repository.Path, "git", ["check-ignore", "--no-index", "--stdin", "-z"], string.Join('\0', asked) + "\0");
            var globs = new PathGlobs(patterns);
            Assert.Equal(answer.Output.Split('\0', StringSplitOptions.RemoveEmptyEntries).Order(), asked.Where(globs.Matches).Order());
        }, iter: 300, threads: 1);
    }

    [Fact]
    public void A_hostile_pattern_takes_no_time()
    {
        var glob = new PathGlobs([string.Concat(Enumerable.Repeat("*a", 500)) + "b", string.Concat(Enumerable.Repeat("**/a/", 100)) + "b"]);
        Assert.False(glob.Matches(string.Join('/', Enumerable.Repeat(new string('a', 200), 100))));
    }
}
