#!/usr/bin/env pwsh
# Build puts the module together in artifacts/module, Test runs the Pester suite on it, Pack makes the package that
# Install-PSResource and Install-Module take. The other tests: 'dotnet test'.
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Pack')]
    [string]$Task = 'Build',

    # Where Pack puts the package.
    [string]$Destination = (Join-Path $PSScriptRoot 'artifacts' 'packages')
)

$ErrorActionPreference = 'Stop'
$module = Join-Path $PSScriptRoot 'artifacts' 'module' 'CodeSyncer.Tools'

if (-not (Get-Command dotnet -CommandType Application -ErrorAction Ignore)) { throw 'dotnet is missing: install the .NET 10 SDK.' }
dotnet build (Join-Path $PSScriptRoot 'src' 'CodeSyncer.PowerShell') -c Release -t:StageModule -v quiet -nologo | Out-Host
if ($LASTEXITCODE) { throw "The build failed with exit code $LASTEXITCODE." }
$version = (Import-PowerShellDataFile (Join-Path $PSScriptRoot 'module' 'CodeSyncer.Tools.psd1')).ModuleVersion
$staged = Join-Path $module $version

switch ($Task) {
    'Build' { Get-Item $staged }
    'Test' {
        # In a process of its own: a session that has loaded the module keeps its files.
        $runner = Join-Path $PSScriptRoot 'tests' 'Pester' 'run.ps1'
        & ([System.Environment]::ProcessPath) -NoProfile -NonInteractive -File $runner -Module $staged
        exit $LASTEXITCODE
    }
    'Pack' {
        $null = New-Item -ItemType Directory -Force $Destination
        $package = Join-Path $Destination "CodeSyncer.Tools.$version.nupkg"
        if (Test-Path -LiteralPath $package) { Remove-Item -LiteralPath $package }
        Compress-PSResource -Path $staged -DestinationPath $Destination
        Get-Item -LiteralPath $package
    }
}
