namespace CodeSyncer.Benchmarks;

/// <summary>Other hook runners with a hook that does nothing, from npm; null where npm cannot bring them.</summary>
internal static class Peers
{
    public static void AddHook(BenchRepository repository, string name, string text)
    {
        var hook = Path.Combine(repository.Path, ".git", "hooks", name);
        File.WriteAllText(hook, text);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(hook, (UnixFileMode)0b111_101_101);
    }

    public static BenchRepository? TryHusky(BenchRepository bare) => Try(bare, "husky", repository =>
    {
        Bench.Time(repository.Path, repository.Home, "npx", "--no-install", "husky");
        File.WriteAllText(Path.Combine(repository.Path, ".husky", "pre-commit"), "true\n");
    });

    public static BenchRepository? TryLefthook(BenchRepository bare) => Try(bare, "lefthook", repository =>
    {
        File.WriteAllText(Path.Combine(repository.Path, "lefthook.yml"), "pre-commit:\n  commands:\n    nothing:\n      run: 'true'\n");
        Bench.Time(repository.Path, repository.Home, "npx", "--no-install", "lefthook", "install");
    });

    private static BenchRepository? Try(BenchRepository bare, string package, Action<BenchRepository> install)
    {
        var repository = bare.Copy(package);
        try
        {
            Bench.Time(repository.Path, repository.Home, "npm", "install", "--silent", "--no-save", "--no-audit", "--no-fund", package);
            install(repository);
            return repository;
        }
        catch (Exception error) when (error is InvalidOperationException or IOException or System.ComponentModel.Win32Exception)
        {
            Console.WriteLine($"{package,-28} not measured: {error.Message.ReplaceLineEndings(" ")}");
            return null;
        }
    }
}
