namespace CodeSyncer.PowerShell;

/// <summary>Hints name verbs and options of the executable; here they have other names.</summary>
internal static class CommandWords
{
    private static readonly (string Executable, string PowerShell)[] Names =
    [
        ("-C <path>", "-Repository"),
        ("--to DIR", "-To"),
        ("--rev", "-Rev"),
        ("--staged", "-Staged"),
        ("--private", "-Private"),
        ("--shared", "-Shared"),
        ("'init --no-hooks'", "'Install-CodeSyncer -NoHooks'"),
        ("'codesyncer doctor --fix'", "'Repair-CodeSyncer'"),
        ("'codesyncer init'", "'Install-CodeSyncer'"),
        ("'codesyncer sync'", "'Sync-Context'"),
    ];

    public static string InPowerShell(string text)
    {
        foreach (var (executable, powerShell) in Names)
            text = text.Replace(executable, powerShell, StringComparison.Ordinal);
        return text;
    }
}
