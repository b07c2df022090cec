using CodeSyncer.Core.Configuration;
using CodeSyncer.Testing;
using CsCheck;

namespace CodeSyncer.Platform.Tests.Configuration;

public class PathGlobsTests
{
    private const int Rounds = 120;
    private const int ListsInARound = 20;

    // ASCII only: of other characters "?" takes one here and one byte in git, as PathGlobs says.
    private static readonly Gen<string> Name = Gen.OneOfConst("a", "b", "ab", "ba", "a.cs", "b.min.js", "[x]", "c d", "d ", "#a", "!b", "a-b", "]", "7", "A");
    private static readonly Gen<string> Path = Name.Array[1, 4].Select(names => string.Join('/', names));
    private static readonly Gen<string> Part = Gen.OneOfConst("a", "b", "*", "**", "***", "?", "??", "*.cs", "a*", "*b*", "a**b", "[ab]", "[!a]", "[^ab]", "*b", "\\[x\\]",
        "c d", "ab", "d\\ ", "d ", "\\#a", "\\!b", "\\*", "한", "[[:alpha:]]*", "[[:digit:]]", "[[:punct:]]", "[a-c]*", "[]]", "[]-a]", "[a-]", "[--a]b", "[\\]]", "[a", "a\\", "[[:x:]]", "[a/b]", "", "*a*b*");

    private static readonly Gen<string> Pattern = Gen.Select(Gen.OneOfConst("", "", "!"), Gen.OneOfConst("", "/", "**/"), Part.Array[1, 3], Gen.OneOfConst("", "", "/", "/**", " "),
        (not, root, parts, end) => not + root + string.Join('/', parts) + end);

    [Fact]
    public void They_match_exactly_what_git_ignores()
    {
        using var sandbox = new GitSandbox();
        var repository = sandbox.Init();
        // A folder a list: one question to git answers for all of them.
        var round = Gen.Select(Pattern.Array[1, 4], Path.Array[1, 12]).Array[ListsInARound];
        round.Sample(lists =>
        {
            var expected = new List<string>();
            for (var i = 0; i < lists.Length; i++)
            {
                var (patterns, paths) = lists[i];
                repository.Write($"{i}/.gitignore", string.Join('\n', patterns) + "\n");
                var globs = new PathGlobs(patterns);
                expected.AddRange(paths.Distinct().Where(globs.Matches).Select(path => $"{i}/{path}"));
            }

            var asked = lists.SelectMany((list, i) => list.Item2.Distinct().Select(path => $"{i}/{path}"));
            var answer = sandbox.Run(repository.Path, "git", ["check-ignore", "--no-index", "--stdin", "-z"], string.Join('\0', asked) + "\0");
            var ignored = answer.Output.Split('\0', StringSplitOptions.RemoveEmptyEntries);
            Assert.True(expected.Order(StringComparer.Ordinal).SequenceEqual(ignored.Order(StringComparer.Ordinal)),
                string.Join("; ", expected.Except(ignored).Select(path => $"only ours {path} by {Shown(lists, path)}")
                    .Concat(ignored.Except(expected).Select(path => $"only git {path} by {Shown(lists, path)}"))));
        }, iter: Rounds, threads: 1);
    }

    [Fact]
    public void A_hostile_pattern_takes_no_time()
    {
        var glob = new PathGlobs([string.Concat(Enumerable.Repeat("*a", 500)) + "b", string.Concat(Enumerable.Repeat("**/a/", 100)) + "b"]);
        Assert.False(glob.Matches(string.Join('/', Enumerable.Repeat(new string('a', 200), 100))));
    }

    private static string Shown((string[], string[])[] lists, string path) =>
        string.Join(" | ", lists[int.Parse(path[..path.IndexOf('/', StringComparison.Ordinal)])].Item1);
}
