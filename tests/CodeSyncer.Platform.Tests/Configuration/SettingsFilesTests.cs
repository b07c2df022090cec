using CodeSyncer.Core.Configuration;
using CodeSyncer.Core.Errors;
using CodeSyncer.Platform.Configuration;
using CodeSyncer.Testing;

namespace CodeSyncer.Platform.Tests.Configuration;

public sealed class SettingsFilesTests : IDisposable
{
    private readonly GitSandbox _sandbox = new();
    private readonly SandboxRepository _repository;

    public SettingsFilesTests() => _repository = _sandbox.Init();

    private string UserFile => _sandbox.At("home", "config.yml");

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void Without_files_the_defaults_serve()
    {
        var (settings, problems) = Read(strict: true);
        Assert.Same(Settings.Default, settings);
        Assert.Empty(problems);
    }

    [Fact]
    public void The_users_file_is_laid_over_the_teams()
    {
        Team("exclude: [vendor/]\nlint: {expired: error}\n");
        File.WriteAllText(UserFile, "exclude: [notes/]\nlint: {expired: info}\n");
        var (settings, _) = Read(strict: true);
        Assert.Equal(["vendor/", "notes/"], settings.Exclude);
        Assert.Equal(LintSeverity.Info, settings.Lint["expired"]);
    }

    [Fact]
    public void A_bare_repository_has_the_users_file_alone()
    {
        File.WriteAllText(UserFile, "exclude: [notes/]\n");
        Assert.Equal(["notes/"], SettingsFiles.Read(null, UserFile, strict: true).Settings.Exclude);
    }

    [Fact]
    public void What_is_wrong_is_an_error_with_file_line_and_hint()
    {
        Team("exclude: [vendor/]\nlnit: {}\nexcluded: []\n");
        var error = Assert.Throws<CodeSyncerException>(() => Read(strict: true));
        Assert.Equal(ErrorKind.BadInput, error.Kind);
        Assert.Equal(".codesyncer/config.yml:2: unknown key 'lnit' (and 1 more)", error.Message);
        Assert.Equal("did you mean 'lint'?", error.Hint);
    }

    [Fact]
    public void In_a_hook_it_is_reported_and_the_defaults_serve_but_what_protects_holds()
    {
        Team("exclude: [vendor/]\nlnit: {}\nprotected_paths: [db/]\n");
        var (settings, problems) = Read(strict: false);
        Assert.Empty(settings.Exclude);
        Assert.Equal("db/", Assert.Single(settings.ProtectedPaths).Glob);
        Assert.Equal(".codesyncer/config.yml:2: unknown key 'lnit' (did you mean 'lint'?)", Assert.Single(problems).ToString());
    }

    [Fact]
    public void A_file_of_the_user_is_named_with_its_whole_path()
    {
        File.WriteAllText(UserFile, "a: 1\n");
        Assert.StartsWith(UserFile + ":1", Read(strict: false).Problems[0].Place, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 0x65, 0x78, 0xff, 0xfe, 0x0a }, "it is not UTF-8")]
    [InlineData(new byte[] { 0xff, 0xfe, 0x61, 0, 0x3a, 0 }, "it is not UTF-8")]
    [InlineData(new byte[] { 0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0 }, "the file holds the control character \\x02")]
    public void Bytes_that_are_no_text_are_a_problem(byte[] content, string message)
    {
        _repository.Write(".codesyncer/config.yml", content);
        Assert.Equal(message, Assert.Single(Read(strict: false).Problems).Message);
    }

    [Fact]
    public void A_byte_order_mark_is_no_problem()
    {
        _repository.Write(".codesyncer/config.yml", [0xef, 0xbb, 0xbf, .. "exclude: [a]\r\n"u8]);
        Assert.Equal(["a"], Read(strict: true).Settings.Exclude);
    }

    [Fact]
    public void A_gigabyte_is_not_read()
    {
        Team("");
        using (var file = File.OpenWrite(_repository.At(".codesyncer/config.yml")))
            file.SetLength(1L << 30);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal("the file is longer than 256 KB", Assert.Single(Read(strict: false).Problems).Message);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8 << 20);
    }

    [Fact]
    public void A_folder_in_its_place_is_a_problem()
    {
        Directory.CreateDirectory(_repository.At(".codesyncer/config.yml"));
        Assert.StartsWith("it cannot be read", Assert.Single(Read(strict: false).Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_out_of_the_repository_is_not_followed()
    {
        File.WriteAllText(_sandbox.At("secret"), "password: hunter2\n");
        Directory.CreateDirectory(_repository.At(".codesyncer"));
        File.CreateSymbolicLink(_repository.At(".codesyncer/config.yml"), _sandbox.At("secret"));
        var problem = Assert.Single(Read(strict: false).Problems);
        Assert.Equal("it is a link that leads out of the repository", problem.Message);
    }

    [Fact]
    public void A_folder_linked_out_of_the_repository_is_not_followed()
    {
        Directory.CreateDirectory(_sandbox.At("elsewhere"));
        File.WriteAllText(_sandbox.At("elsewhere", "config.yml"), "password: hunter2\n");
        Directory.CreateSymbolicLink(_repository.At(".codesyncer"), _sandbox.At("elsewhere"));
        Assert.Equal("it is a link that leads out of the repository", Assert.Single(Read(strict: false).Problems).Message);
    }

    [Fact]
    public void A_link_within_the_repository_is_followed()
    {
        _repository.Write("tools/codesyncer.yml", "exclude: [a]\n");
        Directory.CreateDirectory(_repository.At(".codesyncer"));
        File.CreateSymbolicLink(_repository.At(".codesyncer/config.yml"), Path.Combine("..", "tools", "codesyncer.yml"));
        Assert.Equal(["a"], Read(strict: true).Settings.Exclude);
    }

    private void Team(string text) => _repository.Write(".codesyncer/config.yml", text);

    private (Settings Settings, IReadOnlyList<ConfigProblem> Problems) Read(bool strict) => SettingsFiles.Read(_repository.Path, UserFile, strict);
}
