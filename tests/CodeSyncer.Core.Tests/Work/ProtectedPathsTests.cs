using CodeSyncer.Core.Configuration;
using CodeSyncer.Core.Work;

namespace CodeSyncer.Core.Tests.Work;

public class ProtectedPathsTests
{
    private static readonly ProtectedPath[] Paths =
    [
        new("db/", "Ask the database team."), new("!db/scratch/"), new("*.lock"), new("/LICENSE", "The lawyers'"), new("db/scratch/keep.sql", "Kept"),
    ];

    [Theory]
    [InlineData("db/schema.sql", "db/")]
    [InlineData("db/a/b/c.sql", "db/")]
    [InlineData("db/scratch/try.sql", null)]
    [InlineData("db/scratch/keep.sql", "db/scratch/keep.sql")]
    [InlineData("db/scratch/yarn.lock", "*.lock")]
    [InlineData("LICENSE", "/LICENSE")]
    [InlineData("docs/LICENSE", null)]
    [InlineData("DB/schema.sql", null)]
    [InlineData("", null)]
    public void The_last_glob_that_matches_decides(string path, string? glob) => Assert.Equal(glob, new ProtectedPaths(Paths, ignoreCase: false).Of(path)?.Glob);

    [Theory]
    [InlineData("DB/Schema.SQL", "db/")]
    [InlineData("Db/Scratch/try.sql", null)]
    [InlineData("license", "/LICENSE")]
    [InlineData("A/YARN.LOCK", "*.lock")]
    public void Case_can_be_left_aside(string path, string? glob) => Assert.Equal(glob, new ProtectedPaths(Paths, ignoreCase: true).Of(path)?.Glob);

    [Fact]
    public void The_reason_comes_with_it() =>
        Assert.Equal("Ask the database team.", new ProtectedPaths(Paths, ignoreCase: false).Of("db/schema.sql")?.Reason);

    [Fact]
    public void Nothing_is_protected_by_default() => Assert.Null(new ProtectedPaths(Settings.Default.ProtectedPaths, ignoreCase: true).Of("a"));

    [Theory]
    [InlineData(".env", true)]
    [InlineData("app/.env.production", true)]
    [InlineData("app/.env.example", false)]
    [InlineData("app/.ENV", true)]
    [InlineData("certs/server.key", true)]
    [InlineData("certs/server.PEM", true)]
    [InlineData("ssh/id_rsa", true)]
    [InlineData("ssh/id_ed25519_work", true)]
    [InlineData("ssh/id_rsa.pub", false)]
    [InlineData("home/.aws/credentials", true)]
    [InlineData("home/.docker/config.json", true)]
    [InlineData("config.json", false)]
    [InlineData("src/environment.ts", false)]
    [InlineData("src/keyboard.cs", false)]
    [InlineData("src/credentials.cs", false)]
    [InlineData("dev.key", false)]
    public void Names_of_secrets_are_known_and_can_be_taken_back(string path, bool isSecret)
    {
        var globs = SettingsParser.Parse("config.yml", "work: {secrets: ['!dev.key']}", Settings.Default).Settings.Work.Secrets;
        Assert.Equal(isSecret, new PathGlobs(globs, canTakeBack: true, ignoreCase: true).Matches(path));
    }
}
