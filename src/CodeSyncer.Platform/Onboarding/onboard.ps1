# Onboards this clone to CodeSyncer: run it once, from anywhere. Git itself wires no hooks when it clones.
# It downloads nothing, needs no rights, and running it again does no harm.
[CmdletBinding()]
param()

$root = git -C $PSScriptRoot rev-parse --show-toplevel
if (-not $root) { throw "'$PSScriptRoot' is in no git repository: run this script in a clone." }

if (Get-Module -ListAvailable -Name CodeSyncer.Tools) {
    Import-Module CodeSyncer.Tools
    Install-CodeSyncer -Path $root
    return
}

$name = if ($IsWindows) { 'codesyncer.exe' } else { 'codesyncer' }
$places = @(
    if ($env:LOCALAPPDATA) { Join-Path $env:LOCALAPPDATA 'CodeSyncer' 'bin' }
    if ($HOME) { Join-Path $HOME 'Library' 'Application Support' 'codesyncer' 'bin' }
    if ($env:XDG_DATA_HOME) { Join-Path $env:XDG_DATA_HOME 'codesyncer' 'bin' }
    if ($HOME) { Join-Path $HOME '.local' 'share' 'codesyncer' 'bin' }
) | ForEach-Object { Join-Path $_ $name }
$executable = @($places; $env:CODESYNCER_BIN; (Get-Command codesyncer -CommandType Application -ErrorAction Ignore).Source) |
    Where-Object { $_ -and (Test-Path -LiteralPath $_ -PathType Leaf) } | Select-Object -First 1
if ($executable) {
    & $executable init $root
    exit $LASTEXITCODE
}

Write-Host 'CodeSyncer is not on this machine. Get it one of these ways, then run this script again:'
Write-Host '  Install-PSResource CodeSyncer.Tools'
Write-Host '  in a clone of CodeSyncer.Tools: dotnet run --project src/CodeSyncer.Cli -c Release -- init <this repository>'
exit 2
