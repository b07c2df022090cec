namespace CodeSyncer.Core.Agents;

/// <summary>
/// The command line of a hook. It ends with exit code 0 whatever becomes of our executable: several agents refuse a tool
/// whose hook fails.
/// </summary>
/// <param name="Shell">For the shell that the agent uses here.</param>
/// <param name="PowerShell">For PowerShell on Windows, where an agent takes both.</param>
public sealed record AgentCommand(string Shell, string PowerShell)
{
    private const string AnyUsersExecutable = "$env:LOCALAPPDATA/CodeSyncer/bin/codesyncer.exe";

    /// <summary>PowerShell that runs an executable; one that is gone is silent.</summary>
    /// <param name="executable">Absolute.</param>
    public static string InPowerShell(string executable, string arguments)
    {
        var quoted = $"'{executable.Replace("'", "''", StringComparison.Ordinal)}'";
        return $"if (Test-Path -LiteralPath {quoted}) {{ & {quoted} {arguments} }}; exit 0";
    }

    /// <summary>The same for a file that others read too: it runs the executable of whoever has one.</summary>
    public static string InAnyonesPowerShell(string arguments) =>
        $"if (Test-Path -LiteralPath \"{AnyUsersExecutable}\") {{ & \"{AnyUsersExecutable}\" {arguments} }}; exit 0";
}
