namespace CodeSyncer.PowerShell;

/// <summary>Hints name verbs and options of the executable; here they have other names.</summary>
internal static class CommandWords
{
    private static readonly (string Executable, string PowerShell)[] Names =
    [
        ("another work tree with --to DIR", "another work tree with -Destination"),
        ("'init --shared --agents ", "'Install-CodeSyncer -Shared -Agent "),
        ("'init --agents ", "'Install-CodeSyncer -Agent "),
        ("'codesyncer init --shared'", "'Install-CodeSyncer -Shared'"),
        ("-C <path>", "-Repository"),
        ("--to DIR", "-To"),
        ("--rev", "-Rev"),
        ("--staged", "-Staged"),
        ("--private", "-Private"),
        ("--shared", "-Shared"),
        ("'init --no-hooks'", "'Install-CodeSyncer -NoHooks'"),
        ("'codesyncer doctor --fix'", "'Repair-CodeSyncer'"),
        ("'codesyncer doctor'", "'Test-CodeSyncer'"),
        ("'codesyncer work save'", "'Save-WorkHook'"),
        ("'work list --all'", "'Get-WorkHook -All'"),
        ("'work list'", "'Get-WorkHook'"),
        ("'handoff --list'", "'Get-Handoff'"),
        ("make one with 'codesyncer town new FOLDER'", "make one with 'New-Town FOLDER'"),
        ("run 'codesyncer rig leave' in the repository", "have the executable leave it there, with 'rig leave'"),
        ("run 'codesyncer rig leave' and then 'codesyncer uninstall' in it", "have the executable leave the town with 'rig leave' in it, and then run 'Uninstall-CodeSyncer' there"),
        ("'codesyncer rig add NAME URL-OR-PATH'", "'New-Rig NAME URL-OR-PATH'"),
        ("'codesyncer rig remove'", "'Remove-Rig'"),
        ("'rig add'", "'New-Rig'"),
        ("'codesyncer uninstall'", "'Uninstall-CodeSyncer'"),
        ("'codesyncer polecat list' and 'codesyncer crew list'", "'Get-Polecat' and 'Get-Crew'"),
        ("'codesyncer polecat stop'", "'Stop-Polecat'"),
        ("'codesyncer town status'", "'Get-Town'"),
        ("'codesyncer town start'", "'Start-Town'"),
        ("'codesyncer town watch --look'", "'Get-Town'"),
        ("'codesyncer escalate list'", "'Get-Escalation'"),
        ("'codesyncer done --result no-change --message WHY'", "'Complete-Bead -Result no-change WHY'"),
        ("then say done again", "then run 'Complete-Bead' again"),
        ("add --when-ready", "add -WhenReady"),
        ("add --force", "add -Force"),
        ("'codesyncer init'", "'Install-CodeSyncer'"),
        ("'codesyncer sync'", "'Sync-Context'"),
        ("'bead ready --claim'", "'Lock-Bead -Ready'"),
        ("'bead list'", "'Get-Bead'"),
        ("'--status closed'", "'-Status closed'"),
        ("'bead show --json'", "'Get-Bead -Id ID'"),
        ("'bead show", "'Get-Bead"),
        (" --status open'", " -Status open'"),
        (" --parent ID'", " -Parent ID'"),
        ("'bead reopen", "'Set-Bead -Reopen"),
        ("'bead update", "'Set-Bead"),
        ("'bead delete'", "'Remove-Bead'"),
        ("'bead close'", "'Close-Bead'"),
        ("'bead dep add'", "'Add-BeadDependency'"),
        ("'bead dep remove'", "'Remove-BeadDependency'"),
        ("'bead comment'", "'Add-BeadComment'"),
        ("'bead claim'", "'Lock-Bead'"),
        ("'bead release'", "'Unlock-Bead'"),
        ("'convoy show", "'Get-Convoy"),
        ("'convoy list'", "'Get-Convoy -All'"),
        ("'ledger verify'", "'Test-Ledger'"),
        ("'ledger sync'", "'Sync-Ledger'"),
        ("'mail inbox --all'", "'Get-AgentMail -All'"),
        ("'mail inbox'", "'Get-AgentMail'"),
        ("see who is known with 'agent list', or send with --new", "send with -New; completing -To with Tab shows who is known"),
        (" --rig ", " -Rig "),
        ("--agent", "-Agent"),
        ("--new", "-New"),
    ];

    public static string InPowerShell(string text)
    {
        foreach (var (executable, powerShell) in Names)
            text = text.Replace(executable, powerShell, StringComparison.Ordinal);
        return text;
    }
}
