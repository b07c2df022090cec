namespace CodeSyncer.Testing;

/// <summary>Keeps what the test process itself starts away from the configuration of whoever runs the tests.</summary>
internal static class TestProcess
{
    private static readonly Lazy<bool> Isolated = new(() =>
    {
        var none = OperatingSystem.IsWindows() ? "NUL" : "/dev/null";
        Environment.SetEnvironmentVariable("GIT_CONFIG_GLOBAL", none);
        Environment.SetEnvironmentVariable("GIT_CONFIG_SYSTEM", none);
        foreach (var name in new[] { "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "CODESYNCER", "CODESYNCER_BIN", "CODESYNCER_INSIDE" })
            Environment.SetEnvironmentVariable(name, null);
        return true;
    });

    public static void Isolate() => _ = Isolated.Value;
}
