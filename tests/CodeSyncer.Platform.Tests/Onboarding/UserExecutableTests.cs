using CodeSyncer.Platform.Onboarding;

namespace CodeSyncer.Platform.Tests.Onboarding;

public sealed class UserExecutableTests : IDisposable
{
    private readonly OnboardingBench _bench = new();

    private static string Library =>
        OperatingSystem.IsWindows() ? "e_sqlite3.dll" : OperatingSystem.IsMacOS() ? "libe_sqlite3.dylib" : "libe_sqlite3.so";

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void It_is_installed_once_and_then_the_same()
    {
        var executable = new UserExecutable(_bench.Places);
        Assert.Null(executable.Version());
        Assert.Equal(InstallOutcome.New, executable.Install(_bench.Source));
        Assert.Equal(InstallOutcome.Same, executable.Install(_bench.Source));
        Assert.Equal("0.1.0 probe", executable.Version());
    }

    [Theory]
    [InlineData("0.0.9", InstallOutcome.Replaced)]
    [InlineData("0.1.0", InstallOutcome.Replaced)]
    [InlineData("0.1.0-rc.1", InstallOutcome.Replaced)]
    [InlineData("0.2.0", InstallOutcome.NewerKept)]
    [InlineData("not a version", InstallOutcome.Replaced)]
    public void A_newer_version_stays_and_any_other_is_replaced(string installed, InstallOutcome expected)
    {
        OnboardingBench.WriteScript(_bench.Places.Executable, $"#!/bin/sh\necho '{installed}'\n");
        Assert.Equal(expected, new UserExecutable(_bench.Places).Install(_bench.Source));
        Assert.Equal(expected == InstallOutcome.Replaced ? "0.1.0 probe" : installed, new UserExecutable(_bench.Places).Version());
    }

    [Fact]
    public void One_that_does_not_run_is_replaced()
    {
        OnboardingBench.WriteScript(_bench.Places.Executable, "#!/nowhere\n");
        Assert.Equal(InstallOutcome.Replaced, new UserExecutable(_bench.Places).Install(_bench.Source));
    }

    [Fact]
    public void Leftovers_of_earlier_installations_are_cleared_and_those_of_one_going_on_are_not()
    {
        var old = _bench.Places.Executable + ".old-0";
        var abandoned = _bench.Places.Executable + ".123.tmp";
        var running = _bench.Places.Executable + ".124.tmp";
        foreach (var file in new[] { old, abandoned, running })
            OnboardingBench.WriteScript(file, "");
        File.SetLastWriteTimeUtc(abandoned, DateTime.UtcNow - TimeSpan.FromDays(1));
        new UserExecutable(_bench.Places).Install(_bench.Source);
        Assert.Equal([false, false, true], new[] { old, abandoned, running }.Select(File.Exists));
    }

    [Fact]
    public void The_native_library_beside_it_comes_along_and_nothing_else()
    {
        WriteBeside(_bench.Source, Library, "SQLite");
        WriteBeside(_bench.Source, "notes.txt", "none of it");
        WriteBeside(_bench.Source, Library + ".dbg", "none of it");
        var executable = new UserExecutable(_bench.Places);
        Assert.Equal(InstallOutcome.New, executable.Install(_bench.Source));
        Assert.Equal("SQLite", File.ReadAllText(Installed(Library)));
        Assert.Equal(new[] { UserPlaces.ExecutableName, Library }.Order(StringComparer.Ordinal),
            Directory.GetFiles(Path.GetDirectoryName(executable.Path)!).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(InstallOutcome.Same, executable.Install(_bench.Source));
    }

    [Fact]
    public void A_library_that_is_missing_or_damaged_is_put_there_again()
    {
        WriteBeside(_bench.Source, Library, "SQLite");
        var executable = new UserExecutable(_bench.Places);
        executable.Install(_bench.Source);
        File.Delete(Installed(Library));
        Assert.Equal(InstallOutcome.Replaced, executable.Install(_bench.Source));
        File.WriteAllText(Installed(Library), "SQL");
        Assert.Equal(InstallOutcome.Replaced, executable.Install(_bench.Source));
        Assert.Equal("SQLite", File.ReadAllText(Installed(Library)));
    }

    [Fact]
    public void The_library_goes_with_the_build_that_it_belonged_to()
    {
        WriteBeside(_bench.Source, Library, "SQLite");
        new UserExecutable(_bench.Places).Install(_bench.Source);
        var next = new ExecutableSource(_bench.Sandbox.At("next", "codesyncer"), "0.2.0", "probe");
        OnboardingBench.WriteScript(next.Path, "#!/bin/sh\necho '0.2.0 probe'\n");
        Assert.Equal(InstallOutcome.Replaced, new UserExecutable(_bench.Places).Install(next));
        Assert.False(File.Exists(Installed(Library)));
        Assert.Equal(InstallOutcome.NewerKept, new UserExecutable(_bench.Places).Install(_bench.Source));
        Assert.False(File.Exists(Installed(Library)));
    }

    [Fact]
    public async Task A_library_is_never_seen_half_written()
    {
        var other = new ExecutableSource(_bench.Sandbox.At("other", "codesyncer"), "0.1.0", "probe");
        OnboardingBench.WriteScript(other.Path, "#!/bin/sh\necho '0.1.0 other'\n");
        WriteBeside(_bench.Source, Library, new string('a', 1 << 20));
        WriteBeside(other, Library, new string('b', 1 << 20));
        new UserExecutable(_bench.Places).Install(_bench.Source);
        var replacing = Task.Run(() =>
        {
            for (var i = 0; i < 40; i++)
                new UserExecutable(_bench.Places).Install(i % 2 == 0 ? other : _bench.Source);
        });
        var seen = new HashSet<(int Length, char First, bool IsWhole)>();
        while (!replacing.IsCompleted)
        {
            if (await ReadAsync(Installed(Library)) is { } text)
                seen.Add((text.Length, text.FirstOrDefault(), text.All(letter => letter == text[0])));
        }

        await replacing;
        Assert.All(seen, state => Assert.Equal((1 << 20, true), (state.Length, state.IsWhole)));
        Assert.NotEmpty(seen);
    }

    [Fact]
    public async Task Hooks_keep_working_while_it_is_replaced_again_and_again()
    {
        var repository = _bench.Repository();
        _bench.Init(repository);
        var other = new ExecutableSource(_bench.Sandbox.At("build", "other"), "0.1.0", "probe");
        OnboardingBench.WriteScript(other.Path, File.ReadAllText(_bench.Source.Path) + "# another build\n");
        using var stop = new CancellationTokenSource();
        var replacing = Task.Run(() =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
                new UserExecutable(_bench.Places).Install(i % 2 == 0 ? other : _bench.Source);
        });
        // A git that this very process starts while it writes has the new file open too until it is git, and the system
        // refuses to run a file that somebody has open for writing. Whoever installs starts no git meanwhile.
        var busy = 0;
        for (var i = 0; i < 20; i++)
        {
            var lines = repository.TryGit("commit", "-q", "--allow-empty", "-m", "next").Succeeded().Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.All(lines, line => Assert.Contains("Text file busy", line, StringComparison.Ordinal));
            busy += lines.Length;
        }

        await stop.CancelAsync();
        await replacing;
        Assert.Equal(40 - busy, _bench.Calls().Length);
    }

    /// <summary>As a loader opens it; null: Windows has it between two names just now.</summary>
    private static async Task<string?> ReadAsync(string path)
    {
        try
        {
            using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
            return await reader.ReadToEndAsync();
        }
        catch (FileNotFoundException) when (OperatingSystem.IsWindows())
        {
            return null;
        }
    }

    private string Installed(string name) => Path.Combine(Path.GetDirectoryName(_bench.Places.Executable)!, name);

    private static void WriteBeside(ExecutableSource source, string name, string text) =>
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(source.Path)!, name), text);
}
