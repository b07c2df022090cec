<#
.SYNOPSIS
    Backs up the databases.
.DESCRIPTION
    @codesyncer-context: runs on the Windows host only
    @codesyncer-decision(2025-12-10, by=tomas): one file per database,
    because a restore is almost always of one
.EXAMPLE
    PS> ./Backup.ps1 -Name shop
#>
[CmdletBinding()]
param(
    [string] $Name, # @codesyncer-inference: empty means all

    [ValidateSet('full', 'diff')]
    [string] $Mode = 'full' <# @codesyncer-todo: diff is not tested #>
)

$help = @'
# @codesyncer-rule: here-string
'@

$text = @"
# @codesyncer-rule: expandable $(Get-Date <# @codesyncer-why: local time on purpose #>)
"@

$escaped = "a `" # @codesyncer-todo: still a string"

# @codesyncer-rule [2025-12-11] Kein Passwort in der Befehlszeile
#     Umlaute: äöü, auch im Text
function Backup-Database {
    # @codesyncer-pattern: one function a verb
    Write-Verbose "Backing up $Name#1" # @codesyncer-todo(expires=2026-06-30) remove the old share
    $item = Get-Item C:\Backup#old
}

# @codesyncer-tradeoff(2025-12-11)
#   - compression: 40% smaller
#   - but twice as long
Backup-Database
