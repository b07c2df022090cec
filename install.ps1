#!/usr/bin/env pwsh
# Builds the module, installs it for you, and with -Repository onboards that repository. Safe to repeat.
[CmdletBinding(SupportsShouldProcess)]
param(
    # A repository to onboard.
    [string]$Repository,

    [ValidateSet('CurrentUser', 'AllUsers')]
    [string]$Scope = 'CurrentUser',

    # A folder of modules, in place of the scope's.
    [string]$Destination
)

$ErrorActionPreference = 'Stop'
if ($PSVersionTable.PSVersion -lt [version]'7.6') { throw "This is PowerShell $($PSVersionTable.PSVersion): CodeSyncer.Tools needs 7.6 or later." }

if (-not $Destination) {
    $Destination = if ($Scope -eq 'AllUsers') {
        if ($IsWindows) { Join-Path $env:ProgramFiles 'PowerShell' 'Modules' } else { '/usr/local/share/powershell/Modules' }
    } elseif ($IsWindows) {
        Join-Path ([System.Environment]::GetFolderPath('MyDocuments')) 'PowerShell' 'Modules'
    } else {
        # The XDG base directory specification has relative values ignored.
        $data = if ($env:XDG_DATA_HOME -and [System.IO.Path]::IsPathRooted($env:XDG_DATA_HOME)) { $env:XDG_DATA_HOME } else { Join-Path $HOME '.local' 'share' }
        Join-Path $data 'powershell' 'Modules'
    }
}

$staged = & (Join-Path $PSScriptRoot 'build.ps1') -Task Build
$target = Join-Path $Destination 'CodeSyncer.Tools' $staged.Name
if (-not $PSCmdlet.ShouldProcess($target, 'Install the module')) { return }

# Copied beside its place first: whoever imports it meanwhile finds it whole. A running session on Windows keeps its files.
$fresh = "$target.new"
$old = "$target.old"
foreach ($leftover in $fresh, $old) {
    if (Test-Path -LiteralPath $leftover) { Remove-Item -LiteralPath $leftover -Recurse -Force }
}
$null = New-Item -ItemType Directory -Force (Split-Path $target)
Copy-Item -LiteralPath $staged.FullName -Destination $fresh -Recurse
if (Test-Path -LiteralPath $target) { Move-Item -LiteralPath $target -Destination $old }
Move-Item -LiteralPath $fresh -Destination $target
if (Test-Path -LiteralPath $old) { Remove-Item -LiteralPath $old -Recurse -Force -ErrorAction SilentlyContinue }
Write-Host "CodeSyncer.Tools $($staged.Name) is installed in $target"

if ($Repository) {
    Import-Module (Join-Path $target 'CodeSyncer.Tools.psd1') -Force
    Install-CodeSyncer -LiteralPath $Repository
}
