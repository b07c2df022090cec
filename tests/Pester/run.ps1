# Runs the suite on a staged module; ends with one line: Pester: N passed, N failed.
param([Parameter(Mandatory)][string]$Module)

$ErrorActionPreference = 'Stop'
Import-Module Pester -MinimumVersion 5.5
$env:CODESYNCER_STAGED = $Module
$settings = New-PesterConfiguration
$settings.Run.Path = $PSScriptRoot
$settings.Run.PassThru = $true
$settings.Output.Verbosity = 'Normal'
$result = Invoke-Pester -Configuration $settings
$failed = $result.FailedCount + $result.FailedBlocksCount + $result.FailedContainersCount
"Pester: $($result.PassedCount) passed, $failed failed"
exit [int]($failed -gt 0)
